package vn.trich.corpus.gold;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A piece of true text, white space folded, in NFC.
 *
 * @param text the text, most plausible words where the source is undecidable
 * @param unsure the indexes into {@code text} that belong to undecidable words, which count neither for nor against;
 *     must not be changed
 */
public record GoldText(String text, BitSet unsure) {

    /** No text. */
    public static final GoldText EMPTY = new GoldText("", new BitSet());

    /** Copies the mask. */
    public GoldText {
        unsure = (BitSet) unsure.clone();
    }

    /** Text without a doubtful word. */
    public static GoldText of(String text) {
        return new GoldText(text, new BitSet());
    }

    /** Whether there is no text. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether any word is undecidable. */
    public boolean hasUnsure() {
        return !unsure.isEmpty();
    }

    /** Whether there is text but every letter and digit of it is undecidable, so that nothing can be right or wrong. */
    public boolean isUndecidable() {
        if (unsure.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i)) && !unsure.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The undecidable parts, in order. */
    public List<String> unsureParts() {
        List<String> parts = new ArrayList<>();
        for (int from = unsure.nextSetBit(0); from >= 0; ) {
            int to = Math.min(unsure.nextClearBit(from), text.length());
            parts.add(text.substring(from, to).strip());
            from = unsure.nextSetBit(to);
        }
        return parts;
    }

    /** {@link #unsure} and with each doubtful part the blanks around it, which go and come with it. */
    public BitSet unsureWithBlanks() {
        BitSet mask = (BitSet) unsure.clone();
        for (int from = unsure.nextSetBit(0); from >= 0; ) {
            int to = Math.min(unsure.nextClearBit(from), text.length());
            if (from > 0 && text.charAt(from - 1) == ' ') {
                mask.set(from - 1);
            }
            if (to < text.length() && text.charAt(to) == ' ') {
                mask.set(to);
            }
            from = unsure.nextSetBit(to);
        }
        return mask;
    }

    /** The share of letters and digits that are undecidable, 0..1; 0 for empty text. */
    public double unsureShare() {
        int all = 0;
        int doubtful = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                all++;
                doubtful += unsure.get(i) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) doubtful / all;
    }

    /** The text from an index on. */
    public GoldText from(int start) {
        return new GoldText(text.substring(start), unsure.get(start, Math.max(start, unsure.length())));
    }

    /** The text without a leading label and the dot, bracket or dash after it; itself if it does not begin so. */
    public GoldText withoutLabel(String label) {
        return from(Labels.end(text, label));
    }

    /** Pieces of text, one after the other, a blank between those that are not empty. */
    public static GoldText join(List<GoldText> parts) {
        StringBuilder text = new StringBuilder();
        BitSet unsure = new BitSet();
        for (GoldText part : parts) {
            if (part.isEmpty()) {
                continue;
            }
            if (text.length() > 0) {
                text.append(' ');
            }
            int shift = text.length();
            part.unsure.stream().forEach(i -> unsure.set(shift + i));
            text.append(part.text);
        }
        return new GoldText(text.toString(), unsure);
    }
}
