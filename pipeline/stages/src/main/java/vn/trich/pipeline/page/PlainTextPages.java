package vn.trich.pipeline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.encoding.VietnameseForm;
import vn.trich.models.language.TextTrust;
import vn.trich.models.language.TrustAssessor;
import vn.trich.output.Box;
import vn.trich.output.TextChoice;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word.Style;

/** Plain text in pages, parted by form feeds, with the synthetic geometry that {@link PageText} describes. */
public final class PlainTextPages {

    private static final double LINE_HEIGHT = 12;
    private static final double CHARACTER_WIDTH = 6;
    private static final int TAB_STOP = 8;

    private final TrustAssessor assessor;
    private final LegacyDecoder decoder;

    /**
     * Reads texts.
     *
     * @param assessor tells good Vietnamese from ruins
     * @param decoder undoes legacy encodings
     */
    public PlainTextPages(TrustAssessor assessor, LegacyDecoder decoder) {
        this.assessor = assessor;
        this.decoder = decoder;
    }

    /**
     * Cuts a text into pages.
     *
     * @param text the whole file, decoded; a byte order mark is ignored
     * @return its pages, their words {@link WordSource#PLAIN_TEXT} at full confidence, NFC
     */
    public List<PageText> read(String text) {
        String raw = text.startsWith("\uFEFF") ? text.substring(1) : text;
        TextTrust trust = assessor.assess(raw);
        String body = trust.encoding().map(e -> decoder.decode(raw, e, false)).orElse(raw);
        TextChoice choice = switch (trust.verdict()) {
            case LEGACY -> TextChoice.CONVERT;
            case STRIPPED, RUINED -> TextChoice.RESTORE;
            case GOOD, FOREIGN, UNKNOWN -> TextChoice.KEEP;
        };
        List<PageText> pages = new ArrayList<>();
        int from = 0;
        while (from < body.length() || pages.isEmpty()) {
            int end = body.indexOf('\f', from);
            if (end < 0) {
                end = body.length();
            }
            pages.add(page(pages.size() + 1, body.substring(from, end), choice, "plain text " + trust.reason()));
            from = end + 1;
        }
        return pages;
    }

    private PageText page(int number, String text, TextChoice choice, String reason) {
        List<Word> words = new ArrayList<>();
        double width = 0;
        String[] lines = text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1);
        for (int n = 0; n < lines.length; n++) {
            width = Math.max(width, addLine(words, lines[n], n * LINE_HEIGHT));
        }
        return new PageText(
                number,
                width,
                lines.length * LINE_HEIGHT,
                0,
                words.isEmpty() ? TextChoice.NONE : choice,
                List.of(words.isEmpty() ? "no text" : reason),
                words,
                List.of(),
                List.of(),
                true,
                Optional.empty());
    }

    /** Adds a line's words; gives the line's width. */
    private static double addLine(List<Word> words, String rawLine, double top) {
        String line = VietnameseForm.of(rawLine);
        int column = 0;
        int start = -1;
        int startColumn = 0;
        for (int i = 0; i <= line.length(); ) {
            int c = i < line.length() ? line.codePointAt(i) : ' ';
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
            if (blank && start >= 0) {
                Box box = new Box(startColumn * CHARACTER_WIDTH, top, column * CHARACTER_WIDTH, top + LINE_HEIGHT);
                words.add(Word.read(line.substring(start, i), box, 1, WordSource.PLAIN_TEXT, Style.UNKNOWN));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
                startColumn = column;
            }
            column = c == '\t' ? ((column + 2) / TAB_STOP + 1) * TAB_STOP : column + 1;
            i += Character.charCount(c);
        }
        return column * CHARACTER_WIDTH;
    }
}
