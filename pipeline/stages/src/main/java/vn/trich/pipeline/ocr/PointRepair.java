package vn.trich.pipeline.ocr;

import java.util.List;
import vn.trich.pipeline.page.Alternative;

/**
 * Puts the points and commas back into numbers ({@code 2.1}, {@code 10.}, {@code 99,17}) that a recogniser overlooked
 * or took for a digit: whether there is one shows in the pieces of ink, which are as many as characters, and a comma
 * reaches below the line where a point does not.
 */
final class PointRepair {

    private static final int LONGEST = 12;

    /** The reading with its points, or as it was where the ink does not say. */
    RecognisedLine apply(RecognisedLine read, TextLine line) {
        if (read.words().size() != 1) {
            return read;
        }
        RecognisedWord word = read.words().get(0);
        String repaired = repaired(word.text(), shape(line));
        return repaired.equals(word.text())
                ? read
                : new RecognisedLine(
                        read.box(),
                        List.of(new RecognisedWord(
                                repaired, word.box(), word.confidence(), List.of(new Alternative(word.text(), 0)))));
    }

    /** Whether a text is one that points may be missing in. */
    static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().anyMatch(c -> c >= '0' && c <= '9')
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == ',');
    }

    /** One character a piece: {@code 0} for one as high as a digit, {@code .} for a point on the baseline, {@code ,} for a comma that hangs from it, else {@code ?}. */
    static String shape(TextLine line) {
        StringBuilder shape = new StringBuilder();
        int height = line.base() - line.top();
        for (PixelBox piece : line.pieces()) {
            boolean tall = piece.height() >= 0.7 * height;
            boolean point = piece.height() <= 0.4 * height
                    && piece.width() <= 0.4 * height
                    && piece.y1() >= line.base() - 0.2 * height
                    && piece.y1() <= line.base() + 0.2 * height;
            boolean comma = piece.height() >= 0.25 * height
                    && piece.height() <= 0.6 * height
                    && piece.width() <= 0.45 * height
                    && piece.y0() >= line.base() - 0.35 * height
                    && piece.y1() >= line.base() + 0.13 * height
                    && piece.y1() <= line.base() + 0.45 * height;
            shape.append(tall ? '0' : comma ? ',' : point ? '.' : '?');
        }
        return shape.toString();
    }

    private static String repaired(String text, String shape) {
        boolean marked = shape.indexOf('.') >= 0 || shape.indexOf(',') >= 0;
        if (!isNumber(text) || shape.indexOf('?') >= 0 || !marked || !shape.startsWith("0")) {
            return text;
        }
        String digits = text.replace(".", "").replace(",", "");
        long tall = shape.chars().filter(c -> c == '0').count();
        boolean pointReadAsDigit = digits.length() == shape.length() && text.length() == shape.length();
        if (digits.length() != tall && !pointReadAsDigit) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int i = 0; i < shape.length(); i++) {
            boolean point = shape.charAt(i) != '0';
            out.append(point ? shape.charAt(i) : digits.charAt(next));
            next += point && !pointReadAsDigit ? 0 : 1;
        }
        return out.toString();
    }
}
