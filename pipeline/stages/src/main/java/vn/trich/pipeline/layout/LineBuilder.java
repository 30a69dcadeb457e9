package vn.trich.pipeline.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.trich.output.Box;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

/**
 * Chains the words of a page into lines. Each word, from left to right, joins the chain whose last word stands beside
 * it, so lines may slope a little; chains are then parted at vertical rulings and at gaps too wide for a blank.
 */
final class LineBuilder {

    /** Share of the lower word's height that two neighbours on a line must have in common. */
    private static final double SHARED_HEIGHT = 0.45;
    /** A gap this wide (in ems) always parts two columns. */
    private static final double WIDE_GAP = 2.5;
    /** A gap this wide, or this many usual blanks, parts them if the line above or below has a gap at the same place. */
    private static final double COLUMN_GAP = 0.7;

    private static final double COLUMN_BLANKS = 2.6;
    /** A gap left open for something to be filled in by hand may be this wide. */
    private static final double BLANK_TO_FILL = 9;
    /** Chains looked at for one word, so that words piled on one spot cost no quadratic time. */
    private static final int MAX_CANDIDATES = 64;

    /** Specks are no larger than this, in points. */
    private static final double SPECK_SIZE = 2.2;

    private static final double SPECK_CONFIDENCE = 0.05;

    /** Words that a gap may follow: one to be filled in by hand, or by nothing, for the sign of an authority. */
    private static final Set<String> BEFORE_BLANKS =
            Set.of("số:", "số", "ngày", "tháng", "năm", "so:", "ngay", "thang", "kt.", "tm.", "tl.", "tuq.", "q.");

    private static final Pattern STROKE = Pattern.compile("[|¦‖\\[\\]{}~`_\\\\⁄‹›„]{1,3}");

    private final PageText page;
    private final PageMeasure measure;
    private final double em;
    private double columnGap;

    LineBuilder(PageText page) {
        this.page = page;
        this.measure = new PageMeasure(page);
        this.em = measure.em();
    }

    /** The lines, in no particular order, all of kind {@link Line.Kind#BODY} but for bits of rulings read as signs. */
    List<Line> lines() {
        List<List<Word>> chains = page.synthetic() ? textRows() : chains();
        columnGap = Math.max(COLUMN_GAP * em, COLUMN_BLANKS * usualBlank(chains));
        List<Chain> measured =
                chains.stream().map(Chain::new).sorted(Chain.FROM_TOP).toList();
        List<Line> lines = new ArrayList<>();
        page.words().stream().filter(LineBuilder::isStroke).forEach(w -> lines.add(stroke(w)));
        for (int i = 0; i < measured.size(); i++) {
            split(measured, i).forEach(words -> lines.addAll(withoutSpecks(words)));
        }
        return lines;
    }

    /** A line, and apart from it the specks among its words; a lone sign inside rules may be a row's label. */
    private List<Line> withoutSpecks(List<Word> words) {
        double y = words.get(0).box().centreY();
        if (words.size() == 1 && measure.insideRules(y)) {
            return List.of(line(words));
        }
        double height = usualHeight(words);
        List<Word> text = words.stream().filter(w -> !isSpeck(w, height)).toList();
        List<Line> lines = new ArrayList<>();
        words.stream().filter(w -> isSpeck(w, height)).forEach(w -> lines.add(stroke(w)));
        if (!text.isEmpty()) {
            lines.add(line(text));
        }
        return lines;
    }

    /** The median height of the words of a line that were read well; 0 if there are none. */
    private static double usualHeight(List<Word> words) {
        double[] heights = words.stream()
                .filter(w -> w.confidence() > 0.4)
                .mapToDouble(w -> w.box().height())
                .sorted()
                .toArray();
        return heights.length == 0 ? 0 : heights[heights.length / 2];
    }

    /** A sign or two letters, unlike the line in height, that the recogniser does not believe in itself. */
    private static boolean isSpeck(Word word, double height) {
        double ratio = word.box().height() / Math.max(1e-6, height);
        boolean fits = ratio > 0.6 && ratio < 1.5;
        return word.source() == WordSource.OCR
                && !fits
                && word.confidence() < SPECK_CONFIDENCE
                && word.text().codePoints().filter(Character::isLetter).count() <= 2
                && word.text().codePoints().noneMatch(Character::isDigit);
    }

    /** What a recogniser makes of a piece of a ruling or a speck; no sign that is written on paper of this kind. */
    private static boolean isStroke(Word word) {
        double size = Math.max(word.box().width(), word.box().height());
        boolean dot = size < SPECK_SIZE && word.confidence() < 0.7;
        return word.source() == WordSource.OCR
                && (dot || STROKE.matcher(word.text()).matches());
    }

    private Line stroke(Word word) {
        return new Line(page.number(), List.of(word), word.box(), Line.Kind.NOISE);
    }

    private double usualBlank(List<List<Word>> chains) {
        double[] blanks = chains.stream()
                .flatMapToDouble(chain -> IntStream.range(1, chain.size())
                        .mapToDouble(i ->
                                chain.get(i).box().x0() - chain.get(i - 1).box().x1()))
                .filter(b -> b > 0 && b < em)
                .sorted()
                .toArray();
        return blanks.length == 0 ? 0.3 * em : blanks[blanks.length / 2];
    }

    private Line line(List<Word> words) {
        Box box = words.stream().map(Word::box).reduce(Box::union).orElseThrow();
        return new Line(page.number(), words, box, Line.Kind.BODY);
    }

    private List<List<Word>> textRows() {
        Map<Double, List<Word>> rows = new HashMap<>();
        page.words().stream()
                .sorted(Comparator.comparingDouble((Word w) -> w.box().y0())
                        .thenComparingDouble(w -> w.box().x0()))
                .forEach(w -> rows.computeIfAbsent(w.box().y0(), y -> new ArrayList<>())
                        .add(w));
        return new ArrayList<>(rows.values());
    }

    private List<List<Word>> chains() {
        Map<Integer, List<List<Word>>> byHeight = new HashMap<>();
        List<List<Word>> all = new ArrayList<>();
        page.words().stream()
                .filter(w -> !isStroke(w))
                .sorted(Comparator.comparingDouble((Word w) -> w.box().x0())
                        .thenComparingDouble(w -> w.box().y0())
                        .thenComparing(Word::text))
                .forEach(word -> {
                    List<Word> chain = bestChain(word, byHeight);
                    if (chain == null) {
                        chain = new ArrayList<>();
                        all.add(chain);
                    }
                    chain.add(word);
                    byHeight.computeIfAbsent(bucket(word.box().centreY()), b -> new ArrayList<>())
                            .add(chain);
                });
        return all;
    }

    private int bucket(double y) {
        return (int) Math.floor(y / em);
    }

    private List<Word> bestChain(Word word, Map<Integer, List<List<Word>>> byHeight) {
        List<Word> best = null;
        double bestScore = 0;
        for (int b = bucket(word.box().y0()) - 1;
                b <= bucket(word.box().y1()) + 1 && b - bucket(word.box().y0()) < 50;
                b++) {
            List<List<Word>> chains = byHeight.getOrDefault(b, List.of());
            for (int i = chains.size() - 1; i >= Math.max(0, chains.size() - MAX_CANDIDATES); i--) {
                Word last = chains.get(i).get(chains.get(i).size() - 1);
                double score = neighbourhood(last.box(), word.box());
                if (score > bestScore) {
                    bestScore = score;
                    best = chains.get(i);
                }
            }
        }
        return best;
    }

    /** How well {@code right} continues a line after {@code left}: 0 not at all, to 1. */
    private double neighbourhood(Box left, Box right) {
        double lower = Math.min(left.height(), right.height());
        double shared = left.overlapY(right);
        double gap = right.x0() - left.x1();
        if (shared < SHARED_HEIGHT * lower || gap < -0.6 * em || lower <= 0) {
            return 0;
        }
        double fit = shared / lower;
        double distance = Math.max(0, gap) / Math.max(1, page.width());
        return fit * (1 - Math.min(0.9, distance));
    }

    /** A chain of words with its box, before it is parted. */
    private record Chain(List<Word> words, Box box) {

        static final Comparator<Chain> FROM_TOP = Comparator.comparingDouble(
                        (Chain c) -> c.box().y0())
                .thenComparingDouble(c -> c.box().x0());

        Chain(List<Word> words) {
            this(words, words.stream().map(Word::box).reduce(Box::union).orElseThrow());
        }
    }

    private List<List<Word>> split(List<Chain> chains, int index) {
        List<Word> words = chains.get(index).words();
        List<List<Word>> parts = new ArrayList<>();
        List<Word> part = new ArrayList<>(List.of(words.get(0)));
        for (int i = 1; i < words.size(); i++) {
            if (partsColumns(chains, index, words.get(i - 1), words.get(i))) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.add(words.get(i));
        }
        parts.add(part);
        return parts;
    }

    private boolean partsColumns(List<Chain> chains, int index, Word left, Word right) {
        double gap = right.box().x0() - left.box().x1();
        double y = (left.box().centreY() + right.box().centreY()) / 2;
        if (measure.ruledBetween(left.box().centreX(), right.box().centreX(), y)) {
            return true;
        }
        if (gap < columnGap) {
            return false;
        }
        if (leavesBlank(left) && gap < BLANK_TO_FILL * em) {
            return false;
        }
        if (page.synthetic()) {
            return gap >= 24;
        }
        return gap >= WIDE_GAP * em
                || gapBeside(chains, index, -1, left, right)
                || gapBeside(chains, index, 1, left, right);
    }

    private static boolean leavesBlank(Word word) {
        return BEFORE_BLANKS.contains(word.text().toLowerCase(Locale.ROOT));
    }

    /** Whether the nearest chain above (-1) or below (1) has words on both sides of a gap at the same place. */
    private boolean gapBeside(List<Chain> chains, int index, int step, Word left, Word right) {
        Box own = chains.get(index).box();
        for (int i = index + step, seen = 0; i >= 0 && i < chains.size() && seen < 6; i += step, seen++) {
            Box other = chains.get(i).box();
            double distance = step > 0 ? other.y0() - own.y1() : own.y0() - other.y1();
            if (distance > 1.5 * em) {
                return false;
            }
            if (hasGap(chains.get(i).words(), left.box().x1(), right.box().x0())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasGap(List<Word> words, double from, double to) {
        for (int i = 1; i < words.size(); i++) {
            double gapFrom = words.get(i - 1).box().x1();
            double gapTo = words.get(i).box().x0();
            double shared = Math.min(to, gapTo) - Math.max(from, gapFrom);
            if (gapTo - gapFrom >= columnGap && shared >= 0.7 * columnGap) {
                return true;
            }
        }
        return false;
    }
}
