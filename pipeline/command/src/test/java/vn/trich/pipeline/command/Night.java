package vn.trich.pipeline.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import vn.trich.output.DocumentRecord;
import vn.trich.output.Trust;
import vn.trich.pipeline.batch.Batch;
import vn.trich.pipeline.batch.FolderBusyException;
import vn.trich.pipeline.batch.Intake;
import vn.trich.pipeline.batch.Reprocess;
import vn.trich.pipeline.batch.Results;
import vn.trich.pipeline.batch.RunListener;
import vn.trich.pipeline.ingest.RefusedFileException;
import vn.trich.pipeline.watch.EndFolders;
import vn.trich.pipeline.watch.EndState;
import vn.trich.pipeline.watch.IgnoreList;
import vn.trich.pipeline.watch.Inbox;
import vn.trich.pipeline.watch.InboxJob;
import vn.trich.pipeline.watch.InboxLoop;
import vn.trich.pipeline.watch.JobEvent;
import vn.trich.pipeline.watch.JobListener;

/**
 * Nights over an inbox, all of it real but the reading of pages: that does what a file's first word tells it to, mishaps
 * included.
 */
final class Night {

    /** Tries before a file is quarantined. */
    static final int TRIES = 3;

    final Path inbox;
    final Path out;
    final Path files;
    final List<JobEvent> events = new ArrayList<>();
    final Queue<String> read = new ConcurrentLinkedQueue<>();
    Instant now = Instant.parse("2026-01-31T02:15:00Z");
    String version = "v1";
    boolean leaveFiles;
    Optional<Reprocess> reprocess = Optional.empty();
    JobListener listener = events::add;
    Reading reading = (path, words) -> {};

    /** What happens while a file is read, beyond what its first word says. */
    interface Reading {
        void read(Path path, String[] words) throws IOException;
    }

    Night(Path temp) throws IOException {
        this(temp, temp.resolve("out").resolve("files"));
    }

    Night(Path temp, Path files) throws IOException {
        this.inbox = Files.createDirectories(temp.resolve("in"));
        this.out = temp.resolve("out");
        this.files = files;
    }

    /** Puts a file into the inbox. */
    Path put(String name, String content) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** One run, until the inbox is empty. */
    void run() {
        try (Results results = Results.open(out)) {
            Inbox watched = new Inbox(inbox, new IgnoreList(List.of()));
            Batch.Plan plan = new Batch.Plan(version, "s", reprocess.orElse(Reprocess.CHANGED), 2);
            Intake.Tools tools = new Intake.Tools(this::documents, Optional.empty(), Optional.empty());
            long run = results.catalogue().beginRun("run", version, "s");
            IntakeEngine engine = new IntakeEngine(results, tools, plan, run, new Silence(), settled -> {});
            try (engine) {
                empty(watched, results, engine);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FolderBusyException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void empty(Inbox watched, Results results, IntakeEngine engine) throws IOException, InterruptedException {
        InboxJob job = new InboxJob(
                new InboxJob.Places(watched, new EndFolders(files), results.catalogue()),
                engine,
                new InboxJob.Plan(
                        Duration.ZERO, Duration.ofMinutes(1), TRIES, 64, leaveFiles, reprocess.isPresent(), version),
                event -> listener.tell(event),
                new InboxJob.Clocks(clock(), System::nanoTime));
        InboxLoop.Times times = new InboxLoop.Times(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1), false);
        try (InboxLoop loop = new InboxLoop(watched, job, times, listener, clock())) {
            loop.once();
        }
    }

    /** What ended, as {@code state/path: content}; notes left out. */
    List<String> ended() throws IOException {
        List<String> ended = new ArrayList<>();
        for (EndState state : EndState.values()) {
            Path folder = files.resolve(state.word());
            content(folder).forEach((name, content) -> {
                if (!name.endsWith(EndFolders.NOTE)) {
                    ended.add(state.word() + "/" + name + ": " + content);
                }
            });
        }
        return ended;
    }

    /** The note beside a file that ended. */
    String note(String place) throws IOException {
        return Files.readString(files.resolve(place + EndFolders.NOTE));
    }

    /** The files of a folder, by their path in it. */
    static TreeMap<String, String> content(Path folder) throws IOException {
        TreeMap<String, String> content = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return content;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                // Any bytes, one letter each.
                content.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    /** The documents, the texts, the rows and the schemas that the folder of results holds. */
    TreeMap<String, String> results() throws IOException {
        return results(out);
    }

    /** The documents, the texts, the rows and the schemas that a folder of results holds. */
    static TreeMap<String, String> results(Path out) throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        for (String part : List.of("documents", "text", "csv", "schema")) {
            content(out.resolve(part)).forEach((name, content) -> all.put(part + "/" + name, content));
        }
        return all;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private List<DocumentRecord> documents(Path path, String name, IntConsumer pageDone) throws RefusedFileException {
        read.add(name);
        try {
            String[] words = Files.readString(path).split(" ", 2);
            String sha256 = sha256(path);
            reading.read(path, words);
            switch (words[0]) {
                case "locked" ->
                    throw new RefusedFileException(
                            RefusedFileException.Reason.ENCRYPTED, name + ": needs a password; save it without");
                case "busy" ->
                    throw new RefusedFileException(
                            RefusedFileException.Reason.UNREADABLE, name + ": the share is away");
                case "fault" -> throw new IllegalStateException("broken on purpose");
                default -> pageDone.accept(1);
            }
            return List.of(document(sha256, name, words[0].equals("torn")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DocumentRecord document(String sha256, String name, boolean torn) {
        DocumentRecord d = DocumentRecord.failed(sha256, name, "text/plain", version, "s", "");
        return new DocumentRecord(
                d.documentId(),
                d.schemaVersion(),
                d.softwareVersion(),
                d.settings(),
                d.sourceFile(),
                d.sourceNames(),
                d.sha256(),
                d.mediaType(),
                2,
                DocumentRecord.TextSource.PLAIN_TEXT,
                "",
                "",
                "",
                "Kế hoạch",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "vi",
                d.meanOcrConfidence(),
                Trust.FULL,
                "",
                torn ? DocumentRecord.Status.PARTIAL : DocumentRecord.Status.OK,
                torn ? List.of("page 2: the picture is damaged") : List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                name + "\n");
    }

    static String sha256(Path file) throws IOException {
        return sha256(Files.readAllBytes(file));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Silence implements RunListener {
        @Override
        public void found(int number) {}

        @Override
        public void started(String name) {}

        @Override
        public void pageDone() {}

        @Override
        public void done(String name) {}
    }
}
