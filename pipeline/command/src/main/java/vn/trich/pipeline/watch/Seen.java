package vn.trich.pipeline.watch;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of an inbox as one look saw it. Two that are equal are the same file with, as far as a look can tell, the same
 * content.
 *
 * @param relative its path in the inbox; keeps the very bytes of its name, which text may not
 * @param size in bytes
 * @param modified its time as the file system gives it; compared with other such times only, never with a clock
 * @param key tells the file from another one that was put in its place; empty where the file system has no such key
 */
public record Seen(Path relative, long size, FileTime modified, String key) {

    static Seen of(Path relative, BasicFileAttributes attributes, boolean withKey) {
        Object key = withKey ? attributes.fileKey() : null;
        return new Seen(
                relative, attributes.size(), attributes.lastModifiedTime(), key == null ? "" : String.valueOf(key));
    }

    /** Whether the other is this file with the same size and time, wherever it lies. */
    boolean isUnchangedIn(Seen other) {
        return size == other.size && modified.equals(other.modified) && key.equals(other.key);
    }

    /** Its path in the inbox with {@code /} between the parts, as the file system spells it. */
    public String path() {
        return path(relative);
    }

    /** Its name in records: its path in NFC. */
    public String name() {
        return name(path());
    }

    static String path(Path relative) {
        List<String> parts = new ArrayList<>();
        relative.forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }

    static String name(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }
}
