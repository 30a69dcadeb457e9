package vn.trich.models.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.trich.models.gazetteer.AdministrativeUnit.Level;

class GazetteerTest {

    private final Gazetteer gazetteer = Gazetteer.load();

    @Test
    void spellsOutWhatPlansAbbreviate() {
        assertThat(gazetteer.spellOut("Sở TTTT")).isEqualTo("Sở Thông tin và Truyền thông");
        assertThat(gazetteer.spellOut("UBND cấp huyện")).isEqualTo("Ủy ban nhân dân cấp huyện");
        assertThat(gazetteer.spellOut("Sở LĐ-TB&XH, Sở KH&CN"))
                .isEqualTo("Sở Lao động - Thương binh và Xã hội, Sở Khoa học và Công nghệ");
        assertThat(gazetteer.spellOut("Sở CT")).isEqualTo("Sở Công Thương");
        assertThat(gazetteer.spellOut("Văn phòng")).isEqualTo("Văn phòng");
    }

    @Test
    void findsProvincesWhateverTheCaseTheToneMarkOrTheAlias() {
        assertThat(gazetteer.province("HÀ TĨNH").orElseThrow().fullName()).isEqualTo("Tỉnh Hà Tĩnh");
        assertThat(gazetteer.province("tỉnh Khánh Hòa").orElseThrow().name()).isEqualTo("Khánh Hoà");
        assertThat(gazetteer.province("TPHCM").orElseThrow().name()).isEqualTo("Hồ Chí Minh");
        assertThat(gazetteer.province("Hà Tây Bắc")).isEmpty();
    }

    @Test
    void knowsWhatBecameOfAProvince() {
        AdministrativeUnit kontum = gazetteer.province("Kon Tum").orElseThrow();
        assertThat(kontum.validTo()).contains(LocalDate.of(2025, 6, 30));
        assertThat(gazetteer.successor(kontum).orElseThrow().name()).isEqualTo("Quảng Ngãi");
        assertThat(gazetteer
                        .province("Quảng Ngãi", LocalDate.of(2022, 1, 1))
                        .orElseThrow()
                        .validTo())
                .isPresent();
        assertThat(gazetteer
                        .province("Quảng Ngãi", LocalDate.of(2026, 1, 1))
                        .orElseThrow()
                        .validTo())
                .isEmpty();
    }

    @Test
    void knowsDistrictsAndCommunesOfBefore() {
        AdministrativeUnit giaLai =
                gazetteer.province("Gia Lai", LocalDate.of(2022, 1, 1)).orElseThrow();
        assertThat(gazetteer.partsOf(giaLai))
                .extracting(AdministrativeUnit::fullName)
                .contains("Thành phố Pleiku", "Huyện Ia Grai");
        assertThat(gazetteer.units())
                .filteredOn(u -> u.level() == Level.PROVINCE && u.validTo().isPresent())
                .hasSize(63);
        assertThat(gazetteer.units())
                .filteredOn(u -> u.level() == Level.PROVINCE && u.validTo().isEmpty())
                .hasSize(34);
        assertThat(gazetteer.units())
                .filteredOn(u -> u.level() == Level.COMMUNE && u.validTo().isEmpty())
                .hasSize(3321);
    }

    @Test
    void followsCommunesToTheirSuccessors() {
        long followed = gazetteer.units().stream()
                .filter(u -> u.level() == Level.COMMUNE && u.successorId().isPresent())
                .count();
        assertThat(followed).isGreaterThan(7_000);
    }

    @Test
    void aCommuneOfWhichOnlyAPartWentSomewhereHasNoSuccessor() {
        assertThat(before("Phường Cống Vị").successorId()).as("parted").isEmpty();
        assertThat(gazetteer.successor(before("Xã Mường Mìn")).orElseThrow().name())
                .as("not merged")
                .isEqualTo("Mường Mìn");
    }

    private AdministrativeUnit before(String name) {
        return gazetteer.named(name).stream()
                .filter(unit -> unit.validTo().isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void knowsAgencies() {
        assertThat(gazetteer.agency("bộ nội vụ").orElseThrow().abbreviation()).isEqualTo("BNV");
        assertThat(gazetteer
                        .agency("Sở Thông tin và Truyền thông")
                        .orElseThrow()
                        .validTo())
                .isPresent();
    }
}
