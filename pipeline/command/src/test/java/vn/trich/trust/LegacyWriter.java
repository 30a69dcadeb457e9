package vn.trich.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.encoding.LegacyEncoding;

/** Writes Vietnamese in an encoding from before Unicode, by the code tables that it is read with. */
final class LegacyWriter {

    private static final String VOWELS = "aeiouyAEIOUYôöÔÖ";

    private final Map<String, String> codes = new HashMap<>();

    LegacyWriter(LegacyDecoder decoder, LegacyEncoding encoding) {
        for (int code = 0xFF; code >= 0x80; code--) {
            add(decoder, encoding, String.valueOf((char) code));
            for (char base : VOWELS.toCharArray()) {
                if (encoding == LegacyEncoding.VNI) {
                    add(decoder, encoding, base + String.valueOf((char) code));
                }
            }
        }
    }

    private void add(LegacyDecoder decoder, LegacyEncoding encoding, String code) {
        String letter = decoder.decode(code, encoding, false);
        // Only what a page can show: the codes that Windows-1252 leaves without a character are drawn by no font.
        boolean own = sameAsLatin1(encoding, letter);
        if (letter.length() == 1 && (own || !letter.equals(code)) && showable(code)) {
            codes.merge(letter, code, (a, b) -> a.length() <= b.length() ? a : b);
        }
    }

    /** Whether the encoding gives the letter the code that Latin-1 gives it, if that is its code at all. */
    private static boolean sameAsLatin1(LegacyEncoding encoding, String letter) {
        return switch (encoding) {
            case TCVN3 -> letter.equals("ý");
            case VNI -> "íìÍÌ".contains(letter);
            case VISCII, VPS -> true;
        };
    }

    private static boolean showable(String code) {
        char last = code.charAt(code.length() - 1);
        return last != 0x81 && last != 0x8D && last != 0x8F && last != 0x90 && last != 0x9D;
    }

    /**
     * A run of characters of one font.
     *
     * @param text codes, a character each
     * @param capitals whether the font draws capitals for small letters
     */
    record Run(String text, boolean capitals) {}

    /** The word in runs: a capital that has no code is the small letter in a font of capitals. */
    List<Run> write(String word) {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean capitals = false;
        for (int i = 0; i < word.length(); i++) {
            String letter = word.substring(i, i + 1);
            String code = letter.charAt(0) < 0x80 ? letter : codes.get(letter);
            String small = codes.get(letter.toLowerCase());
            boolean capital = code == null && small != null;
            if (capital != capitals && text.length() > 0) {
                runs.add(new Run(text.toString(), capitals));
                text.setLength(0);
            }
            capitals = capital;
            text.append(code != null ? code : small != null ? small : "");
        }
        if (text.length() > 0) {
            runs.add(new Run(text.toString(), capitals));
        }
        return runs;
    }
}
