package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds connected pieces of ink: pixels that touch, corners included. */
final class Components {

    /** More pieces than any page of text has; a region with more is a picture or noise. */
    private static final int MOST = 60_000;

    /**
     * A piece of ink.
     *
     * @param box around it
     * @param area its pixels
     */
    record Component(PixelBox box, int area) {}

    /**
     * The pieces of a region, left to right.
     *
     * @param page the ink
     * @param region where to look; what it cuts is cut
     * @return empty also where there are too many for text
     */
    List<Component> find(Bitmap page, PixelBox region) {
        Runs runs = runs(page, region);
        if (runs == null) {
            return List.of();
        }
        int[] parent = new int[runs.count];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        join(runs, parent);
        return collect(runs, parent);
    }

    private static Runs runs(Bitmap page, PixelBox region) {
        Runs runs = new Runs();
        byte[] ink = page.ink();
        for (int y = region.y0(); y < region.y1(); y++) {
            int row = y * page.width();
            int x = region.x0();
            while (x < region.x1()) {
                if (ink[row + x] == 0) {
                    x++;
                    continue;
                }
                int start = x;
                while (x < region.x1() && ink[row + x] == 1) {
                    x++;
                }
                runs.add(y, start, x);
            }
            if (runs.count > 40 * MOST) {
                return null;
            }
        }
        return runs;
    }

    /** Joins runs of neighbouring rows that touch. */
    private static void join(Runs runs, int[] parent) {
        int above = 0;
        for (int i = 0; i < runs.count; i++) {
            int y = runs.y[i];
            while (above < i && runs.y[above] < y - 1) {
                above++;
            }
            // Runs are in reading order, so those of the row above that could touch lie from here on.
            int j = above;
            while (j < i && runs.y[j] == y - 1 && runs.x0[j] <= runs.x1[i]) {
                if (runs.x1[j] >= runs.x0[i]) {
                    parent[root(parent, i)] = root(parent, j);
                }
                j++;
            }
            while (above < i && runs.y[above] == y - 1 && runs.x1[above] < runs.x0[i]) {
                above++;
            }
        }
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static List<Component> collect(Runs runs, int[] parent) {
        int[] x0 = new int[runs.count];
        int[] y0 = new int[runs.count];
        int[] x1 = new int[runs.count];
        int[] y1 = new int[runs.count];
        int[] area = new int[runs.count];
        Arrays.fill(x0, Integer.MAX_VALUE);
        Arrays.fill(y0, Integer.MAX_VALUE);
        for (int i = 0; i < runs.count; i++) {
            int r = root(parent, i);
            x0[r] = Math.min(x0[r], runs.x0[i]);
            x1[r] = Math.max(x1[r], runs.x1[i]);
            y0[r] = Math.min(y0[r], runs.y[i]);
            y1[r] = Math.max(y1[r], runs.y[i] + 1);
            area[r] += runs.x1[i] - runs.x0[i];
        }
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < runs.count; i++) {
            if (area[i] > 0) {
                components.add(new Component(new PixelBox(x0[i], y0[i], x1[i], y1[i]), area[i]));
            }
        }
        if (components.size() > MOST) {
            return List.of();
        }
        components.sort(Comparator.comparingInt((Component c) -> c.box().x0())
                .thenComparingInt(c -> c.box().y0()));
        return components;
    }

    /** Runs of ink in reading order. */
    private static final class Runs {

        private int count;
        private int[] y = new int[4096];
        private int[] x0 = new int[4096];
        private int[] x1 = new int[4096];

        void add(int row, int from, int to) {
            if (count == y.length) {
                y = Arrays.copyOf(y, 2 * count);
                x0 = Arrays.copyOf(x0, 2 * count);
                x1 = Arrays.copyOf(x1, 2 * count);
            }
            y[count] = row;
            x0[count] = from;
            x1[count] = to;
            count++;
        }
    }
}
