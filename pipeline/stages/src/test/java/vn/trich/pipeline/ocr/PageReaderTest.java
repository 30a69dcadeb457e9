package vn.trich.pipeline.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.output.PageRegion;
import vn.trich.output.TextChoice;
import vn.trich.output.WordSource;
import vn.trich.pipeline.Bounds;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.ingest.Ingest;
import vn.trich.pipeline.ingest.SourceFile;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.SamplePdf;
import vn.trich.pipeline.page.Word;

class PageReaderTest {

    private static final String[] PROSE = {
        "Các phòng chuyên môn xây dựng kế hoạch thực hiện nhiệm vụ",
        "được giao, báo cáo kết quả về Văn phòng trước ngày 15 tháng 12",
        "để tổng hợp, trình Giám đốc xem xét, quyết định."
    };

    @TempDir
    private Path folder;

    @Test
    void goodLayerIsNotReadAgain() throws Exception {
        List<PageText> pages = read(new SamplePdf().textPage(PROSE), 1);

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0).choice()).isEqualTo(TextChoice.KEEP);
        assertThat(pages.get(0).words()).allMatch(word -> word.source() == WordSource.TEXT_LAYER);
        assertThat(text(pages.get(0))).isEqualTo(String.join(" ", PROSE));
    }

    @Test
    void scanIsReadWithItsMarks() throws Exception {
        BufferedImage scan = SamplePdf.picture(200, (content, font) -> prose(content, font, PROSE));

        PageText page = read(new SamplePdf().scanPage(scan), 1).get(0);

        assertThat(page.choice()).isEqualTo(TextChoice.OCR);
        assertThat(text(page)).isEqualTo(String.join(" ", PROSE));
        assertThat(page.words()).allMatch(word -> word.confidence() > 0.5 && word.source() == WordSource.OCR);
        Word first = page.words().get(0);
        assertThat(first.box().x0()).isCloseTo(72, within(3.0));
        assertThat(first.box().y1()).isCloseTo(81.9, within(3.0));
    }

    @Test
    void ruinedLayerOverAScanGivesWayToThePicture() throws Exception {
        BufferedImage scan = SamplePdf.picture(200, (content, font) -> prose(content, font, PROSE));

        PageText page = read(
                        new SamplePdf().scanPage(scan, "Cac phong chuyen mon xay dung ke hoach thuc hien nhiem vu"), 1)
                .get(0);

        assertThat(page.choice()).isEqualTo(TextChoice.OCR);
        assertThat(text(page)).isEqualTo(String.join(" ", PROSE));
    }

    @Test
    void cellsOfARuledTableAreReadOneByOne() throws Exception {
        BufferedImage scan = SamplePdf.picture(200, PageReaderTest::table);

        PageText page = read(new SamplePdf().scanPage(scan), 1).get(0);

        assertThat(page.rulings().stream().filter(Ruling::horizontal)).hasSize(4);
        assertThat(page.rulings().stream().filter(r -> !r.horizontal())).hasSize(4);
        assertThat(text(page))
                .contains("Văn phòng Sở", "Thanh tra tỉnh", "Quý II năm 2024")
                .contains("PHỤ LỤC");
    }

    @Test
    void pageThatLiesAskewIsSetLevel() throws Exception {
        BufferedImage scan = turned(SamplePdf.picture(200, PageReaderTest::table), 1.2);

        PageText page = read(new SamplePdf().scanPage(scan), 1).get(0);

        assertThat(page.skew()).isCloseTo(-1.2, within(0.1));
        assertThat(page.rulings().stream().filter(Ruling::horizontal)).hasSize(4);
        assertThat(text(page)).contains("Thanh tra tỉnh", "Quý II năm 2024");
    }

    @Test
    void pageThatLiesOnItsSideOrHeadIsTurned() throws Exception {
        BufferedImage upright = SamplePdf.picture(150, (content, font) -> prose(content, font, PROSE));
        for (int quarters = 1; quarters <= 3; quarters++) {
            Path png = folder.resolve("turned" + quarters + ".png");
            ImageIO.write(quarterTurned(upright, quarters), "png", png.toFile());

            PageText page =
                    read(png, settings(1), WorkerCommand.within(Bounds.usual())).get(0);

            assertThat(page.rotation()).isEqualTo(360 - 90 * quarters);
            assertThat(page.width()).isEqualTo(1240, within(1.0));
            assertThat(text(page)).isEqualTo(String.join(" ", PROSE));
        }
    }

    @Test
    void stampIsTakenOffTheTextAndKeptAsARegion() throws Exception {
        BufferedImage scan = SamplePdf.picture(200, (content, font) -> prose(content, font, PROSE));
        stamp(scan);

        PageText page = read(new SamplePdf().scanPage(scan), 1).get(0);

        assertThat(text(page)).isEqualTo(String.join(" ", PROSE));
        assertThat(page.regions()).hasSize(1);
        PageRegion stamp = page.regions().get(0);
        assertThat(stamp.kind()).isEqualTo(PageRegion.Kind.STAMP);
        assertThat(stamp.bbox().x0()).isCloseTo(300 * 0.36, within(6.0));
        assertThat(stamp.bbox().width()).isCloseTo(280 * 0.36, within(10.0));
    }

    @Test
    void blankPageSaysSo() throws Exception {
        BufferedImage white = SamplePdf.picture(100, (content, font) -> {});

        List<PageText> pages = read(new SamplePdf().scanPage(white).page(0, (content, font) -> {}), 1);

        assertThat(pages)
                .allMatch(page ->
                        page.choice() == TextChoice.NONE && page.failure().isEmpty());
        assertThat(pages.get(0).reasons()).anyMatch(reason -> reason.contains("blank"));
        assertThat(pages.get(1).reasons()).contains("blank page");
    }

    @Test
    void pictureFileHasBoxesByItsResolution() throws Exception {
        Path png = folder.resolve("scan.png");
        ImageIO.write(SamplePdf.picture(150, (content, font) -> prose(content, font, PROSE)), "png", png.toFile());

        PageText page =
                read(png, settings(1), WorkerCommand.within(Bounds.usual())).get(0);

        // No resolution is written in this file, so a pixel counts as a point.
        assertThat(page.width()).isEqualTo(1240, within(1.0));
        assertThat(text(page)).contains("kế hoạch thực hiện nhiệm vụ");
        assertThat(page.words().get(0).box().x0()).isCloseTo(150, within(6.0));
    }

    @Test
    void numberOfWorkersChangesNothing() throws Exception {
        SamplePdf pdf = new SamplePdf();
        for (int i = 0; i < 4; i++) {
            int n = i;
            BufferedImage scan = SamplePdf.picture(
                    150, (content, font) -> prose(content, font, "Trang số " + n, PROSE[n % 3], PROSE[(n + 1) % 3]));
            pdf.scanPage(scan);
            pdf.textPage(PROSE);
        }
        Path file = save(pdf);
        Set<Integer> seen = new ConcurrentSkipListSet<>();

        List<PageText> one = read(file, settings(1), WorkerCommand.within(Bounds.usual()));
        List<PageText> two;
        try (PageReader reader = new PageReader(settings(2))) {
            two = reader.read(source(file), seen::add);
        }

        assertThat(two).isEqualTo(one);
        assertThat(two).extracting(PageText::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(seen).isEqualTo(new TreeSet<>(List.of(1, 2, 3, 4, 5, 6, 7, 8)));
    }

    @Test
    void aLongFileHoldsUpNoShortOne() throws Exception {
        BufferedImage scan = SamplePdf.picture(150, (content, font) -> prose(content, font, PROSE));
        SamplePdf pages = new SamplePdf();
        for (int i = 0; i < 8; i++) {
            pages.scanPage(scan);
        }
        SourceFile longOne = source(save(pages));
        Path png = folder.resolve("short.png");
        ImageIO.write(scan, "png", png.toFile());
        SourceFile shortOne = source(png);
        List<String> ended = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);

        try (PageReader reader = new PageReader(settings(1))) {
            Thread other = new Thread(() -> {
                reader.read(longOne, page -> begun.countDown());
                ended.add("long");
            });
            other.start();
            begun.await();
            reader.read(shortOne, page -> {});
            ended.add("short");
            other.join();
        }

        assertThat(ended).containsExactly("short", "long");
    }

    @Test
    void filesOfTheRecogniserThatTheSystemCleanedAwayAreMadeAnew() throws Exception {
        BufferedImage scan = SamplePdf.picture(150, (content, font) -> prose(content, font, PROSE[0]));
        Path png = folder.resolve("scan.png");
        ImageIO.write(scan, "png", png.toFile());

        try (PageReader reader = new PageReader(settings(1))) {
            List<PageText> before = reader.read(source(png), page -> {});
            Files.delete(reader.engineFolder().resolve("vie.traineddata"));

            assertThat(reader.read(source(png), page -> {})).isEqualTo(before);
        }
    }

    @Test
    void aPageThatWasKeptIsNotReadAgain() throws Exception {
        SamplePdf pdf = new SamplePdf();
        pdf.scanPage(SamplePdf.picture(150, (content, font) -> prose(content, font, PROSE[0])));
        pdf.scanPage(SamplePdf.picture(150, (content, font) -> prose(content, font, PROSE[1])));
        Path file = save(pdf);
        Kept kept = new Kept();
        List<PageText> read = read(file, settings(1), WorkerCommand.within(Bounds.usual()), kept);
        kept.pages.remove(2);
        WorkerCommand crashes = new WorkerCommand(CrashingWorker.Always.class.getName(), 256);

        List<PageText> again = read(file, settings(1), crashes, kept);

        assertThat(again.get(0)).isEqualTo(read.get(0));
        assertThat(again.get(1).failure()).isPresent();
        assertThat(kept.pages).as("what failed is not kept").containsOnlyKeys(1);
    }

    @Test
    void crashCostsOneRetry() throws Exception {
        Path file = save(new SamplePdf().textPage(PROSE).textPage(PROSE).textPage(PROSE));
        WorkerCommand crashesOnce = new WorkerCommand(CrashingWorker.Once.class.getName(), 256);

        List<PageText> pages = read(file, settings(1), crashesOnce);

        assertThat(pages).allMatch(page -> page.failure().isEmpty());
        assertThat(pages).allMatch(page -> text(page).equals(String.join(" ", PROSE)));
    }

    @Test
    void pageThatAlwaysCrashesFailsAlone() throws Exception {
        Path file = save(new SamplePdf().textPage(PROSE).textPage(PROSE).textPage(PROSE));
        WorkerCommand crashes = new WorkerCommand(CrashingWorker.Always.class.getName(), 256);

        List<PageText> pages = read(file, settings(2), crashes);

        assertThat(pages.get(1).failure())
                .hasValueSatisfying(why -> assertThat(why).contains("exit code 134"));
        assertThat(pages.get(1).choice()).isEqualTo(TextChoice.NONE);
        assertThat(pages.get(0).failure()).isEmpty();
        assertThat(pages.get(2).failure()).isEmpty();
    }

    @Test
    void pageThatTakesTooLongIsGivenUpAndItsWorkerKilled() throws Exception {
        Path file = save(new SamplePdf().textPage(PROSE).textPage(PROSE));
        WorkerCommand hangs = new WorkerCommand(CrashingWorker.Hanging.class.getName(), 256);
        try (EngineFiles engine = EngineFiles.extract();
                WorkerProcess worker = new WorkerProcess(hangs.line(settings(1), engine.folder()), 1_600)) {
            PageAnswer first = worker.ask(
                    new PageTask(file, "application/pdf", 1).toLine(), Duration.ofMinutes(2), Duration.ofMinutes(2));
            String second = new PageTask(file, "application/pdf", 2).toLine();

            assertThat(first).isInstanceOf(PageAnswer.Read.class);
            assertThatThrownBy(() -> worker.ask(second, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("longer than 1 s");
            assertThatThrownBy(() -> worker.ask(second, Duration.ofMinutes(2), Duration.ofMinutes(2)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ended");
        }
    }

    @Test
    void missingLibrariesAreNamed() {
        String before = System.getProperty("os.arch");
        System.setProperty("os.arch", "riscv64");
        try {
            assertThatThrownBy(EngineFiles::extract)
                    .isInstanceOf(MissingDependencyException.class)
                    .hasMessageContaining("riscv64")
                    .hasMessageContaining("x86_64");
        } finally {
            System.setProperty("os.arch", before);
        }
    }

    @Test
    void engineFilesAreRemovedAgain() {
        Path engine;
        try (EngineFiles files = EngineFiles.extract()) {
            engine = files.folder();
            assertThat(engine.resolve("vie.traineddata")).exists();
        }
        assertThat(engine).doesNotExist();
    }

    static void prose(PDPageContentStream content, org.apache.pdfbox.pdmodel.font.PDFont font, String... lines)
            throws IOException {
        SamplePdf.write(content, font, 13, 72, 760, lines);
    }

    static void table(PDPageContentStream content, org.apache.pdfbox.pdmodel.font.PDFont font) throws IOException {
        SamplePdf.write(content, font, 14, 250, 780, "PHỤ LỤC");
        String[][] cells = {
            {"STT", "Đơn vị", "Thời hạn"},
            {"1", "Văn phòng Sở", "Tháng 6/2024"},
            {"2", "Thanh tra tỉnh", "Quý II năm 2024"}
        };
        float[] xs = {72, 130, 330, 520};
        for (int r = 0; r <= 3; r++) {
            line(content, xs[0], 740 - 40 * r, xs[3], 740 - 40 * r);
        }
        for (float x : xs) {
            line(content, x, 740, x, 620);
        }
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                SamplePdf.write(content, font, 13, xs[c] + 6, 715 - 40 * r, cells[r][c]);
            }
        }
    }

    private static void line(PDPageContentStream content, float x0, float y0, float x1, float y1) throws IOException {
        content.moveTo(x0, y0);
        content.lineTo(x1, y1);
        content.stroke();
    }

    private static BufferedImage quarterTurned(BufferedImage image, int quarters) {
        boolean swap = quarters % 2 == 1;
        int w = swap ? image.getHeight() : image.getWidth();
        int h = swap ? image.getWidth() : image.getHeight();
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                switch (quarters) {
                    case 1 -> out.setRGB(w - 1 - y, x, rgb);
                    case 2 -> out.setRGB(w - 1 - x, h - 1 - y, rgb);
                    default -> out.setRGB(y, h - 1 - x, rgb);
                }
            }
        }
        return out;
    }

    /** Prints a round stamp over the paper; its ink is a filter, so black text shows through. */
    private static void stamp(BufferedImage scan) {
        BufferedImage ink = new BufferedImage(scan.getWidth(), scan.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = ink.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, ink.getWidth(), ink.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(215, 40, 45));
        pen.setStroke(new BasicStroke(7));
        pen.drawOval(300, 120, 280, 280);
        pen.fillOval(400, 210, 80, 80);
        pen.dispose();
        for (int y = 0; y < scan.getHeight(); y++) {
            for (int x = 0; x < scan.getWidth(); x++) {
                Color paper = new Color(scan.getRGB(x, y));
                Color filter = new Color(ink.getRGB(x, y));
                scan.setRGB(
                        x,
                        y,
                        new Color(
                                        paper.getRed() * filter.getRed() / 255,
                                        paper.getGreen() * filter.getGreen() / 255,
                                        paper.getBlue() * filter.getBlue() / 255)
                                .getRGB());
            }
        }
    }

    private static BufferedImage turned(BufferedImage image, double degrees) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = out.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, out.getWidth(), out.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.rotate(Math.toRadians(degrees), out.getWidth() / 2.0, out.getHeight() / 2.0);
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return out;
    }

    private static String text(PageText page) {
        return String.join(" ", page.words().stream().map(Word::text).toList());
    }

    private Path save(SamplePdf pdf) throws IOException {
        try (pdf) {
            return pdf.save(Files.createTempFile(folder, "sample", ".pdf"));
        }
    }

    private List<PageText> read(SamplePdf pdf, int workers) throws Exception {
        return read(save(pdf), settings(workers), WorkerCommand.within(Bounds.usual()));
    }

    private static List<PageText> read(Path file, Settings settings, WorkerCommand command) throws Exception {
        return read(file, settings, command, PageStore.NONE);
    }

    private static List<PageText> read(Path file, Settings settings, WorkerCommand command, PageStore store)
            throws Exception {
        try (PageReader reader = new PageReader(settings, command, store)) {
            return reader.read(source(file), n -> {});
        }
    }

    private static SourceFile source(Path file) throws Exception {
        return new Ingest(Settings.defaults()).open(file, file.getFileName().toString());
    }

    private static Settings settings(int workers) {
        Settings d = Settings.defaults();
        return new Settings(
                d.maxPages(), d.maxBytes(), d.maxPixels(), d.renderDpi(), d.pageTimeout(), workers, false, true);
    }

    /** Keeps pages in memory. */
    private static final class Kept implements PageStore {
        private final Map<Integer, PageText> pages = new ConcurrentHashMap<>();

        @Override
        public Optional<PageText> find(SourceFile file, int page) {
            return Optional.ofNullable(pages.get(page));
        }

        @Override
        public void keep(SourceFile file, PageText page) {
            pages.put(page.number(), page);
        }
    }
}
