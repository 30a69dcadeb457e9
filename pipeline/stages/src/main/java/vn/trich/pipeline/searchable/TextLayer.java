package vn.trich.pipeline.searchable;

import java.awt.geom.AffineTransform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.trich.output.Box;
import vn.trich.output.LineRecord;
import vn.trich.output.PageRecord;
import vn.trich.output.PageRegion;

/**
 * The hidden text of a page as a piece of content stream: each word stretched over its box, a blank over the gap after
 * it, lines in the order of the records.
 */
final class TextLayer {

    /** What the baseline of a line lies above the lower edge of its words, in parts of their height. */
    private static final double DESCENT = 1 - GlyphlessFont.ASCENT;

    /** Regions whose text belongs to the page though not to the document. */
    private static final List<PageRegion.Kind> MARGINS =
            List.of(PageRegion.Kind.RUNNING_HEAD, PageRegion.Kind.RUNNING_FOOT, PageRegion.Kind.PAGE_NUMBER);

    private final String font;
    private final PageFrame frame;
    private final StringBuilder out = new StringBuilder();

    private TextLayer(String font, PageFrame frame) {
        this.font = font;
        this.frame = frame;
    }

    private record Piece(String text, Box box) {}

    /** Whether there is anything to write for this page. */
    static boolean isEmpty(PageRecord page) {
        return lines(page).isEmpty();
    }

    /**
     * The content, graphics state saved and restored around it.
     *
     * @param page what was read
     * @param font name of a {@link GlyphlessFont} among the page's resources
     * @param frame of the page
     */
    static byte[] of(PageRecord page, String font, PageFrame frame) {
        TextLayer layer = new TextLayer(font, frame);
        layer.out.append("q\nBT\n3 Tr\n");
        lines(page).forEach(layer::line);
        layer.out.append("ET\nQ\n");
        return layer.out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static List<List<Piece>> lines(PageRecord page) {
        List<List<Piece>> heads = margins(page, PageRegion.Kind.RUNNING_HEAD);
        List<List<Piece>> body = page.lines().stream().map(TextLayer::pieces).toList();
        List<List<Piece>> rest = new ArrayList<>();
        MARGINS.stream()
                .filter(kind -> kind != PageRegion.Kind.RUNNING_HEAD)
                .forEach(kind -> rest.addAll(margins(page, kind)));
        return Stream.of(heads, body, rest)
                .flatMap(List::stream)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<Piece> pieces(LineRecord line) {
        return line.words().stream()
                .filter(w -> w.bbox() != null && !w.text().isBlank())
                .map(w -> new Piece(w.text(), w.bbox()))
                .toList();
    }

    private static List<List<Piece>> margins(PageRecord page, PageRegion.Kind kind) {
        return page.regions().stream()
                .filter(r -> r.kind() == kind && r.bbox() != null && !r.text().isBlank())
                .map(r -> List.of(new Piece(r.text(), r.bbox())))
                .toList();
    }

    private void line(List<Piece> line) {
        // One size for the line: words of small letters only have lower boxes than their neighbours.
        double size = line.stream()
                .mapToDouble(p -> frame.height(p.box()))
                .sorted()
                .skip(line.size() / 2)
                .findFirst()
                .orElseThrow();
        size = Math.max(1, size);
        out.append('/').append(font).append(' ').append(number(size)).append(" Tf\n");
        List<Piece> ordered = new ArrayList<>(line);
        ordered.sort(Comparator.comparingDouble(p -> frame.start(p.box())));
        for (int i = 0; i < ordered.size(); i++) {
            Piece piece = ordered.get(i);
            double length = Math.max(0.1, frame.length(piece.box()));
            show(piece.text(), length, size, frame.textMatrix(piece.box(), DESCENT * frame.height(piece.box())));
            if (i + 1 < ordered.size()) {
                double gap = frame.start(ordered.get(i + 1).box()) - frame.start(piece.box()) - length;
                show(" ", Math.max(0.1, gap), size, null);
            } else {
                show(" ", 0.1 * size, size, null);
            }
        }
    }

    /** Shows text over that length; where the last one ended if no place is given. */
    private void show(String text, double length, double size, AffineTransform at) {
        double natural = text.length() * GlyphlessFont.WIDTH * size;
        out.append(number(100 * length / natural)).append(" Tz\n");
        if (at != null) {
            out.append(number(at.getScaleX())).append(' ');
            out.append(number(at.getShearY())).append(' ');
            out.append(number(at.getShearX())).append(' ');
            out.append(number(at.getScaleY())).append(' ');
            out.append(number(at.getTranslateX())).append(' ');
            out.append(number(at.getTranslateY())).append(" Tm\n");
        }
        out.append('<');
        for (int i = 0; i < text.length(); i++) {
            out.append(String.format("%04X", (int) text.charAt(i)));
        }
        out.append("> Tj\n");
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        String cut = text.replaceFirst("\\.?0+$", "");
        return cut.equals("-0") || cut.isEmpty() ? "0" : cut;
    }
}
