package vn.trich.pipeline.outline;

import java.util.List;
import java.util.Optional;
import vn.trich.models.language.EditDistance;
import vn.trich.pipeline.page.Word;

/** How alike two texts are, for fixed phrases that OCR has damaged. */
final class Likeness {
    private Likeness() {}

    /** Whether the two are equal but for at most one letter in {@code lettersPerError}. */
    static boolean alike(String compactA, String compactB, int lettersPerError) {
        int limit = compactB.length() / lettersPerError;
        return EditDistance.within(compactA, compactB, limit);
    }

    /**
     * The run of words that reads most like a phrase.
     *
     * @param words where to look
     * @param phrase the phrase, as {@link Bare#compact} gives it
     * @param lettersPerError how many letters of the phrase there must be for each error
     * @return the best run, or empty if none is alike
     */
    static Optional<Run> find(List<Word> words, String phrase, int lettersPerError) {
        int limit = phrase.length() / lettersPerError;
        Run best = null;
        int bestDistance = limit + 1;
        int shortest = phrase.length() - limit;
        for (int from = 0; from < words.size(); from++) {
            StringBuilder run = new StringBuilder();
            for (int to = from; to < words.size() && run.length() <= phrase.length() + limit; to++) {
                run.append(Bare.compact(words.get(to).text()));
                if (run.length() < shortest) {
                    continue;
                }
                int distance = EditDistance.upTo(run.toString(), phrase, bestDistance - 1);
                if (distance < bestDistance) {
                    bestDistance = distance;
                    best = new Run(from, to + 1);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * A run of words.
     *
     * @param from index of its first word
     * @param to index behind its last word
     */
    record Run(int from, int to) {}
}
