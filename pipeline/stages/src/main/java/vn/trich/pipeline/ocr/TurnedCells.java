package vn.trich.pipeline.ocr;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads cells whose text runs up or down, as the names of narrow columns do: a cell that is higher than wide and reads
 * badly as it stands is turned both ways and read again.
 */
final class TurnedCells {

    /** Text that runs up or down is so much higher than wide. */
    private static final double UPRIGHT = 1.15;

    /** It is at least so high: higher than any one letter. */
    private static final double LOWEST_INCHES = 0.28;

    /** What reads surer than this as it stands is not turned. */
    private static final double READABLE = 0.65;

    /** A turned cell must read as surely as this, and so much surer than as it stood. */
    private static final double SURE = 0.7;

    private static final double SURER = 0.15;

    private static final int LEAST_LETTERS = 3;

    /** White around a cell that is turned, in inches. */
    private static final double MARGIN_INCHES = 0.08;

    /**
     * Whether a cell may hold text that runs up or down.
     *
     * @param ink the text's ink
     * @param cell the inside of the cell
     * @param read what was read of it as it stands
     */
    boolean mayBe(Bitmap ink, PixelBox cell, List<RecognisedLine> read) {
        if (confidence(read) > READABLE) {
            return false;
        }
        int top = 0;
        int[] columns = new int[cell.width()];
        int bottom = -1;
        for (int y = cell.y0(); y < cell.y1(); y++) {
            boolean any = false;
            for (int x = cell.x0(); x < cell.x1(); x++) {
                if (ink.ink()[y * ink.width() + x] == 1) {
                    columns[x - cell.x0()]++;
                    any = true;
                }
            }
            top = any && bottom < 0 ? y : top;
            bottom = any ? y : bottom;
        }
        int[] filled =
                IntStream.range(0, columns.length).filter(x -> columns[x] > 0).toArray();
        int height = bottom - top + 1;
        return bottom >= 0
                && height >= LOWEST_INCHES * ink.dpi()
                && height >= UPRIGHT * (filled[filled.length - 1] - filled[0] + 1);
    }

    /**
     * What a cell says when it is turned, if that reads surely.
     *
     * @param picture the page
     * @param cell the inside of the cell
     * @param read what was read of it as it stands
     * @param reader reads a picture of a block of text
     */
    Optional<List<RecognisedLine>> read(
            GrayPicture picture,
            PixelBox cell,
            List<RecognisedLine> read,
            Function<GrayPicture, List<RecognisedLine>> reader) {
        int margin = (int) Math.round(picture.dpi() * MARGIN_INCHES);
        GrayPicture alone = cutOut(picture, cell, margin);
        Optional<List<RecognisedLine>> best = Optional.empty();
        double least = Math.max(SURE, confidence(read) + SURER);
        for (int turn : new int[] {90, 270}) {
            List<RecognisedLine> turned = reader.apply(alone.turned(turn));
            if (confidence(turned) > least && letters(turned) >= LEAST_LETTERS) {
                least = confidence(turned);
                best = Optional.of(turned.stream()
                        .map(line ->
                                back(line, turn, alone).moved(cell.x0() - margin, cell.y0() - margin, picture.bounds()))
                        .toList());
            }
        }
        return best;
    }

    private static GrayPicture cutOut(GrayPicture picture, PixelBox cell, int margin) {
        int width = cell.width() + 2 * margin;
        int height = cell.height() + 2 * margin;
        byte[] out = new byte[width * height];
        Arrays.fill(out, (byte) 255);
        for (int y = cell.y0(); y < cell.y1(); y++) {
            System.arraycopy(
                    picture.pixels(),
                    y * picture.width() + cell.x0(),
                    out,
                    (y - cell.y0() + margin) * width + margin,
                    cell.width());
        }
        return new GrayPicture(width, height, picture.dpi(), out);
    }

    /** A line of the turned picture on the picture as it was. */
    private static RecognisedLine back(RecognisedLine line, int turn, GrayPicture picture) {
        return new RecognisedLine(
                back(line.box(), turn, picture),
                line.words().stream()
                        .map(w -> new RecognisedWord(
                                w.text(), back(w.box(), turn, picture), w.confidence(), w.alternatives()))
                        .toList());
    }

    private static PixelBox back(PixelBox box, int turn, GrayPicture picture) {
        return turn == 90
                ? new PixelBox(box.y0(), picture.height() - box.x1(), box.y1(), picture.height() - box.x0())
                : new PixelBox(picture.width() - box.y1(), box.x0(), picture.width() - box.y0(), box.x1());
    }

    private static long letters(List<RecognisedLine> lines) {
        return lines.stream()
                .flatMap(line -> line.words().stream())
                .flatMapToInt(word -> word.text().codePoints())
                .filter(Character::isLetter)
                .count();
    }

    /** Mean confidence, long words weighing more; 0 if nothing was read. */
    private static double confidence(List<RecognisedLine> lines) {
        double sum = 0;
        int length = 0;
        for (RecognisedLine line : lines) {
            int characters =
                    line.words().stream().mapToInt(w -> w.text().length()).sum();
            sum += line.confidence() * characters;
            length += characters;
        }
        return length == 0 ? 0 : sum / length;
    }
}
