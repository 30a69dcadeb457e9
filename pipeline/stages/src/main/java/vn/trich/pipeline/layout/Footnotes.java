package vn.trich.pipeline.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Ruling;

/** Marks the lines under a short rule in the lower part of a page that begin with a footnote's mark. */
final class Footnotes {

    private static final Pattern MARK = Pattern.compile("^(\\(?\\d{1,3}\\)?|\\*{1,3}|[†‡])(\\s.*|[A-ZĐÀ-Ỹ].*)");

    private final PageText page;
    private final PageMeasure measure;

    Footnotes(PageText page) {
        this.page = page;
        this.measure = new PageMeasure(page);
    }

    /** The same lines, those of footnotes marked. */
    List<Line> mark(List<Line> lines) {
        Optional<Double> rule = page.rulings().stream()
                .filter(this::couldPart)
                .filter(r -> opensNotes(r, lines))
                .map(Ruling::at)
                .min(Double::compare);
        if (rule.isEmpty()) {
            return lines;
        }
        List<Line> marked = new ArrayList<>();
        for (Line line : lines) {
            boolean note = line.kind() == Line.Kind.BODY && line.box().centreY() > rule.get();
            marked.add(note ? new Line(line.page(), line.words(), line.box(), Line.Kind.FOOTNOTE) : line);
        }
        return marked;
    }

    private boolean couldPart(Ruling rule) {
        return rule.horizontal()
                && rule.at() > 0.45 * page.height()
                && rule.length() >= 0.1 * page.width()
                && rule.length() <= 0.45 * page.width()
                && rule.from() < 0.25 * page.width()
                && !measure.ruledBetween(rule.from() - 4, rule.to() + 4, rule.at());
    }

    private static boolean opensNotes(Ruling rule, List<Line> lines) {
        return lines.stream()
                .filter(l -> l.kind() == Line.Kind.BODY && l.box().centreY() > rule.at())
                .findFirst()
                .filter(l -> MARK.matcher(l.text()).matches())
                .isPresent();
    }
}
