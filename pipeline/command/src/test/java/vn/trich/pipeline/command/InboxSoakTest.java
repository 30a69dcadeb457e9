package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A watch into whose inbox files come all the time: generated documents, each with other bytes, some written slowly, some
 * cut off, some twice. {@code -Dtrich.long=true} makes it 2,000, {@code -Dtrich.soak=N} any number; what it measured is
 * printed, and written to {@code target/soak.txt}.
 */
class InboxSoakTest {

    private static final int FILES = Integer.getInteger("trich.soak", Boolean.getBoolean("trich.long") ? 2000 : 30);

    /** How much more the main process may hold at the end than when it was warm; of what a leak of a page a file is. */
    private static final double GROWTH = 1.35;

    @TempDir
    private Path temp;

    private final Random random = new Random(8);
    private final List<Long> resident = new ArrayList<>();

    /** MiB that the main process's objects take up when what nobody needs is collected. */
    private final List<Long> live = new ArrayList<>();

    @Test
    void memoryStaysFlatAndEveryFileEndsInOnePlace() throws IOException, InterruptedException {
        Path inbox = Files.createDirectory(temp.resolve("in"));
        Path out = temp.resolve("out");
        List<Path> documents = documents();
        Process watch = new RealCommand(temp.resolve("log"))
                .start(
                        "watch",
                        "--inbox",
                        inbox.toString(),
                        "--out",
                        out.toString(),
                        "--settle",
                        "1",
                        "--workers",
                        "2",
                        "--metrics",
                        temp.resolve("trich.prom").toString());
        long start = System.nanoTime();
        TreeMap<String, String> put = new TreeMap<>();
        try {
            for (int i = 0; i < FILES; i++) {
                String name = "day" + i / 100 + "/file" + i + (i % 10 == 7 ? ".txt" : ".pdf");
                if (i % 250 == 100) {
                    live.add(live(watch));
                    System.out.println(i + " files, live MiB " + live + ", resident MiB "
                            + (resident.get(resident.size() - 1) >> 20));
                }
                put.put(name, put(documents, inbox.resolve(name), i));
                measure(watch);
                // No faster than they are read, else it would be one large batch.
                while (waiting(inbox) > 40) {
                    Thread.sleep(500);
                    measure(watch);
                }
            }
            while (count(out) < FILES && watch.isAlive()) {
                Thread.sleep(500);
                measure(watch);
            }
            live.add(live(watch));
            double minutes = (System.nanoTime() - start) / 60e9;
            watch.destroy();
            assertThat(watch.waitFor(10, TimeUnit.SECONDS))
                    .as("ends within 10 s")
                    .isTrue();
            report(out, minutes);
        } finally {
            watch.destroyForcibly().waitFor();
        }
        TreeMap<String, String> ended = ended(out);
        assertThat(ended).as(Files.readString(temp.resolve("log"))).hasSize(FILES);
        ended.forEach((place, hash) ->
                assertThat(hash).as(place).isEqualTo(put.get(place.substring(place.indexOf('/') + 1))));
        assertThat(Night.content(out.resolve("files/work"))).isEmpty();
        if (FILES >= 300) {
            assertThat(live.get(live.size() - 1)).as("live MiB " + live).isLessThan(live.get(0) + 24);
            assertThat(median(2))
                    .as("resident bytes of the last third: " + resident)
                    .isLessThan((long) (median(1) * GROWTH));
        }
    }

    private List<Path> documents() throws IOException {
        Path generated = temp.resolve("generated");
        PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
        int count = FILES < 100 ? 3 : 25;
        assertThat(Trich.commandLine(nowhere, nowhere)
                        .execute(
                                "generate",
                                "--count",
                                Integer.toString(count),
                                "--seed",
                                "808",
                                "--state",
                                "born",
                                "--out",
                                generated.toString()))
                .isZero();
        try (Stream<Path> all = Files.walk(generated)) {
            return all.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
        }
    }

    /** Writes a file that has other bytes than all before, but for one in 25; gives their hash. */
    private String put(List<Path> documents, Path target, int number) throws IOException, InterruptedException {
        Files.createDirectories(target.getParent());
        byte[] content;
        if (target.toString().endsWith(".txt")) {
            content = ("KẾ HOẠCH\nSố: " + number + "/KH-UBND\nI. MỤC TIÊU\n1. Rà soát văn bản lần " + number + ".\n")
                    .getBytes(StandardCharsets.UTF_8);
        } else {
            int other = number % 25 == 24 ? number - 24 : number;
            byte[] pdf = Files.readAllBytes(documents.get(other % documents.size()));
            byte[] comment = ("\n% " + other + "\n").getBytes(StandardCharsets.US_ASCII);
            int length = other % 20 == 19 ? pdf.length / 2 : pdf.length;
            content = new byte[length + comment.length];
            System.arraycopy(pdf, 0, content, 0, length);
            System.arraycopy(comment, 0, content, length, comment.length);
        }
        boolean slow = number % 50 == 3;
        try (OutputStream writer =
                Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            int half = content.length / 2;
            writer.write(content, 0, half);
            if (slow) {
                Thread.sleep(700);
            }
            writer.write(content, half, content.length - half);
        }
        Thread.sleep(random.nextInt(60));
        return Night.sha256(content);
    }

    private static long waiting(Path inbox) throws IOException {
        try (Stream<Path> all = Files.walk(inbox)) {
            return all.filter(Files::isRegularFile).count();
        } catch (UncheckedIOException e) {
            // One was taken while they were counted.
            return waiting(inbox);
        }
    }

    private static int count(Path out) throws IOException {
        int count = 0;
        for (String state : List.of("done", "partial", "quarantined", "duplicate")) {
            Path folder = out.resolve("files").resolve(state);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    count += (int) all.filter(f -> f.getFileName().toString().matches("file\\d+\\.(pdf|txt)"))
                            .count();
                } catch (UncheckedIOException e) {
                    // A note was about to appear.
                    return count(out);
                }
            }
        }
        return count;
    }

    private static TreeMap<String, String> ended(Path out) throws IOException {
        TreeMap<String, String> ended = new TreeMap<>();
        for (String state : List.of("done", "partial", "quarantined", "duplicate")) {
            Path folder = out.resolve("files").resolve(state);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path file : all.filter(Files::isRegularFile)
                            .filter(f -> !f.toString().endsWith(".note.json"))
                            .toList()) {
                        ended.put(state + "/" + folder.relativize(file), Night.sha256(file));
                    }
                }
            }
        }
        return ended;
    }

    /** Notes what the main process holds in memory. */
    private void measure(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(l -> l.startsWith("VmRSS:"))
                    .findFirst()
                    .ifPresent(l -> resident.add(Long.parseLong(l.replaceAll("\\D", "")) * 1024));
        }
    }

    private static long live(Process process) throws IOException, InterruptedException {
        jcmd(process, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(process, "GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) >> 10 : 0;
    }

    private static String jcmd(Process process, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String printed = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return printed;
    }

    /** The median of a third of the measurements, from 0. */
    private long median(int third) {
        int size = resident.size() / 3;
        List<Long> part = resident.subList(third * size, (third + 1) * size).stream()
                .sorted()
                .toList();
        return part.isEmpty() ? 0 : part.get(part.size() / 2);
    }

    private void report(Path out, double minutes) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%d files in %.1f minutes%n", FILES, minutes));
        TreeMap<String, Integer> states = new TreeMap<>();
        ended(out).keySet().forEach(f -> states.merge(f.substring(0, f.indexOf('/')), 1, Integer::sum));
        text.append(states).append('\n');
        text.append(String.format(
                "resident MiB, median of each third: %d, %d, %d; most %d (%d measurements)%n",
                median(0) >> 20,
                median(1) >> 20,
                median(2) >> 20,
                resident.stream().mapToLong(r -> r).max().orElse(0) >> 20,
                resident.size()));
        text.append("live MiB after 100 files, then every 250, and at the end: ")
                .append(live)
                .append('\n');
        System.out.print(text);
        Files.writeString(Path.of("target", "soak.txt"), text);
    }
}
