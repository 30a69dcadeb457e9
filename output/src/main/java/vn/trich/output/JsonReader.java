package vn.trich.output;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what {@link JsonWriter} wrote. */
public final class JsonReader {

    private final ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** How much of a document is read; the rest is left empty, and no time is spent on it. */
    public enum Extent {
        /** The document's own fields. */
        HEAD("sections"),
        /** All but the pages. */
        RECORDS("pages"),
        /** Everything. */
        WHOLE("");

        private final String stopAt;

        Extent(String stopAt) {
            this.stopAt = stopAt;
        }
    }

    /**
     * Reads a document.
     *
     * @param in UTF-8 JSON; is not closed
     * @param extent how much to read
     * @param text the restored text, which is not part of the JSON
     * @return the document
     * @throws IOException if {@code in} fails or does not hold such a document
     */
    public DocumentRecord read(InputStream in, Extent extent, String text) throws IOException {
        try {
            return document(fields(in, extent), text);
        } catch (IllegalArgumentException | NullPointerException | java.time.DateTimeException e) {
            throw new IOException("not a document record: " + e.getMessage(), e);
        }
    }

    private ObjectNode fields(InputStream in, Extent extent) throws IOException {
        ObjectNode fields = mapper.createObjectNode();
        try (JsonParser parser = mapper.getFactory().createParser(in)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (name.equals(extent.stopAt)) {
                    break;
                }
                parser.nextToken();
                fields.set(name, parser.<JsonNode>readValueAsTree());
            }
        }
        return fields;
    }

    static DocumentRecord document(JsonNode n, String text) {
        return new DocumentRecord(
                text(n, "documentId"),
                text(n, "schemaVersion"),
                text(n, "softwareVersion"),
                text(n, "settings"),
                text(n, "sourceFile"),
                texts(n, "sourceNames"),
                text(n, "sha256"),
                text(n, "mediaType"),
                integer(n, "pageCount"),
                constant(n, "textSource", DocumentRecord.TextSource::valueOf),
                text(n, "issuerParent"),
                text(n, "issuer"),
                text(n, "number"),
                text(n, "type"),
                text(n, "title"),
                text(n, "place"),
                textOrEmpty(n, "date"),
                textOrEmpty(n, "planStart"),
                textOrEmpty(n, "planEnd"),
                text(n, "signerAuthority"),
                text(n, "signerPosition"),
                text(n, "signerName"),
                texts(n, "recipients"),
                text(n, "language"),
                n.get("meanOcrConfidence").isNull()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(number(n, "meanOcrConfidence")),
                trust(n),
                text(n, "samePaperAs"),
                constant(n, "status", DocumentRecord.Status::valueOf),
                texts(n, "warnings"),
                list(n, "corrections", JsonReader::corrected),
                list(n, "pages", JsonReader::page),
                n.path("sections").valueStream().flatMap(JsonReader::sections).toList(),
                list(n, "tables", JsonReader::table),
                list(n, "tasks", JsonReader::task),
                list(n, "units", JsonReader::unit),
                list(n, "targets", JsonReader::target),
                list(n, "indicators", JsonReader::indicator),
                list(n, "references", JsonReader::reference),
                text);
    }

    private static CorrectedRecord corrected(JsonNode n) {
        return new CorrectedRecord(
                text(n, "recordId"),
                trust(n),
                list(
                        n,
                        "fields",
                        f -> new Correction(
                                text(f, "field"),
                                text(f, "value"),
                                text(f, "read"),
                                f.has("readUnitIds") ? texts(f, "readUnitIds") : List.of(),
                                text(f, "source"))));
    }

    private static Stream<SectionRecord> sections(JsonNode n) {
        SectionRecord section = new SectionRecord(
                text(n, "sectionId"),
                text(n, "parentId"),
                integer(n, "ordinal"),
                integer(n, "level"),
                text(n, "label"),
                constant(n, "kind", SectionRecord.Kind::valueOf),
                text(n, "title"),
                text(n, "text"),
                regions(n),
                integer(n, "pageTo"),
                trust(n));
        return Stream.concat(Stream.of(section), n.get("children").valueStream().flatMap(JsonReader::sections));
    }

    private static TableRecord table(JsonNode n) {
        return new TableRecord(
                text(n, "tableId"),
                text(n, "sectionId"),
                text(n, "title"),
                constant(n, "kind", TableRecord.Kind::valueOf),
                integer(n, "rowCount"),
                integer(n, "columnCount"),
                integer(n, "headerRows"),
                texts(n, "columnRoles").stream()
                        .map(r -> ColumnRole.valueOf(r.toUpperCase(Locale.ROOT)))
                        .toList(),
                regions(n),
                list(n, "cells", JsonReader::cell),
                trust(n));
    }

    private static CellRecord cell(JsonNode n) {
        return new CellRecord(
                integer(n, "row"),
                integer(n, "column"),
                integer(n, "rowSpan"),
                integer(n, "columnSpan"),
                n.get("isHeader").booleanValue(),
                text(n, "text"),
                regions(n),
                number(n, "confidence"),
                n.get("needsReview").booleanValue());
    }

    static TaskRecord task(JsonNode n) {
        return new TaskRecord(
                text(n, "taskId"),
                constant(n, "source", TaskRecord.Source::valueOf),
                text(n, "tableId"),
                text(n, "sectionId"),
                optionalInteger(n, "row"),
                text(n, "label"),
                texts(n, "groupPath"),
                text(n, "objective"),
                text(n, "task"),
                text(n, "activity"),
                text(n, "product"),
                parts(n, TaskRecord.UnitRole.LEAD),
                parts(n, TaskRecord.UnitRole.COORD),
                new Due(
                        text(n, "dueText"),
                        constant(n, "dueKind", Due.Kind::valueOf),
                        day(n, "dueStart"),
                        day(n, "dueEnd"),
                        text(n, "dueRecurrence")),
                text(n, "funding"),
                text(n, "note"),
                regions(n),
                trust(n));
    }

    private static List<TaskRecord.UnitPart> parts(JsonNode n, String role) {
        return n.get("taskUnits")
                .valueStream()
                .filter(u -> text(u, "role").equals(role))
                .map(u -> new TaskRecord.UnitPart(text(u, "unitId"), text(u, "name")))
                .toList();
    }

    private static UnitRecord unit(JsonNode n) {
        return new UnitRecord(
                text(n, "unitId"),
                text(n, "name"),
                constant(n, "level", UnitRecord.Level::valueOf),
                constant(n, "kind", UnitRecord.Kind::valueOf),
                text(n, "province"),
                text(n, "parentUnitId"),
                textOrEmpty(n, "validFrom"),
                textOrEmpty(n, "validTo"),
                text(n, "successorUnitId"),
                texts(n, "aliases"),
                text(n, "sameAs"));
    }

    static TargetRecord target(JsonNode n) {
        return new TargetRecord(
                text(n, "targetId"),
                text(n, "sectionId"),
                text(n, "tableId"),
                optionalInteger(n, "row"),
                text(n, "text"),
                text(n, "measure"),
                constant(n, "direction", TargetRecord.Direction::valueOf),
                TargetRecord.Comparator.ofSign(text(n, "comparator")),
                n.get("value").decimalValue(),
                decimal(n, "valueMax"),
                text(n, "unit"),
                text(n, "scope"),
                text(n, "baseline"),
                day(n, "periodStart"),
                day(n, "periodEnd"),
                regions(n),
                trust(n));
    }

    static IndicatorRecord indicator(JsonNode n) {
        return new IndicatorRecord(
                text(n, "indicatorId"),
                text(n, "tableId"),
                integer(n, "row"),
                text(n, "code"),
                text(n, "name"),
                text(n, "unit"),
                decimal(n, "value"),
                text(n, "valueText"),
                text(n, "note"),
                texts(n, "groupPath"),
                regions(n),
                trust(n));
    }

    private static ReferenceRecord reference(JsonNode n) {
        return new ReferenceRecord(
                text(n, "referenceId"),
                text(n, "sectionId"),
                text(n, "type"),
                text(n, "number"),
                textOrEmpty(n, "date"),
                text(n, "issuer"),
                text(n, "text"),
                regions(n),
                number(n, "confidence"));
    }

    private static PageRecord page(JsonNode n) {
        return new PageRecord(
                integer(n, "number"),
                number(n, "width"),
                number(n, "height"),
                integer(n, "rotation"),
                constant(n, "textChoice", TextChoice::valueOf),
                texts(n, "reasons"),
                list(n, "lines", l -> new LineRecord(box(l), list(l, "words", JsonReader::word))),
                list(
                        n,
                        "regions",
                        r -> new PageRegion(constant(r, "kind", PageRegion.Kind::valueOf), box(r), text(r, "text"))));
    }

    private static WordRecord word(JsonNode n) {
        return new WordRecord(
                text(n, "text"),
                n.path("original").asText(""),
                box(n),
                number(n, "confidence"),
                constant(n, "source", WordSource::valueOf),
                n.has("alternatives") ? texts(n, "alternatives") : List.of());
    }

    private static <T> List<T> list(JsonNode n, String name, Function<JsonNode, T> element) {
        List<T> list = new ArrayList<>();
        n.path(name).forEach(each -> list.add(element.apply(each)));
        return list;
    }

    private static String text(JsonNode n, String name) {
        String value = n.get(name).textValue();
        if (value == null) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return value;
    }

    private static String textOrEmpty(JsonNode n, String name) {
        return n.get(name).isNull() ? "" : text(n, name);
    }

    private static List<String> texts(JsonNode n, String name) {
        return n.get(name).valueStream().map(JsonNode::textValue).toList();
    }

    private static int integer(JsonNode n, String name) {
        return n.get(name).intValue();
    }

    private static OptionalInt optionalInteger(JsonNode n, String name) {
        return n.get(name).isNull() ? OptionalInt.empty() : OptionalInt.of(integer(n, name));
    }

    private static double number(JsonNode n, String name) {
        return n.get(name).doubleValue();
    }

    private static Optional<BigDecimal> decimal(JsonNode n, String name) {
        return n.get(name).isNull() ? Optional.empty() : Optional.of(n.get(name).decimalValue());
    }

    private static Optional<LocalDate> day(JsonNode n, String name) {
        return Optional.of(textOrEmpty(n, name)).filter(d -> !d.isEmpty()).map(LocalDate::parse);
    }

    private static <E extends Enum<E>> E constant(JsonNode n, String name, Function<String, E> valueOf) {
        return valueOf.apply(text(n, name).toUpperCase(Locale.ROOT));
    }

    private static Trust trust(JsonNode n) {
        return new Trust(number(n, "confidence"), texts(n, "reviewReason"));
    }

    private static Box box(JsonNode n) {
        return Numbers.parseBox(text(n, "bbox"));
    }

    private static List<Region> regions(JsonNode n) {
        if (n.has("regions")) {
            return list(n, "regions", r -> new Region(integer(r, "page"), box(r)));
        }
        return n.get("page").isNull() ? List.of() : List.of(new Region(integer(n, "page"), box(n)));
    }
}
