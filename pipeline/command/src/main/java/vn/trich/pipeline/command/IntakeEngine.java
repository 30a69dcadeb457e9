package vn.trich.pipeline.command;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
import vn.trich.pipeline.catalogue.DamagedDocumentException;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileState;
import vn.trich.pipeline.catalogue.Holdings;
import vn.trich.pipeline.watch.Engine;

/** Reads files of an inbox as {@code extract} reads them. */
final class IntakeEngine implements Engine, AutoCloseable {

    /** How long storing what was read may take at the end. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Results results;
    private final Catalogue catalogue;
    private final Intake.Tools tools;
    private final Batch.Plan plan;
    private final long run;
    private final RunListener listener;
    private final Consumer<Settled> settled;
    private final ExecutorService threads;
    private final BlockingQueue<List<Outcome>> outcomes = new LinkedBlockingQueue<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** How many contents are being read, or wait for it, by each. */
    private final Map<Intake, Integer> busy = new ConcurrentHashMap<>();

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
        this.threads = Executors.newFixedThreadPool(plan.threads());
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
    public void begin(List<Work> files) throws IOException {
        Map<String, List<Work>> contents = contents(files);
        // One that was stopped by a failure takes no more.
        if (intake.isStopped() && !stopped) {
            intake = new Intake(results, tools, plan, run, listener);
        }
        Intake now = intake;
        contents.forEach((sha256, works) -> {
            busy.merge(now, 1, Integer::sum);
            threads.execute(() -> {
                outcomes.add(readOne(now, sha256, works));
                busy.computeIfPresent(now, (intake, reading) -> reading == 1 ? null : reading - 1);
            });
        });
        if (stopped) {
            now.stop();
        }
    }

    @Override
    public Ended ended(Duration most) throws InterruptedException {
        List<Outcome> ended = new ArrayList<>();
        List<Outcome> next = outcomes.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        while (next != null) {
            ended.addAll(next);
            next = outcomes.poll();
        }
        return new Ended(ended, Optional.ofNullable(failure.getAndSet(null)));
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

    /** Reads files of one content; a failure that is not theirs stops what comes after them. */
    private List<Outcome> readOne(Intake by, String sha256, List<Work> works) {
        if (!by.isStopped()) {
            try {
                return read(by, sha256, works);
            } catch (IOException | RuntimeException e) {
                by.stop();
                failure.compareAndSet(null, e);
            } catch (Throwable e) {
                by.stop();
                failure.compareAndSet(null, new IOException(e));
            }
        }
        return works.stream()
                .map(w -> of(w, outcome(Kind.UNFINISHED, List.of())))
                .toList();
    }

    private List<Outcome> read(Intake by, String sha256, List<Work> works) throws IOException {
        List<FileSearch.Found> found = works.stream()
                .map(w -> new FileSearch.Found(w.path(), w.file().name()))
                .toList();
        if (!by.isDue(sha256) && works.stream().noneMatch(Work::again)) {
            try {
                by.known(sha256, found);
                return outcomes(works, Optional.empty());
            } catch (DamagedDocumentException e) {
                // What is stored is of no use: the bytes are read once more.
            }
        }
        return outcomes(works, unread(by.read(sha256, found)));
    }

    private List<Outcome> outcomes(List<Work> works, Optional<Outcome> unread) throws IOException {
        List<Outcome> all = new ArrayList<>();
        for (Work work : works) {
            all.add(unread.isPresent() ? of(work, unread.get()) : read(work));
        }
        return all;
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
        busy.keySet().forEach(Intake::stop);
    }

    /** Tells it that it is about to be cut off. From any thread. */
    void abandon() {
        stopped = true;
        intake.abandon();
        busy.keySet().forEach(Intake::abandon);
    }

    /**
     * Ends it: files that were not begun are left; waits for those that are being read.
     *
     * @param most how long to wait
     */
    void finish(Duration most) {
        stop();
        threads.shutdown();
        try {
            threads.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finish(LONGEST);
    }
}
