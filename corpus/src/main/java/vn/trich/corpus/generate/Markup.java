package vn.trich.corpus.generate;

import java.util.ArrayList;
import java.util.List;
import vn.trich.corpus.paper.Inline;
import vn.trich.corpus.paper.Rich;

/**
 * Text with its truth written into it by marks of the private use area, so that sentences can be composed as strings
 * and turned into {@link Rich} at the end.
 */
final class Markup {

    private static final char OPEN_GOAL = '\uE000';
    private static final char OPEN_MENTION = '\uE001';
    private static final char PART = '\uE002';
    private static final char CLOSE = '\uE003';
    private static final char NOTE = '\uE004';

    private Markup() {}

    /** A clause that sets a goal. */
    static String goal(String data, String scope, String clause) {
        return OPEN_GOAL + data + PART + scope + PART + clause + CLOSE;
    }

    /** A mention of a document. */
    static String mention(Inline.Mention mention) {
        return OPEN_MENTION
                + mention.type()
                + PART
                + mention.number()
                + PART
                + mention.date()
                + PART
                + mention.issuer()
                + PART
                + mention.text()
                + CLOSE;
    }

    /** A raised footnote mark. */
    static String note(int mark) {
        return String.valueOf(NOTE) + mark + CLOSE;
    }

    /** Whether the character belongs to the marks. */
    static boolean isMark(char c) {
        return c >= OPEN_GOAL && c <= NOTE;
    }

    /** Whether a mention begins here; what it holds must not be rewritten. */
    static boolean opensMention(char c) {
        return c == OPEN_MENTION;
    }

    /** Whether a mark ends here. */
    static boolean closes(char c) {
        return c == CLOSE;
    }

    /** Whether a goal begins here. */
    static boolean opensGoal(char c) {
        return c == OPEN_GOAL;
    }

    /** Whether a part of a mark ends here. */
    static boolean parts(char c) {
        return c == PART;
    }

    /** The words alone. */
    static String plain(String marked) {
        return parse(marked).plain();
    }

    /** The text with its truth. */
    static Rich parse(String marked) {
        return new Rich(new Reader(marked).read(false));
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        private List<Inline> read(boolean nested) {
            List<Inline> parts = new ArrayList<>();
            StringBuilder words = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == CLOSE && nested) {
                    break;
                }
                if (c == OPEN_GOAL || c == OPEN_MENTION || c == NOTE) {
                    flush(words, parts);
                    parts.add(special(c));
                } else {
                    words.append(c);
                }
            }
            flush(words, parts);
            return parts;
        }

        private Inline special(char c) {
            if (c == OPEN_GOAL) {
                return new Inline.Goal(until(PART), until(PART), read(true));
            }
            if (c == OPEN_MENTION) {
                return new Inline.Mention(until(PART), until(PART), until(PART), until(PART), until(CLOSE));
            }
            return new Inline.NoteMark(Integer.parseInt(until(CLOSE)));
        }

        private String until(char end) {
            int from = at;
            at = text.indexOf(end, from) + 1;
            return text.substring(from, at - 1);
        }

        private static void flush(StringBuilder words, List<Inline> parts) {
            parts.addAll(Rich.of(words.toString()).parts());
            words.setLength(0);
        }
    }
}
