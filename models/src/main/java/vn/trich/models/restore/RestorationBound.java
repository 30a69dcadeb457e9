package vn.trich.models.restore;

import java.util.List;
import vn.trich.models.language.Vocabulary;
import vn.trich.models.restore.ChannelSearch.Candidate;

/** Tells of printed words and what an engine made of them whether a restorer could have found them out. */
public final class RestorationBound {

    // Far beyond what any path through a lattice bears.
    private static final float FARTHEST = -60;
    private static final int ALL = 100_000;

    private final Restorer restorer;

    /** With a restorer, {@link Restorer#adaptedTo adapted} to what the engine does. */
    public RestorationBound(Restorer restorer) {
        this.restorer = restorer;
    }

    /** Where a printed word stands among what its string could have been. */
    public enum Reach {
        /** A figure, a code, or a word with signs inside. */
        NO_WORD,
        /** The language model does not know it. */
        UNKNOWN,
        /** The channel does not lead from it to what was read. */
        BEYOND,
        /** It could be read so, but is not among those that are weighed. */
        NOT_WEIGHED,
        /** It is weighed. */
        WEIGHED
    }

    /**
     * Where a word stands.
     *
     * @param printed the word as printed, signs on it
     * @param read the string that became of it, signs on it
     */
    public Reach of(String printed, String read) {
        String word = Vocabulary.normal(Acronyms.stripped(printed));
        int number = restorer.model().vocabulary().number(word);
        if (!word.chars().allMatch(Character::isLetter)) {
            return Reach.NO_WORD;
        }
        if (number < Vocabulary.FIRST_WORD) {
            return Reach.UNKNOWN;
        }
        String folded = ChannelReadings.folded(Acronyms.stripped(read));
        if (has(restorer.letters().candidates(folded), number)) {
            return Reach.WEIGHED;
        }
        return has(restorer.letters().candidates(folded, ALL, FARTHEST), number) ? Reach.NOT_WEIGHED : Reach.BEYOND;
    }

    private static boolean has(List<Candidate> candidates, int word) {
        return candidates.stream().anyMatch(candidate -> candidate.word() == word);
    }
}
