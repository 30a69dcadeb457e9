package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.language.Letters;

/**
 * Tells the points {@code d)} and {@code đ)} of a list apart, which without marks look alike: after {@code c)} comes
 * {@code d)}, after that {@code đ)}. A sign in a ring or with a stroke after {@code b)} is the {@code c)} that it looks like.
 */
final class ListLabels {

    private static final Pattern LABEL = Pattern.compile("[“\"(]?([a-zđ])[).](?!\\p{L}).*");
    // What an engine that knows no "c)" reads.
    private static final Pattern SIGN = Pattern.compile("[“\"(]?([©¢€])\\).*");
    private static final Pattern LETTER = Pattern.compile("([a-eđ])[,;]?");

    // The last label met, and how many tokens ago the last lone letter of an enumeration was.
    private char label;
    private char letter;
    private int since;

    private ListLabels() {}

    /**
     * The tokens with such labels set right; all others unchanged.
     *
     * @param tokens in reading order
     */
    static List<RestoredToken> inOrder(List<RestoredToken> tokens) {
        ListLabels labels = new ListLabels();
        List<RestoredToken> out = new ArrayList<>(tokens.size());
        for (RestoredToken token : tokens) {
            out.add(token.text().length() > 6 ? token : labels.next(token));
        }
        return out;
    }

    private RestoredToken next(RestoredToken token) {
        since++;
        Matcher point = LABEL.matcher(token.text());
        if (point.matches()) {
            label = following(label, point.group(1).charAt(0));
            return with(token, point.start(1), label);
        }
        Matcher sign = SIGN.matcher(token.text());
        if (sign.matches() && label == 'b') {
            label = 'c';
            return with(token, sign.start(1), label);
        }
        Matcher lone = LETTER.matcher(token.text());
        if (lone.matches()) {
            char before = since <= 2 ? letter : 0;
            letter = following(before, lone.group(1).charAt(0));
            since = 0;
            return with(token, lone.start(1), letter);
        }
        return token;
    }

    private static char following(char before, char read) {
        if (Letters.bare(read) != 'd') {
            return read;
        }
        return switch (before) {
            case 'c' -> 'd';
            case 'd' -> 'đ';
            default -> read;
        };
    }

    private static RestoredToken with(RestoredToken token, int at, char letter) {
        String text = token.text().substring(0, at) + letter + token.text().substring(at + 1);
        return text.equals(token.text())
                ? token
                : new RestoredToken(token.from(), token.to(), text, token.original(), Math.max(2, token.margin()));
    }
}
