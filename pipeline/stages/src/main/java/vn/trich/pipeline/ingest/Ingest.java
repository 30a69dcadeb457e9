package vn.trich.pipeline.ingest;

import static vn.trich.pipeline.ingest.RefusedFileException.Reason.DAMAGED;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.EMPTY;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.NO_PAGES;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.TOO_LARGE;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.UNREADABLE;
import static vn.trich.pipeline.ingest.RefusedFileException.Reason.UNSUPPORTED;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import vn.trich.pipeline.Settings;

/**
 * The first stage: says what a file is, by its content, and whether it may be read. PDF, TIFF, PNG, JPEG and plain
 * text are read.
 */
public final class Ingest {

    /** No text that is to be read has longer words on the average. */
    private static final int MOST_BYTES_PER_WORD = 32;

    /** Within so many bytes a PDF may begin, by ISO 32000 and its readers' custom. */
    private static final int MOST_BYTES_BEFORE_PDF = 1024;

    private static final int BYTES_THAT_TELL_TEXT = 1 << 16;

    /** Tab, line feed, form feed, carriage return, and the end mark of DOS. */
    private static final String TEXT_CONTROLS = "\t\n\f\r\u001A";

    private static final Pattern PDF_HEAD = Pattern.compile("%PDF-[12]\\.\\d");

    private static final Pattern NAMED_AS_PAGES =
            Pattern.compile("\\.(?:pdf|tiff?|png|jpe?g)$", Pattern.CASE_INSENSITIVE);

    private final Settings settings;
    private final PageCounter counter;
    private final TikaConfig tika;
    private final TextDecoding decoding = new TextDecoding();

    /**
     * Reads files within the limits of {@code settings}, in this process.
     *
     * @throws IllegalStateException if the media type detection cannot be set up
     */
    public Ingest(Settings settings) {
        this(settings, new FilePages(settings));
    }

    /**
     * Reads files within the limits of {@code settings}.
     *
     * @param counter opens files and counts their pages, perhaps where nothing is lost if a file is built to do harm
     * @throws IllegalStateException if the media type detection cannot be set up
     */
    public Ingest(Settings settings, PageCounter counter) {
        this.settings = settings;
        this.counter = counter;
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
                throw RefusedFileException.of(UNREADABLE, name, "is not there or not a plain file", "check the path");
            }
            long size = Files.size(path);
            if (size == 0) {
                throw RefusedFileException.of(EMPTY, name, "has no bytes", "fetch or scan it again");
            }
            if (size > settings.maxBytes()) {
                throw RefusedFileException.of(
                        TOO_LARGE,
                        name,
                        "has " + size + " bytes, the limit is " + settings.maxBytes(),
                        "split it or raise --max-bytes");
            }
            String type = mediaType(path);
            int pages = pages(path, name, type, size);
            return new SourceFile(path, name, sha256(path), size, type, pages);
        } catch (IOException e) {
            throw RefusedFileException.of(
                    UNREADABLE, name, "cannot be read (" + cause(e) + ")", "check its permissions and the disk");
        }
    }

    private int pages(Path path, String name, String type, long size) throws RefusedFileException, IOException {
        int pages = switch (type) {
            case "application/pdf", "image/tiff", "image/png", "image/jpeg" -> counter.count(path, name, type);
            case "text/plain" -> {
                refuseMisnamed(name);
                yield textPages(path, name, size);
            }
            default ->
                throw RefusedFileException.of(
                        UNSUPPORTED,
                        name,
                        "is of a kind that is not read (" + type + ")",
                        "give PDF, TIFF, PNG, JPEG or plain text");
        };
        if (pages == 0) {
            throw RefusedFileException.of(NO_PAGES, name, "has no pages", "fetch or scan it again");
        }
        if (pages > settings.maxPages()) {
            throw RefusedFileException.of(
                    TOO_LARGE,
                    name,
                    "has " + pages + " pages, the limit is " + settings.maxPages(),
                    "split it or raise --max-pages");
        }
        return pages;
    }

    /** A picture or PDF that holds text is the message of a failed download or transfer, not a document. */
    private static void refuseMisnamed(String name) throws RefusedFileException {
        if (NAMED_AS_PAGES.matcher(name).find()) {
            throw RefusedFileException.of(
                    DAMAGED,
                    name,
                    "holds plain text, not what its name says",
                    "fetch it again, or name it .txt if it is meant so");
        }
    }

    private String mediaType(Path path) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(path)) {
            // No name is given: the content alone decides.
            MediaType type = tika.getDetector().detect(in, new Metadata());
            // Plain text that happens to look like some programming language is still text; marked-up text is not.
            boolean plain = type.getType().equals("text") && !type.getSubtype().equals("html");
            if ((plain || type.equals(MediaType.OCTET_STREAM)) && isPdfAfterOtherBytes(path)) {
                return "application/pdf";
            }
            // Tika knows no text in which every fourth letter is not ASCII, as is usual in ours before Unicode.
            plain |= type.equals(MediaType.OCTET_STREAM) && hasNoControls(path);
            return plain ? "text/plain" : type.getBaseType().toString();
        }
    }

    /** Whether a PDF begins somewhere in the first bytes: gateways and printers put their own before it. */
    private static boolean isPdfAfterOtherBytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(MOST_BYTES_BEFORE_PDF + 8), StandardCharsets.ISO_8859_1);
            return PDF_HEAD.matcher(head).find();
        }
    }

    private static boolean hasNoControls(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            for (byte b : in.readNBytes(BYTES_THAT_TELL_TEXT)) {
                if (b >= 0 && b < ' ' && TEXT_CONTROLS.indexOf(b) < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private int textPages(Path path, String name, long size) throws RefusedFileException, IOException {
        if (size / MOST_BYTES_PER_WORD > settings.bounds().maxWords()) {
            throw RefusedFileException.of(
                    TOO_LARGE, name, "is text of " + size + " bytes, too long to hold in memory", "split it");
        }
        try {
            String text = decoding.decode(Files.readAllBytes(path))
                    .orElseThrow(() -> RefusedFileException.of(
                            UNSUPPORTED, name, "is text in an encoding that is not known", "save it as UTF-8"));
            if (words(text) > settings.bounds().maxWords()) {
                throw RefusedFileException.of(
                        TOO_LARGE,
                        name,
                        "has more than " + settings.bounds().maxWords() + " words",
                        "split it or raise --max-words");
            }
            return text.isBlank() ? 0 : textPages(text);
        } catch (OutOfMemoryError e) {
            throw RefusedFileException.of(TOO_LARGE, name, "is text too long to hold in memory", "split it");
        }
    }

    /** How many pages a text has: one more than its form feeds, a last one that ends the text not counted. */
    static int textPages(String text) {
        long feeds = text.chars().filter(c -> c == '\f').count();
        return (int) (text.endsWith("\f") ? feeds : feeds + 1);
    }

    private static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Character.isWhitespace(text.charAt(i));
            words += !blank && !inWord ? 1 : 0;
            inWord = !blank;
        }
        return words;
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

    private static String cause(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
