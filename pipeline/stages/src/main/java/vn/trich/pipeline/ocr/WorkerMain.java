package vn.trich.pipeline.ocr;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.trich.pipeline.PictureStep;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.ingest.FilePages;
import vn.trich.pipeline.ingest.RefusedFileException;

/**
 * The main class of worker processes: reads a task a line from standard input, writes an answer a line to standard
 * output, ends when its input ends, even in the middle of a task. Everything else that writes to standard output is sent to standard error.
 */
public final class WorkerMain {

    /** Marks the end of what there is to do. */
    private static final String END = "";

    private static final int ORPHANED = 1;

    private WorkerMain() {}

    /** Arguments by which a worker is told its settings. */
    static List<String> arguments(Settings settings, Path engineFolder) {
        return List.of(
                engineFolder.toString(),
                Integer.toString(settings.renderDpi()),
                Long.toString(settings.maxPixels()),
                Boolean.toString(settings.forceOcr()),
                PictureStep.line(settings.leftOut()),
                Integer.toString(settings.maxPages()));
    }

    /**
     * Works until there is no more to do.
     *
     * @param args those of {@link #arguments}
     * @throws IOException if a task is no such line, or the open file cannot be closed
     */
    public static void main(String[] args) throws IOException {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Settings defaults = Settings.defaults();
        Settings settings = new Settings(
                        Integer.parseInt(args[5]),
                        defaults.maxBytes(),
                        Long.parseLong(args[2]),
                        Integer.parseInt(args[1]),
                        Duration.ZERO,
                        1,
                        Boolean.parseBoolean(args[3]),
                        false)
                .without(PictureStep.ofLine(args[4]));
        BlockingQueue<String> tasks = new LinkedBlockingQueue<>();
        AtomicBoolean busy = new AtomicBoolean();
        follow(tasks, busy);
        FilePages counter = new FilePages(settings);
        try (PageWorker worker = new PageWorker(settings, Path.of(args[0]))) {
            for (String line = tasks.take(); !line.equals(END); line = tasks.take()) {
                busy.set(true);
                PageAnswer answer = CountTask.is(line)
                        ? count(counter, CountTask.fromLine(line))
                        : answer(worker, PageTask.fromLine(line));
                busy.set(false);
                answers.print(answer.toLine() + "\n");
                answers.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Takes in what there is to do. Nobody but the process that started this one holds the other end of its input; when
     * that ends in the middle of a task, nobody waits for the answer any more, and the task may never end by itself.
     */
    private static void follow(BlockingQueue<String> tasks, AtomicBoolean busy) {
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader lines =
                            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                        lines.lines().forEach(tasks::add);
                    } catch (IOException | UncheckedIOException e) {
                        // As good as the end.
                    }
                    if (busy.get()) {
                        Runtime.getRuntime().halt(ORPHANED);
                    }
                    tasks.add(END);
                },
                "tasks");
        thread.setDaemon(true);
        thread.start();
    }

    private static PageAnswer count(FilePages counter, CountTask task) {
        try {
            return new PageAnswer.Counted(counter.count(task.file(), task.name(), task.mediaType()));
        } catch (RefusedFileException e) {
            return new PageAnswer.Refused(e.reason(), e.getMessage());
        } catch (IOException e) {
            return new PageAnswer.Unreadable(
                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private static PageAnswer answer(PageWorker worker, PageTask task) {
        try {
            return new PageAnswer.Read(worker.read(task));
        } catch (MissingDependencyException e) {
            return new PageAnswer.Missing(e.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new PageAnswer.Unreadable(what);
        }
    }
}
