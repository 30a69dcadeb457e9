package vn.trich.pipeline.command.train;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import vn.trich.corpus.chance.Dice;

/**
 * Texts as administrative papers have them in paragraphs, headings and the cells of tables: cut from paragraphs of given text, and numbers,
 * dates, labels and document numbers made up.
 */
final class LineTexts {

    /** What a column of a table holds. */
    enum Column {
        /** Row numbers. */
        LABEL(0.45),
        /** Sentences and parts of them. */
        TEXT(2.4),
        /** Figures. */
        FIGURE(0.8),
        /** Dates and periods. */
        DATE(1.0),
        /** Numbers of documents. */
        CODE(1.3),
        /** A few words. */
        NAME(1.2);

        private final double width;

        Column(double width) {
            this.width = width;
        }

        /** How wide it is beside others. */
        double width() {
            return width;
        }
    }

    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");
    private static final String[] SIGNS = {
        "QĐ-UBND",
        "KH-UBND",
        "NĐ-CP",
        "TT-BTC",
        "NQ-CP",
        "TTr-STC",
        "BC-SYT",
        "CV-BNV",
        "QĐ-TTg",
        "CT-TTg",
        "TB-SNV",
        "TT-BYT",
        "NQ/TU",
        "QH14",
        "KH-SYT",
        "UBND-NC",
        "QĐ-BYT",
        "HD-BTCTW",
        "TTg-KSTT",
        "SNV-CCHC"
    };

    private final List<String> paragraphs;
    private final Predicate<String> known;
    private final Dice dice;

    /**
     * Texts by chance.
     *
     * @param paragraphs what to cut from, at least one
     * @param known whether a text can be printed and read
     */
    LineTexts(List<String> paragraphs, Predicate<String> known, Dice dice) {
        this.paragraphs = List.copyOf(paragraphs);
        this.known = known;
        this.dice = dice;
    }

    /** A text in the characters that the recogniser knows for those it does not. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('–', '-')
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('\u2044', '/')
                .replace('Ð', 'Đ')
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** A whole paragraph. */
    String paragraph() {
        return dice.pick(paragraphs);
    }

    /** Some words that stand together in a paragraph. */
    String phrase(int most) {
        String[] words = paragraph().split(" ");
        int length = Math.min(words.length, dice.between(1, most));
        int at = dice.below(words.length - length + 1);
        String text = String.join(" ", Arrays.asList(words).subList(at, at + length));
        if (dice.chance(0.7)) {
            text = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        }
        return dice.chance(0.08) ? "- " + text : text;
    }

    /** A heading in capitals. */
    String capitals() {
        return printable(phrase(9).toUpperCase(Locale.ROOT));
    }

    /** A labelled heading. */
    String heading() {
        return label() + " " + phrase(10);
    }

    /** A line of a paper's head or foot. */
    String headLine() {
        return switch (dice.below(4)) {
            case 0 -> code();
            case 1 -> printable(phrase(2)) + ", " + date();
            case 2 -> code() + " " + date() + " " + phrase(4);
            default -> date();
        };
    }

    /** What a cell of a column says. */
    String cell(Column column, int most) {
        return switch (column) {
            case LABEL -> label();
            case TEXT -> dice.chance(0.6) ? phrase(most) : phrase(Math.max(2, most / 3));
            case FIGURE -> figure();
            case DATE -> date();
            case CODE -> code();
            case NAME -> phrase(5);
        };
    }

    private String printable(String text) {
        return Optional.of(text).filter(known).orElseGet(this::date);
    }

    private String label() {
        return switch (dice.below(6)) {
            case 0 -> dice.pick(ROMAN);
            case 1 -> "" + dice.between(1, 99);
            case 2 -> dice.between(1, 9) + "." + dice.between(1, 12);
            case 3 -> (char) ('a' + dice.below(12)) + ")";
            case 4 -> dice.between(1, 30) + ".";
            default -> dice.pick(ROMAN) + ".";
        };
    }

    private String figure() {
        return switch (dice.below(9)) {
            case 0 -> "" + dice.between(1, 9);
            case 1 -> "" + dice.between(10, 9999);
            case 2 -> dice.between(0, 99) + "," + dice.between(0, 9);
            case 3 -> dice.between(1, 100) + "%";
            case 4 -> dice.between(1, 99) + thousands();
            case 5 -> dice.between(1, 99) + thousands() + thousands();
            case 6 -> dice.between(1, 12) + "/" + dice.between(2018, 2030);
            case 7 -> dice.between(1, 99) + thousands() + "," + dice.between(0, 9);
            default -> dice.between(1, 99) + "," + two(dice.below(100)) + "%";
        };
    }

    private String thousands() {
        return String.format(Locale.ROOT, ".%03d", dice.below(1000));
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private String date() {
        int day = dice.between(1, 31);
        int month = dice.between(1, 12);
        int year = dice.between(1998, 2030);
        return switch (dice.below(12)) {
            case 0 -> two(day) + "/" + two(month) + "/" + year;
            case 1 -> day + "/" + month + "/" + year;
            case 2 -> "Quý " + ROMAN.get(dice.below(4)) + "/" + year;
            case 3 -> "Tháng " + month + "/" + year;
            case 4 -> "ngày " + two(day) + " tháng " + two(month) + " năm " + year;
            case 5 -> "Năm " + year;
            case 6 -> "Trước ngày " + day + "/" + month + "/" + year;
            case 7 -> "Thường xuyên";
            case 8 -> "Hằng năm";
            case 9 -> "Quý " + ROMAN.get(dice.below(4)) + " năm " + year;
            case 10 -> year + " - " + (year + dice.between(1, 5));
            default -> "Tháng " + two(month) + " năm " + year;
        };
    }

    private String code() {
        String sign = dice.of(SIGNS);
        int number = dice.between(1, 9999);
        return switch (dice.below(4)) {
            case 0 -> "Số: " + number + "/" + sign;
            case 1 -> two(dice.between(1, 99)) + "/" + dice.between(1999, 2027) + "/" + sign;
            case 2 -> number + "/" + sign;
            default -> "1" + thousands() + thousands() + ".000.00.00.H" + dice.between(10, 63);
        };
    }
}
