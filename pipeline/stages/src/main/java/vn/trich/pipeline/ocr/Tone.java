package vn.trich.pipeline.ocr;

/**
 * Makes strokes as dark against the paper as the recogniser likes them. Its network was taught on print as a clean
 * scanner sees it. On noisy pages the greys between ink and paper are made lighter, which takes the noise off the
 * paper; on clean pages with hair-thin strokes they are made darker, which gives the strokes their body back.
 */
final class Tone {

    /** Deviation of the noise, in steps of 255, from which a page is noisy. */
    private static final double NOISY = 2;

    /** Noise above which a page is too noisy for anything to be made darker. */
    private static final double MOST_CLEAN = 3;

    /** Mean length of ink along a row, in inches, under which strokes are hair-thin. */
    private static final double THIN_INCHES = 0.016;

    /** Longer runs are no strokes. */
    private static final double LONGEST_INCHES = 0.06;

    private static final double DARKER = 2;
    private static final double LIGHTER = 0.7;

    /** Brightness from which a pixel is paper. */
    private static final int PAPER = 200;

    /** Brightness under which a pixel is ink. */
    private static final int INK = 150;

    /** Applies what suits the page. */
    GrayPicture apply(GrayPicture levelled) {
        double exponent = exponent(noise(levelled), strokeInches(levelled));
        if (exponent == 1) {
            return levelled;
        }
        byte[] curve = new byte[256];
        for (int i = 0; i < 256; i++) {
            curve[i] = (byte) Math.round(255 * Math.pow(i / 255.0, exponent));
        }
        byte[] out = new byte[levelled.pixels().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = curve[levelled.pixels()[i] & 255];
        }
        return levelled.with(out);
    }

    private static double exponent(double noise, double strokeInches) {
        if (noise < MOST_CLEAN && strokeInches < THIN_INCHES) {
            return DARKER;
        }
        return noise < NOISY ? 1 : LIGHTER;
    }

    /** Deviation of the noise on the paper, from how far pixels lie from the mean of their two neighbours. */
    private static double noise(GrayPicture picture) {
        byte[] in = picture.pixels();
        double sum = 0;
        long count = 0;
        for (int i = 1; i + 1 < in.length; i += 5) {
            int left = in[i - 1] & 255;
            int at = in[i] & 255;
            int right = in[i + 1] & 255;
            if (left > PAPER && at > PAPER && right > PAPER) {
                int d = left - 2 * at + right;
                sum += d * d;
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(sum / count / 6);
    }

    /** Mean length of runs of ink in some of the rows, or infinity where there are hardly any. */
    private static double strokeInches(GrayPicture picture) {
        int longest = (int) Math.round(LONGEST_INCHES * picture.dpi());
        long sum = 0;
        long count = 0;
        for (int y = 0; y < picture.height(); y += 7) {
            int run = 0;
            for (int x = 0; x < picture.width(); x++) {
                if (picture.at(x, y) < INK) {
                    run++;
                } else {
                    if (run > 0 && run < longest) {
                        sum += run;
                        count++;
                    }
                    run = 0;
                }
            }
        }
        return count < 100 ? Double.POSITIVE_INFINITY : sum / (double) count / picture.dpi();
    }
}
