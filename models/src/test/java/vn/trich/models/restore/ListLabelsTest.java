package vn.trich.models.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListLabelsTest {

    @Test
    void thePointAfterDIsTheBarredOne() {
        assertThat(inOrder("b) hồ sơ; c) lệ phí; d) thời hạn; d) kết quả; e) biểu mẫu"))
                .isEqualTo("b) hồ sơ; c) lệ phí; d) thời hạn; đ) kết quả; e) biểu mẫu");
    }

    @Test
    void thePointAfterCIsThePlainOneWhateverItsMarksSay() {
        assertThat(inOrder("c) lệ phí; đ) thời hạn; d) kết quả;")).isEqualTo("c) lệ phí; d) thời hạn; đ) kết quả;");
    }

    @Test
    void lettersThatAreCountedUpFollowTheAlphabetAsWell() {
        assertThat(inOrder("các điểm c, d, d khoản 2")).isEqualTo("các điểm c, d, đ khoản 2");
    }

    @Test
    void aSignAfterBThatLooksLikeCIsC() {
        assertThat(inOrder("b) hồ sơ; ¢) lệ phí; d) thời hạn; d) kết quả"))
                .isEqualTo("b) hồ sơ; c) lệ phí; d) thời hạn; đ) kết quả");
        assertThat(inOrder("giá 5 €) và 6 €)")).isEqualTo("giá 5 €) và 6 €)");
    }

    @Test
    void aLoneLetterStaysAsItWasRead() {
        assertThat(inOrder("điểm đ khoản 2 và điểm d khoản 3")).isEqualTo("điểm đ khoản 2 và điểm d khoản 3");
    }

    private static String inOrder(String text) {
        List<RestoredToken> tokens = new ArrayList<>();
        for (String word : text.split(" ")) {
            tokens.add(new RestoredToken(tokens.size(), tokens.size() + 1, word, word, 1));
        }
        return String.join(
                " ",
                ListLabels.inOrder(tokens).stream().map(RestoredToken::text).toList());
    }
}
