package vn.trich.models.language;

import java.util.Optional;
import vn.trich.models.encoding.LegacyEncoding;

/**
 * What a block of text looks like as Vietnamese: the signals, each a share from 0 to 1, and the verdict drawn from them.
 *
 * @param words words of at least two letters that were looked at
 * @param validShare of them, those that are possible syllables with their marks as they stand
 * @param bareShare of them, those that are possible syllables once all marks are taken off
 * @param markedShare of the valid ones, those that bear a mark; in good text about 0.75
 * @param marklessShare of all, those that bear no mark and become possible only with one ({@code duoc}, {@code viec}); in
 *     good text below 0.02
 * @param foreignMarkShare of all, those with letters that the Vietnamese alphabet lacks ({@code ä}, {@code ç}, {@code ë})
 * @param foreignWordShare of all, those that are among the commonest English or French words
 * @param knownPairShare of pairs of valid syllables that stand side by side, those that were met so in administrative
 *     texts; in good text about 0.9, 1 if there are no pairs
 * @param legacyGain how much {@code validShare} rises when the best legacy encoding is undone; 0 if none helps
 * @param verdict what to do with the text
 * @param encoding the legacy encoding, given if and only if the verdict is {@link Verdict#LEGACY}
 */
public record TextTrust(
        int words,
        double validShare,
        double bareShare,
        double markedShare,
        double marklessShare,
        double foreignMarkShare,
        double foreignWordShare,
        double knownPairShare,
        double legacyGain,
        Verdict verdict,
        Optional<LegacyEncoding> encoding) {

    /** What to do with a text. */
    public enum Verdict {
        /** Vietnamese with its marks: use it as it is. */
        GOOD,
        /** Vietnamese in an encoding before Unicode: convert it. */
        LEGACY,
        /** Vietnamese whose marks are gone while its letters are right: restore it, or read the picture. */
        STRIPPED,
        /** Marks or letters lost or wrong: do not use it as it is. */
        RUINED,
        /** Another language. */
        FOREIGN,
        /** Too few words to tell. */
        UNKNOWN
    }

    /** Whether the text must not be used as it stands. */
    public boolean isUnusable() {
        return verdict == Verdict.STRIPPED || verdict == Verdict.RUINED || verdict == Verdict.LEGACY;
    }

    /** The signals in one line, for people. */
    public String reason() {
        return String.format(
                java.util.Locale.ROOT,
                "%s: %d words, %.2f valid, %.2f valid without marks, %.2f marked, %.2f lack marks, %.2f foreign letters, %.2f of pairs known%s",
                verdict.name().toLowerCase(java.util.Locale.ROOT),
                words,
                validShare,
                bareShare,
                markedShare,
                marklessShare,
                foreignMarkShare,
                knownPairShare,
                encoding.map(e -> ", encoding " + e).orElse(""));
    }
}
