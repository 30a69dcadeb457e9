package vn.trich.pipeline.ocr;

/**
 * Whitens what a scanner sees beside the paper: dark strips and wedges along the edges of the picture. A ruling line that
 * runs off the paper is too thin to be one, a letter at the edge too short.
 */
final class DarkEdges {

    /** Brightness under which a pixel is dark. */
    private static final int DARK = 150;

    /** Light pixels that a strip may begin with or hold, as compression leaves them. */
    private static final int LIGHT = 3;

    /** A strip is not deeper than this share of the picture. */
    private static final double DEEPEST = 0.08;

    /** A strip is at least so long and somewhere at least so deep, in inches. */
    private static final double SHORTEST_INCHES = 0.4;

    private static final double SHALLOWEST_INCHES = 0.04;

    /** What is whitened beyond a strip, in inches: its blurred edge. */
    private static final double BLUR_INCHES = 0.015;

    /**
     * The picture without dark edges; the picture itself if it has none.
     *
     * @param picture paper white
     */
    GrayPicture apply(GrayPicture picture) {
        int width = picture.width();
        int height = picture.height();
        byte[] out = whiten(picture, picture.pixels(), new Side(0, width, 1, height, width));
        out = whiten(picture, out, new Side(width - 1, width, -1, height, width));
        out = whiten(picture, out, new Side(0, 1, width, width, height));
        out = whiten(picture, out, new Side((height - 1) * width, 1, -width, width, height));
        return out == picture.pixels() ? picture : picture.with(out);
    }

    /**
     * A side of a picture, seen as lines that lead inwards.
     *
     * @param first index of the outermost pixel of the first line
     * @param next from there to the next line's
     * @param inwards from a pixel to the next of its line
     * @param lines how many there are
     * @param depth pixels of a line
     */
    private record Side(int first, int next, int inwards, int lines, int depth) {

        int at(int line, int pixel) {
            return first + line * next + pixel * inwards;
        }
    }

    /** The pixels so far without the strips of a side; copied only where they are still the picture's own. */
    private static byte[] whiten(GrayPicture picture, byte[] soFar, Side side) {
        int[] depths = depths(picture.pixels(), side);
        int shortest = (int) Math.round(SHORTEST_INCHES * picture.dpi());
        int shallowest = (int) Math.round(SHALLOWEST_INCHES * picture.dpi());
        int blur = Math.max(1, (int) Math.round(BLUR_INCHES * picture.dpi()));
        byte[] out = soFar;
        for (int from = 0; from < side.lines; from++) {
            if (depths[from] == 0) {
                continue;
            }
            int to = from;
            int deepest = 0;
            while (to < side.lines && depths[to] > 0) {
                deepest = Math.max(deepest, depths[to++]);
            }
            if (to - from >= shortest && deepest >= shallowest) {
                out = out == picture.pixels() ? out.clone() : out;
                for (int line = from; line < to; line++) {
                    for (int i = 0; i < Math.min(side.depth, depths[line] + blur); i++) {
                        out[side.at(line, i)] = (byte) 255;
                    }
                }
            }
            from = to;
        }
        return out;
    }

    /** How deep it is dark from the edge on, line by line; 0 where it is not, or where it does not end in time. */
    private static int[] depths(byte[] pixels, Side side) {
        int most = (int) (DEEPEST * side.depth);
        int[] depths = new int[side.lines];
        for (int line = 0; line < side.lines; line++) {
            int dark = 0;
            for (int i = 0; i - dark <= LIGHT && dark <= most; i++) {
                if ((pixels[side.at(line, i)] & 255) < DARK) {
                    dark = i + 1;
                }
            }
            depths[line] = dark <= most ? dark : 0;
        }
        return depths;
    }
}
