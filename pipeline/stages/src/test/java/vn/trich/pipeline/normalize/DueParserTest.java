package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trich.output.Due;

class DueParserTest {

    private final DueParser parser = new DueParser();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Tháng 9/2023                                        | month 2023-09-01 2023-09-30 -
            tháng 02 năm 2024                                   | month 2024-02-01 2024-02-29 -
            6/2025                                              | month 2025-06-01 2025-06-30 -
            Tháng 11                                            | month 2024-11-01 2024-11-30 -
            Tháng 3-5/2023                                      | month 2023-03-01 2023-05-31 -
            Tháng 6, tháng 12/2022                              | month 2022-06-01 2022-06-30 -
            Quý II                                              | quarter 2024-04-01 2024-06-30 -
            Trong quý IV năm 2023                               | quarter 2023-10-01 2023-12-31 -
            Quý I-IV năm 2023                                   | quarter 2023-01-01 2023-12-31 -
            Quý 3/2022                                          | quarter 2022-07-01 2022-09-30 -
            Quý I, quý III/2022                                 | quarter 2022-01-01 2022-03-31 -
            Quý I, II/2023                                      | quarter 2023-01-01 2023-03-31 -
            6 tháng đầu năm                                     | half_year 2024-01-01 2024-06-30 -
            06 tháng cuối năm 2023                              | half_year 2023-07-01 2023-12-31 -
            Năm 2026                                            | year 2026-01-01 2026-12-31 -
            2027                                                | year 2027-01-01 2027-12-31 -
            Cả năm                                              | year 2024-01-01 2024-12-31 -
            Trong năm 2025 (theo văn bản của Sở Tài chính)      | year 2025-01-01 2025-12-31 -
            Năm 2024-2026                                       | period 2024-01-01 2026-12-31 -
            2026 – 2030                                         | period 2026-01-01 2030-12-31 -
            Giai đoạn 2021 - 2025                               | period 2021-01-01 2025-12-31 -
            Từ quý II/2027                                      | period 2027-04-01 - -
            Từ tháng 5/2026, thường xuyên                       | period 2026-05-01 - -
            Từ quý III/2026 đến quý I/2028                      | period 2026-07-01 2028-03-31 -
            Từ tháng 3 đến tháng 5/2024                         | period 2024-03-01 2024-05-31 -
            Từ ngày 13/11/2023 đến ngày 17/11/2023              | period 2023-11-13 2023-11-17 -
            Năm 2023 và các năm tiếp theo                       | period 2023-01-01 - -
            Trong năm 2023 và những năm sau                     | period 2023-01-01 - -
            15/3/2024                                           | date 2024-03-15 2024-03-15 -
            Ngày 15 tháng 3 năm 2023                            | date 2023-03-15 2023-03-15 -
            13h30 – 16h30, ngày 02/10/2023                      | date 2023-10-02 2023-10-02 -
            Trước ngày 05/12/2023                               | date - 2023-12-05 -
            Trước 30/6                                          | date - 2024-06-30 -
            Hoàn thành chậm nhất ngày 20/8/2024                 | date - 2024-08-20 -
            Đến hết ngày 31/12/2025                             | date - 2025-12-31 -
            31/12 hằng năm                                      | date - 2024-12-31 P1Y
            Trước ngày 15/12 hàng năm                           | date - 2024-12-15 P1Y
            Thường xuyên                                        | ongoing - - -
            Thường xuyên trong năm/theo kế hoạch                | ongoing - - -
            Cập nhật, công bố thường xuyên                      | ongoing - - -
            - Thường xuyên; - Trường hợp đột xuất: trong 5 ngày | ongoing - - -
            Định kỳ, đột xuất                                   | periodic - - -
            hằng quý                                            | periodic - - P3M
            Hàng tháng, quý, năm                                | periodic - - P1M
            Định kỳ 6 tháng, năm                                | periodic - - P6M
            Hằng năm và từng giai đoạn                          | periodic - - P1Y
            02 lần/năm                                          | periodic - - P6M
            Trước ngày 25 hằng tháng                            | periodic - - P1M
            Sau khi có quyết định phê duyệt                     | event - - -
            Sau khi Nghị định số 12/2023/NĐ-CP ngày 10/3/2023 có hiệu lực | event - - -
            Khi có phát sinh                                    | event - - -
            05 ngày làm việc kể từ ngày nhận đủ hồ sơ           | event - - -
            Chậm nhất 05 ngày làm việc                          | event - - -
            Theo kế hoạch của Sở Tư pháp                        | per_plan - - -
            Theo Kế hoạch kiểm tra năm 2023                     | per_plan - - -
            Thực hiện theo chương trình của tỉnh                | per_plan - - -
            Theo vụ việc                                        | event - - -
            Đã hoàn thành                                       | none - - -
            -                                                   | none - - -
            """)
    void readsEveryForm(String text, String expected) {
        assertThat(written(parser.parse(text, OptionalInt.of(2024)).due())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Thang 9/2022        | month 2022-09-01 2022-09-30 -
            Qu' III/2022        | quarter 2022-07-01 2022-09-30 -
            Quy IT/2023         | quarter 2023-04-01 2023-06-30 -
            Quý lII/2023        | quarter 2023-07-01 2023-09-30 -
            Qu' 11112022        | quarter 2022-07-01 2022-09-30 -
            Trước ngay 3O/l2/2023 | date - 2023-12-30 -
            Trong nam 2025      | year 2025-01-01 2025-12-31 -
            Thuong xuven        | ongoing - - -
            Theokếhoạch -       | per_plan - - -
            Trong năm - 2025    | year 2025-01-01 2025-12-31 -
            Trước ngày . 05/12/2025 | date - 2025-12-05 -
            Quý JI, quý IV/2022 | quarter 2022-04-01 2022-06-30 -
            Trong năm 2U        | year 2024-01-01 2024-12-31 -
            rong năm đánh giá   | year 2024-01-01 2024-12-31 -
            Trong năm 2022 và : những năm tiếp theo | period 2022-01-01 - -
            """)
    void readsWhatARecogniserDamagedWhereOneReadingFits(String text, String expected) {
        assertThat(written(parser.parse(text, OptionalInt.of(2024)).due())).isEqualTo(expected);
    }

    @Test
    void doesNotGuessBetweenTwoReadings() {
        DueParser.Reading reading = parser.parse("Qu' 1112022", OptionalInt.of(2024));

        assertThat(reading.due().start()).isEmpty();
        assertThat(reading.understood()).isFalse();
    }

    @Test
    void saysSoWhereItDidNotUnderstand() {
        assertThat(parser.parse("Tuỳ tình hình", OptionalInt.of(2024)).understood())
                .isFalse();
    }

    @Test
    void saysSoWhereNobodyKnowsTheYear() {
        DueParser.Reading reading = parser.parse("Tháng 5", OptionalInt.empty());

        assertThat(reading.due().kind()).isEqualTo(Due.Kind.MONTH);
        assertThat(reading.understood()).isFalse();
    }

    @Test
    void doesNotMakeUpADayThatDoesNotExist() {
        DueParser.Reading reading = parser.parse("Trước ngày 31/6/2024", OptionalInt.of(2024));

        assertThat(reading.due().end()).isEmpty();
        assertThat(reading.understood()).isFalse();
    }

    static String written(Due due) {
        return due.kind().name().toLowerCase(Locale.ROOT)
                + " " + due.start().map(LocalDate::toString).orElse("-")
                + " " + due.end().map(LocalDate::toString).orElse("-")
                + " " + (due.recurrence().isEmpty() ? "-" : due.recurrence());
    }
}
