package vn.trich.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trich.corpus.gold.GoldReader;
import vn.trich.corpus.score.OutputFolder.Document;

/** Given what a paper says, what stands inside a paragraph that is no part of it is found, and nothing else. */
class ForeignMatterTest {

    private static final String PAPER = """
            <!doctype html><html lang="vi"><body>
            <p>Xã đã sửa xong mái đình làng trong quý hai<sup>1</sup>, sớm hơn kế hoạch 15 ngày so với lịch cũ.</p>
            <p class="footnote" data-mark="1"><sup>1</sup> Không kể hai gian nhà ngang phía sau chùa.</p>
            <p>Lớp hát ru mở vào mỗi tối thứ bảy cho 12 em nhỏ.</p>
            <table><tr><td>Đội thợ mộc của thôn</td><td>Nhà văn hóa</td></tr></table>
            </body></html>
            """;

    private static Figures score(String... paragraphs) {
        Tally tally = new Tally();
        Document output = new Document(
                null, "", List.of(paragraphs), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        ForeignMatter.score(GoldReader.parse("paper", PAPER).documents(), List.of(output), tally);
        return new Figures(Map.copyOf(tally.figures().values()));
    }

    private static double pure(String... paragraphs) {
        return score(paragraphs).get(Measure.PURE_PARAGRAPHS).orElseThrow().value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xã đã sửa xong mái đình làng 3 trong quý hai1, sớm hơn kế hoạch 15 ngày so với lịch cũ.",
                "Lớp hát ru mở vào mỗi tối thứ bảy cho 12 em nhỏ. 4",
                "5 Lớp hát ru mở vào mỗi tối thứ bảy cho 12 em nhỏ.",
                "Lớp hát ru TẬP SAN SỐ CHÍN mở vào mỗi tối thứ bảy cho 12 em nhỏ.",
                "Lớp hát ru mở vào mỗi tối thứ bảy cho 12 em nhỏ. Không kể hai gian nhà ngang phía sau chùa."
            })
    void findsPageNumbersRunningHeadsAndFootnotesInsideAParagraph(String paragraph) {
        assertThat(pure(paragraph)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xã đã sửa xong mái đình làng trong quý hai1, sớm hơn kế hoạch 15 ngày so với lịch cũ.",
                "Xa da sua xong mai dinh lang trong quy hai, som hon ke hoach 16 ngay so voi lich cu.",
                "Lớp hát ru mở vào Đội thợ mộc của thôn mỗi tối thứ bảy cho 12 em nhỏ.",
                "Xã đã sửa xong mái đình làng trong quý hai 1, sớm hơn kế hoạch 15 ngày so với lịch cũ.",
                "Lớp hát rn rm mở vào mỗi tối thứ bảy cho 12 em nhỏ.",
                ""
            })
    void takesNoSlipOfTheRecogniserForForeign(String paragraph) {
        assertThat(pure("Lớp hát ru mở vào mỗi tối thứ bảy cho 12 em nhỏ.", paragraph))
                .isEqualTo(1);
    }

    @Test
    void countsParagraphs() {
        assertThat(pure("Nhà văn hóa", "Lớp hát ru mở vào mỗi tối thứ bảy cho 12 em nhỏ. 4"))
                .isEqualTo(0.5);
    }
}
