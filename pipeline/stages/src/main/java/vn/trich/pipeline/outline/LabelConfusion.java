package vn.trich.pipeline.outline;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What OCR engines make of the few characters of a label. Read off engines' outputs on Latin and Vietnamese prints: a
 * bar is any of {@code I l 1 | !}, two bars join to {@code H} or {@code U}, a bar and a full stop to {@code L} or
 * {@code J}, {@code V} and a bar to {@code Y}.
 */
final class LabelConfusion {
    private static final Map<Character, String> ROMAN = Map.ofEntries(
            Map.entry('l', "I"),
            Map.entry('1', "I"),
            Map.entry('|', "I"),
            Map.entry('!', "I"),
            Map.entry('[', "I"),
            Map.entry(']', "I"),
            Map.entry('i', "I"),
            Map.entry('Í', "I"),
            Map.entry('Ì', "I"),
            Map.entry('ï', "I"),
            Map.entry('T', "I"),
            Map.entry('L', "I"),
            Map.entry('J', "I"),
            Map.entry('H', "II"),
            Map.entry('U', "II"),
            Map.entry('M', "III"),
            Map.entry('Y', "V"),
            Map.entry('v', "V"),
            Map.entry('W', "VI"),
            Map.entry('x', "X"));
    private static final Map<Character, Character> DIGITS = Map.ofEntries(
            Map.entry('l', '1'),
            Map.entry('I', '1'),
            Map.entry('i', '1'),
            Map.entry('|', '1'),
            Map.entry('!', '1'),
            Map.entry('ỉ', '1'),
            Map.entry('O', '0'),
            Map.entry('o', '0'),
            Map.entry('S', '5'),
            Map.entry('s', '5'),
            Map.entry('§', '5'),
            Map.entry('Z', '2'),
            Map.entry('z', '2'),
            Map.entry('B', '8'),
            Map.entry('ó', '6'),
            Map.entry('ô', '6'),
            Map.entry('G', '6'),
            Map.entry('A', '4'),
            Map.entry('T', '7'));
    /** For each letter of a point, what else it is read as. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('a', "äâăáàạảãậấầặ438"),
            Map.entry('b', "6hþ"),
            Map.entry('c', "e©€ço"),
            Map.entry('d', "đð"),
            Map.entry('đ', "dðÐ"),
            Map.entry('e', "cê©éèẹ"),
            Map.entry('g', "q9øğy"),
            Map.entry('h', "bnl"),
            Map.entry('i', "l1|íìïj"),
            Map.entry('k', "K"),
            Map.entry('l', "1I|i"),
            Map.entry('m', "n"),
            Map.entry('n', "mñ"),
            Map.entry('o', "0óòôơ"),
            Map.entry('p', "P"),
            Map.entry('q', "g9"),
            Map.entry('u', "ưúù"),
            Map.entry('y', "ý"));

    private LabelConfusion() {}

    /** A token as a Roman numeral in capitals, every character taken for what it resembles; empty if one cannot be. */
    static String asRoman(String token) {
        StringBuilder roman = new StringBuilder();
        for (char c : token.toCharArray()) {
            if (c == 'I' || c == 'V' || c == 'X') {
                roman.append(c);
            } else if (ROMAN.containsKey(c)) {
                roman.append(ROMAN.get(c));
            } else {
                return "";
            }
        }
        return roman.toString();
    }

    /** A token as digits, every character taken for what it resembles; empty if one cannot be. */
    static String asDigits(String token) {
        StringBuilder digits = new StringBuilder();
        for (char c : token.toCharArray()) {
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (DIGITS.containsKey(c)) {
                digits.append(DIGITS.get(c));
            } else {
                return "";
            }
        }
        return digits.toString();
    }

    /** Whether a token of more than one character may stand for one letter. */
    static boolean looksLikeLetter(String token) {
        return token.equals("dd") || token.equals("đd");
    }

    /** The point letters that a token may stand for, each with how much of a guess it is. */
    static Map<Character, Double> letters(String token) {
        Map<Character, Double> letters = new LinkedHashMap<>();
        char c = token.charAt(0);
        if (token.length() > 1) {
            letters.put('đ', 0.6);
            return letters;
        }
        if (LabelGrammar.POINTS.indexOf(c) >= 0) {
            letters.put(c, 0.0);
        }
        for (char letter : LabelGrammar.POINTS.toCharArray()) {
            String others = LETTERS.getOrDefault(letter, "");
            if (letter != c && others.indexOf(c) >= 0) {
                letters.put(letter, letter == 'đ' && c == 'd' || letter == 'd' && c == 'đ' ? 0.5 : 1.0);
            }
        }
        return letters;
    }
}
