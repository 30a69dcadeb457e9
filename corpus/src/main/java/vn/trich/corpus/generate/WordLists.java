package vn.trich.corpus.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Word lists of a resource file: sections in brackets, an entry a line or several parted by {@code " ~ "}, settings as
 * {@code @name value}, comments behind {@code #}.
 */
final class WordLists {

    private final Map<String, List<String>> lists;
    private final Map<String, String> settings;

    private WordLists(Map<String, List<String>> lists, Map<String, String> settings) {
        this.lists = lists;
        this.settings = settings;
    }

    /** Reads a file beside this class. */
    static WordLists read(String file) {
        Map<String, List<String>> lists = new HashMap<>();
        Map<String, String> settings = new HashMap<>();
        String section = "";
        for (String line : lines(file)) {
            if (line.startsWith("[") && line.endsWith("]") && !line.startsWith("[[")) {
                section = line.substring(1, line.length() - 1);
            } else if (line.startsWith("@")) {
                int blank = line.indexOf(' ');
                settings.put(
                        blank < 0 ? line.substring(1) : line.substring(1, blank),
                        blank < 0 ? "" : line.substring(blank + 1).strip());
            } else {
                lists.computeIfAbsent(section, s -> new ArrayList<>()).addAll(entries(line));
            }
        }
        return new WordLists(lists, settings);
    }

    /** The lines of a file beside this class, without comments and blank lines, NFC. */
    static List<String> lines(String file) {
        try (InputStream in = WordLists.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Normalizer.normalize(text, Normalizer.Form.NFC)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Where a line has products or columns, "~" parts what stands in these; else it parts entries.
    private static List<String> entries(String line) {
        return line.contains("=>") || line.contains(" | ")
                ? List.of(line)
                : Arrays.stream(line.split(" ~ ")).map(String::strip).toList();
    }

    /** The entries of a section; empty if there is none. */
    List<String> list(String section) {
        return lists.getOrDefault(section, List.of());
    }

    /** A setting, or empty. */
    String setting(String name) {
        return settings.getOrDefault(name, "");
    }
}
