package vn.trich.models.language;

/** Keys under which texts are compared. */
public final class Folding {

    private Folding() {}

    /**
     * Folds a text for comparison: lower case, each word's tone taken off its letter and put at the word's end as a digit
     * (so that {@code hoà} and {@code hòa} are equal), every run of other characters than letters and digits one blank.
     *
     * @param text in any Unicode form
     */
    public static String key(String text) {
        String nfc = Letters.nfc(text);
        StringBuilder out = new StringBuilder(nfc.length() + 8);
        int tone = 0;
        boolean inWord = false;
        for (int i = 0; i <= nfc.length(); i++) {
            char c = i < nfc.length() ? nfc.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                if (!inWord && out.length() > 0) {
                    out.append(' ');
                }
                inWord = true;
                tone = Math.max(tone, Letters.tone(c));
                out.append(Character.toLowerCase(Letters.shape(c)));
            } else if (inWord) {
                if (tone > 0) {
                    out.append((char) ('0' + tone));
                }
                tone = 0;
                inWord = false;
            }
        }
        return out.toString();
    }

    /** As {@link #key} with all marks taken off: {@code đ} is {@code d}. */
    public static String bareKey(String text) {
        String nfc = Letters.nfc(text);
        StringBuilder out = new StringBuilder(nfc.length());
        for (int i = 0; i < nfc.length(); i++) {
            char c = nfc.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(Letters.bare(c)));
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }
}
