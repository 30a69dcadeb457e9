package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.trich.output.Box;
import vn.trich.pipeline.page.Word;

/** The text of a cell that runs up or down, as the names of narrow columns do. */
final class TurnedText {

    /** Width of a letter in parts of a line's height, on the average. */
    private static final double LETTER = 0.45;

    /** A word of several letters that runs up or down is so much higher than wide. */
    private static final double UPRIGHT = 1.2;

    private TurnedText() {}

    /** Whether most of the letters of a cell stand in words that run up or down. */
    static boolean isTurned(List<Word> words) {
        double turned = 0;
        boolean sure = false;
        for (Word word : words) {
            int length = word.text().length();
            double width = Math.max(1e-3, word.box().width());
            double height = Math.max(1e-3, word.box().height());
            turned += length < 2 ? 0 : length * (unlikely(width / height / length) - unlikely(height / width / length));
            sure |= length > 2 && height > UPRIGHT * width;
        }
        return sure && turned > 0;
    }

    /** How unlike the usual width of a letter one is. */
    private static double unlikely(double width) {
        return Math.abs(Math.log(width / LETTER));
    }

    /**
     * Words of one cell in reading order with their text.
     *
     * @param page page number
     * @param box the cell
     * @param words in the order in which they were shown or read
     */
    static Draft.Piece piece(int page, Box box, List<Word> words) {
        boolean up = runsUp(words);
        List<List<Word>> lines = lines(words, up);
        List<Word> ordered = lines.stream().flatMap(List::stream).toList();
        String text = ordered.stream().map(Word::text).collect(Collectors.joining(" "));
        return new Draft.Piece(page, box, ordered, text);
    }

    /** Whether words that follow each other stand above each other; what cannot be told runs up, as most does. */
    private static boolean runsUp(List<Word> words) {
        double up = 0;
        for (int i = 1; i < words.size(); i++) {
            Box before = words.get(i - 1).box();
            Box box = words.get(i).box();
            boolean sameLine = sameLine(before, box);
            up += sameLine ? Math.signum(before.centreY() - box.centreY()) : 0;
            up += sameLine ? 0 : 0.5 * Math.signum(box.centreX() - before.centreX());
        }
        return up >= 0;
    }

    private static boolean sameLine(Box line, Box word) {
        return line.overlapX(word) >= 0.5 * Math.min(line.width(), word.width());
    }

    /** Lines from the first, each from its first word: text that runs up has its first line on the left. */
    private static List<List<Word>> lines(List<Word> words, boolean up) {
        List<Word> sorted = new ArrayList<>(words);
        sorted.sort(
                Comparator.comparingDouble((Word w) -> (up ? 1 : -1) * w.box().centreX()));
        List<List<Word>> lines = new ArrayList<>();
        Box last = null;
        for (Word word : sorted) {
            if (last != null && sameLine(last, word.box())) {
                lines.get(lines.size() - 1).add(word);
            } else {
                lines.add(new ArrayList<>(List.of(word)));
                last = word.box();
            }
        }
        lines.forEach(line -> line.sort(
                Comparator.comparingDouble((Word w) -> (up ? -1 : 1) * w.box().centreY())));
        return lines;
    }
}
