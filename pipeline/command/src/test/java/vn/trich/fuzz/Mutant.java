package vn.trich.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes files as bad disks, bad programs and bad people do. Some changes know what a PDF, a TIFF or a text is made of,
 * since blind ones seldom get past the first check. The same number always makes the same mutant.
 */
final class Mutant {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d{1,10}(?![\\w.])");
    private static final Pattern NAME = Pattern.compile("/[A-Za-z][A-Za-z0-9]{1,20}");
    private static final String[] NUMBERS = {
        "0", "-1", "1", "2147483647", "-2147483648", "4294967296", "99999999999", "65535", "1e38", "0.0000001", "NaN"
    };
    private static final String[] NAMES = {
        "/FlateDecode",
        "/DCTDecode",
        "/JPXDecode",
        "/JBIG2Decode",
        "/CCITTFaxDecode",
        "/LZWDecode",
        "/Crypt",
        "/Type3",
        "/Kids",
        "/Parent",
        "/Prev",
        "/Page",
        "/Pages",
        "/XObject",
        "/Font",
        "/Contents",
        "/Rotate",
        "/MediaBox",
        "/Identity-H",
        "/Indexed",
        "/Pattern",
        "/ObjStm",
        "/XRef",
        "/Encrypt"
    };
    private static final String[] TEXTS = {
        "\f",
        "\u0000",
        "\uFFFD",
        "\u202E",
        "\u0301\u0301\u0301\u0323",
        "\uFEFF",
        "|||||||",
        "\t\t\t\t",
        "Điều 999999999999.",
        "Số: 99999999999999999999/KH-UBND",
        "ngày 31 tháng 02 năm 0000",
        "100000000000000000000%",
        "trước ngày 99/99/9999",
        "quý XIV năm 99999",
        "PHỤ LỤC",
        "a)",
        "1.1.1.1.1.1.1.1.1.1.1",
        "=cmd|' /C calc'!A0",
        "\uD83D\uDE00",
        "Ủy ban ".repeat(300),
        "((((((((((",
        "- ",
        "IIIIIIIIII.",
        "./.",
        "\r",
        "\u2028"
    };

    private Mutant() {}

    /**
     * A mutant.
     *
     * @param seed a whole file
     * @param text whether it is plain text
     * @param number which mutant of it
     */
    static byte[] of(byte[] seed, boolean text, long number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L + seed.length);
        byte[] bytes = seed.clone();
        int changes = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes = change(bytes, text, random);
        }
        return bytes;
    }

    private static byte[] change(byte[] bytes, boolean text, Random random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 8 : 4_000));
        return switch (random.nextInt(text ? 7 : 9)) {
            case 0 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            case 1 -> {
                for (int i = 0; i < Math.min(length, 16); i++) {
                    bytes[at + i] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
            case 2 -> splice(bytes, at, length, new byte[0]);
            case 3 -> splice(bytes, at, 0, slice(bytes, random.nextInt(bytes.length), length));
            case 4 -> random.nextInt(6) == 0 ? slice(bytes, 0, at) : splice(bytes, at, length, slice(bytes, 0, length));
            case 5, 6 ->
                text
                        ? splice(bytes, at, 0, TEXTS[random.nextInt(TEXTS.length)].getBytes(StandardCharsets.UTF_8))
                        : replaced(bytes, NUMBER, NUMBERS[random.nextInt(NUMBERS.length)], random);
            case 7 -> replaced(bytes, NAME, NAMES[random.nextInt(NAMES.length)], random);
            default -> little(bytes, random);
        };
    }

    /** Overwrites what may be a length or an offset near one of the ends, where the tables of files are. */
    private static byte[] little(byte[] bytes, Random random) {
        int[] values = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, 30_000, bytes.length};
        int value = values[random.nextInt(values.length)];
        int range = Math.min(bytes.length, 1_024);
        int at = random.nextBoolean() ? random.nextInt(range) : bytes.length - 1 - random.nextInt(range);
        for (int i = 0; i < 4 && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
        return bytes;
    }

    /** Replaces one of the first places after a random one that look so. */
    private static byte[] replaced(byte[] bytes, Pattern what, String by, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 20_000);
        Matcher matcher = what.matcher(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        int skip = random.nextInt(10);
        int start = -1;
        int end = -1;
        while (skip-- >= 0 && matcher.find()) {
            start = from + matcher.start();
            end = from + matcher.end();
        }
        return start < 0 ? bytes : splice(bytes, start, end - start, by.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] slice(byte[] bytes, int at, int length) {
        return java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length));
    }

    private static byte[] splice(byte[] bytes, int at, int removed, byte[] added) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + added.length);
        out.write(bytes, 0, at);
        out.write(added, 0, added.length);
        int rest = Math.min(bytes.length, at + removed);
        out.write(bytes, rest, bytes.length - rest);
        return out.toByteArray();
    }
}
