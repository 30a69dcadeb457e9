package vn.trich.pipeline.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.trich.output.ColumnRole;

/**
 * The phrases that head columns, by role (resource {@code column-roles.tsv}), found in a header's text though letters
 * are wrong and marks lost.
 */
final class RoleVocabulary {

    /** Families of tables that name their columns differently. */
    enum Family {
        /** Tables of tasks. */
        TASKS,
        /** Tables of figures. */
        FIGURES,
        /** Both. */
        ANY
    }

    /**
     * A role found in a header.
     *
     * @param role the role
     * @param score how surely, 0 to about 1.3
     */
    record Match(ColumnRole role, double score) {}

    private record Phrase(Family family, ColumnRole role, String letters, PhraseSearch search) {}

    private static final String RESOURCE = "column-roles.tsv";
    private static final double ALIKE = 0.75;
    /** Shorter phrases must be the whole header. */
    private static final int SHORT = 5;

    private static final int MAX_HEADER = 160;

    private final List<Phrase> phrases;

    RoleVocabulary() {
        phrases = read();
    }

    private static List<Phrase> read() {
        List<Phrase> read = new ArrayList<>();
        try (InputStream in = RoleVocabulary.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                if (!line.startsWith("#") && fields.length == 3) {
                    String letters = letters(fields[2]);
                    read.add(new Phrase(
                            Family.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                            ColumnRole.valueOf(fields[1].toUpperCase(Locale.ROOT)),
                            letters,
                            new PhraseSearch(letters)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(read);
    }

    /** Bare letters and digits without blanks; a number that counts columns ({@code 1-Mục tiêu}) taken off the front. */
    private static String letters(String text) {
        String bare = Fold.bare(text).replace(" ", "");
        String unnumbered = bare.replaceFirst("^\\d{1,2}(?=\\p{L})", "");
        return unnumbered.length() > MAX_HEADER ? unnumbered.substring(0, MAX_HEADER) : unnumbered;
    }

    /** The role whose phrase fits the header best, if any does. */
    Optional<Match> match(String header, Family family) {
        String letters = letters(header);
        if (letters.isEmpty()) {
            return Optional.empty();
        }
        Match best = null;
        for (Phrase phrase : phrases) {
            if (phrase.family() != Family.ANY && family != Family.ANY && phrase.family() != family) {
                continue;
            }
            double score = score(letters, phrase);
            if (score > 0 && (best == null || score > best.score())) {
                best = new Match(phrase.role(), score);
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether the header holds the phrase, some letters wrong. */
    static boolean holds(String header, String phrase) {
        String wanted = letters(phrase);
        return 1 - (double) new PhraseSearch(wanted).distance(letters(header)) / wanted.length() >= 0.8;
    }

    private static double score(String header, Phrase sought) {
        String phrase = sought.letters();
        if (phrase.length() < SHORT) {
            boolean whole = header.equals(phrase)
                    || phrase.length() > 2 && header.length() == phrase.length() + 1 && header.contains(phrase);
            return whole ? 1 + 0.01 * phrase.length() : 0;
        }
        double alike = 1 - (double) sought.search().distance(header) / phrase.length();
        if (alike < ALIKE) {
            return 0;
        }
        double share = Math.min(1, (double) phrase.length() / header.length());
        return alike * (0.6 + 0.4 * share) + 0.01 * phrase.length();
    }
}
