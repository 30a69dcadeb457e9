package vn.trich.models.language;

import java.text.Normalizer;

/**
 * Letters and marks. A Vietnamese letter is a base letter, perhaps with a shape mark (breve, circumflex, horn, bar) and
 * perhaps with one of five tone marks. All text is taken and given in Unicode NFC.
 */
public final class Letters {

    private static final int TABLE = 0x1F00;
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final char[] BARE = new char[TABLE];
    private static final char[] SHAPE = new char[TABLE];
    private static final byte[] TONE = new byte[TABLE];

    static {
        for (char c = 0; c < TABLE; c++) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            StringBuilder shape = new StringBuilder();
            for (int i = 0; i < parts.length(); i++) {
                int tone = TONES.indexOf(parts.charAt(i));
                if (tone >= 0) {
                    TONE[c] = (byte) (tone + 1);
                } else {
                    shape.append(parts.charAt(i));
                }
            }
            String whole = Normalizer.normalize(shape, Normalizer.Form.NFC);
            SHAPE[c] = whole.length() == 1 ? whole.charAt(0) : c;
            char base = parts.isEmpty() ? c : parts.charAt(0);
            BARE[c] = base == 'đ' ? 'd' : base == 'Đ' ? 'D' : base;
        }
    }

    private Letters() {}

    /** The letter without any mark: {@code ệ} gives {@code e}, {@code đ} gives {@code d}; others unchanged. */
    public static char bare(char c) {
        return c < TABLE ? BARE[c] : c;
    }

    /** The letter without its tone mark: {@code ệ} gives {@code ê}. */
    public static char shape(char c) {
        return c < TABLE ? SHAPE[c] : c;
    }

    /** The letter's tone: 0 none, 1 grave, 2 acute, 3 tilde, 4 hook, 5 dot below. */
    public static int tone(char c) {
        return c < TABLE ? TONE[c] : 0;
    }

    /** Whether the letter bears a mark of any kind, {@code đ} among them. */
    public static boolean isMarked(char c) {
        return bare(c) != c;
    }

    /** A letter with another tone.
     *
     * @param shape a letter without tone
     * @param tone as given by {@link #tone}
     */
    public static char withTone(char shape, int tone) {
        if (tone == 0) {
            return shape;
        }
        String composed = Normalizer.normalize("" + shape + TONES.charAt(tone - 1), Normalizer.Form.NFC);
        return composed.length() == 1 ? composed.charAt(0) : shape;
    }

    /** Whether the letter belongs to the Vietnamese alphabet (f, j, w, z do not). */
    public static boolean isVietnamese(char c) {
        char base = Character.toLowerCase(bare(c));
        if (base < 'a' || base > 'z' || base == 'f' || base == 'j' || base == 'w' || base == 'z') {
            return false;
        }
        char lower = Character.toLowerCase(shape(c));
        return lower == base || "ăâđêôơư".indexOf(lower) >= 0;
    }

    /** The text with all marks taken off, {@code đ} as {@code d}, case kept. */
    public static String bare(String text) {
        char[] out = new char[text.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = bare(text.charAt(i));
        }
        return new String(out);
    }

    /** Whether any letter of the text bears a mark. */
    public static boolean isMarked(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isMarked(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Composed form (NFC); the text itself if it is composed already. */
    public static String nfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
