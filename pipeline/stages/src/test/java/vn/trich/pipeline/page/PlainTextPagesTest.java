package vn.trich.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.language.TrustAssessor;
import vn.trich.output.Box;
import vn.trich.output.TextChoice;

class PlainTextPagesTest {

    private final PlainTextPages pages = new PlainTextPages(TrustAssessor.load(), LegacyDecoder.load());

    @Test
    void everyCharacterHasItsPlace() {
        PageText page = pages.read("Số: 12/KH\n\n\tNơi nhận").get(0);

        assertThat(page.synthetic()).isTrue();
        assertThat(page.words()).extracting(Word::text).containsExactly("Số:", "12/KH", "Nơi", "nhận");
        assertThat(page.words().get(0).box()).isEqualTo(new Box(0, 0, 18, 12));
        assertThat(page.words().get(1).box()).isEqualTo(new Box(24, 0, 54, 12));
        assertThat(page.words().get(2).box()).isEqualTo(new Box(48, 24, 66, 36));
    }

    @Test
    void formFeedsPartPages() {
        List<PageText> read = pages.read("một\fhai\f\fbốn\f");

        assertThat(read).extracting(PageText::number).containsExactly(1, 2, 3, 4);
        assertThat(read.get(2).choice()).isEqualTo(TextChoice.NONE);
        assertThat(read.get(3).words()).extracting(Word::text).containsExactly("bốn");
    }

    @Test
    void decomposedLettersAreComposed() {
        assertThat(pages.read("Nghi\u0323 quye\u0302\u0301t").get(0).words())
                .extracting(Word::text)
                .containsExactly("Nghị", "quyết");
    }

    @Test
    void textThatLostItsMarksIsToBeRestored() {
        PageText page = pages.read("Thuc hien nhiem vu duoc giao, cac phong chuyen mon xay dung ke hoach cu the va"
                        + " bao cao ket qua truoc ngay 15 thang 12 hang nam theo quy dinh cua phap luat")
                .get(0);

        assertThat(page.choice()).isEqualTo(TextChoice.RESTORE);
        assertThat(page.reasons()).hasSize(1);
    }
}
