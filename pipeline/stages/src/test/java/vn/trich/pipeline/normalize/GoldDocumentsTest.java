package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.output.ColumnRole;
import vn.trich.output.TargetRecord;
import vn.trich.output.TaskRecord;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.table.Cell;

/**
 * Measures this stage on true documents, as if the stages before had made no mistake: what it reads of deadlines, units
 * and goals against what people read. Skipped where the documents are not at hand.
 */
class GoldDocumentsTest {

    private static final Path GOLD = Path.of(System.getProperty("trich.gold", "../../../shared/documents/gold"));

    private final Normalization normalization = new Normalization(Gazetteer.load());
    private final List<String> misses = new ArrayList<>();
    private final Share due = new Share();
    private final Share lead = new Share();
    private final Share coord = new Share();
    private final Share textTasks = new Share();
    private int targetsTrue;
    private int targetsRead;
    private int targetsFound;
    private int targetsExact;

    @Test
    void readsTrueDocumentsAsPeopleDo() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(GOLD), "no documents at hand");
        try (Stream<Path> files = Files.list(GOLD)) {
            for (Path file : files.sorted().toList()) {
                misses.add("== " + file.getFileName());
                for (Element root : GoldPaper.documents(Files.readString(file))) {
                    measure(root);
                }
            }
        }
        double precision = (double) targetsFound / targetsRead;
        double recall = (double) targetsFound / targetsTrue;
        double f1 = 2 * precision * recall / (precision + recall);
        misses.add("due %s lead %s coord %s text tasks %s targets P %.3f R %.3f F1 %.3f exact %.3f"
                .formatted(due, lead, coord, textTasks, precision, recall, f1, (double) targetsExact / targetsTrue));
        String report = String.join("\n", misses);

        assertThat(due.value()).as("deadlines%n%s", report).isGreaterThanOrEqualTo(0.98);
        assertThat(lead.value()).as("lead units%n%s", report).isGreaterThanOrEqualTo(0.98);
        assertThat(coord.value()).as("coordinating units%n%s", report).isGreaterThanOrEqualTo(0.98);
        assertThat(f1).as("goals%n%s", report).isGreaterThanOrEqualTo(0.95);
    }

    private void measure(Element root) {
        Paper paper = GoldPaper.of(root);
        Normalized read = normalization.apply(paper);
        measureTables(root, paper, read);
        measureTargets(root, read);
        List<String> truth = root.select("section.task").stream()
                .map(section -> section.attr("data-label"))
                .toList();
        List<String> texts = read.tasks().stream()
                .filter(task -> task.source() == TaskRecord.Source.TEXT)
                .map(TaskRecord::label)
                .toList();
        if (!truth.equals(texts)) {
            misses.add("text tasks " + texts + " true " + truth);
        }
        truth.forEach(label -> textTasks.count(texts.contains(label)));
    }

    private void measureTables(Element root, Paper paper, Normalized read) {
        List<Element> tables = root.select("table");
        for (int t = 0; t < tables.size(); t++) {
            String id = Paper.tableId(t);
            var table = paper.allTables().get(t).block().table();
            List<Element> rows = tables.get(t).select("tr");
            for (TaskRecord task : read.tasks()) {
                if (!task.tableId().equals(id)) {
                    continue;
                }
                Element row = rows.get(task.row().getAsInt() - 1);
                List<Cell> cells = table.cells().stream()
                        .filter(cell -> cell.row() == task.row().getAsInt() && cell.column() <= table.columns())
                        .toList();
                for (int c = 0; c < cells.size(); c++) {
                    compare(
                            row.children().get(c),
                            table.roles().get(cells.get(c).column() - 1),
                            task);
                }
            }
        }
    }

    private void compare(Element cell, ColumnRole role, TaskRecord task) {
        String text = GoldPaper.text(cell);
        if (cell.hasAttr("data-due")) {
            count(
                    due,
                    "due",
                    cell.attr("data-due").replaceFirst("^half ", "half_year "),
                    DueParserTest.written(task.due()),
                    text);
        }
        String units = cell.attr("data-units");
        if (cell.hasAttr("data-units")) {
            boolean takesPart = role == ColumnRole.COORD;
            count(
                    takesPart ? coord : lead,
                    role.name(),
                    units,
                    names(takesPart ? task.coordUnits() : task.leadUnits()),
                    text);
        }
        if (cell.hasAttr("data-lead")) {
            count(lead, "lead", cell.attr("data-lead"), names(task.leadUnits()), text);
            count(coord, "coord", cell.attr("data-coord"), names(task.coordUnits()), text);
        }
    }

    private void count(Share share, String what, String truth, String read, String text) {
        boolean right = BareText.words(truth).equals(BareText.words(read))
                && truth.split("\\|").length == read.split("\\|").length;
        share.count(right);
        if (!right) {
            misses.add(what + ": " + read + " true " + truth + " of " + text);
        }
    }

    private static String names(List<TaskRecord.UnitPart> parts) {
        return String.join("|", parts.stream().map(TaskRecord.UnitPart::name).toList());
    }

    private void measureTargets(Element root, Normalized read) {
        List<Element> truth = new ArrayList<>(root.select("mark.target"));
        List<TargetRecord> open = new ArrayList<>(read.targets());
        targetsTrue += truth.size();
        targetsRead += open.size();
        for (Element mark : truth) {
            String[] t = mark.attr("data-t").split(" ");
            String text = GoldPaper.text(mark);
            TargetRecord best = null;
            for (TargetRecord target : open) {
                if (target.value().toPlainString().equals(t[2])
                        && shared(text, target.text()) >= 0.5
                        && (best == null || shared(text, target.text()) > shared(text, best.text()))) {
                    best = target;
                }
            }
            if (best == null) {
                misses.add("goal missed: " + mark.attr("data-t") + " " + text);
                continue;
            }
            open.remove(best);
            targetsFound++;
            String written = best.direction().name().toLowerCase(Locale.ROOT)
                    + " " + best.comparator().sign() + " " + best.value().toPlainString() + " "
                    + best.valueMax().map(Object::toString).orElse("-") + " "
                    + best.unit().replace(' ', '_');
            boolean exact = written.equals(mark.attr("data-t")) && best.scope().equals(mark.attr("data-scope"));
            targetsExact += exact ? 1 : 0;
            if (!exact) {
                misses.add("goal: " + written + " [" + best.scope() + "] true " + mark.attr("data-t") + " ["
                        + mark.attr("data-scope") + "] of " + text);
            }
        }
        open.forEach(
                target -> misses.add("goal made up: " + target.value() + " " + target.unit() + " " + target.text()));
    }

    private static double shared(String a, String b) {
        Set<String> some = new HashSet<>(Arrays.asList(BareText.words(a).split(" ")));
        Set<String> more = new HashSet<>(Arrays.asList(BareText.words(b).split(" ")));
        int smaller = Math.min(some.size(), more.size());
        some.retainAll(more);
        return (double) some.size() / smaller;
    }

    private static final class Share {
        private int right;
        private int all;

        void count(boolean isRight) {
            all++;
            right += isRight ? 1 : 0;
        }

        double value() {
            return all == 0 ? 1 : (double) right / all;
        }

        @Override
        public String toString() {
            return right + "/" + all;
        }
    }
}
