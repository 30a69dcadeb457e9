package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.output.DocumentRecord;
import vn.trich.output.JsonReader.Extent;
import vn.trich.output.OutputFolder;
import vn.trich.output.ReferenceRecord;

/**
 * The references of real scans against labels given by hand: precision at least 0.98, recall at least 0.95. Run with
 * {@code -Dtrich.development=all}; skipped without, and where the documents are not.
 */
class DevelopmentReferencesTest {

    private static final Path DOCUMENTS = Path.of("../../../shared/documents/dev");
    private static final int DIGITS = 10;

    @TempDir
    private Path out;

    @Test
    void referencesOfRealScansAreFound() throws IOException {
        Map<String, List<String>> labels = labels();
        assumeTrue(System.getProperty("trich.development", "").equals("all"), "not asked for");
        assumeTrue(labels.keySet().stream().allMatch(f -> Files.exists(DOCUMENTS.resolve(f))), "no such documents");
        List<String> command = new ArrayList<>(List.of("extract", "--quiet", "--out", out.toString()));
        labels.keySet().forEach(f -> command.add(DOCUMENTS.resolve(f).toString()));
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Trich.commandLine(nowhere, nowhere).execute(command.toArray(String[]::new));

        Map<String, List<String>> found = found();
        int right = 0;
        int all = 0;
        int output = 0;
        for (Map.Entry<String, List<String>> label : labels.entrySet()) {
            List<String> rest = new ArrayList<>(found.getOrDefault(label.getKey(), List.of()));
            all += label.getValue().size();
            output += rest.size();
            for (String truth : label.getValue()) {
                right += rest.remove(truth) ? 1 : 0;
            }
        }

        System.out.printf("references by hand: %d, found %d, right %d%n", all, output, right);
        assertThat((double) right / output).as("precision").isGreaterThanOrEqualTo(0.98);
        assertThat((double) right / all).as("recall").isGreaterThanOrEqualTo(0.95);
    }

    private Map<String, List<String>> found() throws IOException {
        OutputFolder folder = new OutputFolder(out);
        Map<String, List<String>> found = new HashMap<>();
        for (String id : folder.documentIds()) {
            DocumentRecord document = folder.read(id, Extent.RECORDS);
            List<String> hashes = found.computeIfAbsent(document.sourceFile(), k -> new ArrayList<>());
            for (ReferenceRecord reference : document.references()) {
                hashes.add(hash(reference.type() + "|" + reference.number()));
            }
        }
        return found;
    }

    private static Map<String, List<String>> labels() throws IOException {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        try (InputStream in = DevelopmentReferencesTest.class.getResourceAsStream("references-by-hand.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(line -> labels.put(line[0], List.of(line[1].split(" "))));
        }
        return labels;
    }

    private static String hash(String text) {
        try {
            byte[] bytes = Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
