package vn.trich.corpus.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.print.Sheet;

/** Writes sheets as plain text, as the text dump of an OCR engine: line by line from the top. */
public final class TextDump {

    private static final double SAME_LINE = 3;

    /**
     * The text, lines ended by line feeds, a form feed behind each page but the last.
     *
     * @param reader how words are read; empty for as they are
     */
    public String write(List<Sheet> sheets, Optional<ForeignReader> reader, Dice dice) {
        List<String> pages = new ArrayList<>();
        for (Sheet sheet : sheets) {
            pages.add(page(sheet, reader, dice));
        }
        return String.join("\f", pages);
    }

    /** A turned word where its line begins: a line that is turned is told as one. */
    private static Sheet.Word upright(Sheet.Word word, Sheet.Word first) {
        return new Sheet.Word(
                word.text(),
                first.x(),
                first.baseline(),
                word.width(),
                word.face(),
                word.size(),
                word.line(),
                Sheet.Run.RIGHT);
    }

    private static String page(Sheet sheet, Optional<ForeignReader> reader, Dice dice) {
        List<Sheet.Word> words = new ArrayList<>();
        for (List<Sheet.Word> line : CellDump.lines(sheet)) {
            line.forEach(word -> words.add(word.upright() ? word : upright(word, line.get(0))));
        }
        words.sort(Comparator.comparingDouble(Sheet.Word::baseline));
        StringBuilder out = new StringBuilder();
        int at = 0;
        double before = 0;
        while (at < words.size()) {
            int end = at + 1;
            while (end < words.size()
                    && words.get(end).baseline() - words.get(end - 1).baseline() < SAME_LINE) {
                end++;
            }
            List<Sheet.Word> line = new ArrayList<>(words.subList(at, end));
            line.sort(Comparator.comparingDouble(Sheet.Word::x));
            if (before > 0
                    && line.get(0).baseline() - before > 1.8 * line.get(0).size()) {
                out.append('\n');
            }
            before = line.get(0).baseline();
            List<String> read = new ArrayList<>();
            for (Sheet.Word word : line) {
                String text = reader.map(r -> r.read(word.text(), dice)).orElse(word.text());
                if (!text.isEmpty()) {
                    read.add(text);
                }
            }
            out.append(String.join(" ", read)).append('\n');
            at = end;
        }
        return out.toString();
    }
}
