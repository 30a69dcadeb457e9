package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The folders of a job of the real command, with small files that it reads quickly.
 *
 * @param inbox where the files come
 * @param out where the results go
 */
record JobFolders(Path inbox, Path out) {

    /** So many small plans, two thirds of them in folders, one of them no UTF-8, one twice. */
    static void fill(Path inbox, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            Path folder = Files.createDirectories(i % 3 == 0 ? inbox : inbox.resolve("f" + i % 3));
            Path file = folder.resolve("plan" + i + ".txt");
            if (i == 1) {
                Files.write(file, new byte[] {'K', (byte) 0xff, (byte) 0xfe, 'x'});
            } else {
                Files.writeString(file, plan(i == 7 ? 5 : i));
            }
        }
    }

    /** The text of a small plan. */
    static String plan(int number) {
        return "KẾ HOẠCH\nSố: " + number + "/KH-UBND\nI. MỤC TIÊU\n1. Rà soát văn bản lần " + number + ".\n";
    }

    /** The command line of a job that takes files almost at once, tries again at once, and may fill the disk. */
    String[] arguments(String command, String... more) {
        List<String> all = new ArrayList<>(List.of(
                command,
                "--inbox",
                inbox.toString(),
                "--out",
                out.toString(),
                "--settle",
                "0.3",
                "--retry-after",
                "0",
                "--no-restore",
                "--workers",
                "1"));
        if (!String.join(" ", more).contains("--keep-free")) {
            all.addAll(List.of("--keep-free", "0"));
        }
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Every file that was put in lies in the inbox, in work or at an end, once, with its bytes. */
    void assertConserved(TreeMap<String, String> put, String when) throws IOException {
        List<String> there = new ArrayList<>();
        Night.content(inbox).forEach((name, content) -> {
            if (!name.equals(".lock")) {
                there.add(content);
            }
        });
        there.addAll(originals().values());
        there.addAll(Night.content(out.resolve("files/work")).values());
        assertThat(there).as(when).containsExactlyInAnyOrderElementsOf(put.values());
    }

    /** The files that ended, by state and path. */
    TreeMap<String, String> originals() throws IOException {
        TreeMap<String, String> originals = new TreeMap<>();
        for (String state : List.of("done", "partial", "quarantined", "duplicate")) {
            Night.content(out.resolve("files").resolve(state)).forEach((name, content) -> {
                // What was not finished when a run was killed bears no name of a file, and is written anew.
                if (!name.endsWith(".note.json") && !name.endsWith(".part")) {
                    originals.put(state + "/" + name, content);
                }
            });
        }
        return originals;
    }

    /** The names of the notes. */
    List<String> notes() throws IOException {
        return Night.content(out.resolve("files")).keySet().stream()
                .filter(name -> name.endsWith(".note.json"))
                .toList();
    }

    /** Whether every file is where it ends, as far as one look at folders tells in which a job moves files. */
    boolean isEmptied() throws IOException {
        return Files.isDirectory(out.resolve("files/work"))
                && !holdsFile(inbox)
                && !holdsFile(out.resolve("files/work"));
    }

    private static boolean holdsFile(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.anyMatch(f -> !f.endsWith(".lock") && Files.isRegularFile(f));
        } catch (UncheckedIOException e) {
            // One went while they were looked at.
            return true;
        }
    }

    /** Waits until a job has workers, if it is to have some: only while it reads PDFs and pictures. */
    boolean awaitWorker(Process job) throws IOException, InterruptedException {
        while (job.isAlive() && workers(job).isEmpty() && !isEmptied()) {
            job.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return !workers(job).isEmpty();
    }

    /** The workers of a job, not what libraries start for a moment to see what machine this is. */
    static List<ProcessHandle> workers(Process job) {
        return job.children().filter(JobFolders::isWorker).toList();
    }

    private static boolean isWorker(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.UTF_8)
                    .contains("-XX:+ExitOnOutOfMemoryError");
        } catch (IOException e) {
            // It ended meanwhile, or this is no Linux.
            return process.isAlive();
        }
    }
}
