package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.trich.models.language.Vocabulary;

/**
 * Weighs readings anew where the language model is not sure: by what stands around the word, further off than the language
 * model sees, by what the rest of the document says, and, where that leaves it open, by a network that reads the whole
 * surroundings. Only words that differ in nothing but marks are weighed against each other. Immutable.
 */
final class ContextRescoring {

    /** How many features of a reading are numbers: the language model's score, and what the document says. */
    static final int DENSE = 2;

    // Readings that the language model puts further than this behind its best do not come into question.
    private static final float FAR = 6;
    // In the second decoding, readings so far behind the best are left out.
    private static final float KEPT = 9;

    // Where the network is asked: what it says, what was found before and what the language model says count so much.
    // Fitted on held-back places of all texts but the news. How unlikely a reading can seem to it.
    private static final float TAGGER_WEIGHT = 0.37f;
    private static final float CONTEXT_WEIGHT = 0.71f;
    private static final float MODEL_WEIGHT = -0.21f;
    private static final float LEAST = -10;
    // The network is asked where readings are no further apart than this, which is all that it overcomes, and where the
    // better one is not better by itself by more than that, as the name of a commune is: of names the network knows
    // little.
    private static final float CLOSE = 3;
    private static final float NAMED = 1;

    // Where letters were lost too, what the network is shown may itself be wrong.
    private static final float RUINED_TRUST = 0.5f;
    // A recogniser's reading is evidence of its own beside the surroundings.
    private static final float READING_TRUST = 0.5f;

    private final Optional<Models> models;
    private final Vocabulary vocabulary;
    private final WordHashes hashes;

    /**
     * What weighs readings anew.
     *
     * @param context weights of what stands around
     * @param tagger a network that sees whole stretches
     */
    record Models(ContextModel context, Once<ReadingTagger> tagger) {}

    /**
     * @param vocabulary the language model's
     * @param models the models; empty to change nothing
     */
    ContextRescoring(Vocabulary vocabulary, Optional<Models> models) {
        this.models = models;
        this.vocabulary = vocabulary;
        this.hashes = WordHashes.of(vocabulary);
    }

    /**
     * A word with several readings that come into question.
     *
     * @param slot its slot
     * @param place its index among the words of the path
     * @param readings their indices among the arcs of the slot
     * @param words their words
     * @param hashes of the words
     * @param dense numbers of each reading
     */
    record Doubt(int slot, int place, int[] readings, int[] words, int[] hashes, float[] dense) {}

    /** Takes words in doubt. */
    interface Examiner {
        /**
         * A word in doubt.
         *
         * @param doubt the word
         * @param contexts hashes of what stands around
         */
        void take(Doubt doubt, int[] contexts);
    }

    /**
     * The best path with every doubtful word weighed anew.
     *
     * @param stretch what the language model says
     * @param document the words of the document
     * @param decoder decodes again
     * @param damage how the text was damaged
     */
    List<LatticeDecoder.Chosen> rescored(
            Stretch stretch, DocumentWords document, LatticeDecoder decoder, Damage damage) {
        if (models.isEmpty() || stretch.slots().isEmpty()) {
            return stretch.decoding().path();
        }
        List<List<Arc>> arcs = new ArrayList<>(stretch.arcs());
        float trust = damage == Damage.CLEAN ? READING_TRUST : 1;
        for (Weighed word : weighed(stretch, document, taggerTrust(damage))) {
            List<Arc> readings = new ArrayList<>(arcs.get(word.doubt.slot));
            for (int k = 0; k < word.scores.length; k++) {
                Arc arc = readings.get(word.doubt.readings[k]);
                float gain = word.scores[k] - word.doubt.dense[DENSE * k];
                readings.set(word.doubt.readings[k], arc.with(arc.score() + trust * gain));
            }
            arcs.set(word.doubt.slot, readings);
        }
        return decoder.decode(thinned(arcs, stretch.decoding()));
    }

    private static float taggerTrust(Damage damage) {
        return switch (damage) {
            // Words that a recogniser read are seldom lost: there the network would spoil more than it mends.
            case CLEAN -> 0;
            case RUINED -> RUINED_TRUST;
            case STRIPPED -> 1;
        };
    }

    /**
     * A word in doubt.
     *
     * @param doubt the word
     * @param scores what its readings are worth now
     * @param open whether the network is to be asked
     */
    private record Weighed(Doubt doubt, float[] scores, boolean open) {}

    private List<Weighed> weighed(Stretch stretch, DocumentWords document, float taggerTrust) {
        PathWords path = new PathWords(vocabulary, hashes, stretch);
        List<Weighed> words = new ArrayList<>();
        examine(stretch, path, document, (doubt, contexts) -> {
            float[] scores = scores(doubt, contexts, models.get().context());
            words.add(new Weighed(doubt, scores, taggerTrust > 0 && isOpen(doubt, scores, stretch)));
        });
        int[] asked = words.stream()
                .filter(Weighed::open)
                .mapToInt(word -> word.doubt.place)
                .toArray();
        if (asked.length == 0) {
            return words;
        }
        ReadingTagger.Surroundings around = path.around(models.get().tagger().get(), asked);
        return words.stream()
                .map(word -> word.open ? new Weighed(word.doubt, told(word, around, taggerTrust), false) : word)
                .toList();
    }

    private static boolean isOpen(Doubt doubt, float[] scores, Stretch stretch) {
        int best = best(scores, -1);
        int second = best(scores, best);
        List<Arc> arcs = stretch.arcs().get(doubt.slot);
        float own = arcs.get(doubt.readings[best]).score()
                - arcs.get(doubt.readings[second]).score();
        return scores[best] - scores[second] < CLOSE && own < NAMED;
    }

    // The best of all scores but one.
    private static int best(float[] scores, int but) {
        int best = but == 0 ? 1 : 0;
        for (int k = best + 1; k < scores.length; k++) {
            best = k != but && scores[k] > scores[best] ? k : best;
        }
        return best;
    }

    // What the network says counts beside the rest. It says nothing of words of other letters: beside them the best
    // reading stays as good as it was.
    private float[] told(Weighed word, ReadingTagger.Surroundings around, float trust) {
        float[] scores = said(word.doubt, around);
        for (int k = 0; k < scores.length; k++) {
            scores[k] = CONTEXT_WEIGHT * word.scores[k]
                    + MODEL_WEIGHT * word.doubt.dense[DENSE * k]
                    + TAGGER_WEIGHT * scores[k];
        }
        float change = DocumentWords.highest(word.scores) - DocumentWords.highest(scores);
        for (int k = 0; k < scores.length; k++) {
            scores[k] = word.scores[k] + trust * (scores[k] + change - word.scores[k]);
        }
        return scores;
    }

    // What the language model holds impossible need not be looked at again.
    private static List<List<Arc>> thinned(List<List<Arc>> arcs, LatticeDecoder.Decoding decoding) {
        float best = DocumentWords.highest(decoding.through()[0]);
        List<List<Arc>> out = new ArrayList<>(arcs.size());
        for (int slot = 0; slot < arcs.size(); slot++) {
            List<Arc> all = arcs.get(slot);
            float[] through = decoding.through()[slot];
            List<Arc> kept = new ArrayList<>(4);
            for (int a = 0; a < all.size(); a++) {
                if (through[a] >= best - KEPT) {
                    kept.add(all.get(a));
                }
            }
            out.add(kept);
        }
        return out;
    }

    /** Shows the words of a path that are in doubt. */
    void examine(Stretch stretch, DocumentWords document, Examiner examiner) {
        examine(stretch, new PathWords(vocabulary, hashes, stretch), document, examiner);
    }

    private void examine(Stretch stretch, PathWords words, DocumentWords document, Examiner examiner) {
        List<LatticeDecoder.Chosen> path = stretch.decoding().path();
        for (int i = 0; i < path.size(); i++) {
            LatticeDecoder.Chosen chosen = path.get(i);
            if (chosen.margin() < FAR && isSingle(chosen.arc(), chosen.from())) {
                Doubt doubt = doubt(
                        chosen,
                        words.first(i),
                        stretch.arcs().get(chosen.from()),
                        stretch.decoding().through()[chosen.from()],
                        document);
                if (doubt.words.length > 1) {
                    examiner.take(doubt, words.contexts(words.first(i)));
                }
            }
        }
    }

    private static boolean isSingle(Arc arc, int slot) {
        return arc.words().length == 1 && arc.to() == slot + 1;
    }

    private Doubt doubt(
            LatticeDecoder.Chosen chosen, int place, List<Arc> arcs, float[] through, DocumentWords document) {
        int slot = chosen.from();
        int letters = hashes.bare()[chosen.arc().words()[0]];
        float best = DocumentWords.highest(through);
        int n = 0;
        int[] readings = new int[through.length];
        for (int a = 0; a < through.length; a++) {
            Arc arc = arcs.get(a);
            boolean comparable = isSingle(arc, slot) && hashes.bare()[arc.words()[0]] == letters;
            if (comparable && through[a] > best - FAR) {
                readings[n++] = a;
            }
        }
        int[] words = new int[n];
        int[] wordHashes = new int[n];
        float[] own = new float[n];
        float[] shares = DocumentWords.shares(through);
        for (int k = 0; k < n; k++) {
            words[k] = arcs.get(readings[k]).words()[0];
            wordHashes[k] = hashes.own()[words[k]];
            own[k] = shares[readings[k]];
        }
        float[] evidence = document.evidence(words, own);
        float[] dense = new float[DENSE * n];
        for (int k = 0; k < n; k++) {
            dense[DENSE * k] = through[readings[k]] - best;
            dense[DENSE * k + 1] = evidence[k];
        }
        return new Doubt(slot, place, Arrays.copyOf(readings, n), words, wordHashes, dense);
    }

    private static float[] scores(Doubt doubt, int[] contexts, ContextModel model) {
        float[] out = new float[doubt.words.length];
        for (int k = 0; k < out.length; k++) {
            float before = doubt.dense[DENSE * k];
            float sum = (model.dense(0) - 1) * before + model.dense(1) * doubt.dense[DENSE * k + 1];
            for (int context : contexts) {
                sum += model.weight(ContextFeatures.key(context, doubt.hashes[k]));
            }
            out[k] = before + sum;
        }
        return out;
    }

    // What the network says for each reading.
    private float[] said(Doubt doubt, ReadingTagger.Surroundings around) {
        float[] logs = around.logs(doubt.place);
        List<String> known = around.readings(doubt.place);
        float[] out = new float[doubt.words.length];
        for (int k = 0; k < out.length; k++) {
            int reading = known.indexOf(vocabulary.word(doubt.words[k]));
            out[k] = reading < 0 ? LEAST : Math.max(LEAST, logs[reading]);
        }
        return out;
    }
}
