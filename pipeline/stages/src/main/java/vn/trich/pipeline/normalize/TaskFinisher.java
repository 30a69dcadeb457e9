package vn.trich.pipeline.normalize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trich.output.Due;
import vn.trich.output.TaskRecord;
import vn.trich.output.Trust;

/** Makes records of tasks as read: units by id, ids in order, and how far each may be trusted, and why not. */
final class TaskFinisher {

    /** Below this mean a task's words were read badly. */
    private static final double BADLY_READ = 0.80;
    /** From this share of doubtful words on a person should look. */
    private static final double MANY_DOUBTFUL = 0.12;

    /** The capital beginning of a unit's name behind a word that does not lead up to it as {@code Chánh Văn phòng} does. */
    static final Pattern SECOND_UNIT =
            Pattern.compile("\\p{L}{2,}(?<!\\b(?:[Tt]huộc|[Cc]ủa|[Vv]à|[Cc]hánh|[Đđ]ạo|[Đđ]ốc"
                    + "|[Tt]rưởng|[Cc]ác|[Vv]iên|[Tt]ại|[Bb]an|[Đđ]ội|[Pp]hó|[Vv]ới)) (?:Văn phòng|Phòng|Chi cục|Trung tâm|Bộ phận|Thanh tra|Hạt|Các|Đoàn Thanh niên"
                    + "|Công đoàn|Trường|Bệnh viện|Lãnh đạo) \\p{L}");

    /** From so many rows on, what tables of a document have is the rule for those of it that have few. */
    private static final int MANY_ROWS = 10;

    /** Nothing is certain. */
    private static final double SUREST = 0.995;

    private static final List<List<String>> REASONS = List.of(
            List.of("unit", "unit doubtful"),
            List.of("lead", "unit doubtful"),
            List.of("coord", "unit doubtful"),
            List.of("due", "due doubtful"),
            List.of("times", "due doubtful"),
            List.of("worst", "low ocr"),
            List.of("doubt", "low ocr"),
            List.of("task strange", "odd words"),
            List.of("activity strange", "odd words"),
            List.of("product strange", "odd words"),
            List.of("odd", "odd words"),
            List.of("changed", "words mended"));

    private final Context context;
    private final UnitRegistry registry;
    private final UnitTwins twins;
    private final DocumentWords words;
    private final TaskSigns taskSigns;
    private final ReviewModel review;
    private final List<Map<String, Double>> signs = new ArrayList<>();

    /** For the tasks of one document. */
    TaskFinisher(
            Context context,
            UnitRegistry registry,
            UnitTwins twins,
            DocumentWords words,
            TaskSigns taskSigns,
            ReviewModel review) {
        this.words = words;
        this.taskSigns = taskSigns;
        this.review = review;
        this.context = context;
        this.registry = registry;
        this.twins = twins;
    }

    /** The records, in the order given, ids {@code k1}, {@code k2} and so on. */
    List<TaskRecord> finish(List<TaskDraft> drafts) {
        Map<String, Long> all = count(drafts, task -> true);
        Map<String, Long> led = count(drafts, task -> !task.lead().isEmpty());
        Map<String, Long> timed = count(drafts, TaskFinisher::timed);
        long listed = drafts.stream().filter(TaskFinisher::listed).count();
        long listedLed = drafts.stream()
                .filter(task -> listed(task) && !task.lead().isEmpty())
                .count();
        List<TaskRecord> records = new ArrayList<>();
        for (TaskDraft draft : drafts) {
            long rows = all.get(draft.tableId());
            boolean usual = 10 * led.getOrDefault(draft.tableId(), 0L) >= 9 * rows
                    || listed(draft) && listed >= MANY_ROWS && 10 * listedLed >= 9 * listed;
            boolean noLead = draft.lead().isEmpty() && usual;
            boolean noDue = !timed(draft) && 4 * timed.getOrDefault(draft.tableId(), 0L) >= 3 * rows;
            List<String> missing = Stream.of(noLead ? "no lead" : "", noDue ? "no due" : "")
                    .filter(doubt -> !doubt.isEmpty())
                    .toList();
            records.add(record(draft, "k" + (records.size() + 1), missing));
        }
        return records;
    }

    private static Map<String, Long> count(List<TaskDraft> drafts, Predicate<TaskDraft> which) {
        return drafts.stream().filter(which).collect(Collectors.groupingBy(TaskDraft::tableId, Collectors.counting()));
    }

    private static boolean listed(TaskDraft draft) {
        return draft.source() == TaskRecord.Source.TABLE;
    }

    private static boolean timed(TaskDraft draft) {
        return !draft.due().due().text().isBlank();
    }

    private TaskRecord record(TaskDraft draft, String id, List<String> missing) {
        Trust trust = trust(draft, doubts(draft, missing));
        return new TaskRecord(
                id,
                draft.source(),
                draft.tableId(),
                draft.sectionId(),
                draft.row(),
                draft.label(),
                draft.groupPath(),
                draft.objective(),
                draft.task(),
                draft.activity(),
                draft.product(),
                parts(draft.lead()),
                parts(draft.coord()),
                draft.due().due(),
                draft.funding(),
                draft.note(),
                draft.evidence().regions(),
                trust);
    }

    /** The signs of the tasks finished so far, in order. */
    List<Map<String, Double>> signs() {
        return List.copyOf(signs);
    }

    private Trust trust(TaskDraft draft, List<String> raised) {
        Signs all = taskSigns.of(draft, new LinkedHashSet<>(raised));
        List<String> doubts = new ArrayList<>(raised);
        if (all.get("doubt: " + TaskSigns.CUT_OFF) > 0) {
            doubts.add(TaskSigns.CUT_OFF);
        }
        signs.add(all.values());
        double wrong = review.wrong(all);
        boolean looked = review.flags(wrong, doubts);
        List<String> reasons =
                looked && doubts.isEmpty() ? List.of(reason(review.loudest(all).orElse(""))) : doubts;
        return new Trust(Math.min(SUREST, 1 - wrong), looked ? reasons : List.of());
    }

    /** What the sign that speaks loudest against a record is called before people. */
    private static String reason(String sign) {
        for (List<String> rule : REASONS) {
            if (sign.startsWith(rule.get(0))) {
                return rule.get(1);
            }
        }
        return "row doubtful";
    }

    private List<TaskRecord.UnitPart> parts(List<String> names) {
        return names.stream().map(twins::meant).distinct().map(registry::part).toList();
    }

    private List<String> doubts(TaskDraft draft, List<String> missing) {
        Set<String> doubts = new LinkedHashSet<>(draft.doubts());
        if (draft.evidence().confidence() < BADLY_READ || draft.evidence().doubtful() > MANY_DOUBTFUL) {
            doubts.add("low ocr");
        }
        if (words.odd(draft.evidence().uncertainText()) > 0) {
            doubts.add("odd words");
        }
        if (draft.task().isEmpty() && draft.activity().isEmpty()) {
            doubts.add("no task");
        }
        doubts.addAll(missing);
        Stream.concat(draft.lead().stream(), draft.coord().stream())
                .filter(name -> !registry.known(twins.meant(name)) || name.length() > 120 || words.odd(name) > 0)
                .findFirst()
                .ifPresent(name -> doubts.add("unit unknown"));
        if (Stream.concat(draft.lead().stream(), draft.coord().stream()).anyMatch(TaskFinisher::runTogether)) {
            doubts.add("units run together");
        }
        if (Stream.concat(draft.lead().stream(), draft.coord().stream()).anyMatch(twins::changed)) {
            doubts.add("unit mended");
        }
        due(draft.due()).ifPresent(doubts::add);
        return List.copyOf(doubts);
    }

    /**
     * Whether a name holds another's beginning: {@code Văn phòng Sở Phòng Kiểm tra}, from a cell whose units stood on
     * lines of their own that were not told apart.
     */
    static boolean runTogether(String name) {
        return SECOND_UNIT.matcher(name).find();
    }

    private Optional<String> due(DueParser.Reading reading) {
        if (!reading.understood()) {
            return Optional.of("due unread");
        }
        Due due = reading.due();
        Optional<LocalDate> last = due.end().isPresent() ? due.end() : due.start();
        if (context.year().isPresent() && last.isPresent()) {
            int later = last.get().getYear() - context.year().getAsInt();
            if (later < -3 || later > 30) {
                return Optional.of("due odd");
            }
        }
        boolean before = last.isPresent()
                && context.date().isPresent()
                && last.get().isBefore(context.date().get())
                && context.period().start().map(last.get()::isBefore).orElse(true);
        if (before && due.recurrence().isEmpty()) {
            return Optional.of("due before date");
        }
        return reading.repaired() ? Optional.of("due mended") : Optional.empty();
    }
}
