package vn.trich.pipeline.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.output.Box;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word.Style;

/**
 * Puts glyphs that run to the right together to words: in the order in which they are shown first, since that order
 * is nearly always right inside a word; then pieces of one word that were shown apart are joined. Text that is shown
 * twice a hair apart, to look bold, is one word.
 */
final class WordAssembly {

    /** How far up and down from the baseline a word's box reaches, in parts of the font size. */
    private static final double ASCENT = 0.78;

    private static final double DESCENT = 0.22;

    /** Gap between words, in parts of the font size, where the page shows blanks of its own, and where it does not. */
    private static final double GAP_WITH_BLANKS = 0.25;

    private static final double GAP_WITHOUT_BLANKS = 0.15;

    private final double wordGap;

    private WordAssembly(double wordGap) {
        this.wordGap = wordGap;
    }

    /** The words of glyphs that all run to the right, in the order in which they are shown. */
    static List<LayerWord> assemble(List<Glyph> glyphs) {
        long blanks = glyphs.stream().filter(Glyph::blank).count();
        boolean hasBlanks = blanks * 25 >= glyphs.size();
        WordAssembly assembly = new WordAssembly(hasBlanks ? GAP_WITH_BLANKS : GAP_WITHOUT_BLANKS);
        List<Piece> pieces = assembly.pieces(glyphs);
        return assembly.joined(pieces).stream().map(Piece::word).toList();
    }

    private List<Piece> pieces(List<Glyph> glyphs) {
        List<Piece> pieces = new ArrayList<>();
        Piece open = null;
        boolean blankBefore = false;
        for (Glyph glyph : glyphs) {
            if (glyph.blank()) {
                if (open != null) {
                    open.blankAfter = true;
                }
                open = null;
                blankBefore = true;
            } else if (open != null && open.goesOnWith(glyph, wordGap)) {
                open.add(glyph);
            } else {
                open = new Piece(glyph, pieces.size(), blankBefore);
                pieces.add(open);
                blankBefore = false;
            }
        }
        return pieces;
    }

    /** Joins pieces of one line that touch, drops doubles, restores the order of showing. */
    private List<Piece> joined(List<Piece> pieces) {
        List<Piece> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble((Piece p) -> p.baseline).thenComparingInt(p -> p.order));
        List<Piece> result = new ArrayList<>();
        for (int from = 0; from < sorted.size(); ) {
            int to = from + 1;
            Piece first = sorted.get(from);
            while (to < sorted.size() && sorted.get(to).baseline - first.baseline <= 0.12 * first.size) {
                to++;
            }
            joinLine(sorted.subList(from, to), result);
            from = to;
        }
        result.sort(Comparator.comparingInt(p -> p.order));
        return result;
    }

    private void joinLine(List<Piece> line, List<Piece> result) {
        List<Piece> byX = new ArrayList<>(line);
        byX.sort(Comparator.comparingDouble((Piece p) -> p.x0).thenComparingInt(p -> p.order));
        Piece last = null;
        for (Piece piece : byX) {
            if (last != null && last.doubles(piece)) {
                last.bold = last.length();
            } else if (last != null && last.touches(piece, wordGap)) {
                last.append(piece);
            } else {
                last = piece;
                result.add(piece);
            }
        }
    }

    /** A run of glyphs being put together. */
    private static final class Piece {

        private final StringBuilder text = new StringBuilder();
        private final Map<String, Integer> fonts = new HashMap<>();
        private int order;
        private boolean blankBefore;
        private boolean blankAfter;
        private double x0;
        private double x1;
        private double baseline;
        private double size;
        private int bold;
        private int italic;
        private Glyph previous;

        Piece(Glyph glyph, int order, boolean blankBefore) {
            this.order = order;
            this.blankBefore = blankBefore;
            this.x0 = glyph.x();
            this.x1 = glyph.x();
            this.baseline = glyph.y();
            this.size = glyph.size();
            add(glyph);
        }

        int length() {
            return text.length();
        }

        boolean goesOnWith(Glyph glyph, double wordGap) {
            double unit = Math.max(size, glyph.size());
            boolean sameLine =
                    Math.abs(glyph.y() - baseline) <= 0.12 * unit && Math.min(size, glyph.size()) >= 0.7 * unit;
            if (combining(glyph.text())) {
                return glyph.x() >= x0 - unit && glyph.x() <= x1 + unit && Math.abs(glyph.y() - baseline) <= unit;
            }
            double gap = glyph.x() - x1;
            return sameLine && gap <= wordGap * unit && gap >= -0.5 * unit;
        }

        private static boolean combining(String text) {
            return Character.getType(text.codePointAt(0)) == Character.NON_SPACING_MARK;
        }

        void add(Glyph glyph) {
            boolean again = previous != null
                    && previous.text().equals(glyph.text())
                    && Math.abs(previous.x() - glyph.x()) < 0.1 * size;
            if (again) {
                bold = Math.min(length(), bold + glyph.text().length());
                return;
            }
            text.append(glyph.text());
            fonts.merge(glyph.font(), 1, Integer::sum);
            x1 = Math.max(x1, glyph.endX());
            x0 = Math.min(x0, Math.min(glyph.x(), glyph.endX()));
            bold += glyph.bold() ? glyph.text().length() : 0;
            italic += glyph.italic() ? glyph.text().length() : 0;
            previous = glyph;
        }

        /** Whether {@code other} shows the same text over this once more. */
        boolean doubles(Piece other) {
            return Math.abs(other.x0 - x0) < 0.15 * size && text.toString().contentEquals(other.text);
        }

        boolean touches(Piece right, double wordGap) {
            if (blankAfter || right.blankBefore && right.order > order || !similarSize(right)) {
                return false;
            }
            double gap = right.x0 - x1;
            return gap <= Math.min(wordGap, 0.15) * size && gap >= -0.3 * size;
        }

        private boolean similarSize(Piece other) {
            return Math.min(size, other.size) >= 0.7 * Math.max(size, other.size);
        }

        void append(Piece right) {
            text.append(right.text);
            right.fonts.forEach((font, count) -> fonts.merge(font, count, Integer::sum));
            x1 = Math.max(x1, right.x1);
            bold += right.bold;
            italic += right.italic;
            blankAfter = right.blankAfter;
            order = Math.min(order, right.order);
        }

        LayerWord word() {
            String font = fonts.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse("");
            Box box = new Box(x0, baseline - ASCENT * size, x1, baseline + DESCENT * size);
            Style style = new Style(size, 2 * bold > length(), 2 * italic > length());
            return new LayerWord(Word.read(text.toString(), box, 1, WordSource.TEXT_LAYER, style), font);
        }
    }
}
