package vn.trich.corpus.generate;

import java.util.List;
import vn.trich.corpus.paper.Bundle;
import vn.trich.corpus.scan.ScanState;

/**
 * A document that the project carries in {@code corpus/samples}.
 *
 * @param number its number
 * @param kind what it is
 * @param state the state it is carried in
 */
public record SampleDocument(int number, DocumentKind kind, ScanState state) {

    private static final long SEED = 2030;

    /** All of them: every kind, every state. */
    public static List<SampleDocument> all() {
        return List.of(
                new SampleDocument(9, DocumentKind.LONG_PLAN, ScanState.FAIR),
                new SampleDocument(9, DocumentKind.DECISION, ScanState.STAMPED),
                new SampleDocument(9, DocumentKind.STATISTICS_REPORT, ScanState.FAIR),
                new SampleDocument(10, DocumentKind.INDICATOR_REPORT, ScanState.GOOD),
                new SampleDocument(11, DocumentKind.PARTY_PLAN, ScanState.FAIR),
                new SampleDocument(11, DocumentKind.PLAN, ScanState.BITONAL),
                new SampleDocument(5, DocumentKind.PLAN, ScanState.BORN),
                new SampleDocument(9, DocumentKind.TEXT_PLAN, ScanState.POOR),
                new SampleDocument(3, DocumentKind.INDICATOR_REPORT, ScanState.LAYER),
                new SampleDocument(4, DocumentKind.LETTER, ScanState.PICTURE),
                new SampleDocument(3, DocumentKind.DECISION, ScanState.RUINEDDUMP),
                new SampleDocument(7, DocumentKind.INDICATOR_REPORT, ScanState.TIFF),
                new SampleDocument(7, DocumentKind.TEXT_PLAN, ScanState.DUMP),
                new SampleDocument(6, DocumentKind.LETTER, ScanState.GOODLAYER),
                new SampleDocument(26, DocumentKind.STATISTICS_REPORT, ScanState.FAIR),
                new SampleDocument(2, DocumentKind.PLAN, ScanState.CELLDUMP),
                new SampleDocument(14, DocumentKind.PLAN, ScanState.LAYOUTDUMP));
    }

    /** The document, composed anew. */
    public Bundle bundle() {
        return new DocumentGenerator(SEED).document(number, kind);
    }

    /** The name of its file. */
    public String fileName() {
        return CorpusGenerator.fileName(bundle(), state);
    }
}
