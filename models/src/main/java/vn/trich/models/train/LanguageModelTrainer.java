package vn.trich.models.train;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import vn.trich.models.gazetteer.AdministrativeUnit;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.PieceScanner;
import vn.trich.models.language.Syllables;
import vn.trich.models.language.Vocabulary;

/**
 * Trains the language model.
 *
 * <p>{@code LanguageModelTrainer OUT SCALE WEIGHT:PATH...}: a file or folder of text ({@link TextCorpus}) counts as if it
 * stood there WEIGHT times; documents held back are left out. The path {@code gazetteer} stands for the names of all
 * administrative units. A greater SCALE prunes more (1 gives about 4.5 million n-grams).
 * Needs about 5 GB of heap for 30 million words.
 */
public final class LanguageModelTrainer {

    private static final int LEAST_SYLLABLE = 3;
    private static final int LEAST_OTHER_WORD = 20;
    private static final int LEAST_WITH_BAR = 5;

    private final Syllables syllables = Syllables.load();

    private final IntPredicate chosen;

    private LanguageModelTrainer(IntPredicate chosen) {
        this.chosen = chosen;
    }

    /** See the class.
     *
     * @throws IOException if text cannot be read or the model not written
     */
    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[0]);
        LanguageModel model = train(
                TextCorpus.Part.TRAINING::includes,
                Double.parseDouble(args[1]),
                WeightedText.all(List.of(args).subList(2, args.length)));
        try (DataOutputStream stream =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out), 1 << 16))) {
            model.write(stream);
        }
        System.out.println(Files.size(out) + " bytes");
    }

    /**
     * Trains a model on the documents chosen.
     *
     * @param chosen which documents, by their number in their file
     * @param scale see the class
     * @param weighted sources with their weights, see the class
     * @throws IOException if text cannot be read
     */
    static LanguageModel train(IntPredicate chosen, double scale, List<WeightedText> weighted) throws IOException {
        return new LanguageModelTrainer(chosen).train(scale, weighted);
    }

    private LanguageModel train(double scale, List<WeightedText> weighted) throws IOException {
        Vocabulary vocabulary = vocabulary(weighted);
        System.out.println("words: " + vocabulary.size());
        CapitalCounts capitals = new CapitalCounts();
        CountedNgrams[] ngrams = new CountedNgrams[LanguageModel.ORDER + 1];
        for (WeightedText source : weighted) {
            Sequence sequence = new Sequence(vocabulary);
            read(source, paragraph -> {
                sequence.add(paragraph);
                capitals.add(paragraph);
            });
            CountedNgrams counted =
                    CountedNgrams.of(sequence.numbers, sequence.length, LanguageModel.ORDER, source.weight());
            ngrams[4] = ngrams[4] == null ? counted : ngrams[4].plus(counted);
            System.out.println(source + ": " + sequence.length + " words");
        }
        for (int order = LanguageModel.ORDER; order > 1; order--) {
            ngrams[order - 1] = ngrams[order].continuations(order);
            System.out.println("order " + order + ": " + ngrams[order].keys.length);
        }
        float[][] p = new float[LanguageModel.ORDER + 1][];
        p[1] = KneserNey.unigrams(ngrams[1], vocabulary.size());
        for (int order = 2; order <= LanguageModel.ORDER; order++) {
            p[order] = KneserNey.probabilities(ngrams[order], order, ngrams[order - 1], p[order - 1]);
        }
        double[] thresholds = {0, 0, 1.0 * scale, 2.5 * scale, 4.5 * scale};
        int[] leastCounts = {0, 0, 1, 1, 2};
        LanguageModel model =
                new ModelPruning(ngrams, p).prune(vocabulary, capitals.shares(vocabulary), thresholds, leastCounts);
        for (int order = 1; order <= LanguageModel.ORDER; order++) {
            System.out.println("kept of order " + order + ": " + model.size(order));
        }
        return model;
    }

    private Vocabulary vocabulary(List<WeightedText> weighted) throws IOException {
        Map<String, int[]> counts = new HashMap<>();
        for (WeightedText source : weighted) {
            boolean names = source.corpus().isEmpty();
            read(source, paragraph -> {
                String text = Letters.nfc(paragraph);
                for (Piece piece : PieceScanner.scan(text)) {
                    if (piece.kind() == Piece.Kind.WORD) {
                        String word = Vocabulary.normal(text.substring(piece.start(), piece.end()));
                        counts.computeIfAbsent(word, w -> new int[1])[0] += names ? LEAST_OTHER_WORD : 1;
                    }
                }
            });
        }
        List<Map.Entry<String, int[]>> entries = new ArrayList<>(counts.entrySet());
        entries.removeIf(e -> e.getValue()[0] < least(e.getKey()));
        entries.sort(Comparator.<Map.Entry<String, int[]>>comparingInt(e -> -e.getValue()[0])
                .thenComparing(Map.Entry::getKey));
        return new Vocabulary(entries.stream().map(Map.Entry::getKey).toList());
    }

    // Words that are no syllables are mostly foreign; abbreviations with a barred letter are not.
    private int least(String word) {
        if (syllables.isSyllable(word)) {
            return LEAST_SYLLABLE;
        }
        return word.indexOf('đ') >= 0 && word.length() > 2 && word.length() < 7 ? LEAST_WITH_BAR : LEAST_OTHER_WORD;
    }

    private void read(WeightedText source, Consumer<String> taker) throws IOException {
        if (source.corpus().isPresent()) {
            source.corpus().get().paragraphs(chosen, taker);
            return;
        }
        Gazetteer gazetteer = Gazetteer.load();
        for (AdministrativeUnit unit : gazetteer.units()) {
            taker.accept(unit.kind().toLowerCase(Locale.ROOT) + " " + unit.name());
        }
    }

    private static final class Sequence {
        private final Vocabulary vocabulary;
        private char[] numbers = new char[1 << 20];
        private int length;

        Sequence(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
            put(Vocabulary.STOP);
        }

        void add(String paragraph) {
            String text = Letters.nfc(paragraph);
            for (Piece piece : PieceScanner.scan(text)) {
                int number = vocabulary.number(piece, text);
                if (number >= 0) {
                    put(number);
                }
            }
            put(Vocabulary.STOP);
        }

        // Several stops in a row are one.
        private void put(int number) {
            if (number == Vocabulary.STOP && length > 0 && numbers[length - 1] == Vocabulary.STOP) {
                return;
            }
            if (length == numbers.length) {
                numbers = Arrays.copyOf(numbers, length * 2);
            }
            numbers[length++] = (char) number;
        }
    }
}
