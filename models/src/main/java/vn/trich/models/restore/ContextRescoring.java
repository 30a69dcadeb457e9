package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.trich.models.language.Vocabulary;

/**
 * Weighs readings anew where the language model is not sure: by what stands around the word, further off than the language
 * model sees, by what the rest of the document says, and, where that leaves it open, by a network that reads the whole
 * surroundings. Words that differ in more than marks are weighed against each other by the document alone. Immutable.
 */
final class ContextRescoring {

    /** How many features of a reading are numbers: the language model's score, and what the document says. */
    static final int DENSE = 2;

    // Readings that the language model puts further than this behind its best do not come into question.
    private static final float FAR = 6;
    // In the second decoding, readings so far behind the best are left out.
    private static final float KEPT = 9;

    // A recogniser's reading is evidence of its own beside the surroundings.
    private static final float READING_TRUST = 0.5f;
    // How much the document's words count where they differ in letters.
    private static final float LETTERS_TRUST = 0.7f;

    private final Optional<Models> models;
    private final Vocabulary vocabulary;
    private final WordHashes hashes;

    /**
     * What weighs readings anew.
     *
     * @param context weights of what stands around
     * @param open what settles words that these leave open
     */
    record Models(ContextModel context, OpenWords open) {}

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
    record Doubt(int slot, int place, int[] readings, int[] words, int[] hashes, float[] dense) {

        /** How far the language model puts a reading behind what it likes best, a logarithm. */
        float model(int reading) {
            return dense[DENSE * reading];
        }

        /** The like by how often the document has it elsewhere. */
        float document(int reading) {
            return dense[DENSE * reading + 1];
        }
    }

    /**
     * A word in doubt and where it stands.
     *
     * @param doubt the word
     * @param contexts hashes of what stands around
     */
    record Examined(Doubt doubt, int[] contexts) {}

    /**
     * A word in doubt, weighed.
     *
     * @param doubt the word
     * @param scores what its readings are worth, logarithms, in the order of the doubt
     */
    record WeighedWord(Doubt doubt, float[] scores) {}

    /**
     * A stretch whose words in doubt are weighed.
     *
     * @param stretch what the language model says
     * @param path its words
     * @param words those in doubt, in order
     */
    record Weighed(Stretch stretch, PathWords path, List<WeighedWord> words) {}

    /**
     * Weighs the words in doubt by what stands around them and by the words of the document.
     *
     * @param stretch what the language model says
     * @param document the words of the document
     */
    Weighed weighed(Stretch stretch, DocumentWords document) {
        PathWords path = new PathWords(vocabulary, hashes, stretch);
        List<WeighedWord> words = new ArrayList<>();
        if (models.isPresent()) {
            for (Examined word : examined(stretch, path, document)) {
                words.add(new WeighedWord(word.doubt, scores(word, models.get().context())));
            }
        }
        return new Weighed(stretch, path, words);
    }

    /**
     * The best path with every doubtful word weighed anew.
     *
     * @param weighed the stretch with its words weighed
     * @param document what is known of its document
     * @param decoder decodes again
     * @param damage how the text was damaged
     */
    List<LatticeDecoder.Chosen> rescored(
            Weighed weighed, KnownDocument document, LatticeDecoder decoder, Damage damage) {
        Stretch stretch = weighed.stretch;
        if (models.isEmpty() || stretch.slots().isEmpty()) {
            return stretch.decoding().path();
        }
        List<List<Arc>> arcs = new ArrayList<>(stretch.arcs());
        float trust = damage == Damage.CLEAN ? READING_TRUST : 1;
        for (WeighedWord word : models.get().open().settled(weighed, document.contexts(), damage)) {
            List<Arc> readings = new ArrayList<>(arcs.get(word.doubt.slot));
            for (int k = 0; k < word.scores.length; k++) {
                Arc arc = readings.get(word.doubt.readings[k]);
                float gain = word.scores[k] - word.doubt.model(k);
                readings.set(word.doubt.readings[k], arc.with(arc.score() + trust * gain));
            }
            arcs.set(word.doubt.slot, readings);
        }
        if (damage == Damage.RUINED) {
            weighLetters(arcs, stretch, document.words());
        }
        return decoder.decode(thinned(arcs, stretch.decoding()));
    }

    // Where letters were lost, the words of the document tell as well which letters a word had.
    private void weighLetters(List<List<Arc>> arcs, Stretch stretch, DocumentWords document) {
        DocumentLetters letters = new DocumentLetters(hashes, document);
        for (LatticeDecoder.Chosen chosen : stretch.decoding().path()) {
            int slot = chosen.from();
            if (chosen.margin() < FAR && isSingle(chosen.arc(), slot)) {
                float[] through = stretch.decoding().through()[slot];
                float least = DocumentWords.highest(through) - FAR;
                int[] words = new int[through.length];
                for (int a = 0; a < words.length; a++) {
                    Arc arc = arcs.get(slot).get(a);
                    words[a] = isSingle(arc, slot) && through[a] >= least ? arc.words()[0] : Vocabulary.UNKNOWN;
                }
                float[] evidence = letters.evidence(words, DocumentWords.shares(through));
                List<Arc> readings = new ArrayList<>(arcs.get(slot));
                for (int a = 0; a < words.length; a++) {
                    readings.set(a, readings.get(a).with(readings.get(a).score() + LETTERS_TRUST * evidence[a]));
                }
                arcs.set(slot, readings);
            }
        }
    }

    /**
     * What is said for the readings of the open words of a stretch, by their places.
     *
     * @param weighed the stretch
     * @param document what its document says
     */
    Map<Integer, float[][]> said(Weighed weighed, DocumentContexts document) {
        return models.map(all -> all.open().said(weighed, document)).orElseGet(Map::of);
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

    /** The words of a path that are in doubt. */
    List<Examined> examined(Stretch stretch, DocumentWords document) {
        return examined(stretch, new PathWords(vocabulary, hashes, stretch), document);
    }

    private List<Examined> examined(Stretch stretch, PathWords words, DocumentWords document) {
        List<LatticeDecoder.Chosen> path = stretch.decoding().path();
        List<Examined> examined = new ArrayList<>();
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
                    examined.add(new Examined(doubt, words.contexts(words.first(i))));
                }
            }
        }
        return examined;
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

    private static float[] scores(Examined word, ContextModel model) {
        Doubt doubt = word.doubt;
        float[] out = new float[doubt.words.length];
        for (int k = 0; k < out.length; k++) {
            float before = doubt.model(k);
            float sum = (model.dense(0) - 1) * before + model.dense(1) * doubt.document(k);
            for (int context : word.contexts) {
                sum += model.weight(ContextFeatures.key(context, doubt.hashes[k]));
            }
            out[k] = before + sum;
        }
        return out;
    }
}
