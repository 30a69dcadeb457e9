package vn.trich.pipeline.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import vn.trich.output.Box;

/** Runs one page's content stream once and notes its glyphs, straight lines and pictures. For one page only. */
final class PdfContentReader extends PDFGraphicsStreamEngine {

    /** More glyphs than any page can hold; what comes after is left out. */
    private static final int MOST_GLYPHS = 200_000;

    private static final int MOST_PICTURES = 10_000;

    private final AffineTransform display;
    private final double width;
    private final double height;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<PlacedPicture> pictures = new ArrayList<>();
    private int visibleGlyphs;
    private boolean paints;
    private final LineCollector lines = new LineCollector();
    private final Set<COSStream> beingDrawn = new HashSet<>();
    private final Map<PDFont, FontFacts> fonts = new HashMap<>();

    private PdfContentReader(PDPage page) {
        super(page);
        PDRectangle box = page.getCropBox();
        int turn = Math.floorMod(page.getRotation(), 360);
        width = turn % 180 == 0 ? box.getWidth() : box.getHeight();
        height = turn % 180 == 0 ? box.getHeight() : box.getWidth();
        display = displayTransform(box, turn);
    }

    /**
     * Reads a page.
     *
     * @throws IOException if its content stream is damaged beyond reading
     */
    static PdfPageContent read(PDPage page) throws IOException {
        PdfContentReader reader = new PdfContentReader(page);
        reader.processPage(page);
        return new PdfPageContent(
                reader.width,
                reader.height,
                reader.glyphs,
                reader.visibleGlyphs,
                reader.paints,
                reader.lines.rulings(),
                reader.pictures);
    }

    /** From the page's user space to the page as displayed, y growing downwards. */
    static AffineTransform displayTransform(PDRectangle box, int turn) {
        double x0 = box.getLowerLeftX();
        double y0 = box.getLowerLeftY();
        double x1 = box.getUpperRightX();
        double y1 = box.getUpperRightY();
        return switch (turn) {
            case 90 -> new AffineTransform(0, 1, 1, 0, -y0, -x0);
            case 180 -> new AffineTransform(-1, 0, 0, 1, x1, -y0);
            case 270 -> new AffineTransform(0, -1, -1, 0, y1, x1);
            default -> new AffineTransform(1, 0, 0, -1, -x0, y1);
        };
    }

    @Override
    protected void showGlyph(Matrix textRenderingMatrix, PDFont font, int code, Vector displacement)
            throws IOException {
        if (glyphs.size() >= MOST_GLYPHS) {
            return;
        }
        FontFacts facts = fonts.computeIfAbsent(font, FontFacts::of);
        String unicode = font.toUnicode(code, GlyphList.getAdobeGlyphList());
        AffineTransform at = textRenderingMatrix.createAffineTransform();
        at.preConcatenate(display);
        Point2D start = at.transform(new Point2D.Double(0, 0), null);
        // Letters set apart on purpose are no words apart: their spacing belongs to the glyph.
        double fontSize = getGraphicsState().getTextState().getFontSize();
        double spacing = getGraphicsState().getTextState().getCharacterSpacing();
        double extra = spacing > 0 && fontSize > 0 ? spacing / fontSize : 0;
        Point2D end = at.transform(new Point2D.Double(displacement.getX() + extra, 0), null);
        if (start.distance(end) == 0) {
            // No advance: a mark set over its neighbour. Its direction is still the line's.
            Point2D ahead = at.transform(new Point2D.Double(1e-3, 0), null);
            end = ahead;
        }
        double size = Math.hypot(at.getShearX(), at.getScaleY()) * facts.unitHeight();
        if (!Double.isFinite(size) || !Double.isFinite(start.getX() + start.getY() + end.getX() + end.getY())) {
            return;
        }
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        if (mode != RenderingMode.NEITHER
                && mode != RenderingMode.NEITHER_CLIP
                && !(unicode != null && unicode.isBlank())) {
            visibleGlyphs++;
        }
        boolean strokedToo = mode == RenderingMode.FILL_STROKE;
        glyphs.add(new Glyph(
                unicode == null || unicode.isEmpty() ? "\uFFFD" : unicode,
                start.getX(),
                start.getY(),
                end.getX(),
                end.getY(),
                size,
                facts.name(),
                facts.bold() || strokedToo,
                facts.italic()));
    }

    @Override
    protected void showType3Glyph(Matrix textRenderingMatrix, PDType3Font font, int code, Vector displacement)
            throws IOException {
        // The drawing inside such a glyph is not looked at: its strokes are no ruling lines.
        showGlyph(textRenderingMatrix, font, code, displacement);
    }

    /** A drawing that draws itself, directly or by others, is drawn once: it would never end. */
    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (beingDrawn.add(form.getCOSObject())) {
            try {
                super.showForm(form);
            } finally {
                beingDrawn.remove(form.getCOSObject());
            }
        }
    }

    @Override
    public void drawImage(PDImage image) {
        AffineTransform at = getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        at.preConcatenate(display);
        PlacedPicture placed = new PlacedPicture(image, at);
        Box box = placed.box();
        Box page = new Box(0, 0, width, height);
        if (box.sharedArea(page) > 0 && box.width() > 1 && box.height() > 1) {
            if (pictures.size() < MOST_PICTURES) {
                pictures.add(placed);
            }
        } else if (box.area() > 0) {
            lines.thinRectangle(box.x0(), box.y0(), box.x1(), box.y1());
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        lines.moveTo(shown(p0));
        lines.lineTo(shown(p1));
        lines.lineTo(shown(p2));
        lines.lineTo(shown(p3));
        lines.close();
    }

    @Override
    public void moveTo(float x, float y) {
        lines.moveTo(shown(new Point2D.Float(x, y)));
    }

    @Override
    public void lineTo(float x, float y) {
        lines.lineTo(shown(new Point2D.Float(x, y)));
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        lines.curveTo(shown(new Point2D.Float(x3, y3)));
    }

    @Override
    public Point2D getCurrentPoint() {
        Point2D current = lines.current();
        if (current == null) {
            return null;
        }
        try {
            return display.inverseTransform(current, null);
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new IllegalStateException("quarter turns can be undone", e);
        }
    }

    @Override
    public void closePath() {
        lines.close();
    }

    @Override
    public void endPath() {
        lines.drop();
    }

    @Override
    public void strokePath() throws IOException {
        paints = true;
        lines.stroke(visible(getGraphicsState(), true));
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        paints = true;
        lines.fill(visible(getGraphicsState(), false));
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        paints = true;
        boolean stroke = visible(getGraphicsState(), true);
        lines.fillAndStroke(visible(getGraphicsState(), false), stroke);
    }

    @Override
    public void clip(int windingRule) {
        // What lies outside a clip is rare enough to be taken for visible.
    }

    @Override
    public void shadingFill(COSName shadingName) {
        paints = true;
    }

    private Point2D shown(Point2D user) {
        return display.transform(user, null);
    }

    /** Whether paint differs from white paper. */
    private static boolean visible(PDGraphicsState state, boolean stroke) {
        try {
            int rgb = (stroke ? state.getStrokingColor() : state.getNonStrokingColor()).toRGB();
            return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255) < 3 * 248;
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    /** What a font says of itself. */
    private record FontFacts(String name, boolean bold, boolean italic, double unitHeight) {

        static FontFacts of(PDFont font) {
            String name = font.getName() == null ? "" : font.getName();
            if (name.length() > 7 && name.charAt(6) == '+') {
                name = name.substring(7);
            }
            String lower = name.toLowerCase(Locale.ROOT);
            PDFontDescriptor descriptor = font.getFontDescriptor();
            boolean bold = lower.contains("bold") || lower.contains("black") || lower.contains("heavy");
            boolean italic = lower.contains("italic") || lower.contains("oblique");
            if (descriptor != null) {
                bold |= descriptor.isForceBold() || descriptor.getFontWeight() >= 700;
                italic |= descriptor.isItalic() || Math.abs(descriptor.getItalicAngle()) > 1;
            }
            return new FontFacts(name, bold, italic, unitHeight(font));
        }

        /** Height of the font's em in text space units; 1 but for fonts that bring their own measure. */
        private static double unitHeight(PDFont font) {
            if (font instanceof PDType3Font type3) {
                try {
                    double height = type3.getFontBBox() == null
                            ? 0
                            : type3.getFontBBox().getHeight()
                                    * Math.abs(type3.getFontMatrix().getScaleY());
                    return height > 0.05 && height < 20 ? Math.min(1, height) : 1;
                } catch (RuntimeException e) {
                    return 1;
                }
            }
            return 1;
        }
    }
}
