package vn.trich.pipeline.normalize;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.output.UnitRecord;
import vn.trich.pipeline.normalize.UnitVocabulary.Head;

/**
 * Finds the organisational units that a text names: its clauses, what stands in each before it says what a unit does, and
 * the names in that.
 */
final class UnitParser {

    private static final Pattern OWNER = Pattern.compile("(?<![a-z])(?:thuoc|cua|tai|cho) $");
    /** What is no part of a name, wherever it stands. */
    private static final Pattern ROLE_VERB = Pattern.compile("(?:chu tri|phoi hop|thuc hien)(?![a-z])");

    private final UnitVocabulary vocabulary;
    private final UnitClauses clauses;
    private final UnitNames names;
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
        this.clauses = new UnitClauses(vocabulary, abbreviations, mending);
        this.names = new UnitNames(vocabulary);
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
        return clauses.of(text);
    }

    /** Whether a printed line opens with a unit, which may be abbreviated. */
    boolean opensLine(String line) {
        return clauses.opensLine(line);
    }

    /** Whether a text opens with a unit once its abbreviations are spelt out. */
    boolean opensSpelt(String text) {
        return clauses.opensSpelt(text);
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
    List<String> named(String clause) {
        return names.of(clause);
    }
}
