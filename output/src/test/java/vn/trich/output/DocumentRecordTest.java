package vn.trich.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentRecordTest {

    @Test
    void aFileThatFailedIsADocumentWithoutRecords() {
        DocumentRecord failed = failed();
        assertThat(failed.documentId()).isEqualTo("ab".repeat(8));
        assertThat(failed.status()).isEqualTo(DocumentRecord.Status.FAILED);
        assertThat(failed.warnings()).containsExactly("x.pdf: needs a password");
        assertThat(failed.trust().needsReview()).isTrue();
        assertThat(failed.tasks()).isEmpty();
    }

    @Test
    void otherNamesKeepTheRest() {
        DocumentRecord renamed = Examples.plan().withSourceNames(List.of("b.pdf", "a.pdf", "b.pdf"));
        assertThat(renamed.sourceFile()).isEqualTo("a.pdf");
        assertThat(renamed.sourceNames()).containsExactly("a.pdf", "b.pdf");
        assertThat(renamed.withSourceNames(Examples.plan().sourceNames())).isEqualTo(Examples.plan());
        assertThat(Examples.plan().withSamePaperAs("x").samePaperAs()).isEqualTo("x");
    }

    static DocumentRecord failed() {
        return DocumentRecord.failed(
                "ab".repeat(32), "x.pdf", "application/pdf", "0.1.0", "maxPages=1", "x.pdf: needs a password");
    }

    static DocumentRecord withPages(DocumentRecord d, List<PageRecord> pages) {
        return new DocumentRecord(
                d.documentId(),
                d.schemaVersion(),
                d.softwareVersion(),
                d.settings(),
                d.sourceFile(),
                d.sourceNames(),
                d.sha256(),
                d.mediaType(),
                d.pageCount(),
                d.textSource(),
                d.issuerParent(),
                d.issuer(),
                d.number(),
                d.type(),
                d.title(),
                d.place(),
                d.date(),
                d.planStart(),
                d.planEnd(),
                d.signerAuthority(),
                d.signerPosition(),
                d.signerName(),
                d.recipients(),
                d.language(),
                java.util.OptionalDouble.empty(),
                d.trust(),
                d.samePaperAs(),
                d.status(),
                d.warnings(),
                List.of(),
                pages,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                d.text());
    }
}
