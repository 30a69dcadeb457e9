package vn.trich.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.encoding.LegacyEncoding;
import vn.trich.models.language.TrustAssessor;
import vn.trich.output.Box;
import vn.trich.output.TextChoice;
import vn.trich.output.WordRecord;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PdfPages;
import vn.trich.pipeline.page.Word;

/** Text in fonts from before Unicode comes back as it was meant. */
class LegacyFontsTest {

    private static final Path REAL = Path.of("../../../shared/documents/legacy");

    private static final String TEXT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập Tự do Hạnh phúc "
            + "Các phòng chuyên môn xây dựng kế hoạch thực hiện nhiệm vụ được giao, báo cáo kết quả về Văn phòng trước "
            + "ngày 15 tháng 12 để tổng hợp. Ủy ban nhân dân các xã, phường tiếp tục rà soát thủ tục hành chính, bảo đảm "
            + "100% hồ sơ được giải quyết đúng hạn; những vướng mắc phải kịp thời gửi về Sở Nội vụ để xử lý. Ở nơi có "
            + "điều kiện, mở rộng dịch vụ công trực tuyến toàn trình, đẩy mạnh tuyên truyền đến mỗi người dân, "
            + "khuyến khích sử dụng chữ ký số, giữ gìn kỷ luật, ngăn ngừa lãng phí và những biểu hiện nhũng nhiễu.";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "TCVN3, .VnTime, .VnTimeH",
        "VNI, VNI-Times, VNI-Times",
        "VISCII, VI-Times, VI-TimesH",
        "VPS, VPS-Times, VPS-TimesH",
        "TCVN3, F1, .VnTimeH",
        "VNI, F1, F1"
    })
    void whatIsWrittenByACodeTableComesBack(LegacyEncoding encoding, String font, String capitalFont)
            throws IOException {
        LegacyWriter writer = new LegacyWriter(LegacyDecoder.load(), encoding);
        List<WordRecord> words = new ArrayList<>();
        double x = 72;
        double y = 72;
        for (String text : TEXT.split(" ")) {
            if (x + 6 * text.length() > 520) {
                x = 72;
                y += 18;
            }
            words.add(Damages.word(text, new Box(x, y, x + 6 * text.length(), y + 12)));
            x += 6 * text.length() + 6;
        }

        Path file = new LayerPages(folder).inFonts("legacy", font, capitalFont, writer, List.of(words));
        PageText page = pages(file).get(0);

        assertThat(page.choice()).isEqualTo(TextChoice.CONVERT);
        String read = text(List.of(page));
        assertThat(accuracy(TEXT, read)).as(read).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void realPagesComeBackLikeTheirTranscripts() throws IOException {
        assumeTrue(Files.isDirectory(REAL), "no real documents here");
        for (Path truth : TrustEvaluation.files(REAL, ".truth.txt")) {
            String name = truth.getFileName().toString().replace(".truth.txt", ".pdf");
            List<PageText> pages = pages(REAL.resolve(name));
            // Transcripts are lower case where the font has capitals only, and hold no page numbers.
            double accuracy = accuracyInAnyOrder(Files.readString(truth), text(pages));
            assertThat(accuracy).as(name).isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void realPagesWhoseFontsOnlySoundLikeLegacyOnesStayAsTheyAre() throws IOException {
        Path trap = REAL.resolve("tcvn3_2006-1Z1C8_BaocaoNN_1-06.pdf");
        assumeTrue(Files.isRegularFile(trap), "no real documents here");
        assertThat(pages(trap)).allSatisfy(page -> assertThat(page.choice()).isEqualTo(TextChoice.KEEP));
    }

    private static List<PageText> pages(Path file) throws IOException {
        int count;
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            count = document.getNumberOfPages();
        }
        List<PageText> read = new ArrayList<>();
        try (PdfPages pages = PdfPages.open(file, Settings.defaults(), TrustAssessor.load(), LegacyDecoder.load())) {
            for (int n = 1; n <= count; n++) {
                read.add(pages.read(n).layerText());
            }
        }
        return read;
    }

    private static String text(List<PageText> pages) {
        return pages.stream().flatMap(p -> p.words().stream()).map(Word::text).collect(Collectors.joining(" "));
    }

    /**
     * The share of the letters with a mark that come back with it, after aligning the letters without their marks (longest
     * common subsequence); without regard to case and blanks.
     */
    static double accuracy(String truth, String read) {
        String a = letters(truth);
        String b = letters(read);
        String bareA = bare(a);
        String bareB = bare(b);
        int[][] common = new int[a.length() + 1][b.length() + 1];
        for (int i = a.length() - 1; i >= 0; i--) {
            for (int j = b.length() - 1; j >= 0; j--) {
                common[i][j] = bareA.charAt(i) == bareB.charAt(j)
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int marked = (int) IntStream.range(0, a.length())
                .filter(i -> a.charAt(i) != bareA.charAt(i))
                .count();
        int right = 0;
        for (int i = 0, j = 0; i < a.length() && j < b.length(); ) {
            if (bareA.charAt(i) == bareB.charAt(j)) {
                right += a.charAt(i) != bareA.charAt(i) && a.charAt(i) == b.charAt(j) ? 1 : 0;
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return (double) right / marked;
    }

    /**
     * The share of the letters with a mark that stand in words which come back with all their letters and marks, wherever
     * on the page: text of two columns has no order before it is laid out.
     */
    private static double accuracyInAnyOrder(String truth, String read) {
        List<String> left = new ArrayList<>(words(read));
        int marked = 0;
        int right = 0;
        for (String word : words(truth)) {
            int marks = (int) IntStream.range(0, word.length())
                    .filter(i -> word.charAt(i) != bare(word).charAt(i))
                    .count();
            boolean found = left.remove(word);
            marked += marks;
            right += found ? marks : 0;
        }
        return (double) right / marked;
    }

    private static List<String> words(String text) {
        return List.of(Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+"));
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        text.chars().forEach(c -> bare.append(Damages.stripped(String.valueOf((char) c)), 0, 1));
        return bare.toString();
    }
}
