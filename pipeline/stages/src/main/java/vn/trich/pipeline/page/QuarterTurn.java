package vn.trich.pipeline.page;

import java.util.List;
import vn.trich.output.Box;

/**
 * A turn of a page by quarters, and where it takes what is on it.
 *
 * @param degrees clockwise: 0, 90, 180 or 270
 * @param width of the page before the turn, in points
 * @param height of the page before the turn, in points
 */
public record QuarterTurn(int degrees, double width, double height) {

    /** Width after the turn. */
    public double turnedWidth() {
        return degrees % 180 == 0 ? width : height;
    }

    /** Height after the turn. */
    public double turnedHeight() {
        return degrees % 180 == 0 ? height : width;
    }

    /** Where a point's x lies after the turn. */
    double x(double x, double y) {
        return switch (degrees) {
            case 90 -> height - y;
            case 180 -> width - x;
            case 270 -> y;
            default -> x;
        };
    }

    /** Where a point's y lies after the turn. */
    double y(double x, double y) {
        return switch (degrees) {
            case 90 -> x;
            case 180 -> height - y;
            case 270 -> width - x;
            default -> y;
        };
    }

    /** Where a box lies after the turn. */
    public Box turn(Box box) {
        double ax = x(box.x0(), box.y0());
        double ay = y(box.x0(), box.y0());
        double bx = x(box.x1(), box.y1());
        double by = y(box.x1(), box.y1());
        return new Box(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }

    /** Where a ruling lies after the turn. */
    public Ruling turn(Ruling ruling) {
        Box box = turn(
                ruling.horizontal()
                        ? new Box(ruling.from(), ruling.at(), ruling.to(), ruling.at())
                        : new Box(ruling.at(), ruling.from(), ruling.at(), ruling.to()));
        boolean horizontal = ruling.horizontal() == (degrees % 180 == 0);
        return horizontal
                ? new Ruling(true, box.y0(), box.x0(), box.x1())
                : new Ruling(false, box.x0(), box.y0(), box.y1());
    }

    /** Where rulings lie after the turn, in the same order. */
    public List<Ruling> turn(List<Ruling> rulings) {
        return degrees == 0 ? rulings : rulings.stream().map(this::turn).toList();
    }

    /** The turn that undoes this one. */
    public QuarterTurn inverse() {
        return new QuarterTurn((360 - degrees) % 360, turnedWidth(), turnedHeight());
    }

    Glyph turn(Glyph g) {
        return new Glyph(
                g.text(),
                x(g.x(), g.y()),
                y(g.x(), g.y()),
                x(g.endX(), g.endY()),
                y(g.endX(), g.endY()),
                g.size(),
                g.font(),
                g.bold(),
                g.italic());
    }
}
