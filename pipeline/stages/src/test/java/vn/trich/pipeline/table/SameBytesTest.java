package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.trich.models.language.LanguageModel;
import vn.trich.pipeline.layout.LayoutAnalysis;
import vn.trich.pipeline.page.PageText;

/**
 * The same text gives the same tables in every process. Objects without a hash of their own hash differently in each, so
 * that an order which a hash decides shows here and not within one process.
 */
class SameBytesTest {

    private static final int PROCESSES = 3;

    /** Reads two tables of plain text without grids, where many readings are nearly as good, and prints them. */
    public static void main(String[] arguments) {
        StringBuilder out = new StringBuilder();
        // So that hashes of identity do not begin alike: as many objects as the argument says are hashed first.
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            out.append(new Object().hashCode() == 0 ? " " : "");
        }
        out.setLength(0);
        TableRecognition recognition = new TableRecognition(LanguageModel.load());
        for (PageText page : List.of(cells(), across(), layout())) {
            for (Table table :
                    recognition.apply(new LayoutAnalysis().apply(List.of(page))).tables()) {
                out.append(table).append('\n');
            }
        }
        System.out.write(
                out.toString().getBytes(StandardCharsets.UTF_8),
                0,
                out.toString().getBytes(StandardCharsets.UTF_8).length);
        System.out.flush();
    }

    private static PageText cells() {
        return PageSketch.plainText(
                1,
                "STT",
                "Nhiệm vụ",
                "Sản phẩm",
                "Đơn vị chủ trì",
                "Thời gian hoàn thành",
                "1 Tu bổ các đoạn đê",
                "Báo cáo",
                "Văn phòng",
                "Quý II",
                "2 Nạo vét kênh",
                "Báo cáo",
                "Văn phòng",
                "Quý II",
                "Trồng rừng",
                "Báo cáo",
                "Văn phòng",
                "Quý II");
    }

    private static PageText across() {
        return PageSketch.plainText(
                1,
                "STT Nhiệm vụ Sản phẩm",
                "Đơn vị chủ trì",
                "Đơn vị phối hợp",
                "Thời gian hoàn thành",
                "1 Báo cáo Báo cáo Văn phòng Văn phòng Quý I",
                "2 Báo cáo Báo cáo Văn phòng Văn phòng Quý I",
                "Báo cáo Báo cáo",
                "Văn phòng Văn phòng Quý I Quý I");
    }

    private static PageText layout() {
        return PageSketch.plainText(
                1,
                " TT   Nhiệm vụ             Sản phẩm     Đơn vị chủ trì   Thời hạn",
                " 1    Báo cáo Báo cáo      Báo cáo      Văn phòng        Quý I",
                "      Báo cáo Báo cáo Báo cáo Văn phòng Văn phòng Quý I",
                " 2    Báo cáo              Báo cáo      Văn phòng        Quý I");
    }

    private static String inAProcessOfItsOwn(int hashed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SameBytesTest.class.getName(),
                        Integer.toString(hashed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return out;
    }

    @Test
    void tablesOfPlainTextAreTheSameInEveryProcess() throws IOException, InterruptedException {
        String first = inAProcessOfItsOwn(0);
        assertThat(first).contains("Nạo vét kênh");
        for (int i = 1; i < PROCESSES; i++) {
            assertThat(inAProcessOfItsOwn(1000 * i + 7)).isEqualTo(first);
        }
    }
}
