package vn.trich.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.output.DocumentRecord;
import vn.trich.output.UnitRecord;

class UnitDirectoryTest {

    private final UnitDirectory directory = new UnitDirectory(Gazetteer.load());

    @Test
    void aUnitThatAPersonNamesHasTheIdItWouldHaveIfItHadBeenRead() {
        DocumentRecord plan = plan("Sở Du lịch");
        Context read = Context.of(plan, Gazetteer.load());
        UnitRegistry registry = new UnitRegistry(Gazetteer.load(), new UnitVocabulary(), read);
        assertThat(read.province()).isEqualTo("Hà Tĩnh");
        for (String name : List.of("Phòng Lữ hành", "UBND tỉnh", "Sở Nội vụ", "Các phòng, đơn vị trực thuộc")) {
            assertThat(directory.unit(plan, name).unitId())
                    .isEqualTo(registry.part(name).unitId());
        }
        assertThat(directory.unit(plan, "sở nội vụ").unitId())
                .isEqualTo(directory.unit(plan, "Sở Nội vụ").unitId());
    }

    @Test
    void aUnitThatAPersonNamesBringsAllThatItsRecordPointsTo() {
        List<UnitRecord> units = directory.units(plan("Sở Du lịch"), "Sở Giao thông vận tải tỉnh Kon Tum");
        assertThat(units)
                .extracting(UnitRecord::name, UnitRecord::province)
                .containsExactlyInAnyOrder(
                        tuple("Sở Giao thông vận tải", "Kon Tum"),
                        tuple("Sở Xây dựng", "Kon Tum"),
                        tuple("Sở Xây dựng", "Quảng Ngãi"));
        assertThat(units)
                .extracting(UnitRecord::unitId)
                .containsAll(units.stream()
                        .map(UnitRecord::successorUnitId)
                        .filter(id -> !id.isEmpty())
                        .toList());
    }

    @Test
    void aDivisionBelongsToTheIssuerOfTheDocument() {
        UnitRecord ours = directory.unit(plan("Sở Du lịch"), "Phòng Lữ hành");
        UnitRecord others = directory.unit(plan("Sở Nội vụ"), "Phòng Lữ hành");
        assertThat(ours.level()).isEqualTo(UnitRecord.Level.INTERNAL);
        assertThat(ours.unitId()).isNotEqualTo(others.unitId());
    }

    private static DocumentRecord plan(String issuer) {
        DocumentRecord d = DocumentRecord.failed("ab".repeat(32), "x.pdf", "application/pdf", "1", "s", "");
        return new DocumentRecord(
                d.documentId(),
                d.schemaVersion(),
                d.softwareVersion(),
                d.settings(),
                d.sourceFile(),
                d.sourceNames(),
                d.sha256(),
                d.mediaType(),
                1,
                d.textSource(),
                "Ủy ban nhân dân tỉnh Hà Tĩnh",
                issuer,
                "",
                "Kế hoạch",
                "",
                "Hà Tĩnh",
                "2024-02-01",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "vi",
                d.meanOcrConfidence(),
                d.trust(),
                "",
                DocumentRecord.Status.OK,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }
}
