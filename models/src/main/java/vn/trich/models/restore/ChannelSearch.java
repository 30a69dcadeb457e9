package vn.trich.models.restore;

import java.util.List;
import vn.trich.models.language.LanguageModel;

/** Finds the words that a misread string may have been: a walk through a trie of all words along a channel. Immutable. */
final class ChannelSearch {

    // Candidates are first looked for down to this score, further down only if none is good.
    private static final float FIRST_BOUND = -12;
    // A first glance down to here: how good the best is tells where the others need not be looked for.
    private static final float GLANCE = -4;

    private final WordTrie trie;

    ChannelSearch(LanguageModel model) {
        this.trie = new WordTrie(model);
    }

    /** All letters that words have, as channels for this search count them. */
    String letters() {
        return trie.letters();
    }

    /**
     * A word that may have been read so.
     *
     * @param word its number
     * @param score logarithm of the probability that it was read so
     */
    record Candidate(int word, float score) {}

    /**
     * The likeliest words, best first by channel and frequency together. Where there are good ones, poor ones are not
     * looked for.
     *
     * @param read what was read, its case folded as far as it says nothing
     * @param channel the channel, of {@link #letters}
     * @param most how many
     * @param least candidates below this score are left out
     */
    List<Candidate> candidates(String read, Channel channel, int most, float least) {
        ChannelWalk walk = new ChannelWalk(trie, read, channel, most);
        walk.go(Math.max(least, GLANCE));
        for (float bound = Math.max(least, FIRST_BOUND); ; bound = Math.max(least, 2 * bound)) {
            walk.go(bound);
            if (bound <= least || walk.bestScore() >= bound / 2) {
                return walk.found();
            }
        }
    }
}
