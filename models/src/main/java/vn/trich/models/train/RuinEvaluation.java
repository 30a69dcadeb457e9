package vn.trich.models.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.trich.models.language.Folding;
import vn.trich.models.restore.Damage;
import vn.trich.models.restore.Restorer;
import vn.trich.models.restore.TextRestoration;

/**
 * Measures restoration on printed pages and what an engine read on them: {@code RuinEvaluation PAGES ENGINE} (folders as for
 * {@link ChannelTrainer}). Of all printed words that hold a letter, the share that came back, in order.
 */
public final class RuinEvaluation {

    private RuinEvaluation() {}

    /** See the class.
     *
     * @throws IOException if something cannot be read
     */
    public static void main(String[] args) throws IOException {
        Path pages = Path.of(args[0]);
        List<Path> readings;
        try (Stream<Path> list = Files.list(pages.resolve(args[1]))) {
            readings = list.sorted().toList();
        }
        StringBuilder all = new StringBuilder();
        List<List<String>> truth = new ArrayList<>();
        for (Path reading : readings) {
            all.append(Files.readString(reading, StandardCharsets.UTF_8)).append(" \f ");
            truth.add(ChannelTrainer.words(pages.resolve(reading.getFileName())));
        }
        TextRestoration restoration = new TextRestoration(Restorer.load());
        String restored =
                restoration.restore(all.toString(), Optional.of(Damage.RUINED)).text();
        System.out.printf(
                Locale.ROOT,
                "%s: %d pages; right as read %.4f, restored %.4f%n",
                args[1],
                truth.size(),
                share(truth, all.toString()),
                share(truth, restored));
    }

    private static double share(List<List<String>> truth, String text) {
        String[] pages = text.split("\f");
        long right = 0;
        long all = 0;
        for (int i = 0; i < truth.size(); i++) {
            all += truth.get(i).stream().filter(RuinEvaluation::hasLetter).count();
            right += WordPairs.of(truth.get(i), List.of(pages[i].strip().split("\\s+"))).stream()
                    .filter(pair -> hasLetter(pair.printed()))
                    .filter(pair -> Folding.key(pair.printed()).equals(Folding.key(pair.read())))
                    .count();
        }
        return (double) right / Math.max(1, all);
    }

    private static boolean hasLetter(String word) {
        return word.chars().anyMatch(Character::isLetter);
    }
}
