package vn.trich.models.restore;

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
record Slot(int token, int start, int end, Piece.Kind kind, String text, boolean joinable) {}
