package vn.trich.pipeline.searchable;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.trich.output.PageRecord;

/**
 * Wraps pictures as pages of a PDF: JPEG, most PNG and fax pictures in TIFF with their compressed data as they are, others
 * compressed anew without loss.
 */
final class PicturePages {

    private final long maxPixels;

    /** Takes no picture of more pixels. */
    PicturePages(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * Adds a page that shows a picture, as large as the record says.
     *
     * @param source TIFF, PNG or JPEG
     * @param tiff whether it is TIFF
     * @throws IOException if the picture is damaged or too large
     */
    void add(PDDocument document, Path source, boolean tiff, PageRecord record) throws IOException {
        PDRectangle size = new PDRectangle((float) record.width(), (float) record.height());
        PDPage page = new PDPage(size);
        document.addPage(page);
        PDImageXObject picture = tiff ? fromTiff(document, source, record.number()) : fromPicture(document, source);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(picture, 0, 0, size.getWidth(), size.getHeight());
        }
    }

    private PDImageXObject fromPicture(PDDocument document, Path source) throws IOException {
        checkSize(source, 1);
        return PDImageXObject.createFromByteArray(document, Files.readAllBytes(source), "picture");
    }

    private PDImageXObject fromTiff(PDDocument document, Path source, int number) throws IOException {
        try {
            File file = source.toFile();
            PDImageXObject fax = CCITTFactory.createFromFile(document, file, number - 1);
            if (fax != null) {
                return fax;
            }
        } catch (IOException e) {
            // No fax picture in one piece: decoded below.
        }
        return LosslessFactory.createFromImage(document, decoded(source, number));
    }

    private void checkSize(Path source, int number) throws IOException {
        read(source, number, false);
    }

    private BufferedImage decoded(Path source, int number) throws IOException {
        return read(source, number, true);
    }

    private BufferedImage read(Path source, int number, boolean decode) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(source.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no decoder for this picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                long pixels = (long) reader.getWidth(number - 1) * reader.getHeight(number - 1);
                if (pixels > maxPixels) {
                    throw new IOException("a picture of " + pixels + " pixels is too large");
                }
                return decode ? reader.read(number - 1) : null;
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            throw new IOException("damaged picture: " + e.getMessage(), e);
        }
    }
}
