package vn.trich.pipeline.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader.Extent;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.ContentHash;
import vn.trich.pipeline.catalogue.ContentLedger.Content;
import vn.trich.pipeline.catalogue.DamagedDocumentException;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileState;
import vn.trich.pipeline.catalogue.Holdings;
import vn.trich.pipeline.ocr.MissingDependencyException;

/**
 * Reads many files into a folder of results. Files are told apart by their content: the same bytes under several names
 * are one document. What the same version and settings have read before is not read again; the catalogue says which these
 * were. A file that fails costs only itself. What is written does not depend on the number of threads, nor on the order in
 * which files are done.
 */
public final class Batch {

    private final Intake.Tools tools;
    private final Results results;
    private final Catalogue catalogue;
    private final RunListener listener;
    private final Plan plan;
    private final long number;
    private final Intake intake;

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
     * Begins a run.
     *
     * @param tools what files are read with; where copies are wanted, they are also made of files that were read before
     *     and have none
     * @throws IOException if the catalogue cannot be written
     */
    public Batch(Intake.Tools tools, Results results, Plan plan, RunListener listener) throws IOException {
        this.tools = tools;
        this.results = results;
        this.catalogue = results.catalogue();
        this.plan = plan;
        this.listener = listener;
        this.number = catalogue.beginRun("extract", plan.version(), plan.settings());
        this.intake = new Intake(results, tools, plan, number, listener);
    }

    /** Asks the run to end soon: no further file is begun, what is finished is kept. From any thread. */
    public void stop() {
        intake.stop();
    }

    /** Tells the run that it is about to be cut off: from now on it stores nothing more. From any thread. */
    public void abandon() {
        intake.abandon();
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
        String outcome = "failed";
        try {
            RunSummary summary = read(search);
            outcome = summary.interrupted() ? "interrupted" : "done";
            return summary;
        } finally {
            catalogue.endRun(number, outcome);
        }
    }

    private RunSummary read(FileSearch.Result search) throws IOException {
        long start = System.nanoTime();
        listener.found(search.files().size());
        Run run = new Run(new ConcurrentLinkedQueue<>(search.problems()));
        run.notes.addAll(results.notes());
        Map<String, List<FileSearch.Found>> contents = run.hash(search.files());
        Map<String, List<FileSearch.Found>> unread = new TreeMap<>();
        Map<String, List<FileSearch.Found>> uncopied = new TreeMap<>();
        for (Map.Entry<String, List<FileSearch.Found>> content : contents.entrySet()) {
            if (intake.isDue(content.getKey())
                    || !intake.isStopped() && !isKnown(content.getKey(), content.getValue())) {
                unread.put(content.getKey(), content.getValue());
            } else if (!intake.isStopped()) {
                if (intake.lacksCopy(content.getKey())) {
                    uncopied.put(content.getKey(), content.getValue());
                }
                content.getValue().forEach(f -> listener.done(f.name()));
            }
        }
        run.inThreads(inOrder(unread).stream()
                .map(c -> run.job(() -> run.readOne(c.getKey(), c.getValue())))
                .toList());
        run.inThreads(inOrder(uncopied).stream()
                .map(c -> run.job(() -> run.copyOne(c.getKey(), c.getValue().get(0))))
                .toList());
        run.notes.addAll(new Settlement(results).settle());
        Holdings holdings = catalogue.documents().holdings();
        return new RunSummary(
                search.files().size(),
                run.read.get(),
                search.files().size()
                        - unread.values().stream().mapToInt(List::size).sum(),
                run.pages.get(),
                duplicates(contents),
                failures(contents),
                List.copyOf(run.problems),
                run.notes.stream().sorted().toList(),
                holdings.holds(),
                holdings.toReview(),
                intake.isStopped(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Notes files whose bytes need not be read; false if they do, since what is stored of them is damaged. */
    private boolean isKnown(String sha256, List<FileSearch.Found> files) throws IOException {
        try {
            intake.known(sha256, files);
            return true;
        } catch (DamagedDocumentException e) {
            return false;
        }
    }

    /** By the name of the first file; bytes over which runs died come last, so that they stand in nobody's way. */
    private List<Map.Entry<String, List<FileSearch.Found>>> inOrder(Map<String, List<FileSearch.Found>> contents)
            throws IOException {
        Map<String, Integer> deaths = new TreeMap<>();
        for (String sha256 : contents.keySet()) {
            deaths.put(
                    sha256,
                    catalogue.contents().content(sha256).map(Content::deaths).orElse(0));
        }
        return contents.entrySet().stream()
                .sorted((a, b) -> {
                    int order = deaths.get(a.getKey()).compareTo(deaths.get(b.getKey()));
                    return order != 0
                            ? order
                            : a.getValue()
                                    .get(0)
                                    .name()
                                    .compareTo(b.getValue().get(0).name());
                })
                .toList();
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

    /** What failed in these files, each failure once. */
    private List<String> failures(Map<String, List<FileSearch.Found>> contents) throws IOException {
        List<String> messages = new ArrayList<>();
        for (String id : catalogue.documents().failed()) {
            DocumentRecord head;
            try {
                head = catalogue.documents().read(id, Extent.HEAD);
            } catch (DamagedDocumentException e) {
                messages.add(e.advice());
                continue;
            }
            if (contents.containsKey(head.sha256())) {
                for (String warning : head.warnings()) {
                    // What a file is refused for names it; what a page is, does not.
                    messages.add(
                            warning.startsWith(head.sourceFile() + ":") ? warning : head.sourceFile() + ": " + warning);
                }
            }
        }
        return messages.stream().distinct().sorted().toList();
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

        /** The files by the hash of their content, each content's files by name; all are in the ledger then. */
        private Map<String, List<FileSearch.Found>> hash(List<FileSearch.Found> files) throws IOException {
            ContentHash hash = new ContentHash();
            Map<String, List<FileSearch.Found>> contents = new TreeMap<>();
            for (FileSearch.Found file : files) {
                if (intake.isStopped()) {
                    break;
                }
                Optional<String> sha256 = sha256(hash, file);
                if (sha256.isPresent()) {
                    contents.computeIfAbsent(sha256.get(), sha -> new ArrayList<>())
                            .add(file);
                } else {
                    listener.done(file.name());
                }
            }
            return contents;
        }

        private Optional<String> sha256(ContentHash hash, FileSearch.Found file) throws IOException {
            BasicFileAttributes look;
            String sha256;
            try {
                look = Files.readAttributes(file.path(), BasicFileAttributes.class);
                sha256 = hash.of(file.path());
            } catch (IOException e) {
                problems.add(file.name() + ": cannot be read (" + e.getClass().getSimpleName()
                        + "); check its permissions and the disk");
                return Optional.empty();
            }
            catalogue.together(() -> {
                FileEntry seen = catalogue
                        .files()
                        .seen(
                                file.path(),
                                file.name(),
                                look.size(),
                                look.lastModifiedTime().toInstant());
                return seen.sha256().equals(Optional.of(sha256))
                        ? seen
                        : catalogue.files().hashed(seen.id(), sha256);
            });
            return Optional.of(sha256);
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
                intake.stop();
                if (e.getCause() instanceof MissingDependencyException missing) {
                    throw missing;
                }
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } catch (InterruptedException e) {
                intake.stop();
                Thread.currentThread().interrupt();
            } finally {
                threads.shutdownNow();
            }
        }

        private void readOne(String sha256, List<FileSearch.Found> files) throws IOException {
            if (intake.isStopped()) {
                return;
            }
            Intake.Outcome outcome = intake.read(sha256, files);
            pages.addAndGet(outcome.pages());
            note(outcome);
            if (outcome.state() != FileState.WAITING) {
                read.addAndGet(files.size());
            }
            if (outcome.state() == FileState.RETRY) {
                tryAgain(sha256);
            }
            files.forEach(f -> listener.done(f.name()));
        }

        /** What failed by trouble that may pass is tried again by any later run. */
        private void tryAgain(String sha256) throws IOException {
            for (FileEntry file : catalogue.files().ofContent(sha256)) {
                if (file.state() == FileState.QUARANTINED) {
                    catalogue.files().retry(file.id(), Instant.now(), file.message());
                }
            }
        }

        private void copyOne(String sha256, FileSearch.Found file) throws IOException {
            if (!intake.isStopped()) {
                note(intake.copy(file, sha256));
            }
        }

        private void note(Intake.Outcome outcome) {
            notes.addAll(outcome.notes());
            if (!outcome.problem().isEmpty()) {
                problems.add(outcome.problem());
            }
        }
    }
}
