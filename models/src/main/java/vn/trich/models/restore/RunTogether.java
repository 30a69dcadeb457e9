package vn.trich.models.restore;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Syllables;
import vn.trich.models.restore.ChannelSearch.Candidate;

/**
 * Finds the words of a string whose blanks were all lost ({@code quymédyancuthé}, {@code quy mô dự án cụ thể}) or read as small
 * signs ({@code duc-x4¢.dinh}, {@code được xác định}): from left to right the likeliest ways to cut what was read so far, by the
 * channel and the language model together. Words of other languages are cut into none: all parts must be Vietnamese syllables.
 * Immutable.
 */
final class RunTogether {

    private static final int SHORTEST_PART = 2;
    private static final int LONGEST_PART = 10;
    // How many ways to cut what was read so far are kept.
    private static final int WAYS = 40;
    // What it costs that a blank was lost or read as signs, and that one more was.
    private static final float LOST = -3;
    private static final float LOST_AGAIN = -2;

    private final LanguageModel model;
    private final Syllables syllables;
    private final Function<String, List<Candidate>> parts;

    /**
     * @param model the language model
     * @param syllables what Vietnamese syllables look like
     * @param parts gives the words that a part of a string may have been
     */
    RunTogether(LanguageModel model, Syllables syllables, Function<String, List<Candidate>> parts) {
        this.model = model;
        this.syllables = syllables;
        this.parts = parts;
    }

    /**
     * Words that a string may have been, two or more.
     *
     * @param words their numbers
     * @param begins where in the string each begins
     * @param ends where it ends
     * @param score logarithm of the probability that they were read so
     */
    record Run(int[] words, int[] begins, int[] ends, float score) {}

    /** A way to cut what was read so far: one word more than the way before. */
    private record Way(
            Way before, int word, int begin, int end, int count, float score, float total, int two, int three) {

        // Each word adds LOST_AGAIN: with the second one, one blank was lost.
        private static final Way NONE = new Way(null, -1, 0, 0, 0, LOST - 2 * LOST_AGAIN, 0, -1, -1);

        private Run run() {
            int[] words = new int[count];
            int[] begins = new int[count];
            int[] ends = new int[count];
            Way way = this;
            for (int i = count - 1; i >= 0; i--) {
                words[i] = way.word;
                begins[i] = way.begin;
                ends[i] = way.end;
                way = way.before;
            }
            return new Run(words, begins, ends, score);
        }
    }

    /** The likeliest ways to cut what was read so far, best first. */
    private static final class Ways {
        private final Way[] ways = new Way[WAYS];
        private int size;

        // What is no better than this is not kept.
        private float least() {
            return size < WAYS ? Float.NEGATIVE_INFINITY : ways[WAYS - 1].total;
        }

        private void add(Way way) {
            if (way.total <= least()) {
                return;
            }
            int at = size < WAYS ? size++ : WAYS - 1;
            while (at > 0 && ways[at - 1].total < way.total) {
                ways[at] = ways[at - 1];
                at--;
            }
            ways[at] = way;
        }
    }

    /** The likeliest words of a string, best first; none if no part of it is like a word. */
    List<Run> of(String read) {
        int length = read.length();
        Ways[] ways = new Ways[length + 1];
        for (int at = 0; at <= length; at++) {
            ways[at] = new Ways();
        }
        ways[0].add(Way.NONE);
        for (int begin = 0; begin < length; begin++) {
            passSpecks(read, begin, ways);
            int longest = ways[begin].size == 0 ? 0 : Math.min(length - begin, LONGEST_PART);
            for (int end = begin + SHORTEST_PART; end <= begin + longest; end++) {
                if (end - begin < length) {
                    extend(ways[begin], begin, end, part(read, begin, end), ways[end]);
                }
            }
        }
        Ways whole = ways[length];
        return Arrays.stream(whole.ways, 0, whole.size).map(Way::run).toList();
    }

    // Behind a word, what was read so far may go on after the signs there as well; not at the end of the string.
    private static void passSpecks(String read, int begin, Ways[] ways) {
        int end = begin;
        while (end < read.length() && RuinedSlots.SPECK_SIGNS.indexOf(read.charAt(end)) >= 0) {
            end++;
        }
        if (begin > 0 && end > begin && end < read.length()) {
            for (int i = 0; i < ways[begin].size; i++) {
                ways[end].add(ways[begin].ways[i]);
            }
        }
    }

    // A capital where a word begins says nothing.
    private static String part(String read, int begin, int end) {
        return Character.toLowerCase(read.charAt(begin)) + read.substring(begin + 1, end);
    }

    private void extend(Ways before, int begin, int end, String part, Ways longer) {
        LanguageModel.Step step = new LanguageModel.Step();
        for (Candidate candidate : parts.apply(part)) {
            int word = candidate.word();
            if (!syllables.isSyllable(model.vocabulary().word(word))) {
                continue;
            }
            float cost = candidate.score() + LOST_AGAIN;
            float most = cost + model.highest(word);
            for (int i = 0; i < before.size && before.ways[i].total + most > longer.least(); i++) {
                Way way = before.ways[i];
                boolean isFirst = way.count == 0;
                if (!isFirst) {
                    model.next(way.word, way.two, way.three, word, step);
                }
                float total = way.total + cost + (isFirst ? model.unigram(word) : step.logProbability());
                if (total > longer.least()) {
                    longer.add(new Way(
                            way,
                            word,
                            begin,
                            end,
                            way.count + 1,
                            way.score + cost,
                            total,
                            isFirst ? -1 : step.two(),
                            isFirst ? -1 : step.three()));
                }
            }
        }
    }
}
