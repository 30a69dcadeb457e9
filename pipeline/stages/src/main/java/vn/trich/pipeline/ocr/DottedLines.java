package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.trich.pipeline.ocr.Components.Component;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Rulings;

/**
 * Finds level lines of dots or dashes that part the rows of a table: small pieces of ink at even distances, one beside
 * the other, from one upright line to another. Dots that lead the eye, or ask to be written on, stand inside a cell and
 * do not reach its sides.
 */
final class DottedLines {

    /** Dots and dashes are no larger, in inches. */
    private static final double THICKEST_INCHES = 0.024;

    private static final double LONGEST_INCHES = 0.1;

    /** The paper between two of them, in inches; one may be missing. */
    private static final double GAP_INCHES = 0.1;

    /** How far the next may lie higher or lower, in inches. */
    private static final double WANDER_INCHES = 0.009;

    private static final int FEWEST = 5;

    /** Share of the steps that are as long as the usual one. */
    private static final double EVEN = 0.6;

    /** Share of the dots that must be there. */
    private static final double LEAST_COVER = 0.5;

    /** How far from an upright line the first and the last dot may lie, in inches: the next one touches it. */
    private static final double END_INCHES = 0.068;

    private final Components components = new Components();

    /**
     * The dotted lines between upright ones, in pixels.
     *
     * @param ink the page's ink, faint ink too
     * @param upright upright lines
     */
    List<Ruling> find(Bitmap ink, List<Ruling> upright) {
        Optional<PixelBox> region = region(upright, ink);
        if (region.isEmpty()) {
            return List.of();
        }
        double dpi = ink.dpi();
        List<Chain> chains = chains(dots(ink, region.get()), dpi);
        List<Ruling> pieces = new ArrayList<>();
        for (Chain chain : chains) {
            if (chain.isEven()) {
                pieces.add(chain.line());
            }
        }
        List<Ruling> lines = new ArrayList<>();
        for (Ruling line : Rulings.join(pieces, 2 * WANDER_INCHES * dpi, 4 * GAP_INCHES * dpi)) {
            if (cover(line, pieces) >= LEAST_COVER) {
                between(line, upright, END_INCHES * dpi).ifPresent(lines::add);
            }
        }
        return lines;
    }

    /** The area that upright lines stand on; none if they part nothing. */
    private static Optional<PixelBox> region(List<Ruling> upright, Bitmap page) {
        if (upright.size() < 2) {
            return Optional.empty();
        }
        double x0 = upright.stream().mapToDouble(Ruling::at).min().orElse(0);
        double x1 = upright.stream().mapToDouble(Ruling::at).max().orElse(0);
        double y0 = upright.stream().mapToDouble(Ruling::from).min().orElse(0);
        double y1 = upright.stream().mapToDouble(Ruling::to).max().orElse(0);
        PixelBox all = new PixelBox(0, 0, page.width(), page.height());
        return Optional.of(new PixelBox((int) x0, (int) y0, (int) x1 + 1, (int) y1 + 1).within(all));
    }

    private List<Component> dots(Bitmap ink, PixelBox region) {
        double thickest = Math.max(3, THICKEST_INCHES * ink.dpi());
        double longest = LONGEST_INCHES * ink.dpi();
        return components.find(ink, region).stream()
                .filter(c -> c.box().height() <= thickest && c.box().width() <= longest)
                .toList();
    }

    private static List<Chain> chains(List<Component> dots, double dpi) {
        List<Chain> open = new ArrayList<>();
        List<Chain> done = new ArrayList<>();
        double wander = Math.max(1.3, WANDER_INCHES * dpi);
        for (Component dot : dots) {
            Chain best = null;
            for (int i = open.size() - 1; i >= 0; i--) {
                Chain chain = open.get(i);
                if (dot.box().x0() - chain.end > GAP_INCHES * dpi) {
                    done.add(open.remove(i));
                } else if (dot.box().x0() > chain.end
                        && chain.distance(dot) <= wander
                        && (best == null || chain.distance(dot) < best.distance(dot))) {
                    best = chain;
                }
            }
            if (best == null) {
                open.add(new Chain(dot));
            } else {
                best.add(dot);
            }
        }
        done.addAll(open);
        return done;
    }

    private static double cover(Ruling line, List<Ruling> pieces) {
        double sum = 0;
        for (Ruling piece : pieces) {
            boolean on =
                    Math.abs(piece.at() - line.at()) <= 4 && piece.from() >= line.from() && piece.to() <= line.to();
            sum += on ? piece.length() : 0;
        }
        return sum / Math.max(1, line.length());
    }

    /** The line from the first to the last upright line that it reaches; none if it does not reach two. */
    private static Optional<Ruling> between(Ruling line, List<Ruling> upright, double near) {
        double[] reached = upright.stream()
                .filter(u -> u.from() - near <= line.at() && line.at() <= u.to() + near)
                .mapToDouble(Ruling::at)
                .filter(x -> line.from() - near <= x && x <= line.to() + near)
                .sorted()
                .toArray();
        boolean parts = reached.length > 1 && reached[reached.length - 1] - reached[0] > 2 * near;
        return parts
                ? Optional.of(new Ruling(true, line.at(), reached[0], reached[reached.length - 1]))
                : Optional.empty();
    }

    /** Dots one beside the other. */
    private static final class Chain {

        private final List<Component> dots = new ArrayList<>();
        private double end;
        private double height;

        Chain(Component first) {
            height = middle(first);
            add(first);
        }

        void add(Component dot) {
            dots.add(dot);
            end = dot.box().x1();
            height += (middle(dot) - height) / Math.min(dots.size(), 6);
        }

        double distance(Component dot) {
            return Math.abs(middle(dot) - height);
        }

        private static double middle(Component dot) {
            return (dot.box().y0() + dot.box().y1()) / 2.0;
        }

        /** Whether there are enough at distances that hardly differ; where one is missing, the step is twice as long. */
        boolean isEven() {
            if (dots.size() < FEWEST) {
                return false;
            }
            double[] steps = new double[dots.size() - 1];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = place(i + 1) - place(i);
            }
            double[] sorted = steps.clone();
            Arrays.sort(sorted);
            double usual = sorted[sorted.length / 2];
            double slack = Math.max(1.1, 0.2 * usual);
            long even = Arrays.stream(steps)
                    .filter(s -> Math.abs(s - usual) <= slack || Math.abs(s - 2 * usual) <= slack)
                    .count();
            return even >= EVEN * steps.length;
        }

        private double place(int dot) {
            return (dots.get(dot).box().x0() + dots.get(dot).box().x1()) / 2.0;
        }

        Ruling line() {
            double at = dots.stream().mapToDouble(Chain::middle).average().orElseThrow();
            return new Ruling(true, at, dots.get(0).box().x0(), end);
        }
    }
}
