package vn.trich.pipeline.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A PDF put together for a test, with a font that has all Vietnamese letters. */
public final class SamplePdf implements AutoCloseable {

    private final PDDocument document = new PDDocument();
    private final PDFont font;

    /** An empty PDF. */
    public SamplePdf() throws IOException {
        try (InputStream in =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            font = PDType0Font.load(document, in);
        }
    }

    /** What draws on a page; y grows upwards from the lower left corner. */
    public interface Drawing {
        /** Draws. */
        void on(PDPageContentStream content, PDFont font) throws IOException;
    }

    /** Adds an A4 page turned by {@code rotate} degrees. */
    public SamplePdf page(int rotate, Drawing drawing) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setRotation(rotate);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            drawing.on(content, font);
        }
        return this;
    }

    /** Adds an A4 page of lines of text, 12 points high, from the top. */
    public SamplePdf textPage(String... lines) throws IOException {
        return page(0, (content, f) -> write(content, f, 12, 72, 760, lines));
    }

    /** Adds an A4 page filled by a picture, with a hidden layer of text if any is given. */
    public SamplePdf scanPage(BufferedImage picture, String... hiddenLines) throws IOException {
        return page(0, (content, f) -> {
            content.drawImage(
                    JPEGFactory.createFromImage(document, picture, 0.8f),
                    0,
                    0,
                    PDRectangle.A4.getWidth(),
                    PDRectangle.A4.getHeight());
            content.setRenderingMode(RenderingMode.NEITHER);
            write(content, f, 12, 72, 760, hiddenLines);
        });
    }

    /** The picture of an A4 page. */
    public static BufferedImage picture(int dpi, Drawing drawing) throws IOException {
        // Only a saved document holds its font; else one of the machine's is drawn, which may lack letters.
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        try (SamplePdf pdf = new SamplePdf().page(0, drawing)) {
            pdf.document.save(saved);
        }
        try (PDDocument document = Loader.loadPDF(saved.toByteArray())) {
            return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.RGB);
        }
    }

    /** Writes lines below each other. */
    public static void write(PDPageContentStream content, PDFont font, double size, float x, float y, String... lines)
            throws IOException {
        for (int i = 0; i < lines.length; i++) {
            content.beginText();
            content.setFont(font, (float) size);
            content.newLineAtOffset(x, y - i * 20);
            content.showText(lines[i]);
            content.endText();
        }
    }

    /** Saves it. */
    public Path save(Path file) throws IOException {
        document.save(file.toFile());
        return file;
    }

    /** The document itself. */
    public PDDocument document() {
        return document;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
