package vn.trich.pipeline.outline;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the title below a document's type (zone 5a), over as many lines as it takes. */
final class TitleReader {
    private static final int LONGEST_TITLE = 12;
    private static final Pattern NEVER =
            Pattern.compile("^(kinh gui|can cu|hom nay|\\(? ?(ban hanh )?kem theo|\\(ban hanh|\\(thuc hien theo).*");
    private static final Pattern OPENING = Pattern.compile(
            "^(thuc hien|nham|de |tren co so|ngay |trong |tiep tuc|tiep theo|theo |xet |thi hanh|qua |nam |sau |hien nay|de nghi).*");
    private static final Pattern LEADERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern GOES_ON =
            Pattern.compile("^(cua|ve|va|nam|tren|giai doan|theo|cho|tai|doi voi|tinh|den)\\b.*");

    private final Set<String> agencies;
    private final Set<String> positions;

    TitleReader() {
        this.agencies = compact("agency-heads.txt");
        this.positions = compact("positions.txt");
    }

    private static Set<String> compact(String list) {
        return Lexicon.lines(list).stream().map(Bare::words).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a text begins like the name of an agency. */
    boolean agency(String text) {
        return beginsWith(text, agencies);
    }

    /** Whether a text begins like the position of a signer. */
    boolean position(String text) {
        return beginsWith(text, positions);
    }

    private static boolean beginsWith(String text, Set<String> phrases) {
        String[] words = Bare.words(text).split(" ");
        StringBuilder begin = new StringBuilder();
        for (int i = 0; i < Math.min(words.length, 4); i++) {
            begin.append(i == 0 ? "" : " ").append(words[i]);
            if (phrases.contains(begin.toString())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads the title.
     *
     * @param lines the document's lines
     * @param typeAt index of the line that names the type
     * @param typeWords how many of its words do
     * @param zone takes the title
     * @return index of the first line behind the title
     */
    int read(List<FlowLine> lines, int typeAt, int typeWords, HeadZone.Builder zone) {
        StringBuilder title = new StringBuilder();
        FlowLine type = lines.get(typeAt);
        if (typeWords + 3 < type.words().size()) {
            title.append(type.with(type.words().subList(typeWords, type.words().size()))
                    .text());
        }
        FlowLine before = type;
        int at = typeAt + 1;
        for (; at < lines.size() && at - typeAt <= LONGEST_TITLE; at++) {
            FlowLine line = lines.get(at);
            if (LEADERS.matcher(line.text()).matches()) {
                boolean rule =
                        line.synthetic() ? line.text().length() > 2 : line.box().width() > 20;
                if (rule && !title.isEmpty()) {
                    at++;
                    break;
                }
                continue;
            }
            if (ends(line, before, title)) {
                break;
            }
            title.append(title.isEmpty() ? "" : " ").append(tidy(line));
            before = line;
        }
        zone.title(title.toString());
        return at;
    }

    private boolean ends(FlowLine line, FlowLine before, StringBuilder title) {
        String bare = Bare.of(line.text());
        if (NEVER.matcher(bare).matches()
                || label(line)
                || HeadPieces.motto(line).isPresent()) {
            return true;
        }
        if (title.isEmpty()) {
            return !line.synthetic() && !set(line) && line.box().width() > 0.9 * width(line);
        }
        boolean capitals = FlowLine.capitals(title.toString());
        if (!capitals && line.capitals() && (agency(line.text()) || position(line.text()))) {
            return true;
        }
        return line.synthetic() ? endsPlain(line, bare) : endsSet(line, before, bare);
    }

    private static boolean label(FlowLine line) {
        return line.text().matches("^[Il1]\\s+\\p{Lu}.*")
                || LabelGrammar.read(line.text()).stream()
                        .anyMatch(r -> r.damage() < 0.3 && r.style() != LabelStyle.POINT && r.last() <= 2);
    }

    private static boolean endsPlain(FlowLine line, String bare) {
        if (line.gap() >= 1.7
                && GOES_ON.matcher(bare.replaceFirst("^(\\S{1,2} ){2,}", "")).matches()) {
            return false;
        }
        return OPENING.matcher(bare).matches()
                        && Character.isUpperCase(line.text().codePointAt(0))
                || line.gap() >= 1.7 && Character.isUpperCase(line.text().codePointAt(0));
    }

    private static boolean endsSet(FlowLine line, FlowLine before, String bare) {
        if (before.bold() != line.bold()) {
            return true;
        }
        boolean opening = Character.isUpperCase(line.text().codePointAt(0))
                && OPENING.matcher(bare).matches();
        return !set(line) || opening && line.gap() > 1.35;
    }

    /** Whether a line is set as a title's: as far from the one margin as from the other. */
    private static boolean set(FlowLine line) {
        return Math.abs(line.indent() - line.shortfall()) < 0.055 * width(line)
                || line.indent() > 0.2 * width(line)
                || line.centred();
    }

    private static double width(FlowLine line) {
        return Math.max(1, line.margins().right() - line.margins().left());
    }

    /** A line without the specks before its first word of more than two characters, if there are several. */
    private static String tidy(FlowLine line) {
        return line.synthetic()
                ? line.text().replaceFirst("^(?:[^\\s\\p{Lu}]{1,2}\\s+|[\\p{Lu}•·]{1,2}\\s+){4,}", "")
                : line.text();
    }
}
