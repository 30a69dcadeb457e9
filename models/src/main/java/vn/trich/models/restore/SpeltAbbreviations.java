package vn.trich.models.restore;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.language.Letters;

/**
 * Tells D and Đ apart in abbreviations that a text spells out: {@code tai nạn lao động (TNLD)} is {@code TNLĐ} there, and wherever
 * else the text has it.
 */
final class SpeltAbbreviations {

    private static final Pattern ABBREVIATION = Pattern.compile("\\P{L}*([A-ZĐ]{2,8})\\P{L}*");
    private static final Pattern WORD = Pattern.compile("\\P{L}*(\\p{L}+)\\P{L}*");
    // What may stand between the words and the abbreviation: "(sau đây gọi tắt là ...".
    private static final int MOST_BETWEEN = 7;
    // Words that abbreviations pass over.
    private static final Set<String> PASSED_OVER = Set.of("và", "của", "về", "các", "cho", "với");

    private final List<RestoredToken> tokens;
    private final Map<String, String> spelt = new HashMap<>();

    private SpeltAbbreviations(List<RestoredToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * The tokens with such abbreviations set right; all others unchanged.
     *
     * @param tokens in reading order
     */
    static List<RestoredToken> told(List<RestoredToken> tokens) {
        SpeltAbbreviations abbreviations = new SpeltAbbreviations(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            abbreviations.learn(i);
        }
        return abbreviations.spelt.isEmpty()
                ? tokens
                : tokens.stream().map(abbreviations::told).toList();
    }

    // Empty for what is none, or has neither letter.
    private static Optional<Matcher> abbreviation(RestoredToken token) {
        Matcher matcher = ABBREVIATION.matcher(token.text());
        return matcher.matches() && matcher.group(1).matches(".*[DĐ].*") ? Optional.of(matcher) : Optional.empty();
    }

    private void learn(int at) {
        abbreviation(tokens.get(at)).ifPresent(found -> {
            int bracket = at;
            while (bracket >= 0
                    && at - bracket <= MOST_BETWEEN
                    && !tokens.get(bracket).text().startsWith("(")) {
                bracket--;
            }
            if (bracket > 0 && at - bracket <= MOST_BETWEEN) {
                initials(bracket, found.group(1))
                        .ifPresent(marked -> spelt.putIfAbsent(Letters.bare(found.group(1)), marked));
            }
        });
    }

    // The abbreviation with the initials of the words that end before the bracket, if these have its letters.
    private Optional<String> initials(int end, String letters) {
        StringBuilder marked = new StringBuilder();
        int at = end;
        while (marked.length() < letters.length() && --at >= 0) {
            Matcher word = WORD.matcher(tokens.get(at).text());
            if (!word.matches()) {
                return Optional.empty();
            }
            char initial = Character.toUpperCase(word.group(1).charAt(0));
            char wanted = letters.charAt(letters.length() - 1 - marked.length());
            if (plain(initial) == plain(wanted)) {
                marked.append(initial == 'Đ' ? 'Đ' : plain(wanted));
            } else if (!PASSED_OVER.contains(word.group(1).toLowerCase(Locale.ROOT))) {
                return Optional.empty();
            }
        }
        return marked.length() == letters.length()
                ? Optional.of(marked.reverse().toString())
                : Optional.empty();
    }

    private static char plain(char letter) {
        return Character.toUpperCase(Letters.bare(letter));
    }

    private RestoredToken told(RestoredToken token) {
        return abbreviation(token)
                .filter(found -> spelt.containsKey(Letters.bare(found.group(1))))
                .map(found -> with(token, found))
                .orElse(token);
    }

    private RestoredToken with(RestoredToken token, Matcher found) {
        String text = token.text().substring(0, found.start(1))
                + spelt.get(Letters.bare(found.group(1)))
                + token.text().substring(found.end(1));
        return text.equals(token.text())
                ? token
                : new RestoredToken(token.from(), token.to(), text, token.original(), Math.max(2, token.margin()));
    }
}
