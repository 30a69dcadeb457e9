package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.Vocabulary;

/**
 * Readings of good text: every word as it is, and for those that their reader doubted, the same letters with other marks
 * and the reader's own alternatives.
 */
final class DoubtReadings implements Readings {

    // What the reader is surer of than this is not touched.
    private static final double DOUBT = 0.85;
    private static final float OTHER_MARKS = -4;
    private static final float SURER = -9;
    private static final float ALTERNATIVE = -2;

    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    private final MarkReadings plain;

    DoubtReadings(Vocabulary vocabulary, Lexicon lexicon, MarkReadings plain) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
        this.plain = plain;
    }

    @Override
    public List<Slot> slots(int token, String text) {
        return plain.slots(token, text);
    }

    @Override
    public List<Arc> at(List<Slot> slots, int at, Token token) {
        Slot slot = slots.get(at);
        if (slot.kind() == Piece.Kind.CODE) {
            return List.of(Arc.printed(at + 1, Vocabulary.CODE, 0));
        }
        if (slot.kind() != Piece.Kind.WORD) {
            return plain.at(slots, at, token);
        }
        String normal = Vocabulary.normal(slot.text());
        int itself = vocabulary.number(normal);
        List<Arc> arcs = new ArrayList<>();
        arcs.add(Arc.printed(at + 1, itself, 0));
        if (token.confidence() >= DOUBT || slot.text().length() < 2) {
            return arcs;
        }
        float cost = OTHER_MARKS + SURER * (float) token.confidence();
        for (int variant : lexicon.variants(Letters.bare(normal))) {
            if (variant != itself) {
                arcs.add(Arc.word(at + 1, variant, vocabulary.word(variant), cost));
            }
        }
        if (slot.start() == 0 && slot.end() == token.text().length()) {
            for (String alternative : token.alternatives()) {
                int word = vocabulary.number(Vocabulary.normal(Letters.nfc(alternative)));
                if (word >= Vocabulary.FIRST_WORD && word != itself) {
                    arcs.add(Arc.word(at + 1, word, vocabulary.word(word), ALTERNATIVE + cost / 2));
                }
            }
        }
        return arcs;
    }
}
