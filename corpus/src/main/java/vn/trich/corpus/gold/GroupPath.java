package vn.trich.corpus.gold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells which heading rows of a table stand above a row, from the kinds and the counting of their labels alone: {@code
 * A} above {@code I} above {@code 1} above {@code 1.1} above {@code a}, in whatever order the table nests them. A label
 * continues the count of the rows before it if it can; else it continues the count of an open heading, which then
 * closes; else it opens a level below.
 *
 * <p>Rows are to be fed in order, each once; mutable, for one table.
 */
final class GroupPath {

    private final List<Group> open = new ArrayList<>();
    private Optional<Label> lastChild = Optional.empty();

    private record Group(Label label, String name) {}

    private enum Kind {
        UPPER,
        ROMAN,
        NUMBER,
        LOWER,
        NONE
    }

    /**
     * A label read as a place in a count.
     *
     * @param depth parts of a dotted number, else 1
     * @param prefix the parts of a dotted number before the last
     */
    private record Label(Kind kind, int depth, String prefix, int value) {
        boolean sameCount(Label other) {
            return kind == other.kind && depth == other.depth && prefix.equals(other.prefix);
        }

        boolean follows(Label other) {
            return sameCount(other) && (kind == Kind.NONE || value == other.value + 1);
        }

        boolean sameStyle(Label other) {
            return kind == other.kind && depth == other.depth;
        }
    }

    /** Enters a heading row. */
    void group(String label, String title) {
        Label read = enter(label, true);
        String name = (label + " " + title).strip();
        open.add(new Group(read, name));
        lastChild = Optional.empty();
    }

    /** Enters any other labelled row and gives the headings above it, outermost first. */
    List<String> row(String label) {
        if (!label.isEmpty()) {
            lastChild = Optional.of(enter(label, false));
        }
        return names();
    }

    private List<String> names() {
        return open.stream().map(Group::name).toList();
    }

    private Label enter(String text, boolean heading) {
        List<Label> readings = readings(text);
        if (!heading && lastChild.isPresent()) {
            for (Label reading : readings) {
                if (reading.follows(lastChild.get())) {
                    return reading;
                }
            }
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            for (Label reading : readings) {
                if (reading.follows(open.get(i).label())) {
                    closeFrom(i);
                    return reading;
                }
            }
        }
        Label first = readings.get(0);
        closeForeignNumbers(first);
        if (first.kind() == Kind.NONE || first.value() == 1) {
            return first;
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).label().sameStyle(first)) {
                closeFrom(i);
                break;
            }
        }
        return first;
    }

    /** A number {@code 3.1} cannot stand below a heading {@code 2}. */
    private void closeForeignNumbers(Label label) {
        for (int i = 0; i < open.size() && label.depth() > 1; i++) {
            Label above = open.get(i).label();
            boolean number = above.kind() == Kind.NUMBER;
            String whole = above.prefix() + above.value() + ".";
            if (number && (above.depth() >= label.depth() || !label.prefix().startsWith(whole))) {
                closeFrom(i);
            }
        }
    }

    private void closeFrom(int index) {
        open.subList(index, open.size()).clear();
    }

    private static List<Label> readings(String text) {
        String label = text.strip();
        if (label.matches("\\d{1,4}(\\.\\d{1,4})*")) {
            int dot = label.lastIndexOf('.');
            int depth = (int) label.chars().filter(c -> c == '.').count() + 1;
            return List.of(new Label(
                    Kind.NUMBER, depth, label.substring(0, dot + 1), Integer.parseInt(label.substring(dot + 1))));
        }
        List<Label> readings = new ArrayList<>();
        if (label.matches("[IVXLC]{1,7}")) {
            readings.add(new Label(Kind.ROMAN, 1, "", roman(label)));
        }
        if (label.matches("[A-ZĐ]")) {
            readings.add(new Label(Kind.UPPER, 1, "", letter(label)));
        }
        if (label.matches("[a-zđ]")) {
            readings.add(new Label(Kind.LOWER, 1, "", letter(label)));
        }
        if (readings.size() == 2 && !label.equals("I") && !label.equals("V") && !label.equals("X")) {
            return List.of(readings.get(1), readings.get(0));
        }
        return readings.isEmpty() ? List.of(new Label(Kind.NONE, 1, "", 0)) : readings;
    }

    /** Place in {@code a b c d đ e g h i k l m n o p q r s t u v x y}, the order of Vietnamese lists. */
    private static int letter(String label) {
        return "abcdđeghiklmnopqrstuvxy".indexOf(label.toLowerCase(Locale.ROOT)) + 1;
    }

    private static int roman(String label) {
        int sum = 0;
        for (int i = 0; i < label.length(); i++) {
            int value = digit(label.charAt(i));
            boolean before = i + 1 < label.length() && value < digit(label.charAt(i + 1));
            sum += before ? -value : value;
        }
        return sum;
    }

    private static int digit(char c) {
        return switch (c) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            default -> 100;
        };
    }
}
