package vn.trich.pipeline.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.ContentHash;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileState;

/**
 * Takes files from an inbox, has them read, and brings each where it ends. It works in rounds and keeps nothing in memory
 * that matters: each round begins with what the ledger and the work folder say is unfinished, so it is all the same
 * whether a round follows another one or a killed job.
 */
public final class InboxJob {

    /** After so many changes in a row a job that is to end waits for a file no more. */
    private static final int PATIENCE = 5;

    /** How long it waits for files that are being read when there is nothing else to do. */
    private static final Duration PATIENT = Duration.ofSeconds(1);

    /** The least time between two looks while files are being read. */
    private static final Duration LEAST_WAIT = Duration.ofMillis(200);

    private final Inbox inbox;
    private final Taking taking;
    private final Endings endings;
    private final Refiling refiling;
    private final Returns returns;
    private final Catalogue catalogue;
    private final Engine engine;
    private final Plan plan;
    private final JobListener listener;
    private final Counter progress;
    private final Clock clock;
    private final Steadiness steadiness;
    private final Set<String> told = new HashSet<>();

    /** What is being read, by number. Only for this process: the next one finds it all in the work folder. */
    private final Map<Long, Claim> reading = new LinkedHashMap<>();

    private Map<Path, Seen> known = Map.of();
    private final ContentHash hash = new ContentHash(LinkOption.NOFOLLOW_LINKS);

    /**
     * How a job goes about it.
     *
     * @param settle how far apart two looks must be that see a file alike before it is taken
     * @param retryAfter the first wait after trouble that may pass; doubled each time, up to an hour
     * @param tries how often a file is tried before it is quarantined, from 1
     * @param atOnce how many files are taken at a time, from 1
     * @param leaveFiles whether files stay in the inbox; then the ledger alone knows what was read
     * @param refile whether files that ended before are taken up again where the engine would read them again
     * @param software version that goes into notes
     */
    public record Plan(
            Duration settle,
            Duration retryAfter,
            int tries,
            int atOnce,
            boolean leaveFiles,
            boolean refile,
            String software) {

        private static final Duration LONGEST_WAIT = Duration.ofHours(1);

        Backoff backoff() {
            return new Backoff(retryAfter, LONGEST_WAIT.compareTo(retryAfter) > 0 ? LONGEST_WAIT : retryAfter);
        }
    }

    /** The folders that a job works on, and what remembers it. */
    public record Places(Inbox inbox, EndFolders ends, Catalogue catalogue) {}

    /**
     * What tells the time.
     *
     * @param clock the time of day; may be set while the job runs
     * @param nanoTime a clock that only goes on, in nanoseconds
     */
    public record Clocks(Clock clock, LongSupplier nanoTime) {

        /** The system's. */
        public static Clocks system() {
            return new Clocks(Clock.systemUTC(), System::nanoTime);
        }
    }

    /**
     * What a round did.
     *
     * @param progress files that ended, or that now wait for their next try
     * @param reading files that are being read still
     * @param unsteady files that do not hold still yet, or were looked at only once
     * @param changing files that were seen to change so often that it is no use to wait for them
     * @param nextTry when the first of the waiting files is tried again
     * @param folders all folders of the inbox
     */
    public record Round(
            int progress,
            int reading,
            List<String> unsteady,
            List<String> changing,
            Optional<Instant> nextTry,
            List<Path> folders) {}

    /**
     * Prepares a job.
     *
     * @throws IOException if the work folder cannot be made
     */
    public InboxJob(Places places, Engine engine, Plan plan, JobListener listener, Clocks clocks) throws IOException {
        this.inbox = places.inbox();
        this.catalogue = places.catalogue();
        this.engine = engine;
        this.plan = plan;
        this.clock = clocks.clock();
        Counter counter = new Counter(listener);
        this.listener = counter;
        this.progress = counter;
        WorkFolder work = new WorkFolder(places.ends().root().resolve("work"));
        this.endings = new Endings(places.ends(), work, catalogue, plan, counter, clock);
        this.refiling = new Refiling(inbox, places.ends(), work, catalogue.files(), engine, plan.refile());
        this.returns = new Returns(places.ends(), work, catalogue.files());
        this.taking = new Taking(inbox, work, catalogue.files(), plan.leaveFiles(), counter);
        this.steadiness = new Steadiness(plan.settle(), clocks.nanoTime());
    }

    /** Passes events on, and counts those that say that a file came further. */
    private static final class Counter implements JobListener {
        private final JobListener listener;
        private int count;

        private Counter(JobListener listener) {
            this.listener = listener;
        }

        @Override
        public synchronized void tell(JobEvent event) {
            if (event instanceof JobEvent.Ended || event instanceof JobEvent.Postponed) {
                count++;
            }
            listener.tell(event);
        }

        private synchronized int reset() {
            int counted = count;
            count = 0;
            return counted;
        }
    }

    /**
     * Looks once, takes what holds still, and reads until files ended and there is room for others. A file that takes long
     * does not keep the next round from looking and taking more.
     *
     * @param stopped asked between files whether to end soon
     * @throws IOException if the inbox, the catalogue or the folder of results fails as a whole
     */
    public Round round(BooleanSupplier stopped) throws IOException, InterruptedException {
        progress.reset();
        Instant now = clock.instant();
        List<Claim> claims = new ArrayList<>();
        Set<Path> inPlace = new HashSet<>();
        Optional<Instant> nextTry = Optional.empty();
        reading.values().stream().filter(Claim::inPlace).forEach(c -> inPlace.add(c.file()));
        for (Claim open : taking.open(reading.keySet())) {
            Optional<Instant> next =
                    open.entry().nextTry().filter(t -> !plan.backoff().isDue(t, now));
            if (open.inPlace()) {
                inPlace.add(open.file());
            }
            if (next.isPresent()) {
                nextTry = nextTry.filter(t -> t.isBefore(next.get())).or(() -> next);
            } else if (endings.isSettled(open)) {
                endings.resume(open);
            } else {
                claims.add(open);
            }
        }
        refiling.next(room(claims)).forEach(claims::add);
        Inbox.Look look = inbox.look();
        List<Seen> fresh = unknown(look.files(), inPlace);
        List<Seen> steady = steadiness.look(fresh);
        if (!steady.isEmpty() || !claims.isEmpty()) {
            engine.ready();
        }
        int taken = take(steady, claims, stopped);
        told.retainAll(look.leftAlone());
        listener.tell(new JobEvent.Looked(
                fresh.size() - taken,
                claims.size() + reading.size(),
                look.leftAlone().stream().filter(told::add).toList()));
        if (!claims.isEmpty() && !stopped.getAsBoolean()) {
            begin(claims);
        }
        waitForRoom();
        Set<Seen> held = new HashSet<>(steady);
        Map<Boolean, List<String>> others = fresh.stream()
                .filter(f -> !held.contains(f))
                .collect(Collectors.partitioningBy(
                        f -> steadiness.changes(f.relative()) < PATIENCE,
                        Collectors.mapping(Seen::path, Collectors.toList())));
        return new Round(
                progress.reset(), reading.size(), others.get(true), others.get(false), nextTry, look.folders());
    }

    /** How many files more may be taken. */
    private int room(List<Claim> claims) {
        return Math.max(0, plan.atOnce() - reading.size() - claims.size());
    }

    /** Sees files to their end until at most half of those that may be taken are being read, and at least one ended. */
    private void waitForRoom() throws IOException, InterruptedException {
        boolean ended = false;
        while (reading.size() > plan.atOnce() / 2) {
            ended |= see(PATIENT);
        }
        if (!reading.isEmpty() && !ended) {
            see(plan.settle().compareTo(LEAST_WAIT) > 0 ? plan.settle() : LEAST_WAIT);
        }
    }

    /**
     * Sees what is being read to its end and begins nothing more.
     *
     * @throws IOException if the catalogue or the folder of results fails
     */
    void finish() throws IOException, InterruptedException {
        while (!reading.isEmpty()) {
            see(PATIENT);
        }
    }

    /** Waits for files that are being read and brings those that ended where they belong; whether there were any. */
    private boolean see(Duration most) throws IOException, InterruptedException {
        Engine.Ended ended = engine.ended(most);
        Map<Claim, Engine.Outcome> ends = new LinkedHashMap<>();
        for (Engine.Outcome outcome : ended.outcomes()) {
            ends.put(reading.remove(outcome.id()), outcome);
        }
        for (Map.Entry<Claim, Engine.Outcome> end : ends.entrySet()) {
            end(end.getKey(), end.getValue());
        }
        if (ended.failure().isPresent()) {
            throw failure(ended.failure().get());
        }
        Set<Long> butThese = new HashSet<>(reading.keySet());
        Set<String> contents = new LinkedHashSet<>();
        for (Claim claim : ends.keySet()) {
            butThese.add(claim.id());
            contents.add(claim.entry().sha256().orElseThrow());
        }
        for (String sha256 : contents) {
            refiling.others(sha256, butThese);
        }
        return !ends.isEmpty();
    }

    private static IOException failure(Exception e) {
        if (e instanceof RuntimeException fault) {
            throw fault;
        }
        return e instanceof IOException io ? io : new IOException(e);
    }

    /** Brings in line what must agree over all documents. */
    void settle() throws IOException {
        engine.settle();
    }

    /** The files that were not read before, or do not stay in the inbox once they are. */
    private List<Seen> unknown(List<Seen> files, Set<Path> inPlace) throws IOException {
        List<Seen> unknown = new ArrayList<>();
        Map<Path, Seen> stillKnown = new HashMap<>();
        for (Seen file : files) {
            if (file.equals(known.get(file.relative())) || staysRead(file)) {
                stillKnown.put(file.relative(), file);
            } else if (!inPlace.contains(inbox.root().resolve(file.relative()))) {
                unknown.add(file);
            }
        }
        known = stillKnown;
        return unknown;
    }

    private int take(List<Seen> steady, List<Claim> claims, BooleanSupplier stopped) throws IOException {
        int taken = 0;
        for (Seen seen : steady) {
            if (room(claims) == 0 || stopped.getAsBoolean()) {
                break;
            }
            Optional<Claim> claim = taking.take(seen);
            claim.ifPresent(claims::add);
            taken += claim.isPresent() ? 1 : 0;
        }
        return taken;
    }

    /** Whether it is a file that was read before and stays in the inbox. */
    private boolean staysRead(Seen seen) throws IOException {
        Path file = inbox.root().resolve(seen.relative());
        if (!plan.leaveFiles() && Files.isWritable(file.getParent())) {
            return false;
        }
        return catalogue
                .files()
                .at(file)
                .filter(e -> e.state().isEnd())
                .filter(e -> e.size() == seen.size())
                .filter(e -> Taking.isSame(e.modified(), seen.modified().toInstant()))
                .isPresent();
    }

    private void begin(List<Claim> claims) throws IOException {
        Set<String> contents = new HashSet<>();
        reading.values().forEach(c -> contents.add(c.entry().sha256().orElseThrow()));
        Map<Long, Claim> begun = new LinkedHashMap<>();
        List<Engine.Work> works = new ArrayList<>();
        for (Claim claim : claims) {
            // One whose bytes are being read waits for that; it stays taken.
            Optional<Claim> hashed = hash(claim)
                    .filter(c -> !contents.contains(c.entry().sha256().orElseThrow()));
            if (hashed.isPresent()) {
                Optional<FileEntry> before = returns.of(hashed.get());
                Claim taken = before.isPresent() ? returns.take(hashed.get(), before.get()) : hashed.get();
                boolean again = before.filter(b -> b.state() != FileState.DONE).isPresent();
                begun.put(taken.id(), taken);
                works.add(new Engine.Work(taken.entry(), taken.file(), again));
            }
        }
        if (!works.isEmpty()) {
            engine.begin(works);
            reading.putAll(begun);
        }
    }

    /** Ends a file; a fault of the program costs this file alone. */
    private void end(Claim claim, Engine.Outcome outcome) throws IOException {
        try {
            endings.read(claim, outcome);
        } catch (RuntimeException e) {
            endings.postpone(claim, "a fault of the program (" + e + ")");
        }
    }

    /** The claim with its content's hash written down; none if the file cannot be read now. */
    private Optional<Claim> hash(Claim claim) throws IOException {
        String sha256;
        try {
            sha256 = hash.of(claim.file());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            endings.postpone(claim, "it cannot be opened: " + Reasons.of(e));
            return Optional.empty();
        }
        return Optional.of(taking.numbered(claim, catalogue.files().hashed(claim.id(), sha256)));
    }
}
