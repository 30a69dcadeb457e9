package vn.trich.pipeline.ocr;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Counts the figures of a number in its ink. The recogniser drops figures of short numbers ({@code 9} for a plain {@code 91})
 * and is sure of it; but figures do not touch, so that a number has as many pieces of ink as high as a figure as it has
 * figures. Where it has not, it is read again in other ways, at last figure by figure; the first reading that has as
 * many is taken, and if none has, the number is doubted.
 */
final class FigureCount {

    /** A piece wider than so many times the height of the line may be two figures that touch. */
    private static final double ONE_FIGURE = 0.95;

    /** How much of its confidence a number keeps whose figures do not agree with its ink. */
    private static final double DOUBTED = 0.5;

    private final PointRepair points = new PointRepair();

    /** Whether the ink of a line has other figures than a number that was read of it; not if it is no number. */
    static boolean contradicts(String text, TextLine line) {
        String shape = PointRepair.shape(line);
        if (!PointRepair.isNumber(text) || shape.indexOf('?') >= 0) {
            return false;
        }
        long read = text.chars().filter(Character::isDigit).count();
        long seen = shape.chars().filter(c -> c == '0').count();
        int height = line.base() - line.top();
        boolean apart = line.pieces().stream().allMatch(piece -> piece.width() <= ONE_FIGURE * height);
        return seen > read || seen < read && apart;
    }

    /**
     * A number that has as many figures as its ink.
     *
     * @param read the reading that has not
     * @param line its ink
     * @param others further readings of the same line, each made only if those before it do not agree with the ink
     * @param figure reads one piece of the line alone
     */
    RecognisedLine apply(
            RecognisedLine read,
            TextLine line,
            List<Function<TextLine, List<RecognisedLine>>> others,
            Function<TextLine, List<RecognisedLine>> figure) {
        for (Function<TextLine, List<RecognisedLine>> other : others) {
            List<RecognisedLine> again = other.apply(line);
            if (again.size() == 1 && again.get(0).words().size() == 1) {
                RecognisedLine pointed = points.apply(again.get(0), line);
                String text = pointed.words().get(0).text();
                if (PointRepair.isNumber(text) && !contradicts(text, line)) {
                    return pointed;
                }
            }
        }
        RecognisedWord word = read.words().get(0);
        return figureByFigure(line, figure)
                .map(text -> with(read, new RecognisedWord(text, word.box(), word.confidence(), List.of())))
                .orElseGet(() -> with(
                        read,
                        new RecognisedWord(word.text(), word.box(), DOUBTED * word.confidence(), word.alternatives())));
    }

    private static RecognisedLine with(RecognisedLine line, RecognisedWord word) {
        return new RecognisedLine(line.box(), List.of(word));
    }

    private static Optional<String> figureByFigure(TextLine line, Function<TextLine, List<RecognisedLine>> figure) {
        String shape = PointRepair.shape(line);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shape.length(); i++) {
            if (shape.charAt(i) != '0') {
                text.append(shape.charAt(i));
                continue;
            }
            PixelBox piece = line.pieces().get(i);
            List<RecognisedLine> read = figure.apply(new TextLine(piece, line.top(), line.base(), List.of(piece)));
            String one = read.size() == 1 && read.get(0).words().size() == 1
                    ? read.get(0).words().get(0).text()
                    : "";
            if (!one.matches("[0-9]")) {
                return Optional.empty();
            }
            text.append(one);
        }
        return Optional.of(text.toString());
    }
}
