package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets letters of a document's symbol right that a recogniser took for others ({@code UBND-NG} for {@code UBND-NC}), from
 * evidence alone: what else the same paper names, who is said to have issued the document, and the parts that symbols
 * are known to have. A part that is known stays as it is; so does one that several known parts resemble alike.
 */
final class SymbolEvidence {

    /** Capitals that recognisers take for one another. */
    private static final List<String> ALIKE =
            List.of("CG", "YV", "ĐD", "OQ", "IT", "IL", "HN", "EF", "PF", "BE", "RB", "PD", "gq", "g9");
    /** What stands before the slash of a Party paper: figures, a hyphen, the code of the type. */
    private static final Pattern PARTY = Pattern.compile("(\\d+\\p{L}?-)(\\p{L}+)");
    /** A part met elsewhere in the paper weighs as much as one that is met so often everywhere. */
    private static final int IN_PAPER = 500;
    /** The same of a part that is known from nowhere else. */
    private static final int MISREAD_ALIKE = 5;
    /** The best reading must weigh so many times what the next does. */
    private static final int CLEARLY = 4;

    private final DocumentTypes types;
    private final Map<String, Integer> agencies = new HashMap<>();
    private final Map<String, Integer> divisions = new HashMap<>();

    SymbolEvidence(DocumentTypes types) {
        this.types = types;
        for (String line : Lexicon.lines("symbol-parts.tsv")) {
            String[] fields = line.split("\t");
            (fields[0].equals("agency") ? agencies : divisions).put(fields[1], Integer.parseInt(fields[2]));
        }
    }

    /** The parts of a number's symbol, the code of its type first. */
    static List<String> parts(String number) {
        String symbol = number.substring(number.indexOf('/') + 1).replaceFirst("^(?:19|20)\\d\\d/", "");
        return List.of(symbol.split("-"));
    }

    /**
     * A number whose symbol's parts are set right where the evidence allows one reading alone.
     *
     * @param number figures, a slash, the symbol
     * @param issuer who is said to have issued the document, or empty
     * @param named how often each part is met in other numbers of the paper
     */
    String repaired(String number, String issuer, Map<String, Long> named) {
        int slash = number.indexOf('/');
        List<String> parts = parts(number);
        Matcher party = PARTY.matcher(number.substring(0, Math.max(0, slash)));
        if (slash <= 0 || !party.matches() && !number.substring(0, slash).matches("\\d+\\p{L}?")) {
            return number;
        }
        List<String> right = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean division = i > 0 && agencies.containsKey(right.get(i - 1));
            right.add(
                    known(parts.get(i)) && !(division && !divisions.containsKey(parts.get(i)))
                            ? parts.get(i)
                            : likeliest(parts.get(i), division, initials(issuer), named));
        }
        String head =
                number.substring(0, number.length() - String.join("-", parts).length());
        return (party.matches() ? party.group(1) + code(party.group(2)) + "/" : head) + String.join("-", right);
    }

    /** The code of a type that a code is, letters read twice and marks that codes do not bear aside. */
    private String code(String read) {
        List<String> codes = types.all().stream().map(DocumentTypes.Type::code).toList();
        return codes.contains(read)
                ? read
                : codes.stream()
                        .filter(code -> code.equals(single(read)))
                        .findFirst()
                        .orElse(read);
    }

    private boolean known(String part) {
        return agencies.containsKey(part)
                || divisions.containsKey(part)
                || types.all().stream().anyMatch(t -> t.code().equals(part));
    }

    private String likeliest(String part, boolean division, String initials, Map<String, Long> named) {
        Map<String, Integer> weights = new HashMap<>(division ? divisions : agencies);
        // What is not known may have been misread everywhere alike.
        named.forEach((other, count) ->
                weights.merge(other, (int) (count * (known(other) ? IN_PAPER : MISREAD_ALIKE)), Integer::sum));
        if (initials.length() > 1) {
            weights.merge(initials, IN_PAPER, Integer::sum);
        }
        String alike = heaviest(part, weights, other -> alike(part, other));
        return alike.equals(part) ? heaviest(part, weights, other -> oneTooMany(part, other)) : alike;
    }

    /** The part among those that may be meant which clearly outweighs the others; the part as read if none does. */
    private static String heaviest(String part, Map<String, Integer> weights, Predicate<String> meant) {
        String best = part;
        int most = 0;
        int next = weights.getOrDefault(part, 0);
        for (Map.Entry<String, Integer> other : weights.entrySet()) {
            if (other.getKey().equals(part) || other.getKey().length() < 2 || !meant.test(other.getKey())) {
                continue;
            }
            if (other.getValue() > most) {
                next = Math.max(next, most);
                most = other.getValue();
                best = other.getKey();
            } else {
                next = Math.max(next, other.getValue());
            }
        }
        return most >= CLEARLY * Math.max(1, next) ? best : part;
    }

    /** Whether the one is the other with a letter read twice, or a figure or a scrap read into it. */
    private static boolean oneTooMany(String read, String meant) {
        return read.length() == meant.length() + 1
                && (single(read).equals(meant)
                        || read.endsWith(meant)
                        || read.replaceAll("\\d", "").equals(meant));
    }

    /** A part in which no letter stands twice in a row. */
    private static String single(String part) {
        return part.replaceAll("(\\p{L})\\1", "$1");
    }

    /** Whether the one may have been read for the other: one letter that looks alike, signs over letters that bear none. */
    private static boolean alike(String read, String meant) {
        if (read.length() != meant.length()) {
            return false;
        }
        int wrong = 0;
        for (int i = 0; i < read.length(); i++) {
            char r = plain(read.charAt(i));
            char m = meant.charAt(i);
            if (r != m && !(alike(r, m) && ++wrong <= 1)) {
                return false;
            }
        }
        return true;
    }

    private static char plain(char letter) {
        boolean symbolic = letter < 0x80 || letter == 'Đ';
        return symbolic
                ? letter
                : Character.toUpperCase(Bare.of(String.valueOf(letter)).charAt(0));
    }

    private static boolean alike(char one, char other) {
        return ALIKE.stream().anyMatch(pair -> pair.indexOf(one) >= 0 && pair.indexOf(other) >= 0);
    }

    private static String initials(String issuer) {
        return List.of(issuer.toUpperCase(Locale.ROOT).split("[\\s,–-]+")).stream()
                .filter(word ->
                        !word.isEmpty() && !Set.of("VÀ", "TỈNH", "THÀNH", "PHỐ").contains(word))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }
}
