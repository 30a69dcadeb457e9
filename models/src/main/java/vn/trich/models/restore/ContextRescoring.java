package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Piece;

/**
 * Weighs readings anew where the language model is not sure: by what stands around the word, further off than the language
 * model sees, by what the rest of the document says, and, where that leaves it open, by a network that reads the whole
 * surroundings. In ruined text another judge weighs words against each other that differ in more than marks, twice: the second
 * time among the words that the first judgement left. Immutable.
 */
final class ContextRescoring {

    /** How many features of a reading are numbers: the language model's score, and what the document says. */
    static final int DENSE = 2;

    // Readings that the language model puts further than this behind its best do not come into question.
    private static final float FAR = 6;
    // In the second decoding, readings so far behind the best are left out.
    private static final float KEPT = 9;

    // Other documents are ruined otherwise than those that the judge of letters was trained on.
    private static final float JUDGE_TRUST = 0.8f;
    // A recogniser's reading is evidence of its own beside the surroundings.
    private static final float READING_TRUST = 0.5f;

    private final Optional<Models> models;
    private final LanguageModel model;
    private final WordHashes hashes;

    /**
     * What weighs readings anew.
     *
     * @param context weights of what stands around
     * @param open what settles words that these leave open
     * @param predictor tells which words of other letters can stand at a place
     * @param letters weighs what is said for readings of other letters
     */
    record Models(ContextModel context, OpenWords open, Once<WordPredictor> predictor, ReadingJudge letters) {}

    /**
     * @param model the language model
     * @param models the models; empty to change nothing
     */
    ContextRescoring(LanguageModel model, Optional<Models> models) {
        this.models = models;
        this.model = model;
        this.hashes = WordHashes.of(model.vocabulary());
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
    record WeighedWord(Doubt doubt, float[] scores) {

        // What the weighing adds to each reading.
        private float[] gains() {
            float[] gains = new float[scores.length];
            for (int k = 0; k < gains.length; k++) {
                gains[k] = scores[k] - doubt.model(k);
            }
            return gains;
        }

        // The like by its index among the arcs of the slot; nothing to what was not weighed.
        private float gain(int reading) {
            int k = Arrays.binarySearch(doubt.readings, reading);
            return k < 0 ? 0 : scores[k] - doubt.model(k);
        }
    }

    /**
     * A word of ruined text with several readings that come into question, whatever their letters.
     *
     * @param slot its slot
     * @param readings their indices among the arcs of the slot
     * @param shares how likely each is
     * @param witnesses what is said for each: {@link LetterWitnesses}
     * @param isJudged whether it is like the words that the judge was trained on
     */
    record OpenLetters(int slot, int[] readings, float[] shares, float[][] witnesses, boolean isJudged) {}

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
        PathWords path = new PathWords(model.vocabulary(), hashes, stretch);
        List<WeighedWord> words = new ArrayList<>();
        if (models.isPresent()) {
            for (Examined word : examined(stretch, path, document)) {
                words.add(new WeighedWord(word.doubt, scores(word, models.get().context())));
            }
        }
        return new Weighed(stretch, path, words);
    }

    /**
     * What is left of a stretch once every doubtful word is weighed anew: the likelier readings, decoded again.
     *
     * @param weighed the stretch with its words weighed
     * @param document what is known of its document
     * @param decoder decodes again
     * @param damage how the text was damaged
     */
    Stretch rescored(Weighed weighed, KnownDocument document, LatticeDecoder decoder, Damage damage) {
        Stretch stretch = weighed.stretch;
        if (models.isEmpty() || stretch.slots().isEmpty()) {
            return stretch;
        }
        if (damage == Damage.RUINED) {
            return judged(judgedAround(weighed, document, decoder), document, decoder);
        }
        List<List<Arc>> arcs = new ArrayList<>(stretch.arcs());
        float trust = damage == Damage.CLEAN ? READING_TRUST : 1;
        for (WeighedWord word : models.get().open().settled(weighed, document.contexts(), damage)) {
            float[] gains = word.gains();
            for (int k = 0; k < gains.length; k++) {
                gains[k] *= trust;
            }
            add(arcs, word.doubt.slot, word.doubt.readings, gains);
        }
        return decoded(stretch, arcs, decoder);
    }

    /**
     * A stretch of ruined text as it looks once all of its words have been judged: what is then held likely around a word says more
     * of it than what the language model alone does.
     *
     * @param weighed the stretch with its words weighed
     * @param document what is known of its document
     * @param decoder decodes again
     */
    Weighed judgedAround(Weighed weighed, KnownDocument document, LatticeDecoder decoder) {
        Stretch stretch = weighed.stretch;
        List<LatticeDecoder.Chosen> path =
                judged(weighed, document, decoder).decoding().path();
        return weighed(
                stretch.with(
                        stretch.arcs(),
                        new LatticeDecoder.Decoding(path, stretch.decoding().through())),
                document.words());
    }

    private Stretch judged(Weighed weighed, KnownDocument document, LatticeDecoder decoder) {
        List<List<Arc>> arcs = new ArrayList<>(weighed.stretch.arcs());
        for (OpenLetters word : openLetters(weighed, document)) {
            add(arcs, word.slot, word.readings, gains(word));
        }
        return decoded(weighed.stretch, arcs, decoder);
    }

    private static Stretch decoded(Stretch stretch, List<List<Arc>> arcs, LatticeDecoder decoder) {
        List<List<Arc>> left = thinned(arcs, stretch.decoding());
        return stretch.with(left, decoder.decoded(left));
    }

    private static void add(List<List<Arc>> arcs, int slot, int[] readings, float[] gains) {
        List<Arc> weighed = new ArrayList<>(arcs.get(slot));
        for (int k = 0; k < readings.length; k++) {
            Arc arc = weighed.get(readings[k]);
            weighed.set(readings[k], arc.with(arc.score() + gains[k]));
        }
        arcs.set(slot, weighed);
    }

    // What is added to each reading. Beside what is no single word the likely ones stay as good as they were.
    private float[] gains(OpenLetters word) {
        float[] worth = worth(word);
        float[] gains = new float[worth.length];
        float expected = 0;
        for (int k = 0; k < gains.length; k++) {
            gains[k] = worth[k] - word.witnesses[k][0];
            expected += word.shares[k] * gains[k];
        }
        for (int k = 0; k < gains.length; k++) {
            gains[k] -= expected;
        }
        return gains;
    }

    // What each reading is worth by the rule and, if it knows such words, the judge.
    private float[] worth(OpenLetters word) {
        float[] worth = new float[word.witnesses.length];
        for (int k = 0; k < worth.length; k++) {
            worth[k] = LetterWitnesses.byRule(word.witnesses[k]);
        }
        if (word.isJudged) {
            float[] judged = models.orElseThrow().letters().scores(word.witnesses);
            for (int k = 0; k < worth.length; k++) {
                worth[k] += JUDGE_TRUST * (judged[k] - worth[k]);
            }
        }
        return worth;
    }

    /**
     * The words of a stretch of ruined text of which readings of other letters come into question, with what is said for each.
     *
     * @param weighed the stretch
     * @param document what is known of its document
     */
    List<OpenLetters> openLetters(Weighed weighed, KnownDocument document) {
        Stretch stretch = weighed.stretch;
        Models all = models.orElseThrow();
        Map<Integer, WeighedWord> settled = all.open().settled(weighed, document.contexts(), Damage.RUINED).stream()
                .collect(Collectors.toMap(word -> word.doubt.slot, word -> word));
        List<Contested> words = new ArrayList<>();
        List<LatticeDecoder.Chosen> path = stretch.decoding().path();
        for (int i = 0; i < path.size(); i++) {
            int slot = path.get(i).from();
            Slot read = stretch.slots().get(slot);
            if (path.get(i).arc().isWordOf(slot) && read.kind() == Piece.Kind.WORD) {
                int[] readings = comparable(stretch, slot);
                if (readings.length > 1) {
                    words.add(new Contested(
                            slot, readings, word(weighed, i, readings, Optional.ofNullable(settled.get(slot)))));
                }
            }
        }
        int[] asked = words.stream().mapToInt(word -> word.said.place()).toArray();
        LetterWitnesses witnesses = new LetterWitnesses(
                model,
                hashes,
                all.context(),
                document,
                weighed.path.around(all.predictor().get(), asked));
        return words.stream()
                .map(word -> new OpenLetters(
                        word.slot,
                        word.readings,
                        word.said.shares(),
                        witnesses.of(word.said),
                        isJudged(stretch.slots(), word.slot)))
                .toList();
    }

    /** A word whose readings can be weighed against each other, and what was said for them so far. */
    private record Contested(int slot, int[] readings, LetterWitnesses.Word said) {}

    // Of abbreviations, units, labels and lone letters and signs the judge knows too little.
    private static boolean isJudged(List<Slot> slots, int slot) {
        String read = slots.get(slot).text();
        return Slot.isAlone(slots, slot)
                && LetterCase.of(read) != LetterCase.UPPER
                && read.length() > 1
                && read.chars().noneMatch(Character::isDigit);
    }

    // The readings of a slot that make one word of it and are not too far behind, by their numbers.
    private static int[] comparable(Stretch stretch, int slot) {
        List<Arc> arcs = stretch.arcs().get(slot);
        float[] through = stretch.decoding().through()[slot];
        float least = DocumentWords.highest(through) - FAR;
        return IntStream.range(0, through.length)
                .filter(a -> through[a] >= least && arcs.get(a).isWordOf(slot))
                .toArray();
    }

    private static LetterWitnesses.Word word(Weighed weighed, int part, int[] readings, Optional<WeighedWord> settled) {
        Stretch stretch = weighed.stretch;
        int slot = stretch.decoding().path().get(part).from();
        float[] through = stretch.decoding().through()[slot];
        float best = DocumentWords.highest(through);
        Arc[] arcs = new Arc[readings.length];
        float[] behind = new float[readings.length];
        float[] added = new float[readings.length];
        for (int k = 0; k < readings.length; k++) {
            arcs[k] = stretch.arcs().get(slot).get(readings[k]);
            behind[k] = through[readings[k]] - best;
            int reading = readings[k];
            added[k] = settled.map(word -> word.gain(reading)).orElse(0f);
        }
        return new LetterWitnesses.Word(
                stretch.slots().get(slot),
                weighed.path,
                weighed.path.first(part),
                arcs,
                behind,
                DocumentWords.shares(behind),
                added);
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
        return examined(stretch, new PathWords(model.vocabulary(), hashes, stretch), document);
    }

    private List<Examined> examined(Stretch stretch, PathWords words, DocumentWords document) {
        List<LatticeDecoder.Chosen> path = stretch.decoding().path();
        List<Examined> examined = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            LatticeDecoder.Chosen chosen = path.get(i);
            if (chosen.margin() < FAR && chosen.arc().isWordOf(chosen.from())) {
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

    private Doubt doubt(
            LatticeDecoder.Chosen chosen, int place, List<Arc> arcs, float[] through, DocumentWords document) {
        int slot = chosen.from();
        int letters = hashes.bare()[chosen.arc().words()[0]];
        float best = DocumentWords.highest(through);
        int n = 0;
        int[] readings = new int[through.length];
        for (int a = 0; a < through.length; a++) {
            Arc arc = arcs.get(a);
            boolean comparable = arc.isWordOf(slot) && hashes.bare()[arc.words()[0]] == letters;
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
