package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.trich.models.language.EditDistance;
import vn.trich.output.Due;
import vn.trich.output.TaskRecord;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word;

/**
 * What speaks for or against each task of a document: how its words were read, how its cells stand in the table, and
 * whether other rows say the same things alike. For one document.
 */
final class TaskSigns {

    private static final Pattern TIME = Pattern.compile(
            "(?<![a-z])(?:quy|thang|truoc|cham nhat|thuong xuyen|hang nam|hang quy|theo|sau khi|dinh ky|nam \\d{4}|giai doan)(?![a-z])");
    /** In a name. */
    private static final Pattern STOP_INSIDE = Pattern.compile("[.:;!?\\[\\]'\"]|, \\p{Lu}|(?<=\\p{Ll}) \\p{Ll}$");

    /** Signs that stand in no text, or on the wrong side of a word. */
    private static final Pattern DIRT = Pattern.compile(
            "(?<=\\s)[:;.,'\"|!_~^*]\\p{L}|\\p{L}[:;|_~^]\\p{L}|\\p{Ll}\\.\\p{Lu}|[¡¿®©¬§|~^_]|\\s-\\p{Lu}[.\\p{Lu}]");
    /** An abbreviation that was not spelt out. */
    private static final Pattern CAPITALS = Pattern.compile("(?<!\\p{L})\\p{Lu}[\\p{Lu}-]+(?!\\p{L})");

    /** In a deadline: signs that none has, and those before a figure, where a stroke of it may have been lost. */
    private static final Pattern DUE_DIRT = Pattern.compile(
            "[^\\p{L}\\d\\s/.,;:()+–—-]|[.:,](?=\\s*[IVX]{1,3}(?!\\p{L}))|\\.(?=\\s*\\p{Ll})|(?<=^|\\s)[.,:;](?=\\s|$)");
    /** The doubt that a part of the row is in another or was not read. */
    static final String CUT_OFF = "cut off";

    private static final List<String> STARTS = List.of("task", "activity", "product", "due");
    private static final List<String> PARTS = List.of("task", "activity", "product", "lead", "coord");
    private static final double FEW = 0.3;
    private static final double A_LINE = 0.8;

    private static final Pattern ENDS_OPEN =
            Pattern.compile("[,;:-]$|(?<![a-z])(?:dat|tren|duoi|it nhat|toi thieu|toi da|hon|tu|den|va|cua|cho|ve)$");
    /** Signs of a row that tell of its whole table too. */
    private static final List<String> SHARED = List.of(
            "task several",
            "activity several",
            "due several",
            "task small",
            "activity small",
            "task empty",
            "due empty",
            "gap",
            "due small",
            "product small",
            "lead several",
            "coord several");

    private final DocumentWords words;
    private final UnitVocabulary vocabulary;
    private final UnitTwins twins;
    private final TextFluency fluency;
    private final Map<String, Integer> units = new HashMap<>();
    private final Map<String, Integer> dues = new HashMap<>();
    private final Map<String, Integer> tasks = new HashMap<>();
    private final Map<String, Integer> products = new HashMap<>();
    private final Map<String, Signs> tables = new HashMap<>();

    /** Knows what all tasks of the document say. */
    TaskSigns(
            List<TaskDraft> drafts,
            UnitTwins twins,
            DocumentWords words,
            UnitVocabulary vocabulary,
            TextFluency fluency) {
        this.fluency = fluency;
        this.words = words;
        this.vocabulary = vocabulary;
        this.twins = twins;
        Map<String, List<TaskDraft>> byTable = new HashMap<>();
        for (TaskDraft draft : drafts) {
            names(draft).forEach(name -> units.merge(name, 1, Integer::sum));
            dues.merge(shape(draft.due().due()), 1, Integer::sum);
            tasks.merge(what(draft), 1, Integer::sum);
            products.merge(plain(draft.product()), 1, Integer::sum);
            byTable.computeIfAbsent(draft.tableId(), id -> new ArrayList<>()).add(draft);
        }
        byTable.forEach((id, rows) -> tables.put(id, shared(rows)));
    }

    private static Signs shared(List<TaskDraft> rows) {
        Map<String, Double> signs = new TreeMap<>();
        for (String name : SHARED) {
            double mean = rows.stream()
                    .mapToDouble(row -> Math.min(1, row.signs().get(name)))
                    .average()
                    .orElse(0);
            signs.put("rows " + name, mean);
        }
        signs.put(
                "rows leads",
                rows.stream().mapToInt(row -> row.lead().size()).average().orElse(0));
        signs.put(
                "rows coords",
                rows.stream().mapToInt(row -> row.coord().size()).average().orElse(0));
        signs.put("rows", Math.min(100.0, rows.size()));
        return Signs.of(signs);
    }

    /** The signs of a task for which those doubts were raised. */
    Signs of(TaskDraft draft, Set<String> doubts) {
        Map<String, Double> signs = new TreeMap<>();
        doubts.forEach(doubt -> signs.put("doubt: " + doubt, 1.0));
        reading(draft.evidence(), signs);
        due(draft.due(), signs);
        units(draft, signs);
        fluency(draft, signs);
        signs.put("from text", draft.source() == TaskRecord.Source.TEXT ? 1.0 : 0.0);
        signs.put("same text", Math.min(3.0, tasks.getOrDefault(what(draft), 1) - 1));
        signs.put("run of specks", specks(evidenceText(draft)));
        signs.put(
                "ends open",
                ENDS_OPEN.matcher(BareText.of(draft.product()).strip()).find() ? 1.0 : 0.0);
        signs.put("task colon", draft.task().strip().endsWith(":") ? 1.0 : 0.0);
        signs.put(
                "lead for coord",
                draft.lead().size() > 1 && draft.coord().isEmpty()
                        ? draft.lead().size()
                        : 0.0);
        Signs table = tables.getOrDefault(draft.tableId(), Signs.NONE);
        signs.put("leads over", draft.lead().size() - table.get("rows leads"));
        signs.put("coords over", draft.coord().size() - table.get("rows coords"));
        signs.put("longest odd", (double) words.longestOdd(evidenceText(draft)));
        signs.put("other", OtherReadings.likeliest(draft.evidence().words()));
        signs.put("product twin", twin(plain(draft.product()), products));
        signs.put("task twin", twin(what(draft), tasks));
        signs.put("words", Math.min(200.0, draft.evidence().words().size()));
        Signs all = draft.signs().and(table).and(Signs.of(signs));
        return isCut(all) ? all.and(Signs.of(Map.of("doubt: " + CUT_OFF, 1.0))) : all;
    }

    /**
     * Whether a cell begins in lower case where others of its column do not, has nothing where all others have something, ends
     * with a word that wants more, or has a gap where a line was.
     */
    private static boolean isCut(Signs signs) {
        boolean small = STARTS.stream()
                .anyMatch(field -> signs.get(field + " small") > 0 && signs.get("rows " + field + " small") < FEW);
        boolean open = PARTS.stream().anyMatch(field -> signs.get(field + " open") > 0);
        return small
                || open
                || signs.get("task empty") > 0
                || signs.get("lead empty") > 0
                || signs.get("gap") > A_LINE
                || signs.get("unit bare head") > 0;
    }

    private void reading(Evidence evidence, Map<String, Double> signs) {
        List<Word> read = evidence.words();
        signs.put("doubt", 1 - evidence.confidence());
        signs.put("worst doubt", most(read, word -> 1 - word.confidence()));
        signs.put("doubtful", share(read, word -> word.confidence() < 0.7));
        signs.put("changed", share(read, word -> !word.text().equals(word.original())));
        signs.put("scanned", share(read, word -> word.source() == WordSource.OCR));
        signs.put("odd", (double) words.odd(evidence.uncertainText()));
        signs.put("marked otherwise", (double) words.markedOtherwise(evidence.uncertainText()));
        signs.put(
                "specks",
                share(
                        read,
                        word -> word.text().chars().noneMatch(Character::isLetterOrDigit)
                                && !word.text().matches("[-–—+&/]")));
    }

    private static <T> double most(List<T> things, ToDoubleFunction<T> of) {
        return things.stream().mapToDouble(of).max().orElse(0);
    }

    private static double share(List<Word> words, Predicate<Word> which) {
        return words.isEmpty() ? 0 : (double) words.stream().filter(which).count() / words.size();
    }

    private void due(DueParser.Reading reading, Map<String, Double> signs) {
        String bare = BareText.of(reading.due().text());
        signs.put("times", (double) TIME.matcher(bare).results().count());
        signs.put("due words", (double) BareText.words(bare).split(" ").length);
        signs.put("due alike", Math.min(5.0, dues.getOrDefault(shape(reading.due()), 1) - 1));
        signs.put("due repaired", reading.repaired() ? 1.0 : 0.0);
        signs.put("due dirt", (double)
                DUE_DIRT.matcher(reading.due().text()).results().count());
        signs.put("due odd", (double) words.odd(reading.due().text()));
    }

    private void fluency(TaskDraft draft, Map<String, Double> signs) {
        fluency("task", List.of(draft.task()), signs);
        fluency("activity", draft.source() == TaskRecord.Source.TEXT ? List.of() : List.of(draft.activity()), signs);
        fluency("product", draft.product().lines().toList(), signs);
        fluency("due", List.of(draft.due().due().text()), signs);
        fluency(
                "unit",
                Stream.concat(draft.lead().stream(), draft.coord().stream()).toList(),
                signs);
        signs.put("dirt", (double) DIRT.matcher(evidenceText(draft)).results().count());
        signs.put("unit capitals", (double) Stream.concat(draft.lead().stream(), draft.coord().stream())
                .flatMap(name -> CAPITALS.matcher(name).results().map(MatchResult::group))
                .filter(word -> !words.usual(word))
                .count());
    }

    private void fluency(String field, List<String> texts, Map<String, Double> signs) {
        signs.put(field + " strange", most(texts, fluency::strangest));
        signs.put(field + " ends early", most(texts, fluency::endsEarly));
        signs.put(field + " begins late", most(texts, fluency::beginsLate));
    }

    /** The text of a deadline with its figures made alike. */
    private static String shape(Due due) {
        return BareText.words(due.text()).replaceAll("\\d+", "0").replaceAll("(?<![a-z])(?:i{1,3}|iv)(?![a-z])", "i");
    }

    private static String evidenceText(TaskDraft draft) {
        return String.join(" ", draft.task(), draft.activity(), draft.product(), String.join(" , ", draft.lead()));
    }

    /** The longest run of words that have two letters or figures at most: what stamps and lines are read as. */
    private static double specks(String text) {
        int longest = 0;
        int run = 0;
        for (String word : text.split("\\s+")) {
            run = word.codePoints().filter(Character::isLetterOrDigit).count() <= 2 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static String plain(String text) {
        return BareText.tidy(text).toLowerCase(Locale.ROOT);
    }

    /** Whether another text of the document, met as often, is nearly this one. */
    private static double twin(String text, Map<String, Integer> all) {
        int times = all.getOrDefault(text, 1);
        boolean found = text.length() > 5
                && all.entrySet().stream()
                        .anyMatch(other -> other.getValue() >= times
                                && !other.getKey().equals(text)
                                && Math.abs(other.getKey().length() - text.length()) <= 2
                                && EditDistance.within(other.getKey(), text, text.length() < 16 ? 1 : 2));
        return found ? 1 : 0;
    }

    private static String what(TaskDraft draft) {
        return BareText.words(draft.task() + " " + draft.activity());
    }

    private List<String> names(TaskDraft draft) {
        return Stream.concat(draft.lead().stream(), draft.coord().stream())
                .map(twins::meant)
                .map(BareText::words)
                .toList();
    }

    private void units(TaskDraft draft, Map<String, Double> signs) {
        List<String> names = names(draft);
        int seldom = 9;
        double headless = 0;
        double part = 0;
        double twin = 0;
        double bareHead = 0;
        for (String name : names) {
            int count = units.getOrDefault(name, 1);
            seldom = Math.min(seldom, count);
            headless += known(name) ? 0 : 1;
            bareHead += bareHead(name) ? 1 : 0;
            part += count <= 2 && isPart(name) ? 1 : 0;
            twin += count <= 2 && hasTwin(name, count) ? 1 : 0;
        }
        signs.put("units", (double) names.size());
        signs.put("unit seldom", names.isEmpty() ? 0 : 1.0 / seldom);
        signs.put("unit headless", headless);
        signs.put("unit bare head", bareHead);
        signs.put("unit stop", (double) Stream.concat(draft.lead().stream(), draft.coord().stream())
                .filter(name -> STOP_INSIDE.matcher(name).find())
                .count());
        signs.put("unit part", part);
        signs.put("unit twin", twin);
        signs.put(
                "unit long",
                names.stream().mapToDouble(name -> name.split(" ").length).max().orElse(0));
        signs.put("unit heads", names.stream().mapToDouble(this::heads).max().orElse(0));
        signs.put("unit twice", (double) names.size() - new HashSet<>(names).size());
    }

    private boolean known(String name) {
        return vocabulary.headAt(name, vocabulary.quantifierAt(name, 0)).isPresent();
    }

    /** Whether it is a common noun for one unit with no name: {@code Trung tâm}. */
    private boolean bareHead(String name) {
        return vocabulary.quantifierAt(name, 0) == 0
                && vocabulary
                        .headAt(name, 0)
                        .filter(head -> head.words().length() == name.length())
                        .filter(head -> head.standing() != UnitVocabulary.Head.Standing.ALONE)
                        .isPresent();
    }

    /** Whether a unit met oftener begins or ends with it. */
    private boolean isPart(String name) {
        return units.keySet().stream()
                .anyMatch(other -> other.length() > name.length() + 2
                        && (other.startsWith(name + " ") || other.endsWith(" " + name)));
    }

    private boolean hasTwin(String name, int count) {
        return units.entrySet().stream()
                .anyMatch(other -> other.getValue() > count
                        && !other.getKey().equals(name)
                        && EditDistance.within(other.getKey(), name, 3)
                        && name.length() > 8);
    }

    /** How many words in the name may begin a unit's. */
    private double heads(String name) {
        double heads = 0;
        for (int i = 0; i < name.length(); i++) {
            boolean start = i == 0 || name.charAt(i - 1) == ' ';
            int at = i;
            heads += start
                            && vocabulary
                                    .headAt(name, at)
                                    .filter(head -> !head.noun())
                                    .isPresent()
                    ? 1
                    : 0;
        }
        return heads;
    }
}
