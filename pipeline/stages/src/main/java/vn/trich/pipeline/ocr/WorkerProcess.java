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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A worker process seen from outside: takes a task, gives its answer, is killed with its children if it takes too long. */
final class WorkerProcess implements AutoCloseable {

    private static final int KEPT_MESSAGES = 20;

    private final Process process;
    private final Writer tasks;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Deque<String> messages = new ArrayDeque<>();
    private int done;

    /** Marks the end of a worker's answers. */
    private static final String END = "";

    /**
     * Starts a process.
     *
     * @throws IOException if it cannot be started
     */
    WorkerProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command).start();
        tasks = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        follow(process.inputReader(StandardCharsets.UTF_8), true);
        follow(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8), false);
    }

    private void follow(Reader stream, boolean answering) {
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader lines = new BufferedReader(stream)) {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
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

    private void keep(String message) {
        synchronized (messages) {
            messages.add(message);
            if (messages.size() > KEPT_MESSAGES) {
                messages.remove();
            }
        }
    }

    /** Tasks this worker has answered. */
    int done() {
        return done;
    }

    /**
     * Has a task done.
     *
     * @throws IOException if the worker died of it; says how
     * @throws TimeoutException if it took too long; the worker is dead then
     * @throws InterruptedException if this thread was interrupted; the worker is dead then
     */
    PageAnswer ask(PageTask task, Duration timeout) throws IOException, TimeoutException, InterruptedException {
        try {
            tasks.write(task.toLine());
            tasks.write('\n');
            tasks.flush();
        } catch (IOException e) {
            throw died();
        }
        String answer;
        try {
            answer = answers.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
        if (answer == null) {
            kill();
            throw new TimeoutException("reading took longer than " + timeout.toSeconds() + " s");
        }
        if (answer.equals(END)) {
            throw died();
        }
        done++;
        return PageAnswer.fromLine(answer);
    }

    private IOException died() {
        kill();
        String end;
        synchronized (messages) {
            end = messages.isEmpty() ? "" : ": " + messages.getLast();
        }
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String code = process.isAlive() ? "" : " with exit code " + process.exitValue();
        return new IOException("the reading process ended" + code + end);
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
