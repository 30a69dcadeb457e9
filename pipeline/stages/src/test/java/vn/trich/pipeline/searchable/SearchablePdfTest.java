package vn.trich.pipeline.searchable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.language.TrustAssessor;
import vn.trich.output.Box;
import vn.trich.output.LineRecord;
import vn.trich.output.PageRecord;
import vn.trich.output.PageRegion;
import vn.trich.output.TextChoice;
import vn.trich.output.WordRecord;
import vn.trich.output.WordSource;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PdfPages;
import vn.trich.pipeline.page.SamplePdf;
import vn.trich.pipeline.page.Word;

/** What can be searched for in a searchable PDF, and what of the file it was made from stays. */
class SearchablePdfTest {

    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final String[] RUINED = {"Ke hoach thuc hiên nhiem vu", "nam 2O25 cua so"};

    @TempDir
    private Path folder;

    @Test
    void theOldLayerOfAScanIsReplaced() throws Exception {
        Path source = save(new SamplePdf().scanPage(scan(), RUINED));

        Path copy =
                write(source, page(1, TextChoice.OCR, 0, word("Kế", 72, 80, 88, 94), word("hoạch", 92, 80, 130, 94)));

        assertThat(text(source)).contains("hoach");
        assertThat(text(copy)).isEqualTo("Kế hoạch");
    }

    @Test
    void wordsStandWhereTheyWereRead() throws Exception {
        Path source = save(new SamplePdf().scanPage(scan()));
        WordRecord first = word("Điều", 100, 200, 130, 214);
        WordRecord second = word("1.", 134, 201, 142, 213);

        PageText read = read(write(source, page(1, TextChoice.OCR, 0, first, second)));

        assertThat(read.words()).extracting(Word::text).containsExactly("Điều", "1.");
        for (int i = 0; i < 2; i++) {
            Box box = read.words().get(i).box();
            Box wanted = List.of(first, second).get(i).bbox();
            assertThat(box.x0()).isCloseTo(wanted.x0(), within(0.1));
            assertThat(box.x1()).isCloseTo(wanted.x1(), within(0.1));
            assertThat(box.y1()).isCloseTo(wanted.y1(), within(1.0));
            assertThat(box.y0()).isCloseTo(wanted.y0(), within(1.5));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void onATurnedPageTheyStandWhereItIsDisplayed(int rotate) throws Exception {
        Path source = save(new SamplePdf().page(rotate, (content, font) -> content.fill()));
        WordRecord word = word("Phụ", 100, 200, 130, 214);

        PageText read = read(write(source, page(1, TextChoice.OCR, 0, word)));

        assertThat(read.rotation()).isZero();
        assertThat(read.words()).extracting(Word::text).containsExactly("Phụ");
        assertThat(read.words().get(0).box().x0()).isCloseTo(100, within(0.1));
        assertThat(read.words().get(0).box().y1()).isCloseTo(214, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void textOfAScanThatLiesOnItsSideRunsAsItIsPrinted(int turn) throws Exception {
        Path source = save(new SamplePdf().scanPage(scan()));
        // As displayed, the words stand one above the other, or upside down beside each other.
        WordRecord first = turn == 180 ? word("Phụ", 300, 200, 330, 214) : word("Phụ", 200, 300, 214, 330);
        WordRecord second = turn == 180 ? word("lục", 266, 200, 296, 214) : word("lục", 200, 266, 214, 296);
        boolean down = turn == 270;

        PageText read =
                read(write(source, page(1, TextChoice.OCR, turn, down ? second : first, down ? first : second)));

        assertThat(read.rotation()).isEqualTo(turn);
        assertThat(read.words()).extracting(Word::text).containsExactly(down ? "lục" : "Phụ", down ? "Phụ" : "lục");
        Box box = read.displayed(read.words().get(down ? 1 : 0).box());
        assertThat(box.x0()).isCloseTo(first.bbox().x0(), within(0.5));
        assertThat(box.y0()).isCloseTo(first.bbox().y0(), within(0.5));
        assertThat(box.y1()).isCloseTo(first.bbox().y1(), within(0.5));
    }

    @Test
    void aPageWhoseLayerIsGoodStaysAsItIs() throws Exception {
        Path source = save(new SamplePdf().textPage("Kế hoạch năm nay").scanPage(scan(), RUINED));

        Path one = write(
                source,
                page(1, TextChoice.KEEP, 0, word("khác", 0, 0, 10, 10)),
                page(2, TextChoice.OCR, 0, word("Kế", 72, 80, 88, 94)));
        Path none = write(source, page(1, TextChoice.KEEP, 0, word("khác", 0, 0, 10, 10)));

        assertThat(text(one).replaceAll("\\s+", " ")).isEqualTo("Kế hoạch năm nay Kế");
        assertThat(none).hasSameBinaryContentAs(source);
    }

    @Test
    void picturesStayByteForByteAndThePageLooksTheSame() throws Exception {
        Path source = save(new SamplePdf().scanPage(scan(), RUINED));

        Path copy = write(source, page(1, TextChoice.OCR, 0, word("Kế", 72, 80, 88, 94)));

        assertThat(pictures(copy)).hasSize(1).containsExactlyElementsOf(pictures(source));
        assertThat(pixels(copy)).isEqualTo(pixels(source));
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        Path source = save(new SamplePdf().scanPage(scan(), RUINED).scanPage(scan(), RUINED));
        PageRecord[] pages = {
            page(1, TextChoice.OCR, 0, word("Kế", 72, 80, 88, 94)),
            page(2, TextChoice.OCR, 0, word("hoạch", 1, 2, 3, 4))
        };

        byte[] first = Files.readAllBytes(write(source, pages));
        Thread.sleep(5);

        assertThat(Files.readAllBytes(write(source, pages))).isEqualTo(first);
    }

    @Test
    void textThatIsSeenStaysSeenButIsNotReadTwice() throws Exception {
        Path source = save(new SamplePdf().textPage("C¸c phßng chuyªn m«n"));

        Path copy = write(
                source, page(1, TextChoice.CONVERT, 0, word("Các", 72, 70, 92, 84), word("phòng", 96, 70, 130, 84)));

        assertThat(text(copy)).isEqualTo("Các phòng");
        assertThat(pixels(copy)).isEqualTo(pixels(source));
    }

    @Test
    void aLayerUnderThePictureOrInAFormIsTakenOffToo() throws Exception {
        BufferedImage scan = scan();
        SamplePdf pdf = new SamplePdf();
        Path source = save(pdf.page(0, (content, font) -> {
            // Drawn visibly, then covered.
            SamplePdf.write(content, font, 12, 72, 700, "che khuat");
            content.drawImage(LosslessFactory.createFromImage(pdf.document(), scan), 0, 0, 595.28f, 841.89f);
            PDFormXObject form = new PDFormXObject(pdf.document());
            form.setResources(new PDResources());
            form.setBBox(PDRectangle.A4);
            COSName name = form.getResources().add(font);
            String codes = HexFormat.of().formatHex(font.encode("trong khung"));
            // A subset holds only what the page itself shows.
            SamplePdf.write(content, font, 1, 10, 10, "trong khung");
            try (var out = form.getCOSObject().createOutputStream()) {
                out.write(("BT /" + name.getName() + " 12 Tf 3 Tr 72 600 Td <" + codes + "> Tj ET")
                        .getBytes(StandardCharsets.US_ASCII));
            }
            content.drawForm(form);
            content.setRenderingMode(RenderingMode.FILL);
            // A notice drawn over the scan is seen and stays.
            SamplePdf.write(content, font, 8, 400, 30, "Ký bởi");
        }));
        assertThat(text(source)).contains("khuat").containsPattern("trong khung[^$]*trong khung");

        Path copy = write(source, page(1, TextChoice.OCR, 0, word("Kế", 72, 80, 88, 94)));

        assertThat(text(copy)).isEqualTo("Kế");
        assertThat(pixels(copy)).isEqualTo(pixels(source));
    }

    @Test
    void runningHeadsAndPageNumbersCanBeSearchedToo() throws Exception {
        Path source = save(new SamplePdf().scanPage(scan()));
        PageRecord page = new PageRecord(
                1,
                595,
                842,
                0,
                TextChoice.OCR,
                List.of(),
                List.of(line(word("Kế", 72, 80, 88, 94))),
                List.of(
                        new PageRegion(PageRegion.Kind.PAGE_NUMBER, new Box(300, 20, 310, 32), "2"),
                        new PageRegion(PageRegion.Kind.STAMP, new Box(400, 600, 500, 700), "")));

        assertThat(text(write(source, page)).split("\\s+")).containsExactly("Kế", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif"})
    void aPictureIsWrapped(String format) throws Exception {
        Path source = folder.resolve("scan." + format);
        ImageIO.write(scan(), format, source.toFile());
        String type = format.equals("png") ? "image/png" : format.equals("jpg") ? "image/jpeg" : "image/tiff";
        PageRecord page = new PageRecord(
                1,
                400,
                565,
                0,
                TextChoice.OCR,
                List.of(),
                List.of(line(word("Kế", 20, 30, 40, 44), word("hoạch", 44, 30, 80, 44))),
                List.of());

        Path copy = folder.resolve("copy.pdf");
        new SearchablePdf(Settings.defaults()).write(source, type, SHA, List.of(page), copy);

        assertThat(text(copy)).isEqualTo("Kế hoạch");
        try (PDDocument document = Loader.loadPDF(copy.toFile())) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(400);
            BufferedImage shown = picture(document.getPage(0)).getImage();
            BufferedImage wanted = ImageIO.read(source.toFile());
            assertThat(shown.getRGB(200, 100)).isEqualTo(wanted.getRGB(200, 100));
        }
        if (format.equals("jpg")) {
            assertThat(pictures(copy).get(0)).isEqualTo(Files.readAllBytes(source));
        }
    }

    @Test
    void aDamagedFileLeavesNoCopy() throws Exception {
        Path source = folder.resolve("broken.pdf");
        Files.writeString(source, "%PDF-1.7\nnothing");
        Path copy = folder.resolve("copy.pdf");

        assertThatThrownBy(() -> new SearchablePdf(Settings.defaults())
                        .write(
                                source,
                                "application/pdf",
                                SHA,
                                List.of(page(1, TextChoice.OCR, 0, word("Kế", 0, 0, 9, 9))),
                                copy))
                .isInstanceOf(IOException.class);

        assertThat(folder)
                .isDirectoryNotContaining(p -> p.getFileName().toString().contains("copy"));
    }

    @Test
    void textSetAskewInOneObjectWithSeenTextKeepsItsPlace() throws Exception {
        Path source = save(new SamplePdf().page(0, (content, font) -> {
            content.beginText();
            content.setFont(font, 12);
            content.setTextMatrix(new Matrix(1, 0, 0, 1, 72, 700));
            content.setRenderingMode(RenderingMode.NEITHER);
            content.showText("an ");
            content.setRenderingMode(RenderingMode.FILL);
            content.showText("hiện");
            content.endText();
        }));

        Path copy = write(source, page(1, TextChoice.RESTORE, 0, word("hiện", 72, 130, 100, 144)));

        assertThat(pixels(copy)).isEqualTo(pixels(source));
        assertThat(text(copy)).isEqualTo("hiện");
    }

    private Path save(SamplePdf sample) throws IOException {
        try (SamplePdf pdf = sample) {
            return pdf.save(folder.resolve("source.pdf"));
        }
    }

    private Path write(Path source, PageRecord... pages) throws IOException {
        Path copy = Files.createTempFile(folder, "copy", ".pdf");
        new SearchablePdf(Settings.defaults()).write(source, "application/pdf", SHA, List.of(pages), copy);
        return copy;
    }

    private static PageRecord page(int number, TextChoice choice, int turn, WordRecord... words) {
        return new PageRecord(number, 595, 842, turn, choice, List.of(), List.of(line(words)), List.of());
    }

    private static LineRecord line(WordRecord... words) {
        return new LineRecord(null, List.of(words));
    }

    private static WordRecord word(String text, double x0, double y0, double x1, double y1) {
        return new WordRecord(text, "", new Box(x0, y0, x1, y1), 1, WordSource.OCR, List.of());
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).strip();
        }
    }

    private static PageText read(Path pdf) throws IOException {
        try (PdfPages pages = PdfPages.open(pdf, Settings.defaults(), TrustAssessor.load(), LegacyDecoder.load())) {
            return pages.read(1).layerText();
        }
    }

    private static PDImageXObject picture(PDPage page) throws IOException {
        for (COSName name : page.getResources().getXObjectNames()) {
            if (page.getResources().getXObject(name) instanceof PDImageXObject picture) {
                return picture;
            }
        }
        throw new IOException("no picture");
    }

    private static List<byte[]> pictures(Path pdf) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            for (PDPage page : document.getPages()) {
                try (InputStream raw = picture(page).getCOSObject().createRawInputStream()) {
                    pictures.add(raw.readAllBytes());
                }
            }
        }
        return pictures;
    }

    private static int[] pixels(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 50);
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        }
    }

    private static BufferedImage scan() {
        BufferedImage scan = new BufferedImage(400, 565, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = scan.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 400, 565);
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SERIF, Font.PLAIN, 14));
        g.drawString("scan", 40, 60);
        g.fillRect(190, 90, 20, 20);
        g.dispose();
        return scan;
    }
}
