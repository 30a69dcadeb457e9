package vn.trich.corpus.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Running text with its truth.
 *
 * @param parts the pieces in order
 */
public record Rich(List<Inline> parts) {

    /** Nothing. */
    public static final Rich EMPTY = new Rich(List.of());

    /** Copies the pieces. */
    public Rich {
        parts = List.copyOf(parts);
    }

    /** Plain words; a line feed in them is a forced end of line. */
    public static Rich of(String text) {
        return styled(text, Inline.Style.INHERIT);
    }

    /** Words set in a style; a line feed in them is a forced end of line. */
    public static Rich styled(String text, Inline.Style style) {
        List<Inline> parts = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                parts.add(new Inline.Break());
            }
            if (!lines[i].isEmpty()) {
                parts.add(new Inline.Words(lines[i], style));
            }
        }
        return new Rich(parts);
    }

    /** Texts one after the other. */
    public static Rich join(Rich... texts) {
        return new Rich(Arrays.stream(texts).flatMap(t -> t.parts().stream()).toList());
    }

    /** This text and then plain words. */
    public Rich then(String words) {
        return join(this, of(words));
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The words alone, a forced end of line as a line feed, footnote marks left out. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        append(parts, text);
        return text.toString();
    }

    private static void append(List<Inline> parts, StringBuilder text) {
        for (Inline part : parts) {
            if (part instanceof Inline.Words words) {
                text.append(words.text());
            } else if (part instanceof Inline.Goal goal) {
                append(goal.inside(), text);
            } else if (part instanceof Inline.Mention mention) {
                text.append(mention.text());
            } else if (part instanceof Inline.Break) {
                text.append('\n');
            }
        }
    }

    /** This text with its first letter upper case. */
    public Rich capitalised() {
        return mapFirst(true);
    }

    /** This text with its first letter lower case, unless the first word is an abbreviation or holds a figure. */
    public Rich uncapitalised() {
        return mapFirst(false);
    }

    private Rich mapFirst(boolean upper) {
        if (parts.isEmpty()) {
            return this;
        }
        List<Inline> changed = new ArrayList<>(parts);
        changed.set(0, first(parts.get(0), upper));
        return new Rich(changed);
    }

    private static Inline first(Inline part, boolean upper) {
        if (part instanceof Inline.Words words) {
            return new Inline.Words(Letters.first(words.text(), upper), words.style());
        }
        if (part instanceof Inline.Goal goal && !goal.inside().isEmpty()) {
            return new Inline.Goal(
                    goal.data(),
                    goal.scope(),
                    new Rich(goal.inside()).mapFirst(upper).parts());
        }
        return part;
    }
}
