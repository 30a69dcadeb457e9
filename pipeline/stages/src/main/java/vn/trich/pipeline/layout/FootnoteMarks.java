package vn.trich.pipeline.layout;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

/**
 * Sets right the raised figures that point to footnotes, which a recogniser reads as strokes and quotation marks
 * ({@code loại!.} for {@code loại¹.}). The footnotes below tell which figures must stand on the page; a stroke is one of
 * them only if between the figures that were read there are just as many strokes as figures are missing.
 */
final class FootnoteMarks {

    private static final Pattern NUMBER = Pattern.compile("^[\\[(]?(\\d{1,2})(?!\\d|[.,]\\d)[\\])]?");
    private static final Pattern SCRIBBLE = Pattern.compile("^[^\\p{Ll}\\p{Lu}\\d\\s(“\"\\-–+]{1,2}$");
    private static final Pattern MARKED = Pattern.compile("^.*[\\p{L}),;”\"%](\\d{1,2})[.,;:)]?$");
    private static final Pattern STROKE = Pattern.compile("^(.*[\\p{L}\\d)%])([!'’‘`´*°ˆ^¡]{1,2}|[”\"])([.,;:)]?)$");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;)”\"]$");
    /** Marks that may have been lost in a row. */
    private static final int MOST_LOST = 2;

    private final Map<Word, Word> mended = new IdentityHashMap<>();
    private int last;

    /** The same pages, the marks set right that can be. */
    static List<PageLayout> mend(List<PageLayout> pages) {
        FootnoteMarks marks = new FootnoteMarks();
        return pages.stream().map(marks::mend).toList();
    }

    private PageLayout mend(PageLayout page) {
        List<Integer> marks = marks(lines(page, Line.Kind.FOOTNOTE));
        if (!marks.isEmpty()) {
            point(lines(page, Line.Kind.BODY), marks);
        }
        if (mended.isEmpty()) {
            return page;
        }
        PageText text = page.page();
        PageLayout done = new PageLayout(
                text.withWords(text.words().stream().map(this::mended).toList()),
                page.lines().stream()
                        .map(l -> new Line(
                                l.page(), l.words().stream().map(this::mended).toList(), l.box(), l.kind()))
                        .toList());
        mended.clear();
        return done;
    }

    private Word mended(Word word) {
        return mended.getOrDefault(word, word);
    }

    private static List<Line> lines(PageLayout page, Line.Kind kind) {
        return page.lines().stream().filter(l -> l.kind() == kind).toList();
    }

    /** The figures of the footnotes of a page, in order; those that were read as something else are set right. */
    private List<Integer> marks(List<Line> notes) {
        List<Line> begun = begun(notes);
        int first = first(begun);
        if (first == last && first > 0) {
            // What the page before began goes on here.
            begun = begun.subList(1, begun.size());
            first++;
        }
        boolean known = first > last && first <= last + 1 + MOST_LOST || first == 1;
        if (!known || begun.isEmpty()) {
            return List.of();
        }
        List<Integer> marks = new ArrayList<>();
        for (Line note : begun) {
            last = first + marks.size();
            marks.add(last);
            Word word = note.words().get(0);
            if (SCRIBBLE.matcher(word.text()).matches() && note.words().size() > 1) {
                change(word, Integer.toString(last));
            }
        }
        return marks;
    }

    /** The lines with which footnotes begin: the first, and behind the end of a sentence those with a mark. */
    private static List<Line> begun(List<Line> notes) {
        List<Line> begun = new ArrayList<>();
        boolean free = true;
        for (Line line : notes) {
            String word = line.words().get(0).text();
            if (begun.isEmpty()
                    || free && (read(word) > 0 || SCRIBBLE.matcher(word).matches())) {
                begun.add(line);
            }
            free = SENTENCE_END.matcher(line.text()).matches();
        }
        return begun;
    }

    /** The figure of the first of them: all figures that were read must count on from it; 0 if they do not. */
    private int first(List<Line> begun) {
        int first = 0;
        for (int i = 0; i < begun.size(); i++) {
            String word = begun.get(i).words().get(0).text();
            // The first figure of the text may have been read as part of the mark.
            boolean joined = i == 0 && last > 0 && word.startsWith(Integer.toString(last + 1));
            int read = joined ? last + 1 : read(word);
            if (read > 0 && first == 0) {
                first = read - i;
            } else if (read > 0 && read != first + i) {
                return 0;
            }
        }
        boolean scribbled = !begun.isEmpty()
                && SCRIBBLE.matcher(begun.get(0).words().get(0).text()).matches();
        return first == 0 && scribbled ? last + 1 : Math.max(first, 0);
    }

    private static int read(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private void change(Word word, String text) {
        if (word.source() == WordSource.OCR) {
            mended.put(word, word.restored(text, word.confidence()));
        }
    }

    /** Sets strokes to the figures that are missing between those that were read. */
    private void point(List<Line> body, List<Integer> marks) {
        List<Word> strokes = new ArrayList<>();
        int next = 0;
        for (Line line : body) {
            for (Word word : line.words()) {
                int read = marked(word.text());
                int found = read == 0 ? -1 : marks.subList(next, marks.size()).indexOf(read);
                if (found >= 0) {
                    settle(strokes, marks.subList(next, next + found));
                    strokes.clear();
                    next += found + 1;
                } else if (isStroke(word, line)) {
                    strokes.add(word);
                }
            }
        }
        settle(strokes, marks.subList(next, marks.size()));
    }

    private static int marked(String text) {
        Matcher marked = MARKED.matcher(text);
        return marked.matches() ? Integer.parseInt(marked.group(1)) : 0;
    }

    /** Whether a word ends in something that may have been a figure; a quotation mark that closes one is none. */
    private static boolean isStroke(Word word, Line line) {
        Matcher stroke = STROKE.matcher(word.text());
        if (!stroke.matches() || word.text().startsWith("“") || word.text().startsWith("\"")) {
            return false;
        }
        boolean quote = stroke.group(2).matches("[”\"]");
        return !quote
                || line.words().stream()
                        .takeWhile(w -> w != word)
                        .noneMatch(w -> w.text().contains("“") || w.text().contains("\""));
    }

    private void settle(List<Word> strokes, List<Integer> missing) {
        if (strokes.size() != missing.size()) {
            return;
        }
        for (int i = 0; i < strokes.size(); i++) {
            Matcher stroke = STROKE.matcher(strokes.get(i).text());
            if (stroke.matches()) {
                change(strokes.get(i), stroke.group(1) + missing.get(i) + stroke.group(3));
            }
        }
    }
}
