package vn.trich.models.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.trich.models.language.LanguageModel;

class NamePartsTest {

    private static final LanguageModel MODEL = LanguageModel.load();

    private static final List<String> FAMILIES = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý",
            "Đinh");

    private final NameParts parts = new NameParts();

    private void count(boolean isKnown, String... paragraphs) {
        for (String paragraph : paragraphs) {
            parts.count(MODEL, List.of(paragraph.split(" ")), isKnown);
        }
    }

    private NameParts.Worth worth(String name, int at) {
        return parts.worth(List.of(name.split(" ")), at);
    }

    @Test
    void ofTwoReadingsOfAGivenNameTheCommonerIsLikelier() {
        count(false, "Lê Hùng", "Trần Hùng", "Lê Hưng", "Lễ Hững");

        assertThat(parts.given("hùng")).isGreaterThan(parts.given("hưng"));
        assertThat(parts.given("hưng")).isGreaterThan(parts.given("hững"));
        assertThat(parts.given("mai")).isZero();
    }

    @Test
    void aNameCountsOnceHoweverOftenItIsSaid() {
        count(false, "ông Lê Hùng gặp Lê Hưng , Lê Hùng nói", "rồi Lê Hùng đi");

        assertThat(parts.lines())
                .containsExactly(
                        "FAMILY\tlê\t2", "GIVEN\thùng\t1", "GIVEN\thưng\t1", "GIVEN\tlê hùng\t1", "GIVEN\tlê hưng\t1");
    }

    @Test
    void aGivenNameIsReadByTheMiddleNameBeforeIt() {
        for (String family : FAMILIES) {
            count(false, family + " Mạnh Hùng", family + " Quốc Hưng");
        }

        assertThat(worth("do manh hung", 2).of("hùng"))
                .isGreaterThan(worth("do manh hung", 2).of("hưng"));
        assertThat(worth("do quoc hung", 2).of("hưng"))
                .isGreaterThan(worth("do quoc hung", 2).of("hùng"));
    }

    @Test
    void aMiddleNameIsReadByTheGivenNameBehindIt() {
        for (String family : FAMILIES) {
            count(false, family + " Viết Hiệp", family + " Việt Hà", family + " Việt Anh");
        }

        assertThat(worth("do viet hiep", 1).of("viết"))
                .isGreaterThan(worth("do viet hiep", 1).of("việt"));
        assertThat(worth("do viet ha", 1).of("việt"))
                .isGreaterThan(worth("do viet ha", 1).of("viết"));
    }

    @Test
    void aPersonKnownByNameIsReadAsCalledHoweverRareThatIs() {
        for (String family : FAMILIES) {
            count(false, family + " Văn Thế", family + " Xuân Thế");
        }
        NameParts.Worth unknown = worth("nguyen van the", 2);

        count(true, "Nguyễn Văn Thể");

        assertThat(unknown.of("thế")).isGreaterThan(unknown.of("thể"));
        assertThat(worth("nguyen van the", 2).of("thể"))
                .isGreaterThan(worth("nguyen van the", 2).of("thế"));
        assertThat(worth("le van the", 2).of("thế"))
                .isGreaterThan(worth("le van the", 2).of("thể"));
        assertThat(parts.lines()).contains("PERSON\tnguyễn văn thể\t1");
    }

    @Test
    void ofTwoKnownPeopleTheOneInMoreListsIsLikelier() {
        count(true, "Lê Đình Thọ", "Lê Đình Thơ", "Lê Đình Thơ");

        assertThat(worth("le dinh tho", 2).of("thơ"))
                .isGreaterThan(worth("le dinh tho", 2).of("thọ"));
    }

    @Test
    void inATextAKnownPersonCountsOnceInListsEachTime() {
        count(true, "Lê Lợi và Lê Lợi là một", "Lê Lợi", "Lê Lợi");

        assertThat(parts.lines()).contains("PERSON\tlê lợi\t3", "GIVEN\tlợi\t1");
    }

    @Test
    void ofLettersNeverMetInThatPlaceNothingIsSaid() {
        count(false, "Lê Hùng");

        assertThat(worth("le mai", 1)).isEqualTo(new NameParts.Worth(Map.of(), 0));
    }
}
