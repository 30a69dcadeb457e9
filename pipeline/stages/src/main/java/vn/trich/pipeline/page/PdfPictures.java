package vn.trich.pipeline.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.trich.output.Box;
import vn.trich.pipeline.Settings;

/** Gets a PDF page's picture: the scan itself where the page is nothing but one upright scan, else the page rendered. */
final class PdfPictures {

    /** Resolutions of scans are kept within these when a page is rendered. */
    private static final double COARSEST_DPI = 100;

    private static final double FINEST_DPI = 400;

    /** A scan in colour of twice this resolution or more is decoded coarser. */
    private static final double USUAL_DPI = 300;

    /** How far, in points, a scan may miss the page's edges. */
    private static final double EDGE = 3;

    private final Settings settings;
    private final JpegScan jpegs = new JpegScan();

    PdfPictures(Settings settings) {
        this.settings = settings;
    }

    /**
     * The picture of a page.
     *
     * @param document the page's document
     * @param number of the page, from 1
     * @param layer what the page holds
     * @throws PictureTooLargeException if it would have too many pixels
     * @throws IOException if it cannot be decoded
     */
    PagePicture read(PDDocument document, int number, PdfLayer layer) throws IOException {
        for (PlacedPicture picture : layer.pictures()) {
            PictureTooLargeException.check(
                    picture.image().getWidth(), picture.image().getHeight(), settings.maxPixels());
        }
        if (isOneScan(layer)) {
            PlacedPicture scan = layer.pictures().get(0);
            int every = subsampling(scan);
            BufferedImage image =
                    every == 1 ? whole(scan.image()) : scan.image().getImage(null, every);
            if (image != null) {
                double dpi = scan.dpi() * image.getWidth() / scan.image().getWidth();
                return new PagePicture(image, dpi, 72 / dpi);
            }
        }
        return render(document, number, layer);
    }

    private BufferedImage whole(PDImage image) throws IOException {
        Optional<BufferedImage> decoded = jpegs.decode(image);
        return decoded.isPresent() ? decoded.get() : image.getImage();
    }

    /** Of how many pixels one is decoded: very fine colour scans would fill the memory and read no better. */
    private static int subsampling(PlacedPicture scan) throws IOException {
        boolean colour = scan.image().getColorSpace().getNumberOfComponents() > 1;
        return colour ? Math.max(1, (int) (1.05 * scan.dpi() / USUAL_DPI)) : 1;
    }

    private static boolean isOneScan(PdfLayer layer) {
        if (layer.pictures().size() != 1
                || layer.visibleGlyphs() > 0
                || !layer.rulings().isEmpty()) {
            return false;
        }
        PlacedPicture picture = layer.pictures().get(0);
        Box box = picture.box();
        double width = layer.turn().width();
        double height = layer.turn().height();
        return picture.upright()
                && !picture.image().isStencil()
                && Math.abs(box.x0()) <= EDGE
                && Math.abs(box.y0()) <= EDGE
                && Math.abs(box.x1() - width) <= EDGE
                && Math.abs(box.y1() - height) <= EDGE
                && Math.abs(picture.dpi() / picture.dpiDown() - 1) < 0.02;
    }

    private PagePicture render(PDDocument document, int number, PdfLayer layer) throws IOException {
        double dpi = settings.renderDpi();
        boolean colour = false;
        Box page = new Box(0, 0, layer.turn().width(), layer.turn().height());
        double scanDpi = 0;
        for (PlacedPicture picture : layer.pictures()) {
            colour |= !picture.image().isStencil()
                    && picture.image().getColorSpace().getNumberOfComponents() > 1;
            if (picture.box().sharedArea(page) >= 0.3 * page.area()) {
                scanDpi = Math.max(scanDpi, Math.max(picture.dpi(), picture.dpiDown()));
            }
        }
        if (scanDpi > 0 && layer.pictures().size() <= 3) {
            dpi = Math.max(COARSEST_DPI, Math.min(FINEST_DPI, scanDpi));
        }
        PDPage pdPage = document.getPage(number - 1);
        PDRectangle box = pdPage.getCropBox();
        PictureTooLargeException.check(
                Math.round(box.getWidth() / 72 * dpi), Math.round(box.getHeight() / 72 * dpi), settings.maxPixels());
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        BufferedImage image =
                renderer.renderImageWithDPI(number - 1, (float) dpi, colour ? ImageType.RGB : ImageType.GRAY);
        return new PagePicture(image, dpi, 72 / dpi);
    }
}
