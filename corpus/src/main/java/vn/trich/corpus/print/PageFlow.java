package vn.trich.corpus.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.trich.corpus.paper.Block;
import vn.trich.corpus.paper.Bundle;
import vn.trich.corpus.paper.Rich;

/** The flow of text from page to page: margins, page numbers, footnotes at the foot. */
final class PageFlow {

    private static final double MM = 72 / 25.4;
    private static final double SHORT = 595.28;
    private static final double LONG = 841.89;
    private static final double NOTE_SIZE = 10;

    private final Metrics metrics;
    private final Lines lines;
    private final Bundle.Style style;
    private final List<Sheet> done = new ArrayList<>();
    private final Map<Integer, Block.Footnote> notes = new HashMap<>();
    private final Map<Block, Integer> pages = new IdentityHashMap<>();
    private List<Lines.Line> held = new ArrayList<>();
    private Block opened;
    private SheetBuilder sheet;
    private boolean landscape;
    private int number;
    private double y;

    PageFlow(Metrics metrics, Bundle.Style style) {
        this.metrics = metrics;
        this.style = style;
        lines = new Lines(metrics);
    }

    Lines lines() {
        return lines;
    }

    Bundle.Style style() {
        return style;
    }

    /** The page to draw on; what was opened last begins on it. */
    SheetBuilder sheet() {
        if (opened != null) {
            pages.put(opened, done.size());
            opened = null;
        }
        return sheet;
    }

    double left() {
        return (landscape ? 20 : style.leftMargin()) * MM;
    }

    double right() {
        return sheet.width() - 17 * MM;
    }

    double top() {
        return 20 * MM;
    }

    /** Where text ends on this page, above its footnotes. */
    double bottom() {
        return sheet.height() - 20 * MM - notesHeight(held.size());
    }

    double y() {
        return y;
    }

    void moveTo(double to) {
        y = to;
    }

    void skip(double by) {
        y += by;
    }

    /** Makes a footnote known before the text that bears its mark. */
    void announce(Block.Footnote note) {
        notes.put(note.mark(), note);
    }

    /** Says that what is drawn next is the beginning of that block. */
    void open(Block block) {
        opened = block;
    }

    /** The pages, from 0, on which the blocks begin that were opened, and those at whose foot the footnotes stand. */
    Map<Block, Integer> pages() {
        return pages;
    }

    /** Begins a part with pages of its own, counted from 1. */
    void begin(boolean across) {
        finish();
        landscape = across;
        number = 0;
        newPage();
    }

    /** Ends the page. */
    void newPage() {
        if (sheet != null) {
            finish();
        }
        number++;
        sheet = landscape ? new SheetBuilder(LONG, SHORT, metrics) : new SheetBuilder(SHORT, LONG, metrics);
        y = top();
        if (number > 1) {
            pageNumber();
        }
    }

    private void pageNumber() {
        double size = style.pageNumberAtFoot() ? 12 : 13;
        Lines.Line line = lines.breakText(Rich.of("" + number), Face.REGULAR, size, 200, 0)
                .get(0);
        if (style.pageNumberAtFoot()) {
            sheet.line(line, left(), right(), sheet.height() - 11 * MM, SheetBuilder.Adjust.RIGHT);
        } else {
            sheet.line(line, left(), right(), 13 * MM, SheetBuilder.Adjust.CENTRE);
        }
    }

    /** Ends the last page. */
    void finish() {
        if (sheet == null) {
            return;
        }
        double at = sheet.height() - 20 * MM - notesHeight(held.size());
        if (!held.isEmpty()) {
            sheet.rule(left(), at + 5, left() + 140, at + 5, 0.6, false);
            at += 8;
            for (Lines.Line line : held) {
                at += NOTE_SIZE * 1.15;
                sheet.line(line, left(), right(), at - 2, SheetBuilder.Adjust.JUSTIFIED);
            }
        }
        held = new ArrayList<>();
        done.add(sheet.build());
        sheet = null;
    }

    private static double notesHeight(int count) {
        return count == 0 ? 0 : 10 + count * NOTE_SIZE * 1.15;
    }

    /** Leaves the page if so much does not fit on it. */
    void need(double height) {
        if (y + height > bottom() && y > top() + 1) {
            newPage();
        }
    }

    /**
     * Sets lines one below the other, on further pages where they do not fit.
     *
     * @param indent indent of the first line
     * @param keep how much must follow the last line on its page, in points
     */
    void set(List<Lines.Line> text, double size, double indent, SheetBuilder.Adjust adjust, double keep) {
        double pitch = size * style.leading();
        for (int i = 0; i < text.size(); i++) {
            Lines.Line line = text.get(i);
            List<Lines.Line> more = footnotes(line);
            double extra = notesHeight(held.size() + more.size()) - notesHeight(held.size());
            boolean widow = i == text.size() - 2 || i == 0 && text.size() > 1;
            double last = i == text.size() - 1 ? keep : 0;
            need(pitch * (widow ? 2 : 1) + extra + last);
            held.addAll(more);
            y += pitch;
            double left = left() + (i == 0 ? indent : 0);
            sheet().line(line, left, right(), y - pitch * 0.26, adjust);
            line.notes().stream().map(notes::get).filter(Objects::nonNull).forEach(n -> pages.put(n, done.size()));
        }
    }

    private List<Lines.Line> footnotes(Lines.Line line) {
        List<Lines.Line> more = new ArrayList<>();
        for (int mark : line.notes()) {
            Rich note = notes.containsKey(mark) ? notes.get(mark).text() : Rich.EMPTY;
            Rich text = Rich.join(Rich.of(mark + " "), note);
            more.addAll(lines.breakText(text, Face.REGULAR, NOTE_SIZE, right() - left(), 0));
        }
        return more;
    }

    List<Sheet> sheets() {
        return List.copyOf(done);
    }
}
