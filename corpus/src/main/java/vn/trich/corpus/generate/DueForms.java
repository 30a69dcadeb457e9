package vn.trich.corpus.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.trich.corpus.chance.Dice;

/** The forms of words that state deadlines, with what they mean. */
final class DueForms {

    /**
     * A deadline.
     *
     * @param text as printed
     * @param data the value of {@code data-due} in gold: {@code KIND START END RECUR}
     */
    record Deadline(String text, String data) {}

    /** No deadline. */
    static final Deadline NONE = new Deadline("", "none - - -");

    private final Dice dice;
    private final int year;
    private final String superior;

    /**
     * Deadlines of a plan.
     *
     * @param year the year it plans for, which fills in a missing year
     * @param superior whose plans it follows, as printed
     */
    DueForms(Dice dice, int year, String superior) {
        this.dice = dice;
        this.year = year;
        this.superior = superior;
    }

    /** Any deadline. */
    Deadline any() {
        return switch (dice.below(20)) {
            case 0, 1, 2 -> day();
            case 3, 4, 5 -> month();
            case 6, 7, 8, 9 -> quarter();
            case 10 -> half();
            case 11, 12, 13 -> wholeYear();
            case 14 -> period();
            case 15, 16 -> ongoing();
            case 17 -> periodic();
            case 18 -> event();
            default -> perPlan();
        };
    }

    /** A deadline for the text of a labelled paragraph, never empty. */
    Deadline spoken() {
        Deadline due = any();
        return due.text().isEmpty() ? wholeYear() : due;
    }

    private Deadline day() {
        LocalDate date = LocalDate.of(year, dice.between(2, 12), dice.between(1, 28));
        if (dice.chance(0.4)) {
            date = dice.pick(List.of(
                    LocalDate.of(year, 6, 30),
                    LocalDate.of(year, 12, 15),
                    LocalDate.of(year, 11, 30),
                    LocalDate.of(year, 3, 31),
                    LocalDate.of(year, 12, 31)));
        }
        String printed = NumberForms.shortDate(date, dice.chance(0.7));
        String noYear = printed.substring(0, printed.length() - 5);
        String until = "date - " + date + " -";
        return switch (dice.below(11)) {
            case 0, 1 -> new Deadline("Trước ngày " + printed, until);
            case 2 -> new Deadline("Trước " + printed, until);
            case 3 -> new Deadline("Đến " + printed, until);
            case 4 -> new Deadline("Chậm nhất ngày " + printed, until);
            case 5 -> new Deadline("Hoàn thành trước ngày " + printed, until);
            case 6 -> new Deadline("Trước " + NumberForms.longDate(date), until);
            case 7 -> new Deadline("Trước ngày " + noYear, until);
            case 8 -> new Deadline(printed, "date " + date + " " + date + " -");
            case 9 ->
                new Deadline(
                        dice.of("Trước ngày ", "Trước ") + noYear + dice.of(" hằng năm", " hàng năm"),
                        "date - " + date + " P1Y");
            default -> new Deadline("Chậm nhất đến ngày " + printed, until);
        };
    }

    private Deadline month() {
        YearMonth month = YearMonth.of(year, dice.between(2, 12));
        int number = month.getMonthValue();
        String data = "month " + month.atDay(1) + " " + month.atEndOfMonth() + " -";
        return switch (dice.below(7)) {
            case 0, 1 -> new Deadline("Tháng " + number + "/" + year, data);
            case 2 -> new Deadline("Tháng " + NumberForms.padded(number) + "/" + year, data);
            case 3 -> new Deadline("Trong tháng " + number + "/" + year, data);
            case 4 -> new Deadline("Tháng " + number + " năm " + year, data);
            case 5 -> new Deadline("Tháng " + number, data);
            default -> new Deadline(number + "/" + year, data);
        };
    }

    private Deadline quarter() {
        int number = dice.between(1, 4);
        String roman = NumberForms.roman(number);
        return switch (dice.below(9)) {
            case 0, 1 -> new Deadline("Quý " + roman + "/" + year, quarters(number, number));
            case 2, 3 -> new Deadline("Quý " + roman, quarters(number, number));
            case 4 -> new Deadline("Quý " + roman + " năm " + year, quarters(number, number));
            case 5 -> new Deadline("Trong quý " + roman + "/" + year, quarters(number, number));
            case 6 -> new Deadline("Quý I-IV năm " + year, quarters(1, 4));
            case 7 -> {
                int first = dice.between(1, 3);
                int last = dice.between(first + 1, 4);
                yield new Deadline(
                        "Quý " + NumberForms.roman(first) + ", quý " + NumberForms.roman(last) + "/" + year,
                        quarters(first, first));
            }
            default -> new Deadline("Trong Quý " + roman + " năm " + year, quarters(number, number));
        };
    }

    private String quarters(int first, int last) {
        return "quarter " + LocalDate.of(year, 3 * first - 2, 1) + " "
                + YearMonth.of(year, 3 * last).atEndOfMonth() + " -";
    }

    private Deadline half() {
        String first = "half " + year + "-01-01 " + year + "-06-30 -";
        String second = "half " + year + "-07-01 " + year + "-12-31 -";
        return switch (dice.below(4)) {
            case 0 -> new Deadline("6 tháng đầu năm", first);
            case 1 -> new Deadline("06 tháng đầu năm " + year, first);
            case 2 -> new Deadline("6 tháng cuối năm " + year, second);
            default -> new Deadline("06 tháng cuối năm", second);
        };
    }

    private Deadline wholeYear() {
        String data = "year " + year + "-01-01 " + year + "-12-31 -";
        return switch (dice.below(6)) {
            case 0, 1 -> new Deadline("Trong năm " + year, data);
            case 2, 3 -> new Deadline("Năm " + year, data);
            case 4 -> new Deadline("Cả năm " + year, data);
            default -> new Deadline("" + year, data);
        };
    }

    private Deadline period() {
        int end = year + dice.between(1, 4);
        String data = "period " + year + "-01-01 " + end + "-12-31 -";
        int quarter = dice.between(1, 4);
        String open = "period " + LocalDate.of(year, 3 * quarter - 2, 1) + " - -";
        return switch (dice.below(7)) {
            case 0 -> new Deadline("Năm " + year + "-" + end, data);
            case 1 -> new Deadline("Giai đoạn " + year + " - " + end, data);
            case 2 -> new Deadline("Năm " + year + " và các năm tiếp theo", "period " + year + "-01-01 - -");
            case 3 -> new Deadline(year + " - " + end, data);
            case 4 -> new Deadline("Từ năm " + year + " đến năm " + end, data);
            case 5 -> new Deadline("Từ quý " + NumberForms.roman(quarter) + "/" + year, open);
            default -> {
                int from = dice.between(1, 8);
                int to = dice.between(from + 1, 12);
                yield new Deadline(
                        "Từ tháng " + from + " đến tháng " + to + "/" + year,
                        "period " + YearMonth.of(year, from).atDay(1) + " "
                                + YearMonth.of(year, to).atEndOfMonth() + " -");
            }
        };
    }

    private Deadline ongoing() {
        return new Deadline(
                dice.of(
                        "Thường xuyên",
                        "Thường xuyên",
                        "Thường xuyên trong năm",
                        "Thường xuyên, liên tục",
                        "Nhiệm vụ thường xuyên",
                        "Thường xuyên trong năm " + year),
                "ongoing - - -");
    }

    private Deadline periodic() {
        return switch (dice.below(8)) {
            case 0 -> new Deadline("Định kỳ, đột xuất", "periodic - - -");
            case 1 -> new Deadline("Hằng quý", "periodic - - P3M");
            case 2 -> new Deadline("Hằng tháng", "periodic - - P1M");
            case 3 -> new Deadline("Hàng năm", "periodic - - P1Y");
            case 4 -> new Deadline("Định kỳ hằng quý", "periodic - - P3M");
            case 5 -> new Deadline("06 tháng/lần", "periodic - - P6M");
            case 6 -> new Deadline("Hằng năm", "periodic - - P1Y");
            default -> new Deadline("Định kỳ hằng tháng", "periodic - - P1M");
        };
    }

    private Deadline event() {
        int days = dice.pick(List.of(5, 7, 10, 15, 20, 30));
        return new Deadline(
                switch (dice.below(7)) {
                    case 0 -> "Sau khi có hướng dẫn của " + superior;
                    case 1 -> "Sau khi có quyết định phê duyệt";
                    case 2 -> "Khi có phát sinh";
                    case 3 -> NumberForms.padded(days) + " ngày làm việc kể từ ngày nhận được văn bản";
                    case 4 -> "Trong thời hạn " + NumberForms.padded(days) + " ngày kể từ ngày ban hành";
                    case 5 -> "Sau khi kết thúc đợt kiểm tra";
                    default -> "Sau khi được bố trí kinh phí";
                },
                "event - - -");
    }

    private Deadline perPlan() {
        return new Deadline(
                switch (dice.below(7)) {
                    case 0 -> "Theo kế hoạch của " + superior;
                    case 1 -> "Theo yêu cầu của " + superior;
                    case 2 -> "Theo hướng dẫn của " + superior;
                    case 3 -> "Theo tiến độ được duyệt";
                    case 4 -> "Theo quy định";
                    case 5 -> "Theo kế hoạch";
                    default -> "Theo tiến độ của " + superior;
                },
                "per_plan - - -");
    }
}
