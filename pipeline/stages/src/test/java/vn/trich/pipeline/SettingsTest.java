package vn.trich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void aStepLeftOutIsPartOfWhatCanChangeAResult() {
        Settings usual = Settings.defaults();
        Settings without = usual.without(Set.of(PictureStep.DESKEW, PictureStep.STAMPS));

        assertThat(without.fingerprint()).endsWith(" leftOut=stamps,deskew").isNotEqualTo(usual.fingerprint());
        assertThat(usual.without(Set.of()).fingerprint()).isEqualTo(usual.fingerprint());
    }

    @Test
    void stepsComeBackFromTheirLine() {
        Set<PictureStep> steps = Set.of(PictureStep.LIGHT, PictureStep.CELLS);

        assertThat(PictureStep.ofLine(PictureStep.line(steps))).isEqualTo(steps);
        assertThat(PictureStep.ofLine("")).isEmpty();
        assertThatThrownBy(() -> PictureStep.ofLine("magic")).isInstanceOf(IllegalArgumentException.class);
    }
}
