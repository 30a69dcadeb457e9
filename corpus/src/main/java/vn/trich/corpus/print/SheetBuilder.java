package vn.trich.corpus.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sheet while it is being printed. */
final class SheetBuilder {

    /** How a line stands between its margins. */
    enum Adjust {
        /** At the left margin. */
        LEFT,
        /** In the middle. */
        CENTRE,
        /** At the right margin. */
        RIGHT,
        /** From margin to margin, except for a last line. */
        JUSTIFIED
    }

    private final double width;
    private final double height;
    private final Metrics metrics;
    private final List<Sheet.Word> words = new ArrayList<>();
    private final List<Sheet.Rule> rules = new ArrayList<>();
    private Optional<Sheet.Spot> signature = Optional.empty();
    private int lines;

    SheetBuilder(double width, double height, Metrics metrics) {
        this.width = width;
        this.height = height;
        this.metrics = metrics;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** Sets a line between two margins on a base line. */
    void line(Lines.Line line, double left, double right, double baseline, Adjust adjust) {
        double slack = right - left - line.width();
        double x = switch (adjust) {
            case CENTRE -> left + slack / 2;
            case RIGHT -> left + slack;
            default -> left;
        };
        int gaps = 0;
        for (int i = 1; i < line.pieces().size(); i++) {
            gaps += line.pieces().get(i).glued() ? 0 : 1;
        }
        double stretch = adjust == Adjust.JUSTIFIED && !line.last() && gaps > 0 && slack > 0 ? slack / gaps : 0;
        boolean first = true;
        int number = lines++;
        for (Lines.Piece piece : line.pieces()) {
            if (!first && !piece.glued()) {
                x += metrics.width(" ", piece.face(), piece.raise() > 0 ? piece.size() / 0.62 : piece.size()) + stretch;
            }
            words.add(new Sheet.Word(
                    piece.text(),
                    x,
                    baseline - piece.raise(),
                    piece.width(),
                    piece.face(),
                    piece.size(),
                    number,
                    Sheet.Run.RIGHT));
            x += piece.width();
            first = false;
        }
    }

    /** Sets a line that runs up or down from a place on its base line. */
    void turned(Lines.Line line, double x, double y, Sheet.Run run) {
        double at = y;
        double forward = run == Sheet.Run.UP ? -1 : 1;
        boolean first = true;
        int number = lines++;
        for (Lines.Piece piece : line.pieces()) {
            if (!first && !piece.glued()) {
                at += forward * metrics.width(" ", piece.face(), piece.size());
            }
            words.add(new Sheet.Word(piece.text(), x, at, piece.width(), piece.face(), piece.size(), number, run));
            at += forward * piece.width();
            first = false;
        }
    }

    /** Draws a rule. */
    void rule(double x0, double y0, double x1, double y1, double weight, boolean dotted) {
        rules.add(new Sheet.Rule(x0, y0, x1, y1, weight, dotted));
    }

    /** Says where the signature goes. */
    void signature(double x, double y) {
        signature = Optional.of(new Sheet.Spot(x, y));
    }

    Sheet build() {
        return new Sheet(width, height, words, rules, signature);
    }
}
