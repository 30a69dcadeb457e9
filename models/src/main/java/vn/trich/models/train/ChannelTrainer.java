package vn.trich.models.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.restore.ChannelCounts;

/**
 * Learns the channel from pages and what engines read on them: {@code ChannelTrainer OUT PAGES}, a folder with the truth of
 * every page {@code N.txt} (by {@link PagePrinter}) and folders of readings {@code ENGINE/N.txt}.
 */
public final class ChannelTrainer {

    private static final int ROUNDS = 3;

    private ChannelTrainer() {}

    /** See the class.
     *
     * @throws IOException if something cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        List<WordPairs.Pair> pairs = pairs(Path.of(args[1]));
        ChannelCounts counts = new ChannelCounts(LanguageModel.load());
        for (int round = 0; round < ROUNDS; round++) {
            ChannelCounts next = round == 0 ? counts : counts.again();
            pairs.forEach(pair -> next.add(pair.printed(), pair.read()));
            counts = next;
        }
        List<String> out = new ArrayList<>();
        out.add("# letter\twhat it was read as (\"-\": nothing)\tcount; made by ChannelTrainer from " + pairs.size()
                + " words printed and read by engines for other languages.");
        counts.counts(2).forEach((key, count) -> out.add(String.format(Locale.ROOT, "%s\t%.0f", key, count)));
        Files.write(Path.of(args[0]), out, StandardCharsets.UTF_8);
        System.out.println(pairs.size() + " pairs, " + counts);
    }

    private static List<WordPairs.Pair> pairs(Path pages) throws IOException {
        List<WordPairs.Pair> pairs = new ArrayList<>();
        List<Path> engines;
        try (Stream<Path> list = Files.list(pages)) {
            engines = list.filter(Files::isDirectory).sorted().toList();
        }
        for (Path engine : engines) {
            for (MisreadPage page : MisreadPage.of(pages, engine.getFileName().toString())) {
                pairs.addAll(WordPairs.withUnlike(page.printed(), page.read()));
            }
        }
        return pairs;
    }
}
