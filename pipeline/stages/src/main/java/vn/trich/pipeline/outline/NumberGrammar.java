package vn.trich.pipeline.outline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.trich.pipeline.page.Word;

/**
 * Reads the line {@code Số: 15/KH-UBND} of a document's head: state papers with a slash after the number, Party papers
 * with a hyphen ({@code Số 15-HD/TU}), numbers left open, blanks and leaders anywhere.
 */
final class NumberGrammar {
    private static final Pattern MARK = Pattern.compile("(?:so|se|s6|s0|sd|s9|s5|s)[:.;,]?");
    private static final Pattern MARK_AND_MORE =
            Pattern.compile("(?:so|se|s6|s0|sd|s5|s)[:.;\\-–](\\S+)|so[a-z]?(\\d\\S*/[a-z]\\S*)");
    private static final Pattern SPECKS = Pattern.compile("^[^\\p{L}\\p{N}/]+(?=s)");
    /** A symbol whose number, and what stands before it, was not read. */
    private static final Pattern OPEN = Pattern.compile("/\\p{Lu}[\\p{L}]{1,4}-\\p{Lu}[\\p{L}\\d&\\-]*");

    /** A slash read as another sign between number and symbol, or not at all. */
    private static final Pattern LOST_SLASH = Pattern.compile("^(\\d{1,5})[.,'’|\\\\]?(?=\\p{Lu}\\p{L}{1,4}-\\p{Lu})");

    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}\\p{N}/\\-–.&]*\\p{L}[\\p{L}\\p{N}/\\-–.&]*");

    private NumberGrammar() {}

    /**
     * Reads a number at the beginning of a line.
     *
     * @param words words of the line
     * @return the number without blanks and how many words it takes up, or empty if the line bears none
     */
    static Optional<Numbered> read(List<Word> words) {
        String first = SPECKS.matcher(Bare.of(words.get(0).text())).replaceFirst("");
        if (words.size() == 1 && OPEN.matcher(words.get(0).text()).matches()) {
            return Optional.of(new Numbered(words.get(0).text(), 1, true));
        }
        Optional<Numbered> behindScribble = behindScribble(words);
        if (behindScribble.isPresent()) {
            return behindScribble;
        }
        StringBuilder number = new StringBuilder();
        int next = 1;
        if (MARK_AND_MORE.matcher(first).matches()) {
            number.append(words.get(0)
                    .text()
                    .replaceFirst("^[^\\p{L}\\p{N}/]+", "")
                    .replaceFirst("^(?:[^:.;\\d\\-–]*[:.;\\-–]|\\p{L}{2,3}(?=\\d))", ""));
        } else if (!MARK.matcher(first).matches()) {
            return Optional.empty();
        } else if (words.size() > 1 && words.get(1).text().matches("[:.;,]")) {
            next = 2;
        }
        while (next < words.size() && wants(number.toString(), words.get(next).text())) {
            number.append(words.get(next).text());
            next++;
        }
        String clean = clean(LOST_SLASH.matcher(number).replaceFirst("$1/"));
        int slash = slash(clean);
        boolean party = clean.matches("\\d+-\\p{L}[\\p{L}\\-]*(/[\\p{L}\\p{N}\\-]+)?");
        if (slash < 0 && !party || !SYMBOL.matcher(clean.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        String read = party ? clean : repaired(clean, slash);
        return Optional.of(new Numbered(read, next, !read.equals(clean)));
    }

    /** A symbol behind what was made of a number left open: a word or two of a few letters. */
    private static Optional<Numbered> behindScribble(List<Word> words) {
        for (int i = 1; i < Math.min(3, words.size()); i++) {
            boolean scribble = words.subList(0, i).stream()
                    .allMatch(w -> w.text().length() <= 4
                            && !MARK.matcher(Bare.of(w.text())).matches());
            if (scribble
                    && words.size() == i + 1
                    && OPEN.matcher(words.get(i).text()).matches()) {
                return Optional.of(new Numbered(words.get(i).text(), i + 1, true));
            }
        }
        return Optional.empty();
    }

    private static boolean wants(String soFar, String next) {
        if (next.matches("[.…_·•,:]+")) {
            return slash(soFar) < 0;
        }
        boolean open = slash(soFar) < 0;
        boolean joins = soFar.isEmpty()
                || soFar.matches(".*[-–/]")
                || next.matches("^[-–/].*")
                || open && soFar.length() < 8 && next.matches(".*[0-9/].*");
        return joins && (open || next.matches("[\\p{L}\\p{N}/\\-–.&]+"));
    }

    /**
     * The slash before the symbol: the first before a capital that symbols have, else before any, or before a year; -1 if there
     * is none.
     */
    private static int slash(String number) {
        int usual = slash(number, "[A-ZĐ]");
        return usual >= 0 ? usual : slash(number, "\\p{Lu}");
    }

    private static int slash(String number, String capital) {
        for (int i = number.indexOf('/'); i >= 0; i = number.indexOf('/', i + 1)) {
            if (number.substring(i + 1).matches("^(?:(?:19|20)\\d\\d/)?" + capital + ".*")) {
                return i;
            }
        }
        return -1;
    }

    private static String clean(String number) {
        String clean =
                number.replaceAll("[…_·•:,;'’`\"|*]", "").replace('–', '-').replaceAll("\\.{2,}", "");
        return clean.replaceAll("^[.\\-]+", "").replaceAll("[.\\-/]+$", "");
    }

    /** The figures before the slash: a letter that looks like a figure is one, scribble is none. */
    private static String repaired(String number, int slash) {
        String figures = number.substring(0, slash);
        String symbol = number.substring(slash);
        if (figures.isEmpty() || figures.matches("\\d{1,6}[a-dA-DđĐ]?")) {
            return figures + symbol;
        }
        if (figures.matches("\\d{1,5}/(19|20)\\d\\d")) {
            return number;
        }
        String digits = LabelConfusion.asDigits(figures.replaceAll("[.\\-]", ""));
        if (!digits.isEmpty()) {
            return digits + symbol;
        }
        long found = figures.chars().filter(Character::isDigit).count();
        return (found * 2 >= figures.length() ? figures.replaceAll("\\D", "") : "") + symbol;
    }

    /**
     * A number read.
     *
     * @param number the number with its symbol, without blanks
     * @param words words of the line it takes up
     * @param damaged whether figures had to be guessed or left out
     */
    record Numbered(String number, int words, boolean damaged) {}
}
