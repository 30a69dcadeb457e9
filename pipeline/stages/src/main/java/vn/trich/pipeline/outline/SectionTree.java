package vn.trich.pipeline.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.trich.output.SectionRecord.Kind;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.outline.FlowItem.FlowTable;
import vn.trich.pipeline.outline.LabelJudge.Judged;

/** Builds the outline of one stretch of text: the body of a document, or an appendix. */
final class SectionTree {
    private static final Pattern CAPTION = Pattern.compile("^(bang|bieu|so do|hinh)( so)? ?[0-9ivx.]*\\b.*");
    private static final int LONGEST_TITLE = 260;
    /** Lines of a note in brackets, at most. */
    private static final int LONGEST_NOTE = 5;

    private final ParagraphBreak breaks;
    private final int baseLevel;
    private final SectionNode root;
    private final Deque<SectionNode> open = new ArrayDeque<>();
    private final List<FlowLine> notes = new ArrayList<>();
    private final List<Footnotes.Placed> placed = new ArrayList<>();
    private ParagraphText paragraph;
    private SectionNode opening;

    private SectionTree(ParagraphBreak breaks, SectionNode root, int baseLevel) {
        this.breaks = breaks;
        this.root = root;
        this.baseLevel = baseLevel;
    }

    /**
     * Hangs the outline of a stretch of text below a node.
     *
     * @param items the stretch
     * @param root takes what stands before the first label, and the sections of the first level below
     * @param baseLevel level above that of the first sections: 0 for a document's body, 1 in an appendix
     * @param breaks how the document sets paragraphs
     * @param labels whether labels are looked for
     */
    static void grow(List<FlowItem> items, SectionNode root, int baseLevel, ParagraphBreak breaks, boolean labels) {
        SectionTree tree = new SectionTree(breaks, root, baseLevel);
        Map<FlowLine, Judged> judged = labels ? judge(items, breaks) : Map.of();
        FlowLine before = null;
        for (FlowItem item : items) {
            if (item instanceof FlowLine line) {
                if (line.kind() == Line.Kind.FOOTNOTE) {
                    tree.notes.add(line);
                } else {
                    tree.line(before, line, Optional.ofNullable(judged.get(line)));
                    before = line;
                }
            } else if (item instanceof FlowTable table) {
                tree.table(table);
                before = null;
            }
        }
        tree.closeParagraph();
        Footnotes.attach(tree.notes, tree.placed, root);
    }

    private static Map<FlowLine, Judged> judge(List<FlowItem> items, ParagraphBreak breaks) {
        List<FlowLine> lines = new ArrayList<>();
        List<LabelCandidate> candidates = new ArrayList<>();
        FlowLine before = null;
        for (FlowItem item : items) {
            if (!(item instanceof FlowLine line) || line.kind() == Line.Kind.FOOTNOTE) {
                before = item instanceof FlowLine ? before : null;
                continue;
            }
            List<LabelReading> readings = readings(line);
            if (!readings.isEmpty()) {
                lines.add(line);
                candidates.add(new LabelCandidate(readings, refusal(breaks.labelled(before, line), line, readings)));
            }
            before = line;
        }
        List<Optional<Judged>> judged = new LabelJudge().judge(candidates);
        Map<FlowLine, Judged> found = new java.util.IdentityHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            FlowLine line = lines.get(i);
            judged.get(i).ifPresent(j -> found.put(line, j));
        }
        return found;
    }

    /** What a line's label may be; in plain text a figure without a mark is a table's row far more often than a label. */
    private static List<LabelReading> readings(FlowLine line) {
        boolean unmarked = line.synthetic() && line.text().matches("^\\d{1,2}\\s.*");
        return unmarked ? List.of() : LabelGrammar.read(line.text());
    }

    private static double refusal(double breakScore, FlowLine line, List<LabelReading> readings) {
        LabelReading surest = readings.get(0);
        double cost = 1.3 + 0.7 * breakScore;
        if (surest.damage() < 0.2) {
            LabelStyle style = surest.style();
            boolean heading = style == LabelStyle.ROMAN && FlowLine.capitals(line.text());
            cost += style.worded() || heading ? 2.0 : style.dotted() ? 0.8 : 0.4;
        }
        cost += line.bold() ? 0.6 : 0;
        return Math.max(0.1, Math.min(5, cost));
    }

    private void line(FlowLine before, FlowLine line, Optional<Judged> label) {
        if (label.isPresent()) {
            closeParagraph();
            openSection(line, label.get());
        } else if (paragraph != null && continues(before, line)) {
            paragraph.add(line);
        } else {
            closeParagraph();
            paragraph = ParagraphText.begin(line, 0);
        }
    }

    private boolean continues(FlowLine before, FlowLine line) {
        if (opening != null && paragraph.words().isEmpty()) {
            return true;
        }
        if (opening != null && paragraph.lines().size() > 1 && worded(paragraph) && titled(before) && titled(line)) {
            return true;
        }
        String begun = paragraph.lines().get(0).text();
        if (begun.startsWith("(") && paragraph.lines().size() < LONGEST_NOTE) {
            return !paragraph.last().text().endsWith(")");
        }
        return breaks.score(before, line) <= 0;
    }

    /** Whether the label stood alone on its line, so that the title is what follows. */
    private static boolean worded(ParagraphText text) {
        return LabelGrammar.read(text.lines().get(0).text()).stream()
                .anyMatch(r -> r.style().worded()
                        && r.length() >= text.lines().get(0).text().length());
    }

    private static boolean titled(FlowLine line) {
        return line.capitals() || line.bold();
    }

    private void openSection(FlowLine line, Judged label) {
        LabelReading reading = label.reading();
        Kind kind = reading.style() == LabelStyle.ARTICLE ? Kind.ARTICLE : Kind.HEADING;
        int level = baseLevel + label.depth() + 1;
        SectionNode node = new SectionNode(kind, reading.text(), level, label.surprise());
        if (reading.damage() > 0.9) {
            node.doubt("label damaged");
        }
        while (!open.isEmpty() && open.peek().level() >= level) {
            open.pop();
        }
        (open.isEmpty() ? root : open.peek()).add(node);
        open.push(node);
        opening = node;
        paragraph = ParagraphText.begin(line, reading.length());
    }

    private void table(FlowTable table) {
        String caption = "";
        if (paragraph != null && opening == null && caption(paragraph)) {
            caption = paragraph.text();
            paragraph = null;
        }
        closeParagraph();
        current().add(new Block.TableBlock(table.table(), caption));
    }

    private static boolean caption(ParagraphText text) {
        return text.text().length() < 200
                && (CAPTION.matcher(Bare.words(text.text())).matches()
                        || text.lines().stream().allMatch(FlowLine::centred) && !ParagraphBreak.ends(text.text()));
    }

    private SectionNode current() {
        return open.isEmpty() ? root : open.peek();
    }

    private void closeParagraph() {
        if (paragraph == null) {
            return;
        }
        if (opening != null) {
            opening.open(paragraph, title(paragraph));
        } else {
            current().add(paragraph.block());
        }
        placed.add(new Footnotes.Placed(current(), paragraph));
        opening = null;
        paragraph = null;
    }

    /** Whether the text behind a label is a title: short and no sentence, or set as one. */
    static boolean title(ParagraphText text) {
        String words = text.text();
        if (words.isEmpty() || words.length() > LONGEST_TITLE) {
            return false;
        }
        if (FlowLine.capitals(words) || text.bold()) {
            return true;
        }
        char end = words.charAt(words.length() - 1);
        if (end == '.' || end == ';' || end == ',') {
            return false;
        }
        boolean sentence = words.contains(": ") || words.contains(". ") || words.contains("; ");
        int limit = end == ':' ? 130 : 160;
        return words.length() <= limit && !sentence;
    }
}
