package vn.trich.corpus.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
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
    void nothingStandsOutsideThePage() {
        DocumentGenerator generator = new DocumentGenerator(9);
        for (int number = 1; number <= 20; number++) {
            for (Sheet sheet : printer.print(generator.document(number))) {
                assertThat(sheet.words())
                        .allMatch(word -> word.x() > 20
                                && word.x() + word.width() < sheet.width() - 20
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
        boolean across = a.x() + a.width() > b.x() + 0.5 && b.x() + b.width() > a.x() + 0.5;
        return across && Math.abs(a.baseline() - b.baseline()) < 0.5 * Math.min(a.size(), b.size());
    }
}
