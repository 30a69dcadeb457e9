package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.output.SectionRecord;
import vn.trich.output.TaskRecord;
import vn.trich.pipeline.outline.Block;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.outline.Section;

/**
 * Reads tasks from the text: the labelled innermost sections below a heading that announces tasks, where the document
 * has no task table, and criteria whose parts say goal, work, responsibility and time; table or not, sections with
 * lines that say who leads and who takes part or by when.
 */
final class TextTaskReader {

    private static final Pattern GOAL = Pattern.compile("^muc tieu");
    private static final Pattern WORK = Pattern.compile("^(?:nhiem vu|noi dung|giai phap)");
    private static final Pattern WHO = Pattern.compile("^(?:phan cong|trach nhiem|don vi|co quan)");
    private static final Pattern WHEN = Pattern.compile("^(?:thoi gian|thoi han|tien do|lo trinh)");
    private static final Pattern LED = Pattern.compile(
            "^(?:(?:co quan|don vi|phong|bo phan) )?(?:chu tri|phu trach|dau moi|thuc hien|chiu trach nhiem)");
    private static final Pattern WITH = Pattern.compile("^(?:(?:co quan|don vi|phong|bo phan) )?(?:phoi hop|tham gia)");
    private static final Pattern PRODUCT = Pattern.compile("^(?:san pham|ket qua)");
    private static final Pattern LETTER = Pattern.compile("cong van|cong dien|chi thi|thong bao");
    /** What does nothing but charge others. */
    private static final Pattern DIRECTIVE = Pattern.compile("cong dien|chi thi");

    private static final Pattern ASKS = Pattern.compile(
            "(?:de nghi|yeu cau|chi thi)(?![a-z]).*(?:thuc hien|trien khai|tap trung|khan truong).*(?:sau|sau day)\\s*:\\s*$");
    /** What opens a list of which only those parts are tasks that charge somebody. */
    private static final Pattern CHARGES = Pattern.compile("(?:yeu cau|chi thi|chi dao)(?![a-z])[^.:;]{0,120}:\\s*$");

    private static final Pattern CARRYING_OUT = Pattern.compile("to chuc thuc hien");
    private static final Pattern CLOSING = Pattern.compile("^tren day la(?![a-z])");
    private static final Pattern REQUEST = Pattern.compile(
            "^(?:de nghi|yeu cau|kinh de nghi|trong qua trinh|nhan duoc|can cu|(?:van phong|so|phong|ban|uy ban)(?![a-z]).*(?:de nghi|yeu cau|thong bao))(?![a-z])");
    private static final Pattern END =
            Pattern.compile("[./]{2,}\\s*$|biet,? (?:va )?thuc hien\\W*$|theo quy dinh\\W*$");
    private static final Pattern ROLE_LINE =
            Pattern.compile("\\s+[-–—]\\s+(?=(?:Cơ quan|Đơn vị) (?:chủ trì|phối hợp)\\s*:)");
    private static final Pattern LEADING_WORDS = Pattern.compile("^[^:]{0,60}:\\s*");

    private final DueParser dueParser;
    private final ResponsibilityParser responsibility;
    private final OpeningUnits openings;
    private final DeadlineInText deadlines;
    private final OptionalInt year;
    private final Pattern tasks;
    private final Pattern never;

    /** For the text of one document. */
    TextTaskReader(DueParser dueParser, UnitParser unitParser, OptionalInt year) {
        this.dueParser = dueParser;
        this.responsibility = new ResponsibilityParser(unitParser);
        this.openings = new OpeningUnits(unitParser, responsibility);
        this.deadlines = new DeadlineInText(dueParser);
        this.year = year;
        this.tasks = headings("tasks");
        this.never = headings("never");
    }

    private static Pattern headings(String what) {
        return Pattern.compile(RuleFile.read("task-headings.tsv").stream()
                .filter(rule -> rule.get(0).equals(what))
                .map(rule -> rule.get(1))
                .collect(Collectors.joining("|")));
    }

    /**
     * The tasks of the text.
     *
     * @param paper the document
     * @param onlyAssigned whether labelled sections are no tasks, as a table lists them, unless they say in so many lines
     *     who does them
     * @return each with the index of its section
     */
    List<Placed> read(Paper paper, boolean onlyAssigned) {
        List<Section> order = paper.allSections();
        List<Placed> found = new ArrayList<>();
        boolean orders = ofType(paper, DIRECTIVE);
        boolean asked = orders || ofType(paper, LETTER) && preambleEnds(paper, ASKS);
        boolean charges = orders || ofType(paper, LETTER) && preambleEnds(paper, CHARGES);
        for (Section top : paper.sections()) {
            Way way = new Way(
                    List.of(), asked && labelled(top), charges, Optional.empty(), ofType(paper, LETTER), onlyAssigned);
            walk(top, way, order, found);
        }
        return found;
    }

    private static boolean ofType(Paper paper, Pattern types) {
        return types.matcher(BareText.words(paper.head().type())).matches();
    }

    /** Whether a paragraph before the first section ends so. */
    private static boolean preambleEnds(Paper paper, Pattern end) {
        return paper.sections().stream()
                .filter(section -> section.kind() == SectionRecord.Kind.PREAMBLE)
                .flatMap(section -> paragraphs(section).stream())
                .map(BareText::of)
                .anyMatch(paragraph -> end.matcher(paragraph).find());
    }

    /**
     * What the sections above say of those below.
     *
     * @param path their names, outermost first
     * @param announced whether they announce tasks
     * @param charging whether those below are tasks that charge somebody
     * @param addressed whom they charge with all that stands below
     * @param letter whether the document is one that may charge others
     * @param onlyAssigned whether only sections are tasks that say so in as many words
     */
    private record Way(
            List<String> path,
            boolean announced,
            boolean charging,
            Optional<ResponsibilityParser.Parts> addressed,
            boolean letter,
            boolean onlyAssigned) {}

    private void walk(Section section, Way way, List<Section> order, List<Placed> found) {
        String heading = BareText.of(section.title()).strip();
        int index = indexOf(order, section);
        if (isCriterion(section)) {
            if (!way.onlyAssigned()) {
                found.add(
                        new Placed(index, criterion(section, way.path(), index).doubted("criterion")));
            }
            return;
        }
        boolean carriesOut = way.letter() && CARRYING_OUT.matcher(heading).find();
        boolean closed = never.matcher(heading).find() && !carriesOut;
        boolean opens = !closed && announces(section, heading);
        boolean inside = !closed && (way.announced() || opens);
        boolean leaf = section.children().stream().noneMatch(TextTaskReader::labelled);
        boolean charged = !closed && way.charging() && (way.addressed().isPresent() || charged(section));
        boolean task = assigned(section) || !way.onlyAssigned() && (inside && !opens || charged);
        if (leaf && labelled(section) && task) {
            found.add(new Placed(index, labelledTask(section, way, index)));
            return;
        }
        boolean narrower = section.children().stream()
                .anyMatch(child -> announces(child, BareText.of(child.title()).strip()));
        Way below = below(section, way, inside && !narrower, closed);
        for (Section child : section.children()) {
            walk(child, below, order, found);
        }
    }

    private Way below(Section section, Way way, boolean announced, boolean closed) {
        List<String> path = new ArrayList<>(way.path());
        if (!name(section).isEmpty()) {
            path.add(name(section));
        }
        List<String> said = paragraphs(section);
        String last = said.isEmpty() ? section.title() : said.get(said.size() - 1);
        boolean charges = way.letter() && CHARGES.matcher(BareText.of(last)).find();
        Optional<ResponsibilityParser.Parts> addressed = closed ? Optional.empty() : addressed(section);
        return new Way(
                path,
                announced,
                !closed && (way.charging() || charges),
                addressed.or(way::addressed),
                way.letter(),
                way.onlyAssigned());
    }

    /** Whom a section charges with what stands in the sections below it. */
    private Optional<ResponsibilityParser.Parts> addressed(Section section) {
        if (!labelled(section)) {
            return Optional.empty();
        }
        List<String> said = paragraphs(section);
        boolean titled = !section.title().isEmpty();
        boolean lists = said.size() == 1 && said.get(0).strip().endsWith(":");
        return titled
                ? openings.heading(section.title())
                : lists ? openings.of(said.get(0)).or(() -> openings.heading(said.get(0))) : Optional.empty();
    }

    private boolean charged(Section section) {
        List<String> said = paragraphs(section);
        return !section.title().isEmpty() && openings.heading(section.title()).isPresent()
                || !section.title().isEmpty() && openings.of(section.title()).isPresent()
                || !said.isEmpty() && openings.of(said.get(0)).isPresent();
    }

    private boolean announces(Section section, String heading) {
        return section.kind() != SectionRecord.Kind.APPENDIX
                && !heading.isEmpty()
                && heading.length() < 160
                && tasks.matcher(heading).find()
                && !never.matcher(heading).find();
    }

    /** Without the words that close a report or a letter, which stand below its last task. */
    private static List<String> withoutClosing(List<String> paragraphs) {
        for (int i = 1; i < paragraphs.size(); i++) {
            String bare = BareText.of(paragraphs.get(i));
            boolean last = i == paragraphs.size() - 1 && END.matcher(bare).find();
            if (CLOSING.matcher(bare).find() || last && REQUEST.matcher(bare).find()) {
                return paragraphs.subList(0, i);
            }
        }
        return paragraphs;
    }

    private static boolean labelled(Section section) {
        return !section.label().isEmpty()
                && (section.kind() == SectionRecord.Kind.HEADING
                        || section.kind() == SectionRecord.Kind.CLAUSE
                        || section.kind() == SectionRecord.Kind.ARTICLE);
    }

    private static int indexOf(List<Section> order, Section section) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) == section) {
                return i;
            }
        }
        throw new IllegalArgumentException("a section of another document");
    }

    private static String name(Section section) {
        return (section.label() + " " + section.title()).strip();
    }

    private boolean isCriterion(Section section) {
        List<String> openings =
                section.children().stream().map(TextTaskReader::opening).toList();
        boolean work = openings.stream()
                .anyMatch(
                        text -> GOAL.matcher(text).find() || WORK.matcher(text).find());
        boolean who = openings.stream().anyMatch(text -> WHO.matcher(text).find());
        boolean when = openings.stream().anyMatch(text -> WHEN.matcher(text).find());
        boolean plain = section.children().stream()
                .allMatch(child -> child.children().stream().noneMatch(TextTaskReader::labelled));
        return plain && openings.size() <= 8 && work && who && (when || openings.size() >= 3);
    }

    private static String opening(Section section) {
        return BareText.of(whole(section)).strip();
    }

    /** Title and paragraphs, with those of the sections below. */
    private static String whole(Section section) {
        List<String> texts = new ArrayList<>();
        if (!section.title().isEmpty()) {
            texts.add(section.title());
        }
        texts.addAll(paragraphs(section));
        section.children().forEach(child -> texts.add((child.label() + " " + whole(child)).strip()));
        return String.join("\n", texts);
    }

    private static List<String> paragraphs(Section section) {
        return section.blocks().stream()
                .filter(block -> block instanceof Block.Paragraph)
                .map(block -> ((Block.Paragraph) block).text())
                .toList();
    }

    private TaskDraft criterion(Section section, List<String> above, int index) {
        String goal = part(section, GOAL);
        String work = part(section, WORK);
        ResponsibilityParser.Parts parts = responsibility.parse(part(section, WHO));
        DueParser.Reading due = dueParser.parse(part(section, WHEN), year);
        String own = section.title().isEmpty() ? String.join("\n", paragraphs(section)) : section.title();
        return draft(
                index,
                section,
                above,
                goal,
                own.isEmpty() ? work : own,
                own.isEmpty() ? "" : work,
                part(section, PRODUCT),
                parts,
                due,
                evidence(section));
    }

    /** What the part that opens so says, without the words that open it. */
    private static String part(Section section, Pattern opening) {
        return section.children().stream()
                .filter(child -> opening.matcher(opening(child)).find())
                .map(child -> child.title().isEmpty()
                        ? LEADING_WORDS.matcher(whole(child)).replaceFirst("")
                        : withoutTitle(child))
                .collect(Collectors.joining("\n"));
    }

    private static String withoutTitle(Section child) {
        String below = whole(child).substring(child.title().length()).strip();
        return below.isEmpty() ? LEADING_WORDS.matcher(child.title()).replaceFirst("") : below;
    }

    private TaskDraft labelledTask(Section section, Way way, int index) {
        // What says who does it stands on a line of its own, though it was read into the one before.
        List<String> paragraphs = withoutClosing(paragraphs(section)).stream()
                .flatMap(ROLE_LINE::splitAsStream)
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> heading = ROLE_LINE.splitAsStream(section.title()).toList();
        paragraphs.addAll(0, heading.subList(1, heading.size()));
        boolean titled = !section.title().isEmpty();
        String task =
                titled ? heading.get(0) : String.join("\n", paragraphs.subList(0, Math.min(1, paragraphs.size())));
        String activity = String.join(
                "\n", titled ? paragraphs : paragraphs.subList(Math.min(1, paragraphs.size()), paragraphs.size()));
        String who = lines(paragraphs, LED) + "\n" + lines(paragraphs, WITH);
        ResponsibilityParser.Parts parts =
                who.isBlank() ? charge(task, paragraphs, titled, way) : responsibility.parse(who);
        String when = said(lines(paragraphs, WHEN));
        DueParser.Reading due = when.isBlank()
                ? deadlines.find(task + "\n" + activity, year).orElseGet(() -> dueParser.parse("", year))
                : dueParser.parse(when, year);
        boolean listed = titled && parts.lead().isEmpty() && paragraphs.size() > 1;
        TaskDraft read = draft(
                index,
                section,
                way.path(),
                "",
                task,
                activity,
                said(lines(paragraphs, PRODUCT)),
                parts,
                due,
                evidence(section));
        // Its paragraphs may each be a task, and it their heading.
        return listed ? read.doubted("may be a heading") : read;
    }

    /** Who is charged: by the words that open the task, by a heading above, or by a sentence of it. */
    private ResponsibilityParser.Parts charge(String task, List<String> paragraphs, boolean titled, Way way) {
        Optional<ResponsibilityParser.Parts> opening = openings.of(task);
        if (opening.isEmpty() && titled) {
            opening = openings.heading(task);
        }
        Optional<ResponsibilityParser.Parts> whom = opening.isPresent() ? opening : way.addressed();
        if (whom.isEmpty()) {
            return leads(String.join("\n", paragraphs));
        }
        LinkedHashSet<String> coord = new LinkedHashSet<>(whom.get().coord());
        (paragraphs.isEmpty() ? List.of(task) : paragraphs.subList(0, 1))
                .forEach(first -> coord.addAll(openings.with(first)));
        coord.removeAll(whom.get().lead());
        return new ResponsibilityParser.Parts(whom.get().lead(), List.copyOf(coord));
    }

    /** Whether its paragraphs say, each after a colon, who does it, and who else or when. */
    private static boolean assigned(Section section) {
        List<String> paragraphs = paragraphs(section);
        boolean led = !lines(paragraphs, LED).isEmpty();
        return led
                && (!lines(paragraphs, WITH).isEmpty()
                        || !lines(paragraphs, WHEN).isEmpty());
    }

    /** The paragraphs that open so and then say it after a colon, or in the next paragraph, bullets taken off. */
    private static String lines(List<String> paragraphs, Pattern opening) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            String said = paragraphs.get(i).replaceFirst("^[-–—+*•\\s]+", "").strip();
            int colon = said.indexOf(':');
            if (opening.matcher(BareText.of(said)).find() && colon > 0 && colon < 60) {
                boolean parted = colon == said.length() - 1
                        && i + 1 < paragraphs.size()
                        && !paragraphs.get(i + 1).matches("(?s)\\s*[-–—+*•].*|[^:]{3,60}:.*");
                found.add(parted ? said + " " + paragraphs.get(i + 1).strip() : said);
            }
        }
        return String.join("\n", found);
    }

    private static String said(String lines) {
        return lines.substring(lines.indexOf(':') + 1).strip();
    }

    /** Who leads by a sentence that says so in as many words. */
    private ResponsibilityParser.Parts leads(String text) {
        for (String sentence : text.split("(?<=\\.)\\s+|\n")) {
            int lead = BareText.of(sentence).indexOf("chu tri");
            if (lead > 0 && lead < 120) {
                return responsibility.parse(
                        sentence.replaceFirst("^\\s*[-–+]?\\s*(?:Giao|Phân công)\\s+(?:cho\\s+)?", ""));
            }
        }
        return new ResponsibilityParser.Parts(List.of(), List.of());
    }

    private static TaskDraft draft(
            int index,
            Section section,
            List<String> above,
            String objective,
            String task,
            String activity,
            String product,
            ResponsibilityParser.Parts parts,
            DueParser.Reading due,
            Evidence evidence) {
        return new TaskDraft(
                TaskRecord.Source.TEXT,
                "",
                Paper.sectionId(index),
                OptionalInt.empty(),
                section.label(),
                above,
                objective,
                task,
                activity,
                product,
                parts.lead(),
                parts.coord(),
                due,
                "",
                "",
                evidence,
                List.of(),
                textSigns(section));
    }

    private static Signs textSigns(Section section) {
        List<String> paragraphs = paragraphs(section);
        double listed = paragraphs.stream()
                .filter(text -> text.matches("(?s)\\s*[-–—+•].*"))
                .count();
        return Signs.of(Map.of(
                "titled",
                section.title().isEmpty() ? 0.0 : 1.0,
                "title words",
                Math.min(40.0, section.title().split(" ").length),
                "listed",
                Math.min(10.0, listed),
                "section doubts",
                (double) section.doubts().size()));
    }

    private static Evidence evidence(Section section) {
        Evidence evidence = new Evidence(List.of(), section.regions());
        for (Block block : section.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                evidence = evidence.and(new Evidence(paragraph.words(), paragraph.regions()));
            }
        }
        for (Section child : section.children()) {
            evidence = evidence.and(evidence(child));
        }
        return evidence;
    }

    /**
     * A task and where it stands.
     *
     * @param section index of its section
     * @param task the task
     */
    record Placed(int section, TaskDraft task) {

        /** The same with one more reason why a person should look. */
        Placed doubted(String reason) {
            return new Placed(section, task.doubted(reason));
        }
    }
}
