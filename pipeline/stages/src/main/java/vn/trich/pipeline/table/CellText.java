package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.output.Box;
import vn.trich.pipeline.page.Word;

/**
 * The text of a cell: its words in printed lines, the lines joined to paragraphs. A line begins a new paragraph if it
 * opens with a bullet or a label, or if the line before it breaks off early.
 */
final class CellText {

    private static final Pattern BULLET = Pattern.compile("[-–—+*•●▪◦∙→➢✓]\\s?\\S.*|[-–—+*•]");
    private static final Pattern LABEL = Pattern.compile(
            "(\\(?\\d{1,2}[.)]|\\(?[a-zđ][.)]|\\(\\d{1,2}\\)|\\d{1,2}(\\.\\d{1,2}){1,3}\\.?)\\s*[\\p{Lu}\\p{Ll}(\"“].*");
    private static final Pattern NUMBER_LABEL = Pattern.compile("\\d{1,2}(\\.\\d{1,2})*[.)]?\\s.*");
    private static final Pattern FINISHED = Pattern.compile(".*[.;:!?…][\"”)]?");

    private CellText() {}

    /**
     * Words of one cell in reading order with their text.
     *
     * @param page page number
     * @param box the cell
     * @param words in any order; those of text that runs up or down in the order in which they were shown or read, which
     *     tells which of both it is
     */
    static Draft.Piece piece(int page, Box box, List<Word> words) {
        if (TurnedText.isTurned(words)) {
            return TurnedText.piece(page, box, words);
        }
        List<List<Word>> lines = lines(words);
        List<Word> ordered = lines.stream().flatMap(List::stream).toList();
        return new Draft.Piece(page, box, ordered, text(lines, box));
    }

    /** The texts of a cell's pieces; a piece on a later page goes on with the last paragraph unless it opens one. */
    static String join(List<Draft.Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Draft.Piece piece : pieces) {
            if (piece.text().isEmpty()) {
                continue;
            }
            if (!text.isEmpty()) {
                text.append(opensParagraph(piece.text(), text.toString()) ? '\n' : ' ');
            }
            text.append(piece.text());
        }
        return text.toString();
    }

    /** Words grouped into printed lines, top to bottom, each left to right. */
    static List<List<Word>> lines(List<Word> words) {
        List<Word> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble((Word w) -> w.box().centreY())
                .thenComparingDouble(w -> w.box().x0()));
        List<List<Word>> lines = new ArrayList<>();
        Box last = null;
        for (Word word : sorted) {
            if (last != null && sameLine(last, word.box(), lines.get(lines.size() - 1))) {
                lines.get(lines.size() - 1).add(word);
                last = word.box().height() > last.height() ? word.box() : last;
            } else {
                lines.add(new ArrayList<>(List.of(word)));
                last = word.box();
            }
        }
        lines.forEach(
                line -> line.sort(Comparator.comparingDouble((Word w) -> w.box().x0())
                        .thenComparingDouble(w -> w.box().y0())
                        .thenComparing(Word::text)));
        return lines;
    }

    /** A word belongs to a line if half of the lower one is shared and it does not stand on top of a word there. */
    private static boolean sameLine(Box last, Box word, List<Word> line) {
        double lower = Math.min(last.height(), word.height());
        if (last.overlapY(word) < 0.5 * lower) {
            return false;
        }
        boolean covered = line.stream()
                .anyMatch(w -> w.box().overlapX(word) > 0.6 * Math.min(w.box().width(), word.width())
                        && w.box().overlapY(word) < 0.7 * lower);
        return !covered;
    }

    private static String text(List<List<Word>> lines, Box box) {
        double pitch = pitch(lines);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stream().map(Word::text).collect(Collectors.joining(" "));
            if (i > 0) {
                boolean opens = breaks(lines.get(i - 1), lines.get(i), line, text.toString(), box, pitch);
                text.append(opens ? '\n' : ' ');
            }
            text.append(line);
        }
        return text.toString();
    }

    private static double pitch(List<List<Word>> lines) {
        double[] steps = new double[Math.max(0, lines.size() - 1)];
        for (int i = 1; i < lines.size(); i++) {
            steps[i - 1] = y(lines.get(i)) - y(lines.get(i - 1));
        }
        java.util.Arrays.sort(steps);
        return steps.length == 0 ? Double.MAX_VALUE : steps[steps.length / 2];
    }

    private static double y(List<Word> line) {
        return line.stream().mapToDouble(w -> w.box().centreY()).average().orElse(0);
    }

    private static boolean breaks(
            List<Word> above, List<Word> line, String text, String before, Box box, double pitch) {
        if (opensParagraph(text, before)) {
            return true;
        }
        if (y(line) - y(above) > 1.7 * pitch && startsUpper(text)) {
            return true;
        }
        return startsUpper(text) && FINISHED.matcher(before).matches() && breaksOff(above, line, box);
    }

    /** Whether the first word of a line would have fitted at the end of the line above it. */
    private static boolean breaksOff(List<Word> above, List<Word> line, Box box) {
        double used =
                above.get(above.size() - 1).box().x1() - above.get(0).box().x0();
        double blank = above.get(0).box().height();
        return used + line.get(0).box().width() + blank < box.width() - 0.5 * blank;
    }

    private static boolean startsUpper(String text) {
        return text.codePoints().filter(Character::isLetter).findFirst().stream()
                .anyMatch(Character::isUpperCase);
    }

    private static boolean opensParagraph(String line, String before) {
        if (BULLET.matcher(line).matches()) {
            return !continuesDash(line, before);
        }
        if (!LABEL.matcher(line).matches()) {
            return false;
        }
        return !NUMBER_LABEL.matcher(line).matches() || FINISHED.matcher(before).matches();
    }

    /** A dash inside a sentence ({@code 2021 - 2025}, {@code kinh tế - xã hội}) can fall on the start of a line. */
    private static boolean continuesDash(String line, String before) {
        String rest = line.substring(1).strip();
        boolean unfinished = !FINISHED.matcher(before).matches();
        return unfinished && !rest.isEmpty() && !startsUpper(rest);
    }
}
