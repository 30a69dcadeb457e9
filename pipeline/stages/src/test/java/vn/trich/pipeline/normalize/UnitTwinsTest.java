package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.models.gazetteer.Gazetteer;

class UnitTwinsTest {

    private final Gazetteer gazetteer = Gazetteer.load();

    @Test
    void aSeldomNameWithItsWordsInAnotherOrderIsTheOneMetOften() {
        assertThat(twins("Các phòng chuyên môn", 6, "Các phòng môn chuyên").meant("Các phòng môn chuyên"))
                .isEqualTo("Các phòng chuyên môn");
        assertThat(twins("Phòng Quản lý Dự án", 2, "Phòng Dự án Quản lý").meant("Phòng Dự án Quản lý"))
                .as("not met much oftener")
                .isEqualTo("Phòng Dự án Quản lý");
    }

    @Test
    void aNameWithNoHeadIsTheOnlyOftenOneThatIsNear() {
        UnitTwins twins = twins("Văn phòng", 9, "Văn ng phong");
        assertThat(twins.meant("Văn ng phong")).isEqualTo("Văn phòng");
        assertThat(twins.changed("Văn ng phong")).isTrue();
        assertThat(twins("Phòng Kế toán", 9, "Phòng Kế hoạch").meant("Phòng Kế hoạch"))
                .as("a unit's name itself")
                .isEqualTo("Phòng Kế hoạch");
    }

    @Test
    void aNameThatEndsWithScrapsIsTheOnlyOneThatGoesOn() {
        String whole = "Các phòng theo dõi việc giải quyết hồ sơ";
        String scraps = "Các phòng theo dõi việc giải quyết -E.HS";
        assertThat(twins(whole, 1, scraps).meant(scraps)).isEqualTo(whole);
    }

    private UnitTwins twins(String often, int times, String seldom) {
        List<String> names = new ArrayList<>(Collections.nCopies(times, often));
        names.add(seldom);
        return new UnitTwins(names, gazetteer, new UnitVocabulary());
    }
}
