package vn.trich.corpus.print;

import java.util.List;
import vn.trich.corpus.paper.Block;
import vn.trich.corpus.paper.Bundle;
import vn.trich.corpus.paper.Inline;
import vn.trich.corpus.paper.Paper;
import vn.trich.corpus.paper.Rich;

/** Prints composed documents to sheets. Not to be shared between threads. */
public final class Printer {

    private static final double INDENT = 36;

    private final Metrics metrics;

    /** A printer that measures words so. */
    public Printer(Metrics metrics) {
        this.metrics = metrics;
    }

    /** The sheets of a file, in order. */
    public List<Sheet> print(Bundle bundle) {
        return flow(bundle).sheets();
    }

    /**
     * The same documents, each footnote moved to where a reader of the printed pages comes upon it: behind what begins on
     * its page or before. This is the order of the truth.
     */
    public Bundle inReadingOrder(Bundle bundle) {
        FootnotePlaces places = new FootnotePlaces(flow(bundle).pages());
        List<Paper> papers =
                bundle.papers().stream().map(places::inReadingOrder).toList();
        return new Bundle(bundle.name(), bundle.subject(), papers, bundle.style());
    }

    private PageFlow flow(Bundle bundle) {
        PageFlow flow = new PageFlow(metrics, bundle.style());
        for (Paper paper : bundle.papers()) {
            flow.begin(false);
            announce(paper.body(), flow);
            boolean letter = paper.printedType().isEmpty();
            new HeadPrinter(flow).head(paper.head(), letter ? paper.title() : Rich.EMPTY);
            if (!letter) {
                title(paper, flow);
            }
            blocks(paper.body(), flow, bundle.style());
            new HeadPrinter(flow).foot(paper);
            for (Paper.Appendix appendix : paper.appendices()) {
                flow.begin(appendix.landscape());
                for (String line : appendix.heading()) {
                    centred(Rich.of(line), Face.BOLD, 14, flow);
                }
                blocks(appendix.blocks(), flow, bundle.style());
            }
        }
        flow.finish();
        return flow;
    }

    private static void announce(List<Block> blocks, PageFlow flow) {
        for (Block block : blocks) {
            if (block instanceof Block.Footnote note) {
                flow.announce(note);
            } else if (block instanceof Block.Section section) {
                announce(section.blocks(), flow);
            }
        }
    }

    private static void title(Paper paper, PageFlow flow) {
        flow.skip(12);
        centred(Rich.of(paper.printedType()), Face.BOLD, 14.5, flow);
        centred(paper.title(), Face.BOLD, 14, flow);
        double middle = (flow.left() + flow.right()) / 2;
        flow.sheet().rule(middle - 45, flow.y() + 3, middle + 45, flow.y() + 3, 0.7, false);
        flow.skip(16);
    }

    private static void centred(Rich text, Face face, double size, PageFlow flow) {
        double narrow = (flow.right() - flow.left()) * 0.1;
        double pitch = size * 1.2;
        for (Lines.Line line : flow.lines().breakText(text, face, size, flow.right() - flow.left() - 2 * narrow, 0)) {
            flow.need(pitch);
            flow.skip(pitch);
            flow.sheet()
                    .line(
                            line,
                            flow.left() + narrow,
                            flow.right() - narrow,
                            flow.y() - pitch * 0.26,
                            SheetBuilder.Adjust.CENTRE);
        }
    }

    private void blocks(List<Block> blocks, PageFlow flow, Bundle.Style style) {
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                flow.open(paragraph);
                paragraph(paragraph, flow, style);
            } else if (block instanceof Block.Section section) {
                if (!section.heading().isEmpty()) {
                    flow.open(section);
                    heading(section, flow, style);
                }
                blocks(section.blocks(), flow, style);
            } else if (block instanceof Block.Figure figure) {
                flow.open(block);
                flow.skip(4);
                new TablePrinter(flow, figure.grid()).print();
                flow.skip(8);
            }
        }
    }

    private static void heading(Block.Section section, PageFlow flow, Bundle.Style style) {
        Face face = switch (section.look()) {
            case BOLD, CENTRED -> Face.BOLD;
            case BOLD_ITALIC -> Face.BOLD_ITALIC;
            case ITALIC -> Face.ITALIC;
            case PLAIN -> Face.REGULAR;
        };
        set(section.heading(), face, flow, style, style.bodySize() * 2.6);
    }

    private static void set(Rich text, Face face, PageFlow flow, Bundle.Style style, double keep) {
        double width = flow.right() - flow.left();
        List<Lines.Line> lines = flow.lines().breakText(text, face, style.bodySize(), width, INDENT);
        flow.set(lines, style.bodySize(), INDENT, SheetBuilder.Adjust.JUSTIFIED, keep);
        flow.skip(style.paragraphSpace());
    }

    private static void paragraph(Block.Paragraph paragraph, PageFlow flow, Bundle.Style style) {
        switch (paragraph.kind()) {
            case BODY -> set(paragraph.text(), Face.REGULAR, flow, style, 0);
            case BASIS -> set(paragraph.text(), style.italicBasis() ? Face.ITALIC : Face.REGULAR, flow, style, 0);
            case CENTRED -> {
                flow.skip(4);
                centred(paragraph.text(), Face.BOLD, style.bodySize(), flow);
                flow.skip(8);
            }
            case ADDRESS -> {
                flow.skip(6);
                centred(paragraph.text(), Face.REGULAR, style.bodySize(), flow);
                flow.skip(8);
            }
            case ENCLOSED -> {
                centred(paragraph.text(), Face.ITALIC, style.bodySize(), flow);
                flow.skip(8);
            }
        }
    }

    /** Whether every character of the file can be printed. */
    public boolean covers(Bundle bundle) {
        return print(bundle).stream()
                .flatMap(sheet -> sheet.words().stream())
                .allMatch(word -> metrics.covers(word.text(), word.face()));
    }

    /** Plain words in a style, for heads. */
    static Rich plain(String text) {
        return Rich.styled(text, Inline.Style.INHERIT);
    }
}
