package vn.trich.pipeline.ocr;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.trich.pipeline.PictureStep;
import vn.trich.pipeline.Settings;

/**
 * The main class of worker processes: reads a task a line from standard input, writes an answer a line to standard
 * output, ends when its input ends. Everything else that writes to standard output is sent to standard error.
 */
public final class WorkerMain {

    private WorkerMain() {}

    /** Arguments by which a worker is told its settings. */
    static List<String> arguments(Settings settings, Path engineFolder) {
        return List.of(
                engineFolder.toString(),
                Integer.toString(settings.renderDpi()),
                Long.toString(settings.maxPixels()),
                Boolean.toString(settings.forceOcr()),
                PictureStep.line(settings.leftOut()));
    }

    /**
     * Works until there is no more to do.
     *
     * @param args those of {@link #arguments}
     * @throws IOException if standard input fails
     */
    public static void main(String[] args) throws IOException {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Settings defaults = Settings.defaults();
        Settings settings = new Settings(
                        defaults.maxPages(),
                        defaults.maxBytes(),
                        Long.parseLong(args[2]),
                        Integer.parseInt(args[1]),
                        Duration.ZERO,
                        1,
                        Boolean.parseBoolean(args[3]),
                        false)
                .without(PictureStep.ofLine(args[4]));
        try (PageWorker worker = new PageWorker(settings, Path.of(args[0]));
                BufferedReader tasks = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = tasks.readLine(); line != null; line = tasks.readLine()) {
                answers.print(answer(worker, PageTask.fromLine(line)).toLine() + "\n");
                answers.flush();
            }
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
