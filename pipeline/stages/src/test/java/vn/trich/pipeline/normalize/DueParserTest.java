package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
            Trước 17h00 ngày 15/3/2024                          | date - 2024-03-15 -
            Trước ngày 05//12/ 2023                             | date - 2023-12-05 -
            Trước 30/6                                          | date - 2024-06-30 -
            Hoàn thành chậm nhất ngày 20/8/2024                 | date - 2024-08-20 -
            Đến hết ngày 31/12/2025                             | date - 2025-12-31 -
            31/12 hằng năm                                      | date - 2024-12-31 P1Y
            Trước ngày 15/12 hàng năm                           | date - 2024-12-15 P1Y
            Trước ngày 15/12 -hàng năm                          | date - 2024-12-15 P1Y
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
            trước 30/12/2023                                    | date - 2023-12-30 -
            Cuối năm 2024                                       | year 2024-01-01 2024-12-31 -
            Đầu năm 2025                                        | year 2025-01-01 2025-12-31 -
            Cuối quý II/2024                                    | quarter 2024-04-01 2024-06-30 -
            Ngày 15 hằng tháng                                  | periodic - - P1M
            Trước ngày 20 tháng cuối quý                        | periodic - - P3M
            Trước ngày 10 của tháng đầu quý sau                 | periodic - - P3M
            Trước ngày 15 tháng cuối hằng quý                   | periodic - - P3M
            Trước ngày 20 tháng cuối của quý                    | periodic - - P3M
            Ngày 25 của tháng                                   | periodic - - P1M
            Trước ngày 15 của tháng cuối quý                    | periodic - - P3M
            6 tháng/lần                                         | periodic - - P6M
            03 tháng/lần                                        | periodic - - P3M
            1 năm 1 lần                                         | periodic - - P1Y
            Mỗi năm một lần                                     | periodic - - P1Y
            Mỗi quý một lần                                     | periodic - - P3M
            02 lần trong năm                                    | periodic - - P6M
            Một năm hai lần                                     | periodic - - P6M
            Mỗi năm 02 lần                                      | periodic - - P6M
            Hằng tuần                                           | periodic - - -
            Hàng quí                                            | periodic - - P3M
            Quí II/2024                                         | quarter 2024-04-01 2024-06-30 -
            Đến năm 2025                                        | period - 2025-12-31 -
            Đến hết quý II/2024                                 | period - 2024-06-30 -
            Từ nay đến 31/12/2024                               | date - 2024-12-31 -
            Từ nay đến hết năm 2024                             | period - 2024-12-31 -
            Từ nay đến cuối năm                                 | period - 2024-12-31 -
            Từ ngày 01/3/2024                                   | period 2024-03-01 - -
            Từ 01/3 đến 30/6/2024                               | period 2024-03-01 2024-06-30 -
            Ngày 01-05/3/2024                                   | period 2024-03-01 2024-03-05 -
            Từ ngày 01 đến ngày 05/3/2024                       | period 2024-03-01 2024-03-05 -
            Ngày 28/02, 15/3/2024                               | date 2024-02-28 2024-02-28 -
            Ngày 12 và 13/3/2024                                | date 2024-03-12 2024-03-12 -
            Tuần 2 tháng 3/2024                                 | month 2024-03-01 2024-03-31 -
            Tháng 4 và tháng 10 năm 2023                        | month 2023-04-01 2023-04-30 -
            Tháng 4, 10/2023                                    | month 2023-04-01 2023-04-30 -
            Tháng 4; tháng 10/2023                              | month 2023-04-01 2023-04-30 -
            T4/2024                                             | month 2024-04-01 2024-04-30 -
            T.4/2024                                            | month 2024-04-01 2024-04-30 -
            Q2/2024                                             | quarter 2024-04-01 2024-06-30 -
            QII/2024                                            | quarter 2024-04-01 2024-06-30 -
            Quý 1, 2 năm 2023                                   | quarter 2023-01-01 2023-03-31 -
            Quý I và quý II năm 2023                            | quarter 2023-01-01 2023-03-31 -
            Quý I; Quý III năm 2023                             | quarter 2023-01-01 2023-03-31 -
            Quý I + II/2023                                     | quarter 2023-01-01 2023-03-31 -
            Quý I đến quý III năm 2023                          | quarter 2023-01-01 2023-09-30 -
            Quý I - quý III/2023                                | quarter 2023-01-01 2023-09-30 -
            Từ quý I đến quý III/2023                           | period 2023-01-01 2023-09-30 -
            Quý IV/2023 - Quý I/2024                            | quarter 2023-10-01 2024-03-31 -
            Nửa đầu năm 2023                                    | half_year 2023-01-01 2023-06-30 -
            sáu tháng cuối năm                                  | half_year 2024-07-01 2024-12-31 -
            9 tháng đầu năm                                     | month 2024-01-01 2024-09-30 -
            Năm học 2023-2024                                   | period 2023-01-01 2024-12-31 -
            2021 đến 2025                                       | period 2021-01-01 2025-12-31 -
            Năm 2023, 2024                                      | year 2023-01-01 2023-12-31 -
            Giai đoạn 2021-2025, định hướng đến 2030            | period 2021-01-01 2025-12-31 -
            Trong tháng 3                                       | month 2024-03-01 2024-03-31 -
            Ngay trong tháng 3/2023                             | month 2023-03-01 2023-03-31 -
            Ngay sau khi ban hành                               | event - - -
            Khi có yêu cầu                                      | event - - -
            Theo hướng dẫn của Bộ Tài chính                     | per_plan - - -
            Xong trước 15/3                                     | date - 2024-03-15 -
            Hoàn thành trong quý I                              | quarter 2024-01-01 2024-03-31 -
            Hoàn thành trước tháng 6/2024                       | period - 2024-05-31 -
            Trước Tết Nguyên đán                                | event - - -
            31/12                                               | date 2024-12-31 2024-12-31 -
            31.12.2024                                          | date 2024-12-31 2024-12-31 -
            31-12-2024                                          | date 2024-12-31 2024-12-31 -
            ngày 05 tháng 12 năm 2024                           | date 2024-12-05 2024-12-05 -
            Quý IV hằng năm                                     | quarter 2024-10-01 2024-12-31 P1Y
            Tháng 12 hàng năm                                   | month 2024-12-01 2024-12-31 P1Y
            Hàng năm (trước 15/12)                              | periodic - - P1Y
            Hàng năm, trước ngày 15/12                          | periodic - - P1Y
            Thường xuyên, kịp thời                              | ongoing - - -
            Đột xuất                                            | event - - -
            Đột xuất khi có yêu cầu                             | event - - -
            Liên tục                                            | ongoing - - -
            Suốt năm                                            | ongoing - - -
            Quanh năm                                           | ongoing - - -
            Trong năm                                           | year 2024-01-01 2024-12-31 -
            Trong năm 2023, thường xuyên                        | year 2023-01-01 2023-12-31 -
            Thường xuyên, trong năm 2023                        | ongoing - - -
            Năm 2023 (quý II)                                   | year 2023-01-01 2023-12-31 -
            Hằng quý, 6 tháng, năm                              | periodic - - P3M
            Định kỳ hằng tháng                                  | periodic - - P1M
            Định kỳ quý                                         | periodic - - P3M
            Định kỳ hàng năm                                    | periodic - - P1Y
            Định kỳ 06 tháng                                    | periodic - - P6M
            Định kỳ 3 tháng/lần                                 | periodic - - P3M
            06 tháng, 01 năm                                    | periodic - - P6M
            Hàng tháng/quý/năm                                  | periodic - - P1M
            Trong vòng 05 ngày làm việc kể từ ngày nhận hồ sơ   | event - - -
            Không quá 03 ngày làm việc                          | event - - -
            Trong 30 ngày                                       | event - - -
            Sau 10 ngày kể từ ngày có kết quả                   | event - - -
            Chậm nhất ngày 10/02/2024                           | date - 2024-02-10 -
            Muộn nhất là 15/6/2024                              | date - 2024-06-15 -
            Không muộn hơn ngày 15/6/2024                       | date - 2024-06-15 -
            Hết ngày 15/6/2024                                  | date - 2024-06-15 -
            Hạn chót 15/6/2024                                  | date - 2024-06-15 -
            Hoàn thành trước ngày 15 tháng 6 năm 2024           | date - 2024-06-15 -
            Đến 31/12/2025                                      | date - 2025-12-31 -
            Đến cuối năm 2024                                   | period - 2024-12-31 -
            Trước 31 tháng 12 năm 2024                          | date - 2024-12-31 -
            Trước ngày 25/11 hằng năm                           | date - 2024-11-25 P1Y
            Theo quy định/yêu cầu                               | per_plan - - -
            Theo Quyết định số 12/QĐ-UBND ngày 10/01/2024       | per_plan - - -
            Theo tiến độ, hoàn thành trong năm 2024             | per_plan - - -
            Năm 2022 và các năm tiếp theo                       | period 2022-01-01 - -
            Từ năm 2024                                         | period 2024-01-01 - -
            Từ năm 2024 đến năm 2026                            | period 2024-01-01 2026-12-31 -
            Từ năm 2024 trở đi                                  | period 2024-01-01 - -
            Bắt đầu từ tháng 3/2024                             | period 2024-03-01 - -
            Sau Đại hội Đảng                                    | event - - -
            Sau năm 2025                                        | period 2026-01-01 - -
            Trước mùa mưa bão                                   | event - - -
            Trong thời gian tổ chức hội nghị                    | event - - -
            Kế hoạch hằng năm                                   | periodic - - P1Y
            Theo kế hoạch hằng năm                              | per_plan - - -
            Kế hoạch năm 2024                                   | year 2024-01-01 2024-12-31 -
            Tháng 01                                            | month 2024-01-01 2024-01-31 -
            tháng giêng                                         | month 2024-01-01 2024-01-31 -
            Tháng một                                           | month 2024-01-01 2024-01-31 -
            Tháng mười hai năm 2023                             | month 2023-12-01 2023-12-31 -
            Quý một                                             | quarter 2024-01-01 2024-03-31 -
            Quý tư năm 2023                                     | quarter 2023-10-01 2023-12-31 -
            Tháng 3/2024 - tháng 5/2024                         | month 2024-03-01 2024-05-31 -
            3-5/2024                                            | month 2024-03-01 2024-05-31 -
            Tháng 11/2023 - 02/2024                             | month 2023-11-01 2024-02-29 -
            Tháng 11/2023 đến tháng 02/2024                     | month 2023-11-01 2024-02-29 -
            Tháng 9-2024                                        | month 2024-09-01 2024-09-30 -
            Tháng 09.2024                                       | month 2024-09-01 2024-09-30 -
            9/2024                                              | month 2024-09-01 2024-09-30 -
            Tháng 3 hoặc tháng 4/2024                           | month 2024-03-01 2024-03-31 -
            Quý II hoặc quý III                                 | quarter 2024-04-01 2024-06-30 -
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
            Quý I-ITV năm 2023  | quarter 2023-01-01 2023-12-31 -
            Trước ngày 04 - tháng 3 năm 2024 | date - 2024-03-04 -
            IV/2022.            | quarter 2022-10-01 2022-12-31 -
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
            Tháng l2/2022         | month 2022-12-01 2022-12-31 -
            Tháng 1O/2022         | month 2022-10-01 2022-10-31 -
            Tháng 912022          | month 2022-09-01 2022-09-30 -
            Tháng 1212022         | month 2022-12-01 2022-12-31 -
            Tháng 1112022         | month 2022-11-01 2022-11-30 -
            Thúng 9/2022          | month 2022-09-01 2022-09-30 -
            Thảng 9/2022          | month 2022-09-01 2022-09-30 -
            Tháne 9/2022          | month 2022-09-01 2022-09-30 -
            Tháng9/2022           | month 2022-09-01 2022-09-30 -
            Tháng 9 /2022         | month 2022-09-01 2022-09-30 -
            Tháng 9/ 2022         | month 2022-09-01 2022-09-30 -
            Tháng 9/2 022         | month 2022-09-01 2022-09-30 -
            Tháng 9/2O22          | month 2022-09-01 2022-09-30 -
            Quý IV2022            | quarter 2022-10-01 2022-12-31 -
            Quý 1V/2022           | quarter 2022-10-01 2022-12-31 -
            Qúy II/2022           | quarter 2022-04-01 2022-06-30 -
            Ouý II/2022           | quarter 2022-04-01 2022-06-30 -
            Quý Il/2022           | quarter 2022-04-01 2022-06-30 -
            Quý III 2022          | quarter 2022-07-01 2022-09-30 -
            Quý I I/2022          | quarter 2022-04-01 2022-06-30 -
            Qu ý II/2022          | quarter 2022-04-01 2022-06-30 -
            Trước ngày 3011212023 | date - 2023-12-30 -
            Trước ngày 30/122023  | date - 2023-12-30 -
            Trước ngày 3012/2023  | date - 2023-12-30 -
            Trước ngày 30/12/2O23 | date - 2023-12-30 -
            Trước ngày 30/12/ 2023 | date - 2023-12-30 -
            Trước ngày 30/12//2023 | date - 2023-12-30 -
            Trước ngày 30112/2023 | date - 2023-12-30 -
            Trước ngày 15l6/2023  | date - 2023-06-15 -
            Trong năm 202S        | year 2025-01-01 2025-12-31 -
            Trong năm 20Z5        | year 2025-01-01 2025-12-31 -
            Trong năm 2 024       | year 2024-01-01 2024-12-31 -
            Trong nặm 2024        | year 2024-01-01 2024-12-31 -
            Thường xuvên          | ongoing - - -
            Thườn xuyên           | ongoing - - -
            Thưòng xuyên          | ongoing - - -
            Thường xuyến trong nãm | ongoing - - -
            Trưóc ngàv 5/6/2024   | date - 2024-06-05 -
            Hàng quỷ              | periodic - - P3M
            Hăng nâm              | periodic - - P1Y
            Háng tháng            | periodic - - P1M
            Hằng thảne            | periodic - - P1M
            Theo kê hoach         | per_plan - - -
            Theọ kế hoạch         | per_plan - - -
            Thco kế hoạch của Bộ Nội vụ | per_plan - - -
            Iheo kế hoạch của Bộ Nội vụ | per_plan - - -
            Sau khỉ có quyết định | event - - -
            Sau khí có quyết định | event - - -
            Định ky, đột xuât     | periodic - - -
            Đinh kỳ, đột xuất     | periodic - - -
            6 tháng đâu năm       | half_year 2024-01-01 2024-06-30 -
            ó tháng đầu năm       | half_year 2024-01-01 2024-06-30 -
            O6 tháng cuối năm     | half_year 2024-07-01 2024-12-31 -
            Giai doan 2021 2025   | period 2021-01-01 2025-12-31 -
            Năm 2024—2026         | period 2024-01-01 2026-12-31 -
            Năm 20242026          | period 2024-01-01 2026-12-31 -
            Đến 31/l2/2025        | date - 2025-12-31 -
            Đên hêt năm 2025      | period - 2025-12-31 -
            Hoàn thành trướe ngày 05/12/2024 | date - 2024-12-05 -
            Quý IIV năm 2016                                    | quarter 2016-01-01 2016-12-31 -
            Quý IIIV/2016                                       | quarter 2016-04-01 2016-12-31 -
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

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Quý II2022", // II/2022, or I/2022 with its slash read as a stroke
                "Quý I 1/2022", // II/2022, or a month behind a quarter
                "Tháng 112022", // 11/2022, or 1/2022
                "Trước ngày 1112/2023", // 11/12, or 1/12, or 11/2
                "Trước ngày 3/13/2023"
            })
    void leavesToAPersonWhatHasSeveralReadingsOrNone(String text) {
        assertThat(parser.parse(text, OptionalInt.of(2024)).understood()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"Tháng 912022", "Trước ngày 30112/2023", "Trong năm 202S", "Thco kế hoạch", "Trước ngày 05/12/20"
            })
    void saysThatItMendedWhatItRead(String text) {
        assertThat(parser.parse(text, OptionalInt.of(2024)).repaired()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Tháng 9/2022", "Quí II/2024", "Trước ngày 30/12/2023", "Theo kế hoạch", "3-5/2024"})
    void mendsNothingInWhatIsWhole(String text) {
        assertThat(parser.parse(text, OptionalInt.of(2024)).repaired()).isFalse();
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
