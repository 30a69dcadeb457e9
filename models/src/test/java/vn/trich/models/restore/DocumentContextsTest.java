package vn.trich.models.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.trich.models.language.LanguageModel;

/** What a text says for the readings of its words. */
class DocumentContextsTest {

    private final LanguageModel model = LanguageModel.load();
    private final Restorer restorer = Restorer.load();

    @Test
    void aWordIsCountedByItselfAndBesideItsNeighbours() {
        ContextRescoring.Weighed text = weighed("xa thu nhat , xa thu nhat , xa thu nhat");
        float[][] elsewhere = elsewhere(DocumentContexts.of(List.of(text)), text, "thu");
        // Two others but itself, each after "xa" and before "nhat", whatever they are taken for.
        for (int kind = 0; kind < 3; kind++) {
            float sum = 0;
            for (float[] reading : elsewhere) {
                sum += reading[kind];
            }
            assertEquals(2, sum, 0.2);
        }
    }

    @Test
    void anotherNeighbourIsNoEvidence() {
        ContextRescoring.Weighed text = weighed("xa thu nhat , xa thu nhat");
        ContextRescoring.Weighed other = weighed("cac thu kia");
        float[][] elsewhere = elsewhere(DocumentContexts.of(List.of(text)), other, "thu");
        for (float[] counts : elsewhere) {
            assertEquals(0, counts[1]);
            assertEquals(0, counts[2]);
        }
    }

    @Test
    void aCopyIsFilledByItself() {
        ContextRescoring.Weighed text = weighed("xa thu nhat , xa thu nhat");
        DocumentContexts contexts = DocumentContexts.of(List.of(text));
        float before = sum(elsewhere(contexts, text, "thu"));
        // So often that the table grows.
        DocumentContexts copy = contexts.copy();
        for (int i = 0; i < 3; i++) {
            copy.add(text);
            copy.add(weighed(manyWords()));
        }
        assertEquals(before, sum(elsewhere(contexts, text, "thu")));
        assertTrue(sum(elsewhere(copy, text, "thu")) > before + 3);
    }

    private String manyWords() {
        Stream<String> words = Stream.iterate(10, i -> i + 1)
                .limit(3000)
                .map(i -> model.vocabulary().word(i))
                .filter(word -> word.chars().allMatch(Character::isLetter));
        return String.join(" ", words.toList());
    }

    // As the restorer sees it.
    private ContextRescoring.Weighed weighed(String text) {
        ContextRescoring.Weighed[] seen = new ContextRescoring.Weighed[1];
        restorer.leaveOpen(
                Arrays.stream(text.split(" ")).map(Token::of).toList(), (stretch, said) -> seen[0] = stretch);
        return seen[0];
    }

    private float[][] elsewhere(DocumentContexts contexts, ContextRescoring.Weighed text, String letters) {
        return contexts.elsewhere(text.path(), word(text, letters));
    }

    // The first word in doubt with these letters.
    private ContextRescoring.WeighedWord word(ContextRescoring.Weighed text, String letters) {
        return text.words().stream()
                .filter(word ->
                        text.stretch().slots().get(word.doubt().slot()).text().equals(letters))
                .findFirst()
                .orElseThrow();
    }

    private static float sum(float[][] counts) {
        float sum = 0;
        for (float[] reading : counts) {
            for (float count : reading) {
                sum += count;
            }
        }
        return sum;
    }
}
