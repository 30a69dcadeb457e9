package vn.trich.models.encoding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.trich.models.language.Letters;

/** Turns text that was drawn with legacy fonts into Unicode. Immutable. */
public final class LegacyDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final Map<LegacyEncoding, Map<String, String>> tables;

    private LegacyDecoder(Map<LegacyEncoding, Map<String, String>> tables) {
        this.tables = tables;
    }

    /**
     * Reads the code tables that come with the software.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public static LegacyDecoder load() {
        Map<LegacyEncoding, Map<String, String>> tables = new EnumMap<>(LegacyEncoding.class);
        for (LegacyEncoding encoding : LegacyEncoding.values()) {
            tables.put(encoding, Map.copyOf(read(encoding)));
        }
        return new LegacyDecoder(tables);
    }

    private static Map<String, String> read(LegacyEncoding encoding) {
        Map<String, String> table = new HashMap<>();
        try (InputStream in = LegacyDecoder.class.getResourceAsStream(encoding.resource());
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] fields = line.split("\t");
                if (!encoding.bytes()) {
                    table.put(fields[0], fields[1]);
                    return;
                }
                int code = Integer.parseInt(fields[0], 16);
                table.put(String.valueOf((char) code), fields[1]);
                table.put(new String(new byte[] {(byte) code}, WINDOWS_1252), fields[1]);
                for (int i = 2; i < fields.length; i++) {
                    table.put(String.valueOf((char) Integer.parseInt(fields[i], 16)), fields[1]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /**
     * The text in Unicode.
     *
     * @param text as a PDF reader gives it: the codes taken for Latin-1 or Windows-1252
     * @param encoding the encoding it was written in
     * @param capitals whether the font draws capitals for small letters ({@link LegacyFont#capitals()})
     */
    public String decode(String text, LegacyEncoding encoding, boolean capitals) {
        Map<String, String> table = tables.get(encoding);
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            // Two characters before one: VNI writes most marked letters so.
            String two = i + 2 <= text.length() ? table.get(text.substring(i, i + 2)) : null;
            String one = two == null ? table.get(text.substring(i, i + 1)) : two;
            if (one == null || one.equals(" ")) {
                out.append(text.charAt(i++));
            } else {
                out.append(one);
                i += two == null ? 1 : 2;
            }
        }
        String decoded = Letters.nfc(out.toString());
        return capitals ? decoded.toUpperCase(Locale.ROOT) : decoded;
    }

    /**
     * Whether the text holds a character that stands for a marked letter in this encoding and is not a letter of
     * Vietnamese itself, so that its presence speaks for the encoding.
     */
    public boolean hasSignature(String text, LegacyEncoding encoding) {
        Map<String, String> table = tables.get(encoding);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F && !Letters.isVietnamese(c) && table.containsKey(text.substring(i, i + 1))) {
                return true;
            }
            if (encoding == LegacyEncoding.VNI
                    && i + 2 <= text.length()
                    && text.charAt(i + 1) > 0x7F
                    && table.containsKey(text.substring(i, i + 2))) {
                return true;
            }
        }
        return false;
    }
}
