package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.output.Region;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;

/**
 * The printed lines of a cell that lists names: the text of a cell joins its lines, yet where a line breaks off although
 * the next word would have fitted, whoever wrote the cell ended a name there.
 */
final class PrintedLines {

    /** Room a word must have had beyond its own width, in letter heights: a blank and what cells keep off their borders. */
    private static final double MARGIN = 1.5;
    /** What no name ends with. */
    private static final Pattern GOES_ON =
            Pattern.compile("(?:[-–—,&/+]|(?<!\\p{L})(?:thu[ộo]c|c[ủu]a|t[ạa]i|v[àa]|v[ớo]i|c[áa]c))$");

    /** A head that wants more: the name goes on with the next line. */
    private static final Pattern BARE_HEAD =
            Pattern.compile("(?:[-–—+•] ?)?(?:Văn phòng|Trung tâm|Phòng|Chi cục|Cục|Ban|Ban Quản lý|BQL|Sở|Vụ|Viện|Hạt"
                    + "|Hội|Đoàn|Đảng ủy|Đảng uỷ|Bộ phận|Tổ|Quỹ|Công ty|Trường|Bệnh viện)");

    private static final Pattern STOP = Pattern.compile("[-–—,&/+.;:!?…\"”)]$");

    private PrintedLines() {}

    /**
     * The text of a cell with a line feed also where a printed line broke off early before what may open the next.
     *
     * @param cell the cell
     * @param opens whether a line may open a name of its own
     */
    static String of(Cell cell, Predicate<String> opens) {
        return of(cell, opens, false);
    }

    /**
     * The same; where {@code listed} says that names of the cell's column stand on lines of their own, before each line
     * that may open the next, whether the line before broke off or was full.
     */
    static String of(Cell cell, Predicate<String> opens, boolean listed) {
        double width = cell.regions().stream()
                .filter(Region::hasBox)
                .mapToDouble(region -> region.bbox().width())
                .max()
                .orElse(0);
        List<List<Word>> lines = lines(cell.words());
        String text = BareText.tidy(cell.text());
        StringBuilder broken = new StringBuilder();
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = BareText.tidy(lines.get(i).stream().map(Word::text).collect(Collectors.joining(" ")));
            int place = text.indexOf(line, at);
            if (line.isEmpty() || place < 0 || place > at + 1) {
                return text;
            }
            boolean ends = i > 0
                    && text.charAt(place - 1) == ' '
                    && Character.isUpperCase(line.charAt(0))
                    && !GOES_ON.matcher(text).region(0, at).find()
                    && (breaksOff(lines.get(i - 1), lines.get(i).get(0), width)
                            || listed && lines.get(i).size() > 1 && mayEnd(lines.get(i - 1)))
                    && opens.test(line);
            broken.append(ends ? "\n" : text.substring(at, place)).append(line);
            at = place + line.length();
        }
        return broken.append(text.substring(at)).toString();
    }

    /** Whether a full line may be the end of a name: it is more than a head, or than one word that opens a name. */
    private static boolean mayEnd(List<Word> line) {
        String text = BareText.tidy(line.stream().map(Word::text).collect(Collectors.joining(" ")));
        boolean opens = line.size() == 1 && !text.isEmpty() && Character.isUpperCase(text.charAt(0));
        return !opens && !BARE_HEAD.matcher(text).matches();
    }

    /**
     * Whether a printed line below the first opens with a capital and as {@code opens} says, no stop before it.
     *
     * @param cell the cell
     * @param opens whether a line may open a text of its own
     */
    static boolean anyOpens(Cell cell, Predicate<String> opens) {
        List<String> lines = lines(cell.words()).stream()
                .map(line -> BareText.tidy(line.stream().map(Word::text).collect(Collectors.joining(" "))))
                .filter(line -> !line.isEmpty())
                .toList();
        for (int i = 1; i < lines.size(); i++) {
            boolean stopped = STOP.matcher(lines.get(i - 1)).find();
            if (!stopped && Character.isUpperCase(lines.get(i).charAt(0)) && opens.test(lines.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The words in their order, a new line wherever one stands left of the word before it and lower. */
    private static List<List<Word>> lines(List<Word> words) {
        List<List<Word>> lines = new ArrayList<>();
        Word last = null;
        for (Word word : words) {
            boolean lower = last != null && word.box().centreY() > last.box().y1();
            if (last == null
                    || word.box().x0() < last.box().x0()
                    || lower && word.box().x0() < last.box().x1()) {
                lines.add(new ArrayList<>());
            }
            lines.get(lines.size() - 1).add(word);
            last = word;
        }
        return lines;
    }

    private static boolean breaksOff(List<Word> line, Word next, double width) {
        Word first = line.get(0);
        double used = line.get(line.size() - 1).box().x1() - first.box().x0();
        return used + next.box().width() + MARGIN * first.box().height() < width;
    }
}
