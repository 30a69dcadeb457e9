package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.trich.output.UnitRecord;
import vn.trich.pipeline.normalize.UnitVocabulary.Head;

/**
 * Splits names of organisational units that stand one after the other. Common nouns under one head stay one unit
 * ({@code Các sở, ban, ngành cấp tỉnh}); a unit with a name of its own or a new head starts another, whether a comma,
 * {@code và}, a slash or nothing at all stands before it.
 */
final class UnitNames {

    private static final Pattern TRAILING = Pattern.compile("[\\s.,;:/…(-]+$");

    /** What a name ends with: the place or the body that the unit belongs to. */
    private static final Pattern OWNED = Pattern.compile(
            " (?:tinh|huyen|thanh pho|quan|thi xa|xa|phuong|thi tran|dac khu|so|bo|co quan|co so|truc thuoc"
                    + "|(?:tinh|huyen|thanh|thi|quan) uy|trung uong|tren dia ban(?: toan)? (?:tinh|huyen|thanh pho|xa))$");
    /** Whole names of one head. */
    private static final Pattern WHOLE = Pattern.compile("(?:tinh|thanh) (?:doan|uy)|(?:huyen|thi|quan) (?:doan|uy)");
    /** Two words more, by which a head of one word is told from the name of a place. */
    private static final Pattern MORE = Pattern.compile("(?: \\p{L}+){2}");

    private static final Set<String> INNER_HEADS = Set.of("phong", "vu", "cuc", "ban", "trung tam");
    private static final Set<String> NAME_WORDS = Set.of("thanh tra", "ke toan", "to chuc", "can bo", "bao", "quy");

    private final UnitVocabulary vocabulary;
    private final UnitSpelling spelling;

    /** {@code vocabulary} has the words that names of units are made of. */
    UnitNames(UnitVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.spelling = new UnitSpelling(vocabulary);
    }

    /** The units of a clause that does nothing but name them. */
    List<String> of(String names) {
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
