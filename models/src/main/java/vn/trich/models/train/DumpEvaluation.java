package vn.trich.models.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.trich.models.language.Folding;
import vn.trich.models.restore.Restorer;
import vn.trich.models.restore.TextRestoration;

/**
 * Measures the restoration of text dumps against their truth: {@code DumpEvaluation DUMPS GOLD [OUT]}, two folders with {@code
 * NAME.txt} and {@code NAME.html}. Words right as a bag, marked and bare, before and after; figures and codes harmed.
 */
public final class DumpEvaluation {

    private DumpEvaluation() {}

    /** See the class.
     *
     * @throws IOException if something cannot be read
     */
    public static void main(String[] args) throws IOException {
        TextRestoration restoration = new TextRestoration(Restorer.load());
        try (var files = Files.list(Path.of(args[0]))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".txt", "");
                String dump = Files.readString(file, StandardCharsets.UTF_8);
                String gold = text(Files.readString(Path.of(args[1], name + ".html"), StandardCharsets.UTF_8));
                long begin = System.nanoTime();
                TextRestoration.Result result = restoration.restore(dump, Optional.empty());
                double seconds = (System.nanoTime() - begin) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "%s: words right %.4f (found %.4f), without marks %.4f (found %.4f), codes right %.4f (found %.4f); %.1f s%n",
                        name,
                        share(gold, result.text(), false),
                        share(gold, dump, false),
                        share(gold, result.text(), true),
                        share(gold, dump, true),
                        codes(gold, result.text()),
                        codes(gold, dump),
                        seconds);
                if (args.length > 2) {
                    Files.writeString(Path.of(args[2], name + ".txt"), result.text());
                }
            }
        }
    }

    private static String text(String html) {
        return html.replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("(?s)<span class=\"unsure\">.*?</span>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"");
    }

    private static double share(String gold, String text, boolean bare) {
        return share(bag(gold, bare), bag(text, bare));
    }

    private static double share(Map<String, Integer> wanted, Map<String, Integer> got) {
        int all = 0;
        int found = 0;
        for (Map.Entry<String, Integer> word : wanted.entrySet()) {
            all += word.getValue();
            found += Math.min(word.getValue(), got.getOrDefault(word.getKey(), 0));
        }
        return (double) found / Math.max(1, all);
    }

    private static Map<String, Integer> bag(String text, boolean bare) {
        Map<String, Integer> bag = new HashMap<>();
        String folded = bare ? Folding.bareKey(text) : Folding.key(text);
        for (String word : folded.split(" ")) {
            bag.merge(word, 1, Integer::sum);
        }
        return bag;
    }

    // Runs without blanks that hold a digit, signs at their ends cut off.
    private static double codes(String gold, String text) {
        return share(codeBag(gold), codeBag(text));
    }

    private static Map<String, Integer> codeBag(String text) {
        Map<String, Integer> bag = new HashMap<>();
        for (String run : text.split("\\s+")) {
            if (run.chars().anyMatch(Character::isDigit)) {
                bag.merge(run.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", ""), 1, Integer::sum);
            }
        }
        return bag;
    }
}
