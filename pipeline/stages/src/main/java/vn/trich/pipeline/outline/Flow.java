package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final SignerName NAMES = new SignerName(new TitleReader());

    private Flow() {}

    /** Lines of body text, footnotes and tables of a file, in reading order. */
    static List<FlowItem> of(TableReading reading) {
        List<FlowItem> items = new ArrayList<>();
        Margins usual = usual(reading.rest().pages());
        RunningLines running = new RunningLines(reading.rest().pages());
        for (PageLayout page : reading.rest().pages()) {
            Margins margins = Margins.of(page);
            items.addAll(page(
                    page,
                    running.of(page),
                    margins.wide() ? margins : fallback(usual, margins),
                    tablesOf(reading, page)));
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

    /**
     * Lines of body text that were parted though no more than a blank stands between, put together, and words that stand
     * in a line's gap put into it; specks left out.
     */
    private static List<Line> mended(PageLayout page, Set<Line> running) {
        List<Line> mended = new ArrayList<>();
        int seen = 0;
        Extent extent = Extent.of(page);
        for (Line read : page.lines()) {
            boolean signer = signer(page, read);
            Line line = signer ? new Line(read.page(), read.words(), read.box(), Line.Kind.BODY) : read;
            if (line.kind() == Line.Kind.BODY && !page.page().synthetic() && speck(line)) {
                continue;
            }
            if (!signer && running.contains(line) || line.kind() == Line.Kind.BODY && pageNumber(extent, line)) {
                continue;
            }
            if (line.kind() == Line.Kind.NOISE && seen++ < 20 && numbered(line)) {
                line = new Line(line.page(), line.words(), line.box(), Line.Kind.BODY);
            }
            int at = page.page().synthetic() ? -1 : partner(mended, line);
            if (at >= 0) {
                mended.set(at, joined(mended.get(at), line));
            } else {
                mended.add(line);
            }
        }
        return mended;
    }

    /** Whether a line is the name of a person who signed several papers of the file, and so comes back low on their pages. */
    private static boolean signer(PageLayout page, Line line) {
        return line.kind() == Line.Kind.RUNNING_FOOT
                && line.box().centreX() > page.page().width() / 2
                && NAMES.in(line.text())
                        .filter(name -> NAMES.family(name.split(" ")[0]))
                        .isPresent();
    }

    /** Whether a line holds nothing but a figure and is the first or last of its page. */
    private static boolean pageNumber(Extent extent, Line line) {
        boolean edge = line.box().y0() <= extent.top() || line.box().y1() >= extent.bottom();
        return edge && line.text().matches("[-–]?\\s?\\d{1,3}\\s?[-–]?");
    }

    /** From where to where lines of body text stand on a page; nowhere if there are few. */
    private record Extent(double top, double bottom) {

        static Extent of(PageLayout page) {
            List<Box> body = page.lines().stream()
                    .filter(l -> l.kind() == Line.Kind.BODY)
                    .map(Line::box)
                    .toList();
            if (body.size() <= 3) {
                return new Extent(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            }
            return new Extent(
                    body.stream().mapToDouble(Box::y0).min().orElse(0),
                    body.stream().mapToDouble(Box::y1).max().orElse(0));
        }
    }

    /** Whether a line is a document's number: handwritten figures make it look like scribble. */
    private static boolean numbered(Line line) {
        return line.text().matches("(?i)^S\\p{L}.{0,14}/\\s?\\p{Lu}{2,}.*");
    }

    private static boolean speck(Line line) {
        boolean letters =
                line.words().stream().anyMatch(w -> w.text().codePoints().anyMatch(Character::isLetterOrDigit));
        return !letters && line.box().width() < 12 && !line.text().matches("[-–—+*•]");
    }

    private static int partner(List<Line> lines, Line line) {
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - 3); i--) {
            if (parted(lines.get(i), line)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean parted(Line before, Line line) {
        Box a = before.box();
        Box b = line.box();
        boolean body = before.kind() == Line.Kind.BODY && line.kind() == Line.Kind.BODY;
        boolean row = a.overlapY(b) > 0.55 * Math.min(a.height(), b.height())
                && Math.abs(a.centreY() - b.centreY()) < 0.5 * Math.max(a.height(), b.height());
        double gap = b.x0() - a.x1();
        boolean follows = gap >= 0 && gap < 0.6 * Math.min(a.height(), b.height());
        boolean number = gap >= 0
                && gap < 90
                && Bare.of(before.text()).matches("s[oe0-9][:.]?")
                && line.text().matches("^[\\d.]*\\s?/\\p{Lu}.*");
        return body && row && (follows || number || inGap(before, line));
    }

    /** Whether a short piece stands between the words of a line; the box of one may reach too far. */
    private static boolean inGap(Line line, Line piece) {
        Box box = piece.box();
        boolean inside = box.x0() > line.box().x0() && box.x1() < line.box().x1();
        long covered = line.words().stream()
                .filter(w -> w.box().overlapX(box) > 2)
                .limit(2)
                .count();
        return inside && covered <= 1 && box.width() < 0.35 * line.box().width();
    }

    private static Line joined(Line before, Line line) {
        List<Word> words = new ArrayList<>(before.words());
        words.addAll(line.words());
        words.sort(Comparator.comparingDouble(w -> w.box().x0()));
        return new Line(line.page(), words, before.box().union(line.box()), line.kind());
    }

    private static List<FlowItem> page(PageLayout page, Set<Line> running, Margins margins, List<Table> tables) {
        List<FlowItem> items = new ArrayList<>();
        List<FlowItem> notes = new ArrayList<>();
        Optional<Line> before = Optional.empty();
        int nextTable = 0;
        int seen = 0;
        for (Line line : mended(page, running)) {
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
