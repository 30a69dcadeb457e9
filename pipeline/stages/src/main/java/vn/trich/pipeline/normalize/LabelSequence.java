package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the labels of a table's rows as one count: finds, of all ways in which headings and rows can be numbered, the one
 * that the labels as read fit best, and with it which headings stand above each row. So a label that was misread among
 * good ones is mended, and headings whose labels are not printed at all still nest.
 */
final class LabelSequence {

    /** Ways kept at each row. */
    private static final int WIDTH = 16;

    /** Ways this much costlier than the best are given up. */
    private static final double HOPELESS = 4.5;

    private static final double JUMP = 1.2;
    private static final double JUMP_TO_OTHER_COUNT = 1.9;
    private static final double OPENS_LEVEL = 0.3;
    private static final double WRONG_ORDER = 0.7;
    private static final double CLOSES_LEVEL = 0.05;
    private static final double CLOSES_EMPTY = 0.6;
    private static final double DEEP = 0.25;
    private static final double UNLABELLED = 0.6;
    private static final double UNCOUNTED_HEADING = 3;
    /** Headings often bear no label where others do. */
    private static final double BARE_HEADING = 0.1;
    /** Capitals stand above other letters, never below. */
    private static final double CAPITALS_BELOW = 0.8;

    private final LabelCost cost = new LabelCost();

    /** The best reading of all rows, heading rows included, in order. */
    List<Placed> read(List<Row> rows) {
        List<Way> ways = List.of(new Way(null, "", List.of(), "", "", 0));
        for (int i = 0; i < rows.size(); i++) {
            List<Way> longer = new ArrayList<>();
            for (Way way : ways) {
                longer.addAll(rows.get(i).heading() ? headings(way, rows.get(i), i) : bodies(way, rows.get(i)));
            }
            ways = best(longer);
        }
        return ways.get(0).placed();
    }

    /** The cheapest of the ways that differ in what can follow them. */
    private static List<Way> best(List<Way> ways) {
        double least = ways.stream().mapToDouble(Way::cost).min().orElse(0);
        Map<String, Way> differing = new HashMap<>();
        for (Way way : ways) {
            if (way.cost() <= least + HOPELESS) {
                differing.merge(way.key(), way, (a, b) -> a.cost() <= b.cost() ? a : b);
            }
        }
        return differing.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<String, Way> way) -> way.getValue().cost())
                        .thenComparing(Map.Entry::getKey))
                .limit(WIDTH)
                .map(Map.Entry::getValue)
                .toList();
    }

    private List<Way> headings(Way way, Row row, int index) {
        List<Way> longer = new ArrayList<>();
        for (int i = way.open().size() - 1; i >= 0; i--) {
            String label = Labels.next(way.open().get(i).label());
            if (!label.isEmpty()) {
                int closed = way.open().size() - i;
                double price = CLOSES_LEVEL * closed + (way.afterHeading() ? CLOSES_EMPTY : 0);
                longer.add(heading(way, i, label, row, index, price));
            }
        }
        String above = way.open().isEmpty()
                ? ""
                : way.open().get(way.open().size() - 1).label();
        for (String first : Labels.firsts(above)) {
            if (way.open().stream().anyMatch(open -> Labels.sameKind(open.label(), first))) {
                continue;
            }
            double order = Labels.rank(first) > Labels.rank(above) ? 0 : WRONG_ORDER;
            double late = way.last().isEmpty() ? 0 : OPENS_LEVEL;
            double plain = 0.02 * Labels.rank(first) + deep(first);
            longer.add(heading(way, way.open().size(), first, row, index, OPENS_LEVEL + order + late + plain));
        }
        if (!Labels.next(way.last()).isEmpty()) {
            longer.add(heading(way, way.open().size(), Labels.next(way.last()), row, index, CLOSES_LEVEL));
        }
        if (Labels.counts(row.read())) {
            longer.add(heading(way, level(way, row.read()), row.read(), row, index, JUMP));
        }
        if (row.read().isEmpty() && way.open().isEmpty()) {
            longer.add(heading(way, 0, "", row, index, UNCOUNTED_HEADING));
        }
        return longer;
    }

    private Way heading(Way way, int level, String label, Row row, int index, double price) {
        List<Heading> open = new ArrayList<>(way.open().subList(0, level));
        boolean belowOthers =
                row.capitals() && !open.isEmpty() && !open.get(open.size() - 1).capitals();
        open.add(new Heading(label, index, row.capitals()));
        double unlike = row.read().isEmpty() ? BARE_HEADING : cost.of(row.read(), label);
        String before = way.last().isEmpty() ? way.before() : way.last();
        return new Way(way, label, open, "", before, way.cost() + price + unlike + (belowOthers ? CAPITALS_BELOW : 0));
    }

    /** The level at which a heading with that label stands: that of one with the same kind of count, else the lowest. */
    private static int level(Way way, String label) {
        for (int i = way.open().size() - 1; i >= 0; i--) {
            if (Labels.sameKind(way.open().get(i).label(), label)) {
                return i;
            }
        }
        return way.open().size();
    }

    private List<Way> bodies(Way way, Row row) {
        List<Way> longer = new ArrayList<>();
        String above = way.open().isEmpty()
                ? ""
                : way.open().get(way.open().size() - 1).label();
        if (!way.last().isEmpty()) {
            add(longer, way, way.open().size(), Labels.next(way.last()), row, 0);
            add(longer, way, way.open().size(), Labels.nextAbove(way.last()), row, 0.4);
            add(longer, way, way.open().size(), Labels.below(way.last()), row, 0.4 + deep(Labels.below(way.last())));
        } else {
            boolean numbered = !Labels.below(above).isEmpty();
            add(longer, way, way.open().size(), Labels.below(above), row, deep(Labels.below(above)));
            add(longer, way, way.open().size(), "1", row, numbered ? 0.5 : 0.1);
            add(longer, way, way.open().size(), "a", row, numbered ? 0.15 : 0.3);
            add(longer, way, way.open().size(), Labels.next(way.before()), row, 0.3);
        }
        for (int i = way.open().size() - 1; i >= 0 && !way.afterHeading(); i--) {
            if (Labels.rank(way.open().get(i).label()) >= Labels.rank("1")) {
                add(longer, way, i, Labels.next(way.open().get(i).label()), row, 0.3);
            }
        }
        if (Labels.counts(row.read())) {
            boolean same = way.last().isEmpty() || Labels.sameKind(way.last(), row.read());
            add(longer, way, way.open().size(), row.read(), row, same ? JUMP : JUMP_TO_OTHER_COUNT);
        }
        double unlabelled = row.read().isEmpty() ? UNLABELLED : JUMP_TO_OTHER_COUNT;
        longer.add(new Way(
                way,
                "",
                way.open(),
                way.last(),
                way.before(),
                way.cost() + unlabelled + (row.read().isEmpty() ? 0 : cost.of(row.read(), "")),
                true));
        return longer;
    }

    private void add(List<Way> longer, Way way, int level, String label, Row row, double price) {
        if (!label.isEmpty()) {
            List<Heading> open = way.open().subList(0, level);
            longer.add(new Way(
                    way, label, open, label, way.before(), way.cost() + price + cost.of(row.read(), label), true));
        }
    }

    /** Numbers of more than two parts are rare in tables. */
    private static double deep(String label) {
        return DEEP * Math.max(0, RowLabel.readings(label).get(0).depth() - 2);
    }

    /**
     * A row to be read.
     *
     * @param heading whether it is a heading row
     * @param read its label as read, without dots and brackets; may be empty
     * @param capitals whether it is a heading in capitals
     */
    record Row(boolean heading, String read, boolean capitals) {}

    /**
     * A row read.
     *
     * @param label its label; of a heading without one, the one it would have
     * @param headings indexes of the heading rows above it, outermost first
     */
    record Placed(String label, List<Integer> headings) {}

    private record Heading(String label, int index, boolean capitals) {}

    /** The rows so far, read one way. */
    private record Way(
            Way shorter, String label, List<Heading> open, String last, String before, double cost, boolean body) {
        Way(Way shorter, String label, List<Heading> open, String last, String before, double cost) {
            this(shorter, label, open, last, before, cost, false);
        }

        boolean afterHeading() {
            return !body && shorter != null;
        }

        String key() {
            StringBuilder key = new StringBuilder();
            open.forEach(heading -> key.append(heading.label()).append('/'));
            return key.append('|')
                    .append(last)
                    .append('|')
                    .append(before)
                    .append(body)
                    .toString();
        }

        List<Placed> placed() {
            List<Placed> all = new ArrayList<>();
            for (Way way = this; way.shorter() != null; way = way.shorter()) {
                List<Heading> above = way.body()
                        ? way.open()
                        : way.open().subList(0, way.open().size() - 1);
                all.add(new Placed(
                        way.label(), above.stream().map(Heading::index).toList()));
            }
            Collections.reverse(all);
            return all;
        }
    }
}
