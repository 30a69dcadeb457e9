package vn.trich.pipeline.ingest;

import static vn.trich.pipeline.ingest.RefusedFileException.Reason.DAMAGED;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.EMPTY;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.ENCRYPTED;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.NO_PAGES;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.TOO_LARGE;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.UNREADABLE;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.UNSUPPORTED;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import vn.trich.pipeline.Settings;

/**
 * The first stage: says what a file is, by its content, and whether it may be read. PDF, TIFF, PNG, JPEG and UTF-8
 * text are read.
 */
public final class Ingest {

    private final Settings settings;
    private final TikaConfig tika;

    /**
     * Reads files within the limits of {@code settings}.
     *
     * @throws IllegalStateException if the media type detection cannot be set up
     */
    public Ingest(Settings settings) {
        this.settings = settings;
        try {
            this.tika = new TikaConfig();
        } catch (TikaException | IOException e) {
            throw new IllegalStateException("media type detection cannot be set up", e);
        }
    }

    /**
     * Looks at a file.
     *
     * @param path where it is
     * @param name its name in records
     * @return what it is, its hash and its page count
     * @throws RefusedFileException if it cannot or may not be read
     */
    public SourceFile open(Path path, String name) throws RefusedFileException {
        try {
            if (!Files.isRegularFile(path)) {
                throw refused(UNREADABLE, name, "is not there or not a plain file", "check the path");
            }
            long size = Files.size(path);
            if (size == 0) {
                throw refused(EMPTY, name, "has no bytes", "fetch or scan it again");
            }
            if (size > settings.maxBytes()) {
                throw refused(
                        TOO_LARGE,
                        name,
                        "has " + size + " bytes, the limit is " + settings.maxBytes(),
                        "split it or raise the limit");
            }
            String type = mediaType(path);
            int pages = pages(path, name, type);
            return new SourceFile(path, name, sha256(path), size, type, pages);
        } catch (IOException e) {
            throw refused(UNREADABLE, name, "cannot be read (" + cause(e) + ")", "check its permissions and the disk");
        }
    }

    private int pages(Path path, String name, String type) throws RefusedFileException, IOException {
        int pages = switch (type) {
            case "application/pdf" -> pdfPages(path, name);
            case "image/tiff", "image/png", "image/jpeg" -> picturePages(path, name, type);
            case "text/plain" -> textPages(path, name);
            default ->
                throw refused(
                        UNSUPPORTED,
                        name,
                        "is of a kind that is not read (" + type + ")",
                        "give PDF, TIFF, PNG, JPEG or UTF-8 text");
        };
        if (pages == 0) {
            throw refused(NO_PAGES, name, "has no pages", "fetch or scan it again");
        }
        if (pages > settings.maxPages()) {
            throw refused(
                    TOO_LARGE,
                    name,
                    "has " + pages + " pages, the limit is " + settings.maxPages(),
                    "split it or raise the limit");
        }
        return pages;
    }

    private String mediaType(Path path) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(path)) {
            // No name is given: the content alone decides.
            MediaType type = tika.getDetector().detect(in, new Metadata());
            // Plain text that happens to look like some programming language is still text; marked-up text is not.
            boolean plain = type.getType().equals("text") && !type.getSubtype().equals("html");
            return plain ? "text/plain" : type.getBaseType().toString();
        }
    }

    private static int pdfPages(Path path, String name) throws RefusedFileException, IOException {
        if (!tail(path, 4096).contains("%%EOF")) {
            throw refused(DAMAGED, name, "is cut off (its end mark is missing)", "fetch or scan it again");
        }
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBufferedFile(path))) {
            return document.getNumberOfPages();
        } catch (InvalidPasswordException e) {
            throw refused(ENCRYPTED, name, "needs a password", "save it without a password first");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw refused(DAMAGED, name, "is damaged or cut off (" + cause(e) + ")", "fetch or scan it again");
        }
    }

    private int picturePages(Path path, String name, String type) throws RefusedFileException {
        String format = type.substring("image/".length());
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        if (!readers.hasNext()) {
            throw refused(UNSUPPORTED, name, "is " + format + ", which this Java cannot decode", "use another JDK");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            reader.setInput(in);
            int pages = reader.getNumImages(true);
            for (int i = 0; i < Math.min(pages, settings.maxPages()); i++) {
                long pixels = (long) reader.getWidth(i) * reader.getHeight(i);
                if (pixels > settings.maxPixels()) {
                    throw refused(
                            TOO_LARGE,
                            name,
                            "has a picture of " + reader.getWidth(i) + " x " + reader.getHeight(i)
                                    + " pixels, the limit is " + settings.maxPixels() + " in all",
                            "scan it at 300 dpi or raise the limit");
                }
            }
            if (!type.equals("image/tiff") && !ends(path, type)) {
                throw refused(DAMAGED, name, "is cut off", "fetch or scan it again");
            }
            return pages;
        } catch (EOFException e) {
            throw refused(DAMAGED, name, "is cut off", "fetch or scan it again");
        } catch (IOException | RuntimeException e) {
            throw refused(DAMAGED, name, "is damaged or cut off (" + cause(e) + ")", "fetch or scan it again");
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

    private int textPages(Path path, String name) throws RefusedFileException, IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return text.isBlank() ? 0 : textPages(text);
        } catch (CharacterCodingException e) {
            throw refused(UNSUPPORTED, name, "is text, but not in UTF-8", "save it as UTF-8");
        } catch (OutOfMemoryError e) {
            throw refused(TOO_LARGE, name, "is text too long to hold in memory", "split it");
        }
    }

    /** How many pages a text has: one more than its form feeds, a last one that ends the text not counted. */
    static int textPages(String text) {
        long feeds = text.chars().filter(c -> c == '\f').count();
        return (int) (text.endsWith("\f") ? feeds : feeds + 1);
    }

    private static String sha256(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static RefusedFileException refused(
            RefusedFileException.Reason reason, String name, String what, String wayOut) {
        return new RefusedFileException(reason, name + ": " + what + "; " + wayOut);
    }

    private static String cause(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
