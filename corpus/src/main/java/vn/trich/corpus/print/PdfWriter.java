package vn.trich.corpus.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Writes sheets as PDF, born digital: text with its fonts embedded, rules as lines. */
public final class PdfWriter {

    private final Metrics metrics;

    /** A writer that measures words so. */
    public PdfWriter(Metrics metrics) {
        this.metrics = metrics;
    }

    /**
     * The document; to be closed by whoever asked for it. The same sheets and title give the same bytes when saved.
     *
     * @throws IOException if a font cannot be read
     */
    public PDDocument document(List<Sheet> sheets, String title) throws IOException {
        PDDocument document = new PDDocument();
        stamp(document, title);
        Map<Face, PDFont> fonts = new EnumMap<>(Face.class);
        for (Sheet sheet : sheets) {
            for (Sheet.Word word : sheet.words()) {
                if (!fonts.containsKey(word.face())) {
                    fonts.put(word.face(), font(document, word.face()));
                }
            }
        }
        for (Sheet sheet : sheets) {
            PDPage page = new PDPage(new PDRectangle((float) sheet.width(), (float) sheet.height()));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                draw(sheet, fonts, content);
            }
        }
        return document;
    }

    /** Gives the document a title, and a date and id that do not depend on when it is made. */
    public static void stamp(PDDocument document, String title) {
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        date.setTimeInMillis(1_600_000_000_000L);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setCreationDate(date);
        document.setDocumentInformation(information);
        document.setDocumentId((long) title.hashCode());
    }

    /**
     * A face, embedded as the subset that is used.
     *
     * @throws IOException if it cannot be read
     */
    public static PDFont font(PDDocument document, Face face) throws IOException {
        return PDType0Font.load(document, new ByteArrayInputStream(Metrics.bytes(face)), true);
    }

    private void draw(Sheet sheet, Map<Face, PDFont> fonts, PDPageContentStream content) throws IOException {
        for (Sheet.Rule rule : sheet.rules()) {
            content.setLineWidth((float) rule.weight());
            content.setLineDashPattern(rule.dotted() ? new float[] {1, 2} : new float[] {}, 0);
            content.moveTo((float) rule.x0(), (float) (sheet.height() - rule.y0()));
            content.lineTo((float) rule.x1(), (float) (sheet.height() - rule.y1()));
            content.stroke();
        }
        List<Sheet.Word> words = sheet.words();
        for (int at = 0; at < words.size(); ) {
            int end = at + 1;
            while (end < words.size() && sameRun(words.get(at), words.get(end))) {
                end++;
            }
            run(words.subList(at, end), sheet.height(), fonts, content);
            at = end;
        }
    }

    private static boolean sameRun(Sheet.Word first, Sheet.Word next) {
        return first.line() == next.line()
                && first.face() == next.face()
                && first.size() == next.size()
                && first.run() == next.run()
                && (first.upright() ? first.baseline() == next.baseline() : first.x() == next.x());
    }

    // One text operator for a run; between words a blank and what justification adds to it.
    private void run(List<Sheet.Word> run, double height, Map<Face, PDFont> fonts, PDPageContentStream content)
            throws IOException {
        Sheet.Word first = run.get(0);
        double blank = metrics.width(" ", first.face(), first.size());
        List<Object> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        for (int i = 1; i < run.size(); i++) {
            Sheet.Word before = run.get(i - 1);
            double gap = between(before, run.get(i));
            if (gap > blank * 0.5) {
                text.append(' ');
                gap -= blank;
            }
            if (Math.abs(gap) > 0.001) {
                parts.add(text.toString());
                parts.add((float) (-gap * 1000 / first.size()));
                text.setLength(0);
            }
            text.append(run.get(i).text());
        }
        parts.add(text.toString());
        content.beginText();
        content.setFont(fonts.get(first.face()), (float) first.size());
        if (first.upright()) {
            content.newLineAtOffset((float) first.x(), (float) (height - first.baseline()));
        } else {
            content.setTextMatrix(matrix(first, height));
        }
        content.showTextWithPositioning(parts.toArray());
        content.endText();
    }

    private static double between(Sheet.Word first, Sheet.Word next) {
        double step = first.upright() ? next.x() - first.x() : Math.abs(next.baseline() - first.baseline());
        return step - first.width();
    }

    /** Where a word begins and which way it runs, as a text matrix of a page so high. */
    public static Matrix matrix(Sheet.Word word, double height) {
        float x = (float) word.x();
        float y = (float) (height - word.baseline());
        return switch (word.run()) {
            case RIGHT -> new Matrix(1, 0, 0, 1, x, y);
            case UP -> new Matrix(0, 1, -1, 0, x, y);
            case DOWN -> new Matrix(0, -1, 1, 0, x, y);
        };
    }
}
