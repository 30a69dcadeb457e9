package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.pipeline.PictureStep;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.SamplePdf;

class LineFinderTest {

    private static final int DPI = 200;
    private static final double PIXELS = DPI / 72.0;

    @Test
    void eachLineIsFoundWithItsMarksAndItsNeighboursLeftOut() throws Exception {
        PreparedPage page = page((content, font) ->
                SamplePdf.write(content, font, 13, 72, 700, "QUYẾT ĐỊNH về việc", "phê duyệt kế hoạch", "gồm 5 mục."));

        List<TextLine> lines =
                new LineFinder().find(page.textInk(), page.picture().bounds());

        assertThat(lines).hasSize(3);
        for (int i = 0; i < 3; i++) {
            double baseline = (841.89 - 700 + 20 * i) * PIXELS;
            assertThat((double) lines.get(i).base()).isCloseTo(baseline, within(2.0));
            assertThat(lines.get(i).box().x0() / PIXELS).isCloseTo(72, within(2.0));
        }
        GrayPicture alone = lines.get(1).cutOut(page.picture(), 10);
        int half = alone.height() / 2;
        assertThat(alone.at(2, 2)).isEqualTo(255);
        assertThat(new Binarisation().apply(alone).inkIn(new PixelBox(0, half - 3, alone.width(), half + 3)))
                .isPositive();
    }

    @Test
    void columnsSideBySideAreDifferentLines() throws Exception {
        PreparedPage page = page((content, font) -> {
            SamplePdf.write(content, font, 12, 72, 780, "ỦY BAN NHÂN DÂN", "TỈNH AN HẢI");
            SamplePdf.write(content, font, 12, 300, 780, "CỘNG HÒA XÃ HỘI", "Độc lập - Tự do");
        });

        assertThat(new LineFinder().find(page.textInk(), page.picture().bounds()))
                .hasSize(4);
    }

    @Test
    void rulingLinesAreNoText() throws Exception {
        PreparedPage page = page(PageReaderTest::table);

        assertThat(page.rulings().stream().filter(Ruling::horizontal)).hasSize(4);
        assertThat(page.grids()).hasSize(1);
        assertThat(page.grids().get(0).cells()).hasSize(9);
        assertThat(new LineFinder().find(page.textInk(), page.picture().bounds()))
                .extracting(line -> line.box().height())
                .hasSize(10)
                .allMatch(height -> height < 45);
    }

    @Test
    void outerLineThatIsMissingIsMadeUp() throws Exception {
        PreparedPage page = page((content, font) -> {
            for (int r = 0; r <= 2; r++) {
                content.moveTo(72, 700 - 40 * r);
                content.lineTo(500, 700 - 40 * r);
            }
            content.moveTo(72, 700);
            content.lineTo(72, 620);
            content.moveTo(300, 700);
            content.lineTo(300, 620);
            content.stroke();
        });

        assertThat(page.grids()).hasSize(1);
        assertThat(page.grids().get(0).cells()).hasSize(4);
        assertThat(page.grids().get(0).bounds().x1() / PIXELS).isCloseTo(500, within(2.0));
    }

    @Test
    void pointsOfShortNumbersArePutBack() throws Exception {
        PreparedPage page = page((content, font) -> SamplePdf.write(content, font, 13, 72, 700, "2.1"));
        TextLine line =
                new LineFinder().find(page.textInk(), page.picture().bounds()).get(0);

        assertThat(repaired("21", line)).isEqualTo("2.1");
        assertThat(repaired("241", line)).isEqualTo("2.1");
        assertThat(repaired("2.1", line)).isEqualTo("2.1");
        assertThat(repaired("II", line)).isEqualTo("II");
    }

    @Test
    void speckGoesAndStrokesStay() throws Exception {
        PreparedPage page = page((content, font) -> SamplePdf.write(content, font, 13, 72, 700, "số 10"));
        byte[] dusty = page.picture().pixels().clone();
        for (int i = 0; i < 200; i++) {
            dusty[(20 + 9 * i) * page.picture().width() + 30 + 7 * i] = 0;
        }

        GrayPicture clean = new Despeckle().apply(page.picture().with(dusty));

        Bitmap ink = new Binarisation().apply(clean);
        assertThat(ink.inkIn(clean.bounds())).isEqualTo(page.ink().inkIn(clean.bounds()));
    }

    private static String repaired(String text, TextLine line) {
        RecognisedWord word = new RecognisedWord(text, line.box(), 0.9, List.of());
        return new PointRepair()
                .apply(new RecognisedLine(line.box(), List.of(word)), line)
                .words()
                .get(0)
                .text();
    }

    private static PreparedPage page(SamplePdf.Drawing drawing) throws Exception {
        BufferedImage image = SamplePdf.picture(DPI, drawing);
        GrayPicture gray = new InkSeparation(EnumSet.allOf(PictureStep.class))
                .apply(image, DPI)
                .gray();
        return PreparedPage.of(gray, new Binarisation().apply(gray));
    }
}
