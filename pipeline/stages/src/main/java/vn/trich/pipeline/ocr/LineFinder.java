package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.trich.pipeline.ocr.Components.Component;

/**
 * Finds lines of text in a region of a level page. Letters are strung together from left to right while they overlap in
 * height and stand near each other; marks, dots and points go to the letters they stand by. A line ends at a gap wider
 * than any between words, so columns side by side are never one line.
 */
final class LineFinder {

    /** Letters are between these heights, in inches. */
    private static final double LOWEST_LETTER = 0.035;

    private static final double HIGHEST_LETTER = 0.5;

    /** Widest gap inside a line, in heights of small letters. */
    private static final double WIDEST_GAP = 3.2;

    private final Components components = new Components();

    /**
     * The lines of a region, top to bottom.
     *
     * @param ink the page's ink without its ruling lines
     * @param region where to look
     */
    List<TextLine> find(Bitmap ink, PixelBox region) {
        List<Component> letters = new ArrayList<>();
        List<Component> marks = new ArrayList<>();
        List<Component> all = components.find(ink, region);
        double small = smallLetter(all, ink.dpi());
        for (Component c : all) {
            if (isText(c, ink.dpi())) {
                (c.box().height() >= 0.6 * small && c.area() >= 0.1 * small * small ? letters : marks).add(c);
            }
        }
        List<Strand> strands = merged(strands(letters, small), small);
        strands = demoted(strands, marks, small);
        attach(marks, strands, small);
        List<TextLine> lines = new ArrayList<>();
        for (Strand strand : strands) {
            if (strand.letters.stream().mapToInt(Component::area).sum() >= 0.15 * small * small) {
                strand.line(small).ifPresent(lines::add);
            }
        }
        lines.sort(Comparator.comparingInt((TextLine l) -> l.box().y0())
                .thenComparingInt(l -> l.box().x0()));
        return lines;
    }

    /** The usual height of small letters: the median of heights that letters can have. */
    private static double smallLetter(List<Component> all, double dpi) {
        int[] heights = all.stream()
                .filter(c -> c.box().height() >= LOWEST_LETTER * dpi
                        && c.box().height() <= HIGHEST_LETTER / 2 * dpi
                        && c.box().width() <= HIGHEST_LETTER * dpi)
                .mapToInt(c -> c.box().height())
                .sorted()
                .toArray();
        return heights.length == 0 ? 0.075 * dpi : heights[(heights.length - 1) / 2];
    }

    private static boolean isText(Component c, double dpi) {
        int w = c.box().width();
        int h = c.box().height();
        boolean speck = c.area() < Math.max(2, dpi / 100 * (dpi / 100) / 2);
        boolean bar = h <= dpi / 40 && w > 0.3 * dpi || w <= dpi / 40 && h > 0.3 * dpi;
        return !speck && !bar && h <= HIGHEST_LETTER * dpi && w <= 2 * dpi;
    }

    private static List<Strand> strands(List<Component> letters, double small) {
        List<Strand> strands = new ArrayList<>();
        for (Component letter : letters) {
            Strand best = null;
            double bestOverlap = 0;
            for (Strand strand : strands) {
                double gap = letter.box().x0() - strand.x1;
                if (gap <= WIDEST_GAP * Math.max(small, 0.7 * strand.height())) {
                    double overlap = strand.overlap(letter.box());
                    if (overlap > bestOverlap) {
                        best = strand;
                        bestOverlap = overlap;
                    }
                }
            }
            if (best != null && bestOverlap >= 0.5) {
                best.add(letter);
            } else {
                strands.add(new Strand(letter));
            }
        }
        return strands;
    }

    /** Joins strands that turn out to be parts of one line. */
    private static List<Strand> merged(List<Strand> strands, double small) {
        List<Strand> result = new ArrayList<>();
        strands.sort(Comparator.comparingInt(s -> s.x0));
        for (Strand strand : strands) {
            Strand home = null;
            for (Strand other : result) {
                double gap = strand.x0 - other.x1;
                boolean near = gap <= WIDEST_GAP * small && gap >= -Math.max(small, strand.x1 - strand.x0);
                if (near
                        && other.shares(strand) >= 0.6
                        && (home == null || other.shares(strand) > home.shares(strand))) {
                    home = other;
                }
            }
            if (home == null) {
                result.add(strand);
            } else {
                home.letters.addAll(strand.letters);
                home.x1 = Math.max(home.x1, strand.x1);
                home.band(home.letters);
            }
        }
        return result;
    }

    /** Turns strands that are but a large mark over or under a letter of another strand back into marks. */
    private static List<Strand> demoted(List<Strand> strands, List<Component> marks, double small) {
        List<Strand> kept = new ArrayList<>();
        for (Strand strand : strands) {
            boolean mark = strand.letters.size() <= 2
                    && strand.height() < 1.1 * small
                    && strands.stream()
                            .anyMatch(other ->
                                    other.letters.size() > strand.letters.size() && other.carries(strand, small));
            if (mark) {
                marks.addAll(strand.letters);
            } else {
                kept.add(strand);
            }
        }
        return kept;
    }

    /** Gives marks, dots and points to the line they belong to; what belongs to none is dropped. */
    private static void attach(List<Component> marks, List<Strand> strands, double small) {
        List<List<Component>> gained = new ArrayList<>();
        strands.forEach(s -> gained.add(new ArrayList<>()));
        for (Component mark : marks) {
            int best = -1;
            double bestDistance = Double.MAX_VALUE;
            for (int i = 0; i < strands.size(); i++) {
                double distance = strands.get(i).distance(mark.box(), small);
                if (distance < bestDistance) {
                    best = i;
                    bestDistance = distance;
                }
            }
            if (best >= 0 && bestDistance < 1) {
                gained.get(best).add(mark);
            }
        }
        for (int i = 0; i < strands.size(); i++) {
            strands.get(i).marks.addAll(gained.get(i));
        }
    }

    /** Letters in a row. */
    private static final class Strand {

        private final List<Component> letters = new ArrayList<>();
        private final List<Component> marks = new ArrayList<>();
        private int x0;
        private int x1;
        private double top;
        private double base;

        Strand(Component first) {
            x0 = first.box().x0();
            x1 = first.box().x1();
            letters.add(first);
            band(letters);
        }

        void add(Component letter) {
            letters.add(letter);
            x1 = Math.max(x1, letter.box().x1());
            band(letters.subList(Math.max(0, letters.size() - 9), letters.size()));
        }

        double height() {
            return base - top;
        }

        /** Sets the band of small letters from the middle edges of some letters. */
        private void band(List<Component> from) {
            int[] tops = from.stream().mapToInt(c -> c.box().y0()).sorted().toArray();
            int[] bases = from.stream().mapToInt(c -> c.box().y1()).sorted().toArray();
            top = tops[tops.length / 2];
            base = Math.max(top + 1, bases[(bases.length - 1) / 2]);
        }

        /** The share of the lower of a letter and the band that both cover. */
        double overlap(PixelBox box) {
            double shared = Math.min(base, box.y1()) - Math.max(top, box.y0());
            return shared / Math.max(1, Math.min(base - top, box.height()));
        }

        double shares(Strand other) {
            double shared = Math.min(base, other.base) - Math.max(top, other.top);
            return shared / Math.max(1, Math.min(base - top, other.base - other.top));
        }

        /** Whether a letter of this strand stands right under or over the other, narrower strand. */
        boolean carries(Strand other, double small) {
            for (Component letter : letters) {
                PixelBox b = letter.box();
                int shared = Math.min(b.x1(), other.x1) - Math.max(b.x0(), other.x0);
                double above = b.y0() - other.base;
                boolean near = above <= 0.5 * small && b.y0() >= other.top;
                if (near && shared >= 0.6 * (other.x1 - other.x0)) {
                    return true;
                }
            }
            return false;
        }

        /** How far a mark lies from this line, 1 where it no longer belongs to it. */
        double distance(PixelBox mark, double small) {
            double unit = Math.max(small, 0.6 * height());
            if (mark.x1() < x0 - 1.5 * unit || mark.x0() > x1 + 1.5 * unit) {
                return Double.MAX_VALUE;
            }
            double middle = (mark.y0() + mark.y1()) / 2.0;
            if (middle >= top && middle <= base) {
                return 0;
            }
            // Nearest letters above or below the mark count, since capitals carry their marks higher.
            double letterTop = top;
            double letterBase = base;
            for (Component c : letters) {
                if (c.box().x0() <= mark.x1() && c.box().x1() >= mark.x0()) {
                    letterTop = Math.min(letterTop, c.box().y0());
                    letterBase = Math.max(letterBase, c.box().y1());
                }
            }
            double gap =
                    middle < top ? (letterTop - mark.y1()) / (0.8 * unit) : (mark.y0() - letterBase) / (0.6 * unit);
            return Math.max(0, gap);
        }

        Optional<TextLine> line(double small) {
            band(letters);
            double unit = Math.max(small, height());
            int highest = (int) Math.round(top - 1.5 * unit);
            int lowest = (int) Math.round(base + 0.9 * unit);
            List<Component> pieces = new ArrayList<>(letters);
            pieces.addAll(marks);
            pieces.sort(Comparator.comparingInt((Component c) -> c.box().x0())
                    .thenComparingInt(c -> c.box().y0()));
            int left = Integer.MAX_VALUE;
            int upper = Integer.MAX_VALUE;
            int right = 0;
            int lower = 0;
            List<PixelBox> boxes = new ArrayList<>();
            for (Component c : pieces) {
                PixelBox b = c.box();
                int y0 = Math.max(b.y0(), highest);
                int y1 = Math.min(b.y1(), lowest);
                if (y0 < y1) {
                    boxes.add(new PixelBox(b.x0(), y0, b.x1(), y1));
                    left = Math.min(left, b.x0());
                    right = Math.max(right, b.x1());
                    upper = Math.min(upper, y0);
                    lower = Math.max(lower, y1);
                }
            }
            if (boxes.isEmpty()) {
                return Optional.empty();
            }
            PixelBox around = new PixelBox(left, upper, right, lower);
            return Optional.of(new TextLine(around, (int) Math.round(top), (int) Math.round(base), boxes));
        }
    }
}
