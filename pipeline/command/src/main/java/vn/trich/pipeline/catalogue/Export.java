package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import vn.trich.output.AtomicFile;
import vn.trich.output.CsvWriter;
import vn.trich.output.DocumentPlace;
import vn.trich.output.FlatTable;
import vn.trich.output.FlatTables;
import vn.trich.output.OutputFolder;
import vn.trich.output.UnitMerge;
import vn.trich.output.UnitRecord;

/**
 * Writes the files of a folder of results from its catalogue. What is written depends on the documents alone, not on the
 * order in which they were stored; of the documents one at a time is in memory.
 */
public final class Export {

    private static final List<FlatTable> ROWS = FlatTables.all().stream()
            .filter(t -> !t.name().equals(FlatTables.UNITS.name()))
            .toList();

    private final Catalogue catalogue;

    /** Of that catalogue. */
    public Export(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What is written. */
    public enum Format {
        /** {@code csv/*.csv}. */
        CSV,
        /** {@code documents/*.json}. */
        JSON,
        /** {@code text/*.txt}. */
        TEXT
    }

    /**
     * Writes a document's files at once; {@link #settleDocuments} makes sure of them.
     *
     * @throws IOException if the disk fails
     */
    public void document(String documentId, OutputFolder folder) throws IOException {
        DocumentStore documents = catalogue.documents();
        folder.write(documentId, documents.json(documentId), documents.text(documentId));
    }

    /**
     * Brings the documents' files of the catalogue's own folder in line with it: those of documents that changed are
     * written, those of documents that are no more go. What is in line already is not written. Nobody may store documents
     * meanwhile.
     *
     * @param folder the catalogue's, {@linkplain OutputFolder#prepare() prepared}
     * @param hurried asked between documents whether to leave the rest to the next time
     * @return what is damaged and so was not written; what lies in the folder of it stays
     * @throws IOException if the disk fails
     */
    public List<DamagedDocumentException> settleDocuments(OutputFolder folder, BooleanSupplier hurried)
            throws IOException {
        DocumentStore documents = catalogue.documents();
        List<DocumentStore.Exported> written = new ArrayList<>();
        List<DamagedDocumentException> damaged = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (DocumentStore.Exported document : documents.exports()) {
            if (hurried.getAsBoolean()) {
                return damaged;
            }
            known.add(document.documentId());
            boolean there = has(folder.documentFile(document.documentId()), document.jsonSize())
                    && has(folder.textFile(document.documentId()), document.textSize());
            try {
                if (!document.current() || !there) {
                    if (!there || !isSame(document.documentId(), folder)) {
                        document(document.documentId(), folder);
                    }
                    written.add(document);
                }
            } catch (DamagedDocumentException e) {
                damaged.add(e);
            }
        }
        for (String id : folder.documentIds()) {
            if (!known.contains(id) && !documents.has(id)) {
                folder.remove(id);
            }
        }
        if (!written.isEmpty()) {
            sync(folder.root().resolve("documents"));
            sync(folder.root().resolve("text"));
            documents.exported(written);
        }
        return damaged;
    }

    /**
     * Makes the CSV files of the catalogue's own folder anew if anything changed since they were made. Documents may be
     * stored meanwhile: each is in them as it was or as it became, and the files count as made before it.
     *
     * @param folder the catalogue's, {@linkplain OutputFolder#prepare() prepared}
     * @param hurried asked between documents whether to leave it to the next time
     * @throws IOException if the disk fails
     */
    public void settleTables(OutputFolder folder, BooleanSupplier hurried) throws IOException {
        DocumentStore documents = catalogue.documents();
        long changes = documents.progress("changes");
        if (documents.progress("csv") != changes || !hasCsv(folder)) {
            Optional<List<List<String>>> units = csv(documents.places(), folder, hurried);
            if (units.isPresent()) {
                sync(folder.csvFolder());
                documents.settled(units.get(), changes);
            }
        }
    }

    /**
     * Writes files anew, whatever is there.
     *
     * @param folder any folder of results, {@linkplain OutputFolder#prepare() prepared}
     * @param formats which files
     * @param run only the documents that this run stored; empty for all
     * @return how many documents
     * @throws IOException if the disk fails
     */
    public int write(OutputFolder folder, Set<Format> formats, OptionalLong run) throws IOException {
        DocumentStore documents = catalogue.documents();
        List<DocumentPlace> places = run.isPresent() ? documents.places(run.getAsLong()) : documents.places();
        for (DocumentPlace place : places) {
            String id = place.documentId();
            if (formats.contains(Format.TEXT)) {
                AtomicFile.write(folder.textFile(id), documents.text(id));
            }
            if (formats.contains(Format.JSON)) {
                AtomicFile.write(folder.documentFile(id), documents.json(id));
            }
        }
        if (formats.contains(Format.CSV)) {
            csv(places, folder, () -> false);
        }
        return places.size();
    }

    /** Writes the CSV files; gives the rows of {@code units}, none if they were left to the next time. */
    private Optional<List<List<String>>> csv(List<DocumentPlace> places, OutputFolder folder, BooleanSupplier hurried)
            throws IOException {
        List<FlatTable> tables = new ArrayList<>(ROWS);
        tables.add(FlatTables.DOCUMENT_UNITS);
        UnitMerge merge = new UnitMerge();
        try (CsvWriter csv = new CsvWriter(folder.csvFolder())) {
            for (DocumentPlace place : places) {
                if (hurried.getAsBoolean()) {
                    return Optional.empty();
                }
                UnitsOfDocument units = new UnitsOfDocument();
                catalogue.documents().rows(place.documentId(), tables, (table, rows) -> {
                    units.take(table, rows);
                    if (table != FlatTables.DOCUMENT_UNITS) {
                        for (List<String> row : rows) {
                            csv.row(table.name(), row);
                        }
                    }
                });
                merge.add(units.units, units.leads, units.coords);
            }
            List<List<String>> rows = merge.rows();
            for (List<String> row : rows) {
                csv.row(FlatTables.UNITS.name(), row);
            }
            csv.finish();
            return Optional.of(rows);
        }
    }

    /** The units of a document and who leads how often, from its rows. */
    private static final class UnitsOfDocument {
        private static final int UNIT_ID = 2;
        private static final int ROLE = 3;

        private final List<UnitRecord> units = new ArrayList<>();
        private final List<String> leads = new ArrayList<>();
        private final List<String> coords = new ArrayList<>();

        private void take(FlatTable table, List<List<String>> rows) {
            if (table == FlatTables.DOCUMENT_UNITS) {
                rows.forEach(row -> units.add(FlatTables.unit(row)));
            } else if (table.name().equals("task_units")) {
                rows.forEach(row -> (row.get(ROLE).equals("lead") ? leads : coords).add(row.get(UNIT_ID)));
            }
        }
    }

    private boolean isSame(String documentId, OutputFolder folder) throws IOException {
        return Arrays.equals(
                        Files.readAllBytes(folder.documentFile(documentId)),
                        catalogue.documents().json(documentId))
                && Arrays.equals(
                        Files.readAllBytes(folder.textFile(documentId)),
                        catalogue.documents().text(documentId));
    }

    private static boolean has(Path file, long size) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == size;
    }

    private static boolean hasCsv(OutputFolder folder) {
        return FlatTables.all().stream()
                .allMatch(t -> Files.isRegularFile(folder.csvFolder().resolve(t.name() + ".csv")));
    }

    /** Brings the names in a folder to the disk, where the system can. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system opens a folder; its names then come to the disk in their own time.
        }
    }
}
