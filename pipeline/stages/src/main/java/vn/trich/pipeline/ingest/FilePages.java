package vn.trich.pipeline.ingest;

import static vn.trich.pipeline.ingest.RefusedFileException.Reason.DAMAGED;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.ENCRYPTED;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.TOO_LARGE;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.UNSUPPORTED;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.trich.pipeline.Settings;

/** Opens PDFs and pictures in this very process. */
public final class FilePages implements PageCounter {

    private final Settings settings;

    /** Opens within the limits of {@code settings}. */
    public FilePages(Settings settings) {
        this.settings = settings;
    }

    @Override
    public int count(Path path, String name, String mediaType) throws RefusedFileException, IOException {
        return mediaType.equals("application/pdf") ? pdfPages(path, name) : picturePages(path, name, mediaType);
    }

    private static int pdfPages(Path path, String name) throws RefusedFileException, IOException {
        if (!tail(path, 4096).contains("%%EOF")) {
            throw RefusedFileException.of(
                    DAMAGED, name, "is cut off (its end mark is missing)", "fetch or scan it again");
        }
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBufferedFile(path))) {
            return PageTree.settle(document);
        } catch (InvalidPasswordException e) {
            throw RefusedFileException.of(ENCRYPTED, name, "needs a password", "save it without a password first");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw RefusedFileException.of(
                    DAMAGED, name, "is damaged or cut off (" + cause(e) + ")", "fetch or scan it again");
        }
    }

    private int picturePages(Path path, String name, String type) throws RefusedFileException {
        String format = type.substring("image/".length());
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        if (!readers.hasNext()) {
            throw RefusedFileException.of(
                    UNSUPPORTED, name, "is " + format + ", which this Java cannot decode", "use another JDK");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            reader.setInput(in);
            int pages = reader.getNumImages(true);
            for (int i = 0; i < Math.min(pages, settings.maxPages()); i++) {
                long pixels = (long) reader.getWidth(i) * reader.getHeight(i);
                if (pixels > settings.maxPixels()) {
                    throw RefusedFileException.of(
                            TOO_LARGE,
                            name,
                            "has a picture of " + reader.getWidth(i) + " x " + reader.getHeight(i)
                                    + " pixels, the limit is " + settings.maxPixels() + " in all",
                            "scan it at 300 dpi or raise --max-pixels");
                }
            }
            if (!type.equals("image/tiff") && !ends(path, type)) {
                throw RefusedFileException.of(DAMAGED, name, "is cut off", "fetch or scan it again");
            }
            return pages;
        } catch (EOFException e) {
            throw RefusedFileException.of(DAMAGED, name, "is cut off", "fetch or scan it again");
        } catch (IOException | RuntimeException e) {
            throw RefusedFileException.of(
                    DAMAGED, name, "is damaged or cut off (" + cause(e) + ")", "fetch or scan it again");
        } finally {
            reader.dispose();
        }
    }

    /** Whether a PNG or JPEG has its end mark near its end. */
    private static boolean ends(Path path, String type) throws IOException {
        return tail(path, 1024).contains(type.equals("image/png") ? "IEND" : "\u00FF\u00D9");
    }

    /** The last bytes of a file, a character each. */
    private static String tail(Path path, int most) throws IOException {
        try (var channel = Files.newByteChannel(path)) {
            int length = (int) Math.min(most, channel.size());
            channel.position(channel.size() - length);
            ByteBuffer buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // Reads on until the tail is full.
            }
            return new String(buffer.array(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String cause(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
