package vn.trich.corpus.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Widths of words in the faces of the typeface. Not to be shared between threads. */
public final class Metrics {

    private final Map<Face, TrueTypeFont> fonts = new EnumMap<>(Face.class);
    private final Map<Face, CmapLookup> maps = new EnumMap<>(Face.class);

    /** Reads the fonts. */
    public Metrics() {
        try {
            for (Face face : Face.values()) {
                TrueTypeFont font =
                        new TTFParser(true).parse(new RandomAccessReadBuffer(new ByteArrayInputStream(bytes(face))));
                fonts.put(face, font);
                maps.put(face, font.getUnicodeCmapLookup());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font file of a face. */
    static byte[] bytes(Face face) throws IOException {
        try (InputStream in = Metrics.class.getResourceAsStream(face.file())) {
            if (in == null) {
                throw new IOException("missing font " + face.file());
            }
            return in.readAllBytes();
        }
    }

    /** Width of the text in points at that size. */
    public double width(String text, Face face, double size) {
        try {
            TrueTypeFont font = fonts.get(face);
            CmapLookup map = maps.get(face);
            long units = 0;
            for (int at = 0; at < text.length(); ) {
                int point = text.codePointAt(at);
                units += font.getAdvanceWidth(map.getGlyphId(point));
                at += Character.charCount(point);
            }
            return units * size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the face has a glyph for every character of the text. */
    public boolean covers(String text, Face face) {
        return text.codePoints().allMatch(point -> maps.get(face).getGlyphId(point) != 0);
    }
}
