package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.output.UnitRecord;
import vn.trich.pipeline.normalize.UnitVocabulary.Head;

/**
 * Splits a text that names organisational units into them. Common nouns under one head stay one unit ({@code Các sở,
 * ban, ngành cấp tỉnh}); a unit with a name of its own or a new head starts another, whether a comma, {@code và}, a
 * slash or nothing at all stands before it.
 */
final class UnitParser {

    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-–—+*•]|\\(?[a-z0-9đ]\\)|\\d{1,2}\\.)\\s*");
    /** What charges the unit named after it. */
    private static final Pattern CHARGE = Pattern.compile("^(?:Giao|Phân công|Đề nghị|Yêu cầu) (?:cho )?(?=\\p{Lu})");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[\\p{Ll}\\d)\"”])\\.\\s+(?=\\p{Lu})");
    private static final Pattern TRAILING = Pattern.compile("[\\s.,;:/…(-]+$");

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

    private static final Pattern OWNER = Pattern.compile("(?<![a-z])(?:thuoc|cua|tai|cho) $");
    /** What is no part of a name, wherever it stands. */
    private static final Pattern ROLE_VERB = Pattern.compile("(?:chu tri|phoi hop|thuc hien)(?![a-z])");

    /** What a name ends with: the place or the body that the unit belongs to. */
    private static final Pattern OWNED = Pattern.compile(
            " (?:tinh|huyen|thanh pho|quan|thi xa|xa|phuong|thi tran|dac khu|so|bo|co quan|co so|truc thuoc"
                    + "|(?:tinh|huyen|thanh|thi|quan) uy|trung uong|tren dia ban(?: toan)? (?:tinh|huyen|thanh pho|xa))$");
    /** Whole names of one head. */
    private static final Pattern WHOLE = Pattern.compile("(?:tinh|thanh) (?:doan|uy)|(?:huyen|thi|quan) (?:doan|uy)");
    /** Two words more, by which a head of one word is told from the name of a place. */
    private static final Pattern MORE = Pattern.compile("(?: \\p{L}+){2}");

    private static final Set<String> INNER_HEADS = Set.of("phong", "vu", "cuc", "ban", "trung tam");
    /** What has names of two fields with a dash between. */
    private static final Set<String> PARTED_HEADS = Set.of("phong", "vu", "ban", "bo phan", "to", "so", "bo", "khoa");

    private static final Set<String> NAME_WORDS = Set.of("thanh tra", "ke toan", "to chuc", "can bo", "bao", "quy");

    private final UnitVocabulary vocabulary;
    private final Abbreviations abbreviations;
    private final UnitSpelling spelling;
    private final UnaryOperator<String> mending;
    /** Cells say the same again and again. */
    private final Map<String, List<String>> known = new HashMap<>();

    /**
     * A parser for one document.
     *
     * @param vocabulary the words that names of units are made of
     * @param abbreviations what the document's abbreviations stand for
     */
    UnitParser(UnitVocabulary vocabulary, Abbreviations abbreviations) {
        this(vocabulary, abbreviations, text -> text);
    }

    /**
     * A parser for one document whose cells are mended before they are read.
     *
     * @param vocabulary the words that names of units are made of
     * @param abbreviations what the document's abbreviations stand for
     * @param mending what mends the text of a cell
     */
    UnitParser(UnitVocabulary vocabulary, Abbreviations abbreviations, UnaryOperator<String> mending) {
        this.mending = mending;
        this.vocabulary = vocabulary;
        this.abbreviations = abbreviations;
        this.spelling = new UnitSpelling(vocabulary);
    }

    /** The units that the text names, in order, each once, abbreviations spelt out, first letter upper case. */
    List<String> units(String text) {
        return known.computeIfAbsent(text, this::read);
    }

    private List<String> read(String text) {
        LinkedHashSet<String> units = new LinkedHashSet<>();
        for (String clause : clauses(text)) {
            units.addAll(named(beforeVerb(clause)));
        }
        return List.copyOf(units);
    }

    /** The text of a cell, mended. */
    String mended(String text) {
        return mending.apply(BareText.tidy(text));
    }

    /** The clauses of a text, abbreviations spelt out, bullets taken off. */
    List<String> clauses(String text) {
        String clean =
                DIRTY_COLON.matcher(BareText.tidy(text)).replaceAll("$1 ").replaceAll(" {2,}", " ");
        String spelt = AND.matcher(abbreviations.spellOut(abbreviations.rejoin(mending.apply(clean))))
                .replaceAll(" và ");
        List<String> clauses = new ArrayList<>();
        for (String paragraph : joined(spelt).split("[;\n]")) {
            boolean first = clauses.isEmpty();
            for (String sentence : SENTENCE_END.split(paragraph)) {
                String clause = CHARGE.matcher(
                                BULLET.matcher(sentence).replaceFirst("").strip())
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

    /** What stands before the first word that says what a unit does. */
    String beforeVerb(String clause) {
        String bare = BareText.of(clause);
        Matcher verb = vocabulary.verbs(bare);
        int from = 0;
        while (verb.find(from)) {
            if (verb.start() == 0) {
                return "";
            }
            boolean role =
                    ROLE_VERB.matcher(bare).region(verb.start(), bare.length()).lookingAt();
            if (!Character.isUpperCase(clause.charAt(verb.start()))
                    && (role && verb.start() > 0 || !partOfName(bare, verb.start()))) {
                return clause.substring(0, verb.start()).strip();
            }
            from = verb.start() + 1;
        }
        return clause;
    }

    /** Whether what stands there belongs to a name: {@code Tổ kiểm tra}, {@code Phòng tổng hợp}. */
    private boolean partOfName(String bare, int place) {
        int start = 0;
        int afterHead = -1;
        while (start < place) {
            int field = vocabulary.fieldAt(bare, start);
            Optional<Head> head = vocabulary.headAt(bare, start);
            int length = field > 0 && start > 0
                    ? field
                    : head.map(found -> found.words().length()).orElse(1);
            if (start + length > place) {
                return true;
            }
            if (head.isPresent() && start + length == place - 1) {
                boolean many = start >= 4 && bare.startsWith("cac ", start - 4);
                boolean owner = start == afterHead
                        || OWNER.matcher(bare.substring(0, start)).find();
                return !many
                        && !owner
                        && head.get().kind() != UnitRecord.Kind.COLLECTIVE
                        && head.get().standing() != Head.Standing.ALONE
                        && length == head.get().words().length();
            }
            afterHead = head.isPresent() ? start + length + 1 : afterHead;
            start += length;
        }
        return false;
    }

    /** The units of a clause that does nothing but name them. */
    List<String> named(String names) {
        Assembly assembly = new Assembly();
        for (Piece piece : pieces(names)) {
            assembly.add(piece);
        }
        return assembly.units();
    }

    private List<Piece> pieces(String names) {
        String bare = BareText.of(names);
        List<Piece> pieces = new ArrayList<>();
        String joint = "";
        int start = 0;
        int depth = 0;
        int i = 0;
        while (i < bare.length()) {
            int field = vocabulary.fieldAt(bare, i);
            if (field > 0 && i > start) {
                i += field;
                continue;
            }
            char c = bare.charAt(i);
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            int separator = depth > 0 ? 0 : separatorAt(bare, i);
            boolean glued = separator == 0 && depth == 0 && i > start && startsUnseparated(names, bare, start, i);
            if (separator > 0 || glued) {
                add(pieces, names.substring(start, i), joint);
                joint = glued ? "|" : names.substring(i, i + separator);
                start = i + separator;
                i = Math.max(start, i + 1);
            } else {
                i++;
            }
        }
        add(pieces, names.substring(Math.min(start, names.length())), joint);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, String joint) {
        String clean = TRAILING.matcher(text).replaceFirst("").strip();
        if (!clean.isEmpty()) {
            pieces.add(new Piece(clean, BareText.of(clean), joint));
        }
    }

    /** Length of the separator at that place, 0 if there is none. A slash or dash parts only what opens a unit. */
    private int separatorAt(String bare, int place) {
        char c = bare.charAt(place);
        if (c == ',' || c == '+' || c == ':') {
            return 1;
        }
        if (c == '/' || c == '-' && place > 0 && bare.charAt(place - 1) == ' ') {
            int next = place + 1;
            while (next < bare.length() && bare.charAt(next) == ' ') {
                next++;
            }
            boolean opens = vocabulary.quantifierAt(bare, next) > 0
                    || vocabulary.headAt(bare, next).isPresent();
            return opens ? 1 : 0;
        }
        if (bare.startsWith(" va ", place) && insideHead(bare, place)) {
            return 0;
        }
        for (String word : List.of(" va ", " cung ", " hoac ", " va/hoac ", " & ")) {
            if (bare.startsWith(word, place)) {
                return word.length();
            }
        }
        return 0;
    }

    /** Whether that place lies, not at its beginning, inside a head of several words ({@code Văn phòng Hội đồng nhân dân và Ủy ban ...}). */
    private boolean insideHead(String bare, int place) {
        for (int start = place - 1; start >= 0 && place - start < 48; start--) {
            Optional<Head> head = vocabulary.headAt(bare, start);
            if (head.isPresent() && start + head.get().words().length() > place) {
                return true;
            }
        }
        return false;
    }

    /** Whether a unit begins there with no separator before it, as in {@code Bộ Y tế Bộ Công an}. */
    private boolean startsUnseparated(String names, String bare, int start, int place) {
        if (bare.charAt(place - 1) != ' ' || bare.charAt(place) == ' ' || insideHead(bare, place)) {
            return false;
        }
        String before = bare.substring(start, place).strip();
        boolean complete = complete(before);
        Optional<Head> head = vocabulary.headAt(bare, place);
        boolean capital = Character.isUpperCase(names.charAt(place));
        boolean named = head.isPresent() && capital;
        if (named && (head.get().standing() == Head.Standing.NAME || namesField(bare, place))) {
            return complete || collective(before) || owned(before, start > 0) && opensAfterOwner(bare, place);
        }
        if (capital && owned(before, start > 0) && opensAfterOwner(bare, place)) {
            return true;
        }
        return complete
                && (bare.startsWith("co quan", place)
                        || bare.startsWith("don vi", place)
                        || bare.startsWith("cac bo", place)
                        || bare.startsWith("cac so", place)
                        || bare.startsWith("cac co quan", place)
                        || bare.startsWith("cac don vi", place));
    }

    /** Whether the text is the whole name of a ministry or department, or ends as a collective one does. */
    private boolean complete(String bare) {
        int head = bare.startsWith("so ") ? 3 : bare.startsWith("bo ") ? 3 : bare.startsWith("phong ") ? 6 : 0;
        return head > 0 && vocabulary.fieldAt(bare, head) == bare.length() - head
                || bare.matches(".*(?:cap (?:tinh|huyen|xa)|lien quan)");
    }

    /**
     * Whether the text is a unit's name up to the place or body it belongs to ({@code Công an tỉnh}), which ends it.
     *
     * @param goesOn whether a part of the name may stand before the text
     */
    private boolean owned(String bare, boolean goesOn) {
        int quantifier = vocabulary.quantifierAt(bare, 0);
        Optional<Head> head = vocabulary.headAt(bare, quantifier);
        boolean more = head.map(found -> quantifier + found.words().length() < bare.length())
                .orElse(goesOn && quantifier == 0);
        return WHOLE.matcher(bare).matches() || more && OWNED.matcher(bare).find() || complete(bare);
    }

    /**
     * Whether what begins there can be nothing but a unit, although a place or a field may stand there too: {@code thành
     * phố Hội An}, {@code Văn phòng Bộ Công an}.
     */
    private boolean opensAfterOwner(String bare, int place) {
        int quantifier = vocabulary.quantifierAt(bare, place);
        Optional<Head> head = vocabulary.headAt(bare, place + quantifier);
        if (head.isEmpty() || vocabulary.fieldAt(bare, place) > 0) {
            return false;
        }
        int after = place + quantifier + head.get().words().length();
        boolean oneWord = head.get().words().indexOf(' ') < 0;
        boolean owner = quantifier == 0 && bare.startsWith("truc thuoc ", Math.max(0, place - 11));
        boolean sure = quantifier > 0 || !oneWord;
        return !owner
                && (sure || MORE.matcher(bare).region(after, bare.length()).lookingAt());
    }

    private boolean namesField(String bare, int place) {
        return (bare.startsWith("so ", place) || bare.startsWith("bo ", place))
                && vocabulary.fieldAt(bare, place + 3) > 0;
    }

    /** Whether the text names many units by a common noun, so that a name after it is not its own. */
    private boolean collective(String bare) {
        boolean many = vocabulary.quantifierAt(bare, 0) > 0 || bare.contains(" cac ");
        boolean kind = vocabulary
                .headAt(bare, 0)
                .filter(head -> head.kind() == UnitRecord.Kind.COLLECTIVE)
                .isPresent();
        return openNoun(bare) && (many || kind);
    }

    /** Whether the text is nothing but a common noun, or ends in one after {@code các}. */
    private boolean openNoun(String bare) {
        int quantifier = vocabulary.quantifierAt(bare, 0);
        String rest = bare.substring(quantifier);
        boolean whole = quantifier > 0
                && vocabulary
                        .headAt(rest, 0)
                        .filter(head -> head.words().length() == rest.length())
                        .isPresent();
        if (whole || isNoun(rest)) {
            return true;
        }
        int last = bare.lastIndexOf(" cac ");
        return last >= 0 && isNoun(bare.substring(last + 5));
    }

    private boolean isNoun(String bare) {
        return vocabulary
                .headAt(bare, 0)
                .filter(head -> head.noun() && head.words().length() == bare.length())
                .isPresent();
    }

    private record Piece(String text, String bare, String joint) {}

    /** Puts pieces together to units, in order. */
    private final class Assembly {
        private final List<StringBuilder> units = new ArrayList<>();
        private boolean open;
        private String shared = "";
        /** Whether a colon stood behind what the names share. */
        private boolean listing;

        void add(Piece piece) {
            int quantifier = vocabulary.quantifierAt(piece.bare(), 0);
            Optional<Head> head = vocabulary.headAt(piece.bare(), quantifier);
            boolean continues =
                    quantifier == 0 && !named(piece) && (open && goesOn(piece, head) || insideName(piece, head));
            if (":".equals(piece.joint()) && !units.isEmpty()) {
                shareHead(head.isPresent() && !isField(piece));
            }
            if (head.isEmpty() && open && quantifier == 0 && !small(piece) && lonely()) {
                units.get(units.size() - 1).append(' ').append(piece.text());
                open = false;
            } else if ((head.isEmpty() || listing) && sibling(piece)) {
                start(shared + piece.text());
            } else if (units.isEmpty() || head.isPresent() && !continues) {
                start(piece.text());
                open = openNoun(piece.bare());
                shared = named(piece) ? piece.text().substring(0, 3) : "";
                listing = false;
            } else {
                units.get(units.size() - 1).append(glue(piece.joint())).append(piece.text());
                open = continues
                        && head.filter(found ->
                                        found.words().length() == piece.bare().length())
                                .isPresent();
            }
        }

        /** Whether the last unit is nothing but a head that wants a name: the comma after it is dirt. */
        private boolean lonely() {
            return !units.isEmpty()
                    && INNER_HEADS.contains(
                            BareText.words(units.get(units.size() - 1).toString()));
        }

        private boolean goesOn(Piece piece, Optional<Head> head) {
            return head.filter(Head::noun).isPresent()
                    || small(piece)
                            && head.filter(found -> found.standing() == Head.Standing.ALONE)
                                    .isPresent();
        }

        /** {@code Phòng Kiểm tra, thanh tra pháp luật}: a word that often goes on with a name, after a name. */
        private boolean insideName(Piece piece, Optional<Head> head) {
            if (units.isEmpty()
                    || !small(piece)
                    || head.filter(found -> NAME_WORDS.contains(found.words())).isEmpty()) {
                return piece.bare().startsWith("co quan thuoc chinh phu")
                        && !units.isEmpty()
                        && BareText.of(units.get(units.size() - 1).toString()).endsWith("ngang bo");
            }
            String unit = BareText.of(units.get(units.size() - 1).toString());
            return vocabulary
                    .headAt(unit, 0)
                    .filter(found -> INNER_HEADS.contains(found.words()))
                    .filter(found -> unit.length() > found.words().length())
                    .isPresent();
        }

        private boolean small(Piece piece) {
            return Character.isLowerCase(piece.text().charAt(0));
        }

        /** {@code Các Sở: Nội vụ, Tài chính}: the word before the colon belongs to each name after it. */
        private void shareHead(boolean headFollows) {
            String before = units.remove(units.size() - 1).toString();
            int quantifier = vocabulary.quantifierAt(BareText.of(before), 0);
            shared = headFollows ? "" : before.substring(quantifier) + " ";
            listing = !headFollows;
            open = false;
        }

        private boolean sibling(Piece piece) {
            return !shared.isEmpty() && isField(piece);
        }

        /** Whether nothing but a field is named, which alone may be a unit too: {@code Công an}. */
        private boolean isField(Piece piece) {
            return vocabulary.fieldAt(piece.bare(), 0) == piece.bare().length();
        }

        private boolean named(Piece piece) {
            return namesField(piece.bare(), 0);
        }

        private void start(String text) {
            units.add(new StringBuilder(text));
        }

        private String glue(String joint) {
            return joint.equals(",") ? ", " : joint.equals("|") ? " " : joint;
        }

        private boolean known(String text) {
            return vocabulary.headAt(BareText.of(text), 0).isPresent();
        }

        List<String> units() {
            return units.stream()
                    .map(StringBuilder::toString)
                    .map(text -> TRAILING.matcher(text).replaceFirst("").strip())
                    .filter(text -> text.chars().filter(Character::isLetter).count() > 3 || known(text))
                    .map(spelling::mend)
                    .map(text -> Character.toUpperCase(text.charAt(0)) + text.substring(1))
                    .toList();
        }
    }
}
