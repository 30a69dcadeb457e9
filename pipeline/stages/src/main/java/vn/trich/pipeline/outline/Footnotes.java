package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.output.SectionRecord.Kind;
import vn.trich.pipeline.page.Word;

/** Puts the lines below a page's rule together to footnotes and ties each to the section that holds its mark. */
final class Footnotes {
    private static final Pattern MARK = Pattern.compile("^[\\[(]?(\\d{1,3}|[*]{1,3})[\\])]?\\s*");
    /** What a recogniser makes of a raised figure before a capital. */
    private static final Pattern SCRIBBLE = Pattern.compile("^(?:[^\\p{Ll}\\p{Lu}\\d(“\"]\\s?){1,3}(?=\\p{Lu})");
    /** Marks that may have been lost in a row. */
    private static final int MOST_LOST = 3;

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Footnotes() {}

    /**
     * A paragraph and where it went.
     *
     * @param section the section
     * @param text the paragraph
     */
    record Placed(SectionNode section, ParagraphText text) {}

    private record Note(String mark, ParagraphText text) {}

    /**
     * Adds footnotes below the sections whose paragraphs bear their marks.
     *
     * @param lines the lines of all footnotes, in order
     * @param placed the paragraphs of the text
     * @param root takes what fits nowhere else
     */
    static void attach(List<FlowLine> lines, List<Placed> placed, SectionNode root) {
        for (Note note : notes(lines)) {
            SectionNode section = home(note, placed, root);
            SectionNode node = new SectionNode(Kind.FOOTNOTE, note.mark(), section.level() + 1, 0);
            node.open(note.text(), false);
            section.add(node);
        }
    }

    private static List<Note> notes(List<FlowLine> lines) {
        List<Note> notes = new ArrayList<>();
        int last = 0;
        FlowLine before = null;
        for (FlowLine line : lines) {
            boolean first = before == null || before.page() != line.page();
            boolean free = before == null || ParagraphBreak.ends(before.text());
            String text = raisedToPlain(line.text());
            int length = markLength(text, last, first, free);
            Matcher scribble = SCRIBBLE.matcher(text);
            boolean scribbled = free && last > 0 && scribble.lookingAt();
            if (length > 0) {
                String mark = text.substring(0, length).replaceAll("[^\\d*]", "");
                last = mark.startsWith("*") ? last : Integer.parseInt(mark);
                notes.add(new Note(mark, ParagraphText.begin(line, length)));
            } else if (scribbled || first && free) {
                last++;
                notes.add(new Note(
                        scribbled ? Integer.toString(last) : "",
                        ParagraphText.begin(line, scribbled ? scribble.end() : 0)));
            } else {
                notes.get(notes.size() - 1).text().add(line);
            }
            before = line;
        }
        return notes;
    }

    /**
     * Length of the mark at the beginning of a line; a mark that ran into the text is known by its turn.
     *
     * @param last the mark before, 0 if there was none
     * @param first whether the line is the first of its page's notes, where marks may begin anew
     * @param free whether a note may begin here: at the first line, or behind the end of a sentence
     */
    private static int markLength(String text, int last, boolean first, boolean free) {
        Matcher m = MARK.matcher(text);
        if (!m.find()) {
            return 0;
        }
        String next = Integer.toString(last + 1);
        boolean star = m.group(1).startsWith("*");
        if (m.group(1).equals(next) || star && last == 0) {
            return m.end();
        }
        if (text.startsWith(next)) {
            return next.length();
        }
        boolean written = text.length() > m.end() && Character.isLetter(text.codePointAt(m.end()));
        if (star || !written || m.group(1).startsWith("0") || m.group(1).length() > 3) {
            return 0;
        }
        int number = Integer.parseInt(m.group(1));
        boolean goesOn = free && number > last && number <= last + MOST_LOST;
        boolean anew = first && (last == 0 || number == 1);
        return goesOn || anew ? m.end() : 0;
    }

    private static SectionNode home(Note note, List<Placed> placed, SectionNode root) {
        int page = note.text().last().page();
        int first = note.text().lines().get(0).page();
        SectionNode home = root;
        for (Placed candidate : placed) {
            boolean here = candidate.text().lines().stream().anyMatch(l -> l.page() == first || l.page() == page);
            if (!here) {
                continue;
            }
            home = candidate.section();
            if (!note.mark().isEmpty() && bears(candidate.text(), note.mark())) {
                return home;
            }
        }
        return home;
    }

    /** Whether a word of the paragraph bears the mark, raised or run into it. */
    private static boolean bears(ParagraphText text, String mark) {
        Pattern raised = Pattern.compile(".*[\\p{L}.,;:)”\"%][\\[(]?" + Pattern.quote(mark) + "[\\])]?[.,;:]?$|[\\[(]"
                + Pattern.quote(mark) + "[\\])][.,;:]?");
        List<Word> words = text.words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            boolean small =
                    i > 0 && word.matches(Pattern.quote(mark) + "[.,;:]?") && raised(words.get(i - 1), words.get(i));
            if (small || raised.matcher(raisedToPlain(word)).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is set smaller than the one before it and above its foot. */
    private static boolean raised(Word before, Word word) {
        boolean smaller = word.style().size() > 0
                && word.style().size() < 0.85 * before.style().size();
        boolean lower = word.box().height() < 0.8 * before.box().height();
        return smaller || lower && word.box().y1() < before.box().y1() - 1;
    }

    private static String raisedToPlain(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            int digit = RAISED.indexOf(c);
            plain.append(digit < 0 ? c : (char) ('0' + digit));
        }
        return plain.toString();
    }
}
