package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.trich.output.Box;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.outline.FlowItem.FlowTable;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;
import vn.trich.pipeline.table.TableReading;

/** Puts lines and tables of all pages into one row, leaving out what is no text of the document. */
final class Flow {
    private static final int TOP_LINES = 6;

    private Flow() {}

    /** Lines of body text, footnotes and tables of a file, in reading order. */
    static List<FlowItem> of(TableReading reading) {
        List<FlowItem> items = new ArrayList<>();
        Margins usual = usual(reading.rest().pages());
        for (PageLayout page : reading.rest().pages()) {
            Margins margins = Margins.of(page);
            items.addAll(page(page, margins.wide() ? margins : fallback(usual, margins), tablesOf(reading, page)));
        }
        return List.copyOf(items);
    }

    private static Margins usual(List<PageLayout> pages) {
        return pages.stream()
                .map(Margins::of)
                .filter(Margins::wide)
                .findFirst()
                .orElse(new Margins(85, 552, 18, false));
    }

    private static Margins fallback(Margins usual, Margins own) {
        return usual.wide() ? usual : own;
    }

    private static List<Table> tablesOf(TableReading reading, PageLayout page) {
        return reading.tables().stream()
                .filter(t -> !t.regions().isEmpty()
                        && t.regions().get(0).page() == page.page().number())
                .sorted(Comparator.comparingDouble(Flow::topOf))
                .toList();
    }

    private static double topOf(Table table) {
        Box box = table.regions().get(0).bbox();
        if (box != null) {
            return box.y0();
        }
        return table.cells().stream()
                .filter(c -> c.row() == 1)
                .map(Cell::words)
                .flatMap(List::stream)
                .map(Word::box)
                .mapToDouble(Box::y0)
                .min()
                .orElse(0);
    }

    /** Lines of body text that were parted though no more than a blank stands between, put together. */
    private static List<Line> mended(List<Line> lines) {
        List<Line> mended = new ArrayList<>();
        for (Line line : lines) {
            Line before = mended.isEmpty() ? null : mended.get(mended.size() - 1);
            if (before != null && parted(before, line)) {
                List<Word> words = new ArrayList<>(before.words());
                words.addAll(line.words());
                Box box = before.box().union(line.box());
                mended.set(mended.size() - 1, new Line(line.page(), words, box, line.kind()));
            } else {
                mended.add(line);
            }
        }
        return mended;
    }

    private static boolean parted(Line before, Line line) {
        double gap = line.box().x0() - before.box().x1();
        double shared = before.box().overlapY(line.box());
        return before.kind() == Line.Kind.BODY
                && line.kind() == Line.Kind.BODY
                && gap >= 0
                && gap < 0.6 * line.box().height()
                && shared > 0.6 * Math.max(before.box().height(), line.box().height());
    }

    private static List<FlowItem> page(PageLayout page, Margins margins, List<Table> tables) {
        List<FlowItem> items = new ArrayList<>();
        List<FlowItem> notes = new ArrayList<>();
        Optional<Line> before = Optional.empty();
        int nextTable = 0;
        int seen = 0;
        for (Line line : mended(page.lines())) {
            if (line.kind() != Line.Kind.BODY && line.kind() != Line.Kind.FOOTNOTE) {
                continue;
            }
            while (nextTable < tables.size()
                    && topOf(tables.get(nextTable)) < line.box().centreY()) {
                items.add(new FlowTable(page.page().number(), tables.get(nextTable++)));
                before = Optional.empty();
            }
            double gap = before.map(b -> (line.box().centreY() - b.box().centreY()) / margins.pitch())
                    .orElse(0.0);
            FlowLine flowing = new FlowLine(
                    line.page(),
                    line.words(),
                    line.box(),
                    margins,
                    gap,
                    seen++ < TOP_LINES,
                    page.page().synthetic(),
                    line.kind());
            if (line.kind() == Line.Kind.FOOTNOTE) {
                notes.add(flowing);
            } else {
                items.add(flowing);
                before = Optional.of(line);
            }
        }
        while (nextTable < tables.size()) {
            items.add(new FlowTable(page.page().number(), tables.get(nextTable++)));
        }
        items.addAll(notes);
        return items;
    }
}
