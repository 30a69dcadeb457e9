package vn.trich.models.train;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.restore.TaggerWords;

/**
 * Writes text in the form in which {@code models/src/main/python/train_tagger.py} reads it.
 *
 * <p>{@code TaggerText FOLDER FOLDS SCALE WEIGHT:PATH...}: SCALE and the texts as for {@link LanguageModelTrainer}. The text
 * is parted into FOLDS by document; on each, a language model trained on the others guesses, so that its guesses are those
 * that it makes on text that it has not seen. Makes in FOLDER {@code text.bin} and {@code guesses.bin}, numbers of words, four
 * bytes each, lowest first, -1 before each document; {@code marks.bin}, a byte for each; {@code doubts.bin}, for each reading
 * of a word of which that model is not sure the word's place in the text, the reading's number, and what the model and the
 * document say for it, four numbers of four bytes; and {@code words.txt}, the words in the order of their numbers, one a line.
 * Needs about 6 GB of heap.
 */
public final class TaggerText implements AutoCloseable {

    private final DataOutputStream text;
    private final DataOutputStream guesses;
    private final DataOutputStream marks;
    private final DataOutputStream doubts;
    private int places;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private TaggerText(Path folder) throws IOException {
        this.text = open(folder.resolve("text.bin"));
        this.guesses = open(folder.resolve("guesses.bin"));
        this.marks = open(folder.resolve("marks.bin"));
        this.doubts = open(folder.resolve("doubts.bin"));
    }

    private static DataOutputStream open(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /**
     * See the class.
     *
     * @throws IOException if text cannot be read or the folder not be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int folds = Integer.parseInt(args[1]);
        double scale = Double.parseDouble(args[2]);
        List<WeightedText> weighted = WeightedText.all(List.of(args).subList(3, args.length));
        LanguageModel whole = LanguageModel.load();
        try (TaggerText out = new TaggerText(folder)) {
            for (int fold = 0; fold < folds; fold++) {
                Folds parted = new Folds(folds, fold);
                LanguageModel others = LanguageModelTrainer.train(parted::isOther, scale, weighted);
                TaggerWords finder = new TaggerWords(whole, others);
                for (WeightedText source : weighted) {
                    if (source.corpus().isPresent()) {
                        out.add(source.corpus().get(), parted::isOwn, finder);
                    }
                }
            }
            Files.writeString(folder.resolve("words.txt"), String.join("\n", out.numbers.keySet()));
        }
    }

    private void add(TextCorpus corpus, IntPredicate chosen, TaggerWords finder) throws IOException {
        corpus.documents(chosen, words -> {
            write(-1, -1, 0, List.of());
            finder.document(words, (word, guess, mark, readings) -> write(number(word), number(guess), mark, readings));
        });
    }

    private int number(String word) {
        return numbers.computeIfAbsent(word, key -> numbers.size());
    }

    private void write(int word, int guess, int mark, List<TaggerWords.Reading> readings) {
        try {
            write(text, word);
            write(guesses, guess);
            marks.writeByte(mark);
            for (TaggerWords.Reading reading : readings) {
                write(doubts, places);
                write(doubts, number(reading.word()));
                write(doubts, Float.floatToIntBits(reading.model()));
                write(doubts, Float.floatToIntBits(reading.document()));
            }
            places++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, int number) throws IOException {
        out.writeInt(Integer.reverseBytes(number));
    }

    @Override
    public void close() throws IOException {
        text.close();
        guesses.close();
        marks.close();
        doubts.close();
    }
}
