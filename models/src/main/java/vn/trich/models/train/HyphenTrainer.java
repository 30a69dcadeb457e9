package vn.trich.models.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Syllables;
import vn.trich.models.language.Vocabulary;

/**
 * Counts which syllables are written with a hyphen between them: {@code HyphenTrainer OUT PATH...}, texts as for
 * {@link TextCorpus}, documents held back left out. Kept are pairs met so thrice at least, and more often than a speck between
 * two words is read as a hyphen.
 */
public final class HyphenTrainer {

    private static final Pattern HYPHENATED =
            Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L}+)-(?=(\\p{L}+)(?![\\p{L}\\p{N}/]))");
    private static final int LEAST = 3;
    private static final double SPECKS = 0.02;

    private final Syllables syllables = Syllables.load();
    // How often with a hyphen, how often with a blank.
    private final Map<String, int[]> counts = new TreeMap<>();

    private HyphenTrainer() {}

    /** See the class.
     *
     * @throws IOException if text cannot be read or the file not written
     */
    public static void main(String[] args) throws IOException {
        HyphenTrainer trainer = new HyphenTrainer();
        List<TextCorpus> texts = new ArrayList<>();
        for (String path : List.of(args).subList(1, args.length)) {
            texts.add(new TextCorpus(Path.of(path)));
        }
        for (TextCorpus text : texts) {
            text.paragraphs(TextCorpus.Part.TRAINING, trainer::countHyphens);
        }
        for (TextCorpus text : texts) {
            text.documents(TextCorpus.Part.TRAINING::includes, trainer::countBlanks);
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Syllables that are written with a hyphen between them; made by vn.trich.models.train.HyphenTrainer.");
        lines.addAll(trainer.pairs());
        Files.write(Path.of(args[0]), lines, StandardCharsets.UTF_8);
        System.out.println(lines.size() - 1 + " pairs");
    }

    private void countHyphens(String paragraph) {
        if (paragraph.indexOf('-') < 0) {
            return;
        }
        Matcher pair = HYPHENATED.matcher(Letters.nfc(paragraph));
        for (int from = 0; pair.find(from); from = pair.end()) {
            String first = Vocabulary.normal(pair.group(1));
            String second = Vocabulary.normal(pair.group(2));
            if (syllables.isSyllable(first) && syllables.isSyllable(second)) {
                counts.computeIfAbsent(first + "-" + second, key -> new int[2])[0]++;
            }
        }
    }

    private void countBlanks(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            String pair = Vocabulary.normal(Letters.nfc(words.get(i - 1))) + "-"
                    + Vocabulary.normal(Letters.nfc(words.get(i)));
            int[] count = counts.get(pair);
            if (count != null) {
                count[1]++;
            }
        }
    }

    private List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        counts.forEach((pair, count) -> {
            if (count[0] >= LEAST && count[0] > SPECKS * count[1]) {
                pairs.add(pair);
            }
        });
        return pairs;
    }
}
