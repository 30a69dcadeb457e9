package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SealFinderTest {

    private static final double DPI = 200;

    @Test
    void aLineOfRedTextBesideASealIsNoPartOfIt() {
        Optional<SealFinder.Ring> ring = find(paper -> {
            seal(paper, 150, 150);
            line(paper, 290);
        });

        assertThat(ring).hasValueSatisfying(r -> {
            assertThat(r.contains(150, 20)).isTrue();
            assertThat(r.contains(350, 305)).isFalse();
        });
    }

    @Test
    void aSealAloneAndABoxOfSeveralLinesAreTakenWhole() {
        assertThat(find(paper -> seal(paper, 150, 150))).isEmpty();
        assertThat(find(paper -> {
                    line(paper, 100);
                    line(paper, 150);
                }))
                .isEmpty();
        assertThat(find(paper -> {
                    seal(paper, 150, 150);
                    line(paper, 150);
                    line(paper, 290);
                }))
                .isEmpty();
    }

    private static Optional<SealFinder.Ring> find(Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(500, 340, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        paper.setColor(Color.RED);
        paper.setStroke(new BasicStroke(5));
        drawing.accept(paper);
        paper.dispose();
        return new SealFinder().find(new PixelBox(0, 0, 500, 340), DPI, (x, y) -> (image.getRGB(x, y) & 0xffffff) != 0);
    }

    /** A ring 36 mm across. */
    private static void seal(Graphics2D paper, int x, int y) {
        paper.drawOval(x - 141, y - 141, 282, 282);
    }

    private static void line(Graphics2D paper, int y) {
        for (int x = 310; x < 480; x += 20) {
            paper.fillRect(x, y, 12, 25);
        }
    }
}
