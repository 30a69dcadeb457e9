package vn.trich.pipeline.watch;

import java.nio.charset.StandardCharsets;
import vn.trich.output.AtomicFile;

/** Makes file names out of others, never longer than file systems take. */
final class FileName {

    /** Bytes that a name of ours may have: 255 on all common file systems, less what an unfinished file's name adds. */
    static final int MOST_BYTES = 255 - ".".length() - AtomicFile.UNFINISHED.length();

    private FileName() {}

    /**
     * A name that differs from another by its number, before its ending: {@code plan (2).pdf}.
     *
     * @param number from 2
     */
    static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        return fitting(stem, " (" + number + ")" + ending);
    }

    /** A name with something put behind it. */
    static String with(String name, String behind) {
        return fitting(name, behind);
    }

    /** The stem, cut where that is needed, and what must follow it. */
    private static String fitting(String stem, String behind) {
        int room = MOST_BYTES - bytes(behind);
        if (bytes(stem) <= room) {
            return stem + behind;
        }
        // Names that begin alike are to differ still when they are cut.
        String mark = "~" + Integer.toHexString(stem.hashCode());
        int end = stem.length();
        while (bytes(stem.substring(0, end)) > room - bytes(mark)) {
            end = stem.offsetByCodePoints(end, -1);
        }
        return stem.substring(0, end) + mark + behind;
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
