package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** Confidence from which a short word is one. */
    private static final double SURE = 0.5;

    private final HeaderFinder headers;
    private final ColumnRoles columnRoles;
    private final TableJoiner joiner;
    private final TableMaker maker;
    private final PageTables pageTables;

    /** Reads its vocabulary. */
    public TableRecognition() {
        RoleVocabulary vocabulary = new RoleVocabulary();
        this.headers = new HeaderFinder(vocabulary);
        this.columnRoles = new ColumnRoles(vocabulary);
        this.joiner = new TableJoiner(headers, columnRoles);
        this.maker = new TableMaker(headers, columnRoles);
        this.pageTables = new PageTables(vocabulary);
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
        for (PageLayout page : layout.pages()) {
            PageTables.Found onPage = pageTables.find(page);
            List<Draft> found = onPage.drafts();
            PageLayout left = withoutTables(page, onPage);
            rest.add(left);
            double from = Double.NEGATIVE_INFINITY;
            for (Draft draft : found) {
                Box box = draft.parts().get(0).box();
                textSince |= textBetween(left, from, box.y0());
                from = box.y1();
                Optional<Draft> last = textSince || open.isEmpty() ? Optional.empty() : last(open, page);
                if (last.isPresent() && joiner.belongs(last.get(), draft)) {
                    open.set(open.size() - 1, joiner.join(last.get(), rowsParted(draft, last)));
                } else {
                    open.add(rowsParted(draft, Optional.empty()));
                }
                textSince = false;
            }
            textSince |= textBetween(left, from, Double.POSITIVE_INFINITY);
        }
        return new TableReading(open.stream().map(maker::make).toList(), new DocumentLayout(rest));
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

    /** Whether text of the document stands between two heights of a page; "(continued)" does not count. */
    private static boolean textBetween(PageLayout page, double from, double to) {
        return page.lines().stream()
                .filter(l -> l.kind() == Line.Kind.BODY)
                .filter(l -> l.box().centreY() > from && l.box().centreY() < to)
                .filter(l -> !isSpeck(l))
                .map(Line::text)
                .anyMatch(t -> t.length() > 1 && !saysContinued(t));
    }

    /** Whether a line is what dirt on the paper was read as: one short word, read without confidence. */
    private static boolean isSpeck(Line line) {
        return line.words().size() == 1
                && line.text().length() <= LONGEST_SPECK
                && line.words().get(0).confidence() < SURE;
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
