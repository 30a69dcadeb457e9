package vn.trich.models.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VietnameseFormTest {

    @Test
    void partedMarksAreJoined() {
        assertThat(VietnameseForm.of("Tiê\u0301ng Viê\u0323t")).isEqualTo("Tiếng Việt");
    }

    @Test
    void lettersThatOnlyLookLikeDWithAStrokeBecomeIt() {
        assertThat(VietnameseForm.of("L\u00d0 Sở, \u0189ảng, \u00f0iều")).isEqualTo("LĐ Sở, Đảng, điều");
    }
}
