package vn.trich.corpus.scan;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.print.Face;
import vn.trich.corpus.print.PdfWriter;
import vn.trich.corpus.print.Sheet;

/** Draws what hands add to a printed page: signature, round seal, stamps of the registry. */
final class Ink {

    private static final double MM = 72 / 25.4;

    private final PDDocument document;
    private final List<Sheet> sheets;
    private final String issuer;
    private final Dice dice;
    private final PDFont font;

    Ink(PDDocument document, List<Sheet> sheets, String issuer, Dice dice) throws IOException {
        this.document = document;
        this.sheets = sheets;
        this.issuer = issuer;
        this.dice = dice;
        font = PdfWriter.font(document, Face.BOLD);
    }

    /** Signs and seals wherever a sheet has a place for it. */
    void signAndSeal() throws IOException {
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            if (sheet.signature().isPresent()) {
                Sheet.Spot spot = sheet.signature().get();
                double y = sheet.height() - spot.y();
                try (PDPageContentStream content = on(i)) {
                    signature(content, spot.x(), y);
                    seal(content, spot.x() - dice.between(48.0, 70.0), y + dice.between(-6.0, 14.0));
                }
            }
        }
    }

    /** Stamps over the text: parts of a seal across the edge of the pages, the registry's box on the first. */
    void stampText() throws IOException {
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            try (PDPageContentStream content = on(i)) {
                seal(content, sheet.width() - dice.between(10.0, 90.0), sheet.height() * dice.between(0.3, 0.7));
                if (dice.chance(0.6)) {
                    seal(content, sheet.width() * dice.between(0.25, 0.7), sheet.height() * dice.between(0.15, 0.85));
                }
                if (i == 0) {
                    registry(content, sheet);
                }
            }
        }
    }

    private PDPageContentStream on(int page) throws IOException {
        PDPage target = document.getPage(page);
        PDPageContentStream content =
                new PDPageContentStream(document, target, PDPageContentStream.AppendMode.APPEND, true, true);
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant((float) dice.between(0.6, 0.9));
        state.setStrokingAlphaConstant((float) dice.between(0.6, 0.9));
        content.setGraphicsStateParameters(state);
        return content;
    }

    private void signature(PDPageContentStream content, double x, double y) throws IOException {
        content.setStrokingColor(new Color(dice.between(15, 50), dice.between(25, 70), dice.between(130, 200)));
        content.setLineWidth((float) dice.between(0.9, 1.8));
        content.setLineCapStyle(1);
        double at = x - dice.between(30.0, 50.0);
        content.moveTo((float) at, (float) (y + dice.between(-6.0, 6.0)));
        int strokes = dice.between(4, 8);
        for (int i = 0; i < strokes; i++) {
            double next = at + dice.between(6.0, 22.0);
            content.curveTo(
                    (float) (at + dice.between(-8.0, 14.0)),
                    (float) (y + dice.between(8.0, 34.0)),
                    (float) (next + dice.between(-12.0, 6.0)),
                    (float) (y - dice.between(4.0, 26.0)),
                    (float) next,
                    (float) (y + dice.between(-8.0, 10.0)));
            at = next;
        }
        content.curveTo(
                (float) (at + 20),
                (float) (y + 20),
                (float) (at - 70),
                (float) (y - 26),
                (float) (at + dice.between(10.0, 40.0)),
                (float) (y - dice.between(2.0, 14.0)));
        content.stroke();
    }

    private void seal(PDPageContentStream content, double x, double y) throws IOException {
        Color red = new Color(dice.between(190, 225), dice.between(20, 60), dice.between(30, 70));
        content.setStrokingColor(red);
        content.setNonStrokingColor(red);
        double radius = dice.between(16.5, 18.0) * MM;
        content.setLineWidth(1.7f);
        circle(content, x, y, radius);
        content.setLineWidth(0.7f);
        circle(content, x, y, radius * 0.93);
        circle(content, x, y, radius * 0.62);
        double turn = dice.between(-0.3, 0.3);
        double inner = radius * 0.7;
        arc(content, issuer, x, y, inner, Math.PI + 0.5 + turn, -0.5 + turn, 7.5);
        star(content, x, y, radius * 0.42, turn);
    }

    // Letters along a circle, from one angle to another, against the clock's sense reversed so that they read upright.
    private void arc(
            PDPageContentStream content,
            String text,
            double x,
            double y,
            double radius,
            double from,
            double to,
            double size)
            throws IOException {
        String shown = text.codePoints().allMatch(this::known) ? text : "";
        for (int i = 0; i < shown.length(); i++) {
            double angle = shown.length() == 1 ? from : from + (to - from) * i / (shown.length() - 1);
            content.beginText();
            content.setFont(font, (float) size);
            Matrix matrix = Matrix.getTranslateInstance(
                    (float) (x + radius * StrictMath.cos(angle)), (float) (y + radius * StrictMath.sin(angle)));
            matrix.rotate(angle - Math.PI / 2);
            content.setTextMatrix(matrix);
            content.showText(shown.substring(i, i + 1));
            content.endText();
        }
    }

    private boolean known(int point) {
        try {
            return font.encode(new String(Character.toChars(point))).length > 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void star(PDPageContentStream content, double x, double y, double radius, double turn)
            throws IOException {
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? radius : radius * 0.4;
            double angle = Math.PI / 2 + turn + i * Math.PI / 5;
            float px = (float) (x + r * StrictMath.cos(angle));
            float py = (float) (y + r * StrictMath.sin(angle));
            if (i == 0) {
                content.moveTo(px, py);
            } else {
                content.lineTo(px, py);
            }
        }
        content.closePath();
        content.fill();
    }

    private static void circle(PDPageContentStream content, double x, double y, double radius) throws IOException {
        double k = 0.5522847498 * radius;
        content.moveTo((float) (x + radius), (float) y);
        curve(content, x + radius, y + k, x + k, y + radius, x, y + radius);
        curve(content, x - k, y + radius, x - radius, y + k, x - radius, y);
        curve(content, x - radius, y - k, x - k, y - radius, x, y - radius);
        curve(content, x + k, y - radius, x + radius, y - k, x + radius, y);
        content.stroke();
    }

    private static void curve(
            PDPageContentStream content, double x1, double y1, double x2, double y2, double x3, double y3)
            throws IOException {
        content.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x3, (float) y3);
    }

    private void registry(PDPageContentStream content, Sheet sheet) throws IOException {
        Color colour = dice.chance(0.6) ? new Color(200, 30, 50) : new Color(40, 50, 160);
        content.setStrokingColor(colour);
        content.setNonStrokingColor(colour);
        double x = dice.between(60.0, 110.0);
        double y = sheet.height() - dice.between(190.0, 260.0);
        content.setLineWidth(1.2f);
        content.addRect((float) x, (float) y, 128, 48);
        content.stroke();
        String[] lines = {
            "CÔNG VĂN ĐẾN",
            "Số: " + dice.between(100, 9000),
            "Ngày: " + dice.between(10, 28) + "/" + dice.between(10, 12)
        };
        for (int i = 0; i < lines.length; i++) {
            content.beginText();
            content.setFont(font, 10.5f);
            content.newLineAtOffset((float) x + 10, (float) y + 34 - 14 * i);
            content.showText(lines[i]);
            content.endText();
        }
    }
}
