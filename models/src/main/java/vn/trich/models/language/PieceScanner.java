package vn.trich.models.language;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into pieces. Blanks part pieces and belong to none. */
public final class PieceScanner {

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
        int digits = 0;
        int letters = 0;
        boolean odd = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digits += Character.isDigit(c) ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
            odd |= c == '@' || c == '_' || c == '\\' || c == '=' || c == '#';
        }
        if (letters == 0) {
            pieces.add(new Piece(Piece.Kind.NUMBER, from, to));
        } else if (digits > 0 || odd || hasCapitalParts(text, from, to)) {
            pieces.add(new Piece(Piece.Kind.CODE, from, to));
        } else {
            words(text, from, to, pieces);
        }
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
