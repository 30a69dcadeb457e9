package vn.trich.pipeline.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.trich.output.Box;

/**
 * The text layer of a PDF page and what stands beside it, turned so that most of its text is upright.
 *
 * @param turn the turn from the page as displayed to the page as read
 * @param words in the order in which they are shown; those that run another way than the rest come last
 * @param rulings lines drawn on the page
 * @param pictures pictures with their places on the page as displayed
 * @param glyphs how many glyphs the page shows, blanks left out
 * @param visibleGlyphs how many of them are painted
 * @param paints whether anything but text and pictures is painted
 * @param unmapped how many of them the file does not say the meaning of
 */
record PdfLayer(
        QuarterTurn turn,
        List<LayerWord> words,
        List<Ruling> rulings,
        List<PlacedPicture> pictures,
        int glyphs,
        int visibleGlyphs,
        boolean paints,
        int unmapped) {

    PdfLayer {
        words = List.copyOf(words);
        rulings = List.copyOf(rulings);
        pictures = List.copyOf(pictures);
    }

    /**
     * Reads a page's layer.
     *
     * @throws IOException if the page's content is damaged beyond reading
     */
    static PdfLayer read(PDPage page) throws IOException {
        return of(PdfContentReader.read(page));
    }

    static PdfLayer of(PdfPageContent content) {
        int[] runs = new int[4];
        int glyphs = 0;
        int unmapped = 0;
        List<List<Glyph>> byQuarter =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Glyph glyph : content.glyphs()) {
            int quarter = glyph.quarter();
            byQuarter.get(quarter).add(glyph);
            if (!glyph.blank()) {
                runs[quarter]++;
                glyphs++;
                unmapped += glyph.text().indexOf('\uFFFD') >= 0 ? 1 : 0;
            }
        }
        int main = 0;
        for (int q = 1; q < 4; q++) {
            main = runs[q] > runs[main] ? q : main;
        }
        QuarterTurn turn = upright(main, content.width(), content.height());
        List<LayerWord> words = new ArrayList<>(assembled(byQuarter.get(main), turn));
        for (int q = 0; q < 4; q++) {
            if (q != main) {
                QuarterTurn own = upright(q, content.width(), content.height());
                for (LayerWord word : assembled(byQuarter.get(q), own)) {
                    Box box = turn.turn(own.inverse().turn(word.word().box()));
                    words.add(moved(word, box));
                }
            }
        }
        return new PdfLayer(
                turn,
                words,
                turn.turn(content.rulings()),
                content.pictures(),
                glyphs,
                content.visibleGlyphs(),
                content.paints(),
                unmapped);
    }

    /** Width of the page as read. */
    double width() {
        return turn.turnedWidth();
    }

    /** Height of the page as read. */
    double height() {
        return turn.turnedHeight();
    }

    /** The share of the page that its largest picture covers, 0..1. */
    double pictureShare() {
        Box page = new Box(0, 0, turn.width(), turn.height());
        return pictures.stream()
                        .mapToDouble(p -> p.box().sharedArea(page))
                        .max()
                        .orElse(0)
                / Math.max(1, page.area());
    }

    private static QuarterTurn upright(int quarter, double width, double height) {
        return new QuarterTurn((4 - quarter) % 4 * 90, width, height);
    }

    private static List<LayerWord> assembled(List<Glyph> glyphs, QuarterTurn turn) {
        return WordAssembly.assemble(
                turn.degrees() == 0 ? glyphs : glyphs.stream().map(turn::turn).toList());
    }

    private static LayerWord moved(LayerWord word, Box box) {
        Word w = word.word();
        return new LayerWord(Word.read(w.text(), box, w.confidence(), w.source(), w.style()), word.font());
    }
}
