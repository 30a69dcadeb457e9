package vn.trich.models.restore;

import java.util.Arrays;
import java.util.List;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Vocabulary;

/** The words of a path through a stretch, one after the other, as the models see them that look at the surroundings. */
final class PathWords {

    // Words that may as well be others mislead the network that predicts words.
    private static final float SHOWN = 0.7f;

    private final Vocabulary vocabulary;
    private final List<Slot> slots;
    private final List<LatticeDecoder.Chosen> path;
    private final int[] first;
    private final int[] words;
    private final int[] bare;
    private final ContextFeatures features;

    /**
     * @param vocabulary the language model's
     * @param hashes of its words
     * @param stretch its best path is taken
     */
    PathWords(Vocabulary vocabulary, WordHashes hashes, Stretch stretch) {
        this.vocabulary = vocabulary;
        this.slots = stretch.slots();
        this.path = stretch.decoding().path();
        this.first = new int[path.size()];
        int n = 0;
        for (LatticeDecoder.Chosen chosen : path) {
            n += chosen.arc().words().length;
        }
        this.words = new int[n];
        this.bare = new int[n];
        int[] likeliest = new int[n];
        int[] letterCase = new int[n];
        n = 0;
        for (int i = 0; i < path.size(); i++) {
            first[i] = n;
            Slot slot = slots.get(path.get(i).from());
            for (int word : path.get(i).arc().words()) {
                boolean unknown = word == Vocabulary.UNKNOWN;
                boolean isWord = unknown || word >= Vocabulary.FIRST_WORD;
                words[n] = word;
                bare[n] = unknown
                        ? ContextFeatures.hash(Letters.bare(Vocabulary.normal(slot.text())))
                        : hashes.bare()[word];
                likeliest[n] = hashes.own()[word];
                letterCase[n++] = isWord ? 1 + LetterCase.of(slot.text()).ordinal() : 0;
            }
        }
        this.features = ContextFeatures.of(bare, likeliest, letterCase);
    }

    /** Index of the first word of a part of the path. */
    int first(int part) {
        return first[part];
    }

    /** How many words there are. */
    int size() {
        return words.length;
    }

    /** Number of a word. */
    int word(int word) {
        return words[word];
    }

    /** Hash of the letters of a word without marks, or of what stands for its kind; before the first and after the last, 0. */
    int letters(int word) {
        return word < 0 || word >= words.length ? 0 : bare[word];
    }

    /** Hashes of what stands around a word. */
    int[] contexts(int word) {
        return features.at(word);
    }

    /**
     * What a network that predicts words sees around some of the words.
     *
     * @param predictor the network
     * @param asked the words, by their indices, in order
     */
    WordPredictor.Surroundings around(WordPredictor predictor, int[] asked) {
        int[] shown = words.clone();
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).margin() < SHOWN) {
                Arrays.fill(shown, first[i], first[i] + path.get(i).arc().words().length, Vocabulary.UNKNOWN);
            }
        }
        return predictor.around(shown, asked);
    }

    /**
     * What a network sees around some of the words.
     *
     * @param tagger the network
     * @param asked the words, by their indices, in order
     */
    ReadingTagger.Surroundings around(ReadingTagger tagger, int[] asked) {
        int n = size();
        ReadingTagger.Text text = new ReadingTagger.Text(n);
        n = 0;
        for (LatticeDecoder.Chosen chosen : path) {
            int mark = ReadingTagger.mark(slots, chosen.from(), chosen.margin());
            for (int word : chosen.arc().words()) {
                text.words()[n] = tagger.row(letters(word, slots.get(chosen.from())));
                text.guesses()[n] = tagger.guess(text.words()[n], vocabulary.word(word), mark);
                text.marks()[n++] = mark;
            }
        }
        return tagger.around(text, asked);
    }

    private String letters(int word, Slot slot) {
        return word < Vocabulary.FIRST_WORD ? ReadingTagger.sign(slot) : Letters.bare(vocabulary.word(word));
    }
}
