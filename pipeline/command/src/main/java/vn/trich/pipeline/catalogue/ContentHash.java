package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file's content, by which the catalogue knows it. For one thread at a time. */
public final class ContentHash {

    private final byte[] buffer = new byte[1 << 17];
    private final OpenOption[] options;

    /**
     * Hashes files.
     *
     * @param options how they are opened, such as {@link java.nio.file.LinkOption#NOFOLLOW_LINKS}
     */
    public ContentHash(OpenOption... options) {
        this.options = options.clone();
    }

    /**
     * The hash of a file as 64 hex digits.
     *
     * @throws IOException if it cannot be read
     */
    public String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, options)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
