package vn.trich.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.output.JsonReader.Extent;

/** What people write beside the results, and what becomes of the records. */
class AmendmentsTest {

    private static final String ID = Examples.plan().documentId();
    private static final String HEADER = "document_id,record_id,field,value,read\n";

    @TempDir
    private Path folder;

    @Test
    void aFieldSetRightKeepsWhatWasReadBesideIt() throws IOException {
        corrections(ID + ",k1,due_end,2024-10-31,");
        DocumentRecord right = apply(stored());
        TaskRecord task = right.tasks().get(0);
        assertThat(task.due().end()).contains(LocalDate.of(2024, 10, 31));
        CorrectedRecord said = right.corrections().get(0);
        assertThat(said.recordId()).isEqualTo("k1");
        assertThat(said.readTrust()).isEqualTo(Examples.DOUBTFUL);
        assertThat(said.fields())
                .containsExactly(new Correction("due_end", "2024-10-31", "2024-09-30", List.of(), "corrections.csv"));
    }

    @Test
    void whatWasDoubtedOfThatFieldIsDoubtedNoMoreAndTheRecordIsSureWhenNothingIsLeft() throws IOException {
        corrections(ID + ",k1,due_end,2024-10-31,");
        assertThat(apply(stored()).tasks().get(0).trust()).isEqualTo(new Trust(0.4, List.of("unit unknown")));
        corrections(ID + ",k1,due_end,2024-10-31,", ID + ",k1,lead_units,Phòng Tổng hợp; Văn phòng,");
        TaskRecord task = apply(stored()).tasks().get(0);
        assertThat(task.trust()).isEqualTo(Trust.FULL);
        assertThat(task.leadUnits())
                .containsExactly(
                        new TaskRecord.UnitPart("u-Phòng Tổng hợp", "Phòng Tổng hợp"),
                        new TaskRecord.UnitPart("u1", "Văn phòng"));
    }

    @Test
    void aRecordThatIsRightCanBeConfirmed() throws IOException {
        corrections(ID + ",k1,needs_review,false,");
        TaskRecord task = apply(stored()).tasks().get(0);
        assertThat(task.trust()).isEqualTo(Trust.FULL);
        assertThat(task.product()).isEqualTo("Báo cáo");
    }

    @Test
    void theDocumentsOwnFieldsTargetsAndFiguresCanBeSetRight() throws IOException {
        corrections(
                ID + ",,number,13/KH-BQL,12/KH-BQL",
                ID + ",,date,2024-02,",
                ID + ",g1,value,95.5,",
                ID + ",g1,comparator,>=,",
                ID + ",i1,value,2.5,-2.5");
        DocumentRecord right = apply(stored());
        assertThat(right.number()).isEqualTo("13/KH-BQL");
        assertThat(right.date()).isEqualTo("2024-02");
        assertThat(right.targets().get(0).value()).isEqualByComparingTo("95.5");
        assertThat(right.targets().get(0).comparator()).isEqualTo(TargetRecord.Comparator.AT_LEAST);
        assertThat(right.indicators().get(0).value().orElseThrow()).isEqualByComparingTo("2.5");
        assertThat(right.sections()).isEqualTo(stored().sections());
        assertThat(right.pages()).isEqualTo(stored().pages());
    }

    @Test
    void doneTwiceIsDoneOnceAndTakenOutOfTheFileItIsUndone() throws IOException {
        corrections(ID + ",k1,lead_units,Phòng Tổng hợp,", ID + ",k1,task,Rà soát kỹ văn bản,", ID + ",,issuer,B,");
        Files.writeString(folder.resolve("aliases.csv"), "alias,name\nVăn phòng,Văn phòng Ban\n");
        DocumentRecord once = stored(apply(stored()));
        assertThat(stored(apply(once))).isEqualTo(once);
        Files.delete(folder.resolve("aliases.csv"));
        Files.delete(folder.resolve("corrections.csv"));
        assertThat(apply(once)).isEqualTo(stored());
    }

    @Test
    void whatCannotBeObeyedIsReportedAndChangesNothing() throws IOException {
        corrections(
                ID + ",k9,task,X,",
                ID + ",k1,colour,red,",
                ID + ",k1,due_kind,week,",
                ID + ",k1,due_end,31/12/2024,",
                ID + ",k1,due_end,2024-02-30,",
                ID + ",k1,product,Tờ trình,Công văn",
                ",k1,task,X,");
        Amendments.Amended amended = amendments().apply(stored());
        assertThat(amended.document()).isEqualTo(stored());
        assertThat(amended.problems())
                .containsExactlyInAnyOrder(
                        "corrections.csv line 2: no document " + ID + " record k9",
                        "corrections.csv line 3: document " + ID
                                + " record k1 has no field colour that can be set right",
                        "corrections.csv line 4: due_kind of document " + ID + " record k1 cannot be 'week'",
                        "corrections.csv line 6: due_end of document " + ID + " record k1 cannot be '2024-02-30'",
                        "corrections.csv line 7: document " + ID + " record k1 reads 'Báo cáo' by now; left as it is");
        assertThat(Corrections.read(folder).problems())
                .containsExactly("corrections.csv line 8: needs document_id and field");
    }

    @Test
    void anAliasGivesTheTasksTheOneUnitAndSaysSoAtTheOther() throws IOException {
        Files.writeString(
                folder.resolve("aliases.csv"),
                "alias;name;issuer\r\nsở NỘI VỤ;Sở Nội vụ tỉnh Mẫu;Ban Quản lý Cảng Mẫu\r\n");
        DocumentRecord right = apply(stored());
        assertThat(right.tasks().get(0).coordUnits())
                .containsExactly(new TaskRecord.UnitPart("u-Sở Nội vụ tỉnh Mẫu", "Sở Nội vụ tỉnh Mẫu"));
        assertThat(right.units())
                .filteredOn(u -> u.unitId().equals("u2"))
                .extracting(UnitRecord::sameAs)
                .containsExactly("u-Sở Nội vụ tỉnh Mẫu");
        assertThat(right.corrections().get(0).fields().get(0).source()).isEqualTo("aliases.csv");
        assertThat(right.tasks().get(0).trust()).isEqualTo(Examples.DOUBTFUL);
    }

    @Test
    void anAliasOfAnotherIssuerDoesNotCount() throws IOException {
        Files.writeString(folder.resolve("aliases.csv"), "alias,name,issuer\nSở Nội vụ,Sở X,Sở Khác\n");
        assertThat(apply(stored())).isEqualTo(stored());
    }

    @Test
    void aFileThatIsNoneIsReported() throws IOException {
        Files.writeString(folder.resolve("corrections.csv"), "id,what\n1,2\n");
        assertThat(Corrections.read(folder).problems())
                .containsExactly("corrections.csv: the first line must name the columns "
                        + "document_id, record_id, field, value; not used");
        Files.write(folder.resolve("corrections.csv"), new byte[] {(byte) 0xff, 'a'});
        assertThat(Corrections.read(folder).problems())
                .containsExactly("corrections.csv: not UTF-8; save it as CSV UTF-8");
    }

    /** The example plan with fields set right. */
    static DocumentRecord corrected() throws IOException {
        Path folder = Files.createTempDirectory("trich-test");
        Files.writeString(folder.resolve("corrections.csv"), HEADER + ID + ",k1,lead_units,Phòng Tổng hợp,\n");
        DocumentRecord corrected = new Amendments(Corrections.read(folder), Aliases.read(folder), AmendmentsTest::unit)
                .apply(Examples.plan())
                .document();
        Files.delete(folder.resolve("corrections.csv"));
        Files.delete(folder);
        return corrected;
    }

    private void corrections(String... rows) throws IOException {
        Files.writeString(folder.resolve("corrections.csv"), HEADER + String.join("\n", rows) + "\n");
    }

    private Amendments amendments() throws IOException {
        return new Amendments(Corrections.read(folder), Aliases.read(folder), AmendmentsTest::unit);
    }

    private DocumentRecord apply(DocumentRecord document) throws IOException {
        return amendments().apply(document).document();
    }

    private static UnitRecord unit(DocumentRecord document, String name) {
        return name.equals("Văn phòng") ? document.units().get(0) : Examples.unit("u-" + name, name, List.of());
    }

    private static DocumentRecord stored() {
        return stored(Examples.plan());
    }

    /** The document as it comes back from the disk. */
    private static DocumentRecord stored(DocumentRecord document) {
        try {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            new JsonWriter().write(document, json);
            return new JsonReader().read(new ByteArrayInputStream(json.toByteArray()), Extent.WHOLE, document.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
