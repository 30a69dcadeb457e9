package vn.trich.pipeline.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.encoding.LegacyEncoding;
import vn.trich.models.encoding.LegacyFont;
import vn.trich.models.language.TextTrust;
import vn.trich.models.language.TextTrust.Verdict;
import vn.trich.models.language.TrustAssessor;
import vn.trich.output.TextChoice;

/**
 * Decides what a page's text layer is good for, by what its words look like as Vietnamese, what its fonts are called,
 * how much the file leaves unmapped, and whether a picture lies under it.
 */
final class LayerTrust {

    /** Above this share of glyphs without meaning the layer is not used. */
    private static final double MOST_UNMAPPED = 0.05;

    /** From this share of the page on, a picture counts as the page itself. */
    private static final double SCAN_SHARE = 0.5;

    /** A layer of fewer words over a scan is a notice or a stamp's text, not the page's. */
    private static final int FEWEST_WORDS_OVER_SCAN = 80;

    private final TrustAssessor assessor;
    private final LegacyDecoder decoder;

    /** Share of the commonest words of another language from which on its text is taken to be right. */
    private static final double SOUND_FOREIGN = 0.2;

    LayerTrust(TrustAssessor assessor, LegacyDecoder decoder) {
        this.assessor = assessor;
        this.decoder = decoder;
    }

    /**
     * The decision.
     *
     * @param choice {@link TextChoice#KEEP}, {@link TextChoice#CONVERT} or {@link TextChoice#OCR}
     * @param words the layer's words as they would be used, converted where they were in a legacy encoding
     * @param trust what those words look like
     * @param reasons why, in words
     */
    record Decision(TextChoice choice, List<Word> words, TextTrust trust, List<String> reasons) {

        Decision {
            words = List.copyOf(words);
            reasons = List.copyOf(reasons);
        }
    }

    /** Decides on a layer. */
    Decision decide(PdfLayer layer) {
        List<String> reasons = new ArrayList<>();
        List<Word> words = layer.words().stream().map(LayerWord::word).toList();
        TextTrust trust = assessor.assess(text(words));
        if (words.isEmpty()) {
            reasons.add("no text layer");
            return new Decision(TextChoice.OCR, words, trust, reasons);
        }
        List<Word> converted = converted(layer.words(), trust);
        boolean changed = !converted.equals(words);
        if (changed) {
            reasons.add("legacy encoding undone: " + trust.reason());
            trust = assessor.assess(text(converted));
        }
        reasons.add("text layer " + trust.reason());
        boolean scan = layer.pictureShare() >= SCAN_SHARE;
        double unmapped = (double) layer.unmapped() / Math.max(1, layer.glyphs());
        boolean use = usable(trust, scan, words, unmapped, reasons);
        TextChoice choice = !use ? TextChoice.OCR : changed ? TextChoice.CONVERT : TextChoice.KEEP;
        return new Decision(choice, converted, trust, reasons);
    }

    private static boolean usable(
            TextTrust trust, boolean scan, List<Word> words, double unmapped, List<String> reasons) {
        if (unmapped > MOST_UNMAPPED) {
            reasons.add(String.format(Locale.ROOT, "%.0f %% of glyphs without meaning", 100 * unmapped));
            return false;
        }
        if (scan && words.size() < FEWEST_WORDS_OVER_SCAN) {
            reasons.add("only " + words.size() + " words over a picture of the page");
            return false;
        }
        return switch (trust.verdict()) {
            case GOOD -> true;
            case FOREIGN, UNKNOWN -> {
                // Sound text of another language reads no better with a recogniser of Vietnamese.
                boolean sound = trust.verdict() == Verdict.FOREIGN && trust.foreignWordShare() >= SOUND_FOREIGN;
                if (scan && !sound) {
                    reasons.add("a picture of the page under a layer that does not read as Vietnamese");
                }
                yield !scan || sound;
            }
            case LEGACY, STRIPPED, RUINED -> false;
        };
    }

    private List<Word> converted(List<LayerWord> words, TextTrust page) {
        Map<String, Optional<LegacyFont>> fonts = new HashMap<>();
        byFont(words).forEach((font, text) -> fonts.put(font, encoding(font, text, page)));
        List<Word> converted = new ArrayList<>(words.size());
        for (LayerWord word : words) {
            Word w = word.word();
            Optional<LegacyFont> legacy = fonts.getOrDefault(word.font(), Optional.empty());
            converted.add(legacy.map(l -> converted(w, l)).orElse(w));
        }
        return converted;
    }

    private Word converted(Word word, LegacyFont legacy) {
        String text = decoder.decode(word.text(), legacy.encoding(), legacy.capitals());
        return new Word(text, text, word.box(), word.confidence(), word.source(), word.alternatives(), word.style());
    }

    /** The encoding of a font's text on a page, if it is a legacy one. Its name alone does not decide. */
    private Optional<LegacyFont> encoding(String font, String text, TextTrust page) {
        Optional<LegacyFont> named = LegacyFont.named(font);
        boolean capitals = named.map(LegacyFont::capitals).orElse(false);
        TextTrust own = assessor.assess(text);
        if (own.verdict() == Verdict.LEGACY) {
            return own.encoding().map(e -> new LegacyFont(e, capitals));
        }
        if (own.verdict() != Verdict.UNKNOWN && own.verdict() != Verdict.RUINED) {
            return Optional.empty();
        }
        // Too little to tell by itself, or capitals only: the page decides, or the font's name.
        if (page.verdict() == Verdict.LEGACY) {
            LegacyEncoding encoding =
                    named.map(LegacyFont::encoding).orElse(page.encoding().orElseThrow());
            return named.isPresent() || decoder.hasSignature(text, encoding)
                    ? Optional.of(new LegacyFont(encoding, capitals))
                    : Optional.empty();
        }
        return named.filter(n -> page.verdict() != Verdict.GOOD && decoder.hasSignature(text, n.encoding()));
    }

    private static Map<String, String> byFont(List<LayerWord> words) {
        Map<String, StringBuilder> texts = new TreeMap<>();
        for (LayerWord word : words) {
            texts.computeIfAbsent(word.font(), k -> new StringBuilder())
                    .append(word.word().text())
                    .append(' ');
        }
        Map<String, String> byFont = new TreeMap<>();
        texts.forEach((font, text) -> byFont.put(font, text.toString()));
        return byFont;
    }

    private static String text(List<Word> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(word.text()).append(' '));
        return text.toString();
    }
}
