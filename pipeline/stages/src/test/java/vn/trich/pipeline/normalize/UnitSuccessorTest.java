package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.output.UnitRecord;

class UnitSuccessorTest {

    private final Gazetteer gazetteer = Gazetteer.load();

    @Test
    void aCommitteeOfAMergedProvinceGaveWayToThatOfTheNewOne() {
        UnitRegistry before = in("Kon Tum", "tỉnh", "2024-02-01");
        UnitRecord committee = entered(before, "Ủy ban nhân dân tỉnh");
        assertThat(committee.name()).isEqualTo("Ủy ban nhân dân tỉnh Kon Tum");
        assertThat(committee.validTo()).isEqualTo("2025-06-30");
        assertThat(committee.successorUnitId())
                .isEqualTo(entered(in("Quảng Ngãi", "tỉnh", "2026-02-01"), "Ủy ban nhân dân tỉnh")
                        .unitId());
        assertThat(before.records()).extracting(UnitRecord::unitId).contains(committee.successorUnitId());
    }

    @Test
    void aDepartmentOfAMergedProvinceBecameTheLikeOfTheNewOneWhoseRowComesAlong() {
        UnitRegistry before = in("Bình Dương", "tỉnh", "2024-02-01");
        UnitRecord department = entered(before, "Sở Y tế");
        assertThat(department.validTo()).isEqualTo("2025-06-30");
        UnitRecord next = unit(before, department.successorUnitId());
        assertThat(next.province()).isEqualTo("Hồ Chí Minh");
        assertThat(next).isEqualTo(entered(in("Hồ Chí Minh", "thành phố", "2026-02-01"), "Sở Y tế"));
        assertThat(next.successorUnitId()).isEmpty();
    }

    @Test
    void aProvinceThatBecamePartOfACityHasTheCitysBodies() {
        UnitRegistry before = in("Quảng Nam", "tỉnh", "2024-02-01");
        UnitRegistry after = in("Đà Nẵng", "thành phố", "2026-02-01");
        assertThat(successor(before, "Thanh tra tỉnh").unitId())
                .isEqualTo(entered(after, "Thanh tra thành phố").unitId());
        assertThat(successor(before, "Tỉnh ủy").name()).isEqualTo("Thành ủy Đà Nẵng");
        assertThat(successor(before, "Hội đồng nhân dân tỉnh").name()).isEqualTo("Hội đồng nhân dân thành phố Đà Nẵng");
        assertThat(successor(in("Bình Phước", "tỉnh", "2024-02-01"), "Ủy ban nhân dân tỉnh Bình Phước")
                        .name())
                .as("what the new province was called on its first day")
                .endsWith("tỉnh Đồng Nai");
    }

    @Test
    void aProvinceThatKeptItsNameGoesOn() {
        UnitRecord committee = entered(in("Khánh Hòa", "tỉnh", "2024-02-01"), "Ủy ban nhân dân tỉnh");
        assertThat(committee.validTo()).isEmpty();
        assertThat(committee.successorUnitId()).isEmpty();
    }

    @Test
    void mergedMinistriesAndDepartmentsPointToTheirSuccessors() {
        UnitRegistry ministry = in("", "", "2024-02-01");
        assertThat(entered(ministry, "Bộ Giao thông vận tải").validTo()).isEqualTo("2025-02-28");
        assertThat(successor(ministry, "Bộ Giao thông vận tải").unitId())
                .isEqualTo(entered(in("", "", "2026-02-01"), "Bộ Xây dựng").unitId());
        UnitRegistry department = in("Hà Tĩnh", "tỉnh", "2024-02-01");
        UnitRecord next = successor(department, "Sở Kế hoạch và Đầu tư");
        assertThat(next.name()).isEqualTo("Sở Tài chính");
        assertThat(next.province()).isEqualTo("Hà Tĩnh");
        assertThat(entered(in("Hồ Chí Minh", "thành phố", "2024-02-01"), "Sở Giao thông vận tải")
                        .successorUnitId())
                .as("went another way there")
                .isEmpty();
    }

    @Test
    void aDepartmentMergedTwiceIsFollowedToItsEnd() {
        UnitRegistry before = in("Ninh Thuận", "tỉnh", "2024-02-01");
        UnitRecord first = successor(before, "Sở Thông tin và Truyền thông");
        UnitRecord second = unit(before, first.successorUnitId());
        assertThat(List.of(first.province(), second.province())).containsExactly("Ninh Thuận", "Khánh Hoà");
        assertThat(first.validTo()).isEqualTo("2025-06-30");
        assertThat(second.name()).isEqualTo("Sở Khoa học và Công nghệ");
    }

    @Test
    void districtsEndedWithoutASuccessor() {
        UnitRegistry registry = in("Gia Lai", "tỉnh", "2024-02-01");
        for (String name : List.of("Ủy ban nhân dân huyện Chư Sê", "Ủy ban nhân dân thành phố Pleiku")) {
            UnitRecord committee = entered(registry, name);
            assertThat(committee.level()).as(name).isEqualTo(UnitRecord.Level.DISTRICT);
            assertThat(committee.validTo()).isEqualTo("2025-06-30");
            assertThat(committee.successorUnitId()).isEmpty();
        }
    }

    @Test
    void someBodiesOfDistrictsEndedOnOtherDays() {
        UnitRegistry registry = in("Gia Lai", "tỉnh", "2024-02-01");
        assertThat(entered(registry, "Công an huyện Chư Sê").validTo()).isEqualTo("2025-02-28");
        assertThat(entered(registry, "Thanh tra huyện Chư Sê").validTo()).isEqualTo("2025-06-30");
        assertThat(entered(registry, "Chi cục Thuế huyện Chư Sê").validTo()).isEmpty();
        assertThat(entered(registry, "Trường Mầm non huyện Chư Sê").validTo()).isEmpty();
    }

    @Test
    void aCommunesBodiesGaveWayToThoseOfTheOneThatAllOfItWentInto() {
        UnitRegistry before = in("Kon Tum", "tỉnh", "2024-02-01");
        UnitRecord committee = entered(before, "Ủy ban nhân dân xã Pờ Ê");
        assertThat(committee.validTo()).isEqualTo("2025-06-30");
        UnitRecord next = unit(before, committee.successorUnitId());
        assertThat(next.name()).isEqualTo("Ủy ban nhân dân xã Kon Plông");
        assertThat(next)
                .isEqualTo(entered(in("Quảng Ngãi", "tỉnh", "2026-02-01"), "Ủy ban nhân dân xã Kon Plông"))
                .extracting(UnitRecord::validFrom)
                .isEqualTo("2025-07-01");
        assertThat(successor(before, "Đảng ủy thị trấn Măng Đen, huyện Kon Plông")
                        .name())
                .isEqualTo("Đảng ủy xã Măng Đen");
    }

    @Test
    void aCommuneThatWentOnUnderItsNameHasNoSuccessor() {
        UnitRecord committee = entered(in("Kon Tum", "tỉnh", "2024-02-01"), "Trạm Y tế xã Pờ Ê");
        assertThat(committee.validTo()).as("not every commune has one").isEmpty();
        UnitRecord kept = entered(in("Thanh Hóa", "tỉnh", "2024-02-01"), "Ủy ban nhân dân xã Mường Mìn");
        assertThat(kept.level()).isEqualTo(UnitRecord.Level.COMMUNE);
        assertThat(List.of(kept.validTo(), kept.successorUnitId())).containsExactly("", "");
        UnitRecord unknown = entered(in("", "", "2024-02-01"), "Ủy ban nhân dân xã Pờ Ê");
        assertThat(unknown.successorUnitId()).as("of no known province").isEmpty();
    }

    @Test
    void hospitalsAndBoardsOfAMergedProvinceAreLeftOpen() {
        UnitRegistry registry = in("Kiên Giang", "tỉnh", "2024-02-01");
        for (String name : List.of("Bệnh viện Đa khoa tỉnh Kiên Giang", "Ban Quản lý Khu kinh tế tỉnh Kiên Giang")) {
            assertThat(entered(registry, name).validTo()).as(name).isEmpty();
            assertThat(entered(registry, name).successorUnitId()).isEmpty();
        }
    }

    @Test
    void aProvincesUnitIsOneWhoeverNamesIt() {
        UnitRecord fromMinistry = entered(in("", "", "2024-02-01"), "Sở Y tế tỉnh Kon Tum");
        assertThat(fromMinistry.name()).isEqualTo("Sở Y tế");
        assertThat(fromMinistry.aliases()).containsExactly("Sở Y tế tỉnh Kon Tum");
        assertThat(fromMinistry.unitId())
                .isEqualTo(
                        entered(in("Kon Tum", "tỉnh", "2024-02-01"), "Sở Y tế").unitId())
                .isNotEqualTo(
                        entered(in("Gia Lai", "tỉnh", "2024-02-01"), "Sở Y tế").unitId());
        assertThat(entered(in("Gia Lai", "tỉnh", "2024-02-01"), "Ủy ban nhân dân tỉnh Kon Tum")
                        .province())
                .isEqualTo("Kon Tum");
    }

    @Test
    void hueBecameACityHalfAYearBeforeTheOtherProvincesWereMerged() {
        UnitRecord committee =
                entered(in("Thừa Thiên Huế", "tỉnh", "2024-02-01"), "Ủy ban nhân dân tỉnh Thừa Thiên Huế");
        assertThat(committee.validTo()).isEqualTo("2024-12-31");
        assertThat(committee.successorUnitId())
                .isEqualTo(entered(in("Huế", "thành phố", "2025-03-01"), "Ủy ban nhân dân thành phố")
                        .unitId());
    }

    @Test
    void aListOfKindsIsCollectiveAndTheFrontOfAProvinceIsTheProvinces() {
        UnitRegistry registry = in("Gia Lai", "tỉnh", "2024-02-01");
        assertThat(entered(registry, "Bộ, ngành có liên quan").level()).isEqualTo(UnitRecord.Level.COLLECTIVE);
        assertThat(entered(registry, "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh").level())
                .isEqualTo(UnitRecord.Level.PROVINCIAL);
        assertThat(entered(registry, "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam")
                        .level())
                .isEqualTo(UnitRecord.Level.CENTRAL);
    }

    @Test
    void waysToWriteAProvincesUnitAreOneUnit() {
        UnitRegistry registry = in("Hà Tĩnh", "tỉnh", "2024-02-01");
        for (List<String> ways : List.of(
                List.of(
                        "Đài Phát thanh và Truyền hình tỉnh",
                        "Đài Phát thanh-Truyền hình tình",
                        "Đài PTTH tỉnh Hà Tĩnh"),
                List.of("Báo Hà Tĩnh", "Báo Hà"),
                List.of("Công an tỉnh", "Công an tỉnh Hà Tĩnh"),
                List.of("Cục Thi hành án dân sự", "Cục Thi hành án dân sự tỉnh"),
                List.of("Ban Quản lý các Khu công nghiệp tỉnh", "Ban quản lý các khu công nghiệp Hà Tĩnh"),
                List.of(
                        "Ngân hàng Nhà nước - Chi nhánh Hà Tĩnh",
                        "Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh Hà Tĩnh"),
                List.of("Các sở, ngành có liên quan", "Các sở và ngành liên quan"))) {
            List<String> ids = ways.stream()
                    .map(name -> gazetteer.spellOut(name))
                    .map(name -> registry.part(name).unitId())
                    .distinct()
                    .toList();
            assertThat(ids).as(ways.toString()).hasSize(1);
        }
        assertThat(entered(registry, "Báo Hà Tĩnh").level()).isEqualTo(UnitRecord.Level.PROVINCIAL);
    }

    @Test
    void whatAreTwoUnitsStayTwo() {
        UnitRegistry registry = in("Hà Tĩnh", "tỉnh", "2024-02-01");
        for (List<String> two : List.of(
                List.of("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân thành phố Hà Tĩnh"),
                List.of("Trường Tiểu học Hà", "Trường Tiểu học Hà Tĩnh"),
                List.of("Hội Nông dân", "Hội Nông dân Việt Nam"),
                List.of("Cục Thuế", "Chi cục Thuế"))) {
            assertThat(registry.part(two.get(0)).unitId())
                    .as(two.toString())
                    .isNotEqualTo(registry.part(two.get(1)).unitId());
        }
    }

    private UnitRegistry in(String province, String kind, String day) {
        Context context = new Context(
                "ke hoach",
                "",
                new PlanPeriod(Optional.empty(), Optional.empty()),
                OptionalInt.empty(),
                Optional.of(LocalDate.parse(day)),
                "",
                province,
                kind,
                Abbreviations.of(gazetteer));
        return new UnitRegistry(gazetteer, new UnitVocabulary(), context);
    }

    private static UnitRecord successor(UnitRegistry registry, String name) {
        return unit(registry, entered(registry, name).successorUnitId());
    }

    private static UnitRecord entered(UnitRegistry registry, String name) {
        return unit(registry, registry.part(name).unitId());
    }

    private static UnitRecord unit(UnitRegistry registry, String id) {
        return registry.records().stream()
                .filter(unit -> unit.unitId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
