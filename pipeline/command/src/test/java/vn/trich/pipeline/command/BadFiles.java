package vn.trich.pipeline.command;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Makes files that are good, and files that are bad in one way each. */
final class BadFiles {

    private BadFiles() {}

    /** A PDF of that many pages of text. */
    static Path good(Path file, int pages) throws IOException {
        try (PDDocument document = text(pages)) {
            document.save(file.toFile());
        }
        return file;
    }

    /** A PDF that opens with a password only. */
    static Path encrypted(Path file) throws IOException {
        try (PDDocument document = text(1)) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
        return file;
    }

    /** The first half of a PDF. */
    static Path truncated(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(good(file, 3));
        return Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }

    /** Bytes that mean nothing. */
    static Path noise(Path file) throws IOException {
        byte[] bytes = new byte[5000];
        new Random(7).nextBytes(bytes);
        return Files.write(file, bytes);
    }

    /** A PDF without pages. */
    static Path withoutPages(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.save(file.toFile());
        }
        return file;
    }

    /** A PNG that says it is that large; its pixels are not there, and nobody may look for them. */
    static Path picture(Path file, int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(header);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {1, 0, 0, 0, 0});
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, "IHDR", header.toByteArray());
        chunk(png, "IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1});
        chunk(png, "IEND", new byte[0]);
        return Files.write(file, png.toByteArray());
    }

    /** A PDF whose one page is a picture that says it is that large. */
    static Path largePage(Path file, int width, int height) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject image = LosslessFactory.createFromImage(document, scan("x"));
            image.getCOSObject().setInt(COSName.WIDTH, width);
            image.getCOSObject().setInt(COSName.HEIGHT, height);
            page(document, image);
            document.save(file.toFile());
        }
        return file;
    }

    private static final String[] WORDS =
            "rà soát văn bản kế hoạch thực hiện nhiệm vụ được giao của cơ quan trên địa bàn tỉnh năm nay".split(" ");

    /** A PDF of scanned pages, one per text. */
    static Path scanned(Path file, String... texts) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (String text : texts) {
                page(document, LosslessFactory.createFromImage(document, scan(text)));
            }
            document.save(file.toFile());
        }
        return file;
    }

    /** A PDF of scanned pages so full of small print that none is read within a second. */
    static Path crowded(Path file, int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int number = 0; number < pages; number++) {
                StringBuilder text = new StringBuilder();
                for (int line = 0; line < 130; line++) {
                    for (int word = 0; word < 26; word++) {
                        text.append(WORDS[(number + 7 * line + word * (line + 3)) % WORDS.length])
                                .append(' ');
                    }
                    text.append('\n');
                }
                page(document, LosslessFactory.createFromImage(document, scan(text.toString(), 18, 60, 24)));
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static void page(PDDocument document, PDImageXObject image) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
    }

    private static BufferedImage scan(String text) {
        return scan(text, 36, 200, 60);
    }

    private static BufferedImage scan(String text, int size, int margin, int pitch) {
        int wide = Math.max(1240, 70 * size);
        BufferedImage image = new BufferedImage(wide, wide * 99 / 70, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, size));
        int y = margin;
        for (String line : text.split("\n")) {
            graphics.drawString(line, Math.min(margin, 150), y);
            y += pitch;
        }
        graphics.dispose();
        return image;
    }

    private static PDDocument text(int pages) throws IOException {
        PDDocument document = new PDDocument();
        PDType1Font font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
        for (int number = 1; number <= pages; number++) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, 14);
                content.newLineAtOffset(80, 700);
                content.showText("This is page " + number + " of a letter in plain words for the reader.");
                content.endText();
            }
        }
        return document;
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        data.writeInt((int) crc.getValue());
    }
}
