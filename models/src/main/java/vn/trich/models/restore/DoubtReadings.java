package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.ToneMarks;
import vn.trich.models.language.Vocabulary;

/**
 * Readings of good text: every word as it is; for those that their reader was not quite sure of the same letters with other
 * marks; for those that it doubted other letters too, and its own alternatives.
 *
 * <p>A recogniser of Vietnamese mostly errs between legal syllables, most often an acute for a hook above, and is often sure
 * of it; so that one change is cheap even where confidence is high.
 */
final class DoubtReadings implements Readings {

    // What the reader is surer of than this is not touched.
    private static final double SURE = 0.98;
    private static final double DOUBTED_MARKS = 0.93;
    private static final double DOUBTED_LETTERS = 0.6;
    private static final float HOOK_FOR_ACUTE = -3;
    private static final float OTHER_MARKS = -2.5f;
    private static final float SURER = -3;
    private static final float OTHER_LETTERS = -3;
    private static final float PER_CONFIDENCE = -6;
    private static final float ALTERNATIVE = -2;
    private static final float NO_WORD = -5;
    private static final int MOST = 12;
    private static final float LEAST = -14;

    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    private final MarkReadings plain;
    private final ChannelSearch search;
    private final Channel channel;

    DoubtReadings(Vocabulary vocabulary, Lexicon lexicon, MarkReadings plain, ChannelSearch search, Channel channel) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
        this.plain = plain;
        this.search = search;
        this.channel = channel;
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
        double confidence = token.confidence();
        if (confidence >= SURE || slot.text().length() < 2) {
            return List.of(Arc.printed(at + 1, itself, 0));
        }
        List<Arc> arcs = new ArrayList<>();
        boolean noWord = itself == Vocabulary.UNKNOWN && confidence < DOUBTED_MARKS;
        arcs.add(Arc.printed(at + 1, itself, noWord ? NO_WORD : 0));
        Map<Integer, Float> others = new TreeMap<>();
        marks(normal, confidence, others);
        if (confidence < DOUBTED_LETTERS) {
            letters(normal, confidence, others);
        }
        if (slot.start() == 0 && slot.end() == token.text().length()) {
            for (String alternative : token.alternatives()) {
                int word = vocabulary.number(Vocabulary.normal(Letters.nfc(alternative)));
                others.merge(word, ALTERNATIVE + PER_CONFIDENCE / 2 * (float) confidence, Math::max);
            }
        }
        others.remove(itself);
        others.remove(Vocabulary.UNKNOWN);
        others.forEach((word, score) -> arcs.add(Arc.word(at + 1, word, vocabulary.word(word), score)));
        return arcs;
    }

    private void marks(String normal, double confidence, Map<Integer, Float> others) {
        String hooked = hooked(normal);
        for (int variant : lexicon.variants(Letters.bare(normal))) {
            if (vocabulary.word(variant).equals(hooked)) {
                others.merge(variant, HOOK_FOR_ACUTE + PER_CONFIDENCE / 2 * (float) confidence, Math::max);
            } else {
                float sure = confidence < DOUBTED_MARKS ? 0 : SURER;
                others.merge(variant, OTHER_MARKS + PER_CONFIDENCE * (float) confidence + sure, Math::max);
            }
        }
    }

    // The word with a hook above instead of its acute.
    private static String hooked(String normal) {
        StringBuilder out = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            out.append(Letters.tone(c) == 2 ? Letters.withTone(Letters.shape(c), 4) : c);
        }
        return ToneMarks.onFirstVowel(out.toString());
    }

    private void letters(String normal, double confidence, Map<Integer, Float> others) {
        if (normal.length() > 8) {
            return;
        }
        List<ChannelSearch.Candidate> found = search.candidates(normal, channel, MOST, LEAST);
        float itself = found.stream()
                .filter(candidate -> vocabulary.word(candidate.word()).equals(normal))
                .map(ChannelSearch.Candidate::score)
                .findFirst()
                .orElse(0f);
        for (ChannelSearch.Candidate candidate : found) {
            float score = Math.min(0, candidate.score() - itself) + OTHER_LETTERS + PER_CONFIDENCE * (float) confidence;
            others.merge(candidate.word(), score, Math::max);
        }
    }
}
