package vn.trich.pipeline.layout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.output.Box;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Word;

/**
 * Marks the footnotes at the end of a page: under a short rule that begins at the left margin, if they begin with a mark
 * or are set smaller than the page; where a scan lost the rule, a block set apart and smaller that begins with a mark;
 * in plain text a block set apart whose mark stands behind a word of the page.
 */
final class Footnotes {

    private static final Pattern MARK = Pattern.compile("^(\\(?\\d{1,3}\\)?|\\*{1,3}|[†‡])(\\s.*|[A-ZĐÀ-Ỹ].*)");
    private static final Pattern NUMBERED = Pattern.compile("^[\\[(]?(\\d{1,2})[\\])]?\\s?\\p{Lu}.*");
    /** A raised mark that stands on a line of its own, as plain text has it. */
    private static final Pattern RAISED = Pattern.compile("\\d{1,2}");

    /** What a row of a table or a dotted label begins with. */
    private static final Pattern ROW = Pattern.compile("^\\d{1,2}[.)]\\s?\\S.*");

    private static final Pattern BULLET = Pattern.compile("^[-–+•].*");

    /** Height of a footnote's words, as a share of the page's, at most. */
    private static final double SMALL = 0.93;

    private static final double SMALLER = 0.88;

    /** Footnotes end below this share of the page's height. */
    private static final double LOW = 0.78;

    private static final int LONGEST_BLOCK = 15;

    private final PageText page;
    private final PageMeasure measure;

    Footnotes(PageText page) {
        this.page = page;
        this.measure = new PageMeasure(page);
    }

    /** The same lines, those of footnotes marked. */
    List<Line> mark(List<Line> lines) {
        double from = page.synthetic() ? behindBlank(lines) : underRule(lines).orElseGet(() -> setApart(lines));
        if (from == Double.POSITIVE_INFINITY) {
            return lines;
        }
        return lines.stream().map(l -> marked(l, from)).toList();
    }

    private Line marked(Line line, double from) {
        if (line.kind() != Line.Kind.BODY) {
            return line;
        }
        boolean note = line.box().centreY() > from;
        boolean mark = page.synthetic() && RAISED.matcher(line.text()).matches();
        Line.Kind kind = note ? Line.Kind.FOOTNOTE : mark ? Line.Kind.NOISE : Line.Kind.BODY;
        return new Line(line.page(), line.words(), line.box(), kind);
    }

    private Optional<Double> underRule(List<Line> lines) {
        return page.rulings().stream()
                .filter(this::couldPart)
                .filter(r -> opensNotes(r, lines))
                .map(Ruling::at)
                .min(Double::compare);
    }

    private boolean couldPart(Ruling rule) {
        return rule.horizontal()
                && rule.at() > 0.45 * page.height()
                && rule.length() >= 0.1 * page.width()
                && rule.length() <= 0.45 * page.width()
                && rule.from() < 0.25 * page.width()
                && !measure.ruledBetween(rule.from() - 4, rule.to() + 4, rule.at());
    }

    private boolean opensNotes(Ruling rule, List<Line> lines) {
        List<Line> below =
                body(lines).stream().filter(l -> l.box().centreY() > rule.at()).toList();
        if (below.isEmpty()) {
            return false;
        }
        return MARK.matcher(below.get(0).text()).matches()
                || isSmall(below, SMALL) && endsPage(below) && !underlines(rule, lines);
    }

    /** Whether the rule is drawn under a line of text. */
    private boolean underlines(Ruling rule, List<Line> lines) {
        return lines.stream().map(Line::box).anyMatch(b -> {
            double distance = rule.at() - b.y1();
            return Math.abs(distance) < 0.35 * measure.em() && rule.from() > b.x0() - 5 && rule.to() < b.x1() + 5;
        });
    }

    /** Whether words are set smaller than the page's and none begins a list. */
    private boolean isSmall(List<Line> block, double share) {
        double[] heights = block.stream()
                .flatMap(l -> l.words().stream())
                .filter(w -> w.text().codePoints().filter(Character::isLetter).count() >= 2)
                .map(Word::box)
                .mapToDouble(Box::height)
                .sorted()
                .toArray();
        boolean list = block.stream().anyMatch(l -> BULLET.matcher(l.text()).matches());
        return heights.length >= 3 && !list && heights[heights.length / 2] <= share * measure.em();
    }

    private boolean endsPage(List<Line> block) {
        return block.stream().mapToDouble(l -> l.box().y1()).max().orElse(0) > LOW * page.height();
    }

    /** Where a block begins that only its place and size give away; nowhere if there is none. */
    private double setApart(List<Line> lines) {
        List<Line> body = body(lines);
        for (int i = body.size() - 1; i > 0 && body.size() - i <= LONGEST_BLOCK; i--) {
            Box first = body.get(i).box();
            double gap = first.y0() - body.get(i - 1).box().y1();
            if (gap > measure.em()) {
                List<Line> block = body.subList(i, body.size());
                boolean notes = NUMBERED.matcher(body.get(i).text()).matches()
                        && first.y0() > 0.55 * page.height()
                        && first.x0() < 0.25 * page.width()
                        && isSmall(block, SMALLER)
                        && endsPage(block)
                        && !measure.insideRules(first.centreY());
                return notes ? first.y0() - 0.1 : Double.POSITIVE_INFINITY;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** As {@link #setApart}, in plain text, where the mark must stand behind a word above. */
    private double behindBlank(List<Line> lines) {
        List<Line> body = body(lines);
        for (int i = body.size() - 1; i > 0 && body.size() - i <= LONGEST_BLOCK; i--) {
            double y = body.get(i).box().y0();
            if (y - body.get(i - 1).box().y0() > 1.5 * measure.em()) {
                Matcher mark = NUMBERED.matcher(body.get(i).text());
                boolean notes = mark.matches()
                        && body.subList(i + 1, body.size()).stream()
                                .noneMatch(l -> ROW.matcher(l.text()).matches())
                        && isReferredTo(mark.group(1), body, i);
                return notes ? y - 0.1 : Double.POSITIVE_INFINITY;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Whether a mark stands behind a word above a block, or alone on a line above one that fills its line. */
    private static boolean isReferredTo(String mark, List<Line> body, int block) {
        Pattern raised = Pattern.compile(".*\\p{L}[.,;:)”\"]?" + mark + "[.,;:)]?");
        List<Line> above = body.subList(0, block);
        double widest = above.stream().mapToDouble(l -> l.box().x1()).max().orElse(0);
        boolean full = body.get(block).box().x1() > 0.9 * widest;
        return above.stream()
                        .flatMap(l -> l.words().stream())
                        .anyMatch(w -> raised.matcher(w.text()).matches())
                || full && above.stream().anyMatch(l -> l.text().equals(mark));
    }

    private static List<Line> body(List<Line> lines) {
        return lines.stream()
                .filter(l -> l.kind() == Line.Kind.BODY)
                .sorted(Comparator.comparingDouble((Line l) -> l.box().y0())
                        .thenComparingDouble(l -> l.box().x0()))
                .toList();
    }
}
