package vn.trich.corpus.generate;

import java.util.ArrayList;
import java.util.List;
import vn.trich.corpus.chance.Dice;

/** The forms of words that state quantities, with what they mean. */
final class TargetForms {

    /**
     * A quantity.
     *
     * @param text as printed
     * @param comparator {@code = >= > <= < range}
     * @param value plain number
     * @param high plain number of a range's upper end, else {@code -}
     * @param unit {@code %} or the counted noun, blanks as {@code _}
     */
    record Quantity(String text, String comparator, String value, String high, String unit) {

        /** The value of {@code data-t} in gold. */
        String data(String direction) {
            return direction + " " + comparator + " " + value + " " + high + " " + unit;
        }
    }

    private final Dice dice;

    TargetForms(Dice dice) {
        this.dice = dice;
    }

    /** A share to reach: {@code tối thiểu 92%}, {@code 100%}, {@code từ 70% trở lên}. */
    Quantity share() {
        int value = dice.chance(0.5) ? dice.between(8, 19) * 5 : dice.between(31, 99);
        String figure = value + "%";
        return switch (dice.below(12)) {
            case 0, 1, 2, 3 -> new Quantity("100%", "=", "100", "-", "%");
            case 4 -> new Quantity("tối thiểu " + figure, ">=", "" + value, "-", "%");
            case 5 -> new Quantity("ít nhất " + figure, ">=", "" + value, "-", "%");
            case 6 -> new Quantity(dice.of("trên ", "hơn ") + figure, ">", "" + value, "-", "%");
            case 7 -> new Quantity("từ " + figure + " trở lên", ">=", "" + value, "-", "%");
            case 8 -> new Quantity("không dưới " + figure, ">=", "" + value, "-", "%");
            case 9 -> new Quantity(figure + " trở lên", ">=", "" + value, "-", "%");
            case 10 -> {
                int tenths = dice.between(40, 97) * 10 + dice.between(1, 9);
                yield new Quantity(
                        tenths / 10 + "," + tenths % 10 + "%", "=", plain(tenths / 10 + "." + tenths % 10), "-", "%");
            }
            default -> {
                int high = Math.min(100, value + dice.between(2, 6));
                yield value >= high
                        ? new Quantity(figure, "=", "" + value, "-", "%")
                        : new Quantity("từ " + value + "% đến " + high + "%", "range", "" + value, "" + high, "%");
            }
        };
    }

    /** A plain share, for lists by scope. */
    Quantity plainShare() {
        int value = dice.between(11, 19) * 5;
        String text = value + "%";
        return switch (dice.below(4)) {
            case 0 -> new Quantity("tối thiểu " + text, ">=", "" + value, "-", "%");
            case 1 -> new Quantity("trên " + value + "%", ">", "" + value, "-", "%");
            default -> new Quantity(text, "=", "" + value, "-", "%");
        };
    }

    /** A share not to pass: {@code dưới 1%}, {@code không quá 2,5%}. */
    Quantity lowShare() {
        int tenths = dice.chance(0.5) ? dice.between(1, 9) * 10 : dice.between(3, 79);
        String value = plain(tenths / 10 + "." + tenths % 10);
        String text = value.replace('.', ',') + "%";
        return switch (dice.below(5)) {
            case 0, 1 -> new Quantity("dưới " + text, "<", value, "-", "%");
            case 2 -> new Quantity("không quá " + text, "<=", value, "-", "%");
            case 3 -> new Quantity("không vượt quá " + text, "<=", value, "-", "%");
            default -> new Quantity("ở mức tối đa " + text, "<=", value, "-", "%");
        };
    }

    /** By how much something changes: {@code tối thiểu 2,5%}, {@code ít nhất 02%}. */
    Quantity change() {
        int tenths = dice.chance(0.6) ? dice.between(1, 20) * 10 : dice.between(5, 95);
        String value = plain(tenths / 10 + "." + tenths % 10);
        String printed = value.length() == 1 && dice.chance(0.5) ? "0" + value : value.replace('.', ',');
        return switch (dice.below(6)) {
            case 0, 1 -> new Quantity("tối thiểu " + printed + "%", ">=", value, "-", "%");
            case 2 -> new Quantity("ít nhất " + printed + "%", ">=", value, "-", "%");
            case 3 -> new Quantity("trên " + printed + "%", ">", value, "-", "%");
            case 4 -> new Quantity("từ " + printed + "% trở lên", ">=", value, "-", "%");
            default -> new Quantity(printed + "%", "=", value, "-", "%");
        };
    }

    /** A number of things: {@code ít nhất 02 cuộc}, {@code từ 02 đến 03 cuộc}. */
    Quantity count(String noun, int low, int high) {
        int value = rounded(dice.between(low, high));
        String unit = noun.replace(' ', '_');
        String printed = value < 10 && dice.chance(0.7) ? "0" + value : NumberForms.grouped(value);
        return switch (dice.below(8)) {
            case 0, 1 -> new Quantity("ít nhất " + printed + " " + noun, ">=", "" + value, "-", unit);
            case 2 -> new Quantity("tối thiểu " + printed + " " + noun, ">=", "" + value, "-", unit);
            case 3 -> new Quantity("trên " + printed + " " + noun, ">", "" + value, "-", unit);
            case 4 -> new Quantity("từ " + printed + " " + noun + " trở lên", ">=", "" + value, "-", unit);
            case 5 -> {
                int more = rounded(value + Math.max(1, value / 3));
                String printedMore = more < 10 ? "0" + more : NumberForms.grouped(more);
                yield new Quantity(
                        "từ " + printed + " đến " + printedMore + " " + noun, "range", "" + value, "" + more, unit);
            }
            default -> new Quantity(printed + " " + noun, "=", "" + value, "-", unit);
        };
    }

    /** A rank: {@code top 10 cả nước}. */
    Quantity rank() {
        int value = dice.pick(List.of(5, 10, 15, 20));
        return new Quantity("top " + value + " cả nước", "<=", "" + value, "-", "hạng");
    }

    /** Goals by scope, each marked, parted by commas. */
    String scoped(List<String> scopes) {
        List<String> clauses = new ArrayList<>();
        String verb = dice.of(" đạt ", " ");
        for (String scope : scopes) {
            Quantity share = plainShare();
            clauses.add(Markup.goal(share.data("level"), scope, scope + verb + share.text()));
        }
        return String.join(dice.of(", ", "; "), clauses);
    }

    private int rounded(int value) {
        int step = value >= 10000 ? 1000 : value >= 1000 ? 100 : value >= 100 ? 10 : value >= 20 ? 5 : 1;
        return value / step * step;
    }

    private static String plain(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }
}
