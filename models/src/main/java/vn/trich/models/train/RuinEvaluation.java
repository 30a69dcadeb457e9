package vn.trich.models.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vn.trich.models.language.Folding;
import vn.trich.models.restore.Restorer;

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
        List<MisreadPage> pages = MisreadPage.of(Path.of(args[0]), args[1]);
        List<String> read = pages.stream().map(MisreadPage::text).toList();
        System.out.printf(
                Locale.ROOT,
                "%s: %d pages; right as read %.4f, restored %.4f%n",
                args[1],
                pages.size(),
                share(pages, read),
                share(pages, MisreadPage.restored(pages, Restorer.load())));
    }

    private static double share(List<MisreadPage> pages, List<String> texts) {
        long right = 0;
        long all = 0;
        for (int i = 0; i < pages.size(); i++) {
            List<String> printed = pages.get(i).printed();
            all += printed.stream().filter(RuinEvaluation::hasLetter).count();
            right += WordPairs.of(printed, MisreadPage.words(texts.get(i))).stream()
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
