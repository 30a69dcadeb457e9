package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;

/**
 * Knows lines that come back at the edge of page after page, figures aside, and passed for text because they stand alone
 * there or above a table.
 */
final class RunningLines {
    private static final int SHORTEST = 6;
    private static final int PAGES = 3;
    private static final double SHARE = 0.2;
    /** Pages on which a line comes back that need no share of all. */
    private static final int MANY = 5;

    /** Share of a page's width that counts as its side. */
    private static final double SIDE = 0.1;

    private final Set<String> repeated;

    /**
     * Learns the repeated lines of a file.
     *
     * @param pages its pages
     */
    RunningLines(List<PageLayout> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (PageLayout page : pages) {
            Stream.concat(edges(page).stream().map(RunningLines::key), Stream.of(key(sideways(page))))
                    .distinct()
                    .forEach(k -> counts.merge(k, 1, Integer::sum));
        }
        double enough = Math.max(PAGES, Math.min(MANY, SHARE * pages.size()));
        this.repeated = counts.entrySet().stream()
                .filter(e -> e.getKey().length() >= SHORTEST && e.getValue() >= enough)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The lines of a page that are running heads or feet after all. */
    Set<Line> of(PageLayout page) {
        List<Line> sideways = sideways(page);
        Stream<Line> aside = repeated.contains(key(sideways)) ? sideways.stream() : Stream.empty();
        Stream<Line> edges = edges(page).stream().filter(l -> repeated.contains(key(l)));
        return Stream.concat(edges, aside).collect(Collectors.toUnmodifiableSet());
    }

    /** Lines at a side of the page, top to bottom, if words stand upright there: the head of a page that was turned. */
    private static List<Line> sideways(PageLayout page) {
        double width = page.page().width();
        List<Line> aside = page.lines().stream()
                .filter(l -> l.kind() == Line.Kind.BODY)
                .filter(l -> l.box().x0() > (1 - SIDE) * width || l.box().x1() < SIDE * width)
                .sorted(Comparator.comparingDouble(l -> l.box().y0()))
                .toList();
        boolean upright = aside.stream()
                .flatMap(l -> l.words().stream())
                .anyMatch(w -> w.text().length() > 2
                        && w.box().height() > 1.5 * w.box().width());
        return upright && !page.page().synthetic() ? aside : List.of();
    }

    private static List<Line> edges(PageLayout page) {
        List<Line> body = page.lines().stream()
                .filter(l -> l.kind() == Line.Kind.BODY)
                .sorted(Comparator.comparingDouble(l -> l.box().y0()))
                .toList();
        List<Line> edges = new ArrayList<>();
        if (!body.isEmpty() && !page.page().synthetic()) {
            edges.add(body.get(0));
            if (body.size() > 1) {
                edges.add(body.get(body.size() - 1));
            }
        }
        return edges;
    }

    private static String key(List<Line> lines) {
        return lines.stream().map(RunningLines::key).collect(Collectors.joining());
    }

    private static String key(Line line) {
        return Bare.compact(line.text()).replaceAll("\\d", "");
    }
}
