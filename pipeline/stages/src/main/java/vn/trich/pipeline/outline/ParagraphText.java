package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.trich.output.Box;
import vn.trich.output.Region;
import vn.trich.pipeline.page.Word;

/** Collects the lines of one paragraph. */
final class ParagraphText {
    private final List<FlowLine> lines = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final Map<Integer, Region> regions = new LinkedHashMap<>();
    private int labelLength;

    /** A paragraph that begins with this line, its first {@code labelLength} characters a label. */
    static ParagraphText begin(FlowLine line, int labelLength) {
        ParagraphText text = new ParagraphText();
        text.labelLength = labelLength;
        text.append(line, without(line.words(), labelLength));
        return text;
    }

    /** Adds a line; a word cut by a hyphen at the end of the line before is put together. */
    void add(FlowLine line) {
        append(line, line.words());
    }

    private void append(FlowLine line, List<Word> more) {
        lines.add(line);
        List<Word> rest = new ArrayList<>(more);
        if (!words.isEmpty() && !rest.isEmpty() && cut(words.get(words.size() - 1), rest.get(0))) {
            Word head = words.remove(words.size() - 1);
            Word tail = rest.remove(0);
            words.add(joined(head, tail));
        }
        words.addAll(rest);
        regions.merge(line.page(), line.region(), ParagraphText::union);
    }

    /** A hyphen directly behind a letter or figure is part of a cut word; a dash stands free. */
    private static boolean cut(Word head, Word tail) {
        String text = head.text();
        return text.length() > 1
                && (text.endsWith("-") || text.endsWith("/"))
                && Character.isLetterOrDigit(text.codePointBefore(text.length() - 1))
                && Character.isLetterOrDigit(tail.text().codePointAt(0));
    }

    private static Word joined(Word head, Word tail) {
        return new Word(
                head.text() + tail.text(),
                head.original() + tail.original(),
                head.box(),
                Math.min(head.confidence(), tail.confidence()),
                head.source(),
                List.of(),
                head.style());
    }

    private static Region union(Region a, Region b) {
        Box box = a.hasBox() && b.hasBox() ? a.bbox().union(b.bbox()) : null;
        return new Region(a.page(), box);
    }

    /** Words without the first {@code length} characters of their text joined by blanks. */
    static List<Word> without(List<Word> words, int length) {
        List<Word> rest = new ArrayList<>();
        int at = 0;
        for (Word word : words) {
            int end = at + word.text().length();
            if (at >= length) {
                rest.add(word);
            } else if (end > length) {
                rest.add(word.restored(word.text().substring(length - at), word.confidence()));
            }
            at = end + 1;
        }
        return rest;
    }

    /** Its words, the label left out. */
    List<Word> words() {
        return List.copyOf(words);
    }

    /** Its text, the label left out. */
    String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** Where it stands, one region per page, the label included. */
    List<Region> regions() {
        return List.copyOf(regions.values());
    }

    /** Its lines. */
    List<FlowLine> lines() {
        return List.copyOf(lines);
    }

    /** The line that was added last. */
    FlowLine last() {
        return lines.get(lines.size() - 1);
    }

    /** Whether it begins with a label. */
    boolean labelled() {
        return labelLength > 0;
    }

    /** Whether all its lines but an odd one are set bold. */
    boolean bold() {
        return lines.stream().filter(FlowLine::bold).count() >= 0.75 * lines.size();
    }

    /** Mean confidence of its words, 1 if it has none. */
    double confidence() {
        return words.stream().mapToDouble(Word::confidence).average().orElse(1);
    }

    /** As a block of a section. */
    Block.Paragraph block() {
        return new Block.Paragraph(words, regions());
    }
}
