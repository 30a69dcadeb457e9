package vn.trich.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;

class JpegScanTest {

    private final JpegScan scans = new JpegScan();

    @Test
    void aPlainColourJpegComesOutAsPdfBoxDecodesIt() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject image = JPEGFactory.createFromImage(document, colours(BufferedImage.TYPE_INT_RGB), 0.8f);

            BufferedImage decoded = scans.decode(image).orElseThrow();

            assertThat(decoded.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
            assertThat(pixels(decoded)).isEqualTo(pixels(image.getImage()));
        }
    }

    @Test
    void aPlainGreyJpegComesOutAsPdfBoxDecodesIt() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject image = JPEGFactory.createFromImage(document, colours(BufferedImage.TYPE_BYTE_GRAY), 0.8f);

            BufferedImage decoded = scans.decode(image).orElseThrow();

            assertThat(decoded.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
            assertThat(band(decoded)).isEqualTo(band(image.getImage()));
        }
    }

    @Test
    void losslessPicturesAreLeftToPdfBox() throws Exception {
        try (PDDocument document = new PDDocument()) {
            assertThat(scans.decode(LosslessFactory.createFromImage(document, colours(BufferedImage.TYPE_INT_RGB))))
                    .isEmpty();
        }
    }

    @Test
    void aPictureOfOtherSizeThanThePdfSaysIsLeftToPdfBox() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject image = JPEGFactory.createFromImage(document, colours(BufferedImage.TYPE_INT_RGB), 0.8f);
            image.setWidth(7);

            assertThat(scans.decode(image)).isEmpty();
        }
    }

    private static BufferedImage colours(int type) {
        BufferedImage image = new BufferedImage(61, 47, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 61, 47);
        graphics.setColor(new Color(200, 30, 40));
        graphics.fillOval(5, 5, 30, 30);
        graphics.setColor(new Color(20, 60, 190));
        graphics.drawLine(0, 40, 60, 8);
        graphics.dispose();
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int[] band(BufferedImage image) {
        return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    }
}
