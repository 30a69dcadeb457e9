package vn.trich.models.restore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of documents whose letters an engine for another language misread, as far as nothing else can have been printed. In
 * the number of a law, as {@code 90/2025/QH15}, the last figures are the term of the National Assembly, which the year tells:
 * {@code 90/2025/QHis} is no other law. Roman numbers of strokes alone are told too ({@code Il}). Figures that were read as
 * figures are never touched. Immutable.
 */
final class RuinedNumbers {

    private static final Pattern TERM = Pattern.compile("(?<=/(\\d{4})/(?:UBTV)?QH)(?=\\d*\\p{L})[\\p{L}\\d]{1,4}$");
    // The first year that is all of one term to the term; each was elected in the year before. Earlier ones numbered
    // their laws otherwise.
    private static final TreeMap<Integer, Integer> TERMS =
            new TreeMap<>(Map.of(1998, 10, 2003, 11, 2008, 12, 2012, 13, 2017, 14, 2022, 15, 2027, 16));
    private static final int LAST_YEAR = 2030;
    // What the last figures of the terms are read as.
    private static final Map<Character, String> LIKE =
            Map.of('0', "oO", '1', "iIlLtTnyY", '2', "zZ", '3', "", '4', "aA", '5', "sS", '6', "bG");

    // What two and three strokes beside each other are read as; IT and the like may be abbreviations.
    private static final Pattern STROKES = Pattern.compile("(?=\\P{Lu}*\\p{Lu})[Il][Il1|!]{1,2}|I[Il1][TLE]");
    private static final int TWO = 2;

    /** What a part of a symbol was read as where nothing else can stand, and the part. */
    private record Symbol(Pattern read, String printed) {}

    private static final List<Symbol> SYMBOLS = List.of(
            new Symbol(Pattern.compile("(?<=/)N[BP](?=-CP)"), "NĐ"),
            new Symbol(Pattern.compile("(?<=/)Q[BP](?=-)"), "QĐ"),
            new Symbol(Pattern.compile("(?<=/(?:19|20)\\d)\\$(?=/)"), "5"),
            new Symbol(Pattern.compile("(?<=/\\d{4}/)[0O]H(?=1)"), "QH"),
            new Symbol(Pattern.compile("(?<=/)(?:[1I]T|T[1I]|T['’]T)(?=-B)"), "TT"),
            new Symbol(Pattern.compile("(?<=/T[T1I]-)BOP$"), "BQP"));

    private RuinedNumbers() {}

    /** The number of a document as it was printed; as it was read, if that is not sure. */
    static String told(String number) {
        String told = number;
        for (Symbol symbol : SYMBOLS) {
            told = symbol.read.matcher(told).replaceAll(symbol.printed);
        }
        Matcher term = TERM.matcher(told);
        return term.find() ? term.replaceFirst(term(Integer.parseInt(term.group(1)), term.group())) : told;
    }

    /** The Roman number two or three that a string may have been; empty if it is like neither. */
    static Optional<String> roman(String read) {
        if (!STROKES.matcher(read).matches()) {
            return Optional.empty();
        }
        return Optional.of(read.length() == TWO ? "II" : "III");
    }

    // As it was read, if the year does not tell it.
    private static String term(int year, String read) {
        Map.Entry<Integer, Integer> begun = TERMS.floorEntry(year);
        if (begun == null || year > LAST_YEAR) {
            return read;
        }
        Integer next = TERMS.get(year + 1);
        boolean before = next == null || isLike(begun.getValue(), read);
        boolean after = next != null && isLike(next, read);
        return before == after ? read : Integer.toString(before ? begun.getValue() : next);
    }

    // Whether the last figure of a term may have been read so.
    private static boolean isLike(int term, String read) {
        char figure = Character.forDigit(term % 10, 10);
        char last = read.charAt(read.length() - 1);
        return last == figure || LIKE.get(figure).indexOf(last) >= 0;
    }
}
