package vn.trich.corpus.scan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.print.Metrics;
import vn.trich.corpus.print.PdfWriter;
import vn.trich.corpus.print.Sheet;

/** Scans printed sheets. The same dice give the same scans. Not to be shared between threads. */
public final class Scanner {

    /**
     * A scanned page.
     *
     * @param picture what the scanner made of it
     * @param dpi its resolution
     * @param quality JPEG quality to keep it in
     * @param turns quarter turns clockwise that the picture is turned by
     * @param righted whether the page says so, so that viewers show it upright
     * @param words its words where they lie on the unturned picture, in points from the top left
     */
    record Scan(BufferedImage picture, int dpi, double quality, int turns, boolean righted, List<Sheet.Word> words) {}

    private final Metrics metrics;

    /** A scanner of sheets measured so. */
    public Scanner(Metrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Writes a scan as one file.
     *
     * @param sheets the pages
     * @param title title of the file
     * @param issuer words on the round seal
     * @param state what becomes of the pages
     * @param dice chance
     * @param out where to
     * @throws IOException if it cannot be written
     */
    public void scan(List<Sheet> sheets, String title, String issuer, ScanState state, Dice dice, Path out)
            throws IOException {
        List<Scan> scans =
                scans(state == ScanState.PICTURE ? sheets.subList(0, 1) : sheets, title, issuer, state, dice);
        ScanFiles files = new ScanFiles(metrics);
        switch (state) {
            case TIFF -> files.tiff(scans, out);
            case PICTURE -> files.jpeg(scans.get(0), out);
            case LAYER -> {
                ForeignReader reader = new ForeignReader();
                files.pdf(scans, title, Optional.of(word -> reader.read(word, dice)), out);
            }
            case GOODLAYER -> files.pdf(scans, title, Optional.of(word -> word), out);
            default -> files.pdf(scans, title, Optional.empty(), out);
        }
    }

    private List<Scan> scans(List<Sheet> sheets, String title, String issuer, ScanState state, Dice dice)
            throws IOException {
        ScanSettings settings = ScanSettings.of(state, dice);
        Degradation degradation = new Degradation(settings, dice);
        boolean layer = state == ScanState.LAYER || state == ScanState.GOODLAYER;
        List<Scan> scans = new ArrayList<>();
        try (PDDocument document = new PdfWriter(metrics).document(sheets, title)) {
            Ink ink = new Ink(document, sheets, issuer, dice);
            ink.signAndSeal();
            if (state == ScanState.STAMPED) {
                ink.stampText();
            }
            PDFRenderer renderer = new PDFRenderer(document);
            BufferedImage page = renderer.renderImageWithDPI(0, settings.dpi(), ImageType.RGB);
            for (int i = 0; i < sheets.size(); i++) {
                BufferedImage next = i + 1 < sheets.size()
                        ? renderer.renderImageWithDPI(i + 1, settings.dpi(), ImageType.RGB)
                        : null;
                boolean through = next != null && next.getWidth() == page.getWidth();
                Degradation.Placement placement = degradation.placement(page.getWidth());
                BufferedImage picture = degradation.scan(page, through ? next : null, placement);
                boolean across = page.getWidth() > page.getHeight();
                int turns = layer ? 0 : turns(across, state, dice);
                scans.add(new Scan(
                        turned(picture, turns),
                        settings.dpi(),
                        settings.quality(),
                        turns,
                        turns != 0 && dice.chance(0.5),
                        words(sheets.get(i), placement, settings.dpi(), page)));
                page = next;
            }
        }
        return scans;
    }

    // Pages printed across are fed upright at times; others lie on their head once in a while.
    private static int turns(boolean across, ScanState state, Dice dice) {
        if (state == ScanState.GOOD || state == ScanState.PICTURE) {
            return 0;
        }
        if (across) {
            return dice.chance(0.1) ? dice.pick(List.of(1, 3)) : 0;
        }
        return dice.chance(0.02) ? 2 : 0;
    }

    private static BufferedImage turned(BufferedImage image, int turns) {
        BufferedImage out = image;
        for (int t = 0; t < turns; t++) {
            BufferedImage next = new BufferedImage(out.getHeight(), out.getWidth(), out.getType());
            for (int y = 0; y < out.getHeight(); y++) {
                for (int x = 0; x < out.getWidth(); x++) {
                    next.getRaster()
                            .setDataElements(
                                    out.getHeight() - 1 - y, x, out.getRaster().getDataElements(x, y, null));
                }
            }
            out = next;
        }
        return out;
    }

    static List<Sheet.Word> words(Sheet sheet, Degradation.Placement placement, int dpi, BufferedImage page) {
        double scale = dpi / 72.0;
        List<Sheet.Word> words = new ArrayList<>();
        for (Sheet.Word word : sheet.words()) {
            double[] at =
                    placement.forward(word.x() * scale, word.baseline() * scale, page.getWidth(), page.getHeight());
            words.add(new Sheet.Word(
                    word.text(),
                    at[0] / scale,
                    at[1] / scale,
                    word.width(),
                    word.face(),
                    word.size(),
                    word.line(),
                    word.run()));
        }
        return words;
    }
}
