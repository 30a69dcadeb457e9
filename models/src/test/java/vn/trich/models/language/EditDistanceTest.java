package vn.trich.models.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditDistanceTest {

    @Test
    void lettersPutInTakenOutAndChangedCountOneEach() {
        assertThat(EditDistance.of("phong", "phong")).isZero();
        assertThat(EditDistance.of("phong", "phng")).isEqualTo(1);
        assertThat(EditDistance.of("thuong xuyen", "thuong xuycn")).isEqualTo(1);
        assertThat(EditDistance.of("", "quy")).isEqualTo(3);
        assertThat(EditDistance.of("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void beyondTheLimitOnlyThatItIsBeyondIsTold() {
        assertThat(EditDistance.upTo("chu tri", "phoi hop", 2)).isEqualTo(3);
        assertThat(EditDistance.upTo("quy", "quys", 1)).isEqualTo(1);
        assertThat(EditDistance.within("hang nam", "hang nani", 1)).isFalse();
        assertThat(EditDistance.within("hang nam", "hang narn", 2)).isTrue();
    }
}
