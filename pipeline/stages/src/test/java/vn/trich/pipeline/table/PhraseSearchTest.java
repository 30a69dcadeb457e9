package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PhraseSearchTest {

    @Test
    void countsTheEditsToTheMostAlikePartOfAText() {
        PhraseSearch unit = new PhraseSearch("donvichutri");

        assertThat(unit.distance("sttdonvichutriphoihop")).isZero();
        assertThat(unit.distance("donvjchutn")).isEqualTo(3);
        assertThat(unit.distance("")).isEqualTo(11);
        assertThat(unit.distance("xyz")).isEqualTo(11);
    }

    @Test
    void agreesWithTheTableOfDistancesOnRandomTexts() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String phrase = letters(random, 1 + random.nextInt(64));
            String text = letters(random, random.nextInt(90));

            assertThat(new PhraseSearch(phrase).distance(text))
                    .as(phrase + " in " + text)
                    .isEqualTo(table(text, phrase));
        }
    }

    @Test
    void phrasesThatDoNotFitTheBitsOfAWordAreRefused() {
        assertThatThrownBy(() -> new PhraseSearch("a".repeat(65))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PhraseSearch("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(4)));
        }
        return text.toString();
    }

    private static int table(String text, String phrase) {
        int[] row = new int[phrase.length() + 1];
        for (int i = 0; i < row.length; i++) {
            row[i] = i;
        }
        int best = row[phrase.length()];
        for (int t = 0; t < text.length(); t++) {
            int diagonal = 0;
            for (int i = 1; i < row.length; i++) {
                int changed = diagonal + (phrase.charAt(i - 1) == text.charAt(t) ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.min(changed, 1 + Math.min(row[i], row[i - 1]));
            }
            best = Math.min(best, row[phrase.length()]);
        }
        return best;
    }
}
