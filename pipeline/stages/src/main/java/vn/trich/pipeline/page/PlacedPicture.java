package vn.trich.pipeline.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import vn.trich.output.Box;

/**
 * A picture that a PDF page shows.
 *
 * @param image the picture
 * @param placement from its unit square (its lower left corner at the origin) to the page as displayed, in points
 */
record PlacedPicture(PDImage image, AffineTransform placement) {

    /** The box around it on the page as displayed, parts outside the page included. */
    Box box() {
        Rectangle2D r = placement
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
        return new Box(r.getMinX(), r.getMinY(), r.getMaxX(), r.getMaxY());
    }

    /** Pixels per inch across, as placed. */
    double dpi() {
        double width = Math.hypot(placement.getScaleX(), placement.getShearY());
        return image.getWidth() / Math.max(width / 72, 1e-3);
    }

    /** Pixels per inch down, as placed. */
    double dpiDown() {
        double height = Math.hypot(placement.getShearX(), placement.getScaleY());
        return image.getHeight() / Math.max(height / 72, 1e-3);
    }

    /** Whether it stands upright, neither turned nor mirrored. */
    boolean upright() {
        double lean = 0.003 * Math.abs(placement.getScaleX());
        return placement.getScaleX() > 0
                && placement.getScaleY() < 0
                && Math.abs(placement.getShearX()) <= lean
                && Math.abs(placement.getShearY()) <= lean;
    }
}
