package vn.trich.corpus.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.corpus.gold.GoldText;

/** Scores a document's whole text: words as a bag, error rates in reading order, marks, restored words. */
final class TextScore {

    private TextScore() {}

    /**
     * Scores text.
     *
     * @param gold the true text
     * @param output the text that came back, white space as it may be
     * @param tally where the figures go
     */
    static void score(GoldText gold, String output, Tally tally) {
        String result = Folding.foldSpace(output);
        GoldText folded = Folding.fold(gold);
        String foldedResult = Folding.fold(output);
        bags(Folding.words(folded), Folding.words(foldedResult), tally);
        characterErrors(gold, result, tally);
        wordErrors(gold, result, tally);
        marks(folded, foldedResult, tally);
        restored(Folding.words(folded), Folding.words(foldedResult), tally);
    }

    private static void bags(Folding.Words gold, List<String> output, Tally tally) {
        bag(gold, output, Measure.WORDS, Measure.WORDS_PRECISION, tally);
        List<String> bareGold = gold.words().stream().map(Folding::bareOfFolded).toList();
        List<String> bareOutput = output.stream().map(Folding::bareOfFolded).toList();
        bag(
                new Folding.Words(bareGold, gold.unsure()),
                bareOutput,
                Measure.WORDS_BARE,
                Measure.WORDS_BARE_PRECISION,
                tally);
    }

    /** Doubtful words of the gold are not asked for; as many words of the output that are nowhere in gold may be they. */
    private static void bag(Folding.Words gold, List<String> output, Measure recall, Measure precision, Tally tally) {
        Map<String, Integer> bag = new HashMap<>();
        int sure = 0;
        for (int i = 0; i < gold.words().size(); i++) {
            if (!gold.unsure().get(i)) {
                bag.merge(gold.words().get(i), 1, Integer::sum);
                sure++;
            }
        }
        int found = 0;
        for (String word : output) {
            if (bag.getOrDefault(word, 0) > 0) {
                bag.merge(word, -1, Integer::sum);
                found++;
            }
        }
        int excused = Math.min(gold.unsure().cardinality(), output.size() - found);
        tally.add(recall, new Figure.Share(found, sure));
        tally.add(precision, new Figure.Share(found, output.size() - excused));
    }

    private static void characterErrors(GoldText gold, String output, Tally tally) {
        int[] truth = gold.text().chars().toArray();
        int[] result = output.chars().toArray();
        BitSet neutral = gold.unsureWithBlanks();
        int errors = Alignment.errors(truth, result, Alignment.of(truth, result), neutral);
        tally.add(Measure.CER, new Figure.ErrorRate(errors, truth.length - neutral.cardinality()));
    }

    private static void wordErrors(GoldText gold, String output, Tally tally) {
        Folding.Words words = Folding.words(gold);
        Symbols symbols = new Symbols();
        int[] truth = symbols.of(words.words());
        int[] result = symbols.of(Folding.words(output));
        int errors = Alignment.errors(truth, result, Alignment.of(truth, result), words.unsure());
        tally.add(
                Measure.WER,
                new Figure.ErrorRate(errors, truth.length - words.unsure().cardinality()));
    }

    private static void marks(GoldText gold, String output, Tally tally) {
        String truth = gold.text();
        int[] partner = Alignment.of(
                Folding.bareOfFolded(truth).chars().toArray(),
                Folding.bareOfFolded(output).chars().toArray());
        int marked = 0;
        int markedRight = 0;
        int letters = 0;
        int lettersRight = 0;
        for (int i = 0; i < truth.length(); i++) {
            char c = truth.charAt(i);
            if (gold.unsure().get(i) || !Character.isLetter(c)) {
                continue;
            }
            char back = partner[i] < 0 ? ' ' : output.charAt(partner[i]);
            letters++;
            lettersRight += Folding.bare(back) == Folding.bare(c) ? 1 : 0;
            if (Folding.isMarked(c)) {
                marked++;
                markedRight += back == c ? 1 : 0;
            }
        }
        tally.add(Measure.MARKS, new Figure.Share(markedRight, marked));
        tally.add(Measure.LETTERS, new Figure.Share(lettersRight, letters));
    }

    private static void restored(Folding.Words gold, List<String> output, Tally tally) {
        Symbols symbols = new Symbols();
        int[] truth = symbols.of(gold.words());
        int[] result = symbols.of(output);
        int[] partner = Alignment.of(truth, result);
        BitSet unsure = gold.unsure();
        int all = 0;
        int right = 0;
        for (int i = 0; i < truth.length; i++) {
            if (!unsure.get(i) && gold.words().get(i).chars().anyMatch(Character::isLetter)) {
                all++;
                right += partner[i] >= 0 && truth[i] == result[partner[i]] ? 1 : 0;
            }
        }
        tally.add(Measure.RESTORED, new Figure.Share(right, all));
    }

    /** Numbers words so that equal words have equal numbers. */
    private static final class Symbols {
        private final Map<String, Integer> numbers = new HashMap<>();

        int[] of(List<String> words) {
            List<Integer> result = new ArrayList<>(words.size());
            for (String word : words) {
                result.add(numbers.computeIfAbsent(word, k -> numbers.size()));
            }
            return result.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
