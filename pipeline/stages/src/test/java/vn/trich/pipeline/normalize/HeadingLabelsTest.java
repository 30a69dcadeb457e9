package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingLabelsTest {

    /** Labels and titles of headings given as {@code label|title}. */
    private static List<String> completed(String... headings) {
        List<RowLabel.Labelled> read = Arrays.stream(headings)
                .map(text -> text.split("\\|", 2))
                .map(parts -> new RowLabel.Labelled(parts[0], parts[1]))
                .toList();
        return new HeadingLabels()
                .completed(read).stream().map(h -> h.label() + "|" + h.text()).toList();
    }

    @Test
    void aNumberWhoseDotWasLostIsTheLabelWhereItCountsOn() {
        assertThat(completed("I|MỞ ĐƯỜNG", "II|TRỒNG CÂY", "|HI LÁT VỈA HÈ", "IV|THẮP ĐÈN"))
                .containsExactly("I|MỞ ĐƯỜNG", "II|TRỒNG CÂY", "HI|LÁT VỈA HÈ", "IV|THẮP ĐÈN");
        assertThat(completed("VI|TRỒNG CÂY", "|VI LÁT VỈA HÈ")).contains("VI|LÁT VỈA HÈ");
        assertThat(completed("I|MỞ ĐƯỜNG", "|HI LÁT VỈA HÈ", "|IV THẮP ĐÈN"))
                .as("a number that the count does not reach")
                .contains("|HI LÁT VỈA HÈ");
    }

    @Test
    void aTitleKeepsItsFirstWord() {
        List<String> titles = List.of("|THI ĐUA", "|TỪ NAY", "|LŨ LỤT", "|HỘI HỌP", "|In ấn", "|H", "|11 tuyến đường");

        for (String title : titles) {
            assertThat(completed("II|TRỒNG CÂY", title)).contains(title);
            assertThat(completed("I|TRỒNG CÂY", title)).contains(title);
            assertThat(completed(title)).contains(title);
        }
    }
}
