package vn.trich.corpus.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.trich.corpus.generate.DocumentGenerator;
import vn.trich.corpus.generate.DocumentKind;
import vn.trich.corpus.paper.Bundle;
import vn.trich.corpus.paper.GoldWriter;

class PrinterTest {

    private final Metrics metrics = new Metrics();
    private final Printer printer = new Printer(metrics);

    private byte[] pdf(Bundle bundle) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PdfWriter(metrics).document(printer.print(bundle), bundle.subject())) {
            document.save(out);
        }
        return out.toByteArray();
    }

    @Test
    void everyLetterHasItsGlyphInEveryFace() {
        DocumentGenerator generator = new DocumentGenerator(3);
        assertThat(IntStream.rangeClosed(1, 20).mapToObj(generator::document)).allMatch(printer::covers);
        String letters = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ–“”%";
        for (Face face : Face.values()) {
            assertThat(metrics.covers(letters + letters.toUpperCase(Locale.ROOT), face))
                    .isTrue();
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        Bundle bundle = new DocumentGenerator(4).document(1, DocumentKind.LETTER);
        assertThat(pdf(bundle)).isEqualTo(pdf(bundle));
    }

    @Test
    void theTextOfThePdfIsTheTextOfTheGold() throws IOException {
        DocumentGenerator generator = new DocumentGenerator(8);
        for (int number = 1; number <= 12; number++) {
            Bundle bundle = generator.document(number);
            try (PDDocument document = Loader.loadPDF(pdf(bundle))) {
                List<String> printed = words(new PDFTextStripper().getText(document));
                List<String> truth = words(goldText(bundle));
                List<String> missing = new ArrayList<>(truth);
                printed.forEach(missing::remove);
                // A document number that is too wide for its column is cut in two.
                assertThat(missing).as(bundle.name()).hasSizeLessThanOrEqualTo(truth.size() / 300);
                List<String> added = new ArrayList<>(printed);
                truth.forEach(added::remove);
                assertThat(added.stream().filter(word -> word.length() > 12).toList())
                        .as(bundle.name())
                        .hasSizeLessThanOrEqualTo(truth.size() / 300);
            }
        }
    }

    private static String goldText(Bundle bundle) {
        Element body = Jsoup.parse(new GoldWriter().write(bundle)).body();
        StringBuilder text = new StringBuilder();
        for (Element block : body.select("div, p, h2, h3, h4, h5, h6, th, td")) {
            text.append(' ').append(block.wholeText());
        }
        for (Element signature : body.select("div.signature")) {
            text.append(' ').append(signature.attr("data-authority"));
            text.append(' ').append(signature.attr("data-position"));
            text.append(' ').append(signature.attr("data-name"));
        }
        return text.toString();
    }

    // Letters and digits only: footnote marks stand close to the word before them.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : Normalizer.normalize(text, Normalizer.Form.NFC).split("[^\\p{L}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    @Test
    void theTruthHasFootnotesWhereThePageHasThem() throws IOException {
        DocumentGenerator generator = new DocumentGenerator(8);
        int notes = 0;
        for (int number = 1; number <= 12; number++) {
            Bundle bundle = generator.document(number);
            Element body = Jsoup.parse(new GoldWriter().write(printer.inReadingOrder(bundle)))
                    .body();
            try (PDDocument document = Loader.loadPDF(pdf(bundle))) {
                List<String> printed = words(new PDFTextStripper().getText(document));
                for (Element note : body.select("p.footnote")) {
                    notes++;
                    List<String> text = words(note.wholeText());
                    int at = Collections.indexOfSubList(printed, text);
                    Element next = note.nextElementSibling();
                    if (next != null && next.is("p:not(.footnote)")) {
                        assertThat(Collections.indexOfSubList(printed, words(next.wholeText())))
                                .as("%s begins on the page behind its footnote", next.text())
                                .isGreaterThan(at);
                    }
                }
            }
        }
        assertThat(notes).isPositive();
    }

    @Test
    void nothingStandsOutsideThePage() {
        DocumentGenerator generator = new DocumentGenerator(9);
        for (int number = 1; number <= 20; number++) {
            for (Sheet sheet : printer.print(generator.document(number))) {
                assertThat(sheet.words())
                        .allMatch(word -> word.x() > 20
                                && right(word) < sheet.width() - 20
                                && word.baseline() > 20
                                && word.baseline() < sheet.height() - 20);
            }
        }
    }

    @Test
    void wordsDoNotOverlap() {
        DocumentGenerator generator = new DocumentGenerator(10);
        for (int number = 1; number <= 10; number++) {
            for (Sheet sheet : printer.print(generator.document(number))) {
                List<Sheet.Word> words = sheet.words();
                for (int i = 0; i < words.size(); i++) {
                    for (int j = i + 1; j < words.size(); j++) {
                        assertThat(overlap(words.get(i), words.get(j)))
                                .as("%s and %s", words.get(i), words.get(j))
                                .isFalse();
                    }
                }
            }
        }
    }

    private static boolean overlap(Sheet.Word a, Sheet.Word b) {
        if (a.run() != Sheet.Run.RIGHT && a.run() == b.run()) {
            boolean along = Math.min(foot(a), foot(b)) > Math.max(head(a), head(b)) + 0.5;
            return along && Math.abs(a.x() - b.x()) < 0.5 * Math.min(a.size(), b.size());
        }
        boolean across = right(a) > b.x() + 0.5 && right(b) > a.x() + 0.5;
        return across && Math.abs(a.baseline() - b.baseline()) < 0.5 * Math.min(a.size(), b.size());
    }

    private static double right(Sheet.Word word) {
        return word.x() + (word.upright() ? word.width() : 0);
    }

    private static double head(Sheet.Word word) {
        return word.run() == Sheet.Run.UP ? word.baseline() - word.width() : word.baseline();
    }

    private static double foot(Sheet.Word word) {
        return word.run() == Sheet.Run.UP ? word.baseline() : word.baseline() + word.width();
    }

    @Test
    void turnedNamesOfColumnsStandInTheirCells() {
        Bundle report = new DocumentGenerator(91_203).document(2, DocumentKind.STATISTICS_REPORT);
        List<Sheet.Word> turned = new ArrayList<>();
        for (Sheet sheet : printer.print(report)) {
            for (Sheet.Word word : sheet.words()) {
                if (!word.upright()) {
                    turned.add(word);
                    assertThat(sheet.rules()).as("a line left of %s", word).anyMatch(rule -> beside(rule, word, -1));
                    assertThat(sheet.rules()).as("a line right of %s", word).anyMatch(rule -> beside(rule, word, 1));
                }
            }
        }
        assertThat(turned).hasSizeGreaterThan(4);
    }

    /** Whether an upright rule stands within a column's width on one side of a turned word, as long as the word. */
    private static boolean beside(Sheet.Rule rule, Sheet.Word word, int side) {
        double distance = side * (rule.x0() - word.x());
        return rule.x0() == rule.x1()
                && distance > -0.3 * word.size()
                && distance < 90
                && Math.min(rule.y0(), rule.y1()) <= head(word)
                && Math.max(rule.y0(), rule.y1()) >= foot(word);
    }
}
