package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.pipeline.ocr.SymbolChoices.Choice;
import vn.trich.pipeline.page.Alternative;

class SymbolChoicesTest {

    @Test
    void otherCharactersGiveOtherWordsLikeliestFirst() {
        SymbolChoices symbols = new SymbolChoices("tỉnh");
        symbols.add(List.of(new Choice("t", -0.1), new Choice("l", -2.6)));
        symbols.add(List.of(new Choice("ỉ", -0.3), new Choice("i", -0.8), new Choice("Ỉ", -2)));
        symbols.add(List.of(new Choice("n", -0.1)));
        symbols.add(List.of(new Choice("h", -0.1)));
        assertThat(symbols.alternatives())
                .containsExactly(
                        new Alternative("tinh", -0.8 + 0.3),
                        new Alternative("lỉnh", -2.6 + 0.1),
                        new Alternative("linh", -2.6 + 0.1 + (-0.8 + 0.3)));
    }

    @Test
    void charactersOfAnotherWordSayNothing() {
        SymbolChoices symbols = new SymbolChoices("số");
        symbols.add(List.of(new Choice("x", -0.1), new Choice("s", -1)));
        symbols.add(List.of(new Choice("ố", -0.1), new Choice("ổ", -1)));
        assertThat(symbols.alternatives()).isEmpty();
    }
}
