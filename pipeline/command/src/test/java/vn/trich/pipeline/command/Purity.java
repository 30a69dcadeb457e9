package vn.trich.pipeline.command;

import java.util.List;
import vn.trich.corpus.score.Measure;
import vn.trich.corpus.score.Report;

/** What stands inside paragraphs though it belongs beside the text: page numbers, running heads, footnotes. */
final class Purity {

    private Purity() {}

    /** The paragraphs that hold such, each with its document. */
    static List<String> offences(Report report) {
        return report.documents().stream()
                .flatMap(document -> document.mistakes().stream()
                        .filter(mistake -> mistake.measure() == Measure.PURE_PARAGRAPHS)
                        .map(mistake -> document.source() + ": " + mistake.output()))
                .toList();
    }
}
