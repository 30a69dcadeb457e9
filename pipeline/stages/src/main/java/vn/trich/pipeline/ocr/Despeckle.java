package vn.trich.pipeline.ocr;

/**
 * Takes single dark pixels off a picture that stand out from all their neighbours: dust and a worn scanner, never part
 * of a stroke, since a stroke's pixels have a neighbour as dark.
 */
final class Despeckle {

    /** How dark a speck is at least. */
    private static final int DARK = 150;

    /** How much darker than each of its neighbours it is. */
    private static final int STANDS_OUT = 45;

    /** The picture without specks; where there are none, the same picture. */
    GrayPicture apply(GrayPicture picture) {
        int width = picture.width();
        byte[] in = picture.pixels();
        byte[] out = null;
        for (int y = 1; y < picture.height() - 1; y++) {
            for (int i = y * width + 1; i < (y + 1) * width - 1; i++) {
                int value = in[i] & 255;
                if (value < DARK
                        && (in[i - 1] & 255) >= value + STANDS_OUT
                        && (in[i + 1] & 255) >= value + STANDS_OUT) {
                    int around = around(in, i, width, value + STANDS_OUT);
                    if (around >= 0) {
                        if (out == null) {
                            out = in.clone();
                        }
                        out[i] = (byte) around;
                    }
                }
            }
        }
        return out == null ? picture : picture.with(out);
    }

    /** The mean of a pixel's neighbours, or -1 if one is darker than {@code least}. */
    private static int around(byte[] in, int i, int width, int least) {
        int sum = 0;
        for (int row = i - width; row <= i + width; row += width) {
            for (int at = row - 1; at <= row + 1; at++) {
                if (at != i) {
                    int value = in[at] & 255;
                    if (value < least) {
                        return -1;
                    }
                    sum += value;
                }
            }
        }
        return sum / 8;
    }
}
