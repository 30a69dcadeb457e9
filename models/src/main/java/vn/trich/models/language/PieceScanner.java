package vn.trich.models.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts text into pieces. Blanks part pieces and belong to none. */
public final class PieceScanner {

    private static final Pattern ADDRESS = Pattern.compile("\\.(?:vn|com|net|org|gov|edu|html?|aspx?|info)\\b");

    private PieceScanner() {}

    /** The pieces of a text, in order. */
    public static List<Piece> scan(CharSequence text) {
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int length = text.length();
        while (i < length) {
            if (isBlank(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < length && !isBlank(text.charAt(end))) {
                end++;
            }
            run(text, i, end, pieces);
            i = end;
        }
        return pieces;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }

    // A run without blanks: signs at its ends are cut off, what is left is one code or number, or words between signs.
    private static void run(CharSequence text, int start, int end, List<Piece> pieces) {
        int from = start;
        int to = end;
        while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        while (to > from && !isCore(text.charAt(to - 1))) {
            to--;
        }
        signs(text, start, from, pieces);
        core(text, from, to, pieces);
        signs(text, to, end, pieces);
    }

    private static boolean isCore(char c) {
        return Character.isLetterOrDigit(c) || c == '%';
    }

    private static void core(CharSequence text, int from, int to, List<Piece> pieces) {
        if (from == to) {
            return;
        }
        if (isAddress(text.subSequence(from, to).toString())) {
            pieces.add(new Piece(Piece.Kind.CODE, from, to));
        } else if (!isCode(text, from, to)) {
            plain(text, from, to, pieces);
        } else if (!hasPlainPart(text, from, to)) {
            pieces.add(new Piece(Piece.Kind.CODE, from, to));
        } else {
            parts(text, from, to, pieces);
        }
    }

    private static void plain(CharSequence text, int from, int to, List<Piece> pieces) {
        for (int i = from; i < to; i++) {
            if (Character.isLetter(text.charAt(i))) {
                words(text, from, to, pieces);
                return;
            }
        }
        pieces.add(new Piece(Piece.Kind.NUMBER, from, to));
    }

    private static boolean isCode(CharSequence text, int from, int to) {
        boolean digits = false;
        boolean letters = false;
        boolean odd = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digits |= Character.isDigit(c);
            letters |= Character.isLetter(c);
            odd |= c == '@' || c == '_' || c == '\\' || c == '=' || c == '#';
        }
        return letters && (digits || odd || hasCapitalParts(text, from, to));
    }

    /** Whether a run without blanks is an address of mail or the web: nothing in it is a word. */
    public static boolean isAddress(String run) {
        return run.indexOf('@') >= 0
                || run.contains("://")
                || run.startsWith("www.")
                || ADDRESS.matcher(run).find();
    }

    // m3/ngày, Tài chính/BQP, (10)Đánh, năm.2: words stand beside figures and codes with nothing but a sign between.
    private static boolean hasPlainPart(CharSequence text, int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || parts(text.charAt(i))) {
                if (wordEnd(text, start, i) > start && (start > from || i < to || wordEnd(text, start, i) < i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static void parts(CharSequence text, int from, int to, List<Piece> pieces) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i < to && !parts(text.charAt(i))) {
                continue;
            }
            int word = wordEnd(text, start, i);
            if (word > start) {
                pieces.add(new Piece(Piece.Kind.WORD, start, word));
                start = word;
            }
            if (start < i) {
                Piece.Kind kind = isCode(text, start, i) ? Piece.Kind.CODE : null;
                if (kind != null) {
                    pieces.add(new Piece(kind, start, i));
                } else {
                    plain(text, start, i, pieces);
                }
            }
            if (i < to) {
                signs(text, i, i + 1, pieces);
            }
            start = i + 1;
        }
    }

    private static boolean parts(char c) {
        return "/_,;:.?!()[]+…“”\"".indexOf(c) >= 0;
    }

    // End of a word at the start of a part: two or more letters, small but for the first, to the part's end or up to
    // the
    // number of a note; the start if there is none.
    private static int wordEnd(CharSequence text, int start, int end) {
        int i = start;
        while (i < end && Character.isLetter(text.charAt(i)) && (i == start || Character.isLowerCase(text.charAt(i)))) {
            i++;
        }
        int letters = i - start;
        if (i == end) {
            return letters >= 2 ? i : start;
        }
        for (int k = i; k < end; k++) {
            if (!Character.isDigit(text.charAt(k))) {
                return start;
            }
        }
        return letters >= 3 && end - i <= 2 ? i : start;
    }

    // QĐ-TTg, KH-UBND, KT.TM: parts joined by signs, one of them of two capitals or more and not four or longer with a
    // mark.
    private static boolean hasCapitalParts(CharSequence text, int from, int to) {
        int capitals = 0;
        boolean capitalPart = false;
        boolean joined = false;
        int length = 0;
        for (int i = from; i <= to; i++) {
            char c = i < to ? text.charAt(i) : '-';
            if (Character.isLetter(c)) {
                length++;
                capitals += Character.isUpperCase(c) ? 1 : 0;
            } else {
                joined |= i < to && (c == '-' || c == '/' || c == '&' || c == '.');
                capitalPart |= capitals >= 2 && (length <= 3 || capitals < length);
                length = 0;
                capitals = 0;
            }
        }
        return joined && capitalPart;
    }

    private static void words(CharSequence text, int from, int to, List<Piece> pieces) {
        int i = from;
        while (i < to) {
            int end = i;
            boolean letter = Character.isLetter(text.charAt(i));
            while (end < to && Character.isLetter(text.charAt(end)) == letter) {
                end++;
            }
            if (letter) {
                pieces.add(new Piece(Piece.Kind.WORD, i, end));
            } else {
                signs(text, i, end, pieces);
            }
            i = end;
        }
    }

    private static void signs(CharSequence text, int from, int to, List<Piece> pieces) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean stop = c == '.' || c == ';' || c == ':' || c == '?' || c == '!';
            pieces.add(new Piece(stop ? Piece.Kind.STOP : Piece.Kind.SIGN, i, i + 1));
        }
    }
}
