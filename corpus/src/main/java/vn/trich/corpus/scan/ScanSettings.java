package vn.trich.corpus.scan;

import vn.trich.corpus.chance.Dice;

/**
 * What a scanner and the paper under it do to a page.
 *
 * @param dpi resolution
 * @param tone which tones are kept
 * @param skew greatest turn in degrees
 * @param blur width of the blur in pixels
 * @param contrast how dark ink is, 1 for black
 * @param noise deviation of the noise, in steps of 255
 * @param specks share of pixels that are specks
 * @param shade how uneven the light is, 0 to 0.3
 * @param tint colour of the paper: red, green and blue, 0 to 1
 * @param bleed how far the next page shines through, 0 to 0.15
 * @param holes whether the paper is punched
 * @param lid brightness of the scanner's lid beside the paper, 0 to 255
 * @param quality JPEG quality, 0 to 1
 */
record ScanSettings(
        int dpi,
        Tone tone,
        double skew,
        double blur,
        double contrast,
        double noise,
        double specks,
        double shade,
        double[] tint,
        double bleed,
        boolean holes,
        int lid,
        double quality) {

    /** Which tones a scanner keeps. */
    enum Tone {
        /** Colours. */
        COLOUR,
        /** Greys. */
        GREY,
        /** Black and white. */
        BITONAL
    }

    /** Settings of a state, by chance within its bounds. */
    static ScanSettings of(ScanState state, Dice dice) {
        double[] tint = tint(dice);
        Tone tone = dice.chance(0.5) ? Tone.COLOUR : Tone.GREY;
        int lid = dice.chance(0.4) ? dice.between(15, 70) : dice.between(235, 252);
        return switch (state) {
            case GOOD ->
                new ScanSettings(
                        300,
                        tone,
                        0.4,
                        0.3,
                        0.97,
                        dice.between(1.0, 2.5),
                        0,
                        dice.between(0.0, 0.04),
                        tint,
                        0,
                        false,
                        250,
                        dice.between(0.75, 0.85));
            case POOR ->
                new ScanSettings(
                        150,
                        Tone.GREY,
                        1.5,
                        dice.between(0.3, 0.6),
                        dice.between(0.6, 0.75),
                        dice.between(7.0, 12.0),
                        0.0012,
                        dice.between(0.08, 0.2),
                        tint,
                        dice.between(0.0, 0.08),
                        dice.chance(0.4),
                        lid,
                        dice.between(0.4, 0.55));
            case BITONAL, TIFF ->
                new ScanSettings(
                        dice.chance(0.5) ? 300 : 200,
                        Tone.BITONAL,
                        1.0,
                        0.4,
                        0.95,
                        6,
                        0.0002,
                        0.05,
                        tint,
                        0.03,
                        dice.chance(0.4),
                        250,
                        1);
            default ->
                new ScanSettings(
                        200,
                        state == ScanState.STAMPED ? Tone.COLOUR : tone,
                        1.2,
                        dice.between(0.25, 0.6),
                        dice.between(0.82, 0.95),
                        dice.between(3.0, 6.5),
                        dice.chance(0.5) ? 0.0001 : 0,
                        dice.between(0.02, 0.12),
                        tint,
                        dice.chance(0.5) ? dice.between(0.03, 0.1) : 0,
                        dice.chance(0.4),
                        lid,
                        dice.between(0.5, 0.75));
        };
    }

    private static double[] tint(Dice dice) {
        double grey = dice.between(0.9, 0.985);
        boolean yellow = dice.chance(0.35);
        return new double[] {grey, yellow ? grey * 0.99 : grey, yellow ? grey * dice.between(0.92, 0.97) : grey};
    }
}
