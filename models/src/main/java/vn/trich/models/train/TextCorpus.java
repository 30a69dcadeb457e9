package vn.trich.models.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file of text to train or measure on, or a folder of such: a paragraph a line, a blank line between documents, UTF-8,
 * perhaps gzipped ({@code .gz}).
 *
 * @param path the file or folder
 */
public record TextCorpus(Path path) {

    /** Which documents to give. */
    public enum Part {
        /** Those whose number in their file, from 0, is not divisible by 10. */
        TRAINING,
        /** Those whose number is divisible by 10: no model is trained on them. */
        HELD_BACK,
        /** The half of those held back on which the models' say is weighed: those whose number is divisible by 20. */
        WEIGHED_ON,
        /** The other half, on which nothing at all is trained. */
        UNSEEN,
        /** All. */
        ALL;

        boolean includes(int document) {
            return switch (this) {
                case TRAINING -> document % 10 != 0;
                case HELD_BACK -> document % 10 == 0;
                case WEIGHED_ON -> document % 20 == 0;
                case UNSEEN -> document % 20 == 10;
                case ALL -> true;
            };
        }
    }

    /**
     * Gives every paragraph of a part, in order, and an empty string after each document.
     *
     * @throws IOException if the text cannot be read
     */
    public void paragraphs(Part part, Consumer<String> taker) throws IOException {
        paragraphs(part::includes, taker);
    }

    /**
     * Gives every paragraph of the documents chosen, in order, and an empty string after each document.
     *
     * @param chosen which documents, by their number in their file
     * @throws IOException if the text cannot be read
     */
    public void paragraphs(IntPredicate chosen, Consumer<String> taker) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            read(file, chosen, taker);
        }
    }

    /**
     * Gives the words of each of the documents chosen, signs on them, cut at blanks.
     *
     * @param chosen which documents, by their number in their file
     * @throws IOException if the text cannot be read
     */
    public void documents(IntPredicate chosen, Consumer<List<String>> taker) throws IOException {
        List<String> words = new ArrayList<>();
        paragraphs(chosen, paragraph -> {
            if (!paragraph.isEmpty()) {
                words.addAll(List.of(paragraph.strip().split("[\\s\\u00A0]+")));
            } else {
                taker.accept(List.copyOf(words));
                words.clear();
            }
        });
    }

    private static void read(Path file, IntPredicate chosen, Consumer<String> taker) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int document = 0;
            boolean begun = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                boolean wanted = chosen.test(document);
                if (!line.isBlank()) {
                    begun = true;
                    if (wanted) {
                        taker.accept(line);
                    }
                } else if (begun) {
                    begun = false;
                    document++;
                    if (wanted) {
                        taker.accept("");
                    }
                }
            }
        }
    }
}
