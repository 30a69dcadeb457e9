package vn.trich.pipeline.ocr;

import java.util.List;

/**
 * A line of text found on a picture, or the part of one between wide gaps, before it is read.
 *
 * @param box around its ink
 * @param top the top of its small letters
 * @param base its baseline
 * @param pieces the boxes of its pieces of ink, left to right
 */
record TextLine(PixelBox box, int top, int base, List<PixelBox> pieces) {

    /** A speck is no larger than this share of the line's height, and so far from the baseline, where points stand. */
    private static final double SPECK = 0.2;

    TextLine {
        pieces = List.copyOf(pieces);
    }

    /** The line without pieces that are as small as a point and stand where none can. */
    TextLine withoutSpecks() {
        int height = base - top;
        List<PixelBox> text = pieces.stream()
                .filter(p ->
                        Math.max(p.width(), p.height()) > SPECK * height || Math.abs(p.y1() - base) <= SPECK * height)
                .toList();
        return text.isEmpty() || text.size() == pieces.size() ? this : new TextLine(box, top, base, text);
    }

    /**
     * The line alone on white paper, its neighbours' ink left out.
     *
     * @param picture the picture it was found on
     * @param margin white around it, in pixels
     */
    GrayPicture cutOut(GrayPicture picture, int margin) {
        int width = box.width() + 2 * margin;
        int height = box.height() + 2 * margin;
        byte[] out = new byte[width * height];
        java.util.Arrays.fill(out, (byte) 255);
        for (PixelBox piece : pieces) {
            // A pixel more on each side keeps the grey edges of strokes.
            PixelBox copied = piece.shrunk(-2).within(box.shrunk(-margin).within(picture.bounds()));
            for (int y = copied.y0(); y < copied.y1(); y++) {
                System.arraycopy(
                        picture.pixels(),
                        y * picture.width() + copied.x0(),
                        out,
                        (y - box.y0() + margin) * width + copied.x0() - box.x0() + margin,
                        copied.width());
            }
        }
        return new GrayPicture(width, height, picture.dpi(), out);
    }
}
