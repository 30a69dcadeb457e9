package vn.trich.output;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.trich.output.JsonReader.Extent;

/**
 * A folder of results: {@code documents/*.json} is the store, {@code text/*.txt} stands beside it, {@code csv/*.csv} is
 * made from it, {@code schema/} describes it. Every file appears whole or not at all. Only one writer at a time.
 */
public final class OutputFolder {

    /** The order of documents everywhere: by source file, then by id, the second document of a file after the first. */
    public static final Comparator<DocumentRecord> ORDER = Comparator.comparing(DocumentRecord::sourceFile)
            .thenComparing(
                    d -> d.documentId().substring(0, Math.min(16, d.documentId().length())))
            .thenComparingInt(d -> d.documentId().length())
            .thenComparing(DocumentRecord::documentId);

    private static final Pattern DOCUMENT_FILE = Pattern.compile("[0-9a-f]{16}(-[0-9]+)?\\.json");

    private final Path root;
    private final JsonReader reader = new JsonReader();
    private final JsonWriter writer = new JsonWriter();

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
        publish(root.resolve("schema").resolve("document.schema.json"), schemas.documentSchema());
        publish(csvFolder().resolve("csv-metadata.json"), schemas.csvMetadata());
    }

    /**
     * Writes all documents of one source file, and removes what an earlier reading of it left over. The first document
     * is written last: where it is, all are.
     *
     * @param documents the documents, in the order of their ids; at least one
     * @throws IOException if the disk fails
     */
    public void write(List<DocumentRecord> documents) throws IOException {
        for (int i = documents.size() - 1; i >= 0; i--) {
            DocumentRecord document = documents.get(i);
            AtomicFile.write(
                    textFile(document.documentId()),
                    CleanText.of(document.text()).getBytes(StandardCharsets.UTF_8));
            writeJson(document);
        }
        String first = documents.get(0).documentId();
        for (int next = documents.size() + 1; delete(first + "-" + next); next++) {
            // One after the other, until there is none.
        }
    }

    /** Writes a document's JSON alone. */
    public void writeJson(DocumentRecord document) throws IOException {
        try (AtomicFile file = AtomicFile.open(documentFile(document.documentId()))) {
            writer.write(document, file.out());
            file.commit();
        }
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

    /**
     * Writes the CSV files anew from the stored documents, one document in memory at a time.
     *
     * @param documentIds the documents, in the order of the rows
     * @param each told of each document, without its pages, as its rows are written
     * @throws IOException if a document cannot be read or the disk fails; the old files then stay
     */
    public void writeCsv(List<String> documentIds, Consumer<DocumentRecord> each) throws IOException {
        try (CsvWriter csv = new CsvWriter(csvFolder())) {
            for (String id : documentIds) {
                DocumentRecord document = read(id, Extent.RECORDS);
                csv.add(document);
                each.accept(document);
            }
            csv.finish();
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

    private boolean delete(String documentId) throws IOException {
        Files.deleteIfExists(textFile(documentId));
        return Files.deleteIfExists(documentFile(documentId));
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
