package vn.trich.models.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.PieceScanner;
import vn.trich.models.language.Vocabulary;

/** Counts how often words are capitalised where a sentence does not begin. Words in capitals throughout do not count. */
final class CapitalCounts {

    // The share of a word never seen, and how many occurrences it weighs as much as.
    private static final double PRIOR = 0.2;
    private static final double PRIOR_WEIGHT = 4;

    private final Map<String, int[]> counts = new HashMap<>();

    void add(String paragraph) {
        String text = Letters.nfc(paragraph);
        List<Piece> pieces = PieceScanner.scan(text);
        for (int i = 1; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind() == Piece.Kind.WORD && isInside(pieces.get(i - 1))) {
                String word = text.substring(piece.start(), piece.end());
                boolean capital = Character.isUpperCase(word.charAt(0));
                if (word.length() == 1 || !Character.isUpperCase(word.charAt(1))) {
                    int[] count = counts.computeIfAbsent(Vocabulary.normal(word), w -> new int[2]);
                    count[0]++;
                    count[1] += capital ? 1 : 0;
                }
            }
        }
    }

    private static boolean isInside(Piece before) {
        return before.kind() == Piece.Kind.WORD
                || before.kind() == Piece.Kind.NUMBER
                || before.kind() == Piece.Kind.CODE;
    }

    /** By word: the share that is capitalised, in 255ths. */
    byte[] shares(Vocabulary vocabulary) {
        byte[] shares = new byte[vocabulary.size()];
        for (int i = 0; i < shares.length; i++) {
            int[] count = counts.getOrDefault(vocabulary.word(i), new int[2]);
            shares[i] = (byte) Math.round(255 * (count[1] + PRIOR * PRIOR_WEIGHT) / (count[0] + PRIOR_WEIGHT));
        }
        return shares;
    }
}
