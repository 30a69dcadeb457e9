package vn.trich.pipeline.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Bytes as the catalogue holds them: zlib, packed for speed rather than for the last byte. */
final class Packed {

    private Packed() {}

    static byte[] pack(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(Math.max(64, content.length / 4));
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, 1 << 14)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /** The content, unpacked as it is read. */
    static InputStream open(byte[] packed) {
        return new InflaterInputStream(new ByteArrayInputStream(packed));
    }

    static byte[] unpack(byte[] packed) throws IOException {
        try (InputStream in = open(packed)) {
            return in.readAllBytes();
        }
    }
}
