package vn.trich.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.language.TrustAssessor;
import vn.trich.output.Box;
import vn.trich.output.TextChoice;
import vn.trich.pipeline.Settings;

class PdfPagesTest {

    private static final String[] GOOD = {
        "Các phòng chuyên môn xây dựng kế hoạch thực hiện nhiệm vụ được giao,",
        "báo cáo kết quả về Văn phòng trước ngày 15 tháng 12 để tổng hợp."
    };

    @TempDir
    private Path folder;

    @Test
    void wordsStandWhereTheyAreDrawn() throws Exception {
        PageText page = read(new SamplePdf().textPage("Điều 1. Phạm vi", "điều chỉnh"));

        assertThat(page.words()).extracting(Word::text).containsExactly("Điều", "1.", "Phạm", "vi", "điều", "chỉnh");
        Box first = page.words().get(0).box();
        assertThat(first.x0()).isCloseTo(72, within(0.5));
        // The baseline lies 760 points above the lower edge of 841.89.
        assertThat(first.y0()).isBetween(70.0, 76.0);
        assertThat(first.y1()).isBetween(81.9, 86.0);
        assertThat(page.words().get(0).style().size()).isCloseTo(12, within(0.01));
    }

    @Test
    void rotatedPageIsGivenAsDisplayed() throws Exception {
        SamplePdf pdf = new SamplePdf().page(90, (content, font) -> {
            content.beginText();
            content.setFont(font, 12);
            // Drawn upwards on the paper, so that it is level on the page turned clockwise.
            content.setTextMatrix(new Matrix(0, 1, -1, 0, 100, 50));
            content.showText("Phụ lục một");
            content.endText();
        });

        PageText page = read(pdf);

        assertThat(page.width()).isCloseTo(841.89, within(0.01));
        assertThat(page.rotation()).isZero();
        assertThat(page.words()).extracting(Word::text).containsExactly("Phụ", "lục", "một");
        assertThat(page.words().get(0).box().x0()).isCloseTo(50, within(0.5));
        assertThat(page.words().get(0).box().y1()).isBetween(100.0, 104.0);
    }

    @Test
    void textThatRunsUpwardsIsTurnedToBeRead() throws Exception {
        SamplePdf pdf = new SamplePdf().page(0, (content, font) -> {
            content.beginText();
            content.setFont(font, 12);
            content.setTextMatrix(new Matrix(0, 1, -1, 0, 100, 50));
            content.showText("Phụ lục một");
            content.endText();
        });

        PageText page = read(pdf);

        assertThat(page.rotation()).isEqualTo(90);
        assertThat(page.width()).isCloseTo(841.89, within(0.01));
        assertThat(page.words()).extracting(Word::text).containsExactly("Phụ", "lục", "một");
        Box displayed = page.displayed(page.words().get(0).box());
        assertThat(displayed.x1()).isBetween(100.0, 104.0);
        assertThat(displayed.y1()).isCloseTo(841.89 - 50, within(0.5));
    }

    @Test
    void piecesOfAWordShownApartAreOneWord() throws Exception {
        SamplePdf pdf = new SamplePdf().page(0, (content, font) -> {
            float width = font.getStringWidth("nhi") / 1000 * 12;
            SamplePdf.write(content, font, 12, 72 + width, 700, "ệm");
            SamplePdf.write(content, font, 12, 72, 700, "nhi");
            SamplePdf.write(content, font, 12, 72 + 60, 700, "vụ");
        });

        assertThat(read(pdf).words()).extracting(Word::text).containsExactly("nhiệm", "vụ");
    }

    @Test
    void textShownTwiceToLookBoldIsOneBoldWord() throws Exception {
        SamplePdf pdf = new SamplePdf().page(0, (content, font) -> {
            SamplePdf.write(content, font, 12, 72, 700, "Chương I");
            SamplePdf.write(content, font, 12, 72.4f, 700, "Chương I");
        });

        List<Word> words = read(pdf).words();

        assertThat(words).extracting(Word::text).containsExactly("Chương", "I");
        assertThat(words).allMatch(word -> word.style().bold());
    }

    @Test
    void strokedLinesAndThinFillsAreRulings() throws Exception {
        SamplePdf pdf = new SamplePdf().page(0, (content, font) -> {
            content.addRect(100, 500, 200, 50);
            content.stroke();
            // A border put together from two fills that touch.
            content.addRect(100, 400, 100, 0.5f);
            content.fill();
            content.addRect(200, 400, 100, 0.5f);
            content.fill();
            content.setStrokingColor(Color.WHITE);
            content.moveTo(100, 300);
            content.lineTo(300, 300);
            content.stroke();
            SamplePdf.write(content, font, 12, 110, 520, "ô");
        });

        List<Ruling> rulings = read(pdf).rulings();

        assertThat(rulings).hasSize(5);
        assertThat(rulings.stream().filter(Ruling::horizontal).map(r -> Math.round(841.89 - r.at())))
                .containsExactly(550L, 500L, 400L);
        Ruling joined = rulings.get(2);
        assertThat(joined.from()).isCloseTo(100, within(0.01));
        assertThat(joined.to()).isCloseTo(300, within(0.01));
    }

    @Test
    void goodLayerIsKeptAndSaysWhy() throws Exception {
        try (SamplePdf pdf = new SamplePdf().textPage(GOOD);
                PdfPages pages = open(pdf)) {
            PdfPage page = pages.read(1);

            assertThat(page.layerIsGood()).isTrue();
            assertThat(page.layerText().choice()).isEqualTo(TextChoice.KEEP);
            assertThat(page.reasons()).anyMatch(reason -> reason.contains("good"));
        }
    }

    @Test
    void layerThatLostItsMarksOverAScanIsNotUsed() throws Exception {
        BufferedImage scan = new BufferedImage(800, 1131, BufferedImage.TYPE_BYTE_GRAY);
        String[] stripped = {
            "Cac phong chuyen mon xay dung ke hoach thuc hien nhiem vu duoc giao,",
            "bao cao ket qua ve Van phong truoc ngay 15 thang 12 de tong hop."
        };
        try (SamplePdf pdf = new SamplePdf().scanPage(scan, stripped).scanPage(scan, "Ký bởi: Văn thư");
                PdfPages pages = open(pdf)) {
            assertThat(pages.read(1).layerIsGood()).isFalse();
            assertThat(pages.read(2).layerIsGood()).isFalse();
            assertThat(pages.read(2).reasons()).anyMatch(reason -> reason.contains("over a picture"));
        }
    }

    @Test
    void legacyEncodingIsUndone() throws Exception {
        String[] tcvn3 = {
            "C¸c phßng chuyªn m«n x©y dùng kÕ ho¹ch thùc hiÖn nhiÖm vô ®\u00ADîc giao,",
            "b¸o c¸o kÕt qu¶ vÒ V¨n phßng tr\u00ADíc ngµy 15 th¸ng 12 ®Ó tæng hîp."
        };
        try (SamplePdf pdf = new SamplePdf().textPage(tcvn3);
                PdfPages pages = open(pdf)) {
            PageText page = pages.read(1).layerText();

            assertThat(page.choice()).isEqualTo(TextChoice.CONVERT);
            assertThat(String.join(" ", page.words().stream().map(Word::text).toList()))
                    .isEqualTo(String.join(" ", GOOD));
        }
    }

    @Test
    void scanIsTakenAsItIs() throws Exception {
        BufferedImage scan = new BufferedImage(827, 1169, BufferedImage.TYPE_BYTE_GRAY);
        try (SamplePdf pdf = new SamplePdf().scanPage(scan);
                PdfPages pages = open(pdf)) {
            PagePicture picture = pages.read(1).picture();

            assertThat(picture.image().getWidth()).isEqualTo(827);
            assertThat(picture.dpi()).isCloseTo(100, within(0.1));
        }
    }

    @Test
    void veryFineColourScanIsDecodedCoarser() throws Exception {
        BufferedImage scan = new BufferedImage(4960, 7016, BufferedImage.TYPE_INT_RGB);
        try (SamplePdf pdf = new SamplePdf().scanPage(scan);
                PdfPages pages = open(pdf)) {
            PagePicture picture = pages.read(1).picture();

            assertThat(picture.image().getWidth()).isEqualTo(2480);
            assertThat(picture.dpi()).isCloseTo(300, within(0.5));
            assertThat(picture.points() * picture.image().getWidth()).isCloseTo(595.28, within(0.1));
        }
    }

    private PageText read(SamplePdf sample) throws Exception {
        try (SamplePdf pdf = sample;
                PdfPages pages = open(pdf)) {
            return pages.read(1).layerText();
        }
    }

    private PdfPages open(SamplePdf pdf) throws Exception {
        Path file = pdf.save(folder.resolve("sample.pdf"));
        return PdfPages.open(file, Settings.defaults(), TrustAssessor.load(), LegacyDecoder.load());
    }
}
