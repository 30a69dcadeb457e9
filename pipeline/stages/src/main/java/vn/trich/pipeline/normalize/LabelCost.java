package vn.trich.pipeline.normalize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.models.language.EditDistance;

/** How unlikely it is that one label was read where another is printed. */
final class LabelCost {

    /** A label that the reader gives is another than printed, in the same kind of count. */
    private static final double OTHER = 2.2;
    /** A label of another kind of count: likelier a misread character than a label. */
    private static final double OTHER_STYLE = 1.5;
    /** No label at all, in a word that cannot be one, or nothing. */
    private static final double ILLEGIBLE = 0.9;
    /** The signs are there but for dots, or look alike. */
    private static final double ALIKE = 0.35;

    /** One sign too many or too few in a label of several, or only the end of a dotted number. */
    private static final double NEARLY = 0.8;

    private final Map<Character, String> shapes = new HashMap<>();

    /** Reads the table of look-alikes. */
    LabelCost() {
        for (List<String> rule : RuleFile.read("label-shapes.tsv")) {
            rule.get(0).chars().forEach(c -> shapes.put((char) c, rule.get(1)));
        }
    }

    /** The cost of reading {@code read} where {@code printed} stands; 0 if they are equal. */
    double of(String read, String printed) {
        if (read.equals(printed)) {
            return 0;
        }
        if (read.isEmpty() || printed.isEmpty()) {
            return read.isEmpty() ? ILLEGIBLE : OTHER;
        }
        if (shape(read).equals(shape(printed))) {
            return ALIKE;
        }
        if (printed.endsWith("." + read) || oneSignMore(shape(read), shape(printed))) {
            return NEARLY;
        }
        RowLabel as = RowLabel.readings(read).get(0);
        if (as.style() == RowLabel.Style.NONE) {
            return ILLEGIBLE;
        }
        return as.style() == RowLabel.readings(printed).get(0).style() && as.depth() == depth(printed)
                ? OTHER
                : OTHER_STYLE;
    }

    private static int depth(String label) {
        return RowLabel.readings(label).get(0).depth();
    }

    private static boolean oneSignMore(String one, String other) {
        return Math.min(one.length(), other.length()) >= 2
                && one.length() != other.length()
                && EditDistance.within(one, other, 1);
    }

    /** The label in strokes: what looks alike gives the same. */
    private String shape(String label) {
        StringBuilder shape = new StringBuilder();
        for (char marked : label.toCharArray()) {
            char base = BareText.of(String.valueOf(marked)).charAt(0);
            char c = Character.isUpperCase(marked) ? Character.toUpperCase(base) : marked;
            shape.append(shapes.getOrDefault(c, Character.isLetterOrDigit(c) ? String.valueOf(c) : ""));
        }
        return shape.toString();
    }
}
