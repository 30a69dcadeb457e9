package vn.trich.pipeline.command;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.util.Matrix;
import vn.trich.corpus.print.Face;

/** Makes files of every kind that brings programs like this one to grief. */
final class OddFiles {

    /** What stands on the pages. */
    static final List<String> LINES = List.of(
            "ỦY BAN NHÂN DÂN TỈNH MẪU",
            "KẾ HOẠCH",
            "Cải cách hành chính năm 2024",
            "Các sở, ban, ngành và ủy ban nhân dân các huyện có trách nhiệm",
            "rà soát thủ tục hành chính, báo cáo kết quả trước ngày 30 tháng 6.",
            "Văn phòng theo dõi, đôn đốc việc thực hiện kế hoạch này.");

    private static final PDRectangle A3_LANDSCAPE =
            new PDRectangle(2 * PDRectangle.A4.getHeight() / 2 * 1.4142f, PDRectangle.A4.getHeight());

    private OddFiles() {}

    private interface Change {
        void apply(PDDocument document) throws IOException;
    }

    /** A letter of one page. */
    static Path letter(Path file) throws IOException {
        return save(file, document -> write(document, LINES));
    }

    /** Everybody may read it, though an owner may do more. */
    static Path ownersPassword(Path file) throws IOException {
        return save(file, document -> {
            write(document, LINES);
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
        });
    }

    /** Nobody may read it who has no password. */
    static Path usersPassword(Path file) throws IOException {
        return save(file, document -> {
            write(document, LINES);
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        });
    }

    /** The beginning of a file. */
    static Path truncated(Path file, int percent) throws IOException {
        byte[] whole = Files.readAllBytes(letter(file));
        return Files.write(file, Arrays.copyOf(whole, whole.length * percent / 100));
    }

    /** A letter that comes after other bytes, as mail gateways and printers leave them. */
    static Path afterJunk(Path file, int bytes) throws IOException {
        byte[] letter = Files.readAllBytes(letter(file));
        byte[] all = new byte[bytes + letter.length];
        Arrays.fill(all, 0, bytes, (byte) '#');
        System.arraycopy(letter, 0, all, bytes, letter.length);
        return Files.write(file, all);
    }

    /** Very many pages. */
    static Path pages(Path file, int number) throws IOException {
        return save(file, document -> {
            for (int i = 0; i < number; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
        });
    }

    /** A scan of black and white, so large that it must not be decoded, though its file is small. */
    static Path hugeScan(Path file, int side) throws IOException {
        return save(file, document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream image = document.getDocument().createCOSStream();
            image.setItem(COSName.TYPE, COSName.XOBJECT);
            image.setItem(COSName.SUBTYPE, COSName.IMAGE);
            image.setInt(COSName.WIDTH, side);
            image.setInt(COSName.HEIGHT, side);
            image.setInt(COSName.BITS_PER_COMPONENT, 1);
            image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            fill(image, (long) side * ((side + 7) / 8), 0xFF);
            content(document, page, "q 595 0 0 842 0 0 cm /Im Do Q");
            resource(page, COSName.XOBJECT, "Im", image);
        });
    }

    /** The same as a TIFF: only its head, its pixels are not there. */
    static Path hugeTiff(Path file, int side) throws IOException {
        ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        int[][] tags = {
            {256, side}, {257, side}, {258, 1}, {259, 1}, {262, 1}, {273, 150}, {277, 1}, {278, side}, {279, 50}
        };
        tiff.putShort((short) tags.length);
        for (int[] tag : tags) {
            tiff.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        return Files.write(file, tiff.array());
    }

    /** Its cross-reference table says that the one before it is itself. */
    static Path tableLoop(Path file) throws IOException {
        byte[] letter = Files.readAllBytes(plain(file));
        String text = new String(letter, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf("\nxref") + 1;
        return Files.writeString(
                file,
                text.replaceFirst("(?s)trailer\\s*<<", "trailer << /Prev " + at + " "),
                StandardCharsets.ISO_8859_1);
    }

    /** Its tree of pages has its root among its leaves. */
    static Path treeLoop(Path file, int count) throws IOException {
        return save(file, document -> {
            write(document, LINES);
            COSDictionary pages = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
            COSArray kids = pages.getCOSArray(COSName.KIDS);
            kids.add(pages);
            pages.setInt(COSName.COUNT, count);
        });
    }

    /** Three pages, of which the tree knows one. */
    static Path lyingTree(Path file) throws IOException {
        return save(file, document -> {
            document.addPage(new PDPage(PDRectangle.A4));
            document.addPage(new PDPage(PDRectangle.A4));
            write(document, LINES);
            document.getDocumentCatalog()
                    .getCOSObject()
                    .getCOSDictionary(COSName.PAGES)
                    .setInt(COSName.COUNT, 1);
        });
    }

    /** A form that only another program could fill, with a page for all others. */
    static Path form(Path file) throws IOException {
        return save(file, document -> {
            write(document, LINES);
            PDAcroForm form = new PDAcroForm(document);
            COSStream xfa = document.getDocument().createCOSStream();
            try (OutputStream out = xfa.createOutputStream()) {
                out.write(("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                                + "<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\">&e;</xdp:xdp>")
                        .getBytes(StandardCharsets.UTF_8));
            }
            form.getCOSObject().setItem(COSName.XFA, xfa);
            document.getDocumentCatalog().setAcroForm(form);
        });
    }

    /** Signed, with what passes for a signature. */
    static Path signed(Path file) throws IOException {
        letter(file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(file.toFile())) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            Calendar date = Calendar.getInstance();
            date.setTimeInMillis(0);
            signature.setSignDate(date);
            document.addSignature(signature, content -> new byte[] {0x30, 0x03, 0x02, 0x01, 0x01});
            document.saveIncremental(out);
        }
        return Files.write(file, out.toByteArray());
    }

    /** A portfolio: a cover page, and files within the file. */
    static Path portfolio(Path file) throws IOException {
        return save(file, document -> {
            write(document, LINES);
            PDComplexFileSpecification inner = new PDComplexFileSpecification();
            inner.setFile("../../inner.txt");
            inner.setEmbeddedFile(new PDEmbeddedFile(
                    document, new ByteArrayInputStream("Nội dung bên trong".getBytes(StandardCharsets.UTF_8))));
            PDEmbeddedFilesNameTreeNode names = new PDEmbeddedFilesNameTreeNode();
            names.setNames(Map.of("inner", inner));
            PDDocumentNameDictionary all = new PDDocumentNameDictionary(document.getDocumentCatalog());
            all.setEmbeddedFiles(names);
            document.getDocumentCatalog().setNames(all);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Collection"), new COSDictionary());
        });
    }

    /** Everything in it that would act, call somebody or fetch something. */
    static Path active(Path file) throws IOException {
        return save(file, document -> {
            write(document, LINES);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.launchURL('http://127.0.0.1:9/')"));
            PDPage page = document.getPage(0);
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionURI uri = new PDActionURI();
            uri.setURI("http://127.0.0.1:9/");
            link.setAction(uri);
            PDAnnotationLink launch = new PDAnnotationLink();
            PDActionLaunch program = new PDActionLaunch();
            program.setF("/bin/sh");
            launch.setAction(program);
            page.setAnnotations(List.of(link, launch));
            COSStream outside = document.getDocument().createCOSStream();
            outside.setItem(COSName.TYPE, COSName.XOBJECT);
            outside.setItem(COSName.SUBTYPE, COSName.FORM);
            outside.setItem(COSName.BBOX, new PDRectangle(100, 100).getCOSArray());
            outside.setItem(COSName.F, new COSString("/etc/hostname"));
            resource(page, COSName.XOBJECT, "Fm", outside);
            append(document, page, "/Fm Do");
        });
    }

    /** A text layer of nothing but replacement characters, over text that can be read. */
    static Path layerOfReplacements(Path file) throws IOException {
        letter(file);
        return change(file, document -> {
            COSDictionary font = font(document);
            COSStream map = font.getCOSStream(COSName.TO_UNICODE);
            String text;
            try (InputStream in = map.createInputStream()) {
                text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
            try (OutputStream out = map.createOutputStream()) {
                out.write(text.replaceAll("(?m)^(<[0-9A-F]{4}> (?:<[0-9A-F]{4}> )?)<[0-9A-F]+>", "$1<FFFD>")
                        .getBytes(StandardCharsets.ISO_8859_1));
            }
        });
    }

    /** Vietnamese in TCVN3, as offices wrote it before Unicode. */
    static Path legacyFont(Path file) throws IOException {
        return save(file, document -> {
            PDFont font;
            try (InputStream in = Face.class.getResourceAsStream("LiberationSerif-Regular.ttf")) {
                font = PDTrueTypeFont.load(document, in, WinAnsiEncoding.INSTANCE);
            }
            font.getCOSObject().setName(COSName.BASE_FONT, ".VnTime");
            font.getFontDescriptor().setFontName(".VnTime");
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            write(
                    document,
                    page,
                    font,
                    List.of(
                            "Céng hßa x· héi chñ nghÜa ViÖt Nam",
                            "KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2009",
                            "C¸c së, ban, ngµnh vµ ñy ban nh©n d©n c¸c huyÖn cã tr¸ch nhiÖm",
                            "rµ so¸t thñ tôc hµnh chÝnh, b¸o c¸o kÕt qu¶ tr\u00adíc ngµy 30 th¸ng 6."));
        });
    }

    /** Letters and their marks apart, one glyph each. */
    static Path decomposed(Path file) throws IOException {
        return save(
                file,
                document -> write(
                        document,
                        LINES.stream()
                                .map(line -> Normalizer.normalize(line, Normalizer.Form.NFD))
                                .toList()));
    }

    /** A page that is turned by what it says of itself, so that it is displayed upright. */
    static Path turnedByItself(Path file, int degrees) throws IOException {
        return save(file, document -> {
            turned(document, degrees);
            document.getPage(0).setRotation(degrees);
        });
    }

    /** A page whose text lies on its side or head, and that says nothing of it. */
    static Path turned(Path file, int degrees) throws IOException {
        return save(file, document -> turned(document, degrees));
    }

    /** A page of portrait and an appendix on a sheet of A3 that lies. */
    static Path withWideAppendix(Path file) throws IOException {
        return save(file, document -> {
            write(document, LINES);
            PDPage page = new PDPage(A3_LANDSCAPE);
            document.addPage(page);
            write(document, page, font(document, true), List.of("PHỤ LỤC", "Danh mục thủ tục hành chính cần rà soát"));
        });
    }

    /** Pages with nothing on them between pages with text. */
    static Path withBlankPages(Path file) throws IOException {
        return save(file, document -> {
            document.addPage(new PDPage(PDRectangle.A4));
            write(document, LINES);
            document.addPage(new PDPage(PDRectangle.A4));
        });
    }

    /** A scan with nothing but a red round stamp. */
    static Path stampOnly(Path file) throws IOException {
        return save(file, document -> {
            BufferedImage scan = new BufferedImage(827, 1169, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = scan.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, 827, 1169);
            graphics.setColor(new Color(200, 30, 40));
            graphics.setStroke(new BasicStroke(6));
            graphics.drawOval(300, 500, 150, 150);
            graphics.drawOval(330, 530, 90, 90);
            graphics.dispose();
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, scan), 0, 0, 595.28f, 841.89f);
            }
        });
    }

    /** A page whose content is short in the file and very long unpacked. */
    static Path bomb(Path file, long bytes) throws IOException {
        return save(file, document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream stream = document.getDocument().createCOSStream();
            fill(stream, bytes, 'q');
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
        });
    }

    /** Arrays in arrays in arrays. */
    static Path nested(Path file, int depth) throws IOException {
        plain(file);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return Files.writeString(
                file,
                text.replaceFirst("/Type /Page\\b", "/Deep " + "[".repeat(depth) + "]".repeat(depth) + " /Type /Page"),
                StandardCharsets.ISO_8859_1);
    }

    /** A drawing that draws itself. */
    static Path drawsItself(Path file) throws IOException {
        return save(file, document -> {
            write(document, LINES);
            PDPage page = document.getPage(0);
            COSStream form = document.getDocument().createCOSStream();
            form.setItem(COSName.TYPE, COSName.XOBJECT);
            form.setItem(COSName.SUBTYPE, COSName.FORM);
            form.setItem(COSName.BBOX, new PDRectangle(600, 900).getCOSArray());
            COSDictionary resources = new COSDictionary();
            COSDictionary objects = new COSDictionary();
            objects.setItem("Fm", form);
            resources.setItem(COSName.XOBJECT, objects);
            form.setItem(COSName.RESOURCES, resources);
            try (OutputStream out = form.createOutputStream()) {
                out.write("/Fm Do /Fm Do".getBytes(StandardCharsets.US_ASCII));
            }
            resource(page, COSName.XOBJECT, "Fm", form);
            append(document, page, "/Fm Do");
        });
    }

    private static Path save(Path file, Change change) throws IOException {
        try (PDDocument document = new PDDocument()) {
            change.apply(document);
            document.save(file.toFile());
        }
        return file;
    }

    private static Path change(Path file, Change change) throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(before)) {
            change.apply(document);
            document.save(file.toFile());
        }
        return file;
    }

    /** A letter with a plain table at its end and no object streams, so that its text can be edited. */
    private static Path plain(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            write(document, LINES);
            document.save(file.toFile(), org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
        }
        return file;
    }

    private static void turned(PDDocument document, int degrees) throws IOException {
        boolean side = degrees % 180 != 0;
        PDRectangle size =
                side ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
        PDPage page = new PDPage(size);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            // The page is shown turned clockwise, so its content is turned the other way.
            content.transform(Matrix.getRotateInstance(
                    Math.toRadians(degrees),
                    degrees == 90 || degrees == 180 ? size.getWidth() : 0,
                    degrees == 180 ? size.getHeight() : 0));
            lines(content, font(document, true), LINES);
        }
    }

    private static void write(PDDocument document, List<String> lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        write(document, page, font(document, true), lines);
    }

    private static void write(PDDocument document, PDPage page, PDFont font, List<String> lines) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            lines(content, font, lines);
        }
    }

    private static void lines(PDPageContentStream content, PDFont font, List<String> lines) throws IOException {
        content.beginText();
        content.setFont(font, 13);
        content.newLineAtOffset(80, 700);
        for (String line : lines) {
            content.showText(line);
            content.newLineAtOffset(0, -22);
        }
        content.endText();
    }

    private static PDFont font(PDDocument document, boolean embedded) throws IOException {
        try (InputStream in = Face.class.getResourceAsStream("LiberationSerif-Regular.ttf")) {
            return PDType0Font.load(document, in, embedded);
        }
    }

    private static COSDictionary font(PDDocument document) {
        COSDictionary fonts = document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        COSBase font = fonts.getDictionaryObject(fonts.keySet().iterator().next());
        return (COSDictionary) font;
    }

    private static void resource(PDPage page, COSName kind, String name, COSBase value) {
        COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
        if (resources == null) {
            resources = new COSDictionary();
            page.getCOSObject().setItem(COSName.RESOURCES, resources);
        }
        COSDictionary objects = resources.getCOSDictionary(kind);
        if (objects == null) {
            objects = new COSDictionary();
            resources.setItem(kind, objects);
        }
        objects.setItem(name, value);
    }

    private static void content(PDDocument document, PDPage page, String operators) throws IOException {
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream()) {
            out.write(operators.getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
    }

    private static void append(PDDocument document, PDPage page, String operators) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.saveGraphicsState();
        }
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream()) {
            out.write(("\n" + operators + " Q").getBytes(StandardCharsets.US_ASCII));
        }
        COSArray all = new COSArray();
        COSBase before = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (before instanceof COSArray array) {
            array.forEach(all::add);
        } else {
            all.add(before);
        }
        all.add(stream);
        page.getCOSObject().setItem(COSName.CONTENTS, all);
    }

    /** Fills a stream with one byte, packed, without ever having it unpacked in memory. */
    private static void fill(COSStream stream, long bytes, int value) throws IOException {
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        byte[] block = new byte[1 << 16];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) (value == 'q' && i % 2 == 1 ? ' ' : value);
        }
        try (OutputStream out = stream.createRawOutputStream();
                DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            for (long left = bytes; left > 0; left -= block.length) {
                packed.write(block, 0, (int) Math.min(block.length, left));
            }
        }
    }
}
