package vn.trich.models.restore;

import java.util.List;
import vn.trich.models.language.Piece;

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

    /**
     * Whether a slot stands inside a sentence: right after a word or figure, with nothing but a blank between.
     *
     * @param slots all slots
     * @param at the slot
     */
    static boolean isInside(List<Slot> slots, int at) {
        if (at == 0) {
            return false;
        }
        Slot before = slots.get(at - 1);
        return before.kind != Piece.Kind.STOP
                && before.joinable
                && slots.get(at).start == 0
                && slots.get(at).token == before.token + 1;
    }
}
