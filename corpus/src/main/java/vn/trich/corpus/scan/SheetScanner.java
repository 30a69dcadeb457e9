package vn.trich.corpus.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.print.Metrics;
import vn.trich.corpus.print.PdfWriter;
import vn.trich.corpus.print.Sheet;

/**
 * Scans sheets one by one, without signatures and seals, to train recognisers on. What was scanned before shines through the next where paper is thin.
 * Not to be shared between threads.
 */
public final class SheetScanner {

    private final Metrics metrics;
    private final Dice dice;
    private BufferedImage before;

    /** A scanner of sheets measured so, and chance for what becomes of them. */
    public SheetScanner(Metrics metrics, Dice dice) {
        this.metrics = metrics;
        this.dice = dice;
    }

    /**
     * Scans a sheet.
     *
     * @param state what becomes of it, one of those that leave a scan
     * @param weight how much thicker its strokes are printed than the font has them, as a share of a pixel on each side; below 0
     *     they are thinner
     * @throws IOException if it cannot be printed
     */
    public ScannedSheet scan(Sheet sheet, ScanState state, double weight) throws IOException {
        ScanSettings settings = ScanSettings.of(state, dice);
        BufferedImage clean = strokes(printed(sheet, settings.dpi()), weight);
        boolean through =
                before != null && before.getWidth() == clean.getWidth() && before.getHeight() == clean.getHeight();
        Degradation degradation = new Degradation(settings, dice);
        Degradation.Placement placement = degradation.placement(clean.getWidth());
        BufferedImage scan = degradation.scan(clean, through ? before : null, placement);
        before = clean;
        return new ScannedSheet(
                settings.tone() == ScanSettings.Tone.BITONAL ? scan : kept(scan, (float) settings.quality()),
                settings.dpi(),
                Scanner.words(sheet, placement, settings.dpi(), clean));
    }

    private BufferedImage printed(Sheet sheet, int dpi) throws IOException {
        try (PDDocument document = new PdfWriter(metrics).document(List.of(sheet), "")) {
            return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.RGB);
        }
    }

    // Each pixel goes towards the darkest or lightest of its four neighbours.
    private static BufferedImage strokes(BufferedImage image, double weight) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] in = image.getRGB(0, 0, width, height, null, 0, width);
        int[] out = in.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                int own = in[at] & 255;
                int extreme = own;
                for (int next : new int[] {at - 1, at + 1, at - width, at + width}) {
                    extreme = weight > 0 ? Math.min(extreme, in[next] & 255) : Math.max(extreme, in[next] & 255);
                }
                int grey = (int) Math.round(own + (extreme - own) * Math.abs(weight));
                out[at] = grey << 16 | grey << 8 | grey;
            }
        }
        BufferedImage changed = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        changed.setRGB(0, 0, width, height, out, 0, width);
        return changed;
    }

    /** A picture as it comes back from a JPEG file. */
    private static BufferedImage kept(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(stream);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
    }
}
