package vn.trich.corpus.score;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.trich.corpus.score.CsvFile.Row;

/** What an output folder says, as far as it is scored. */
final class OutputFolder {

    private OutputFolder() {}

    /**
     * One source file.
     *
     * @param source its name as the output gives it
     * @param documents the documents it holds, in the order of their rows
     */
    record SourceFile(String source, List<Document> documents) {

        /** The text of all its documents. */
        String text() {
            return String.join("\n", documents.stream().map(Document::text).toList());
        }

        List<Section> sections() {
            return documents.stream().flatMap(d -> d.sections().stream()).toList();
        }

        List<Table> tables() {
            return documents.stream().flatMap(d -> d.tables().stream()).toList();
        }

        List<Task> tasks() {
            return documents.stream().flatMap(d -> d.tasks().stream()).toList();
        }

        List<Target> targets() {
            return documents.stream().flatMap(d -> d.targets().stream()).toList();
        }

        List<Indicator> indicators() {
            return documents.stream().flatMap(d -> d.indicators().stream()).toList();
        }

        List<Reference> references() {
            return documents.stream().flatMap(d -> d.references().stream()).toList();
        }
    }

    /**
     * One document.
     *
     * @param head its row of {@code documents.csv}
     * @param text its restored text
     * @param paragraphs titles and paragraphs of all its sections but footnotes
     */
    record Document(
            Row head,
            String text,
            List<String> paragraphs,
            List<Section> sections,
            List<Table> tables,
            List<Task> tasks,
            List<Target> targets,
            List<Indicator> indicators,
            List<Reference> references) {}

    /** An outline row of kind heading, article, clause or appendix. */
    record Section(String label, int level, String title, String text) {}

    /**
     * A table.
     *
     * @param rowCount rows, header rows included
     * @param headerRows rows of the header
     * @param roles one per column
     * @param cells its cells by row, then column
     * @param recordRows the rows that tasks or indicators were made of
     */
    record Table(int rowCount, int headerRows, List<String> roles, List<Cell> cells, Set<Integer> recordRows) {

        /** The text of the cells that begin in a row, counted from 1. */
        String rowText(int row) {
            return String.join(
                    " ",
                    cells.stream().filter(c -> c.row() == row).map(Cell::text).toList());
        }

        /** The rows that are headings inside the table: with text, but no record was made of them. */
        Set<Integer> groupRows() {
            Set<Integer> groups = new TreeSet<>();
            for (int row = headerRows + 1; row <= rowCount && !recordRows.isEmpty(); row++) {
                if (!recordRows.contains(row) && !Folding.fold(rowText(row)).isEmpty()) {
                    groups.add(row);
                }
            }
            return groups;
        }
    }

    /** A cell; row and column from 1. */
    record Cell(int row, int column, int rowSpan, int columnSpan, boolean header, String text) {}

    /** A task. */
    record Task(
            String tableId,
            int row,
            String label,
            String group,
            String objective,
            String text,
            String product,
            List<String> lead,
            List<String> coord,
            String dueText,
            String dueKind,
            String dueStart,
            String dueEnd,
            String dueRecurrence,
            boolean needsReview) {}

    /** A target; values as printed in the file. */
    record Target(
            String text, String direction, String comparator, String value, String second, String unit, String scope) {}

    /** An indicator. */
    record Indicator(String tableId, int row, String code, String name, String unit, String value) {}

    /** A reference. */
    record Reference(String type, String number) {}

    /** A number as the file gives it, if it is one. */
    static Optional<java.math.BigDecimal> decimal(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new java.math.BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
