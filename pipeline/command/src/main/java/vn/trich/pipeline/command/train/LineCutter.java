package vn.trich.pipeline.command.train;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.print.Face;
import vn.trich.corpus.print.Metrics;
import vn.trich.corpus.print.Sheet;
import vn.trich.corpus.scan.ScannedSheet;
import vn.trich.models.train.TrainingLine;
import vn.trich.pipeline.ocr.PreparedPicture;

/**
 * Cuts the lines out of a prepared scan, with the margins that a recogniser leaves: at times as high as marks go, at times only as high as letters, so that
 * the highest marks are cut, as happens on papers; at times higher.
 */
final class LineCutter {

    /** How high letters without marks go, in sizes of the typeface. */
    private static final double LETTERS = 0.683;

    private static final double DESCENT = 0.2;
    private static final int MARGIN = 4;
    private static final int LEAST = 8;

    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
    private final FontRenderContext context = new FontRenderContext(null, true, true);
    private final Dice dice;

    /**
     * A cutter for the corpus's typeface.
     *
     * @throws IOException if a font cannot be read
     */
    LineCutter(Dice dice) throws IOException {
        this.dice = dice;
        for (Face face : Face.values()) {
            try (InputStream in = Metrics.class.getResourceAsStream(face.file())) {
                fonts.put(face, Font.createFont(Font.TRUETYPE_FONT, in));
            } catch (FontFormatException e) {
                throw new IOException("no font: " + face.file(), e);
            }
        }
    }

    /** Where ink of a line may be on the prepared picture, in pixels, and how high its letters without marks go. */
    private record Reach(double x0, double y0, double x1, double y1, double letters) {

        Reach with(Reach other) {
            return new Reach(
                    Math.min(x0, other.x0),
                    Math.min(y0, other.y0),
                    Math.max(x1, other.x1),
                    Math.max(y1, other.y1),
                    Math.min(letters, other.letters));
        }
    }

    /**
     * The lines of a sheet.
     *
     * @param scan the sheet as scanned
     * @param picture the same, prepared
     * @throws IOException if a picture cannot be kept
     */
    List<TrainingLine> cut(ScannedSheet scan, PreparedPicture picture) throws IOException {
        Map<Integer, List<Sheet.Word>> byLine = new TreeMap<>();
        scan.words()
                .forEach(word -> byLine.computeIfAbsent(word.line(), n -> new ArrayList<>())
                        .add(word));
        List<TrainingLine> lines = new ArrayList<>();
        for (List<Sheet.Word> words : byLine.values()) {
            Reach reach = words.stream()
                    .map(word -> reach(word, scan, picture))
                    .reduce(Reach::with)
                    .orElseThrow();
            String text = String.join(" ", words.stream().map(Sheet.Word::text).toList());
            line(reach, picture, text).ifPresent(lines::add);
        }
        return lines;
    }

    /** Words lie level on the prepared picture, so where one begins and its size say where it is. */
    private Reach reach(Sheet.Word word, ScannedSheet scan, PreparedPicture picture) {
        double scale = picture.dpi() / 72;
        double angle = Math.toRadians(picture.angle());
        double dx = word.x() * scale - picture.width() / 2.0;
        double dy = word.baseline() * scale - picture.height() / 2.0;
        double x = picture.width() / 2.0 + dx * Math.cos(angle) - dy * Math.sin(angle);
        double y = picture.height() / 2.0 + dx * Math.sin(angle) + dy * Math.cos(angle);
        Rectangle2D ink = fonts.get(word.face())
                .deriveFont((float) (word.size() * scale))
                .createGlyphVector(context, word.text())
                .getVisualBounds();
        double size = word.size() * scale;
        return new Reach(
                x + ink.getMinX(),
                Math.min(y + ink.getMinY(), y - LETTERS * size),
                x + ink.getMaxX(),
                Math.max(y + ink.getMaxY(), y + DESCENT * size),
                y - LETTERS * size);
    }

    private Optional<TrainingLine> line(Reach reach, PreparedPicture picture, String text) throws IOException {
        double way = dice.fraction();
        double top = way < 0.35
                ? Math.max(reach.y0(), reach.letters() + dice.between(-2.0, 1.0))
                : way < 0.7
                        ? Math.min(reach.y0() + 8, reach.letters() - picture.dpi() * dice.between(0.0, 0.025))
                        : reach.y0();
        int x0 = Math.max(0, (int) Math.floor(reach.x0()) - MARGIN - dice.between(-1, 2));
        int y0 = Math.max(0, (int) Math.floor(top) - MARGIN - dice.between(-1, 1));
        int x1 = Math.min(picture.width(), (int) Math.ceil(reach.x1()) + MARGIN + dice.between(-1, 3));
        int y1 = Math.min(picture.height(), (int) Math.ceil(reach.y1()) + MARGIN + dice.between(-1, 1));
        if (x1 - x0 < LEAST || y1 - y0 < LEAST) {
            return Optional.empty();
        }
        BufferedImage image = new BufferedImage(x1 - x0, y1 - y0, BufferedImage.TYPE_BYTE_GRAY);
        byte[] row = new byte[x1 - x0];
        for (int y = y0; y < y1; y++) {
            System.arraycopy(picture.pixels(), y * picture.width() + x0, row, 0, row.length);
            image.getRaster().setDataElements(0, y - y0, row.length, 1, row);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return Optional.of(new TrainingLine(png.toByteArray(), x1 - x0, y1 - y0, text));
    }
}
