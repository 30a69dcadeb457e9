package vn.trich.models.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Vocabulary;

class DocumentLettersTest {

    private static final LanguageModel MODEL = LanguageModel.load();

    private static final Restorer RESTORER = Restorer.without(MODEL);

    private static float[] evidence(String document, String... readings) {
        List<Token> tokens = Arrays.stream(document.split(" ")).map(Token::of).toList();
        Vocabulary vocabulary = MODEL.vocabulary();
        DocumentWords words = DocumentWords.of(vocabulary, RESTORER.stripped(tokens));
        int[] numbers = Arrays.stream(readings).mapToInt(vocabulary::number).toArray();
        // All equally likely, and none of them counted.
        float[] shares = new float[numbers.length];
        Arrays.fill(shares, 1e-3f);
        return new DocumentLetters(WordHashes.of(vocabulary), words).evidence(numbers, shares);
    }

    @Test
    void lettersThatTheDocumentHasOftenAreLikelierThanOthers() {
        float[] evidence = evidence("phat trien ben vung, kinh doanh ben vung, moi truong ben vung", "bền", "bốn");
        assertThat(evidence[0] - evidence[1]).isGreaterThan(1.5f);
        assertThat(evidence[0] + evidence[1]).isCloseTo(0, offset(1e-4f));
    }

    @Test
    void whatMarksAWordHasIsNotAsked() {
        float[] evidence = evidence("phat trien ben vung, kinh doanh ben vung", "bền", "bên");
        assertThat(evidence[0]).isEqualTo(evidence[1]);
    }

    @Test
    void nothingIsSaidOfWhatIsNoWord() {
        assertThat(evidence("phat trien ben vung", "bền", "khôngphảitừ")[1]).isZero();
    }
}
