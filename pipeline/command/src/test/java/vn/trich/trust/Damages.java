package vn.trich.trust;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.trich.corpus.chance.Dice;
import vn.trich.output.Box;
import vn.trich.output.WordRecord;
import vn.trich.output.WordSource;

/** What becomes of a page's words in layers that are not to be used, and in good ones. */
final class Damages {

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    /** A notice as signing software leaves it on a scan; of nobody. */
    private static final String NOTICE =
            "Người ký: Văn phòng Cơ quan: Sở Mẫu Email: vanthu@mau.gov.vn Ngày ký: 03.02.2024 "
                    + "08:15:22 +07:00 Chữ ký số đã được kiểm tra";

    private Damages() {}

    /** The words read by {@code reader}; those that it overlooks are left out. */
    static List<WordRecord> words(List<WordRecord> words, UnaryOperator<String> reader) {
        List<WordRecord> read = new ArrayList<>();
        for (WordRecord word : words) {
            String text = reader.apply(word.text());
            if (!text.isBlank()) {
                read.add(word(text, word.bbox()));
            }
        }
        return read;
    }

    static WordRecord word(String text, Box box) {
        return new WordRecord(text, "", box, 1, WordSource.TEXT_LAYER, List.of());
    }

    /** Without any mark. */
    static String stripped(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    /** With another tone, where it bears one. */
    static String wronglyMarked(String word, Dice dice) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder();
        for (char c : apart.toCharArray()) {
            out.append(TONES.indexOf(c) < 0 ? c : TONES.charAt(dice.below(TONES.length())));
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** As a good engine for Vietnamese leaves it: one word in sixty with a letter wrong. */
    static String nearlyRight(String word, Dice dice) {
        if (word.length() < 2 || !dice.chance(1.0 / 60)) {
            return word;
        }
        int at = dice.below(word.length());
        return word.substring(0, at) + "lnoc".charAt(dice.below(4)) + word.substring(at + 1);
    }

    /** Nothing but a notice of signing in a corner. */
    static List<WordRecord> notice() {
        List<WordRecord> words = new ArrayList<>();
        String[] texts = NOTICE.split(" ");
        for (int i = 0; i < texts.length; i++) {
            double x = 400 + i % 4 * 40;
            double y = 40 + i / 4 * 9;
            words.add(word(texts[i], new Box(x, y, x + 36, y + 8)));
        }
        return words;
    }
}
