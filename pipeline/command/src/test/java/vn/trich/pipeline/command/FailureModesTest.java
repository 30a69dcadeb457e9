package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What brings programs like this one to grief, in one run over a folder of it all: each file has exactly the end it
 * should have, and none harms another.
 */
class FailureModesTest {

    private static final int SIDE = 30_000;

    private static final Map<String, Case> CASES = new LinkedHashMap<>();

    static {
        read("letter.pdf", OddFiles::letter);
        fails("user-password.pdf", OddFiles::usersPassword, "needs a password");
        read("owner-password.pdf", OddFiles::ownersPassword);
        fails("zero.pdf", Files::createFile, "has no bytes");
        fails("cut-10.pdf", f -> OddFiles.truncated(f, 10), "cut off");
        fails("cut-50.pdf", f -> OddFiles.truncated(f, 50), "cut off");
        fails("cut-99.pdf", f -> OddFiles.truncated(f, 99), "cut off");
        read("after-junk.pdf", f -> OddFiles.afterJunk(f, 1_000));
        fails("many-pages.pdf", f -> OddFiles.pages(f, 10_000), "has 10000 pages", "--max-pages");
        fails("huge-scan.pdf", f -> OddFiles.hugeScan(f, SIDE), "page 1", "30000 x 30000", "--max-pixels");
        fails("huge-scan.tif", f -> OddFiles.hugeTiff(f, SIDE), "30000 x 30000", "--max-pixels");
        read("table-loop.pdf", OddFiles::tableLoop);
        read("tree-loop.pdf", f -> OddFiles.treeLoop(f, 1));
        read("endless-tree.pdf", f -> OddFiles.treeLoop(f, 1_000_000));
        read("lying-tree.pdf", OddFiles::lyingTree);
        read("form.pdf", OddFiles::form);
        read("signed.pdf", OddFiles::signed);
        read("portfolio.pdf", OddFiles::portfolio);
        read("active.pdf", OddFiles::active);
        read("replacement-layer.pdf", OddFiles::layerOfReplacements);
        read("decomposed.pdf", OddFiles::decomposed);
        read("turned-90-said.pdf", f -> OddFiles.turnedByItself(f, 90));
        read("turned-180-said.pdf", f -> OddFiles.turnedByItself(f, 180));
        read("turned-90.pdf", f -> OddFiles.turned(f, 90));
        read("turned-180.pdf", f -> OddFiles.turned(f, 180));
        read("wide-appendix.pdf", OddFiles::withWideAppendix);
        read("blank-pages.pdf", OddFiles::withBlankPages);
        of("legacy.pdf", OddFiles::legacyFont, "ok", "Kế hoạch cải cách hành chính năm 2009", "báo cáo kết quả trước");
        of("stamp-only.pdf", OddFiles::stampOnly, "ok");
        fails("bomb.pdf", f -> OddFiles.bomb(f, 1L << 28), "page 1", "--worker-memory");
        read("nested-240.pdf", f -> OddFiles.nested(f, 240));
        fails("nested-260.pdf", f -> OddFiles.nested(f, 260), "page 1", "nested too deeply");
        fails("nested.pdf", f -> OddFiles.nested(f, 200_000), "page 1", "nested too deeply");
        read("draws-itself.pdf", OddFiles::drawsItself);
    }

    @TempDir
    private static Path temp;

    private static int exitCode;
    private static String printed;
    private static final Map<String, JsonNode> DOCUMENTS = new LinkedHashMap<>();
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    private interface Maker {
        Path make(Path file) throws IOException;
    }

    /** A file, and how it ends: its status, and what its text (if read) or its warnings (if not) say. */
    private record Case(Maker maker, String status, List<String> says) {}

    private static void of(String name, Maker maker, String status, String... says) {
        CASES.put(name, new Case(maker, status, List.of(says)));
    }

    private static void read(String name, Maker maker) {
        of(name, maker, "ok", "rà soát thủ tục hành chính");
    }

    private static void fails(String name, Maker maker, String... says) {
        of(name, maker, "failed", says);
    }

    @BeforeAll
    static void readThemAll() throws IOException {
        Path inbox = Files.createDirectory(temp.resolve("in"));
        for (Map.Entry<String, Case> one : CASES.entrySet()) {
            one.getValue().maker().make(inbox.resolve(one.getKey()));
        }
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        exitCode = Trich.commandLine(new PrintWriter(stdout), new PrintWriter(stderr, true))
                .execute(
                        "extract",
                        "--quiet",
                        inbox.toString(),
                        "--out",
                        temp.resolve("out").toString());
        printed = stdout + "\n" + stderr;
        try (Stream<Path> files = Files.list(temp.resolve("out/documents"))) {
            for (Path file : files.toList()) {
                JsonNode document = new ObjectMapper().readTree(file.toFile());
                String name = document.get("sourceFile").asText();
                DOCUMENTS.put(name, document);
                TEXTS.put(
                        name,
                        Files.readString(temp.resolve("out/text")
                                .resolve(document.get("documentId").asText() + ".txt")));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFileHasTheEndItShouldHave() {
        return CASES.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> check(one.getKey(), one.getValue())));
    }

    private static void check(String name, Case one) {
        JsonNode document = DOCUMENTS.get(name);
        assertThat(document).as(printed).isNotNull();
        List<String> warnings = new ArrayList<>();
        document.get("warnings").forEach(w -> warnings.add(w.asText()));
        assertThat(document.get("status").asText()).as(name + " " + warnings).isEqualTo(one.status());
        String said = one.status().equals("ok") ? TEXTS.get(name) : String.join("\n", warnings);
        one.says().forEach(words -> assertThat(said).as(name).containsIgnoringCase(words));
        assertThat(Normalizer.isNormalized(TEXTS.get(name), Normalizer.Form.NFC))
                .isTrue();
    }

    @Test
    void theRunEndsAndSaysThatSomeFilesFailed() {
        assertThat(exitCode).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(DOCUMENTS.keySet()).containsExactlyInAnyOrderElementsOf(CASES.keySet());
    }
}
