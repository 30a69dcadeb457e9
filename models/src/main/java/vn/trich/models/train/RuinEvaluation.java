package vn.trich.models.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vn.trich.models.language.Folding;
import vn.trich.models.restore.Restorer;

/**
 * Measures restoration on printed pages and what an engine read on them: {@code RuinEvaluation PAGES ENGINE} (folders as for
 * {@link ChannelTrainer}, or a folder of such, each a document). Of all printed words that hold a letter, the share that came back, in order.
 */
public final class RuinEvaluation {

    private RuinEvaluation() {}

    /** See the class.
     *
     * @throws IOException if something cannot be read
     */
    public static void main(String[] args) throws IOException {
        Restorer restorer = Restorer.load();
        int pages = 0;
        long words = 0;
        long read = 0;
        long restored = 0;
        for (List<MisreadPage> document : MisreadPage.documents(Path.of(args[0]), args[1])) {
            pages += document.size();
            words += document.stream()
                    .flatMap(page -> page.printed().stream())
                    .filter(RuinEvaluation::hasLetter)
                    .count();
            read += right(document, document.stream().map(MisreadPage::text).toList());
            restored += right(document, MisreadPage.restored(document, restorer));
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d pages, %d words; right as read %.4f, restored %.4f%n",
                args[1],
                pages,
                words,
                (double) read / Math.max(1, words),
                (double) restored / Math.max(1, words));
    }

    private static long right(List<MisreadPage> pages, List<String> texts) {
        long right = 0;
        for (int i = 0; i < pages.size(); i++) {
            right += WordPairs.of(pages.get(i).printed(), MisreadPage.words(texts.get(i))).stream()
                    .filter(pair -> hasLetter(pair.printed()))
                    .filter(pair -> Folding.key(pair.printed()).equals(Folding.key(pair.read())))
                    .count();
        }
        return right;
    }

    private static boolean hasLetter(String word) {
        return word.chars().anyMatch(Character::isLetter);
    }
}
