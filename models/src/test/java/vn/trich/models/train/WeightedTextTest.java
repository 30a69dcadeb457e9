package vn.trich.models.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How sources of text are named. */
class WeightedTextTest {

    @Test
    void aWeightAndAPath() {
        assertEquals(
                new WeightedText(3, Optional.of(new TextCorpus(Path.of("laws.txt.gz")))),
                WeightedText.of("3:laws.txt.gz"));
    }

    @Test
    void theGazetteerIsNoFile() {
        assertEquals(new WeightedText(2, Optional.empty()), WeightedText.of("2:gazetteer"));
        assertEquals("2:gazetteer", WeightedText.of("2:gazetteer").toString());
    }

    @Test
    void whatHasNoWeightIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> WeightedText.of("laws.txt.gz"));
    }
}
