package vn.trich.pipeline.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader.Extent;
import vn.trich.pipeline.batch.Batch;
import vn.trich.pipeline.batch.FileSearch;
import vn.trich.pipeline.batch.Intake;
import vn.trich.pipeline.batch.Results;
import vn.trich.pipeline.batch.RunListener;
import vn.trich.pipeline.batch.Settlement;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.ContentLedger;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileState;
import vn.trich.pipeline.catalogue.Holdings;
import vn.trich.pipeline.ocr.MissingDependencyException;
import vn.trich.pipeline.watch.Engine;

/** Reads files of an inbox as {@code extract} reads them. */
final class IntakeEngine implements Engine {

    private final Results results;
    private final Catalogue catalogue;
    private final Intake.Tools tools;
    private final Batch.Plan plan;
    private final long run;
    private final RunListener listener;
    private final Consumer<Settled> settled;
    private volatile Intake intake;
    private volatile boolean stopped;

    /**
     * What is known when all documents are brought in line.
     *
     * @param notes what could not be obeyed, for people
     * @param holdings what the folder of results holds
     */
    record Settled(List<String> notes, Holdings holdings) {}

    /**
     * Prepares to read.
     *
     * @param run the run's number in the catalogue
     * @param settled told whenever all documents were brought in line
     */
    IntakeEngine(
            Results results,
            Intake.Tools tools,
            Batch.Plan plan,
            long run,
            RunListener listener,
            Consumer<Settled> settled) {
        this.results = results;
        this.catalogue = results.catalogue();
        this.tools = tools;
        this.plan = plan;
        this.run = run;
        this.listener = listener;
        this.settled = settled;
        this.intake = new Intake(results, tools, plan, run, listener);
    }

    @Override
    public void ready() throws IOException {
        results.requireSpace();
    }

    @Override
    public boolean isDue(String sha256) throws IOException {
        return intake.isDue(sha256);
    }

    @Override
    public void read(List<Work> files, Ending each) throws IOException {
        // One that was stopped by a failure takes no more.
        intake = new Intake(results, tools, plan, run, listener);
        if (stopped) {
            return;
        }
        Map<String, List<Work>> contents = contents(files);
        ExecutorService threads = Executors.newFixedThreadPool(plan.threads());
        try {
            List<Future<?>> ends = new ArrayList<>();
            contents.forEach((sha256, works) -> ends.add(threads.submit(() -> {
                readOne(sha256, works, each);
                return null;
            })));
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
            finish(threads);
        }
    }

    /** The files by their content; bytes over which runs died come last, so that they stand in nobody's way. */
    private Map<String, List<Work>> contents(List<Work> files) throws IOException {
        Map<String, List<Work>> contents = new LinkedHashMap<>();
        Map<String, List<Work>> deadly = new LinkedHashMap<>();
        for (Work file : files) {
            String sha256 = file.file().sha256().orElseThrow();
            int deaths = catalogue
                    .contents()
                    .content(sha256)
                    .map(ContentLedger.Content::deaths)
                    .orElse(0);
            (deaths == 0 ? contents : deadly)
                    .computeIfAbsent(sha256, sha -> new ArrayList<>())
                    .add(file);
        }
        contents.putAll(deadly);
        return contents;
    }

    /** Waits for files that are being stored; nothing of this round may go on in the next. */
    private static void finish(ExecutorService threads) {
        threads.shutdown();
        try {
            threads.awaitTermination(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void readOne(String sha256, List<Work> works, Ending each) throws IOException {
        if (intake.isStopped()) {
            return;
        }
        List<FileSearch.Found> found = works.stream()
                .map(w -> new FileSearch.Found(w.path(), w.file().name()))
                .toList();
        Optional<Outcome> unread = Optional.empty();
        if (intake.isDue(sha256) || works.stream().anyMatch(Work::again)) {
            Intake.Outcome outcome = intake.read(sha256, found);
            unread = unread(outcome);
        } else {
            intake.known(sha256, found);
        }
        synchronized (this) {
            for (Work work : works) {
                each.ended(unread.isPresent() ? of(work, unread.get()) : read(work));
            }
        }
    }

    /** How it ended if nothing was stored, or only that it could not be read now. */
    private Optional<Outcome> unread(Intake.Outcome outcome) {
        if (outcome.state() == FileState.WAITING) {
            boolean told = !outcome.problem().isEmpty();
            return Optional.of(outcome(told ? Kind.TROUBLE : Kind.UNFINISHED, List.of(outcome.problem())));
        }
        return Optional.empty();
    }

    private static Outcome outcome(Kind kind, List<String> messages) {
        return new Outcome(0, kind, List.of(), 0, messages, Optional.empty());
    }

    private static Outcome of(Work work, Outcome outcome) {
        return new Outcome(
                work.file().id(),
                outcome.kind(),
                outcome.documents(),
                outcome.pages(),
                outcome.messages(),
                outcome.first());
    }

    /** What the catalogue says of a file that was read, now or before. */
    private Outcome read(Work work) throws IOException {
        String sha256 = work.file().sha256().orElseThrow();
        List<DocumentRecord> documents = new ArrayList<>();
        for (String id : catalogue.documents().idsOf(sha256)) {
            documents.add(catalogue.documents().read(id, Extent.HEAD));
        }
        FileEntry entry = catalogue.files().file(work.file().id()).orElseThrow();
        Optional<FileEntry> first = entry.state() == FileState.DUPLICATE
                ? catalogue.files().ofContent(sha256).stream()
                        .filter(f -> f.state() != FileState.DUPLICATE)
                        .findFirst()
                : Optional.empty();
        List<String> messages = documents.stream()
                .flatMap(d -> d.warnings().stream())
                .distinct()
                .toList();
        return new Outcome(
                entry.id(),
                kind(entry, documents),
                documents.stream().map(DocumentRecord::documentId).toList(),
                documents.stream().mapToInt(DocumentRecord::pageCount).sum(),
                messages,
                first);
    }

    private static Kind kind(FileEntry entry, List<DocumentRecord> documents) {
        if (documents.stream().anyMatch(d -> d.settings().isEmpty())) {
            return Kind.TROUBLE;
        }
        return switch (entry.state()) {
            case DONE -> Kind.WHOLE;
            case PARTIAL -> Kind.PARTLY;
            case QUARANTINED -> Kind.REFUSED;
            case DUPLICATE -> Kind.DUPLICATE;
            default -> Kind.TROUBLE;
        };
    }

    @Override
    public void settle() throws IOException {
        List<String> notes = new Settlement(results).settle();
        settled.accept(new Settled(
                Stream.concat(results.notes().stream(), notes.stream()).toList(),
                catalogue.documents().holdings()));
    }

    /** Ends what goes on, soon. From any thread. */
    void stop() {
        stopped = true;
        intake.stop();
    }

    /** Tells it that it is about to be cut off. From any thread. */
    void abandon() {
        stopped = true;
        intake.abandon();
    }
}
