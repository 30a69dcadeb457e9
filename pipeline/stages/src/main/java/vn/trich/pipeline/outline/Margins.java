package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;

/**
 * Where the text of a page begins and ends, in points.
 *
 * @param left x at which full lines begin
 * @param right x at which full lines end
 * @param pitch distance from one line to the next
 * @param wide whether the page had enough full lines to tell
 */
record Margins(double left, double right, double pitch, boolean wide) {

    /** The margins of a page, from its lines of body text. */
    static Margins of(PageLayout page) {
        List<Line> body =
                page.lines().stream().filter(l -> l.kind() == Line.Kind.BODY).toList();
        double pitch = pitch(body);
        if (page.page().synthetic()) {
            return new Margins(0, quantile(body.stream().map(l -> l.box().x1()).toList(), 0.85, 480), pitch, true);
        }
        double width = page.page().width();
        List<Line> full =
                body.stream().filter(l -> l.box().width() > 0.5 * width).toList();
        double left = Math.min(
                quantile(full.stream().map(l -> l.box().x0()).toList(), 0.12, 0.14 * width),
                leftmost(body.stream()
                        .filter(l -> l.box().width() > 0.28 * width)
                        .map(l -> l.box().x0())
                        .sorted()
                        .toList()));
        double right = quantile(full.stream().map(l -> l.box().x1()).toList(), 0.85, 0.93 * width);
        return new Margins(left, right, pitch, full.size() >= 3);
    }

    /** The leftmost place where several lines begin. */
    private static double leftmost(List<Double> sorted) {
        int enough = Math.max(3, (int) (0.08 * sorted.size()));
        for (int i = 0; i + enough <= sorted.size(); i++) {
            if (sorted.get(i + enough - 1) - sorted.get(i) < 5) {
                return sorted.get(i);
            }
        }
        return Double.MAX_VALUE;
    }

    private static double pitch(List<Line> lines) {
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            double step = lines.get(i).box().centreY() - lines.get(i - 1).box().centreY();
            if (step > 4 && step < 60) {
                steps.add(step);
            }
        }
        return quantile(steps, 0.35, 18);
    }

    private static double quantile(List<Double> values, double share, double whenNone) {
        if (values.isEmpty()) {
            return whenNone;
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.floor(share * (sorted.size() - 1)));
    }
}
