package vn.trich.pipeline.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.trich.output.ColumnRole;

/** How the texts of cells begin, by what their column says (resource {@code cell-openings.tsv}). */
final class CellOpenings {

    /** Kinds of cells that begin in ways of their own. */
    enum Kind {
        /** Names of units. */
        UNIT,
        /** Deadlines. */
        DUE,
        /** What a task yields. */
        PRODUCT,
        /** What is to be done. */
        TASK
    }

    private static final String RESOURCE = "cell-openings.tsv";

    private final Map<Kind, Pattern> patterns;

    CellOpenings() {
        Map<Kind, StringBuilder> read = new EnumMap<>(Kind.class);
        try (InputStream in = CellOpenings.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                if (!line.startsWith("#") && fields.length == 2) {
                    StringBuilder all = read.computeIfAbsent(
                            Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)), k -> new StringBuilder());
                    all.append(all.isEmpty() ? "" : "|")
                            .append("(?:")
                            .append(fields[1])
                            .append(')');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.patterns = new EnumMap<>(Kind.class);
        read.forEach(
                (kind, all) -> patterns.put(kind, Pattern.compile("(?:" + all + ")(?![a-z0-9]).*|(?:" + all + ")")));
    }

    /**
     * The kinds that a text which begins so can be.
     *
     * @param bare its first words, bare
     */
    Set<Kind> of(String bare) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        patterns.forEach((kind, pattern) -> {
            if (pattern.matcher(bare).matches()) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    /**
     * How well an opening fits a column, as the logarithm of a likelihood ratio.
     *
     * @param kinds what the opening can be
     * @param role the column's role
     */
    static double fit(Set<Kind> kinds, ColumnRole role) {
        return switch (role) {
            case LEAD, COORD, RESPONSIBILITY -> kinds.contains(Kind.UNIT) ? 2 : -3;
            case DUE -> kinds.contains(Kind.DUE) ? 3 : -3;
            case TASK, ACTIVITY, OBJECTIVE ->
                kinds.contains(Kind.TASK) ? 0.8 : foreign(kinds) - (kinds.contains(Kind.PRODUCT) ? 0.3 : 0);
            case PRODUCT -> kinds.contains(Kind.PRODUCT) ? 0.8 : foreign(kinds) - (kinds.contains(Kind.TASK) ? 0.5 : 0);
            default -> foreign(kinds) - 0.3;
        };
    }

    private static double foreign(Set<Kind> kinds) {
        return kinds.contains(Kind.DUE) ? -1.5 : kinds.contains(Kind.UNIT) ? -1 : 0;
    }
}
