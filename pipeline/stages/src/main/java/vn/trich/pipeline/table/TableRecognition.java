package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.trich.models.language.LanguageModel;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.pipeline.layout.DocumentLayout;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.page.Word;

/**
 * Finds the tables of a file: grids on each page, joined over pages, with header, column roles, heading rows and kind
 * told. Every word on a table's area ends up in exactly one cell; only header rows repeated on later pages are dropped.
 * The time taken grows with {@code n log n} in words and lines of a page; absurd numbers of lines are cut off with a
 * doubt.
 */
public final class TableRecognition {

    /** Dirt is not read as longer words. */
    private static final int LONGEST_SPECK = 4;

    /** No text stands so near to the edge of a page, in points. */
    private static final double EDGE = 8;

    /** Nor are page numbers. */
    private static final int LONGEST_NUMBER = 3;

    /** Confidence from which a short word is one. */
    private static final double SURE = 0.5;

    private final HeaderFinder headers;
    private final ColumnRoles columnRoles;
    private final TableJoiner joiner;
    private final TableMaker maker;
    private final PageTables pageTables = new PageTables();
    private final DumpRows dumpRows;
    private final LayoutTables layoutTables;

    /** Reads its vocabulary. What stands together in plain text without a grid, it judges without a language model. */
    public TableRecognition() {
        this(Optional.empty());
    }

    /** Reads its vocabulary. {@code model} tells which words go on a sentence where plain text lost its grid. */
    public TableRecognition(LanguageModel model) {
        this(Optional.of(model));
    }

    private TableRecognition(Optional<LanguageModel> model) {
        RoleVocabulary vocabulary = new RoleVocabulary();
        this.headers = new HeaderFinder(vocabulary);
        ColumnWords words = new ColumnWords();
        this.columnRoles = new ColumnRoles(vocabulary, words);
        this.joiner = new TableJoiner(headers, columnRoles);
        this.maker = new TableMaker(headers, columnRoles);
        this.dumpRows = new DumpRows(vocabulary, words, model);
        this.layoutTables = new LayoutTables(vocabulary, columnRoles);
    }

    /**
     * Recognises the tables of one file.
     *
     * @param layout its pages in lines
     * @return the tables in reading order, and the pages without the lines that stand in them
     */
    public TableReading apply(DocumentLayout layout) {
        List<Draft> open = new ArrayList<>();
        List<PageLayout> rest = new ArrayList<>();
        boolean textSince = false;
        Map<PageLayout, PageTables.Found> grids = new IdentityHashMap<>();
        boolean tabs = TabbedRows.holdsTabs(
                layout.pages().stream().filter(p -> p.page().synthetic()).toList());
        layout.pages().forEach(page -> grids.put(page, pageTables.find(page, tabs)));
        List<Draft> rebuilt = rebuilt(layout.pages(), grids);
        for (PageLayout page : layout.pages()) {
            PageTables.Found onPage = with(grids.get(page), page, rebuilt);
            PageLayout left = withoutTables(page, onPage);
            rest.add(left);
            List<Draft> found = onPage.drafts().stream()
                    .filter(d -> d.parts().get(0).page() == page.page().number())
                    .toList();
            double from = Double.NEGATIVE_INFINITY;
            Optional<Box> over = Optional.empty();
            for (Draft draft : found) {
                Box box = draft.parts().get(0).box();
                textSince |= textBetween(left, from, box.y0(), Optional.of(box));
                from = box.y1();
                over = Optional.of(box);
                boolean whole = draft.parts().size() > 1 || rebuilt.contains(draft);
                Optional<Draft> last = whole || textSince || open.isEmpty() ? Optional.empty() : last(open, page);
                if (last.isPresent() && joiner.belongs(last.get(), draft)) {
                    open.set(open.size() - 1, joiner.join(last.get(), rowsParted(draft, last)));
                } else {
                    open.add(rowsParted(draft, Optional.empty()));
                }
                textSince = false;
            }
            textSince |= textBetween(left, from, Double.POSITIVE_INFINITY, over);
        }
        return new TableReading(open.stream().map(maker::make).toList(), new DocumentLayout(rest));
    }

    /** Tables of plain text without a grid, each over all its pages. */
    private List<Draft> rebuilt(List<PageLayout> pages, Map<PageLayout, PageTables.Found> grids) {
        List<PageLayout> plain =
                pages.stream().filter(p -> p.page().synthetic()).toList();
        Set<Word> known = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PageLayout page : plain) {
            grids.get(page).drafts().forEach(d -> known.addAll(PageTables.sources(page, d)));
        }
        double width = plain.stream().mapToDouble(p -> p.page().width()).max().orElse(0);
        if (plain.isEmpty()) {
            return List.of();
        }
        List<Draft> found = new ArrayList<>(layoutTables.find(DumpText.of(plain, w -> !known.contains(w)), width));
        for (PageLayout page : plain) {
            found.forEach(d -> known.addAll(PageTables.sources(page, d)));
        }
        found.addAll(dumpRows.find(DumpText.of(plain, w -> !known.contains(w)), width));
        return found;
    }

    /** What was found on a page with those of the rebuilt tables that stand on it, from the top. */
    private static PageTables.Found with(PageTables.Found found, PageLayout page, List<Draft> rebuilt) {
        int number = page.page().number();
        List<Draft> all = new ArrayList<>(found.drafts());
        rebuilt.stream()
                .filter(d -> d.parts().stream().anyMatch(p -> p.page() == number))
                .forEach(all::add);
        all.sort(Comparator.comparingDouble(d -> d.parts().stream()
                .filter(p -> p.page() == number)
                .mapToDouble(p -> p.box().y0())
                .min()
                .orElse(0)));
        return new PageTables.Found(all, found.noise());
    }

    /** The table of one page with rows parted that no line parts; {@code before} is the same table on earlier pages. */
    private Draft rowsParted(Draft draft, Optional<Draft> before) {
        if (draft.synthetic()) {
            return draft;
        }
        Draft headed = before.filter(b -> b.columns() == draft.columns()).orElse(draft);
        List<ColumnRole> roles = columnRoles.of(headed, headers.rows(headed)).roles();
        boolean known =
                before.filter(b -> b.doubts().contains(RowSplitter.DOUBT)).isPresent();
        int headerRows = headers.rows(draft);
        return RowSplitter.split(draft, roles, headerRows, known);
    }

    /** The last table, if it ends on this page or the one before. */
    private static Optional<Draft> last(List<Draft> open, PageLayout page) {
        Draft last = open.get(open.size() - 1);
        int ends = last.parts().get(last.parts().size() - 1).page();
        return page.page().number() - ends <= 1 ? Optional.of(last) : Optional.empty();
    }

    /**
     * Whether text of the document stands between two heights of a page; "(continued)" does not count, nor what stands
     * wholly beside the table above or below, as heads do that run along the side of a page that lies.
     */
    private static boolean textBetween(PageLayout page, double from, double to, Optional<Box> table) {
        return page.lines().stream()
                .filter(l -> l.kind() == Line.Kind.BODY)
                .filter(l -> table.filter(t -> l.box().x0() >= t.x1() || l.box().x1() <= t.x0())
                        .isEmpty())
                .filter(l -> l.box().centreY() > from && l.box().centreY() < to)
                .filter(l -> !isSpeck(l) && !isAtEdge(l, page))
                .map(Line::text)
                .anyMatch(t -> t.length() > 1 && !saysContinued(t));
    }

    /** Whether a line is what dirt on the paper, or a page number, was misread as: one short word. */
    private static boolean isSpeck(Line line) {
        int length = line.text().length();
        boolean unsure = line.words().get(0).confidence() < SURE;
        return line.words().size() == 1 && (length <= LONGEST_NUMBER || length <= LONGEST_SPECK && unsure);
    }

    /** Whether a line stands where no printer prints: the edge of the paper was read. */
    private static boolean isAtEdge(Line line, PageLayout page) {
        return line.box().y1() < EDGE || line.box().y0() > page.page().height() - EDGE;
    }

    private static boolean saysContinued(String text) {
        return text.length() < 60 && Fold.bare(text).contains("tiep theo");
    }

    private static PageLayout withoutTables(PageLayout page, PageTables.Found found) {
        if (found.drafts().isEmpty()) {
            return page;
        }
        Set<Word> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        found.drafts().forEach(t -> inside.addAll(PageTables.sources(page, t)));
        Set<Word> noise = Collections.newSetFromMap(new IdentityHashMap<>());
        noise.addAll(found.noise());
        List<Line> lines = new ArrayList<>();
        for (Line line : page.lines()) {
            part(line, w -> !inside.contains(w), line.kind()).ifPresent(lines::add);
            part(line, noise::contains, Line.Kind.NOISE).ifPresent(lines::add);
        }
        return new PageLayout(page.page(), lines);
    }

    private static Optional<Line> part(Line line, Predicate<Word> wanted, Line.Kind kind) {
        List<Word> words = line.words().stream().filter(wanted).toList();
        return words.stream().map(Word::box).reduce(Box::union).map(box -> new Line(line.page(), words, box, kind));
    }
}
