package vn.trich.pipeline.normalize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import vn.trich.output.ColumnRole;
import vn.trich.output.Region;
import vn.trich.output.TableRecord;
import vn.trich.output.TargetRecord;
import vn.trich.output.Trust;
import vn.trich.pipeline.outline.Block;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.outline.Section;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** Reads the goals of a document that sets goals: from its paragraphs and from the cells of its task tables. */
final class TargetReader {

    private static final Pattern LOOKS_BACK = Pattern.compile(
            "^(?:(?:ve )?(?:ket qua|tinh hinh|thuc trang|danh gia|ton tai|han che|kinh phi|nguon (?:luc|von|kinh phi)))");
    private static final double BADLY_READ = 0.75;

    private final TargetParser parser;
    private final MomentReader moments;
    private final Context context;

    /** For one document. */
    TargetReader(TargetParser parser, MomentReader moments, Context context) {
        this.parser = parser;
        this.moments = moments;
        this.context = context;
    }

    /** The goals in reading order. */
    List<TargetRecord> read(Paper paper) {
        List<TargetRecord> targets = new ArrayList<>();
        List<Section> sections = paper.allSections();
        int tables = 0;
        List<Section> skipped = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            boolean skip = skipped.contains(section) || !counts(section);
            if (skip) {
                skipped.addAll(section.children());
            }
            for (Block block : section.blocks()) {
                if (block instanceof Block.Paragraph paragraph && !skip) {
                    text(paragraph, Paper.sectionId(i), targets);
                } else if (block instanceof Block.TableBlock table) {
                    table(table.table(), Paper.sectionId(i), Paper.tableId(tables++), targets);
                }
            }
        }
        return targets;
    }

    private static boolean counts(Section section) {
        boolean kind = switch (section.kind()) {
            case LEGAL_BASIS, RECIPIENTS, FOOTNOTE, PREAMBLE -> false;
            default -> true;
        };
        return kind && !LOOKS_BACK.matcher(BareText.of(section.title()).strip()).find();
    }

    private void text(Block.Paragraph paragraph, String sectionId, List<TargetRecord> targets) {
        String text = paragraph.text();
        for (TargetParser.Target target : parser.parse(text)) {
            List<Word> words = words(paragraph.words(), target);
            targets.add(record(
                    target,
                    sectionId,
                    "",
                    OptionalInt.empty(),
                    regions(words, paragraph.regions()),
                    words,
                    targets.size() + 1));
        }
    }

    private void table(Table table, String sectionId, String tableId, List<TargetRecord> targets) {
        if (table.kind() != TableRecord.Kind.TASKS) {
            return;
        }
        for (Cell cell : table.cells()) {
            boolean inside = cell.column() <= table.columns() && cell.row() <= table.rows();
            ColumnRole role = inside ? table.roles().get(cell.column() - 1) : ColumnRole.STT;
            boolean body = inside && table.rowKinds().get(cell.row() - 1) == Table.RowKind.BODY;
            boolean says = role == ColumnRole.TASK
                    || role == ColumnRole.ACTIVITY
                    || role == ColumnRole.OBJECTIVE
                    || role == ColumnRole.PRODUCT
                    || role == ColumnRole.NOTE
                    || role == ColumnRole.OTHER;
            if (body && says) {
                for (TargetParser.Target target :
                        parser.parse(BareText.tidy(cell.text()), role == ColumnRole.PRODUCT)) {
                    targets.add(record(
                            target,
                            sectionId,
                            tableId,
                            OptionalInt.of(cell.row()),
                            cell.regions(),
                            cell.words(),
                            targets.size() + 1));
                }
            }
        }
    }

    /** The words of a paragraph whose text is joined with blanks that lie in the clause. */
    private static List<Word> words(List<Word> words, TargetParser.Target target) {
        List<Word> inside = new ArrayList<>();
        int at = 0;
        for (Word word : words) {
            int end = at + word.text().length();
            if (end > target.start() && at < target.end()) {
                inside.add(word);
            }
            at = end + 1;
        }
        return inside;
    }

    /** Where the words stand, on the one page that the paragraph is on; else where the paragraph stands. */
    private static List<Region> regions(List<Word> words, List<Region> paragraph) {
        boolean boxed = words.stream().allMatch(word -> word.box() != null);
        if (paragraph.size() != 1 || !paragraph.get(0).hasBox() || words.isEmpty() || !boxed) {
            return paragraph;
        }
        return List.of(new Region(
                paragraph.get(0).page(),
                words.stream().map(Word::box).reduce((a, b) -> a.union(b)).orElseThrow()));
    }

    private TargetRecord record(
            TargetParser.Target target,
            String sectionId,
            String tableId,
            OptionalInt row,
            List<Region> regions,
            List<Word> words,
            int number) {
        double read = new Evidence(words, List.of()).confidence();
        List<String> doubts = new ArrayList<>();
        boolean tooMuch = target.unit().equals("%")
                && target.value().intValue() > 100
                && target.direction() == TargetRecord.Direction.LEVEL;
        if (tooMuch) {
            doubts.add("over 100%");
        }
        if (target.max().filter(max -> max.compareTo(target.value()) < 0).isPresent()) {
            doubts.add("range reversed");
        }
        if (read < BADLY_READ) {
            doubts.add("low ocr");
        }
        Period period = period(target.text());
        return new TargetRecord(
                "g" + number,
                sectionId,
                tableId,
                row,
                target.text(),
                target.measure(),
                target.direction(),
                target.comparator(),
                target.value(),
                target.max(),
                target.unit(),
                target.scope(),
                target.baseline(),
                period.start(),
                period.end(),
                regions,
                new Trust(read * (doubts.isEmpty() ? 0.95 : 0.6), doubts));
    }

    /** The time that the clause names ({@code đến năm 2030}), what it compares with left out; else the plan's. */
    private Period period(String clause) {
        String own = clause.replaceFirst("(?i)so với.*", "");
        Optional<Moment> named =
                moments.all(own).stream().filter(Moment::hasYear).findFirst();
        if (named.isEmpty()) {
            return new Period(context.period().start(), context.period().end());
        }
        String before = BareText.of(own.substring(0, named.get().start()));
        boolean until = before.matches(".*(?<![a-z])(?:den|truoc|toi)(?: het)?(?: ngay)?\\s*$");
        return new Period(
                until ? Optional.empty() : named.get().firstDay(), named.get().lastDay());
    }

    private record Period(Optional<LocalDate> start, Optional<LocalDate> end) {}
}
