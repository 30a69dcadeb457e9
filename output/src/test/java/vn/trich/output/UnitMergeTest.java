package vn.trich.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.trich.output.UnitRecord.Kind;
import vn.trich.output.UnitRecord.Level;

class UnitMergeTest {

    private final UnitMerge merge = new UnitMerge();

    @Test
    void aSeldomNameALetterAwayFromAUsualOneIsThatUnit() {
        met("u1", "Trung tâm Xúc tiến đầu tư", "", 9);
        met("u2", "Trung tâm Xúc tlến đầu tư", "", 2);
        met("u3", "Trung tâm Xúc tiến đâu tu", "", 1);
        assertThat(same()).isEqualTo(Map.of("u2", "u1", "u3", "u1"));
    }

    @Test
    void signsBetweenWordsMakeNoOtherUnit() {
        met("u1", "Phòng Kế hoạch - Tài vụ", "", 1);
        met("u2", "Phòng Kế hoạch, Tài vụ", "", 1);
        assertThat(same()).isEqualTo(Map.of("u2", "u1"));
    }

    @Test
    void unitsOfTwoAgenciesAreTwo() {
        met("u1", "Phòng Hành chính quản trị", "agency1", 9);
        met("u2", "Phòng Hành chính quản trị", "agency2", 1);
        assertThat(same()).isEmpty();
    }

    @Test
    void anotherHeadOrFigureOrAUsualNameIsAnotherUnit() {
        met("u1", "Ban Bảo vệ rừng số 1", "", 9);
        met("u2", "Ban Bảo vệ rừng số 2", "", 1);
        met("u3", "Ban Bảo vệ rừng số", "", 1);
        met("u4", "Vụ Quản lý đầu tư", "", 9);
        met("u5", "Vụ Quản lý đấu tố", "", 8);
        met("u6", "Vệ Quản lý đầu tư", "", 1);
        assertThat(same()).isEmpty();
    }

    @Test
    void schoolsAndCommunesDifferByALetterInEarnest() {
        unit("u1", "Trường Tiểu học Hòa Lạc", Level.INTERNAL, Kind.SCHOOL, 9);
        unit("u2", "Trường Tiểu học Hòa Lác", Level.INTERNAL, Kind.SCHOOL, 1);
        unit("u3", "Ủy ban nhân dân xã Tân An", Level.COMMUNE, Kind.PEOPLE_COMMITTEE, 9);
        unit("u4", "Ủy ban nhân dân xã Tân Ân", Level.COMMUNE, Kind.PEOPLE_COMMITTEE, 1);
        assertThat(same()).isEmpty();
    }

    @Test
    void aDocumentDoesNotNameWhatOnlyTookTheLaterPlaceOfAUnitThatItNames() {
        UnitRecord old = record("u1", "Bộ Đường thủy", "u2");
        UnitRecord next = record("u2", "Bộ Đường bộ và Đường thủy", "");
        merge.add(List.of(old, next), List.of("u1"), List.of());
        merge.add(List.of(next), List.of(), List.of("u2"));
        assertThat(merge.counts())
                .extracting(c -> c.unit().unitId() + " " + c.documents())
                .containsExactlyInAnyOrder("u1 1", "u2 1");
    }

    private static UnitRecord record(String id, String name, String successor) {
        return new UnitRecord(id, name, Level.CENTRAL, Kind.MINISTRY, "", "", "", "", successor, List.of(), "");
    }

    private void met(String id, String name, String parent, int times) {
        merge.add(List.of(record(id, name, Level.INTERNAL, Kind.DIVISION, parent)), ids(id, times), List.of());
    }

    private void unit(String id, String name, Level level, Kind kind, int times) {
        merge.add(List.of(record(id, name, level, kind, "")), ids(id, times), List.of());
    }

    private static List<String> ids(String id, int times) {
        return Collections.nCopies(times, id);
    }

    private static UnitRecord record(String id, String name, Level level, Kind kind, String parent) {
        return new UnitRecord(id, name, level, kind, "", parent, "", "", "", List.of(), "");
    }

    private Map<String, String> same() {
        Map<String, String> same = new HashMap<>();
        merge.counts().stream()
                .map(UnitCount::unit)
                .filter(unit -> !unit.sameAs().isEmpty())
                .forEach(unit -> same.put(unit.unitId(), unit.sameAs()));
        return same;
    }
}
