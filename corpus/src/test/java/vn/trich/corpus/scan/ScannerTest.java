package vn.trich.corpus.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.generate.CorpusGenerator;
import vn.trich.corpus.generate.DocumentGenerator;
import vn.trich.corpus.generate.DocumentKind;
import vn.trich.corpus.paper.Bundle;

class ScannerTest {

    private static final Bundle LETTER = new DocumentGenerator(21).document(1, DocumentKind.LETTER);

    @TempDir
    Path folder;

    private Path written(ScanState state) throws IOException {
        new CorpusGenerator().write(folder, LETTER, Set.of(state));
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("." + state.extension()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static PDImageXObject picture(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        COSName name = page.getResources().getXObjectNames().iterator().next();
        return (PDImageXObject) page.getResources().getXObject(name);
    }

    private static Map<String, Integer> bag(String text) {
        Map<String, Integer> bag = new HashMap<>();
        Arrays.stream(text.split("[^\\p{L}\\d]+"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> bag.merge(word, 1, Integer::sum));
        return bag;
    }

    @Test
    void aScanIsAPictureOfThePageWithoutText() throws IOException {
        Path file = written(ScanState.FAIR);
        assertThat(text(file)).isBlank();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(picture(document).getWidth()).isBetween(1640, 1670);
            assertThat(picture(document).getSuffix()).isEqualTo("jpg");
        }
    }

    @Test
    void theSameDiceGiveTheSameScan() throws IOException {
        byte[] first = Files.readAllBytes(written(ScanState.POOR));
        assertThat(Files.readAllBytes(written(ScanState.POOR))).isEqualTo(first);
    }

    @Test
    void aScanInBlackAndWhiteHasOneBitForAPixel() throws IOException {
        try (PDDocument document = Loader.loadPDF(written(ScanState.BITONAL).toFile())) {
            assertThat(picture(document).getBitsPerComponent()).isEqualTo(1);
            assertThat(picture(document).getSuffix()).isEqualTo("tiff");
        }
    }

    @Test
    void aGoodLayerHoldsTheWordsOfThePage() throws IOException {
        String truth = text(written(ScanState.BORN));
        Files.delete(written(ScanState.BORN));
        assertThat(bag(text(written(ScanState.GOODLAYER)))).isEqualTo(bag(truth));
    }

    @Test
    void aForeignLayerHasLostMostMarks() throws IOException {
        String truth = text(written(ScanState.BORN));
        Files.delete(written(ScanState.BORN));
        String read = text(written(ScanState.LAYER));
        assertThat(read.length()).isBetween(truth.length() * 9 / 10, truth.length() * 11 / 10);
        assertThat(marked(read)).isLessThan(marked(truth) / 2);
    }

    // Letters that no western European language writes.
    private static long marked(String text) {
        return text.chars()
                .filter(c -> c >= 0x1EA0 && c <= 0x1EF9 || "ơưđăƠƯĐĂ".indexOf(c) >= 0)
                .count();
    }

    @Test
    void aTiffHoldsEveryPageInBlackAndWhite() throws IOException {
        Bundle report = new DocumentGenerator(22).document(1, DocumentKind.INDICATOR_REPORT);
        new CorpusGenerator().write(folder, report, Set.of(ScanState.TIFF));
        try (ImageInputStream in = ImageIO.createImageInputStream(
                folder.resolve(report.name() + ".tiff.tif").toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isGreaterThan(1);
            assertThat(reader.read(0).getColorModel().getPixelSize()).isEqualTo(1);
            reader.dispose();
        }
    }

    @Test
    void aPictureIsOnePageWithItsResolution() throws IOException {
        BufferedImage picture = ImageIO.read(written(ScanState.PICTURE).toFile());
        assertThat(picture.getWidth()).isBetween(1640, 1670);
    }

    @Test
    void aDumpHoldsTheLinesFromTheTop() throws IOException {
        List<String> lines = Files.readAllLines(written(ScanState.DUMP));
        assertThat(lines.get(0)).contains("CỘNG");
        assertThat(String.join("\n", lines)).contains("Kính gửi:", "Nơi nhận:");
    }

    @Test
    void aForeignReaderReadsTheSameWordInManyWays() {
        ForeignReader reader = new ForeignReader();
        Dice dice = new Dice(5);
        Set<String> readings = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            readings.add(reader.read("được", dice));
        }
        assertThat(readings).hasSizeGreaterThan(8).contains("duoc", "dugc").doesNotContain("được");
    }

    @Test
    void aPointOfThePageLiesWhereThePlacementSays() {
        Degradation.Placement turned = new Degradation.Placement(Math.PI / 2, 3, -2);
        assertThat(turned.forward(50, 20, 100, 100)).containsExactly(new double[] {83, 48}, Offset.offset(1e-9));
    }
}
