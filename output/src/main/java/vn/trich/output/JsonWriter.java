package vn.trich.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a document as JSON, in the form that the published {@linkplain Schemas#documentSchema() JSON Schema}
 * describes: field names as in the CSV files but in camelCase, constants in lower case, sections as a tree, boxes as
 * {@code "x0 y0 x1 y1"} in points with at most two decimals, everything NFC. What a document is comes first and its
 * pages last, so that a reader can stop early. Equal records give equal bytes.
 */
public final class JsonWriter {

    /**
     * Writes a document; the restored text is not part of it.
     *
     * @param document the document; its sections with parents before children
     * @param out gets UTF-8; is not closed
     * @throws IOException if {@code out} fails
     */
    public void write(DocumentRecord document, OutputStream out) throws IOException {
        try (JsonSink sink = new JsonSink(out)) {
            sink.startObject();
            head(document, sink);
            sections(document.sections(), sink);
            sink.array("tables", document.tables(), t -> table(t, sink));
            sink.array("tasks", document.tasks(), t -> task(t, sink));
            sink.array("units", document.units(), u -> unit(u, sink));
            sink.array("targets", document.targets(), t -> target(t, sink));
            sink.array("indicators", document.indicators(), i -> indicator(i, sink));
            sink.array("references", document.references(), r -> reference(r, sink));
            sink.array("pages", document.pages(), p -> page(p, sink));
            sink.endObject();
        }
    }

    static void head(DocumentRecord d, JsonSink sink) throws IOException {
        sink.text("documentId", d.documentId());
        sink.text("schemaVersion", d.schemaVersion());
        sink.text("softwareVersion", d.softwareVersion());
        sink.text("settings", d.settings());
        sink.text("sourceFile", d.sourceFile());
        sink.texts("sourceNames", d.sourceNames());
        sink.text("sha256", d.sha256());
        sink.text("mediaType", d.mediaType());
        sink.integer("pageCount", d.pageCount());
        sink.constant("textSource", d.textSource());
        sink.text("issuerParent", d.issuerParent());
        sink.text("issuer", d.issuer());
        sink.text("number", d.number());
        sink.text("type", d.type());
        sink.text("title", d.title());
        sink.text("place", d.place());
        sink.date("date", d.date());
        sink.date("planStart", d.planStart());
        sink.date("planEnd", d.planEnd());
        sink.text("signerAuthority", d.signerAuthority());
        sink.text("signerPosition", d.signerPosition());
        sink.text("signerName", d.signerName());
        sink.texts("recipients", d.recipients());
        sink.text("language", d.language());
        sink.confidence("meanOcrConfidence", d.meanOcrConfidence());
        sink.trust(d.trust());
        sink.text("samePaperAs", d.samePaperAs());
        sink.constant("status", d.status());
        sink.texts("warnings", d.warnings());
        sink.array("corrections", d.corrections(), c -> corrected(c, sink));
    }

    private static void corrected(CorrectedRecord c, JsonSink sink) throws IOException {
        sink.startObject();
        sink.text("recordId", c.recordId());
        sink.trust(c.readTrust());
        sink.array("fields", c.fields(), f -> correction(f, sink));
        sink.endObject();
    }

    private static void correction(Correction c, JsonSink sink) throws IOException {
        sink.startFlatObject();
        sink.text("field", c.field());
        sink.text("value", c.value());
        sink.text("read", c.read());
        if (!c.readUnitIds().isEmpty()) {
            sink.texts("readUnitIds", c.readUnitIds());
        }
        sink.text("source", c.source());
        sink.endFlatObject();
    }

    /** Nests the sections by their parents; one whose parent is not there stands at the top. */
    private static void sections(List<SectionRecord> sections, JsonSink sink) throws IOException {
        Map<String, List<SectionRecord>> children = new LinkedHashMap<>();
        sections.forEach(s -> children.put(s.sectionId(), new ArrayList<>()));
        List<SectionRecord> top = new ArrayList<>();
        for (SectionRecord section : sections) {
            children.getOrDefault(section.parentId(), top).add(section);
        }
        sink.array("sections", top, s -> section(s, children, sink));
    }

    private static void section(SectionRecord s, Map<String, List<SectionRecord>> children, JsonSink sink)
            throws IOException {
        sink.startObject();
        sink.text("sectionId", s.sectionId());
        sink.text("parentId", s.parentId());
        sink.integer("ordinal", s.ordinal());
        sink.integer("level", s.level());
        sink.text("label", s.label());
        sink.constant("kind", s.kind());
        sink.text("title", s.title());
        sink.text("text", s.text());
        sink.place(s.regions());
        sink.integer("pageTo", s.pageTo());
        sink.trust(s.trust());
        sink.array("children", children.get(s.sectionId()), c -> section(c, children, sink));
        sink.endObject();
    }

    private static void table(TableRecord t, JsonSink sink) throws IOException {
        sink.startObject();
        sink.text("tableId", t.tableId());
        sink.text("sectionId", t.sectionId());
        sink.text("title", t.title());
        sink.constant("kind", t.kind());
        sink.integer("rowCount", t.rowCount());
        sink.integer("columnCount", t.columnCount());
        sink.integer("headerRows", t.headerRows());
        sink.texts(
                "columnRoles", t.columnRoles().stream().map(JsonSink::constant).toList());
        sink.place(t.regions());
        sink.integer("pageTo", t.pageTo());
        sink.trust(t.trust());
        sink.array("cells", t.cells(), c -> cell(c, sink));
        sink.endObject();
    }

    private static void cell(CellRecord c, JsonSink sink) throws IOException {
        sink.startFlatObject();
        sink.integer("row", c.row());
        sink.integer("column", c.column());
        sink.integer("rowSpan", c.rowSpan());
        sink.integer("columnSpan", c.columnSpan());
        sink.bool("isHeader", c.header());
        sink.text("text", c.text());
        sink.place(c.regions());
        sink.rounded("confidence", c.confidence(), 4);
        sink.bool("needsReview", c.needsReview());
        sink.endFlatObject();
    }

    static void task(TaskRecord t, JsonSink sink) throws IOException {
        sink.startObject();
        sink.text("taskId", t.taskId());
        sink.constant("source", t.source());
        sink.text("tableId", t.tableId());
        sink.text("sectionId", t.sectionId());
        sink.integer("row", t.row());
        sink.text("label", t.label());
        sink.texts("groupPath", t.groupPath());
        sink.text("objective", t.objective());
        sink.text("task", t.task());
        sink.text("activity", t.activity());
        sink.text("product", t.product());
        sink.texts("leadUnits", names(t.leadUnits()));
        sink.texts("coordUnits", names(t.coordUnits()));
        sink.array("taskUnits", t.unitRoles(), u -> unitRole(u, sink));
        sink.text("dueText", t.due().text());
        sink.constant("dueKind", t.due().kind());
        sink.date("dueStart", t.due().start());
        sink.date("dueEnd", t.due().end());
        sink.text("dueRecurrence", t.due().recurrence());
        sink.text("funding", t.funding());
        sink.text("note", t.note());
        sink.place(t.regions());
        sink.trust(t.trust());
        sink.endObject();
    }

    private static List<String> names(List<TaskRecord.UnitPart> parts) {
        return parts.stream().map(TaskRecord.UnitPart::name).toList();
    }

    private static void unitRole(TaskRecord.UnitRole role, JsonSink sink) throws IOException {
        sink.startFlatObject();
        sink.text("unitId", role.part().unitId());
        sink.text("role", role.role());
        sink.integer("ordinal", role.ordinal());
        sink.text("name", role.part().name());
        sink.endFlatObject();
    }

    private static void unit(UnitRecord u, JsonSink sink) throws IOException {
        sink.startObject();
        sink.text("unitId", u.unitId());
        sink.text("name", u.name());
        sink.constant("level", u.level());
        sink.constant("kind", u.kind());
        sink.text("province", u.province());
        sink.text("parentUnitId", u.parentUnitId());
        sink.date("validFrom", u.validFrom());
        sink.date("validTo", u.validTo());
        sink.text("successorUnitId", u.successorUnitId());
        sink.texts("aliases", u.aliases());
        sink.text("sameAs", u.sameAs());
        sink.endObject();
    }

    static void target(TargetRecord t, JsonSink sink) throws IOException {
        sink.startObject();
        sink.text("targetId", t.targetId());
        sink.text("sectionId", t.sectionId());
        sink.text("tableId", t.tableId());
        sink.integer("row", t.row());
        sink.text("text", t.text());
        sink.text("measure", t.measure());
        sink.constant("direction", t.direction());
        sink.text("comparator", t.comparator().sign());
        sink.decimal("value", Optional.of(t.value()));
        sink.decimal("valueMax", t.valueMax());
        sink.text("unit", t.unit());
        sink.text("scope", t.scope());
        sink.text("baseline", t.baseline());
        sink.date("periodStart", t.periodStart());
        sink.date("periodEnd", t.periodEnd());
        sink.place(t.regions());
        sink.trust(t.trust());
        sink.endObject();
    }

    static void indicator(IndicatorRecord i, JsonSink sink) throws IOException {
        sink.startObject();
        sink.text("indicatorId", i.indicatorId());
        sink.text("tableId", i.tableId());
        sink.integer("row", i.row());
        sink.text("code", i.code());
        sink.text("name", i.name());
        sink.text("unit", i.unit());
        sink.decimal("value", i.value());
        sink.text("valueText", i.valueText());
        sink.text("note", i.note());
        sink.texts("groupPath", i.groupPath());
        sink.place(i.regions());
        sink.trust(i.trust());
        sink.endObject();
    }

    private static void reference(ReferenceRecord r, JsonSink sink) throws IOException {
        sink.startObject();
        sink.text("referenceId", r.referenceId());
        sink.text("sectionId", r.sectionId());
        sink.text("type", r.type());
        sink.text("number", r.number());
        sink.date("date", r.date());
        sink.text("issuer", r.issuer());
        sink.text("text", r.text());
        sink.place(r.regions());
        sink.rounded("confidence", r.confidence(), 4);
        sink.endObject();
    }

    private static void page(PageRecord p, JsonSink sink) throws IOException {
        sink.startObject();
        sink.integer("number", p.number());
        sink.rounded("width", p.width(), 2);
        sink.rounded("height", p.height(), 2);
        sink.integer("rotation", p.rotation());
        sink.constant("textChoice", p.textChoice());
        sink.texts("reasons", p.reasons());
        sink.array("regions", p.regions(), r -> pageRegion(r, sink));
        sink.array("lines", p.lines(), l -> line(l, sink));
        sink.endObject();
    }

    private static void pageRegion(PageRegion r, JsonSink sink) throws IOException {
        sink.startFlatObject();
        sink.constant("kind", r.kind());
        sink.box("bbox", r.bbox());
        sink.text("text", r.text());
        sink.endFlatObject();
    }

    private static void line(LineRecord l, JsonSink sink) throws IOException {
        sink.startObject();
        sink.box("bbox", l.bbox());
        sink.array("words", l.words(), w -> word(w, sink));
        sink.endObject();
    }

    /** A word; its original and its alternatives only where there are any, since most words have neither. */
    private static void word(WordRecord w, JsonSink sink) throws IOException {
        sink.startFlatObject();
        sink.text("text", w.text());
        if (!w.original().isEmpty()) {
            sink.text("original", w.original());
        }
        sink.box("bbox", w.bbox());
        sink.rounded("confidence", w.confidence(), 4);
        sink.constant("source", w.source());
        if (!w.alternatives().isEmpty()) {
            sink.texts("alternatives", w.alternatives());
        }
        sink.endFlatObject();
    }
}
