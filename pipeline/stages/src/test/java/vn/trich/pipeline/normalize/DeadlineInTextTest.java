package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineInTextTest {

    private final DeadlineInText deadlines = new DeadlineInText(new DueParser());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '=', textBlock = """
            Rà soát bến thuyền, hoàn thành trước ngày 10 tháng 6 năm 2026. = trước ngày 10 tháng 6 năm 2026 = 2026-06-10
            Gửi báo cáo về Sở Du lịch chậm nhất ngày 15/7/2024 để tổng hợp. = chậm nhất ngày 15/7/2024 = 2024-07-15
            Trình Chính phủ trong quý III năm 2024. = trong quý III năm 2024 = 2024-09-30
            Báo cáo trước ngày 20/8. = trước ngày 20/8 = 2024-08-20
            """)
    void aDayByWhichWorkIsToBeDoneIsADeadline(String text, String due, String end) {
        DueParser.Reading reading = deadlines.find(text, OptionalInt.of(2024)).orElseThrow();

        assertThat(reading.due().text()).isEqualTo(due);
        assertThat(reading.due().end()).hasToString("Optional[" + end + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/02/2024 của tỉnh.",
                "Xử lý các tàu đã đăng ký trước ngày 01/01/2020.",
                "Tiếp tục quảng bá bến thuyền."
            })
    void aDayThatDatesSomethingElseIsNone(String text) {
        assertThat(deadlines.find(text, OptionalInt.of(2024))).isEmpty();
    }

    @Test
    void theFirstOfSeveralCounts() {
        String text = "Kết thúc việc thu phí trước ngày 31/5/2024. Báo cáo kết quả trước ngày 30/6/2024.";

        assertThat(deadlines
                        .find(text, OptionalInt.of(2024))
                        .orElseThrow()
                        .due()
                        .end())
                .hasToString("Optional[2024-05-31]");
    }
}
