package vn.trich.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example queries, asked in the plain {@code sqlite3} of the system, give what they say. */
class ReadmeQueriesTest {

    private static final Path README = Path.of("../../README.md");

    private static final String PLAN = """
            ỦY BAN NHÂN DÂN TỈNH MẪU
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: %d/KH-UBND
            Mẫu, ngày 05 tháng 02 năm %d
            KẾ HOẠCH
            Cải cách hành chính năm %2$d
            PHỤ LỤC
            NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM %2$d
            STT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian
            1\tRà soát thủ tục hành chính\tSở Nội vụ\tTrước ngày 15/9/%2$d
            2\tKiểm tra công vụ\tThanh tra tỉnh\tTrước ngày 30/6/%2$d
            3\tKhảo sát mức độ hài lòng\tSở Nội vụ\tThường xuyên
            """;

    @TempDir
    private Path temp;

    private Path inbox;
    private Path out;

    @BeforeEach
    void twoRuns() throws IOException {
        inbox = Files.createDirectory(temp.resolve("in"));
        out = temp.resolve("out");
        Files.writeString(inbox.resolve("a.txt"), PLAN.formatted(1, 2022));
        Files.writeString(inbox.resolve("b.txt"), PLAN.formatted(2, 2023));
        extract();
        BadFiles.good(inbox.resolve("letter.pdf"), 2);
        Files.writeString(inbox.resolve("broken.pdf"), "%PDF-1.7 and no more");
        extract();
    }

    @Test
    void whichUnitsLeadTheMostTasks() throws Exception {
        assertThat(asked("Which units lead the most tasks"))
                .extracting(row -> row.replaceFirst("\\|\\d+$", ""))
                .containsExactly("Sở Nội vụ|4", "Thanh tra tỉnh|2");
    }

    @Test
    void whatWasDueIn2022() throws Exception {
        assertThat(asked("What was due in 2022"))
                .containsExactly(
                        "2022-06-30|1/KH-UBND|Kiểm tra công vụ|Thanh tra tỉnh|1",
                        "2022-09-15|1/KH-UBND|Rà soát thủ tục hành chính|Sở Nội vụ|1");
    }

    @Test
    void howMuchEachRunRead() throws Exception {
        assertThat(asked("How much each run read"))
                .extracting(row -> row.replaceFirst("\\|[\\d.]+$", ""))
                .containsExactly("1|extract|2|2", "2|extract|2|2");
    }

    private void extract() {
        PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
        Trich.commandLine(nowhere, nowhere)
                .execute("extract", "--quiet", "--workers=1", inbox.toString(), "--out", out.toString());
    }

    /** The answer to the query of the README whose comment begins so, a row a line. */
    private List<String> asked(String comment) throws IOException, InterruptedException {
        Matcher block = Pattern.compile("```sql\n-- " + comment + ".*?\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README));
        assertThat(block.find()).as(comment).isTrue();
        List<String> command = new ArrayList<>(
                List.of("sqlite3", out.resolve("catalogue.sqlite").toString(), block.group(1)));
        Process sqlite;
        try {
            sqlite = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeThat(false).as("sqlite3 is not installed").isTrue();
            throw e;
        }
        String printed = new String(sqlite.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sqlite.waitFor()).as(printed).isZero();
        return printed.lines().toList();
    }
}
