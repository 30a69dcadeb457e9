package vn.trich.models.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.trich.models.language.LanguageModel;

/** What a document says of the strings in it. */
class DocumentReadingsTest {

    private final LanguageModel model = LanguageModel.load();
    private final Restorer restorer = Restorer.load();

    @Test
    void aStringIsCountedAsWhatItSeemsToStandFor() {
        Stretch text = stretch("ké hoach cai cach hanh chinh, ké hoach phat trién kinh té");
        DocumentReadings readings = DocumentReadings.of(List.of(text));
        Slot first = text.slots().get(0);
        assertThat(first.text()).isEqualTo("ké");
        assertThat(readings.elsewhere(first, model.vocabulary().number("kế"), 1))
                .isCloseTo(1, within(0.1f));
        assertThat(readings.elsewhere(first, model.vocabulary().number("kẻ"), 0))
                .isLessThan(0.1f);
    }

    @Test
    void aCopyIsFilledByItself() {
        Stretch text = stretch("ké hoach cai cach");
        DocumentReadings readings = DocumentReadings.of(List.of(text));
        DocumentReadings copy = readings.copy();
        copy.add(text);
        int word = model.vocabulary().number("kế");
        assertThat(copy.elsewhere(text.slots().get(0), word, 0)).isCloseTo(2, within(0.1f));
        assertThat(readings.elsewhere(text.slots().get(0), word, 0)).isCloseTo(1, within(0.1f));
    }

    private Stretch stretch(String text) {
        List<Token> tokens = Stream.of(text.split(" ")).map(Token::of).toList();
        return Stretch.of(
                tokens, 0, tokens.size(), restorer.letters(), new LatticeDecoder(model, 1, 24, 7, Optional.empty()));
    }
}
