package vn.trich.models.encoding;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a font's name says about the encoding of its text. Names can lie: check against the content.
 *
 * @param encoding the encoding
 * @param capitals whether the face draws capitals for small letters, so that the text must be read in upper case
 */
public record LegacyFont(LegacyEncoding encoding, boolean capitals) {

    private static final String STYLES = "(?:[,\\- ]*(?:Bold|Italic|Oblique|Regular|Normal|Roman|MT|PS))*";
    // The dot is often lost in a PDF's font names.
    private static final Pattern TCVN3 = Pattern.compile("\\.?Vn(?!i)[0-9A-Z][0-9A-Za-z ]*?(H)?" + STYLES);
    private static final Pattern VNI = Pattern.compile("(?i:VNI)[- ]?[0-9A-Z].*");
    private static final Pattern VPS = Pattern.compile("(?i:VPS)[- ]?[0-9A-Z].*");
    private static final Pattern VISCII = Pattern.compile("(?:VI|VISCII)[- ](?:Times|Arial|Courier|[A-Z]).*");
    private static final Pattern SUBSET = Pattern.compile("^/?(?:[A-Z]{6}\\+)?");

    /**
     * The legacy font of this name, if it is one.
     *
     * @param fontName as in the PDF, a subset prefix ({@code ABCDEF+}) allowed
     */
    public static Optional<LegacyFont> named(String fontName) {
        String name = SUBSET.matcher(fontName).replaceFirst("").strip();
        Matcher tcvn = TCVN3.matcher(name);
        if (tcvn.matches()) {
            return Optional.of(new LegacyFont(LegacyEncoding.TCVN3, tcvn.group(1) != null));
        }
        if (VNI.matcher(name).matches()) {
            return Optional.of(new LegacyFont(LegacyEncoding.VNI, false));
        }
        if (VPS.matcher(name).matches()) {
            return Optional.of(new LegacyFont(LegacyEncoding.VPS, false));
        }
        return VISCII.matcher(name).matches()
                ? Optional.of(new LegacyFont(LegacyEncoding.VISCII, false))
                : Optional.empty();
    }
}
