package vn.trich.corpus.scan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import vn.trich.corpus.print.Face;
import vn.trich.corpus.print.Metrics;
import vn.trich.corpus.print.PdfWriter;
import vn.trich.corpus.print.Sheet;

/** Writes scans as files: a PDF of one picture a page, at times with hidden text; a TIFF; a JPEG. */
final class ScanFiles {

    private final Metrics metrics;

    ScanFiles(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Writes a PDF; words that the reader gives back empty are left out of the hidden text. */
    void pdf(List<Scanner.Scan> scans, String title, Optional<UnaryOperator<String>> reader, Path out)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfWriter.stamp(document, title);
            Optional<PDFont> font =
                    reader.isPresent() ? Optional.of(PdfWriter.font(document, Face.REGULAR)) : Optional.empty();
            for (Scanner.Scan scan : scans) {
                page(document, scan, reader, font);
            }
            try (OutputStream stream = Files.newOutputStream(out)) {
                document.save(stream);
            }
        }
    }

    private void page(
            PDDocument document, Scanner.Scan scan, Optional<UnaryOperator<String>> reader, Optional<PDFont> font)
            throws IOException {
        BufferedImage picture = scan.picture();
        float width = picture.getWidth() * 72f / scan.dpi();
        float height = picture.getHeight() * 72f / scan.dpi();
        PDPage page = new PDPage(new PDRectangle(width, height));
        if (scan.righted()) {
            page.setRotation((4 - scan.turns()) % 4 * 90);
        }
        document.addPage(page);
        PDImageXObject image = picture.getType() == BufferedImage.TYPE_BYTE_BINARY
                ? CCITTFactory.createFromImage(document, picture)
                : JPEGFactory.createFromImage(document, picture, (float) scan.quality(), scan.dpi());
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, width, height);
            if (reader.isPresent() && font.isPresent()) {
                for (Sheet.Word word : scan.words()) {
                    hidden(content, word, reader.get().apply(word.text()), font.get(), height);
                }
            }
        }
    }

    // As wide as the word on paper, whatever was read.
    private void hidden(PDPageContentStream content, Sheet.Word word, String text, PDFont font, float height)
            throws IOException {
        if (text.isEmpty()) {
            return;
        }
        double natural = metrics.width(text, Face.REGULAR, word.size());
        content.beginText();
        content.setRenderingMode(RenderingMode.NEITHER);
        content.setFont(font, (float) word.size());
        content.setHorizontalScaling((float) (100 * word.width() / Math.max(0.1, natural)));
        content.setTextMatrix(PdfWriter.matrix(word, height));
        content.showText(text);
        content.endText();
    }

    /** Writes a TIFF of several pages, CCITT group 4. */
    void tiff(List<Scanner.Scan> scans, Path out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        Files.deleteIfExists(out);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out.toFile())) {
            writer.setOutput(stream);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType("CCITT T.6");
            writer.prepareWriteSequence(null);
            for (Scanner.Scan scan : scans) {
                IIOMetadata metadata = resolution(
                        writer.getDefaultImageMetadata(
                                ImageTypeSpecifier.createFromRenderedImage(scan.picture()), parameters),
                        scan.dpi());
                writer.writeToSequence(new IIOImage(scan.picture(), null, metadata), parameters);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    // In the plain form that all writers know, the size of a pixel is in millimetres.
    private static IIOMetadata resolution(IIOMetadata metadata, int dpi) throws IIOInvalidTreeException {
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_1.0");
        IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
        for (String name : List.of("HorizontalPixelSize", "VerticalPixelSize")) {
            IIOMetadataNode size = new IIOMetadataNode(name);
            size.setAttribute("value", Double.toString(25.4 / dpi));
            dimension.appendChild(size);
        }
        root.appendChild(dimension);
        metadata.mergeTree("javax_imageio_1.0", root);
        return metadata;
    }

    /** Writes one page as a JPEG picture with its resolution. */
    void jpeg(Scanner.Scan scan, Path out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        Files.deleteIfExists(out);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out.toFile())) {
            writer.setOutput(stream);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.7f);
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(scan.picture()), parameters);
            density(metadata, scan.dpi());
            writer.write(null, new IIOImage(scan.picture(), null, metadata), parameters);
        } finally {
            writer.dispose();
        }
    }

    private static void density(IIOMetadata metadata, int dpi) throws IIOInvalidTreeException {
        String format = "javax_imageio_jpeg_image_1.0";
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode jfif =
                (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
        jfif.setAttribute("resUnits", "1");
        jfif.setAttribute("Xdensity", Integer.toString(dpi));
        jfif.setAttribute("Ydensity", Integer.toString(dpi));
        metadata.setFromTree(format, root);
    }
}
