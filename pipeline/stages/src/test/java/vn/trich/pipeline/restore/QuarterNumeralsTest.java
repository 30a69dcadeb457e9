package vn.trich.pipeline.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.output.Box;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word;

/** Numerals on a line, {@code Quý} 20 points wide before each. */
class QuarterNumeralsTest {

    @Test
    void threeStrokesReadAsTwoAreThree() {
        assertThat(counted("II", 6.5, "II", 10.8, "I", 3.0)).containsExactly("II", "III", "I");
    }

    @Test
    void yearAndStopTakeTheirOwnRoom() {
        assertThat(counted("II/2018", 30.4, "II/2018", 38.2, "II,", 13.6, "II.", 9.4))
                .containsExactly("I/2018", "III/2018", "III,", "II.");
    }

    @Test
    void aWidthThatFitsNoNumberOfStrokesChangesNothing() {
        assertThat(counted("II", 6.5, "III", 10.8, "II", 8.6)).containsExactly("II", "III", "II");
    }

    @Test
    void inAnotherFaceNothingIsMeasured() {
        assertThat(counted("II", 4.4, "II", 4.4, "III", 8.7, "II", 10.8)).containsExactly("II", "II", "III", "II");
    }

    @Test
    void whereQuartersAreArabicAOneIsAOne() {
        assertThat(counted("1/2018", 33.8, "2/2018", 34.0, "1", 6.3)).containsExactly("1/2018", "2/2018", "1");
    }

    @Test
    void strokesReadAsOtherLettersAreCountedToo() {
        assertThat(counted("TI", 10.8, "HI", 10.8, "II72018", 33.9, "V", 8.0, "IV", 11.8))
                .containsExactly("III", "III", "II/2018", "V", "IV");
    }

    @Test
    void aNumeralThatBeginsTheNextLineIsMeasuredByTheWordAbove() {
        List<Word> words = List.of(
                word("Quý", new Box(60, 0, 80, 10), WordSource.OCR),
                word("II/2018", new Box(20, 13, 58.2, 23), WordSource.OCR));
        assertThat(new QuarterNumerals(List.of(words)).counted(words))
                .extracting(Word::text)
                .containsExactly("Quý", "III/2018");
    }

    @Test
    void strokesThatRunTogetherWithTheirWordArePartedFromIt() {
        List<Word> words = List.of(
                word("Quý", new Box(60, 0, 80, 10), WordSource.OCR),
                word("II", new Box(84, 0, 90.5, 10), WordSource.OCR),
                word("QuýTI", new Box(100, 0, 134.6, 10), WordSource.OCR));
        assertThat(new QuarterNumerals(List.of(words)).counted(words))
                .extracting(Word::text)
                .containsExactly("Quý", "II", "Quý", "III");
    }

    @Test
    void numeralsOfATextLayerStayAsTheyAre() {
        assertThat(counted(WordSource.TEXT_LAYER, "II", 10.8)).containsExactly("II");
    }

    private static List<String> counted(Object... numerals) {
        return counted(WordSource.OCR, numerals);
    }

    private static List<String> counted(WordSource source, Object... numerals) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < numerals.length; i += 2) {
            double x = i * 40;
            double width = (double) numerals[i + 1];
            words.add(word("Quý", new Box(x, 0, x + 20, 10), source));
            words.add(word((String) numerals[i], new Box(x + 24, 0, x + 24 + width, 10), source));
        }
        return new QuarterNumerals(List.of(words))
                .counted(words).stream()
                        .map(Word::text)
                        .filter(text -> !text.equals("Quý"))
                        .toList();
    }

    private static Word word(String text, Box box, WordSource source) {
        return Word.read(text, box, 0.95, source, Word.Style.UNKNOWN);
    }
}
