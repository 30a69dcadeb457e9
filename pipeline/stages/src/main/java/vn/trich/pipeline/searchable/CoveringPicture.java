package vn.trich.pipeline.searchable;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Finds the picture that covers all of a page, and with it whatever was drawn before: some scanners hide text so. */
final class CoveringPicture {

    private static final double WHOLE = 0.95;

    private final Rectangle2D page;
    private final COSDictionary pictures;

    CoveringPicture(PDPage page, COSDictionary resources) {
        PDRectangle crop = page.getCropBox();
        this.page =
                new Rectangle2D.Double(crop.getLowerLeftX(), crop.getLowerLeftY(), crop.getWidth(), crop.getHeight());
        this.pictures = resources.getCOSDictionary(COSName.XOBJECT);
    }

    /** Where among a page's tokens its last opaque picture of the whole page is drawn; 0 if none is. */
    int lastIn(List<Object> tokens) {
        int last = 0;
        Deque<AffineTransform> saved = new ArrayDeque<>();
        AffineTransform now = new AffineTransform();
        List<Object> operands = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!(tokens.get(i) instanceof Operator operator)) {
                operands.add(tokens.get(i));
                continue;
            }
            switch (operator.getName()) {
                case "q" -> saved.push(new AffineTransform(now));
                case "Q" -> now = saved.isEmpty() ? now : saved.pop();
                case "cm" -> concatenate(now, operands);
                case "Do" -> last = covers(now, operands) ? i : last;
                default -> {
                    // Draws nothing that could cover a page for sure.
                }
            }
            operands.clear();
        }
        return last;
    }

    private static void concatenate(AffineTransform now, List<Object> operands) {
        double[] m = operands.stream()
                .filter(COSNumber.class::isInstance)
                .mapToDouble(o -> ((COSNumber) o).floatValue())
                .toArray();
        if (m.length == 6) {
            now.concatenate(new AffineTransform(m));
        }
    }

    private boolean covers(AffineTransform at, List<Object> operands) {
        if (pictures == null
                || operands.size() != 1
                || !(operands.get(0) instanceof COSName name)
                || !(pictures.getDictionaryObject(name) instanceof COSStream picture)) {
            return false;
        }
        boolean opaque = COSName.IMAGE.equals(picture.getCOSName(COSName.SUBTYPE))
                && !picture.getBoolean(COSName.IMAGE_MASK, false)
                && !picture.containsKey(COSName.MASK)
                && !picture.containsKey(COSName.SMASK);
        Rectangle2D shown = at.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D()
                .createIntersection(page);
        return opaque
                && shown.getWidth() > 0
                && shown.getHeight() > 0
                && shown.getWidth() * shown.getHeight() >= WHOLE * page.getWidth() * page.getHeight();
    }
}
