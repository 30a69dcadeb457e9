package vn.trich.pipeline.outline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a table that stands among the lines because no table was recognised there (plain text that an OCR engine left of
 * a table): its rows begin with numbers, which are no labels of sections.
 */
final class UnreadTable {
    private static final int HEADER_LINES = 14;
    private static final int LONGEST_HEADER_LINE = 26;
    private static final Pattern COLUMN = Pattern.compile(
            "\\b(stt|tt|so tt|ma so|ma chi|ma|noi dung|nhiem vu|san pham|don vi|dvt|chu tri|phoi hop|thoi gian|thoi han|tien do|ket qua|"
                    + "trach nhiem|so luong|so lieu|ghi chu|ten chi tieu|chi tieu|dia phuong|kinh phi|hoan thanh)\\b");

    private UnreadTable() {}

    /** Whether a stretch of text without a table begins like one. */
    static boolean suspected(List<FlowItem> items) {
        Set<String> columns = new HashSet<>();
        int bars = 0;
        int lines = 0;
        int figures = 0;
        for (FlowItem item : items) {
            if (!(item instanceof FlowLine line)) {
                return false;
            }
            boolean header = lines < HEADER_LINES
                    && line.words().size() <= LONGEST_HEADER_LINE
                    && !ParagraphBreak.ends(line.text())
                    && !AppendixSplitter.isTied(line);
            Matcher m = COLUMN.matcher(Bare.words(line.text()));
            while (header && m.find()) {
                columns.add(m.group(1));
            }
            figures += line.text().matches(".*\\d$") ? 1 : 0;
            bars += line.text().indexOf('|') >= 0 ? 1 : 0;
            lines++;
        }
        boolean ordinal = columns.contains("stt") || columns.contains("tt") || columns.contains("ma");
        return columns.size() >= (ordinal ? 2 : 4) || bars >= 5 || lines >= 8 && figures > 0.35 * lines;
    }
}
