package vn.trich.models.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.trich.models.language.Folding;
import vn.trich.models.language.Letters;
import vn.trich.models.restore.RestorationBound;
import vn.trich.models.restore.Restorer;
import vn.trich.models.restore.Token;

/**
 * Says what became of the printed words that restoration does not bring back, and so how many of them any restorer could:
 * {@code RuinBound PAGES ENGINE} (folders as for {@link RuinEvaluation}). A word is paired with what the engine read in its place;
 * shares are of all printed words that hold a letter, as {@link RuinEvaluation} counts them.
 */
public final class RuinBound {

    // Where more strings than this stand between what the neighbours became, nobody can tell which are the word's.
    private static final int WINDOW = 12;

    /** What became of a word that is not right. */
    private enum Loss {
        PAGE("on a page that the engine read as empty", true),
        GONE("nothing like it was read", true),
        BEYOND("read, but out of the channel's reach", true),
        JOINED("run together or split", false),
        NO_WORD("figure, code, or word with signs inside", false),
        UNKNOWN("unknown to the language model", false),
        NOT_WEIGHED("within reach, but not among the candidates weighed", false),
        WEIGHED("among the candidates, lost to another", false);

        private final String what;
        private final boolean forGood;

        Loss(String what, boolean forGood) {
            this.what = what;
            this.forGood = forGood;
        }
    }

    private final Map<Loss, Integer> losses = new EnumMap<>(Loss.class);
    private int words;

    private RuinBound() {}

    /**
     * See the class.
     *
     * @throws IOException if something cannot be read
     */
    public static void main(String[] args) throws IOException {
        Restorer restorer = Restorer.load();
        RuinBound bounds = new RuinBound();
        for (List<MisreadPage> document : MisreadPage.documents(Path.of(args[0]), args[1])) {
            bounds.document(document, restorer);
        }
        bounds.print(args[1]);
    }

    private void document(List<MisreadPage> pages, Restorer restorer) {
        List<String> restored = MisreadPage.restored(pages, restorer);
        List<Token> tokens = pages.stream()
                .flatMap(page -> page.read().stream())
                .map(Token::of)
                .toList();
        RestorationBound bound = new RestorationBound(restorer.adaptedTo(List.of(tokens)));
        for (int i = 0; i < pages.size(); i++) {
            page(bound, pages.get(i), MisreadPage.words(restored.get(i)));
        }
    }

    private void page(RestorationBound bound, MisreadPage page, List<String> restored) {
        List<String> printed = page.printed();
        List<String> read = page.read();
        Map<Integer, String> found = byPlace(printed, restored);
        Map<Integer, String> was = byPlace(printed, read);
        for (int i = 0; i < printed.size(); i++) {
            String word = printed.get(i);
            if (!word.chars().anyMatch(Character::isLetter)) {
                continue;
            }
            words++;
            String made = found.get(i);
            if (made == null || !Folding.key(word).equals(Folding.key(made))) {
                Loss loss = read.isEmpty()
                        ? Loss.PAGE
                        : was.containsKey(i)
                                ? loss(bound, word, was.get(i))
                                : isNear(i, printed, read, was) ? Loss.JOINED : Loss.GONE;
                losses.merge(loss, 1, Integer::sum);
            }
        }
    }

    private static Map<Integer, String> byPlace(List<String> printed, List<String> read) {
        Map<Integer, String> places = new HashMap<>();
        WordPairs.of(printed, read).forEach(pair -> places.put(pair.at(), pair.read()));
        return places;
    }

    private static Loss loss(RestorationBound bound, String printed, String read) {
        return switch (bound.of(printed, read)) {
            case NO_WORD -> Loss.NO_WORD;
            case UNKNOWN -> Loss.UNKNOWN;
            case BEYOND -> Loss.BEYOND;
            case NOT_WEIGHED -> Loss.NOT_WEIGHED;
            case WEIGHED -> Loss.WEIGHED;
        };
    }

    // Whether two thirds of a word's letters stand in order somewhere between what its neighbours became.
    private static boolean isNear(int at, List<String> printed, List<String> read, Map<Integer, String> was) {
        int before = at - 1;
        while (before >= 0 && !was.containsKey(before)) {
            before--;
        }
        int after = at + 1;
        while (after < printed.size() && !was.containsKey(after)) {
            after++;
        }
        int from = before < 0 ? 0 : Math.max(0, read.indexOf(was.get(before)));
        int to = read.size() - 1;
        if (after < printed.size()) {
            int next = read.subList(from, read.size()).indexOf(was.get(after));
            to = next < 0 ? to : from + next;
        }
        if (to - from > WINDOW) {
            return false;
        }
        String text = letters(String.join("", read.subList(from, to + 1)));
        String word = letters(printed.get(at));
        for (int start = 0; start < text.length(); start++) {
            int common = common(word, text.substring(start, Math.min(text.length(), start + word.length() + 1)));
            if (common >= 2 && 3 * common >= 2 * word.length()) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String text) {
        return Letters.bare(Letters.nfc(text)).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    // Length of the longest common subsequence.
    private static int common(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = a.charAt(i) == b.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private void print(String engine) {
        double lost = 0;
        double wrong = 0;
        for (Loss loss : Loss.values()) {
            double share = (double) losses.getOrDefault(loss, 0) / Math.max(1, words);
            System.out.printf(Locale.ROOT, "%-52s %.4f%n", loss.what, share);
            wrong += share;
            lost += loss.forGood ? share : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: of %d words right %.4f, most that any restorer could reach %.4f%n",
                engine,
                words,
                1 - wrong,
                1 - lost);
    }
}
