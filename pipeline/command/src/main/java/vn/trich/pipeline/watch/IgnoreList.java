package vn.trich.pipeline.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names that are no documents: hidden files, what is still being fetched, what editors, file managers and sync programs
 * leave behind. A folder of such a name is left out with all that it holds. Letters' case does not matter.
 */
public final class IgnoreList {

    /** What is ignored when nothing is said; {@code *} stands for any characters, {@code ?} for one. */
    public static final List<String> DEFAULTS = List.of(
            ".*",
            "~$*",
            "*.part",
            "*.partial",
            "*.filepart",
            "*.crdownload",
            "*.tmp",
            "Thumbs.db",
            "desktop.ini",
            "@eaDir",
            ".stfolder",
            "__MACOSX",
            "$RECYCLE.BIN",
            "System Volume Information",
            "lost+found");

    private final List<Pattern> patterns;

    /**
     * Ignores the defaults and more.
     *
     * @param more further names, with {@code *} and {@code ?}
     */
    public IgnoreList(List<String> more) {
        List<String> all = new ArrayList<>(DEFAULTS);
        all.addAll(more);
        this.patterns = all.stream().map(IgnoreList::pattern).toList();
    }

    /**
     * Whether a file or folder is left alone.
     *
     * @param name without its folder
     */
    public boolean ignores(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(p -> p.matcher(lower).matches());
    }

    private static Pattern pattern(String wildcard) {
        StringBuilder regex = new StringBuilder();
        wildcard.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
