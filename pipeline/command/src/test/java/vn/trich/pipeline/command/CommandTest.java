package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.output.CsvDialect;
import vn.trich.pipeline.catalogue.Catalogue;

/** What a person who types the command sees, and what a script that runs it gets. */
class CommandTest {

    private static final String PLAN = """
            ỦY BAN NHÂN DÂN TỈNH MẪU
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 15/KH-UBND
            Mẫu, ngày 05 tháng 02 năm 2024
            KẾ HOẠCH
            Cải cách hành chính năm 2024
            I. MỤC TIÊU
            1. Phấn đấu 100% hồ sơ được giải quyết đúng hạn.
            """;

    @TempDir
    private Path temp;

    private Path inbox;
    private Path out;
    private String printed;
    private String complained;

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectory(temp.resolve("in"));
        out = temp.resolve("out");
    }

    @Test
    void aPlanOfPlainTextBecomesRecords() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), PLAN);
        assertThat(extract()).isEqualTo(ExitCode.OK);
        assertThat(printed).contains("Read 1 of 1 files").contains("documents").contains("sections");
        JsonNode document = onlyDocument();
        assertThat(document.get("number").asText()).isEqualTo("15/KH-UBND");
        assertThat(document.get("type").asText()).isEqualTo("Kế hoạch");
        assertThat(document.get("textSource").asText()).isEqualTo("plain_text");
        assertThat(document.at("/pages/0/lines/0/bbox").asText()).isEmpty();
        assertThat(document.at("/sections").findValuesAsText("bbox")).containsOnly("");
        String text = Files.readString(
                out.resolve("text").resolve(document.get("documentId").asText() + ".txt"));
        assertThat(text.lines()).contains("1. Phấn đấu 100% hồ sơ được giải quyết đúng hạn.");
    }

    @Test
    void theTableOfAPlainTextStandsInTheTextWhereItStood() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), PLAN + """
                PHỤ LỤC
                NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024
                STT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian
                1\tRà soát thủ tục hành chính\tVăn phòng\tQuý I
                2\tKiểm tra công vụ\tThanh tra tỉnh\tQuý II
                3\tKhảo sát mức độ hài lòng\tSở Nội vụ\tQuý III
                """);
        assertThat(extract()).isEqualTo(ExitCode.OK);
        String id = onlyDocument().get("documentId").asText();
        assertThat(Files.readString(out.resolve("text").resolve(id + ".txt")).lines())
                .containsSubsequence(
                        "1. Phấn đấu 100% hồ sơ được giải quyết đúng hạn.",
                        "1\tRà soát thủ tục hành chính\tVăn phòng\tQuý I",
                        "3\tKhảo sát mức độ hài lòng\tSở Nội vụ\tQuý III");
    }

    @Test
    void runAgainNothingIsReadAndNothingChanges() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), PLAN);
        BadFiles.good(inbox.resolve("letter.pdf"), 2);
        extract();
        TreeMap<String, byte[]> before = content(out);
        assertThat(extract()).isEqualTo(ExitCode.OK);
        assertThat(printed).contains("Read 0 of 2 files (2 known before), 0 pages");
        assertThat(content(out)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void aSearchableCopyIsMadeEvenOfWhatWasReadBefore() throws IOException {
        Path letter = inbox.resolve("letter.pdf");
        BadFiles.good(letter, 2);
        Files.writeString(inbox.resolve("plan.txt"), PLAN);
        Files.writeString(inbox.resolve("broken.pdf"), "%PDF-1.7 nothing");
        extract();
        assertThat(out.resolve("pdf")).doesNotExist();

        assertThat(extract("--searchable-pdf")).isEqualTo(ExitCode.SOME_FAILED);

        assertThat(printed).contains("Read 0 of 3 files (3 known before)");
        try (Stream<Path> copies = Files.list(out.resolve("pdf"))) {
            // Its own text is good, so it stays as it is; there is none of plain text and of what cannot be read.
            assertThat(copies)
                    .singleElement()
                    .satisfies(copy -> assertThat(copy).hasSameBinaryContentAs(letter));
        }
        extract("--reprocess", "all");
        assertThat(out.resolve("pdf")).isEmptyDirectory();
    }

    @Test
    void anEncryptedFileIsRefused() throws IOException {
        BadFiles.encrypted(inbox.resolve("x.pdf"));
        assertThat(extract()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(printed).contains("x.pdf: needs a password");
        failedRow("x.pdf", "needs a password");
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        BadFiles.truncated(inbox.resolve("x.pdf"));
        assertThat(extract()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(printed).contains("x.pdf: is cut off");
        failedRow("x.pdf", "cut off");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.createFile(inbox.resolve("x.pdf"));
        assertThat(extract()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(printed).contains("x.pdf: has no bytes");
        failedRow("x.pdf", "has no bytes");
    }

    @Test
    void aFileThatIsNoDocumentIsRefused() throws IOException {
        BadFiles.noise(inbox.resolve("x.pdf"));
        assertThat(extract()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(printed).contains("x.pdf: is of a kind that is not read");
        failedRow("x.pdf", "PDF, TIFF, PNG, JPEG or plain text");
    }

    @Test
    void aFileWithoutPagesIsRefused() throws IOException {
        BadFiles.withoutPages(inbox.resolve("x.pdf"));
        assertThat(extract()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(printed).contains("x.pdf: has no pages");
        failedRow("x.pdf", "has no pages");
    }

    @Test
    void aPictureOf40000PixelsIsRefusedBeforeItIsDecoded() throws IOException {
        BadFiles.picture(inbox.resolve("x.png"), 40_000, 40_000);
        assertThat(extract()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(printed).contains("x.png: has a picture of 40000 x 40000 pixels");
        failedRow("x.png", "40000 x 40000");
    }

    @Test
    void aPageOf40000PixelsFailsAndSaysSo() throws IOException {
        BadFiles.largePage(inbox.resolve("x.pdf"), 40_000, 40_000);
        assertThat(extract()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(printed).contains("x.pdf").contains("40000 x 40000");
        failedRow("x.pdf", "40000 x 40000");
    }

    @Test
    void aBadFileDoesNotStopTheOthers() throws IOException {
        BadFiles.truncated(inbox.resolve("a.pdf"));
        BadFiles.good(inbox.resolve("b.pdf"), 1);
        Files.writeString(inbox.resolve("c.txt"), PLAN);
        assertThat(extract()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(printed).contains("Read 3 of 3 files").contains("Not read, or not whole (1)");
    }

    @Test
    void scannedPagesAreTheSameBytesWhateverTheNumberOfWorkers() throws IOException {
        BadFiles.scanned(
                inbox.resolve("scan.pdf"),
                "KẾ HOẠCH\nCải cách hành chính năm 2024",
                "I. MỤC TIÊU\n1. Rà soát văn bản",
                "Nơi nhận:");
        Files.writeString(inbox.resolve("plan.txt"), PLAN);
        BadFiles.good(inbox.resolve("letter.pdf"), 3);
        assertThat(extract("--workers", "1")).isEqualTo(ExitCode.OK);
        TreeMap<String, byte[]> one = content(out);
        out = temp.resolve("out2");
        assertThat(extract("--workers", "2")).isEqualTo(ExitCode.OK);
        assertThat(content(out)).usingRecursiveComparison().isEqualTo(one);
        assertThat(Files.readString(out.resolve("csv/documents.csv"))).contains(",ocr,");
    }

    @Test
    void aWrongCommandLineIsExplained() {
        assertThat(run("extract")).isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("--out").contains("--help");
        assertThat(run("extrat")).isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("extract");
        assertThat(run("extract", temp.resolve("nowhere").toString(), "--out", out.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("nowhere: no such file or folder");
        assertThat(run("extract", inbox.toString(), "--out", out.toString(), "--render-dpi", "5"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("--render-dpi 5: must be from 72 to 600");
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(out).doesNotExist();
    }

    @Test
    void anOutputThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), PLAN);
        out = Files.writeString(temp.resolve("file"), "not a folder");
        assertThat(extract()).isEqualTo(ExitCode.OUTPUT);
        assertThat(complained).contains(out.toString());
    }

    @Test
    void resultsAreNotReadAsInput() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), PLAN);
        out = inbox.resolve("results");
        assertThat(extract()).isEqualTo(ExitCode.USAGE);
        assertThat(complained).contains("lies in").contains("name one outside of it");
        assertThat(out).doesNotExist();
        out = temp.resolve("out");
        extract();
        assertThat(run("extract", out.resolve("text").toString(), "--out", out.toString()))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void helpAndVersionArePrinted() {
        assertThat(run("--version")).isEqualTo(ExitCode.OK);
        assertThat(printed).matches("trich \\d+\\.\\d+\\.\\d+\\R");
        assertThat(run("extract", "--help")).isEqualTo(ExitCode.OK);
        assertThat(printed).contains("Exit codes", "documents/ID.json", "--out");
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(printed).contains("extract", "evaluate", "restore");
    }

    @Test
    void aTextIsRestored() throws IOException {
        Path file = Files.writeString(temp.resolve("x.txt"), "Ke hoach cai cach hanh chinh nam 2022\n");
        assertThat(run("restore", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(printed).isEqualTo("Kế hoạch cải cách hành chính năm 2022\n");
        assertThat(run("restore", "--explain", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(printed).contains("1\thoach\thoạch\t");
        Files.write(file, new byte[] {(byte) 0xff, 'a'});
        assertThat(run("restore", file.toString())).isEqualTo(ExitCode.SOME_FAILED);
    }

    @Test
    void documentsAreMadeUpReadAndScored() throws IOException {
        Path made = temp.resolve("made");
        assertThat(run("generate", "--out", made.toString(), "--seed", "7", "--state", "born"))
                .isEqualTo(ExitCode.OK);
        try (Stream<Path> files = Files.list(made)) {
            Path pdf = files.filter(f -> f.toString().endsWith(".born.pdf"))
                    .findFirst()
                    .orElseThrow();
            assertThat(run(
                            "evaluate",
                            "--json",
                            "--quiet",
                            "--gold",
                            made.resolve("gold").toString(),
                            pdf.toString()))
                    .isEqualTo(ExitCode.OK);
        }
        assertThat(new ObjectMapper().readTree(printed).at("/all/words/value").asDouble())
                .isGreaterThan(0.9);
    }

    @Test
    void resultsAreScoredAgainstGold() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), PLAN);
        Path gold = Files.createDirectory(temp.resolve("gold"));
        Files.writeString(gold.resolve("plan.html"), """
                <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>plan</title></head><body>
                <header><div class="issuer">ỦY BAN NHÂN DÂN TỈNH MẪU</div>
                <div class="number" data-number="15/KH-UBND">Số: 15/KH-UBND</div></header>
                <div class="doc-type" data-type="Kế hoạch">KẾ HOẠCH</div>
                <div class="doc-title">Cải cách hành chính năm 2024</div>
                <section data-label="I" data-level="1"><h2>I. MỤC TIÊU</h2></section></body></html>
                """);
        assertThat(run("evaluate", "--quiet", "--gold", gold.toString(), inbox.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(printed).contains("plan.txt").contains("words");
        extract();
        assertThat(run("evaluate", "--json", "--gold", gold.toString(), "--output", out.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper()
                        .readTree(printed)
                        .at("/documents/0/source")
                        .asText())
                .isEqualTo("plan.txt");
        assertThat(run("evaluate", "--gold", gold.toString())).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatWasSetRightBecomesGold() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), PLAN);
        extract();
        String id = onlyDocument().get("documentId").asText();
        Files.writeString(
                out.resolve("corrections.csv"), "document_id,record_id,field,value\n" + id + ",,number,16/KH-UBND\n");
        assertThat(run("learn", "--out", out.toString())).isEqualTo(ExitCode.OK);
        assertThat(printed).contains("Written in gold (1):").contains("plan.html");
        Path gold = out.resolve("gold");
        Files.delete(out.resolve("corrections.csv"));
        extract();
        assertThat(run("evaluate", "--json", "--gold", gold.toString(), "--output", out.toString()))
                .isEqualTo(ExitCode.OK);
        JsonNode figures = new ObjectMapper().readTree(printed).at("/all");
        assertThat(figures.at("/number/value").asDouble())
                .as("read wrong again")
                .isZero();
        assertThat(figures.at("/issuer").isMissingNode())
                .as("nobody looked at it")
                .isTrue();
    }

    @Test
    void goldThatAPersonWroteIsLeftAlone() throws IOException {
        Files.writeString(inbox.resolve("plan.txt"), PLAN);
        extract();
        String id = onlyDocument().get("documentId").asText();
        Files.writeString(
                out.resolve("corrections.csv"), "document_id,record_id,field,value\n" + id + ",,number,16/KH-UBND\n");
        Path own = Files.createDirectory(out.resolve("gold")).resolve("plan.html");
        Files.writeString(own, "<p>mine</p>");
        assertThat(run("learn", "--out", out.toString())).isEqualTo(ExitCode.OK);
        assertThat(own).hasContent("<p>mine</p>");
        assertThat(printed).contains("plan.html was not written by 'trich learn'");
    }

    private int extract(String... more) {
        return run(Stream.concat(Stream.of("extract", inbox.toString(), "--out", out.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        int code = Trich.commandLine(new PrintWriter(stdout), new PrintWriter(stderr, true))
                .execute(arguments);
        printed = stdout.toString();
        complained = stderr.toString();
        return code;
    }

    private JsonNode onlyDocument() throws IOException {
        try (Stream<Path> files = Files.list(out.resolve("documents"))) {
            return new ObjectMapper().readTree(files.toList().get(0).toFile());
        }
    }

    private void failedRow(String file, String why) throws IOException {
        JsonNode document = onlyDocument();
        assertThat(document.get("status").asText()).isEqualTo("failed");
        assertThat(document.get("sourceFile").asText()).isEqualTo(file);
        assertThat(document.get("warnings").get(0).asText()).contains(why);
        String row = Files.readString(out.resolve("csv/documents.csv"))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(row).startsWith(document.get("documentId").asText()).contains(",failed,");
        assertThat(CsvDialect.unguard(row)).contains(file);
    }

    private static TreeMap<String, byte[]> content(Path folder) throws IOException {
        TreeMap<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith(Catalogue.FILE))
                    .toList()) {
                content.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return content;
    }
}
