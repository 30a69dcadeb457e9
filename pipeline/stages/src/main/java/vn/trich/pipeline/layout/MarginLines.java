package vn.trich.pipeline.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises page numbers and running heads and feet over all pages of a file. A page number stands alone in the top
 * or bottom margin and counts on from page to page (it may begin again in an appendix: Nghị định 30/2020/NĐ-CP, Phụ
 * lục I); a running head is much the same text at the same height on several pages.
 */
final class MarginLines {

    private static final Pattern NUMBER =
            Pattern.compile("[-–—.\\[(|\\s]*(?:trang\\s*)?(\\d{1,4})(?:\\s*/\\s*\\d{1,4})?[-–—.\\])|\\s]*");
    private static final double MARGIN = 0.13;
    private static final double SAME_HEIGHT = 14;
    private static final int MIN_REPEATS = 3;
    private static final double ALIKE = 0.8;

    private final List<PageLayout> pages;
    private final List<List<Candidate>> candidates = new ArrayList<>();

    MarginLines(List<PageLayout> pages) {
        this.pages = pages;
        pages.forEach(p -> candidates.add(candidates(p)));
    }

    /** A line that could be a page number or running head: one of the outermost two rows of its page. */
    private record Candidate(int line, Line text, boolean top, boolean outermost, String key, OptionalInt number) {}

    /** The pages with such lines marked. */
    List<PageLayout> mark() {
        List<Map<Integer, Line.Kind>> kinds = new ArrayList<>();
        pages.forEach(p -> kinds.add(new HashMap<>()));
        markRunning(kinds);
        markNumbers(kinds);
        List<PageLayout> marked = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++) {
            marked.add(kinds.get(p).isEmpty() ? pages.get(p) : marked(pages.get(p), kinds.get(p)));
        }
        return marked;
    }

    private static PageLayout marked(PageLayout page, Map<Integer, Line.Kind> kinds) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < page.lines().size(); i++) {
            Line line = page.lines().get(i);
            lines.add(new Line(line.page(), line.words(), line.box(), kinds.getOrDefault(i, line.kind())));
        }
        return new PageLayout(page.page(), lines);
    }

    private static List<Candidate> candidates(PageLayout layout) {
        PageMeasure measure = new PageMeasure(layout.page());
        Map<Line, Integer> index = new IdentityHashMap<>();
        List<Line> free = new ArrayList<>();
        for (int i = 0; i < layout.lines().size(); i++) {
            Line line = layout.lines().get(i);
            index.put(line, i);
            if (line.kind() == Line.Kind.BODY) {
                free.add(line);
            }
        }
        List<List<Line>> rows = ReadingOrder.rows(free);
        List<Candidate> found = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            boolean top = r < 2;
            if (!top && r < rows.size() - 2) {
                continue;
            }
            for (Line line : rows.get(r)) {
                boolean head = top && line.box().centreY() < layout.page().height() / 2;
                boolean outermost = head ? r == 0 : r == rows.size() - 1;
                if (!measure.insideRules(line.box().centreY())) {
                    found.add(new Candidate(index.get(line), line, head, outermost, key(line), number(line)));
                }
            }
        }
        return found;
    }

    private static OptionalInt number(Line line) {
        Matcher matcher = NUMBER.matcher(line.text().toLowerCase(Locale.ROOT));
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** The text without marks, case and digits, so that the counting part of a running head does not matter. */
    private static String key(Line line) {
        String bare = Normalizer.normalize(line.text().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder key = new StringBuilder();
        for (char c : bare.toCharArray()) {
            if (Character.isLetter(c)) {
                key.append(c == 'đ' ? 'd' : c);
            } else if (Character.isDigit(c) && (key.isEmpty() || key.charAt(key.length() - 1) != '#')) {
                key.append('#');
            }
        }
        return key.toString();
    }

    private void markRunning(List<Map<Integer, Line.Kind>> kinds) {
        Map<Candidate, Integer> chain = new IdentityHashMap<>();
        Map<Candidate, Candidate> previous = new IdentityHashMap<>();
        for (int p = 0; p < pages.size(); p++) {
            for (Candidate candidate : candidates.get(p)) {
                int length = 1;
                for (int q = p - 1; q >= Math.max(0, p - 2) && length == 1; q--) {
                    for (Candidate earlier : candidates.get(q)) {
                        if (chain.containsKey(earlier) && runsOn(earlier, candidate)) {
                            previous.put(candidate, earlier);
                            length = chain.get(earlier) + 1;
                            break;
                        }
                    }
                }
                if (couldRun(p, candidate)) {
                    chain.put(candidate, length);
                }
            }
        }
        Set<Candidate> running = Collections.newSetFromMap(new IdentityHashMap<>());
        int needed = Math.min(MIN_REPEATS, Math.max(2, pages.size()));
        chain.forEach((candidate, length) -> {
            if (length >= needed) {
                for (Candidate c = candidate; c != null && running.add(c); c = previous.get(c)) {}
            }
        });
        for (int p = 0; p < pages.size(); p++) {
            for (Candidate c : candidates.get(p)) {
                if (running.contains(c)) {
                    kinds.get(p).put(c.line(), c.top() ? Line.Kind.RUNNING_HEAD : Line.Kind.RUNNING_FOOT);
                }
            }
        }
    }

    private boolean couldRun(int page, Candidate candidate) {
        double y = candidate.text().box().centreY()
                / Math.max(1, pages.get(page).page().height());
        long letters = candidate.key().chars().filter(Character::isLetter).count();
        return !pages.get(page).page().synthetic() && letters >= 4 && (y < MARGIN || y > 1 - MARGIN);
    }

    private static boolean runsOn(Candidate earlier, Candidate later) {
        return earlier.top() == later.top()
                && Math.abs(earlier.text().box().centreY() - later.text().box().centreY()) < SAME_HEIGHT
                && alike(earlier.key(), later.key());
    }

    private static boolean alike(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int longer = Math.max(one.length(), other.length());
        int differs = Math.abs(one.length() - other.length());
        return differs <= (1 - ALIKE) * longer && longer <= 200 && pairs(one, other) >= ALIKE;
    }

    /** Dice coefficient of the letter pairs: near 1 for texts that differ in a few letters. */
    private static double pairs(String one, String other) {
        Map<String, Integer> bag = new HashMap<>();
        for (int i = 1; i < one.length(); i++) {
            bag.merge(one.substring(i - 1, i + 1), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 1; i < other.length(); i++) {
            String pair = other.substring(i - 1, i + 1);
            int left = bag.getOrDefault(pair, 0);
            if (left > 0) {
                shared++;
                bag.put(pair, left - 1);
            }
        }
        int all = one.length() + other.length() - 2;
        return all <= 0 ? 0 : 2.0 * shared / all;
    }

    private void markNumbers(List<Map<Integer, Line.Kind>> kinds) {
        for (int p = 0; p < pages.size(); p++) {
            for (Candidate candidate : candidates.get(p)) {
                if (candidate.number().isPresent() && isPageNumber(p, candidate, kinds.get(p))) {
                    kinds.get(p).put(candidate.line(), Line.Kind.PAGE_NUMBER);
                }
            }
        }
    }

    private boolean isPageNumber(int page, Candidate candidate, Map<Integer, Line.Kind> kinds) {
        int number = candidate.number().getAsInt();
        boolean besideHead = kinds.keySet().stream()
                .map(i -> pages.get(page).lines().get(i))
                .anyMatch(l -> l.box().overlapY(candidate.text().box()) > 0);
        boolean counts = countsOn(page, candidate, number);
        if (pages.get(page).page().synthetic()) {
            return candidate.outermost() && counts;
        }
        double height = Math.max(1, pages.get(page).page().height());
        double y = candidate.text().box().centreY() / height;
        boolean inMargin = candidate.top() ? y < MARGIN : y > 1 - MARGIN;
        double off = Math.abs(candidate.text().box().centreX()
                        / Math.max(1, pages.get(page).page().width())
                - 0.5);
        return besideHead || candidate.outermost() && inMargin && (counts || off < 0.1 || number == page + 1);
    }

    /** Whether a page nearby has, near the same height, the number that belongs there. */
    private boolean countsOn(int page, Candidate candidate, int number) {
        for (int other = Math.max(0, page - 2); other <= Math.min(pages.size() - 1, page + 2); other++) {
            int expected = number + other - page;
            boolean found = other != page
                    && candidates.get(other).stream()
                            .anyMatch(c -> c.number().isPresent()
                                    && c.number().getAsInt() == expected
                                    && c.top() == candidate.top());
            if (found) {
                return true;
            }
        }
        return false;
    }
}
