package vn.trich.pipeline.normalize;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads the vocabularies of this package: UTF-8, a rule per line, fields parted by tabs, {@code #} opens a comment. */
final class RuleFile {

    private RuleFile() {}

    /**
     * The rules of a file.
     *
     * @param name file name beside this class
     * @return fields of each line, trimmed
     */
    static List<List<String>> read(String name) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(RuleFile.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\t", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
