package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import vn.trich.models.language.Piece;
import vn.trich.models.language.PieceScanner;

/**
 * A stretch of a token that is one word, number, code or stop to the language model.
 *
 * @param token index of the token
 * @param start index of its first character in the token
 * @param end index after its last
 * @param kind what it seems to be
 * @param text its characters, NFC
 * @param joinable whether nothing but a blank stands between it and the next slot
 */
record Slot(int token, int start, int end, Piece.Kind kind, String text, boolean joinable) {

    /** The slots of a token; signs that are no stops belong to none. */
    static List<Slot> of(int token, String text) {
        List<Slot> slots = new ArrayList<>(2);
        for (Piece piece : PieceScanner.scan(text)) {
            if (piece.kind() != Piece.Kind.SIGN) {
                String part = text.substring(piece.start(), piece.end());
                slots.add(
                        new Slot(token, piece.start(), piece.end(), piece.kind(), part, piece.end() == text.length()));
            }
        }
        return slots;
    }

    /**
     * Whether a slot stands inside a sentence: right after a word or figure, with nothing but a blank between.
     *
     * @param slots all slots
     * @param at the slot
     */
    static boolean isInside(List<Slot> slots, int at) {
        return at > 0 && slots.get(at - 1).kind != Piece.Kind.STOP && isJoined(slots, at);
    }

    /**
     * Whether nothing but a blank parts a slot from the one before.
     *
     * @param slots all slots
     * @param at the slot
     */
    static boolean isJoined(List<Slot> slots, int at) {
        if (at == 0) {
            return false;
        }
        Slot before = slots.get(at - 1);
        return before.joinable && slots.get(at).start == 0 && slots.get(at).token == before.token + 1;
    }

    /**
     * Whether a slot is all of its token but signs.
     *
     * @param slots all slots
     * @param at the slot
     */
    static boolean isAlone(List<Slot> slots, int at) {
        boolean before = at > 0 && slots.get(at - 1).token == slots.get(at).token;
        boolean after = at + 1 < slots.size()
                && slots.get(at + 1).token == slots.get(at).token
                && slots.get(at + 1).kind != Piece.Kind.STOP;
        return !before && !after;
    }
}
