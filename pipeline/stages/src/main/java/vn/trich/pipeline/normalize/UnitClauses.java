package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts the text of a cell of units into clauses: lines that are the rest of a name are joined to it, dirt between a head
 * and its name goes, and what tells of other things than units is left out.
 */
final class UnitClauses {

    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-–—+*•]|\\(?[a-z0-9đ]\\)|\\d{1,2}\\.)\\s*");
    private static final Pattern STAIN = Pattern.compile("^\\p{Ll} +(?=\\p{Lu})");

    /** What charges the unit named after it. */
    private static final Pattern CHARGE = Pattern.compile("^(?:Giao|Phân công|Đề nghị|Yêu cầu) (?:cho )?(?=\\p{Lu})");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[\\p{Ll}\\d)\"”])\\.\\s+(?=\\p{Lu})");
    private static final Pattern LABEL =
            Pattern.compile("^(?:Đồng thời|Ngoài ra|Trong đó|Riêng|Định kỳ|Sau đó)(?![\\p{L}])");
    /** What says who leads or takes part. */
    private static final Pattern ROLE = Pattern.compile("phoi hop|chu tri|^[^:]{3,40}:");
    /** Between names that were spelt out. */
    private static final Pattern AND = Pattern.compile(" ?& ?(?=\\p{Lu}\\p{Ll})");
    /** A hyphen inside a name ({@code Tổ chức - Hành chính}) that fell on the start of a printed line. */
    private static final Pattern DASHED = Pattern.compile("^[-–—] ?(?=\\p{Lu})");
    /** A colon that dirt makes between a head, or a comma, and the rest of a name. */
    private static final Pattern DIRTY_COLON = Pattern.compile(
            "(?<=^|[\\s;,–-])((?:Phòng|Chi cục|Trung tâm|Ban|Vụ|Cục|Viện|Hạt) ?|[^;,\\n]{3,40}, ):\\s*(?=\\p{L})");

    private static final Pattern ABBREVIATED = Pattern.compile("\\p{Lu}{2,}(?!\\p{L})");
    /** A name that ends so wants more. */
    private static final Pattern OPEN_HEAD = Pattern.compile("(?:Chỉ huy|Đảng ủy|Đảng uỷ|Tư lệnh|Ban Chỉ đạo)\\s*$");
    /** What has names of two fields with a dash between. */
    private static final Set<String> PARTED_HEADS = Set.of("phong", "vu", "ban", "bo phan", "to", "so", "bo", "khoa");

    private final UnitVocabulary vocabulary;
    private final Abbreviations abbreviations;
    private final UnaryOperator<String> mending;

    /**
     * For one document.
     *
     * @param vocabulary the words that names of units are made of
     * @param abbreviations what the document's abbreviations stand for
     * @param mending what mends the text of a cell
     */
    UnitClauses(UnitVocabulary vocabulary, Abbreviations abbreviations, UnaryOperator<String> mending) {
        this.vocabulary = vocabulary;
        this.abbreviations = abbreviations;
        this.mending = mending;
    }

    /** The clauses of a text, abbreviations spelt out, bullets taken off. */
    List<String> of(String text) {
        String clean =
                DIRTY_COLON.matcher(BareText.tidy(text)).replaceAll("$1 ").replaceAll(" {2,}", " ");
        String spelt = AND.matcher(abbreviations.spellOut(abbreviations.rejoin(mending.apply(clean))))
                .replaceAll(" và ");
        List<String> clauses = new ArrayList<>();
        for (String paragraph : joined(spelt).split("[;\n]")) {
            boolean first = clauses.isEmpty();
            for (String sentence : SENTENCE_END.split(paragraph)) {
                String clause = CHARGE.matcher(unstained(
                                BULLET.matcher(sentence).replaceFirst("").strip()))
                        .replaceFirst("");
                boolean name = first
                        || opensUnit(clause)
                        || opensName(clause)
                        || ROLE.matcher(BareText.of(clause)).find();
                if (!clause.isEmpty() && name) {
                    clauses.add(clause);
                }
                first = false;
            }
        }
        return clauses;
    }

    /** The clause without a small letter, made by dirt, that stands alone before the name of a unit. */
    private String unstained(String clause) {
        Matcher stain = STAIN.matcher(clause);
        return stain.find() && opensUnit(clause.substring(stain.end())) ? clause.substring(stain.end()) : clause;
    }

    /** A paragraph that opens in lower case with no unit goes on with the one before: a line was taken for one. */
    private String joined(String text) {
        StringBuilder joined = new StringBuilder();
        String[] lines = text.split("\n");
        boolean listed = BULLET.matcher(lines[0]).find();
        for (String line : lines) {
            boolean goesOn = joined.length() > 0
                    && !line.isEmpty()
                    && (goesOn(joined, line)
                            || listed && unlisted(joined, line)
                            || OPEN_HEAD.matcher(joined).find() && (!opensUnit(line) || line.startsWith("Quân sự"))
                            || dashed(line) && (!listed || namedOn(joined, line)));
            joined.append(joined.length() == 0 ? "" : goesOn ? " " : "\n").append(line);
        }
        return joined.toString();
    }

    /** Whether a line of a list has no dash of its own and opens with no unit: it goes on with the line above. */
    private boolean unlisted(StringBuilder before, String line) {
        char last = before.charAt(before.length() - 1);
        return last != ';'
                && last != '.'
                && !BULLET.matcher(line).find()
                && !opensUnit(line)
                && !ROLE.matcher(BareText.of(line)).find();
    }

    private boolean dashed(String line) {
        Matcher dash = DASHED.matcher(line);
        return dash.find() && !opensUnit(line.substring(dash.end()));
    }

    /** Whether a line of a list can only be the rest of a name: {@code - Tài chính} below {@code - Phòng Kế hoạch}. */
    private boolean namedOn(StringBuilder before, String line) {
        Matcher dash = DASHED.matcher(line);
        String last = before.substring(before.lastIndexOf("\n") + 1);
        String name = BareText.of(BULLET.matcher(last).replaceFirst(""));
        name = name.substring(1 + Math.max(name.lastIndexOf(','), name.lastIndexOf(':')))
                .strip();
        int head = vocabulary
                .headAt(name, 0)
                .filter(found -> PARTED_HEADS.contains(found.words()))
                .map(found -> found.words().length())
                .orElse(0);
        return dash.find()
                && head > 0
                && name.length() > head
                && name.split(" ").length <= 5
                && Character.isLetter(last.charAt(last.length() - 1))
                && !opensUnit(line.substring(dash.end()));
    }

    private boolean goesOn(StringBuilder before, String line) {
        char last = before.charAt(before.length() - 1);
        boolean small = Character.isLowerCase(line.charAt(0));
        boolean many = vocabulary.quantifierAt(BareText.of(line), 0) > 0;
        return last == ',' || small && last != ';' && last != '.' && !many || small && !opensUnit(line) && last != ';';
    }

    /** Whether it may be a name that has no known head: it opens with a capital and is short. */
    private static boolean opensName(String clause) {
        return !clause.isEmpty()
                && Character.isUpperCase(clause.charAt(0))
                && clause.split(" ").length <= 8
                && LABEL.matcher(clause).results().count() == 0;
    }

    /** Whether a printed line opens with a unit, which may be abbreviated. */
    boolean opensLine(String line) {
        return ABBREVIATED.matcher(line).lookingAt() || opensUnit(abbreviations.spellOut(abbreviations.rejoin(line)));
    }

    /** Whether a text opens with a unit once its abbreviations are spelt out. */
    boolean opensSpelt(String text) {
        return opensUnit(abbreviations.spellOut(abbreviations.rejoin(text)));
    }

    /** Whether a unit is named first; a later sentence that opens otherwise tells more of the units named before. */
    private boolean opensUnit(String clause) {
        String bare = BareText.of(clause);
        return vocabulary.headAt(bare, vocabulary.quantifierAt(bare, 0)).isPresent();
    }
}
