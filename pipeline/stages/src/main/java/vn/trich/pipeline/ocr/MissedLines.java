package vn.trich.pipeline.ocr;

import java.util.Comparator;
import java.util.List;

/**
 * Finds lines of text that a reading of the page left out, as it does with names between a seal and a signature: what
 * is set aside as a picture is not read. Takes the ink of all words off the page and looks for lines in the rest; rings
 * and strokes of the pen are no lines, since their pieces are not as high as letters.
 */
final class MissedLines {

    /** Words read less surely than this may be what a missed line was taken for. */
    static final double DOUBTFUL = 0.4;

    private static final int MOST = 8;
    /** A paragraph or a cell may end in a line of one short word. */
    private static final int LEAST_PIECES = 2;

    private static final double NARROWEST_HEIGHTS = 2.5;
    private static final double LOWEST_INCHES = 0.04;
    private static final double HIGHEST_INCHES = 0.16;
    private static final double WIDEST_INCHES = 5;

    private final LineFinder finder = new LineFinder();

    /**
     * Lines that look like text and were not read, top to bottom.
     *
     * @param ink the text's ink
     * @param read what was read of it
     */
    List<TextLine> find(Bitmap ink, List<RecognisedLine> read) {
        byte[] rest = ink.ink().clone();
        int slack = Math.max(1, (int) Math.round(ink.dpi() / 100));
        PixelBox page = new PixelBox(0, 0, ink.width(), ink.height());
        for (RecognisedLine line : read) {
            for (RecognisedWord word : line.words()) {
                if (word.confidence() >= DOUBTFUL) {
                    word.box().shrunk(-slack).within(page).fill(rest, ink.width(), (byte) 0);
                }
            }
        }
        return finder.find(new Bitmap(ink.width(), ink.height(), ink.dpi(), rest), page).stream()
                .filter(line -> looksLikeText(line, ink.dpi()))
                .map(MissedLines::withoutStrokes)
                .sorted(Comparator.comparingInt((TextLine line) -> -line.box().width()))
                .limit(MOST)
                .sorted(Comparator.comparingInt((TextLine line) -> line.box().y0())
                        .thenComparingInt(line -> line.box().x0()))
                .toList();
    }

    private static boolean looksLikeText(TextLine line, double dpi) {
        int height = line.base() - line.top();
        long letters = line.pieces().stream()
                .filter(p -> p.height() >= 0.7 * height && isLetter(p, height))
                .count();
        return height >= LOWEST_INCHES * dpi
                && height <= HIGHEST_INCHES * dpi
                && line.box().width() >= NARROWEST_HEIGHTS * height
                && line.box().width() <= WIDEST_INCHES * dpi
                && letters >= LEAST_PIECES
                && 2 * letters >= line.pieces().size();
    }

    private static boolean isLetter(PixelBox piece, int height) {
        return piece.height() <= 2.2 * height && piece.width() <= 4 * height;
    }

    /** The line without the strokes of a pen that cross it. */
    private static TextLine withoutStrokes(TextLine line) {
        int height = line.base() - line.top();
        List<PixelBox> letters =
                line.pieces().stream().filter(p -> isLetter(p, height)).toList();
        PixelBox box = new PixelBox(
                letters.stream().mapToInt(PixelBox::x0).min().orElseThrow(),
                letters.stream().mapToInt(PixelBox::y0).min().orElseThrow(),
                letters.stream().mapToInt(PixelBox::x1).max().orElseThrow(),
                letters.stream().mapToInt(PixelBox::y1).max().orElseThrow());
        return new TextLine(box, line.top(), line.base(), letters);
    }
}
