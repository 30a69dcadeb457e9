package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where the appendices of a document begin, with label, title and the note that ties them to their document. */
final class AppendixSplitter {
    private static final Pattern HEADING = Pattern.compile(
            "^(ph[ụuùúưự]\\s?l[ụuùúưự]c|bi[ểêeéếề]u(?:\\s+m[ẫâaấầ]u)?|m[ẫâaấầ]u)(\\s+s[ốôoổồ0])?\\s*([ivxlIVXL0-9][0-9ivxlIVXL.\\-/]{0,6}|[A-Z])?(?=[\\s.:,\\-–(]|$)\\s*[.:\\-–]?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TIED =
            Pattern.compile("^\\(? ?(ban hanh )?ke(?:m|rn|n) theo .*|^\\( ?(ban hanh|dinh kem|kem) .*");
    private static final Pattern NUMBERED = Pattern.compile("(Phụ lục (?:số )?)(\\S+)");

    private static final int TITLE_LINES = 8;

    private final TitleReader titles;

    AppendixSplitter(TitleReader titles) {
        this.titles = titles;
    }

    /**
     * An appendix's beginning.
     *
     * @param at index of its first line
     * @param label as printed, e.g. {@code Phụ lục II}; {@code Phụ lục} if it bears none
     * @param labelLength characters of the first line that the label takes up
     */
    record Start(int at, String label, int labelLength) {}

    /** The beginnings of all appendices among the items of a document, its head left out, in order. */
    List<Start> starts(List<FlowItem> items) {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof FlowLine line) {
                boolean inTitle = !starts.isEmpty()
                        && i - starts.get(starts.size() - 1).at() < 4
                        && items.get(starts.get(starts.size() - 1).at()).page() == line.page();
                if (!inTitle || line.synthetic() && line.gap() > 3) {
                    heading(items, i, line).ifPresent(starts::add);
                }
            }
        }
        return inSequence(starts);
    }

    /** The same beginnings; a number that was misread, but could be the next, is the next: {@code H} behind {@code I}. */
    private static List<Start> inSequence(List<Start> starts) {
        List<Start> right = new ArrayList<>();
        int before = 0;
        for (Start start : starts) {
            Matcher m = NUMBERED.matcher(start.label());
            Start settled = start;
            if (m.matches()) {
                int value = LabelGrammar.romanValue(m.group(2));
                String guess = LabelConfusion.asRoman(m.group(2));
                boolean next = value == 0 && !guess.isEmpty() && LabelGrammar.romanValue(guess) == before + 1;
                if (next) {
                    settled = new Start(start.at(), m.group(1) + guess, start.labelLength());
                }
                before = next ? before + 1 : value;
            }
            right.add(settled);
        }
        return right;
    }

    private Optional<Start> heading(List<FlowItem> items, int at, FlowLine line) {
        String text = line.text();
        Matcher m = HEADING.matcher(text);
        if (m.find() && !text.matches("^\\p{Ll}.*")) {
            String rest = text.substring(m.end());
            boolean alone = rest.isBlank();
            boolean named = m.group(3) != null && (FlowLine.capitals(rest) || rest.matches("^[\\p{Lu}(“].*"));
            boolean capitals = FlowLine.capitals(text.replaceAll("\\d", ""));
            boolean set =
                    line.top() || line.centred() || capitals || line.bold() || line.synthetic() && line.gap() != 1;
            boolean form = !Bare.of(m.group(1)).startsWith("phu");
            boolean sure = form ? line.top() && (m.group(3) != null) : alone || named || capitals;
            if (sure && set && line.words().size() < 30 && !sentence(items, at, line, alone)) {
                return Optional.of(new Start(at, label(m, form), m.end()));
            }
            return Optional.empty();
        }
        boolean own = line.capitals() && !signs(line) && line.words().size() > 1 && (line.top() || line.synthetic());
        return own && tied(items, at) ? Optional.of(new Start(at, "Phụ lục", 0)) : Optional.empty();
    }

    private boolean signs(FlowLine line) {
        return titles.position(line.text()) || SignatureReader.authority(line.text());
    }

    private static String label(Matcher m, boolean form) {
        String kind = Bare.of(m.group(1)).startsWith("phu") ? "Phụ lục" : capital(m.group(1));
        String number = m.group(3) == null
                ? ""
                : " " + m.group(3).replaceAll("[.\\-]+$", "").toUpperCase(java.util.Locale.ROOT);
        String mark = m.group(2) == null || !form && number.isEmpty() ? "" : " số";
        return kind + mark + number;
    }

    private static String capital(String word) {
        String bare = Bare.words(word);
        if (bare.equals("bieu") || bare.equals("bieu mau") || bare.equals("mau")) {
            return bare.equals("bieu") ? "Biểu" : bare.equals("mau") ? "Mẫu" : "Biểu mẫu";
        }
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        return lower.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + lower.substring(1);
    }

    /** Whether the line goes on with the sentence of the line before. */
    private static boolean sentence(List<FlowItem> items, int at, FlowLine line, boolean alone) {
        if (at == 0 || !(items.get(at - 1) instanceof FlowLine before) || before.page() != line.page()) {
            return false;
        }
        boolean close = line.gap() < 1.6 && !line.centred();
        boolean open = !ParagraphBreak.ends(before.text()) && before.words().size() > 6;
        return close && open && !(alone && line.capitals());
    }

    private boolean tied(List<FlowItem> items, int at) {
        for (int i = at + 1; i < Math.min(items.size(), at + TITLE_LINES); i++) {
            if (!(items.get(i) instanceof FlowLine line)) {
                return false;
            }
            if (isTied(line)) {
                return line.page() == items.get(at).page();
            }
            if (!line.capitals() && !line.centred() && !line.synthetic() || signs(line)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a line begins the note {@code (Kèm theo ...)}. */
    static boolean isTied(FlowLine line) {
        return TIED.matcher(Bare.of(line.text())).matches();
    }

    /**
     * How many lines from the beginning of an appendix make its title, the label's own line included.
     *
     * @param items the appendix
     */
    static int titleLines(List<FlowItem> items) {
        int lines = 1;
        FlowLine first = (FlowLine) items.get(0);
        boolean capitals = false;
        while (lines < Math.min(items.size(), TITLE_LINES) && items.get(lines) instanceof FlowLine line) {
            boolean label = LabelGrammar.read(line.text()).stream()
                    .anyMatch(r -> r.damage() < 0.3 && r.style() != LabelStyle.POINT && r.last() <= 2);
            boolean set = line.capitals() || line.bold() && first.bold() || line.centred() && !capitals && lines < 5;
            if (isTied(line) || label || line.page() != first.page() || !set) {
                break;
            }
            capitals |= line.capitals();
            lines++;
        }
        return lines;
    }
}
