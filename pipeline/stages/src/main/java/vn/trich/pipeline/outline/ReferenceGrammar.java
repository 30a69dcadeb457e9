package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.models.language.EditDistance;

/**
 * Finds in a text the documents that it names: by number and symbol with the type before it, laws by name and date.
 * What is damaged is repaired where the type that stands before it says how.
 */
final class ReferenceGrammar {
    private static final String SYMBOL =
            "(?:[A-ZĐÐ][\\p{L}\\d&]*|[\\p{L}\\d&]*[A-ZĐÐ][\\p{L}\\d&]*)(?:\\s?[-–/.]\\s?(?:[A-ZĐÐ][\\p{L}\\d&]*))*";
    private static final String FIGURES = "\\d{1,6}[a-zđA-D]?";
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d/.,])(" + FIGURES
            + "\\s?/\\s?(?:(?:19|20)\\d\\d\\s?/\\s?)?" + SYMBOL + "|" + FIGURES
            + "\\s?[-–]\\s?[A-ZĐÐ][\\p{L}]{0,5}\\s?/\\s?"
            + SYMBOL + ")");
    private static final Pattern OPEN = Pattern.compile("\\bsố\\s?:?[\\s.…]*(/[A-ZĐ][\\p{L}]{0,4}-" + SYMBOL + ")");
    private static final Pattern GLUED = Pattern.compile(
            "(?<![\\p{L}\\d/.,])(\\d{1,5}?)(?:1{1,2}|[lIJ|]{1,2})([A-ZĐ][A-Za-zĐđ]{0,3})-(" + SYMBOL + ")");
    private static final Pattern DATE = Pattern.compile(
            "^[\\s,;]*(?:ban hành\\s+)?ngày\\s+(\\d{1,2})\\s*(?:tháng|[/.\\-])\\s*(\\d{1,2})\\s*(?:năm|[/.\\-])\\s*((?:19|20)\\d\\d)");
    private static final Pattern YEAR = Pattern.compile("^[\\s,]*năm\\s+((?:19|20)\\d\\d)");
    private static final Pattern ISSUER = Pattern.compile("^[\\s,;]*của\\s+(\\p{Lu}[^.;:()“”\"\\d]*)");
    private static final Pattern ISSUER_END = Pattern.compile(
            "(?<=\\s|,)(?:về|ban hành|quy định|phê duyệt|hướng dẫn|triển khai|thực hiện|sửa đổi|tại|theo|trong|đến|nhằm|là|được|có|"
                    + "thông qua|giao|công bố|để|như|khóa|việc|tiếp tục|đã|trên|cho|đối với|v/v|năm|ngày|kèm|và (?:các|Kế|Quyết|Nghị|"
                    + "Thông|Chỉ|Công|Chương|Luật))(?=\\s|$|,).*|,.*");
    private static final Pattern LAW = Pattern.compile(
            "(?<![\\p{L}])((?:Bộ luật|Luật)\\s+(?!sư\\b|gia\\b|pháp\\b|này\\b|định\\b|số\\b)[\\p{L},\\s]{3,120}?)\\s+(số|ngày|năm)\\s+(?=\\d)");
    /** A law by its name alone: a capital behind the word tells a name from the word in its other uses. */
    private static final Pattern BARE_LAW = Pattern.compile(
            "(?<![\\p{L}])((?:Bộ luật|Luật)\\s+(?!TNHH)\\p{Lu}\\p{Ll}+(?:,?\\s+(?!và\\s+(?:Luật|Bộ luật|các|Nghị))(?!Luật|Bộ luật)[\\p{Ll}]+){1,12})");

    private static final Pattern NO_LAW = Pattern.compile(
            "(?s).*\\b(đại học|công ty|văn phòng|khoa|viện|hội|ngành|trường|báo|tạp chí)\\s+$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    /** What a document named before in the clause is about: the law that stands in its title is no mention of its own. */
    private static final Pattern IN_TITLE = Pattern.compile(
            "(?s).*(?:của|thi hành|hướng dẫn|thực hiện|theo|sửa đổi|bổ sung|triển khai)\\s+(?:các\\s+)?$");

    private static final Pattern LAW_NAME_END = Pattern.compile(
            "(?<=\\s)(?:trên|tại|đối với|trong|cho|đến|năm|được|đã|bảo đảm|đảm bảo|nhằm|theo|từ|là|thì|có hiệu|của)(?=\\s|$).*");

    private static final Pattern GLUED_SENTENCE = Pattern.compile("\\.\\p{Lu}\\p{Ll}+.*$");
    private static final Pattern GLUED_WORD = Pattern.compile("(-\\p{Lu}{2,})(?<!-TT|-CT)\\p{Ll}{2,}$");

    /** Characters behind a number that may say when and by whom. */
    private static final int BEHIND = 240;

    private final DocumentTypes types;
    private final Pattern typeBefore;

    ReferenceGrammar(DocumentTypes types) {
        this.types = types;
        String names = types.all().stream().map(t -> Pattern.quote(t.name())).collect(Collectors.joining("|"));
        this.typeBefore = Pattern.compile(
                "(?<![\\p{L}])(" + names + ")((?:\\s+[\\p{Ll}]+){0,3}?)(?:\\s*,)?\\s*(?:số|sô|sổ|s6|sơ)?\\s*[:.]?\\s*$",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * A document named in a text.
     *
     * @param type name of its type
     * @param number number and symbol, or empty
     * @param date ISO date, or empty
     * @param issuer who issued it, or empty
     * @param from where the mention begins in the text
     * @param to where it ends
     * @param sure 0..1
     */
    record Mention(String type, String number, String date, String issuer, int from, int to, double sure) {

        /** This mention with its number set right, which makes it less sure. */
        Mention numbered(String right) {
            return new Mention(type, right, date, issuer, from, to, Math.max(0.1, sure - 0.2));
        }
    }

    /**
     * The places where a text names laws that are known by name, however their first letters are written.
     *
     * @param text the text
     * @param names names of laws, without marks, as {@link #lawName} gives them
     * @param found what was found in the text before
     */
    List<Mention> findLaws(String text, Set<String> names, List<Mention> found) {
        List<Mention> more = new ArrayList<>();
        String bare = Bare.of(text);
        if (bare.length() != text.length()) {
            return more;
        }
        for (String name : names) {
            for (int at = bare.indexOf(name); at >= 0; at = bare.indexOf(name, at + 1)) {
                int from = at;
                int to = at + name.length();
                boolean whole = (from == 0 || !Character.isLetter(bare.charAt(from - 1)))
                        && (to == bare.length() || !Character.isLetter(bare.charAt(to)));
                boolean known = found.stream().anyMatch(m -> m.from() < to && m.to() > from)
                        || more.stream().anyMatch(m -> m.from() < to && m.to() > from);
                if (whole && !known && !inTitle(text, from, found)) {
                    more.add(complete(text, lawType(text.substring(from)), "", from, to, 0.7));
                }
            }
        }
        return more;
    }

    /** The name of the law that a mention without a number names, without marks; empty for other mentions. */
    static Optional<String> lawName(String text, Mention mention) {
        if (!mention.number().isEmpty() || !mention.type().endsWith("uật")) {
            return Optional.empty();
        }
        String name = Bare.of(text.substring(mention.from(), mention.to()))
                .replaceFirst("\\s+(?:ngay|nam|so)\\s+\\d.*", "")
                .strip();
        return name.split(" ").length < 3 || name.contains("sua doi") ? Optional.empty() : Optional.of(name);
    }

    /** The documents that a text names, in order. */
    List<Mention> find(String text) {
        List<Mention> mentions = new ArrayList<>();
        numbered(text, mentions);
        laws(text, mentions);
        mentions.sort((a, b) -> Integer.compare(a.from(), b.from()));
        List<Mention> apart = new ArrayList<>();
        for (Mention mention : mentions) {
            if (apart.isEmpty() || apart.get(apart.size() - 1).to() <= mention.from()) {
                apart.add(mention);
            }
        }
        return apart;
    }

    private void numbered(String text, List<Mention> mentions) {
        Matcher m = NUMBER.matcher(text);
        while (m.find()) {
            String number = m.group(1).replaceAll("\\s", "").replace('–', '-').replace('Ð', 'Đ');
            mention(text, unglued(number.replaceAll("[.]+$", "")), m.start(1), m.end(1), 0.95)
                    .ifPresent(mentions::add);
        }
        Matcher open = OPEN.matcher(text);
        while (open.find()) {
            mention(text, open.group(1).replaceAll("\\s", ""), open.start(1), open.end(1), 0.6)
                    .ifPresent(mentions::add);
        }
        Matcher glued = GLUED.matcher(text);
        while (glued.find()) {
            Optional<Mention> found = mention(
                    text,
                    glued.group(1) + "/" + glued.group(2) + "-" + glued.group(3),
                    glued.start(1),
                    glued.end(),
                    0.5);
            found.filter(f -> types.byName(f.type())
                            .filter(t -> t.code().equals(glued.group(2)))
                            .isPresent())
                    .ifPresent(mentions::add);
        }
    }

    /** A number without the word that the next blank was lost before: {@code TT-BYTtại}, {@code NĐ-CP.Đơn}. */
    private static String unglued(String number) {
        String cut = GLUED_SENTENCE.matcher(number).replaceFirst("");
        Matcher word = GLUED_WORD.matcher(cut);
        return word.find() ? cut.substring(0, word.end(1)) : cut;
    }

    private Optional<Mention> mention(String text, String number, int from, int to, double sure) {
        String before = text.substring(Math.max(0, from - 60), from);
        Matcher m = typeBefore.matcher(before);
        String code = code(number);
        Optional<DocumentTypes.Type> type = Optional.empty();
        int begin = from;
        // The type next to the number, for "quy định tại Quyết định số" names two.
        for (int at = 0; m.find(at); at = m.end(1)) {
            type = types.byName(m.group(1));
            begin = from - before.length() + m.start(1);
        }
        double certain = sure;
        if (type.isEmpty()) {
            type = types.byCode(code).filter(t -> !code.isEmpty());
            certain -= 0.15;
            boolean dated = before.isBlank() && DATE.matcher(text.substring(to)).find();
            boolean introduced = dated || before.matches("(?s).*(?:số|sô|,|và|;|\\()\\s*$");
            if (type.isEmpty() || !introduced) {
                return Optional.empty();
            }
        }
        if (type.get().name().equals("Văn bản")) {
            type = types.byCode(code).or(() -> types.byName(DocumentTypes.LETTER));
        }
        String right = begin < from ? repaired(number, code, type.get()) : number;
        return Optional.of(
                complete(text, type.get().name(), right, begin, to, right.equals(number) ? certain : certain - 0.2));
    }

    /** A number whose code was misread, by the type that stands before it; a decree is always the Government's. */
    private String repaired(String number, String code, DocumentTypes.Type type) {
        if (type.name().equals("Nghị định") && number.matches(".*/NĐ-?C?")) {
            return number.replaceFirst("-?C?$", "-CP");
        }
        boolean unknown =
                !code.isEmpty() && types.all().stream().noneMatch(t -> t.code().equals(code));
        String right = type.code();
        boolean near = right.length() > 1 && EditDistance.upTo(Bare.compact(code), Bare.compact(right), 1) <= 1;
        int at = number.indexOf("/" + code + "-");
        return unknown && near && at >= 0
                ? number.substring(0, at + 1) + right + number.substring(at + 1 + code.length())
                : number;
    }

    /** The code in a number: what follows the slash, or in Party papers the hyphen, up to the issuer's symbol. */
    static String code(String number) {
        Matcher state = Pattern.compile("^\\d*[a-zđA-D]?/(?:(?:19|20)\\d\\d/)?([^-/]+)[-/].*")
                .matcher(number);
        if (state.matches()) {
            return state.group(1);
        }
        Matcher party = Pattern.compile("^\\d+[a-z]?-([^-/]+)/.*").matcher(number);
        return party.matches() ? party.group(1) : number.matches(".*/QH\\d+") ? "QH" : "";
    }

    private static Mention complete(String text, String type, String number, int from, int to, double sure) {
        int end = to;
        String date = "";
        String behind = text.substring(end, Math.min(text.length(), end + BEHIND));
        Matcher dated = DATE.matcher(behind);
        Matcher yearly = YEAR.matcher(behind);
        if (dated.find()) {
            date = iso(dated.group(3), dated.group(2), dated.group(1));
            end += dated.end();
        } else if (number.isEmpty() && yearly.find()) {
            date = yearly.group(1);
            end += yearly.end();
        }
        Matcher by = ISSUER.matcher(text.substring(end, Math.min(text.length(), end + BEHIND)));
        String issuer = "";
        if (by.find()) {
            issuer = ISSUER_END.matcher(by.group(1)).replaceFirst("").strip();
            end = issuer.isEmpty() ? end : end + by.start(1) + issuer.length();
        }
        return new Mention(type, number, date, issuer, from, end, sure);
    }

    private static String iso(String year, String month, String day) {
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        if (m < 1 || m > 12 || d < 1 || d > 31) {
            return year;
        }
        return String.format("%s-%02d-%02d", year, m, d);
    }

    private void laws(String text, List<Mention> mentions) {
        Matcher m = LAW.matcher(text);
        while (m.find()) {
            if (!m.group(2).equals("số") && plausible(m.group(1))) {
                mentions.add(complete(text, lawType(m.group(1)), "", m.start(1), m.end(1), 0.9));
            }
        }
        Matcher bare = BARE_LAW.matcher(text);
        while (bare.find()) {
            String name = LAW_NAME_END.matcher(bare.group(1)).replaceFirst("").strip();
            if (plausible(name)
                    && !NO_LAW.matcher(text.substring(0, bare.start())).matches()) {
                int end = bare.start() + name.length();
                if (!inTitle(text, bare.start(), mentions)) {
                    mentions.add(complete(text, lawType(name), "", bare.start(), end, 0.8));
                }
            }
        }
    }

    private static boolean inTitle(String text, int at, List<Mention> mentions) {
        String before = text.substring(0, at);
        int clause = before.lastIndexOf(';') + 1;
        return IN_TITLE.matcher(before).matches()
                && mentions.stream()
                        .anyMatch(m -> m.from() >= clause
                                && m.to() <= at
                                && !m.number().isEmpty());
    }

    private static String lawType(String name) {
        return Bare.of(name).startsWith("bo") ? "Bộ luật" : "Luật";
    }

    /** A law's name holds no other kind of document and no end of a clause. */
    private static boolean plausible(String name) {
        return !name.matches("(?s).*\\b(Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Căn cứ|Kế hoạch)\\b.*");
    }
}
