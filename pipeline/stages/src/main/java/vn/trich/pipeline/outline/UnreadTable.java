package vn.trich.pipeline.outline;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a table that stands among the lines because no table was recognised there (plain text that an OCR engine left of
 * a table): its rows begin with numbers, which are no labels of sections.
 */
final class UnreadTable {
    private static final Pattern HEADER = Pattern.compile(
            ".*\\b(stt|tt|so tt)\\b.*|.*\\b(noi dung|nhiem vu|san pham|don vi|chu tri|phoi hop|thoi gian|tien do|ket qua|trach nhiem)\\b.*");
    private static final Pattern ORDINAL = Pattern.compile(".*(^|\\s)(stt|tt|so tt)(\\s|$).*");

    private UnreadTable() {}

    /** Whether a stretch of text without a table begins like one. */
    static boolean suspected(List<FlowItem> items) {
        boolean ordinal = false;
        int columns = 0;
        int bars = 0;
        int lines = 0;
        for (FlowItem item : items) {
            if (!(item instanceof FlowLine line)) {
                return false;
            }
            String bare = Bare.words(line.text());
            ordinal |= ORDINAL.matcher(bare).matches() && lines < 25;
            columns += lines < 25 && HEADER.matcher(bare).matches() ? 1 : 0;
            bars += line.text().indexOf('|') >= 0 ? 1 : 0;
            lines++;
        }
        return ordinal && columns >= 1 || bars >= 5;
    }
}
