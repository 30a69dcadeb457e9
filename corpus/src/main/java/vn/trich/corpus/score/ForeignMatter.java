package vn.trich.corpus.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.trich.corpus.gold.GoldDocument;
import vn.trich.corpus.gold.GoldText;
import vn.trich.corpus.score.OutputFolder.Document;

/**
 * Looks for what stands beside the text of a page (page numbers, running heads, footnotes, stamps) inside paragraphs. It
 * asks nothing of how the output was made: a paragraph is told by its words alone, without marks, against the truth, of
 * which page numbers and running heads are no part.
 *
 * <ul>
 *   <li>a footnote: words of the paragraph that follow each other in a footnote of the truth and nowhere in its prose;
 *   <li>a page number: a number between words that follow each other in the truth, or at an end of the paragraph behind
 *       or before words that the truth never has it beside;
 *   <li>other foreign words: three or more between words that follow each other in the truth, most of them side by
 *       side nowhere in it and none in a cell (a table that was not told from text is another matter).
 * </ul>
 */
final class ForeignMatter {

    /** Words in a row that tell a footnote's text. */
    private static final int TELLING = 5;

    /** Words that a running head or a stamp may put between two words of a paragraph. */
    private static final int LONGEST = 25;

    /** As many inserted words, not all numbers, are foreign; fewer may be a slip of the recogniser. */
    private static final int FOREIGN = 3;

    /** A word and the mark right behind it, or behind the bracket or quotation mark that ends it. */
    private static final Pattern MARKED_WORD = Pattern.compile("(\\p{L}+)[)\\]”\"’']*(\\d{1,2})(?![\\p{L}\\d])");

    private final List<String> prose;
    private final Map<String, List<Integer>> pairs = new HashMap<>();
    private final Set<String> proseRuns;
    /** Words with the mark of a footnote behind them. */
    private final Set<String> marked = new HashSet<>();

    private final Set<String> cellPairs = new HashSet<>();
    private final Set<String> noteRuns = new HashSet<>();

    private ForeignMatter(List<GoldDocument> truths) {
        prose = words(
                GoldText.join(truths.stream().map(GoldDocument::prose).toList()).text());
        for (int i = 0; i + 1 < prose.size(); i++) {
            pairs.computeIfAbsent(prose.get(i) + " " + prose.get(i + 1), k -> new ArrayList<>())
                    .add(i);
        }
        proseRuns = runs(prose, TELLING);
        for (GoldDocument truth : truths) {
            MARKED_WORD
                    .matcher(truth.text().text())
                    .results()
                    .forEach(m -> marked.add(Folding.bare(m.group(1)) + m.group(2)));
            truth.tables().stream()
                    .flatMap(t -> t.cells().stream())
                    .forEach(c -> cellPairs.addAll(runs(words(c.text().text()), 2)));
            truth.footnotes().forEach(note -> noteRuns.addAll(runs(words(note.text()), TELLING)));
        }
        noteRuns.removeAll(proseRuns);
    }

    /** Scores the paragraphs of the documents that came back for a file. */
    static void score(List<GoldDocument> truths, List<Document> output, Tally tally) {
        ForeignMatter truth = new ForeignMatter(truths);
        for (Document document : output) {
            for (String paragraph : document.paragraphs()) {
                if (!paragraph.isBlank()) {
                    Optional<String> found = truth.find(paragraph);
                    tally.judge(Measure.PURE_PARAGRAPHS, found.isEmpty(), "", found.orElse(""));
                }
            }
        }
    }

    private static List<String> words(String text) {
        return Folding.words(Folding.bare(text));
    }

    private static Set<String> runs(List<String> words, int length) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + length <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + length)));
        }
        return runs;
    }

    /** What stands in a paragraph though it is no part of it, in its context; empty if nothing does. */
    private Optional<String> find(String paragraph) {
        List<String> words = words(paragraph);
        for (String run : runs(words, TELLING)) {
            if (noteRuns.contains(run)) {
                return Optional.of("footnote: " + run);
            }
        }
        for (int i = 1; i < words.size() - 2; i++) {
            int length = inserted(words, i);
            List<String> run = words.subList(i + 1, i + 1 + length);
            if (length == 1 && isNumber(run.get(0)) && !isMark(words, i + 1) || length >= FOREIGN) {
                return Optional.of(context(words, i - 1, i + length + 3));
            }
        }
        return atAnEnd(words);
    }

    /** How many words stand between the word at an index and the one that follows it in the truth; 0 if none do. */
    private int inserted(List<String> words, int at) {
        List<Integer> places = pairs.getOrDefault(words.get(at - 1) + " " + words.get(at), List.of());
        for (int place : places) {
            if (follows(place + 2, words, at + 1, 1)) {
                return 0;
            }
        }
        for (int length = 1; length <= LONGEST && at + length + 2 < words.size(); length++) {
            for (int place : places) {
                if (follows(place + 2, words, at + length + 1, 2) && !stands(words, at, length)) {
                    return length;
                }
            }
        }
        return 0;
    }

    private boolean follows(int place, List<String> words, int at, int count) {
        return place + count <= prose.size()
                && at + count <= words.size()
                && prose.subList(place, place + count).equals(words.subList(at, at + count));
    }

    /** Whether the inserted words are of the truth after all: some of a cell, or most of them in another order. */
    private boolean stands(List<String> words, int at, int length) {
        long known = IntStream.rangeClosed(at, at + length)
                .filter(i -> pairs.containsKey(words.get(i) + " " + words.get(i + 1)))
                .count();
        return 2 * known > length + 1
                || IntStream.range(at + 1, at + length)
                        .anyMatch(i -> cellPairs.contains(words.get(i) + " " + words.get(i + 1)));
    }

    private Optional<String> atAnEnd(List<String> words) {
        int size = words.size();
        if (size < 5) {
            return Optional.empty();
        }
        if (isNumber(words.get(size - 1))
                && !isMark(words, size - 1)
                && isForeignEnd(words.subList(size - 4, size), 3)) {
            return Optional.of(context(words, size - 5, size));
        }
        if (isNumber(words.get(0)) && isForeignEnd(words.subList(0, 4), 0)) {
            return Optional.of(context(words, 0, 5));
        }
        return Optional.empty();
    }

    /** Whether four words without the one at an index stand in the truth, but nowhere with it. */
    private boolean isForeignEnd(List<String> four, int number) {
        List<String> three = new ArrayList<>(four);
        three.remove(number);
        boolean known = false;
        for (int place : pairs.getOrDefault(three.get(0) + " " + three.get(1), List.of())) {
            int from = place - (number == 0 ? 1 : 0);
            if (from >= 0 && follows(from, four, 0, 4)) {
                return false;
            }
            known |= follows(place, three, 0, 3);
        }
        return known;
    }

    /** Whether a number is the mark of a footnote that stands behind the word before it. */
    private boolean isMark(List<String> words, int at) {
        return marked.contains(words.get(at - 1) + words.get(at));
    }

    /** Whether a word could be a page's number; three figures are a year cut short more often. */
    private static boolean isNumber(String word) {
        return word.matches("[1-9]\\d?");
    }

    private static String context(List<String> words, int from, int to) {
        return String.join(" ", words.subList(Math.max(0, from), Math.min(words.size(), to)));
    }
}
