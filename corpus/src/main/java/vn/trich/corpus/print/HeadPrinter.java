package vn.trich.corpus.print;

import java.util.List;
import vn.trich.corpus.paper.Paper;
import vn.trich.corpus.paper.Rich;

/** Prints the head of a document in two columns, and at its end the recipients beside the signature. */
final class HeadPrinter {

    private final PageFlow flow;
    private final double split;

    HeadPrinter(PageFlow flow) {
        this.flow = flow;
        split = flow.left() + (flow.right() - flow.left()) * 0.42;
    }

    /**
     * The head.
     *
     * @param subject what a letter is about, which stands under its number; else empty
     */
    void head(Paper.Head head, Rich subject) {
        if (head.issuer().isEmpty()) {
            return;
        }
        double top = flow.y();
        double left = left(head, top);
        double right = right(head, top);
        double row = Math.max(left, right) + 8;
        if (!head.number().isEmpty()) {
            double under = column(head.printedNumber(), Face.REGULAR, 13, flow.left() - 6, split - 4, row);
            if (!subject.isEmpty()) {
                under = column(subject.plain(), Face.REGULAR, 12, flow.left() - 6, split - 8, under);
            }
            double end = column(head.printedPlaceDate(), Face.ITALIC, 13, split, flow.right() + 4, row);
            flow.moveTo(Math.max(end, under) + 4);
        } else {
            flow.moveTo(row);
        }
    }

    private double left(Paper.Head head, double top) {
        double at = top;
        double from = flow.left() - 8;
        if (!head.parent().isEmpty()) {
            at = column(head.parent(), Face.REGULAR, 12.5, from, split - 4, at);
        }
        at = column(head.issuer(), Face.BOLD, 12.5, from, split - 4, at);
        double middle = (from + split - 4) / 2;
        if (head.party()) {
            return column("*", Face.REGULAR, 13, from, split - 4, at - 2);
        }
        flow.sheet().rule(middle - 32, at + 2, middle + 32, at + 2, 0.7, false);
        return at + 4;
    }

    private double right(Paper.Head head, double top) {
        double at = column(head.motto(), Face.BOLD, 12.5, split, flow.right() + 6, top);
        double middle = (split + flow.right() + 6) / 2;
        double half = 80;
        if (!head.mottoSecond().isEmpty()) {
            at = column(head.mottoSecond(), Face.BOLD, 13.5, split, flow.right() + 6, at);
        } else {
            half = 88;
        }
        flow.sheet().rule(middle - half, at + 2, middle + half, at + 2, 0.7, false);
        return at + 4;
    }

    /** Sets centred lines in a column from a height on; gives the height below them. */
    private double column(String text, Face face, double size, double from, double to, double top) {
        double at = top;
        for (Lines.Line line : flow.lines().breakText(Rich.of(text), face, size, to - from, 0)) {
            at += size * 1.18;
            flow.sheet().line(line, from, to, at - size * 0.28, SheetBuilder.Adjust.CENTRE);
        }
        return at;
    }

    /** Recipients on the left, signature on the right. */
    void foot(Paper paper) {
        Paper.Signature signature = paper.signature();
        if (signature.name().isEmpty()) {
            return;
        }
        List<String> recipients = paper.recipients();
        flow.skip(10);
        flow.need(Math.max(180, 20 + recipients.size() * 13.5));
        double top = flow.y();
        double at = top;
        for (int i = 0; i < recipients.size(); i++) {
            double size = i == 0 ? 12 : 11;
            Face face = i == 0 ? Face.BOLD_ITALIC : Face.REGULAR;
            for (Lines.Line line :
                    flow.lines().breakText(Rich.of(recipients.get(i)), face, size, split - flow.left(), 0)) {
                at += size * 1.18;
                flow.sheet().line(line, flow.left(), split, at - size * 0.28, SheetBuilder.Adjust.LEFT);
            }
        }
        double from = split + 10;
        double right = top;
        if (!signature.authority().isEmpty()) {
            right = column(signature.authority(), Face.BOLD, 13.5, from, flow.right(), right);
        }
        right = column(signature.position(), Face.BOLD, 13.5, from, flow.right(), right);
        flow.sheet().signature((from + flow.right()) / 2, right + 36);
        right = column(signature.name(), Face.BOLD, 13.5, from, flow.right(), right + 72);
        flow.moveTo(Math.max(at, right));
    }
}
