package vn.trich.models.restore;

import vn.trich.models.language.Letters;
import vn.trich.models.language.Vocabulary;

/**
 * Hashes of all words of a vocabulary, by their numbers.
 *
 * @param own of the words
 * @param bare of the words without marks; of the classes, what {@link ContextFeatures} takes for them
 */
record WordHashes(int[] own, int[] bare) {

    /** Of a vocabulary. */
    static WordHashes of(Vocabulary vocabulary) {
        int[] own = new int[vocabulary.size()];
        int[] bare = new int[vocabulary.size()];
        for (int word = 0; word < own.length; word++) {
            own[word] = ContextFeatures.hash(vocabulary.word(word));
            bare[word] = switch (word) {
                case Vocabulary.NUMBER -> ContextFeatures.NUMBER;
                case Vocabulary.CODE -> ContextFeatures.CODE;
                case Vocabulary.STOP -> ContextFeatures.STOP;
                default -> ContextFeatures.hash(Letters.bare(vocabulary.word(word)));
            };
        }
        return new WordHashes(own, bare);
    }
}
