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
 * cut off, some twice. The profile {@code long} makes it 2,000, {@code -Dtrich.soak=N} any number; what it measured is
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

    /** Bytes of the largest worker, as often as there was one. */
    private final List<Long> workers = new ArrayList<>();

    /** When so many files had been put there, in seconds since the first. */
    private final List<Long> pace = new ArrayList<>();

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
                    pace.add((System.nanoTime() - start) / 1_000_000_000);
                    System.out.println(i + " files, live MiB " + live + ", resident MiB "
                            + (resident.get(resident.size() - 1) >> 20) + ", seconds " + pace);
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
            pace.add((System.nanoTime() - start) / 1_000_000_000);
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
            assertThat(median(resident, 2))
                    .as("resident bytes of the last third: " + resident)
                    .isLessThan((long) (median(resident, 1) * GROWTH));
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

    /** Notes what the main process and its largest worker hold in memory. */
    private void measure(Process process) throws IOException {
        long main = resident(process.toHandle());
        if (main > 0) {
            resident.add(main);
        }
        long worker = 0;
        for (ProcessHandle child : process.children().toList()) {
            worker = Math.max(worker, resident(child));
        }
        if (worker > 0) {
            workers.add(worker);
        }
    }

    /** Bytes of memory that a process holds; 0 if that cannot be told. */
    private static long resident(ProcessHandle process) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(l -> l.startsWith("VmRSS:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // It ended meanwhile, or this is no Linux.
            return 0;
        }
    }

    private static long live(Process process) throws IOException, InterruptedException {
        jcmd(process, "GC.run");
        Matcher used = Pattern.compile("(?:generation|heap) +total \\d+K, used (\\d+)K")
                .matcher(jcmd(process, "GC.heap_info"));
        return used.results().mapToLong(m -> Long.parseLong(m.group(1))).sum() >> 10;
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
    private static long median(List<Long> all, int third) {
        int size = all.size() / 3;
        List<Long> part =
                all.subList(third * size, (third + 1) * size).stream().sorted().toList();
        return part.isEmpty() ? 0 : part.get(part.size() / 2);
    }

    private static String thirds(String what, List<Long> all) {
        return String.format(
                "%s, MiB, median of each third: %d, %d, %d; most %d (%d measurements)%n",
                what,
                median(all, 0) >> 20,
                median(all, 1) >> 20,
                median(all, 2) >> 20,
                all.stream().mapToLong(r -> r).max().orElse(0) >> 20,
                all.size());
    }

    private void report(Path out, double minutes) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%d files in %.1f minutes%n", FILES, minutes));
        TreeMap<String, Integer> states = new TreeMap<>();
        ended(out).keySet().forEach(f -> states.merge(f.substring(0, f.indexOf('/')), 1, Integer::sum));
        text.append(states).append('\n');
        text.append(thirds("main process", resident));
        text.append(thirds("largest worker", workers));
        text.append("after 100 files, then every 250, and at the end: live MiB ")
                .append(live)
                .append(", seconds ")
                .append(pace)
                .append('\n');
        System.out.print(text);
        Files.writeString(Path.of("target", "soak.txt"), text);
    }
}
