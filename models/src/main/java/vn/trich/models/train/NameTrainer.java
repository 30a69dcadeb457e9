package vn.trich.models.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.restore.NameParts;

/**
 * Counts how people are called: {@code NameTrainer OUT PATH...}, texts as for {@link TextCorpus}, documents held back left out.
 * {@code known:PATH} is a text whose people are known by name, others will name them too; their whole names are kept. A whole name
 * counts once, however often it stands there; of people known, in lists with a name a line, each time.
 */
public final class NameTrainer {

    private static final String KNOWN = "known:";

    private NameTrainer() {}

    /** See the class.
     *
     * @throws IOException if text cannot be read or the file not written
     */
    public static void main(String[] args) throws IOException {
        LanguageModel model = LanguageModel.load();
        NameParts parts = new NameParts();
        for (String text : List.of(args).subList(1, args.length)) {
            boolean isKnown = text.startsWith(KNOWN);
            Path path = Path.of(isKnown ? text.substring(KNOWN.length()) : text);
            new TextCorpus(path)
                    .paragraphs(
                            TextCorpus.Part.TRAINING,
                            paragraph ->
                                    parts.count(model, List.of(paragraph.strip().split("[\\s\\u00A0]+")), isKnown));
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "# How people are called: words, pairs of words and people known; made by vn.trich.models.train.NameTrainer.");
        lines.addAll(parts.lines());
        Files.write(Path.of(args[0]), lines, StandardCharsets.UTF_8);
        System.out.println(lines.size() - 1 + " lines");
    }
}
