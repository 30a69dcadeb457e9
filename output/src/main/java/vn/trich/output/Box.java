package vn.trich.output;

/**
 * A rectangle on a page, in points (1/72 inch) from the top left of the page as it is displayed, its rotation applied;
 * y grows downwards.
 *
 * @param x0 left edge
 * @param y0 top edge
 * @param x1 right edge, not left of {@code x0}
 * @param y1 bottom edge, not above {@code y0}
 */
public record Box(double x0, double y0, double x1, double y1) {

    /**
     * Checks the order of the edges.
     *
     * @throws IllegalArgumentException if an edge is not a finite number or the edges are out of order
     */
    public Box {
        if (!(x0 <= x1 && y0 <= y1)) {
            throw new IllegalArgumentException("edges out of order: " + x0 + " " + y0 + " " + x1 + " " + y1);
        }
    }

    /** Width in points. */
    public double width() {
        return x1 - x0;
    }

    /** Height in points. */
    public double height() {
        return y1 - y0;
    }

    /** Area in square points. */
    public double area() {
        return width() * height();
    }

    /** Horizontal centre in points. */
    public double centreX() {
        return (x0 + x1) / 2;
    }

    /** Vertical centre in points. */
    public double centreY() {
        return (y0 + y1) / 2;
    }

    /** The smallest box that holds both. */
    public Box union(Box other) {
        return new Box(Math.min(x0, other.x0), Math.min(y0, other.y0), Math.max(x1, other.x1), Math.max(y1, other.y1));
    }

    /** Whether the two share a point; touching edges count. */
    public boolean intersects(Box other) {
        return x0 <= other.x1 && other.x0 <= x1 && y0 <= other.y1 && other.y0 <= y1;
    }

    /** The area that both cover, in square points. */
    public double sharedArea(Box other) {
        return overlapX(other) * overlapY(other);
    }

    /** The length that both share on the x axis, 0 where they share none. */
    public double overlapX(Box other) {
        return Math.max(0, Math.min(x1, other.x1) - Math.max(x0, other.x0));
    }

    /** The length that both share on the y axis, 0 where they share none. */
    public double overlapY(Box other) {
        return Math.max(0, Math.min(y1, other.y1) - Math.max(y0, other.y0));
    }

    /** Whether the centre of {@code other} lies in this box. */
    public boolean holdsCentreOf(Box other) {
        return contains(other.centreX(), other.centreY());
    }

    /** Whether the point lies in this box, edges included. */
    public boolean contains(double x, double y) {
        return x >= x0 && x <= x1 && y >= y0 && y <= y1;
    }

    /** This box moved outwards by {@code margin} points on every side (inwards if negative; never inside out). */
    public Box grow(double margin) {
        double dx = Math.max(margin, -width() / 2);
        double dy = Math.max(margin, -height() / 2);
        return new Box(x0 - dx, y0 - dy, x1 + dx, y1 + dy);
    }
}
