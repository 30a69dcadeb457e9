package vn.trich.models.restore;

import java.util.regex.Pattern;
import vn.trich.models.language.Piece;
import vn.trich.models.language.Syllables;

/**
 * What stands between two words that ruined text has run together with a sign. Mostly it is a speck where a blank was printed, or
 * the blank after a sign was lost; words that are written with a hyphen keep it, and so do codes and words of other languages.
 * Immutable.
 */
final class WordGaps {

    private static final Pattern SPECKS = Pattern.compile("[-–—_~'’.]+");
    private static final Pattern SIGNS = Pattern.compile("[-–—_~'’]*[.,;:]+[-–—_~'’]*");
    private static final Pattern HYPHENS = Pattern.compile("[-–—_~'’]+");
    // What a blank before the number of a document is read as.
    private static final Pattern BLANK = Pattern.compile("[-–—_~'’°.]*");
    private static final int YEAR = 4;

    private final Syllables syllables;
    private final HyphenatedPairs hyphenated;

    WordGaps(Syllables syllables, HyphenatedPairs hyphenated) {
        this.syllables = syllables;
        this.hyphenated = hyphenated;
    }

    /**
     * A part of a token.
     *
     * @param kind what it is
     * @param printed what was read
     * @param arc what it was taken for
     */
    record Part(Piece.Kind kind, String printed, Arc arc) {

        private boolean isCapitalised() {
            return LetterCase.of(printed) == LetterCase.CAPITALISED;
        }

        private String last() {
            return arc.text().substring(arc.text().lastIndexOf(' ') + 1);
        }

        private String first() {
            int blank = arc.text().indexOf(' ');
            return blank < 0 ? arc.text() : arc.text().substring(0, blank);
        }
    }

    /**
     * What to write between two parts of a token.
     *
     * @param before the part before
     * @param signs what was read between them
     * @param after the part after
     */
    String between(Part before, String signs, Part after) {
        boolean words = isVietnamese(before) && isVietnamese(after);
        boolean figure = isVietnamese(before) && isNumber(after) || isNumber(before) && isVietnamese(after);
        boolean number = isVietnamese(before) && isDocumentNumber(after);
        if (number || figure && signs.isEmpty()) {
            return BLANK.matcher(signs).matches() ? " " : signs;
        }
        if (signs.isEmpty() || !words && !figure || isWritten(before, signs, after)) {
            return signs;
        }
        boolean sentence = signs.indexOf('.') >= 0 && after.isCapitalised();
        if (SPECKS.matcher(signs).matches() && !sentence) {
            return " ";
        }
        return SIGNS.matcher(signs).matches() ? HYPHENS.matcher(signs).replaceAll("") + " " : signs;
    }

    private static boolean isNumber(Part part) {
        return part.kind == Piece.Kind.NUMBER && part.arc.text() == null;
    }

    private static boolean isDocumentNumber(Part part) {
        return part.kind == Piece.Kind.CODE && Character.isDigit(part.printed.charAt(0));
    }

    private boolean isVietnamese(Part part) {
        return part.kind == Piece.Kind.WORD
                && !part.arc.literal()
                && syllables.isSyllable(part.first())
                && syllables.isSyllable(part.last());
    }

    // Between two names a hyphen is as likely as a blank, and after a year it says that something lasts ("2021-nay").
    private boolean isWritten(Part before, String signs, Part after) {
        if (!HYPHENS.matcher(signs).matches()) {
            return false;
        }
        if (isNumber(before) || isNumber(after)) {
            return isNumber(before) && before.printed.length() >= YEAR;
        }
        boolean names = before.isCapitalised() && after.isCapitalised();
        return names || hyphenated.contains(before.last(), after.first());
    }
}
