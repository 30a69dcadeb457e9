package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.PieceScanner;

/**
 * Cuts the tokens of ruined text into slots. Signs inside a token may be what is left of a letter, part of a code, or a speck where
 * a blank was. Immutable.
 *
 * @param likeness how much a string is like some word, a logarithm
 */
record RuinedSlots(ToDoubleFunction<String> likeness) {

    // "w@" is what is left of "ươ", "$6" of "số", "[4" of "là".
    private static final Pattern TORN_WORD = Pattern.compile("[$¢\\[][\\p{L}\\d]{1,2}|[\\p{L}1]{1,5}@\\p{L}{0,3}");
    private static final Pattern TORN_BEGINNING = Pattern.compile("(?:[$¢][\\p{L}\\d]{1,2}|\\[[aA4])(?![\\p{L}\\d])");
    // Alone, "¥" is what is left of "ý", the others of "ở".
    private static final Pattern TORN_SIGN = Pattern.compile("[¥@&¢©]");
    // A word, of which letters may have become figures, or a figure.
    private static final String PART = "(?:\\p{L}(?:\\p{Ll}|(?<!\\d)\\d)+|\\d+(?:/\\d+)*)";
    /** Signs that a blank may have been read as. */
    static final String SPECK_SIGNS = "-–—_~.'’:;,";

    private static final Pattern SPECKS = Pattern.compile("[" + SPECK_SIGNS + "]+");
    private static final Pattern SPECKED = Pattern.compile(PART + "(?:" + SPECKS + PART + ")+");
    // A word run together with the number of a document, with specks between or, if it is "số", without; or with a
    // figure or date. In two groups.
    private static final List<Pattern> NUMBERED = List.of(
            Pattern.compile("(\\p{L}(?:\\p{Ll}|(?<!\\d)\\d)+)[-–—_~.'’°:;,]+(\\d{1,4}/.+)"),
            Pattern.compile("([Ss][\\p{Ll}6])(\\d{1,3}/\\d{4}/.+)"));
    // One digit behind a short word is rather its last letter ("kha4").
    private static final Pattern FIGURED =
            Pattern.compile("(\\p{L}\\p{Ll}{2,})(?:(?<=\\p{L}{4})|(?=\\d{2}))(\\d{1,3}(?:/\\d{1,4})*)");
    // A figure between two words: "khoản1Điều".
    private static final Pattern BETWEEN = Pattern.compile("(\\p{L}\\p{Ll}{2,})(\\d{1,3})(\\p{Lu}\\p{Ll}{2,}).*");
    private static final Pattern HYPHENATED = Pattern.compile("[\\p{L}\\p{N}]+(?:[-–—_~]+[\\p{L}\\p{N}]+)+");
    private static final Pattern OF_CODE = Pattern.compile("\\d\\d|[/=\\\\#]");
    private static final Pattern INSIDE = Pattern.compile("(?<=[\\p{L}\\d])\\p{Lu}");
    private static final int SHORTEST_GARBLED = 6;
    private static final int FEWEST_SMALL = 4;
    private static final Pattern VOWEL = Pattern.compile("[aeiouyAEIOUY\\d]");
    // What is longer without a blank is no text; it would fill the memory if all its parts were weighed.
    private static final int LONGEST = 500;
    // Longer strings are no few words with specks between.
    private static final int LONGEST_SPECKED = 60;
    private static final int SHORTEST_BY_FIGURE = 3;
    private static final double LEAST_LIKE = -6;
    // What it costs that a blank is read as a sign.
    private static final double CUT = -4;
    // Parts without a vowel make one word, if it is liker to one than this.
    private static final double TORN = -14;

    /** The slots of a token. */
    List<Slot> of(int token, String text) {
        List<Slot> slots = new ArrayList<>(2);
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetterOrDigit(text.charAt(from)) && !beginsWord(text, from)) {
            from++;
        }
        while (to > from && !endsWord(text.charAt(to - 1))) {
            to--;
        }
        if (to - from > LONGEST) {
            slots.add(new Slot(token, from, to, Piece.Kind.CODE, text.substring(from, to), false));
        } else if (from < to) {
            core(token, text, from, to, slots);
        } else if (TORN_SIGN.matcher(text).matches()) {
            slots.add(new Slot(token, 0, text.length(), Piece.Kind.WORD, text, true));
        }
        boolean stop = text.indexOf('.', to) >= 0 || text.indexOf(';', to) >= 0 || text.indexOf(':', to) >= 0;
        if (stop) {
            slots.add(new Slot(token, text.length(), text.length(), Piece.Kind.STOP, "", false));
        }
        return slots;
    }

    // Small signs at a word's end are often what is left of a mark or letter.
    private static boolean endsWord(char c) {
        return Character.isLetterOrDigit(c) || "%'’€¢$&#".indexOf(c) >= 0;
    }

    private static boolean beginsWord(String text, int at) {
        return TORN_BEGINNING.matcher(text).region(at, text.length()).lookingAt();
    }

    private void core(int token, String text, int from, int to, List<Slot> slots) {
        String core = text.substring(from, to);
        int letters = (int) core.chars().filter(Character::isLetter).count();
        int digits = (int) core.chars().filter(Character::isDigit).count();
        if (TORN_WORD.matcher(core).matches()) {
            slots.add(new Slot(token, from, to, Piece.Kind.WORD, core, to == text.length()));
            return;
        }
        boolean joined = core.chars().anyMatch(c -> "/-–—_@".indexOf(c) >= 0);
        if (letters == 0) {
            if (digits > 0) {
                slots.add(new Slot(token, from, to, Piece.Kind.NUMBER, core, false));
            }
            return;
        }
        if (isSpecked(core)) {
            cut(token, text, from, to, slots);
            return;
        }
        Matcher between = BETWEEN.matcher(core);
        if (between.matches() && isLikeAWord(between.group(1)) && isLikeAWord(between.group(3))) {
            int figure = from + between.start(2);
            int rest = from + between.end(2);
            slots.add(new Slot(token, from, figure, Piece.Kind.WORD, text.substring(from, figure), false));
            slots.add(new Slot(token, figure, rest, Piece.Kind.NUMBER, text.substring(figure, rest), false));
            core(token, text, rest, to, slots);
            return;
        }
        Optional<Matcher> run = runTogether(core);
        if (run.isPresent()) {
            int end = from + run.get().end(1);
            slots.add(new Slot(token, from, end, Piece.Kind.WORD, text.substring(from, end), false));
            core(token, text, from + run.get().start(2), to, slots);
            return;
        }
        boolean code = PieceScanner.scan(core).stream().anyMatch(piece -> piece.kind() == Piece.Kind.CODE);
        boolean label = letters == 1 && core.length() == 1 && text.indexOf(')', to) == to;
        if (!label && code && isGarbled(core)) {
            slots.add(new Slot(token, from, to, Piece.Kind.WORD, core, to == text.length()));
            return;
        }
        if (label || code && (joined || digits > 2 || digits > letters || core.length() > 8)) {
            slots.add(new Slot(token, from, to, Piece.Kind.CODE, core, false));
            return;
        }
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || parts(text.charAt(i)) && !torn(text, start, i, to)) {
                if (i > start) {
                    slots.add(new Slot(token, start, i, Piece.Kind.WORD, text.substring(start, i), i == text.length()));
                }
                start = i + 1;
            }
        }
    }

    // Whether all parts are words or figures, words beside figures not too short to tell, and together no torn word.
    private boolean isSpecked(String core) {
        if (core.length() > LONGEST_SPECKED || !SPECKED.matcher(core).matches() || PieceScanner.isAddress(core)) {
            return false;
        }
        boolean figures = false;
        boolean vowels = true;
        int shortest = Integer.MAX_VALUE;
        double parts = 0;
        for (String part : SPECKS.split(core)) {
            if (isFigure(part)) {
                figures = true;
                continue;
            }
            double like = likeness.applyAsDouble(part);
            if (like < LEAST_LIKE) {
                return false;
            }
            shortest = Math.min(shortest, part.length());
            vowels &= VOWEL.matcher(Letters.bare(part)).find();
            parts += like + CUT;
        }
        if (figures) {
            return shortest >= SHORTEST_BY_FIGURE && shortest < Integer.MAX_VALUE;
        }
        double whole = HYPHENATED.matcher(core).matches() ? Double.NEGATIVE_INFINITY : likeness.applyAsDouble(core);
        return whole < (vowels ? parts : TORN);
    }

    // What looks like a code for its figures and signs, but is rather words that have figures for letters: mostly
    // small letters, no figure of two digits, nothing that stands in codes alone.
    private static boolean isGarbled(String core) {
        if (core.length() < SHORTEST_GARBLED
                || core.length() > LONGEST_SPECKED
                || OF_CODE.matcher(core).find()
                || PieceScanner.isAddress(core)) {
            return false;
        }
        long small = core.chars().filter(Character::isLowerCase).count();
        long digits = core.chars().filter(Character::isDigit).count();
        long capitalsInside = INSIDE.matcher(core).results().count();
        return small >= FEWEST_SMALL && 2 * digits <= small && capitalsInside <= 1;
    }

    private boolean isLikeAWord(String part) {
        return likeness.applyAsDouble(part) >= LEAST_LIKE;
    }

    // The word and the number that have run together; empty if the string is no such thing.
    private Optional<Matcher> runTogether(String core) {
        for (Pattern numbered : NUMBERED) {
            Matcher parts = numbered.matcher(core);
            if (parts.matches() && isLikeAWord(parts.group(1))) {
                return Optional.of(parts);
            }
        }
        Matcher parts = FIGURED.matcher(core);
        if (!parts.matches()) {
            return Optional.empty();
        }
        double word = likeness.applyAsDouble(parts.group(1));
        return word >= LEAST_LIKE && word + CUT > likeness.applyAsDouble(core) ? Optional.of(parts) : Optional.empty();
    }

    private static boolean isFigure(String part) {
        return Character.isDigit(part.charAt(0));
    }

    private static void cut(int token, String text, int from, int to, List<Slot> slots) {
        Matcher specks = SPECKS.matcher(text).region(from, to);
        int start = from;
        while (start < to) {
            int end = specks.find() ? specks.start() : to;
            String part = text.substring(start, end);
            Piece.Kind kind = isFigure(part) ? Piece.Kind.NUMBER : Piece.Kind.WORD;
            slots.add(new Slot(token, start, end, kind, part, kind == Piece.Kind.WORD && end == text.length()));
            start = end == to ? to : specks.end();
        }
    }

    // A comma or colon close to a letter inside a word is what is left of a mark or letter.
    private static boolean torn(String text, int start, int at, int to) {
        char c = text.charAt(at);
        boolean sign = c == ',' || c == ':' || c == ';';
        return sign && at > start && at + 1 < to && (at - start <= 2 || to - at <= 3) && to - start <= 8;
    }

    private static boolean parts(char c) {
        return "/-–—,;:()…\"“”".indexOf(c) >= 0;
    }
}
