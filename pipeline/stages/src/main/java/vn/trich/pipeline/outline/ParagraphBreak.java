package vn.trich.pipeline.outline;

import java.util.List;
import java.util.regex.Pattern;
import vn.trich.pipeline.page.Word;

/**
 * Says how surely a line begins a paragraph, from what stands before it and how both are set: indent, line fill, end of
 * sentence, bullets, capitals, type, distance. The weights are judgements, each sign in points that add up; above 0 a
 * new paragraph begins.
 */
final class ParagraphBreak {
    private static final Pattern BULLET = Pattern.compile("^[_.'’‘`]?[-–—+*•·●▪■◦>»→]\\s*\\S.*");
    private static final Pattern BULLET_SENTENCE =
            Pattern.compile("^[_.'’‘`]?[-–—+*•·●▪■◦>»→]\\s*(\\p{Lu}|\\d|[“\"‘(]).*");
    private static final Pattern SENTENCE_END = Pattern.compile(".*([.;:!?…]|\\./\\.|[.;:][”\"’)])$");
    private static final Pattern HANGING = Pattern.compile(
            ".*(,|-|–|\\b(và|của|các|về|cho|với|tại|theo|do|từ|đến|trong|số|là|để|những|ngày|tháng|năm|thứ|hoặc|khi))$",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final boolean indented;

    /**
     * Learns how a document sets its paragraphs.
     *
     * @param lines its lines of body text
     */
    ParagraphBreak(List<FlowLine> lines) {
        long all = lines.stream().filter(l -> !l.synthetic()).count();
        long set = lines.stream()
                .filter(l -> !l.synthetic() && l.indent() > 12 && l.indent() < 75 && !l.centred())
                .count();
        this.indented = all > 0 && set >= 0.06 * all;
    }

    /** Whether a line begins with a bullet (which a wrapped dash may look like). */
    static boolean bullet(String text) {
        return BULLET_SENTENCE.matcher(text).matches();
    }

    /** Whether a text ends as a sentence or a listed item does. */
    static boolean ends(String text) {
        return SENTENCE_END.matcher(text).matches();
    }

    /**
     * How surely {@code line} begins a paragraph.
     *
     * @param before the line before it in the same flow, or {@code null} at the beginning
     * @param line the line
     * @return above 0 if it does, below if it goes on with the paragraph before
     */
    double score(FlowLine before, FlowLine line) {
        return before == null ? 5 : labelled(before, line) + beginning(line);
    }

    /** As {@link #score}, for a line that may begin with a label: how its text begins says nothing then. */
    double labelled(FlowLine before, FlowLine line) {
        if (before == null) {
            return 5;
        }
        return -0.4 + end(before) + fill(before, line) + indent(before, line) + setting(before, line);
    }

    private static double end(FlowLine before) {
        String text = before.text();
        if (HANGING.matcher(text).matches()) {
            return -1.8;
        }
        return ends(text) ? 1.2 : -0.8;
    }

    private static double fill(FlowLine before, FlowLine line) {
        Word first = line.words().get(0);
        double blank = 0.3 * Math.max(4, line.box().height());
        double room = before.shortfall() - blank - first.box().width();
        double full = before.margins().right() - before.margins().left();
        if (line.synthetic()) {
            return room > 0.3 * full ? 1.7 : room > 0.12 * full ? 1.0 : room > 0 ? 0.2 : -0.5;
        }
        return room > 0.06 * full ? 1.5 : room > 4 ? 0.9 : -0.7;
    }

    private double indent(FlowLine before, FlowLine line) {
        if (line.synthetic() || !indented) {
            return 0;
        }
        double step = line.box().x0() - before.box().x0();
        boolean samePage = line.page() == before.page();
        if (line.indent() > 12) {
            boolean hanging = samePage && Math.abs(step) < 6 && before.indent() > 12;
            return hanging ? 0.4 : 1.3;
        }
        return -0.9;
    }

    private static double beginning(FlowLine line) {
        String text = line.text();
        if (bullet(text)) {
            return 2.5;
        }
        if (BULLET.matcher(text).matches()) {
            return 0.3;
        }
        int first = text.codePointAt(0);
        if (Character.isLowerCase(first)) {
            return -2.0;
        }
        return Character.isUpperCase(first) ? 0.3 : 0;
    }

    private static double setting(FlowLine before, FlowLine line) {
        double score = line.gap() > 1.6 ? 0.6 : 0;
        boolean capitals = before.capitals() && before.words().size() > 1;
        if (capitals) {
            score += line.capitals() ? -1.2 : 1.5;
        } else if (line.capitals() && line.words().size() > 1) {
            score += 1.0;
        }
        if (before.bold() && !line.bold()) {
            score += 1.0;
        } else if (before.bold() && line.bold() && !ends(before.text())) {
            score -= 0.4;
        }
        return score;
    }
}
