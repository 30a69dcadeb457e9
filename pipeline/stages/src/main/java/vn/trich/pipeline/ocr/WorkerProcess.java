package vn.trich.pipeline.ocr;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.trich.output.TextChoice;

/** A worker process seen from outside: takes a task, gives its answer, is killed with its children if it takes too long. */
final class WorkerProcess implements AutoCloseable {

    private static final int KEPT_MESSAGES = 20;

    /** Pictures that a worker reads in its life: what it takes for one is native memory. */
    private static final int MOST_PICTURES = 500;

    /** Tasks of any kind that it does. */
    private static final int MOST_ANSWERS = 10_000;

    /** A worker that had less than this share of a processor while the clock ran was not slow, but kept from working. */
    private static final int FAIR_SHARE = 4;

    /** By how many times its time the clock may run for one that is kept from working. */
    private static final int PATIENCE = 5;

    /** How often it is looked how much memory a worker takes. */
    private static final long LOOK_MS = 250;

    /** Characters of an answer above which it is no page. */
    private static final int LONGEST_ANSWER = 64_000_000;

    /** What Java ends with when its heap is full and it was told so. */
    private static final int HEAP_FULL = 3;

    private final Process process;
    private final ProcessMemory memory;
    private final int megabytes;
    private final Writer tasks;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Deque<String> messages = new ArrayDeque<>();
    private int pictures;
    private int answered;

    /** Marks the end of a worker's answers. */
    private static final String END = "";

    /**
     * Starts a process.
     *
     * @param megabytes memory above which it is ended
     * @throws IOException if it cannot be started
     */
    WorkerProcess(List<String> command, int megabytes) throws IOException {
        process = new ProcessBuilder(command).start();
        memory = new ProcessMemory(process.pid());
        this.megabytes = megabytes;
        tasks = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        follow(process.inputReader(StandardCharsets.UTF_8), true);
        follow(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8), false);
    }

    private void follow(Reader stream, boolean answering) {
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader lines = new BufferedReader(stream)) {
                        for (String line = line(lines); line != null; line = line(lines)) {
                            if (!answering) {
                                keep(line);
                            } else if (line.startsWith("{")) {
                                answers.add(line);
                            }
                        }
                    } catch (IOException e) {
                        keep(e.toString());
                    }
                    if (answering) {
                        answers.add(END);
                    }
                },
                "worker-" + process.pid());
        thread.setDaemon(true);
        thread.start();
    }

    /** The next line; one that no honest worker would write ends the stream. */
    private static String line(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = lines.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = lines.read()) {
            if (line.length() == LONGEST_ANSWER) {
                throw new IOException("a worker's answer is too long");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private void keep(String message) {
        synchronized (messages) {
            messages.add(message);
            if (messages.size() > KEPT_MESSAGES) {
                messages.remove();
            }
        }
    }

    /** Whether it has done so much that a new one should take its place, so that no leak of native memory grows for ever. */
    boolean isWorn() {
        return pictures >= MOST_PICTURES || answered >= MOST_ANSWERS;
    }

    /**
     * Has a task done. On a machine that has hardly any time for the worker the clock may run on, up to five times as long: a
     * page is given up for what it costs, not for what others do meanwhile.
     *
     * @param task one line
     * @param timeout time that it may take
     * @param most time after which it is given up whatever the reason
     * @throws WorkerExhaustedException if it took too much memory; the worker is dead then
     * @throws IOException if the worker died of it; says how
     * @throws TimeoutException if it took too long; the worker is dead then
     * @throws InterruptedException if this thread was interrupted; the worker is dead then
     */
    PageAnswer ask(String task, Duration timeout, Duration most)
            throws IOException, TimeoutException, InterruptedException {
        try {
            tasks.write(task);
            tasks.write('\n');
            tasks.flush();
        } catch (IOException e) {
            throw died();
        }
        String answer;
        try {
            answer = await(timeout, most);
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
        if (answer == null) {
            kill();
            throw new TimeoutException("reading took longer than " + timeout.toSeconds() + " s; raise --page-timeout");
        }
        if (answer.equals(END)) {
            throw died();
        }
        answered++;
        try {
            PageAnswer given = PageAnswer.fromLine(answer);
            if (given instanceof PageAnswer.Read read && read.page().choice() == TextChoice.OCR) {
                pictures++;
            }
            return given;
        } catch (IOException e) {
            kill();
            throw new WorkerDiedException(e.getMessage());
        }
    }

    /** The next answer, or null if there is none in time. */
    private String await(Duration timeout, Duration most) throws InterruptedException, WorkerExhaustedException {
        long start = System.nanoTime();
        Optional<Duration> worked = processorTime();
        long patience = Math.min(most.toMillis(), PATIENCE * timeout.toMillis());
        for (long passed = 0; passed < patience; passed = (System.nanoTime() - start) / 1_000_000) {
            if (passed >= timeout.toMillis() && !isKept(worked, timeout)) {
                return null;
            }
            long left = passed < timeout.toMillis() ? timeout.toMillis() - passed : patience - passed;
            String answer = answers.poll(Math.min(left, LOOK_MS), TimeUnit.MILLISECONDS);
            if (answer != null) {
                return answer;
            }
            if (memory.megabytes().orElse(0) > megabytes) {
                kill();
                throw new WorkerExhaustedException(megabytes);
            }
        }
        return null;
    }

    /** Whether the worker had next to no time of a processor since then, as far as the system tells. */
    private boolean isKept(Optional<Duration> since, Duration timeout) {
        Optional<Duration> now = processorTime();
        return since.isPresent()
                && now.isPresent()
                && now.get().minus(since.get()).multipliedBy(FAIR_SHARE).compareTo(timeout) < 0;
    }

    private Optional<Duration> processorTime() {
        return process.info().totalCpuDuration();
    }

    private IOException died() {
        String end;
        synchronized (messages) {
            end = messages.isEmpty() ? "" : ": " + messages.getLast();
        }
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        if (!process.isAlive() && process.exitValue() == HEAP_FULL) {
            return new WorkerExhaustedException(megabytes);
        }
        String code = process.isAlive() ? "" : " with exit code " + process.exitValue();
        return new WorkerDiedException("the reading process ended" + code + end);
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Lets the process end by itself, and ends it if it does not. */
    @Override
    public void close() {
        try {
            tasks.close();
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
