package vn.trich.pipeline.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.trich.models.restore.Restorer;
import vn.trich.output.Box;
import vn.trich.output.TextChoice;
import vn.trich.output.WordSource;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

class WordRestorationTest {

    private static WordRestoration restoration;

    @BeforeAll
    static void load() {
        restoration = new WordRestoration(Restorer.load(), Settings.defaults());
    }

    /** A page of lines; {@code |} in a line stands for a wide gap, as between the columns of a table. */
    private static PageText page(TextChoice choice, double confidence, String... lines) {
        List<Word> words = new ArrayList<>();
        for (int n = 0; n < lines.length; n++) {
            double x = 50;
            for (String run : lines[n].split(" ")) {
                if (run.equals("|")) {
                    x = 300;
                    continue;
                }
                double width = 6.0 * run.length();
                Box box = new Box(x, 50 + 14 * n, x + width, 62 + 14 * n);
                words.add(Word.read(run, box, confidence, WordSource.OCR, Word.Style.UNKNOWN));
                x += width + 5;
            }
        }
        return new PageText(1, 595, 842, 0, choice, List.of(), words, List.of(), List.of(), false, Optional.empty());
    }

    private static List<String> texts(PageText page) {
        return restoration.apply(List.of(page)).get(0).words().stream()
                .map(Word::text)
                .toList();
    }

    @Test
    void givesAStrippedLayerItsMarksAndKeepsTheOriginals() {
        PageText page =
                page(TextChoice.RESTORE, 1, "Ke hoach cai cach hanh chinh nam 2031", "cua Uy ban nhan dan tinh");
        PageText restored = restoration.apply(List.of(page)).get(0);
        assertThat(restored.words())
                .extracting(Word::text)
                .containsExactly(
                        "Kế", "hoạch", "cải", "cách", "hành", "chính", "năm", "2031", "của", "Ủy", "ban", "nhân", "dân",
                        "tỉnh");
        assertThat(restored.words().get(0).original()).isEqualTo("Ke");
        assertThat(restored.words().get(0).box()).isEqualTo(page.words().get(0).box());
        assertThat(restored.words().get(7).original()).isEqualTo("2031");
    }

    @Test
    void aPerMilleSignThatWasReadAsPercentAndALetterIsOne() {
        assertThat(texts(page(TextChoice.OCR, 0.8, "tỷ suất sinh giảm 0,2%o; đạt 98,5% kế hoạch (%o)")))
                .containsExactly("tỷ", "suất", "sinh", "giảm", "0,2‰;", "đạt", "98,5%", "kế", "hoạch", "(‰)");
    }

    @Test
    void aPageOfFiguresInAnEnglishDocumentStaysAsItIs() {
        PageText prose = page(
                TextChoice.KEEP,
                1,
                "This report of the commission shows how the members of the union have spent the money that was",
                "given to them for the health of their students and which of the measures were of use to them",
                "and it is for the members to say what they think of the measures and of the money for them");
        PageText figures =
                page(TextChoice.RESTORE, 1, "Healthy Students | Male 31 million", "Mean Rural Married | 12 million");
        assertThat(restoration.apply(List.of(prose, figures)).get(1).words())
                .extracting(Word::text)
                .containsExactly(
                        "Healthy", "Students", "Male", "31", "million", "Mean", "Rural", "Married", "12", "million");
    }

    @Test
    void readsTableCellsByThemselves() {
        PageText page = page(
                TextChoice.RESTORE,
                1,
                "Van phong chu tri, | Bao cao ket qua",
                "phoi hop voi cac | thuc hien nhiem vu",
                "phong chuyen mon | nam 2031");
        assertThat(texts(page))
                .containsSubsequence("phối", "hợp", "với", "các")
                .containsSubsequence("kết", "quả", "thực", "hiện");
    }

    @Test
    void obeysWordsOfTheOwnersAndKeepsWhatWasRead() {
        Settings settings = Settings.defaults().withOwnWords(java.util.Map.of("VNeiD", "VNeID"));
        PageText page = page(TextChoice.KEEP, 1, "tài khoản (VNeiD), VNeiDs");
        List<Word> words = new WordRestoration(Restorer.load(), settings)
                .apply(List.of(page))
                .get(0)
                .words();
        assertThat(words).extracting(Word::text).containsExactly("tài", "khoản", "(VNeID),", "VNeiDs");
        assertThat(words.get(2).original()).isEqualTo("(VNeiD),");
        assertThat(settings.fingerprint()).isNotEqualTo(Settings.defaults().fingerprint());
    }

    @Test
    void leavesAGoodLayerAlone() {
        PageText page =
                page(TextChoice.KEEP, 1, "Các phòng, đơn vị báo cáo kết quả thực hiện về Văn phòng", "Nguyen Van An");
        assertThat(restoration.apply(List.of(page)).get(0)).isEqualTo(page);
    }

    @Test
    void composesLettersAndMarks() {
        PageText page = page(TextChoice.KEEP, 1, "Kế hoạch");
        assertThat(texts(page)).containsExactly("Kế", "hoạch");
    }

    @Test
    void takesTheIcelandicCapitalForTheVietnameseOne() {
        PageText page = page(TextChoice.KEEP, 1, "N\u00D0-CP");
        assertThat(texts(page)).containsExactly("N\u0110-CP");
    }

    @Test
    void learnsFromAllPagesOfADocumentHowItsMarksWereMisread() {
        PageText worn = page(
                TextChoice.OCR,
                0.965,
                "Kê hoạch tô chức thực hiện, vê việc quyêt định sô lượng, chât lượng",
                "và phôi hợp kiêm tra các cơ quan, đơn vị; câp giây phép và thâm định",
                "hô sơ đê nghị; điêu kiện cụ thê đôi với tô chức, cá nhân; các vân đê khác");
        PageText doubtful = page(TextChoice.OCR, 0.965, "vôn vay, đât ở");
        assertThat(texts(doubtful)).containsExactly("vôn", "vay,", "đât", "ở");
        assertThat(restoration.apply(List.of(worn, doubtful)).get(1).words())
                .extracting(Word::text)
                .containsExactly("vốn", "vay,", "đất", "ở");
    }

    @Test
    void leavesWhatOcrWasSureOf() {
        PageText page = page(TextChoice.OCR, 0.96, "ông Nguyên Van Hồa báo cáo");
        assertThat(texts(page)).containsExactly("ông", "Nguyên", "Van", "Hồa", "báo", "cáo");
    }
}
