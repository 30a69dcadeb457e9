package vn.trich.pipeline.searchable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A font without a drawing for any letter, for text that is searched and copied but never seen. Codes are UTF-16 code
 * units, two bytes each; every one is half an em wide. It is a composite font (ISO 32000-1, 9.7) over a TrueType font of
 * two empty glyphs, small enough to be made here, so that no real font need be embedded and every letter is covered.
 */
final class GlyphlessFont {

    /** Width of every glyph in parts of the font size. */
    static final double WIDTH = 0.5;

    /** How far a line of this font reaches above its baseline, in parts of the font size. */
    static final double ASCENT = 0.8;

    private static final int EM = 1000;

    private static final String NAME = "TrichGlyphless";

    private GlyphlessFont() {}

    /**
     * The font's dictionary.
     *
     * @param document in which it will be used; one dictionary serves all pages
     * @throws IOException if the document's memory for streams fails
     */
    static COSDictionary in(PDDocument document) throws IOException {
        COSDictionary descriptor = dictionary("FontDescriptor");
        descriptor.setName(COSName.FONT_NAME, NAME);
        // Neither serif nor script: symbolic says only that the letters are not the standard Latin ones.
        descriptor.setInt(COSName.FLAGS, 5);
        descriptor.setItem(COSName.FONT_BBOX, array(0, -200, 500, 800));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, (int) (ASCENT * EM));
        descriptor.setInt(COSName.DESCENT, -200);
        descriptor.setInt(COSName.CAP_HEIGHT, 800);
        descriptor.setInt(COSName.STEM_V, 80);
        byte[] program = program();
        COSStream file = stream(document, program);
        file.setInt(COSName.LENGTH1, program.length);
        descriptor.setItem(COSName.FONT_FILE2, file);

        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);
        system.setDirect(true);

        COSDictionary descendant = dictionary("Font");
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setName(COSName.BASE_FONT, NAME);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        descendant.setInt(COSName.DW, (int) (WIDTH * EM));
        descendant.setItem(COSName.CID_TO_GID_MAP, stream(document, glyphOfEveryCode()));

        COSArray descendants = new COSArray();
        descendants.add(descendant);
        COSDictionary font = dictionary("Font");
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, NAME);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, stream(document, toUnicode().getBytes(StandardCharsets.US_ASCII)));
        return font;
    }

    private static COSDictionary dictionary(String type) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setName(COSName.TYPE, type);
        return dictionary;
    }

    private static COSArray array(int... numbers) {
        COSArray array = new COSArray();
        for (int number : numbers) {
            array.add(COSInteger.get(number));
        }
        array.setDirect(true);
        return array;
    }

    private static COSStream stream(PDDocument document, byte[] content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }

    private static byte[] glyphOfEveryCode() {
        byte[] map = new byte[2 * 0x10000];
        for (int code = 0; code < 0x10000; code++) {
            map[2 * code + 1] = 1;
        }
        return map;
    }

    /** Every code stands for itself. Ranges may not run over the last byte, nor a section hold more than 100 of them. */
    private static String toUnicode() {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (int from = 0; from < 0x100; from += 100) {
            int to = Math.min(0x100, from + 100);
            map.append(to - from).append(" beginbfrange\n");
            for (int high = from; high < to; high++) {
                map.append(String.format("<%02X00> <%02XFF> <%02X00>%n", high, high, high)
                        .replace("\r", ""));
            }
            map.append("endbfrange\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    /** The TrueType font: the tables that ISO 32000-1, 9.9 asks of an embedded one, and names for readers that want them. */
    static byte[] program() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("OS/2", table(GlyphlessFont::os2));
        tables.put("cmap", table(out -> shorts(out, 0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0)));
        tables.put("glyf", table(out -> shorts(out, 0)));
        tables.put("head", table(GlyphlessFont::head));
        tables.put("hhea", table(out -> shorts(out, 1, 0, 800, -200, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 2)));
        tables.put("hmtx", table(out -> shorts(out, 500, 0, 500, 0)));
        tables.put("loca", table(out -> shorts(out, 0, 0, 0)));
        tables.put("maxp", table(out -> shorts(out, 1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)));
        tables.put("name", table(GlyphlessFont::name));
        tables.put("post", table(out -> shorts(out, 3, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)));
        byte[] font = assembled(tables);
        setChecksum(font, tables);
        return font;
    }

    private static void os2(DataOutputStream out) throws IOException {
        shorts(out, 3, 500, 400, 5, 0, 650, 700, 0, 140, 650, 700, 0, 480, 50, 260, 0);
        out.write(new byte[10 + 16]);
        out.write("NONE".getBytes(StandardCharsets.US_ASCII));
        shorts(out, 0x40, 0, 0xFFFF, 800, -200, 0, 800, 200, 0, 0, 0, 0, 0, 500, 0, 0x20, 0);
    }

    private static void head(DataOutputStream out) throws IOException {
        shorts(out, 1, 0, 1, 0, 0, 0);
        out.writeInt(0x5F0F3CF5);
        shorts(out, 0, EM);
        // Made and changed at no time in particular: same input, same bytes.
        out.write(new byte[16]);
        shorts(out, 0, -200, 500, 800, 0, 8, 2, 0, 0);
    }

    private static void name(DataOutputStream out) throws IOException {
        byte[] name = NAME.getBytes(StandardCharsets.UTF_16BE);
        int[] kinds = {1, 2, 4, 6};
        shorts(out, 0, kinds.length, 6 + 12 * kinds.length);
        for (int kind : kinds) {
            shorts(out, 3, 1, 0x409, kind, name.length, 0);
        }
        out.write(name);
    }

    private static byte[] assembled(Map<String, byte[]> tables) {
        return table(out -> {
            shorts(out, 1, 0, tables.size(), 128, 3, 16 * tables.size() - 128);
            int offset = 12 + 16 * tables.size();
            for (Map.Entry<String, byte[]> table : tables.entrySet()) {
                out.write(table.getKey().getBytes(StandardCharsets.US_ASCII));
                out.writeInt(sum(table.getValue()));
                out.writeInt(offset);
                out.writeInt(table.getValue().length);
                offset += padded(table.getValue()).length;
            }
            for (byte[] table : tables.values()) {
                out.write(padded(table));
            }
        });
    }

    private static void setChecksum(byte[] font, Map<String, byte[]> tables) {
        int adjustment = 0xB1B0AFBA - sum(font);
        int head = 12 + 16 * tables.size();
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            if (table.getKey().equals("head")) {
                break;
            }
            head += padded(table.getValue()).length;
        }
        for (int i = 0; i < 4; i++) {
            font[head + 8 + i] = (byte) (adjustment >>> 24 - 8 * i);
        }
    }

    private static byte[] padded(byte[] table) {
        return Arrays.copyOf(table, (table.length + 3) / 4 * 4);
    }

    private static int sum(byte[] bytes) {
        byte[] words = padded(bytes);
        int sum = 0;
        for (int i = 0; i < words.length; i += 4) {
            sum += (words[i] & 255) << 24 | (words[i + 1] & 255) << 16 | (words[i + 2] & 255) << 8 | words[i + 3] & 255;
        }
        return sum;
    }

    private static void shorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }

    private interface Content {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] table(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
