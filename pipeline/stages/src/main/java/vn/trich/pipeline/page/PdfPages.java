package vn.trich.pipeline.page;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.language.TrustAssessor;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.ingest.PageTree;

/** The pages of a PDF file, read one at a time. For one thread. */
public final class PdfPages implements AutoCloseable {

    private final PDDocument document;
    private final LayerTrust trust;
    private final PdfPictures pictures;

    private PdfPages(PDDocument document, LayerTrust trust, PdfPictures pictures) {
        this.document = document;
        this.trust = trust;
        this.pictures = pictures;
    }

    /**
     * Opens a file.
     *
     * @param file a PDF that needs no password
     * @param settings limits and resolution
     * @param assessor tells Vietnamese from ruins
     * @param decoder undoes legacy encodings
     * @throws IOException if it cannot be read
     */
    public static PdfPages open(Path file, Settings settings, TrustAssessor assessor, LegacyDecoder decoder)
            throws IOException {
        PDDocument document = Loader.loadPDF(new RandomAccessReadBufferedFile(file));
        PageTree.settle(document);
        // Fonts are worth keeping from page to page; pictures are seen once and large.
        document.setResourceCache(new DefaultResourceCache() {
            @Override
            public void put(org.apache.pdfbox.cos.COSObject indirect, PDXObject object) {
                // Not kept.
            }
        });
        return new PdfPages(document, new LayerTrust(assessor, decoder), new PdfPictures(settings));
    }

    /**
     * Reads a page's content, its picture left aside.
     *
     * @param number from 1
     * @throws IOException if it is damaged beyond reading
     */
    public PdfPage read(int number) throws IOException {
        if (PageTree.isLost(document.getPage(number - 1))) {
            throw new IOException("what the file holds of it is missing, damaged or nested too deeply");
        }
        PdfLayer layer = PdfLayer.read(document.getPage(number - 1));
        return new PdfPage(this, number, layer, trust.decide(layer));
    }

    /** A page's width and height in points as displayed, as far as they can be known; A4 otherwise. */
    public double[] size(int number) {
        try {
            PDRectangle box = document.getPage(number - 1).getCropBox();
            boolean turned = document.getPage(number - 1).getRotation() % 180 != 0;
            return turned
                    ? new double[] {box.getHeight(), box.getWidth()}
                    : new double[] {box.getWidth(), box.getHeight()};
        } catch (RuntimeException e) {
            return new double[] {PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight()};
        }
    }

    PagePicture picture(int number, PdfLayer layer) throws IOException {
        return pictures.read(document, number, layer);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
