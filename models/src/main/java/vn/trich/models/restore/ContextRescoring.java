package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Vocabulary;

/**
 * Weighs readings anew where the language model is not sure: by what stands around the word, further off than the language
 * model sees, and by what the rest of the document says. Only words that differ in nothing but marks are weighed against
 * each other. Immutable.
 */
final class ContextRescoring {

    /** How many features of a reading are numbers: the language model's score, and what the document says. */
    static final int DENSE = 2;

    // Readings that the language model puts further than this behind its best do not come into question.
    private static final float FAR = 6;
    // In the second decoding, readings so far behind the best are left out.
    private static final float KEPT = 9;

    private final Optional<ContextModel> model;
    private final int[] hashes;
    private final int[] bareHashes;

    /**
     * @param vocabulary the language model's
     * @param model the weights; empty to change nothing
     */
    ContextRescoring(Vocabulary vocabulary, Optional<ContextModel> model) {
        this.model = model;
        this.hashes = new int[vocabulary.size()];
        this.bareHashes = new int[vocabulary.size()];
        for (int word = 0; word < hashes.length; word++) {
            hashes[word] = ContextFeatures.hash(vocabulary.word(word));
            bareHashes[word] = switch (word) {
                case Vocabulary.NUMBER -> ContextFeatures.NUMBER;
                case Vocabulary.CODE -> ContextFeatures.CODE;
                case Vocabulary.STOP -> ContextFeatures.STOP;
                default -> ContextFeatures.hash(Letters.bare(vocabulary.word(word)));
            };
        }
    }

    /**
     * A word with several readings that come into question.
     *
     * @param slot its slot
     * @param readings their indices among the arcs of the slot
     * @param words their words
     * @param hashes of the words
     * @param dense numbers of each reading
     */
    record Doubt(int slot, int[] readings, int[] words, int[] hashes, float[] dense) {}

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
     * @param trust factor of what the surroundings say
     */
    List<LatticeDecoder.Chosen> rescored(Stretch stretch, DocumentWords document, LatticeDecoder decoder, float trust) {
        if (model.isEmpty() || stretch.slots().isEmpty()) {
            return stretch.decoding().path();
        }
        List<List<Arc>> arcs = new ArrayList<>(stretch.arcs());
        examine(stretch, document, (doubt, contexts) -> {
            float[] scores = scores(doubt, contexts, model.get());
            List<Arc> readings = new ArrayList<>(arcs.get(doubt.slot));
            for (int k = 0; k < scores.length; k++) {
                Arc arc = readings.get(doubt.readings[k]);
                readings.set(doubt.readings[k], arc.with(arc.score() + trust * (scores[k] - doubt.dense[DENSE * k])));
            }
            arcs.set(doubt.slot, readings);
        });
        return decoder.decode(thinned(arcs, stretch.decoding()));
    }

    // What the language model holds impossible need not be looked at again.
    private static List<List<Arc>> thinned(List<List<Arc>> arcs, LatticeDecoder.Decoding decoding) {
        float best = Float.NEGATIVE_INFINITY;
        for (float score : decoding.through()[0]) {
            best = Math.max(best, score);
        }
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
        List<LatticeDecoder.Chosen> path = stretch.decoding().path();
        Flat flat = new Flat(stretch.slots(), path);
        for (int i = 0; i < path.size(); i++) {
            LatticeDecoder.Chosen chosen = path.get(i);
            if (chosen.margin() < FAR && isSingle(chosen.arc(), chosen.from())) {
                Doubt doubt = doubt(
                        chosen,
                        stretch.arcs().get(chosen.from()),
                        stretch.decoding().through()[chosen.from()],
                        document);
                if (doubt.words.length > 1) {
                    examiner.take(doubt, flat.features.at(flat.first[i]));
                }
            }
        }
    }

    private static boolean isSingle(Arc arc, int slot) {
        return arc.words().length == 1 && arc.to() == slot + 1;
    }

    private Doubt doubt(LatticeDecoder.Chosen chosen, List<Arc> arcs, float[] through, DocumentWords document) {
        int slot = chosen.from();
        int letters = bareHashes[chosen.arc().words()[0]];
        float best = Float.NEGATIVE_INFINITY;
        for (float score : through) {
            best = Math.max(best, score);
        }
        int n = 0;
        int[] readings = new int[through.length];
        for (int a = 0; a < through.length; a++) {
            Arc arc = arcs.get(a);
            boolean comparable = isSingle(arc, slot) && bareHashes[arc.words()[0]] == letters;
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
            wordHashes[k] = hashes[words[k]];
            own[k] = shares[readings[k]];
        }
        float[] evidence = document.evidence(words, own);
        float[] dense = new float[DENSE * n];
        for (int k = 0; k < n; k++) {
            dense[DENSE * k] = through[readings[k]] - best;
            dense[DENSE * k + 1] = evidence[k];
        }
        return new Doubt(slot, Arrays.copyOf(readings, n), words, wordHashes, dense);
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

    /** The words of a path one after the other. */
    private final class Flat {
        private final int[] first;
        private final ContextFeatures features;

        Flat(List<Slot> slots, List<LatticeDecoder.Chosen> path) {
            first = new int[path.size()];
            int n = 0;
            for (LatticeDecoder.Chosen chosen : path) {
                n += chosen.arc().words().length;
            }
            int[] bare = new int[n];
            int[] likeliest = new int[n];
            int[] letterCase = new int[n];
            n = 0;
            for (int i = 0; i < path.size(); i++) {
                first[i] = n;
                Slot slot = slots.get(path.get(i).from());
                for (int word : path.get(i).arc().words()) {
                    boolean unknown = word == Vocabulary.UNKNOWN;
                    boolean isWord = unknown || word >= Vocabulary.FIRST_WORD;
                    bare[n] = unknown
                            ? ContextFeatures.hash(Letters.bare(Vocabulary.normal(slot.text())))
                            : bareHashes[word];
                    likeliest[n] = hashes[word];
                    letterCase[n++] = isWord ? 1 + LetterCase.of(slot.text()).ordinal() : 0;
                }
            }
            features = ContextFeatures.of(bare, likeliest, letterCase);
        }
    }
}
