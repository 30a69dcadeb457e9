package vn.trich.output;

import static vn.trich.output.CsvColumn.bool;
import static vn.trich.output.CsvColumn.constant;
import static vn.trich.output.CsvColumn.date;
import static vn.trich.output.CsvColumn.decimal;
import static vn.trich.output.CsvColumn.integer;
import static vn.trich.output.CsvColumn.isoDate;
import static vn.trich.output.CsvColumn.list;
import static vn.trich.output.CsvColumn.name;
import static vn.trich.output.CsvColumn.optionalInteger;
import static vn.trich.output.CsvColumn.share;
import static vn.trich.output.CsvColumn.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import vn.trich.output.FlatTable.Type;

/** The ten CSV files of the contract: their columns, and where each cell comes from. */
final class CsvTables {

    /**
     * A record and the document it stands in.
     *
     * @param document the document
     * @param item the record
     */
    record Of<T>(DocumentRecord document, T item) {}

    /**
     * A cell, its table and its document.
     *
     * @param document the document
     * @param table the table
     * @param cell the cell
     */
    record TableCell(DocumentRecord document, TableRecord table, CellRecord cell) {}

    /**
     * A unit's part in a task.
     *
     * @param document the document
     * @param task the task
     * @param role the part
     */
    record TaskUnit(DocumentRecord document, TaskRecord task, TaskRecord.UnitRole role) {}

    static final CsvTable<DocumentRecord> DOCUMENTS = new CsvTable<>("documents", "a document", documents());
    static final CsvTable<Of<SectionRecord>> SECTIONS =
            new CsvTable<>("sections", "a section, article, clause or appendix of a document's outline", sections());
    static final CsvTable<Of<TableRecord>> TABLES =
            new CsvTable<>("tables", "a table; one that runs over several pages is one", tables());
    static final CsvTable<TableCell> CELLS =
            new CsvTable<>("cells", "a cell of a table; a spanned cell once, at its top left", cells());
    static final CsvTable<Of<TaskRecord>> TASKS = new CsvTable<>(
            "tasks", "a task: one body row of a task table, or a labelled task of the body text", tasks());
    static final CsvTable<TaskUnit> TASK_UNITS =
            new CsvTable<>("task_units", "one unit's part in one task", taskUnits());
    static final CsvTable<UnitCount> UNITS =
            new CsvTable<>("units", "an organisational unit, once over all documents", units());
    static final CsvTable<Of<TargetRecord>> TARGETS = new CsvTable<>("targets", "one quantified goal", targets());
    static final CsvTable<Of<IndicatorRecord>> INDICATORS =
            new CsvTable<>("indicators", "one measured figure of a report", indicators());
    static final CsvTable<Of<ReferenceRecord>> REFERENCES =
            new CsvTable<>("references", "another legal document that this one names", references());

    /** Not a file of its own: what {@link #UNITS} is gathered from. */
    static final CsvTable<Of<UnitRecord>> DOCUMENT_UNITS =
            new CsvTable<>("document_units", "an organisational unit that one document names", documentUnits());

    private static final String ISO_IN_PART = ", ISO 8601, as much as is printed";

    private CsvTables() {}

    /** All ten, in the order of the contract. */
    static List<CsvTable<?>> all() {
        return List.of(DOCUMENTS, SECTIONS, TABLES, CELLS, TASKS, TASK_UNITS, UNITS, TARGETS, INDICATORS, REFERENCES);
    }

    private static List<CsvColumn<DocumentRecord>> documents() {
        return List.of(
                text("document_id", "First 16 hex digits of the source file's SHA-256", DocumentRecord::documentId),
                text("schema_version", "Version of the contract", DocumentRecord::schemaVersion),
                name("source_file", "Name of the source file", DocumentRecord::sourceFile),
                text("sha256", "SHA-256 of the source file", DocumentRecord::sha256),
                text("media_type", "As detected from the content", DocumentRecord::mediaType),
                integer("page_count", "Pages", DocumentRecord::pageCount),
                constant("text_source", "ocr, text_layer, mixed or plain_text", DocumentRecord::textSource),
                text("issuer_parent", "Agency above the issuer", DocumentRecord::issuerParent),
                text("issuer", "Issuing agency", DocumentRecord::issuer),
                text("number", "Number and symbol without blanks", DocumentRecord::number),
                text("type", "Vietnamese name of the document type", DocumentRecord::type),
                text("title", "What follows the type", DocumentRecord::title),
                text("place", "Where it was issued", DocumentRecord::place),
                isoDate("date", Type.PARTIAL_DATE, "When it was issued" + ISO_IN_PART, DocumentRecord::date),
                isoDate("plan_start", Type.PARTIAL_DATE, "First day the title speaks of", DocumentRecord::planStart),
                isoDate("plan_end", Type.PARTIAL_DATE, "Last day the title speaks of", DocumentRecord::planEnd),
                text("signer_authority", "By whose authority it was signed", DocumentRecord::signerAuthority),
                text("signer_position", "Position of the signer", DocumentRecord::signerPosition),
                text("signer_name", "Name of the signer", DocumentRecord::signerName),
                list("recipients", "Who gets copies", DocumentRecord::recipients),
                text("language", "ISO 639-1", DocumentRecord::language),
                share("mean_ocr_confidence", "Over the words read by OCR", DocumentRecord::meanOcrConfidence),
                bool(
                        "needs_review",
                        "Whether a person should look",
                        d -> d.trust().needsReview()),
                list("review_reason", "Why", d -> d.trust().reviewReasons()),
                text("same_paper_as", "document_id of an earlier file of the same paper", DocumentRecord::samePaperAs),
                constant("status", "ok, partial or failed", DocumentRecord::status),
                list("warnings", "What went wrong or is unsure", DocumentRecord::warnings));
    }

    private static List<CsvColumn<Of<SectionRecord>>> sections() {
        List<CsvColumn<Of<SectionRecord>>> columns = new ArrayList<>(List.of(
                documentId(Of::document),
                text("section_id", "Unique in its document", r -> r.item().sectionId()),
                text("parent_id", "The section around it", r -> r.item().parentId()),
                integer(
                        "ordinal",
                        "Place among the document's sections, from 1",
                        r -> r.item().ordinal()),
                integer("level", "Depth in the outline, from 1", r -> r.item().level()),
                text(
                        "label",
                        "As printed without its dot or bracket",
                        r -> r.item().label()),
                constant(
                        "kind",
                        "heading, article, clause, appendix, preamble, legal_basis, recipients or footnote",
                        r -> r.item().kind()),
                text("title", "Without its label", r -> r.item().title()),
                text("text", "Its own paragraphs, one per line", r -> r.item().text()),
                page(r -> r.item().regions()),
                integer("page_to", "Its last page", r -> r.item().pageTo()),
                bbox(r -> r.item().regions())));
        columns.addAll(trust(r -> r.item().trust()));
        return columns;
    }

    private static List<CsvColumn<Of<TableRecord>>> tables() {
        List<CsvColumn<Of<TableRecord>>> columns = new ArrayList<>(List.of(
                documentId(Of::document),
                text("table_id", "Unique in its document", r -> r.item().tableId()),
                text("section_id", "The section it stands in", r -> r.item().sectionId()),
                text("title", "Its caption", r -> r.item().title()),
                constant(
                        "kind",
                        "tasks, indicators, statistics or other",
                        r -> r.item().kind()),
                integer("row_count", "Rows, header included", r -> r.item().rowCount()),
                integer("column_count", "Columns", r -> r.item().columnCount()),
                integer("header_rows", "Rows of the header", r -> r.item().headerRows()),
                list(
                        "column_roles",
                        "What each column holds",
                        r -> r.item().columnRoles().stream()
                                .map(JsonSink::constant)
                                .toList()),
                page(r -> r.item().regions()),
                integer("page_to", "Its last page", r -> r.item().pageTo()),
                bbox(r -> r.item().regions())));
        columns.addAll(trust(r -> r.item().trust()));
        return columns;
    }

    private static List<CsvColumn<TableCell>> cells() {
        return List.of(
                documentId(TableCell::document),
                text("table_id", "Its table", r -> r.table().tableId()),
                integer("row", "From 1, header rows first", r -> r.cell().row()),
                integer("column", "From 1", r -> r.cell().column()),
                integer("row_span", "Rows it covers", r -> r.cell().rowSpan()),
                integer("column_span", "Columns it covers", r -> r.cell().columnSpan()),
                bool(
                        "is_header",
                        "Whether it belongs to the header",
                        r -> r.cell().header()),
                text("text", "Its text", r -> r.cell().text()),
                page(r -> r.cell().regions()),
                bbox(r -> r.cell().regions()),
                confidence(r -> r.cell().confidence()),
                bool(
                        "needs_review",
                        "Whether a person should look",
                        r -> r.cell().needsReview()));
    }

    private static List<CsvColumn<Of<TaskRecord>>> tasks() {
        List<CsvColumn<Of<TaskRecord>>> columns = new ArrayList<>(List.of(
                documentId(Of::document),
                text("task_id", "Unique in its document", r -> r.item().taskId()),
                constant("source", "table or text", r -> r.item().source()),
                text("table_id", "Its table", r -> r.item().tableId()),
                text("section_id", "Its section", r -> r.item().sectionId()),
                optionalInteger("row", "Row of the table, from 1", r -> r.item().row()),
                text("label", "As printed, without its dot", r -> r.item().label()),
                text(
                        "group_path",
                        "Headings above it, outermost first, parted by ' > '",
                        r -> path(r.item().groupPath())),
                text("objective", "Objective", r -> r.item().objective()),
                text("task", "Task", r -> r.item().task()),
                text("activity", "Activity", r -> r.item().activity()),
                text("product", "Product", r -> r.item().product()),
                list("lead_units", "Who leads", r -> names(r.item().leadUnits())),
                list("coord_units", "Who takes part", r -> names(r.item().coordUnits()))));
        columns.addAll(List.of(
                text("due_text", "Deadline as printed", r -> r.item().due().text()),
                constant("due_kind", "Kind of deadline", r -> r.item().due().kind()),
                date("due_start", "First day", r -> r.item().due().start()),
                date("due_end", "Last day", r -> r.item().due().end()),
                text(
                        "due_recurrence",
                        "P1M, P3M, P6M, P1Y or empty",
                        r -> r.item().due().recurrence()),
                text("funding", "Funding", r -> r.item().funding()),
                text("note", "Note", r -> r.item().note()),
                page(r -> r.item().regions()),
                bbox(r -> r.item().regions())));
        columns.addAll(trust(r -> r.item().trust()));
        return columns;
    }

    private static List<CsvColumn<TaskUnit>> taskUnits() {
        return List.of(
                documentId(TaskUnit::document),
                text("task_id", "The task", r -> r.task().taskId()),
                text("unit_id", "The unit", r -> r.role().part().unitId()),
                text("role", "lead or coord", r -> r.role().role()),
                integer(
                        "ordinal",
                        "Place among the units of that role, from 1",
                        r -> r.role().ordinal()),
                text("name", "As in the task", r -> r.role().part().name()));
    }

    private static List<CsvColumn<UnitCount>> units() {
        return List.of(
                text("unit_id", "Hash of the unit's own key", r -> r.unit().unitId()),
                text("name", "Full official name", r -> r.unit().name()),
                constant(
                        "level",
                        "central, provincial, district, commune, internal or collective",
                        r -> r.unit().level()),
                constant("kind", "What it is", r -> r.unit().kind()),
                text("province", "Name of its province", r -> r.unit().province()),
                text("parent_unit_id", "The unit above", r -> r.unit().parentUnitId()),
                isoDate(
                        "valid_from",
                        Type.PARTIAL_DATE,
                        "When it began",
                        r -> r.unit().validFrom()),
                isoDate(
                        "valid_to",
                        Type.PARTIAL_DATE,
                        "When it ended",
                        r -> r.unit().validTo()),
                text("successor_unit_id", "What took its place", r -> r.unit().successorUnitId()),
                list("aliases", "Other names met", r -> r.unit().aliases()),
                integer("document_count", "Documents that name it", UnitCount::documents),
                integer("lead_count", "Tasks that it leads", UnitCount::leads),
                integer("coord_count", "Tasks that it takes part in", UnitCount::coords),
                text(
                        "same_as",
                        "The unit it was later found to be",
                        r -> r.unit().sameAs()));
    }

    private static List<CsvColumn<Of<UnitRecord>>> documentUnits() {
        return List.of(
                documentId(Of::document),
                text("unit_id", "Hash of the unit's own key", r -> r.item().unitId()),
                text("name", "Full official name", r -> r.item().name()),
                constant("level", "As in units", r -> r.item().level()),
                constant("kind", "As in units", r -> r.item().kind()),
                text("province", "Name of its province", r -> r.item().province()),
                text("parent_unit_id", "The unit above", r -> r.item().parentUnitId()),
                isoDate(
                        "valid_from",
                        Type.PARTIAL_DATE,
                        "When it began",
                        r -> r.item().validFrom()),
                isoDate(
                        "valid_to",
                        Type.PARTIAL_DATE,
                        "When it ended",
                        r -> r.item().validTo()),
                text("successor_unit_id", "What took its place", r -> r.item().successorUnitId()),
                text(
                        "aliases",
                        "Other names met in the document, one per line",
                        r -> String.join("\n", r.item().aliases())),
                text(
                        "same_as",
                        "The unit it was later found to be",
                        r -> r.item().sameAs()));
    }

    private static List<CsvColumn<Of<TargetRecord>>> targets() {
        List<CsvColumn<Of<TargetRecord>>> columns = new ArrayList<>(List.of(
                documentId(Of::document),
                text("target_id", "Unique in its document", r -> r.item().targetId()),
                text("section_id", "Its section", r -> r.item().sectionId()),
                text("table_id", "Its table", r -> r.item().tableId()),
                optionalInteger("row", "Row of the table, from 1", r -> r.item().row()),
                text("text", "The clause that states it", r -> r.item().text()),
                text("measure", "What is measured", r -> r.item().measure()),
                constant(
                        "direction",
                        "level, increase or decrease",
                        r -> r.item().direction()),
                text(
                        "comparator",
                        "= >= > <= < or range",
                        r -> r.item().comparator().sign()),
                decimal("value", "The value", r -> Optional.of(r.item().value())),
                decimal("value_max", "Upper end of a range", r -> r.item().valueMax()),
                text("unit", "% or the counted noun", r -> r.item().unit()),
                text("scope", "Whom it is for", r -> r.item().scope()),
                text("baseline", "What it is compared with", r -> r.item().baseline()),
                date("period_start", "First day", r -> r.item().periodStart()),
                date("period_end", "Last day", r -> r.item().periodEnd()),
                page(r -> r.item().regions()),
                bbox(r -> r.item().regions())));
        columns.addAll(trust(r -> r.item().trust()));
        return columns;
    }

    private static List<CsvColumn<Of<IndicatorRecord>>> indicators() {
        List<CsvColumn<Of<IndicatorRecord>>> columns = new ArrayList<>(List.of(
                documentId(Of::document),
                text("indicator_id", "Unique in its document", r -> r.item().indicatorId()),
                text("table_id", "Its table", r -> r.item().tableId()),
                integer("row", "Row of the table, from 1", r -> r.item().row()),
                text("code", "As printed", r -> r.item().code()),
                text("name", "What is measured", r -> r.item().name()),
                text("unit", "Unit of measure", r -> r.item().unit()),
                decimal("value", "The figure", r -> r.item().value()),
                text("value_text", "The figure as printed", r -> r.item().valueText()),
                text("note", "Note", r -> r.item().note()),
                text(
                        "group_path",
                        "Headings above it, outermost first, parted by ' > '",
                        r -> path(r.item().groupPath())),
                page(r -> r.item().regions()),
                bbox(r -> r.item().regions())));
        columns.addAll(trust(r -> r.item().trust()));
        return columns;
    }

    private static List<CsvColumn<Of<ReferenceRecord>>> references() {
        return List.of(
                documentId(Of::document),
                text("reference_id", "Unique in its document", r -> r.item().referenceId()),
                text("section_id", "The section it is named in", r -> r.item().sectionId()),
                text("type", "Vietnamese name of its type", r -> r.item().type()),
                text("number", "Number and symbol", r -> r.item().number()),
                isoDate(
                        "date",
                        Type.PARTIAL_DATE,
                        "When it was issued" + ISO_IN_PART,
                        r -> r.item().date()),
                text("issuer", "Who issued it", r -> r.item().issuer()),
                text("text", "As printed", r -> r.item().text()),
                page(r -> r.item().regions()),
                bbox(r -> r.item().regions()),
                confidence(r -> r.item().confidence()));
    }

    private static <R> CsvColumn<R> documentId(Function<R, DocumentRecord> document) {
        return text("document_id", "Its document", r -> document.apply(r).documentId());
    }

    private static <R> CsvColumn<R> page(Function<R, List<Region>> regions) {
        return optionalInteger(
                "page",
                "Page of the source file where it starts, from 1",
                r -> regions.apply(r).stream().mapToInt(Region::page).findFirst());
    }

    private static <R> CsvColumn<R> bbox(Function<R, List<Region>> regions) {
        return text(
                "bbox",
                "Where it starts on that page: x0 y0 x1 y1 in points from the top left",
                r -> regions.apply(r).stream()
                        .findFirst()
                        .map(first -> Numbers.box(first.bbox()))
                        .orElse(""));
    }

    private static <R> CsvColumn<R> confidence(Function<R, Double> value) {
        return share("confidence", "0 to 1: how far to trust it", r -> OptionalDouble.of(value.apply(r)));
    }

    private static <R> List<CsvColumn<R>> trust(Function<R, Trust> trust) {
        return List.of(
                confidence(r -> trust.apply(r).confidence()),
                bool(
                        "needs_review",
                        "Whether a person should look",
                        r -> trust.apply(r).needsReview()),
                list("review_reason", "Why", r -> trust.apply(r).reviewReasons()));
    }

    private static List<String> names(List<TaskRecord.UnitPart> parts) {
        return parts.stream().map(TaskRecord.UnitPart::name).toList();
    }

    private static String path(List<String> groups) {
        return String.join(" > ", groups);
    }
}
