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
 * Counts how often words stand as family, middle and given names: {@code NameTrainer OUT PATH...}, texts as for
 * {@link TextCorpus}, documents held back left out. Words met less than five times are left out: they are no common names.
 */
public final class NameTrainer {

    private static final int LEAST = 5;

    private NameTrainer() {}

    /** See the class.
     *
     * @throws IOException if text cannot be read or the file not written
     */
    public static void main(String[] args) throws IOException {
        LanguageModel model = LanguageModel.load();
        NameParts parts = new NameParts();
        for (String path : List.of(args).subList(1, args.length)) {
            new TextCorpus(Path.of(path))
                    .documents(TextCorpus.Part.TRAINING::includes, words -> parts.count(model, List.of(words)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "# How often words stand as family, middle and given names; made by vn.trich.models.train.NameTrainer.");
        lines.addAll(parts.lines(LEAST));
        Files.write(Path.of(args[0]), lines, StandardCharsets.UTF_8);
        System.out.println(lines.size() - 1 + " words");
    }
}
