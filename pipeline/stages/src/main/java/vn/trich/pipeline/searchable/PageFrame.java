package vn.trich.pipeline.searchable;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.trich.output.Box;

/**
 * Where text of a page goes: from boxes on the page as displayed (points from its top left, y down) to the user space of
 * its content stream.
 *
 * @param toUser from the page as displayed to user space
 * @param quarters quarter turns clockwise that set the page's text upright, 0 to 3
 */
record PageFrame(AffineTransform toUser, int quarters) {

    /**
     * The frame of a page of a PDF.
     *
     * @param crop the part of it that is shown
     * @param rotate its {@code /Rotate} in degrees
     * @param turn degrees clockwise by which the displayed page was turned to read it
     */
    static PageFrame of(PDRectangle crop, int rotate, int turn) {
        double x0 = crop.getLowerLeftX();
        double y0 = crop.getLowerLeftY();
        double x1 = crop.getUpperRightX();
        double y1 = crop.getUpperRightY();
        AffineTransform display = switch (Math.floorMod(rotate, 360)) {
            case 90 -> new AffineTransform(0, 1, 1, 0, -y0, -x0);
            case 180 -> new AffineTransform(-1, 0, 0, 1, x1, -y0);
            case 270 -> new AffineTransform(0, -1, -1, 0, y1, x1);
            default -> new AffineTransform(1, 0, 0, -1, -x0, y1);
        };
        try {
            return new PageFrame(display.createInverse(), Math.floorMod(turn, 360) / 90);
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("quarter turns can be undone", e);
        }
    }

    /** Length of a box along its text, in points. */
    double length(Box box) {
        return quarters % 2 == 0 ? box.width() : box.height();
    }

    /** Extent of a box across its text, in points. */
    double height(Box box) {
        return quarters % 2 == 0 ? box.height() : box.width();
    }

    /** Where a box begins along its text; grows in the direction of reading. */
    double start(Box box) {
        return switch (quarters) {
            case 1 -> -box.y1();
            case 2 -> -box.x1();
            case 3 -> box.y0();
            default -> box.x0();
        };
    }

    /**
     * The text matrix for text of size 1 that begins at the box's start.
     *
     * @param above how far above the box's lower side the baseline lies, in points
     */
    AffineTransform textMatrix(Box box, double above) {
        AffineTransform upright = switch (quarters) {
            case 1 -> new AffineTransform(0, -1, -1, 0, box.x1() - above, box.y1());
            case 2 -> new AffineTransform(-1, 0, 0, 1, box.x1(), box.y0() + above);
            case 3 -> new AffineTransform(0, 1, 1, 0, box.x0() + above, box.y0());
            default -> new AffineTransform(1, 0, 0, -1, box.x0(), box.y1() - above);
        };
        AffineTransform matrix = new AffineTransform(toUser);
        matrix.concatenate(upright);
        return matrix;
    }

    /** The same place in user space. */
    Point2D user(double x, double y) {
        return toUser.transform(new Point2D.Double(x, y), null);
    }
}
