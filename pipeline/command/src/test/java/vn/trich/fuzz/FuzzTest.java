package vn.trich.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants of the sample documents: a few in every build, {@code -Dtrich.fuzz=N} for more, the profile {@code long} for
 * 5,000. What comes to light is kept under {@code target/fuzz-finds} and belongs, made small, among the resources of
 * {@link FuzzFindsTest}.
 */
class FuzzTest {

    private static final Path SAMPLES = Path.of("..", "..", "corpus", "samples");
    private static final int NUMBER = Integer.getInteger("trich.fuzz", Boolean.getBoolean("trich.long") ? 5_000 : 150);

    /** Large files take long to read and have no more to break than small ones. */
    private static final int LARGEST = 1_500_000;

    private static final long MOST_CPU_NANOS = 20_000_000_000L;

    @TempDir
    private Path temp;

    private record Seed(String name, byte[] bytes) {
        boolean text() {
            return name.endsWith(".txt");
        }
    }

    @Test
    void noMutantBreaksOurCodeOrHoldsItUp() throws Exception {
        List<Seed> seeds = seeds();
        FuzzedReading reading = new FuzzedReading();
        Map<String, Integer> ends = new TreeMap<>();
        List<String> finds = new ArrayList<>();
        for (int number = 0; number < NUMBER; number++) {
            // Small seeds by turns, a large one now and then.
            Seed seed = seeds.get(number % 10 < 8 ? number % Math.min(7, seeds.size()) : number % seeds.size());
            byte[] mutant = Mutant.of(seed.bytes(), seed.text(), number);
            Path file = Files.write(temp.resolve("mutant"), mutant);
            String end = end(reading, file);
            ends.merge(end.startsWith("broke") ? "broke" : end, 1, Integer::sum);
            if (end.startsWith("broke") || end.equals("hung")) {
                finds.add(keep(seed, number, mutant) + ": " + end);
            }
        }
        System.out.println("fuzz: " + NUMBER + " mutants of " + seeds.size() + " samples " + ends);
        assertThat(finds).isEmpty();
    }

    @Test
    void everyMutantEndsAsOneDocumentOfTheRealCommand() throws IOException {
        List<Seed> seeds = seeds().stream().limit(6).toList();
        int number = Math.max(12, NUMBER / 15);
        Path inbox = Files.createDirectory(temp.resolve("in"));
        for (int i = 0; i < number; i++) {
            Seed seed = seeds.get(i % seeds.size());
            byte[] mutant = Mutant.of(seed.bytes(), seed.text(), 1_000_000 + i);
            Files.write(inbox.resolve(i + "." + seed.name()), mutant);
        }
        StringWriter printed = new StringWriter();
        int code = vn.trich.pipeline.command.CommandLines.run(
                new PrintWriter(printed),
                "extract",
                "--quiet",
                "--no-restore",
                "--page-timeout",
                "90",
                inbox.toString(),
                "--out",
                temp.resolve("out").toString());
        assertThat(code).as(printed.toString()).isIn(0, 2);
        assertThat(printed.toString()).doesNotContain("a fault of the program");
        List<String> ended = new ArrayList<>();
        Map<String, Integer> states = new TreeMap<>();
        try (Stream<Path> files = Files.list(temp.resolve("out/documents"))) {
            for (Path file : files.toList()) {
                var document = new com.fasterxml.jackson.databind.ObjectMapper().readTree(file.toFile());
                states.merge(document.get("status").asText(), 1, Integer::sum);
                document.get("sourceNames").forEach(name -> ended.add(name.asText()));
                if (!document.get("status").asText().equals("ok")) {
                    assertThat(document.get("warnings")).isNotEmpty();
                }
            }
        }
        System.out.println("fuzz: " + number + " mutants through the command " + states);
        assertThat(ended.stream().distinct()).hasSize(number);
    }

    private static String end(FuzzedReading reading, Path file) throws InterruptedException {
        String[] end = new String[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        end[0] = reading.read(file);
                    } catch (Throwable e) {
                        StringWriter trace = new StringWriter();
                        e.printStackTrace(new PrintWriter(trace));
                        end[0] = "broke " + trace.toString().lines().limit(12).toList();
                    }
                },
                "mutant",
                4L << 20);
        thread.setDaemon(true);
        thread.start();
        thread.join(2_000);
        while (thread.isAlive()) {
            long cpu = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
            if (cpu > MOST_CPU_NANOS) {
                return "hung";
            }
            thread.join(200);
        }
        return end[0];
    }

    private static Path keep(Seed seed, int number, byte[] mutant) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "fuzz-finds"));
            return Files.write(folder.resolve(number + "." + seed.name()), mutant);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The samples, the small ones first. */
    private static List<Seed> seeds() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) <= LARGEST) {
                    seeds.add(new Seed(file.getFileName().toString(), Files.readAllBytes(file)));
                }
            }
        }
        seeds.sort((a, b) -> a.bytes().length - b.bytes().length);
        return seeds;
    }
}
