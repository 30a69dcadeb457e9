package vn.trich.output;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.trich.output.JsonReader.Extent;

/**
 * A folder of results as files: {@code documents/*.json} and {@code text/*.txt} hold a document each, {@code csv/*.csv} the
 * records of all, {@code schema/} describes them. Every file appears whole or not at all. Only one writer at a time.
 */
public final class OutputFolder {

    /** The order of documents everywhere: that of their {@linkplain DocumentPlace places}. */
    public static final Comparator<DocumentRecord> ORDER = Comparator.comparing(DocumentPlace::of);

    private static final Pattern DOCUMENT_FILE = Pattern.compile("[0-9a-f]{16}(-[0-9]+)?\\.json");

    private final Path root;
    private final JsonReader reader = new JsonReader();

    /**
     * A folder of results.
     *
     * @param root the folder; need not exist
     */
    public OutputFolder(Path root) {
        this.root = root;
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    /** Where {@code <document_id>.json} lies. */
    public Path documentFile(String documentId) {
        return root.resolve("documents").resolve(documentId + ".json");
    }

    /** Where {@code <document_id>.txt} lies. */
    public Path textFile(String documentId) {
        return root.resolve("text").resolve(documentId + ".txt");
    }

    /** Where a file's searchable copy lies if there is one; {@code documentId} is that of its first document. */
    public Path pdfFile(String documentId) {
        return root.resolve("pdf").resolve(documentId + ".pdf");
    }

    /** Where the CSV files lie. */
    public Path csvFolder() {
        return root.resolve("csv");
    }

    /**
     * Makes the folder ready to be written: its subfolders, the published schemas; removes files that a killed run left
     * unfinished.
     *
     * @throws IOException if it cannot be written
     */
    public void prepare() throws IOException {
        for (String name : List.of("documents", "text", "csv", "schema")) {
            removeUnfinished(Files.createDirectories(root.resolve(name)));
        }
        if (Files.isDirectory(root.resolve("pdf"))) {
            removeUnfinished(root.resolve("pdf"));
        }
        Schemas schemas = new Schemas();
        publish("document.schema.json", schemas.documentSchema());
        publish(csvFolder().resolve("csv-metadata.json"), schemas.csvMetadata());
    }

    /**
     * Puts a schema into {@code schema/}, unless it lies there already.
     *
     * @param name the file's name
     * @throws IOException if it cannot be written
     */
    public void publish(String name, byte[] schema) throws IOException {
        publish(root.resolve("schema").resolve(name), schema);
    }

    /**
     * Writes a document's files, the JSON last: where it is, the text is.
     *
     * @param json as {@link JsonWriter} writes it
     * @param text UTF-8
     * @throws IOException if the disk fails
     */
    public void write(String documentId, byte[] json, byte[] text) throws IOException {
        AtomicFile.write(textFile(documentId), text);
        AtomicFile.write(documentFile(documentId), json);
    }

    /**
     * Takes a document's files away, if they are there.
     *
     * @throws IOException if the disk fails
     */
    public void remove(String documentId) throws IOException {
        Files.deleteIfExists(documentFile(documentId));
        Files.deleteIfExists(textFile(documentId));
    }

    /**
     * The ids of all documents, sorted.
     *
     * @throws IOException if the folder cannot be listed
     */
    public List<String> documentIds() throws IOException {
        Path folder = root.resolve("documents");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> DOCUMENT_FILE.matcher(n).matches())
                    .map(n -> n.substring(0, n.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads a document.
     *
     * @param documentId its id
     * @param extent how much of it; the text comes only with {@link Extent#WHOLE}
     * @throws IOException if it is not there or damaged; the message names the file
     */
    public DocumentRecord read(String documentId, Extent extent) throws IOException {
        Path file = documentFile(documentId);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return reader.read(in, extent, extent == Extent.WHOLE ? text(documentId) : "");
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static void removeUnfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(OutputFolder::isUnfinished).toList()) {
                Files.delete(file);
            }
        }
    }

    private String text(String documentId) throws IOException {
        return Files.readString(textFile(documentId));
    }

    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(AtomicFile.UNFINISHED);
    }

    private static void publish(Path file, byte[] content) throws IOException {
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            AtomicFile.write(file, content);
        }
    }
}
