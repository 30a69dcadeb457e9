package vn.trich.models.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of words that our own recogniser read. */
class OwnReadingTest {

    private static final String WORN =
            "Kê hoạch tô chức thực hiện, vê việc quyêt định sô lượng, chât lượng và phôi hợp kiêm tra"
                    + " các cơ quan, đơn vị; báo cáo kêt quả vê Uỷ ban nhân dân tỉnh trước ngày 15; câp giây phép và thâm định hô sơ"
                    + " đê nghị; điêu kiện cụ thê đôi với tô chức, cá nhân; các vân đê khác do thủ trưởng đơn vị quyêt định.";

    private static Restorer restorer;

    @BeforeAll
    static void load() {
        restorer = Restorer.load();
    }

    private static List<Token> read(double confidence, String text) {
        return Arrays.stream(text.split(" "))
                .map(word -> new Token(word, confidence, List.of()))
                .toList();
    }

    private static String restored(Restorer by, List<Token> tokens) {
        return by.restore(tokens, Damage.CLEAN).stream()
                .map(RestoredToken::text)
                .collect(Collectors.joining(" "));
    }

    private static String attuned(List<Token> tokens) {
        return restored(restorer.attunedTo(List.of(tokens)), tokens);
    }

    @Test
    void learnsFromADocumentWhichMarksItsScanLost() {
        List<Token> doubtful = read(0.965, "vôn vay, đât ở");
        assertThat(restored(restorer, doubtful)).isEqualTo("vôn vay, đât ở");
        Restorer attuned = restorer.attunedTo(List.of(read(0.965, WORN), doubtful));
        assertThat(restored(attuned, doubtful)).isEqualTo("vốn vay, đất ở");
    }

    @Test
    void keepsAWordThatTheDocumentHasAgainAndAgain() {
        String text =
                "Mỗi cơ quan có một phông lưu trữ. Điều kiện xác lập phông lưu trữ: phông lưu trữ có tài liệu. Người quản lý"
                        + " phông lưu trữ và kho; tài liệu của phông lưu trữ, mục lục của phông lưu trữ, số của phông lưu trữ.";
        assertThat(attuned(read(0.95, text))).isEqualTo(text);
    }

    @Test
    void readsADoubtfulAbbreviationAsOneThatTheDocumentHas() {
        List<Token> tokens =
                new ArrayList<>(read(0.95, "Công tác CCHC của tỉnh; báo cáo CCHC quý; kiểm tra CCHC năm 2031;"));
        tokens.addAll(read(0.5, "kế hoạch CCHOC, theo 1SO 9001"));
        tokens.addAll(read(0.97, "và QLDAX"));
        assertThat(attuned(tokens)).endsWith("kế hoạch CCHC, theo ISO 9001 và QLDAX");
    }

    @Test
    void readsALetterAloneByWhatStandsBesideIt() {
        assertThat(attuned(read(0.8, "báo cáo Sở V tế tỉnh trước ngày 15"))).startsWith("báo cáo Sở Y tế tỉnh");
        assertThat(attuned(read(0.8, "V. Tổ chức thực hiện"))).isEqualTo("V. Tổ chức thực hiện");
    }

    @Test
    void readsAWordAsItsReaderHeldPossibleWhereTheWordsAroundItDemandIt() {
        Token doubtful = new Token("tỉnh", 0.93, List.of(new Token.Alternative("tinh", -0.6)));
        List<Token> tokens = new ArrayList<>(read(0.99, "xây dựng bộ máy"));
        tokens.add(doubtful);
        tokens.addAll(read(0.99, "gọn, hoạt động hiệu lực, hiệu quả"));
        assertThat(attuned(tokens)).isEqualTo("xây dựng bộ máy tinh gọn, hoạt động hiệu lực, hiệu quả");
        assertThat(attuned(List.of(doubtful))).isEqualTo("tỉnh");
    }

    @Test
    void partsWordsThatWereReadWithoutTheBlankBetweenThem() {
        assertThat(attuned(read(0.9, "thực hiện các chỉ tiêu kếhoach của quý, Trongnăm, trên địa bàn xãTân Phong")))
                .isEqualTo("thực hiện các chỉ tiêu kế hoạch của quý, Trong năm, trên địa bàn xã Tân Phong");
        String foreign = "Tập đoàn Samsung, ông Mikhail và chủ nghĩa Mác - Lênin";
        assertThat(attuned(read(0.9, foreign))).isEqualTo(foreign);
    }

    @Test
    void leavesTheLettersOfAbbreviationsToTheReader() {
        List<Token> tokens = new ArrayList<>(read(0.97, "quản lý"));
        tokens.add(
                new Token("KCX", 0.85, List.of(new Token.Alternative("KÈX", -0.2), new Token.Alternative("KỊX", -1))));
        tokens.addAll(read(0.97, "trên địa bàn tỉnh; Số"));
        tokens.add(new Token("TT", 0.9, List.of(new Token.Alternative("TỪ", -0.3))));
        assertThat(attuned(tokens)).isEqualTo("quản lý KCX trên địa bàn tỉnh; Số TT");
    }

    @Test
    void leavesNamesFiguresAndForeignWords() {
        String text = "ông Trần Khánh Duy, bà Lò Thị Sen; số 27/QĐ-XYZ ngày 5/6/2031; phần mềm Windows, 12,5%";
        assertThat(attuned(read(0.93, text))).isEqualTo(text);
    }
}
