package vn.trich.pipeline.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import vn.trich.output.DocumentRecord;
import vn.trich.output.OutputFolder;
import vn.trich.pipeline.ingest.RefusedFileException;
import vn.trich.pipeline.ocr.MissingDependencyException;

/**
 * Reads many files into a folder of results. Files are told apart by their content: the same bytes under several names
 * are one document. What the same version and settings have read before is not read again; each stored document says
 * which these were, so the store is its own ledger. A file that fails costs only itself. What is written does not
 * depend on the number of threads, nor on the order in which files are done.
 */
public final class Batch {

    private final FileReading reading;
    private final OutputFolder folder;
    private final RunListener listener;
    private final Plan plan;
    private final Optional<SearchableCopies> copies;
    private volatile boolean stopped;
    private volatile boolean abandoned;

    /**
     * How a run reads.
     *
     * @param version version of the software
     * @param settings the settings that can change a result, as one line
     * @param reprocess which files to read again
     * @param threads files read at a time, from 1
     */
    public record Plan(String version, String settings, Reprocess reprocess, int threads) {}

    /**
     * Prepares a run.
     *
     * @param reading reads one file
     * @param folder {@linkplain OutputFolder#prepare() prepared}, and locked by the caller
     */
    public Batch(FileReading reading, OutputFolder folder, Plan plan, RunListener listener) {
        this(reading, folder, plan, listener, Optional.empty());
    }

    /**
     * Prepares a run.
     *
     * @param reading reads one file
     * @param folder {@linkplain OutputFolder#prepare() prepared}, and locked by the caller
     * @param copies makes a searchable PDF of each file, also of those that were read before and have none
     */
    public Batch(
            FileReading reading,
            OutputFolder folder,
            Plan plan,
            RunListener listener,
            Optional<SearchableCopies> copies) {
        this.reading = reading;
        this.folder = folder;
        this.plan = plan;
        this.listener = listener;
        this.copies = copies;
    }

    /** Asks the run to end soon: no further file is begun, what is finished is kept. From any thread. */
    public void stop() {
        stopped = true;
    }

    /** Tells the run that it is about to be cut off: from now on it stores nothing more. From any thread. */
    public void abandon() {
        stopped = true;
        abandoned = true;
    }

    /**
     * Reads files.
     *
     * @param search what to read
     * @return what was done
     * @throws IOException if the folder of results cannot be read or written
     * @throws MissingDependencyException if what reading needs is not there
     */
    public RunSummary run(FileSearch.Result search) throws IOException {
        long start = System.nanoTime();
        listener.found(search.files().size());
        Run run = new Run(new ConcurrentLinkedQueue<>(search.problems()));
        Map<String, List<FileSearch.Found>> contents = run.hash(search.files());
        Store store = new Store(folder);
        Map<String, DocumentRecord> stored = store.firsts();
        List<Map.Entry<String, List<FileSearch.Found>>> unread = new ArrayList<>();
        Map<DocumentRecord, FileSearch.Found> uncopied = new LinkedHashMap<>();
        for (Map.Entry<String, List<FileSearch.Found>> content : contents.entrySet()) {
            DocumentRecord known = stored.get(content.getKey());
            if (known == null || isStale(known)) {
                unread.add(content);
            } else if (!stopped) {
                store.addNames(known, content.getValue());
                if (copies.isPresent() && copies.get().isMissing(known)) {
                    uncopied.put(known, content.getValue().get(0));
                }
                content.getValue().forEach(f -> listener.done(f.name()));
            }
        }
        run.readAll(unread, stored);
        run.inThreads(uncopied.entrySet().stream()
                .map(e -> run.job(() -> run.copy(e.getValue(), e.getKey())))
                .toList());
        run.notes.addAll(new OwnersFiles(folder).apply());
        store.settle();
        FolderTally tally = new FolderTally();
        folder.writeCsv(store.order(), tally::add);
        return new RunSummary(
                search.files().size(),
                run.read.get(),
                search.files().size() - filesOf(unread),
                run.pages.get(),
                duplicates(contents),
                failures(contents, tally),
                List.copyOf(run.problems),
                run.notes.stream().sorted().toList(),
                tally.holds(),
                tally.toReview(),
                stopped,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private boolean isStale(DocumentRecord known) {
        return plan.reprocess() == Reprocess.ALL
                || (plan.reprocess() == Reprocess.FAILED && known.status() != DocumentRecord.Status.OK)
                || !known.softwareVersion().equals(plan.version())
                || !known.settings().equals(plan.settings());
    }

    private static int filesOf(List<Map.Entry<String, List<FileSearch.Found>>> contents) {
        return contents.stream().mapToInt(c -> c.getValue().size()).sum();
    }

    private static List<String> duplicates(Map<String, List<FileSearch.Found>> contents) {
        List<String> duplicates = new ArrayList<>();
        for (List<FileSearch.Found> files : contents.values()) {
            for (FileSearch.Found other : files.subList(1, files.size())) {
                duplicates.add(other.name() + " is " + files.get(0).name());
            }
        }
        return duplicates.stream().sorted().toList();
    }

    private static List<String> failures(Map<String, List<FileSearch.Found>> contents, FolderTally tally) {
        return contents.keySet().stream()
                .flatMap(sha -> tally.failures(sha).stream())
                .sorted()
                .toList();
    }

    private interface Work {
        void run() throws IOException;
    }

    /** What a run gathers while it goes on. */
    private final class Run {
        private final Queue<String> problems;
        private final Queue<String> notes = new ConcurrentLinkedQueue<>();
        private final AtomicInteger read = new AtomicInteger();
        private final AtomicInteger pages = new AtomicInteger();

        private Run(Queue<String> problems) {
            this.problems = problems;
        }

        /** The files by the hash of their content, each content's files by name. */
        private Map<String, List<FileSearch.Found>> hash(List<FileSearch.Found> files) {
            ContentHash hash = new ContentHash();
            Map<String, List<FileSearch.Found>> contents = new TreeMap<>();
            for (FileSearch.Found file : files) {
                if (stopped) {
                    break;
                }
                try {
                    contents.computeIfAbsent(hash.of(file.path()), sha -> new ArrayList<>())
                            .add(file);
                } catch (IOException e) {
                    problems.add(file.name() + ": cannot be read ("
                            + e.getClass().getSimpleName() + "); check its permissions and the disk");
                    listener.done(file.name());
                }
            }
            return contents;
        }

        private void readAll(List<Map.Entry<String, List<FileSearch.Found>>> unread, Map<String, DocumentRecord> stored)
                throws IOException {
            inThreads(byName(unread).stream()
                    .map(c -> job(() -> readOne(c.getKey(), c.getValue(), stored.get(c.getKey()))))
                    .toList());
        }

        private Callable<Void> job(Work work) {
            return () -> {
                work.run();
                return null;
            };
        }

        private void inThreads(List<Callable<Void>> jobs) throws IOException {
            ExecutorService threads = Executors.newFixedThreadPool(plan.threads());
            try {
                List<Future<?>> ends = new ArrayList<>();
                jobs.forEach(j -> ends.add(threads.submit(j)));
                for (Future<?> end : ends) {
                    end.get();
                }
            } catch (ExecutionException e) {
                stopped = true;
                if (e.getCause() instanceof MissingDependencyException missing) {
                    throw missing;
                }
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } catch (InterruptedException e) {
                stopped = true;
                Thread.currentThread().interrupt();
            } finally {
                threads.shutdownNow();
            }
        }

        private List<Map.Entry<String, List<FileSearch.Found>>> byName(
                List<Map.Entry<String, List<FileSearch.Found>>> contents) {
            return contents.stream()
                    .sorted(Map.Entry.comparingByValue(
                            (a, b) -> a.get(0).name().compareTo(b.get(0).name())))
                    .toList();
        }

        /** Reads one content and stores what it holds; throws only if that cannot be stored. */
        private void readOne(String sha256, List<FileSearch.Found> files, DocumentRecord known) throws IOException {
            if (stopped) {
                return;
            }
            FileSearch.Found file = files.get(0);
            listener.started(file.name());
            List<DocumentRecord> documents = documents(sha256, file);
            boolean whole = documents.stream().allMatch(d -> d.status() == DocumentRecord.Status.OK);
            if (abandoned || (stopped && !whole)) {
                // What fails while the run is being ended says nothing about the file.
                return;
            }
            if (!documents.get(0).sha256().equals(sha256)) {
                problems.add(file.name() + ": changed while it was read; the next run reads it again");
            } else {
                folder.write(documents.stream()
                        .map(d -> d.withSourceNames(Store.names(known, files)))
                        .toList());
                read.addAndGet(files.size());
                copy(file, documents.get(0));
            }
            files.forEach(f -> listener.done(f.name()));
        }

        /** Makes a file's searchable copy; if none is wanted, removes one that an earlier reading left. */
        private void copy(FileSearch.Found file, DocumentRecord first) {
            if (stopped && abandoned) {
                return;
            }
            try {
                if (copies.isPresent()) {
                    copies.get().make(file.path(), first).forEach(note -> notes.add(file.name() + ": " + note));
                } else {
                    Files.deleteIfExists(folder.pdfFile(first.documentId()));
                }
            } catch (IOException e) {
                problems.add(file.name() + ": " + e.getMessage());
            }
        }

        private List<DocumentRecord> documents(String sha256, FileSearch.Found file) {
            try {
                return reading.read(file.path(), file.name(), page -> {
                    pages.incrementAndGet();
                    listener.pageDone();
                });
            } catch (RefusedFileException e) {
                // What the file system would not give today it may give tomorrow: no settings, so never up to date.
                boolean transientTrouble = e.reason() == RefusedFileException.Reason.UNREADABLE;
                return List.of(failed(sha256, file, transientTrouble ? "" : plan.settings(), e.getMessage()));
            } catch (MissingDependencyException e) {
                stopped = true;
                throw e;
            } catch (UncheckedIOException e) {
                return List.of(failed(
                        sha256, file, "", file.name() + ": " + e.getCause().getMessage()));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                return List.of(failed(
                        sha256,
                        file,
                        plan.settings(),
                        file.name() + ": a fault of the program (" + e + where(e) + ")"));
            }
        }

        /** The line of ours that it came from, so that a report of it says enough. */
        private static String where(Throwable fault) {
            return Stream.of(fault.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("vn.trich."))
                    .findFirst()
                    .map(frame -> " at " + frame)
                    .orElse("");
        }

        private DocumentRecord failed(String sha256, FileSearch.Found file, String settings, String message) {
            return DocumentRecord.failed(sha256, file.name(), "", plan.version(), settings, message);
        }
    }
}
