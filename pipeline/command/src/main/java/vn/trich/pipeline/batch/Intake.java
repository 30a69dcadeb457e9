package vn.trich.pipeline.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader.Extent;
import vn.trich.pipeline.catalogue.Attempt;
import vn.trich.pipeline.catalogue.Attempt.Stage;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.ContentHash;
import vn.trich.pipeline.catalogue.ContentLedger.Content;
import vn.trich.pipeline.catalogue.DamagedDocumentException;
import vn.trich.pipeline.catalogue.DocumentStore;
import vn.trich.pipeline.catalogue.Export;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileState;
import vn.trich.pipeline.ingest.RefusedFileException;
import vn.trich.pipeline.ocr.MissingDependencyException;

/**
 * Takes files into a folder of results, one content at a time: reads it, stores what it holds, and keeps the ledger. May be
 * used by several threads at a time, for different contents.
 */
public final class Intake {

    /** After so many runs in a row that died over some bytes and got no page further, these are given up. */
    private static final int DEADLY = 5;

    /** After so many, they are read while nothing else is, so that what comes to an end beside them is not blamed for it. */
    private static final int SUSPECT = 2;

    private final Results results;
    private final Catalogue catalogue;
    private final Tools tools;
    private final Batch.Plan plan;
    private final long run;
    private final RunListener listener;

    /** Held shared by whoever reads in company, alone by whoever reads bytes that are suspect. */
    private final ReadWriteLock company = new ReentrantReadWriteLock(true);

    private volatile boolean stopped;
    private volatile boolean abandoned;

    /**
     * What files are read with.
     *
     * @param reading reads one file
     * @param pages the pages that are kept while a file is not finished; the same that {@code reading} asks
     * @param copies makes a searchable PDF of each file
     */
    public record Tools(FileReading reading, Optional<KeptPages> pages, Optional<SearchableCopies> copies) {}

    /**
     * How the taking of some bytes ended.
     *
     * @param state where their first file stands now; {@link FileState#WAITING} if they are to be taken again,
     *     {@link FileState#RETRY} if trouble was met that may pass
     * @param pages pages read
     * @param problem what went wrong beyond what the stored documents say, for people; may be empty
     * @param notes what went right but should be known, for people
     */
    public record Outcome(FileState state, int pages, String problem, List<String> notes) {}

    /**
     * Prepares to take files.
     *
     * @param run the run's number in the catalogue
     */
    public Intake(Results results, Tools tools, Batch.Plan plan, long run, RunListener listener) {
        this.results = results;
        this.catalogue = results.catalogue();
        this.tools = tools;
        this.plan = plan;
        this.run = run;
        this.listener = listener;
    }

    /** Asks it to end soon: what fails from now on is not held against its file. From any thread. */
    public void stop() {
        stopped = true;
    }

    /** Tells it that it is about to be cut off: from now on it stores nothing more. From any thread. */
    public void abandon() {
        stopped = true;
        abandoned = true;
    }

    /** Whether it was asked to end. */
    public boolean isStopped() {
        return stopped;
    }

    /**
     * Whether some bytes have to be read: because they never were, or by the plan.
     *
     * @throws IOException if the catalogue cannot be read
     */
    public boolean isDue(String sha256) throws IOException {
        Optional<Content> known = catalogue.contents().content(sha256);
        return known.isEmpty()
                || known.get().outcome().isEmpty()
                || plan.reprocess() == Reprocess.ALL
                || (plan.reprocess() == Reprocess.FAILED
                        && known.get().outcome().get() != Attempt.Outcome.DONE)
                || !known.get().version().equals(plan.version())
                || !known.get().settings().equals(plan.settings());
    }

    /**
     * Notes files whose bytes need not be read.
     *
     * @param files with these bytes, in the ledger, at least one
     * @throws DamagedDocumentException if what is stored of these bytes cannot be made out, so that they have to be read
     * @throws IOException if the catalogue cannot be written
     */
    public void known(String sha256, List<FileSearch.Found> files) throws IOException {
        Lock lock = results.storing();
        lock.lock();
        try {
            name(sha256, files);
        } finally {
            lock.unlock();
        }
    }

    private void name(String sha256, List<FileSearch.Found> files) throws IOException {
        DocumentStore documents = catalogue.documents();
        boolean same =
                files.size() == 1 && documents.hasSource(sha256, files.get(0).name());
        for (String id : same ? List.<String>of() : documents.idsOf(sha256)) {
            Set<String> before = new TreeSet<>(documents.read(id, Extent.HEAD).sourceNames());
            Set<String> names = names(before, files);
            if (!names.equals(before)) {
                documents.update(documents.read(id, Extent.WHOLE).withSourceNames(names));
            }
        }
        documents.settleFiles(sha256);
    }

    /** Whether the searchable copy of bytes that need not be read is missing though it is wanted. */
    boolean lacksCopy(String sha256) throws IOException {
        List<String> ids = tools.copies().isPresent() ? catalogue.documents().idsOf(sha256) : List.of();
        return !ids.isEmpty()
                && tools.copies().get().isMissing(catalogue.documents().read(ids.get(0), Extent.HEAD));
    }

    /**
     * Reads some bytes and stores what they hold.
     *
     * @param files with these bytes, in the ledger, at least one; the first is read
     * @throws NoSpaceException if the disk is too full to begin
     * @throws IOException if what was read cannot be stored
     * @throws MissingDependencyException if what reading needs is not there
     */
    public Outcome read(String sha256, List<FileSearch.Found> files) throws IOException {
        boolean suspect = deaths(sha256) >= SUSPECT;
        Lock lock = suspect ? company.writeLock() : company.readLock();
        lock.lock();
        try {
            if (suspect && stopped) {
                // While it waited to be alone.
                return new Outcome(FileState.WAITING, 0, "", List.of());
            }
            return readNow(sha256, files);
        } finally {
            lock.unlock();
        }
    }

    /** How many runs in a row died over some bytes. */
    private int deaths(String sha256) throws IOException {
        return catalogue.contents().content(sha256).map(Content::deaths).orElse(0);
    }

    private Outcome readNow(String sha256, List<FileSearch.Found> files) throws IOException {
        FileSearch.Found file = files.get(0);
        results.requireSpace();
        listener.started(file.name());
        long start = System.nanoTime();
        long attempt = catalogue.together(() -> {
            for (FileEntry entry : catalogue.files().ofContent(sha256)) {
                if (entry.path().equals(file.path()) || entry.place().equals(file.path())) {
                    catalogue.files().state(entry.id(), FileState.RUNNING, "");
                }
            }
            return catalogue.contents().attempt(run, sha256, file.name(), plan.version(), plan.settings());
        });
        AtomicInteger pages = new AtomicInteger();
        FileStamp stamp = FileStamp.of(file.path());
        tools.pages().ifPresent(kept -> kept.begin(file.path(), stamp));
        Made made;
        try {
            made = make(sha256, file, pages);
        } finally {
            tools.pages().ifPresent(kept -> kept.end(file.path()));
        }
        Ending ending = new Ending(sha256, file, attempt, pages.get(), (System.nanoTime() - start) / 1e9);
        boolean whole = made.documents.stream().allMatch(d -> d.status() == DocumentRecord.Status.OK);
        if (abandoned || (stopped && !whole)) {
            // What fails while the run is being ended says nothing about the file.
            return ending.without(Attempt.Outcome.INTERRUPTED, made.stage, "");
        }
        if (!made.documents.get(0).sha256().equals(sha256) || isChanged(file.path(), stamp, sha256)) {
            catalogue.pages().forget(sha256);
            return ending.without(
                    Attempt.Outcome.CHANGED,
                    made.stage,
                    file.name() + ": changed while it was read; the next run reads it again");
        }
        return ending.with(made, files);
    }

    /** Whether the bytes read may not have been those of the hash. A file that vanished since cannot be told from them. */
    private static boolean isChanged(Path file, FileStamp stamp, String sha256) throws IOException {
        return Files.exists(file)
                && !stamp.holds(file)
                && !new ContentHash().of(file).equals(sha256);
    }

    /** What was made of a file. */
    private record Made(List<DocumentRecord> documents, Stage stage, boolean passing) {}

    private Made make(String sha256, FileSearch.Found file, AtomicInteger pages) {
        try {
            int deaths = deaths(sha256);
            if (deaths >= DEADLY && plan.reprocess() == Reprocess.CHANGED) {
                String message = file.name() + ": reading it has ended the program " + deaths
                        + " times; try it again with --reprocess failed";
                return failed(sha256, file, plan.settings(), message, Stage.PAGES);
            }
            List<DocumentRecord> documents = tools.reading().read(file.path(), file.name(), page -> {
                pages.incrementAndGet();
                listener.pageDone();
            });
            return new Made(documents, Stage.STORED, false);
        } catch (RefusedFileException e) {
            // What the file system would not give today it may give tomorrow: no settings, so never up to date.
            boolean passing = e.reason() == RefusedFileException.Reason.UNREADABLE;
            return failed(sha256, file, passing ? "" : plan.settings(), e.getMessage(), Stage.INGEST);
        } catch (MissingDependencyException e) {
            stopped = true;
            throw e;
        } catch (UncheckedIOException e) {
            return failed(sha256, file, "", file.name() + ": " + e.getCause().getMessage(), stage(pages));
        } catch (IOException e) {
            return failed(sha256, file, "", file.name() + ": " + e.getMessage(), stage(pages));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            String message = file.name() + ": a fault of the program (" + e + where(e) + ")";
            return failed(sha256, file, plan.settings(), message, stage(pages));
        }
    }

    private static Stage stage(AtomicInteger pages) {
        return pages.get() == 0 ? Stage.PAGES : Stage.RECORDS;
    }

    /** The line of ours that it came from, so that a report of it says enough. */
    private static String where(Throwable fault) {
        return Stream.of(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("vn.trich."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }

    private Made failed(String sha256, FileSearch.Found file, String settings, String message, Stage stage) {
        return new Made(
                List.of(DocumentRecord.failed(sha256, file.name(), "", plan.version(), settings, message)),
                stage,
                settings.isEmpty());
    }

    private static Set<String> names(Set<String> before, List<FileSearch.Found> files) {
        Set<String> names = new TreeSet<>(before);
        files.forEach(f -> names.add(f.name()));
        return names;
    }

    /** Makes a file's searchable copy; if none is wanted, removes one that an earlier reading left. */
    Outcome copy(FileSearch.Found file, DocumentRecord first, FileState state, int pages) {
        List<String> notes = new ArrayList<>();
        if (stopped && abandoned) {
            return new Outcome(state, pages, "", notes);
        }
        try {
            if (tools.copies().isPresent()) {
                tools.copies().get().make(file.path(), first).forEach(note -> notes.add(file.name() + ": " + note));
            } else {
                Files.deleteIfExists(results.folder().pdfFile(first.documentId()));
            }
            return new Outcome(state, pages, "", notes);
        } catch (IOException e) {
            return new Outcome(state, pages, file.name() + ": " + e.getMessage(), notes);
        }
    }

    /** Makes the searchable copy of a file that was read before. */
    Outcome copy(FileSearch.Found file, String sha256) throws IOException {
        String first = catalogue.documents().idsOf(sha256).get(0);
        return copy(file, catalogue.documents().read(first, Extent.HEAD), FileState.DONE, 0);
    }

    /** The end of an attempt. */
    private final class Ending {
        private final String sha256;
        private final FileSearch.Found file;
        private final long attempt;
        private final int pages;
        private final double seconds;

        private Ending(String sha256, FileSearch.Found file, long attempt, int pages, double seconds) {
            this.sha256 = sha256;
            this.file = file;
            this.attempt = attempt;
            this.pages = pages;
            this.seconds = seconds;
        }

        /** Nothing is stored; the file waits, or stands where it stood before. */
        private Outcome without(Attempt.Outcome outcome, Stage stage, String problem) throws IOException {
            catalogue.together(() -> {
                catalogue.contents().ended(new Attempt(attempt, stage, outcome, problem, pages, seconds));
                for (FileEntry entry : catalogue.files().ofContent(sha256)) {
                    if (entry.state() == FileState.RUNNING) {
                        catalogue.files().state(entry.id(), FileState.WAITING, problem);
                    }
                }
                catalogue.documents().settleFiles(sha256);
                return null;
            });
            return new Outcome(FileState.WAITING, pages, problem, List.of());
        }

        private Outcome with(Made made, List<FileSearch.Found> files) throws IOException {
            Lock lock = results.storing();
            lock.lock();
            List<DocumentRecord> documents;
            try {
                documents = store(made, files);
            } finally {
                lock.unlock();
            }
            FileState state = made.passing
                    ? FileState.RETRY
                    : FileState.valueOf(Attempt.Outcome.of(documents).name());
            return copy(file, documents.get(0), state, pages);
        }

        private List<DocumentRecord> store(Made made, List<FileSearch.Found> files) throws IOException {
            Set<String> before = namesBefore(sha256);
            List<DocumentRecord> documents = made.documents.stream()
                    .map(d -> d.withSourceNames(names(before, files)))
                    .toList();
            Attempt.Outcome outcome = Attempt.Outcome.of(documents);
            String message = outcome == Attempt.Outcome.DONE
                    ? ""
                    : String.join("; ", documents.get(0).warnings());
            catalogue
                    .documents()
                    .store(
                            new DocumentStore.Reading(
                                    sha256, documents, plan.version(), made.passing ? "" : plan.settings(), run),
                            Optional.of(new Attempt(
                                    attempt,
                                    made.stage,
                                    made.passing ? Attempt.Outcome.RETRY : outcome,
                                    message,
                                    pages,
                                    seconds)));
            Export export = new Export(catalogue);
            for (DocumentRecord document : documents) {
                export.document(document.documentId(), results.folder());
            }
            return documents;
        }
    }

    /** The names under which some bytes are known. */
    private Set<String> namesBefore(String sha256) throws IOException {
        List<String> ids = catalogue.documents().idsOf(sha256);
        if (ids.isEmpty()) {
            return Set.of();
        }
        try {
            return new TreeSet<>(
                    catalogue.documents().read(ids.get(0), Extent.HEAD).sourceNames());
        } catch (DamagedDocumentException e) {
            return catalogue.files().ofContent(sha256).stream()
                    .map(FileEntry::name)
                    .collect(Collectors.toSet());
        }
    }
}
