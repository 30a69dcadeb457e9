package vn.trich.corpus.paper;

import java.util.List;

/** A piece of running text, with what is true of it. */
public sealed interface Inline {

    /**
     * Plain words.
     *
     * @param text the words, NFC
     * @param style how they are set, {@link Style#INHERIT} for as the paragraph is
     */
    record Words(String text, Style style) implements Inline {}

    /**
     * A clause that sets a quantified goal.
     *
     * @param data {@code DIRECTION COMPARATOR VALUE VALUE2 UNIT}, as the gold format has it
     * @param scope whom the value is for, or empty
     * @param inside the clause; further goals may be nested in it
     */
    record Goal(String data, String scope, List<Inline> inside) implements Inline {
        /** Copies the clause. */
        public Goal {
            inside = List.copyOf(inside);
        }
    }

    /**
     * A mention of another document.
     *
     * @param type its type, e.g. {@code Nghị định}
     * @param number its number, or empty
     * @param date ISO date, as much as is printed, or empty
     * @param issuer who issued it, spelt out, or empty
     * @param text the words of the mention
     */
    record Mention(String type, String number, String date, String issuer, String text) implements Inline {}

    /**
     * A raised mark that points to a footnote.
     *
     * @param mark its number
     */
    record NoteMark(int mark) implements Inline {}

    /** A forced end of line inside a cell or a heading. */
    record Break() implements Inline {}

    /** How words are set. */
    enum Style {
        /** As the paragraph. */
        INHERIT,
        /** Bold. */
        BOLD,
        /** Italic. */
        ITALIC
    }
}
