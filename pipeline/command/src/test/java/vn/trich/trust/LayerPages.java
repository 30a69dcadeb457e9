package vn.trich.trust;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.trich.output.LineRecord;
import vn.trich.output.PageRecord;
import vn.trich.output.TextChoice;
import vn.trich.output.WordRecord;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.searchable.SearchablePdf;

/** Writes PDFs whose pages hold given words: hidden over a scan, or seen and set in fonts of a legacy encoding. */
final class LayerPages {

    private final Path folder;

    LayerPages(Path folder) {
        this.folder = folder;
    }

    /** Pages that are one picture each, with these words as hidden text. */
    Path overScans(String name, List<List<WordRecord>> pages) throws IOException {
        Path blank = folder.resolve(name + ".scan.pdf");
        List<PageRecord> records = new ArrayList<>();
        try (PDDocument document = new PDDocument()) {
            PDImageXObject paper =
                    LosslessFactory.createFromImage(document, new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY));
            for (List<WordRecord> words : pages) {
                PDRectangle size = size(words);
                PDPage page = new PDPage(size);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(paper, 0, 0, size.getWidth(), size.getHeight());
                }
                records.add(new PageRecord(
                        records.size() + 1,
                        size.getWidth(),
                        size.getHeight(),
                        0,
                        TextChoice.OCR,
                        List.of(),
                        words.stream()
                                .map(w -> new LineRecord(null, List.of(w)))
                                .toList(),
                        List.of()));
            }
            document.save(blank.toFile());
        }
        Path file = folder.resolve(name + ".pdf");
        new SearchablePdf(Settings.defaults())
                .write(blank, "application/pdf", "0123456789abcdef".repeat(4), records, file);
        return file;
    }

    /**
     * Pages whose words are seen, set in two fonts that are named but not embedded.
     *
     * @param font name of the font
     * @param capitalFont name of the one that draws capitals for small letters
     */
    Path inFonts(String name, String font, String capitalFont, LegacyWriter writer, List<List<WordRecord>> pages)
            throws IOException {
        Path file = folder.resolve(name + ".pdf");
        try (PDDocument document = new PDDocument()) {
            Map<String, COSDictionary> fonts = new HashMap<>();
            fonts.put("F", font(font));
            fonts.put("H", font(capitalFont));
            COSDictionary dictionary = new COSDictionary();
            fonts.forEach(dictionary::setItem);
            for (List<WordRecord> words : pages) {
                PDPage page = new PDPage(size(words));
                PDResources resources = new PDResources();
                resources.getCOSObject().setItem(COSName.FONT, dictionary);
                page.setResources(resources);
                document.addPage(page);
                PDStream stream = new PDStream(document);
                try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                    for (WordRecord word : words) {
                        show(out, word, writer, page.getMediaBox().getHeight());
                    }
                }
                page.setContents(stream);
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static void show(OutputStream out, WordRecord word, LegacyWriter writer, float height) throws IOException {
        List<LegacyWriter.Run> runs = writer.write(word.text());
        int letters = runs.stream().mapToInt(r -> r.text().length()).sum();
        double size = Math.max(1, word.bbox().height());
        double scale = 100 * word.bbox().width() / Math.max(1e-3, letters * 0.5 * size);
        write(
                out,
                "BT %.3f Tz 1 0 0 1 %.2f %.2f Tm\n",
                scale,
                word.bbox().x0(),
                height - word.bbox().y1() + 0.22 * size);
        for (LegacyWriter.Run run : runs) {
            write(out, "/%s %.2f Tf <", run.capitals() ? "H" : "F", size);
            for (char c : run.text().toCharArray()) {
                write(out, "%02X", c & 255);
            }
            write(out, "> Tj\n");
        }
        write(out, "ET\n");
    }

    private static void write(OutputStream out, String format, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, format, values).getBytes(StandardCharsets.US_ASCII));
    }

    private static COSDictionary font(String name) {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TRUE_TYPE);
        font.setName(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
        font.setInt(COSName.FIRST_CHAR, 0);
        font.setInt(COSName.LAST_CHAR, 255);
        COSArray widths = new COSArray();
        for (int i = 0; i < 256; i++) {
            widths.add(COSInteger.get(500));
        }
        font.setItem(COSName.WIDTHS, widths);
        return font;
    }

    /** A4, lying if the words need it. */
    private static PDRectangle size(List<WordRecord> words) {
        double right = words.stream().mapToDouble(w -> w.bbox().x1()).max().orElse(0);
        return right > PDRectangle.A4.getWidth()
                ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth())
                : PDRectangle.A4;
    }
}
