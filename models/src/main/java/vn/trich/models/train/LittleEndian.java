package vn.trich.models.train;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Numbers and text written as the Tesseract engine reads them: the least byte first. */
final class LittleEndian {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void int8(int value) {
        out.write(value);
    }

    void int16(int value) {
        out.write(value);
        out.write(value >> 8);
    }

    void int32(int value) {
        int16(value);
        int16(value >> 16);
    }

    void float64(double value) {
        long bits = Double.doubleToLongBits(value);
        int32((int) bits);
        int32((int) (bits >> 32));
    }

    void bytes(byte[] bytes) {
        out.writeBytes(bytes);
    }

    /** Text in UTF-8 behind the number of its bytes. */
    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int32(bytes.length);
        bytes(bytes);
    }

    byte[] written() {
        return out.toByteArray();
    }
}
