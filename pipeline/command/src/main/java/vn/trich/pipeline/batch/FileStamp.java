package vn.trich.pipeline.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * What tells that a file has not changed between two looks: where the system knows it, the time of its inode's last change,
 * which no program can set back, and its inode.
 */
record FileStamp(long size, String modified, String changed, String key) {

    /** The file as it is now; one that cannot be looked at gets a stamp that never holds. */
    static FileStamp of(Path file) {
        try {
            return look(file);
        } catch (IOException e) {
            return new FileStamp(-1, "", "", "");
        }
    }

    private static FileStamp look(Path file) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
        String changed = "";
        try {
            Map<String, Object> unix = Files.readAttributes(file, "unix:ctime");
            changed = unix.get("ctime").toString();
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            // Not a system that keeps it.
        }
        return new FileStamp(
                basic.size(), basic.lastModifiedTime().toString(), changed, String.valueOf(basic.fileKey()));
    }

    /** Whether the file still is as it was. */
    boolean holds(Path file) {
        return size >= 0 && equals(of(file));
    }
}
