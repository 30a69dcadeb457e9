package vn.trich.output;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one kind of record that people may set right, by their names in the CSV files; read and changed in the
 * form in which a CSV cell holds them. Works on the record's JSON, whose form is that of the published schema.
 *
 * @param <R> the kind of record
 * @param names the fields
 * @param dates those that hold a date or nothing
 * @param numbers those that hold a number, or nothing where {@code optional} names them
 * @param optional numbers that may be empty
 * @param toJson writes a record
 * @param fromJson reads it again
 */
record RecordFields<R>(
        Set<String> names,
        Set<String> dates,
        Set<String> numbers,
        Set<String> optional,
        JsonSink.Element<Written<R>> toJson,
        FromJson<R> fromJson) {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static final RecordFields<DocumentRecord> DOCUMENT = new RecordFields<>(
            Set.of(
                    "issuer_parent",
                    "issuer",
                    "number",
                    "type",
                    "title",
                    "place",
                    "date",
                    "plan_start",
                    "plan_end",
                    "signer_authority",
                    "signer_position",
                    "signer_name"),
            Set.of("date", "plan_start", "plan_end"),
            Set.of(),
            Set.of(),
            w -> {
                w.sink().startObject();
                JsonWriter.head(w.record(), w.sink());
                w.sink().endObject();
            },
            n -> JsonReader.document(n, ""));

    static final RecordFields<TaskRecord> TASK = new RecordFields<>(
            Set.of(
                    "label",
                    "objective",
                    "task",
                    "activity",
                    "product",
                    "due_text",
                    "due_kind",
                    "due_start",
                    "due_end",
                    "due_recurrence",
                    "funding",
                    "note"),
            Set.of("due_start", "due_end"),
            Set.of(),
            Set.of(),
            w -> JsonWriter.task(w.record(), w.sink()),
            JsonReader::task);

    static final RecordFields<TargetRecord> TARGET = new RecordFields<>(
            Set.of(
                    "text",
                    "measure",
                    "direction",
                    "comparator",
                    "value",
                    "value_max",
                    "unit",
                    "scope",
                    "baseline",
                    "period_start",
                    "period_end"),
            Set.of("period_start", "period_end"),
            Set.of("value", "value_max"),
            Set.of("value_max"),
            w -> JsonWriter.target(w.record(), w.sink()),
            JsonReader::target);

    static final RecordFields<IndicatorRecord> INDICATOR = new RecordFields<>(
            Set.of("code", "name", "unit", "value", "value_text", "note"),
            Set.of(),
            Set.of("value"),
            Set.of("value"),
            w -> JsonWriter.indicator(w.record(), w.sink()),
            JsonReader::indicator);

    /** A record on its way into JSON. */
    record Written<R>(R record, JsonSink sink) {}

    /** Reads a record from JSON. */
    interface FromJson<R> {
        R read(JsonNode json);
    }

    /** What a CSV cell would hold for that field. */
    String get(R record, String field) {
        JsonNode value = tree(record).get(camelCase(field));
        return value.isNumber() ? Numbers.plain(value.decimalValue()) : value.asText("");
    }

    /**
     * The record with another value in a field; whether it fits is found by reading the record again.
     *
     * @return empty if the value is none that the field can hold
     */
    Optional<R> with(R record, String field, String value) {
        ObjectNode tree = tree(record);
        String name = camelCase(field);
        try {
            if (numbers.contains(field)) {
                putNumber(tree, name, value, optional.contains(field));
            } else if (dates.contains(field)) {
                putDate(tree, name, value);
            } else {
                tree.put(name, value);
            }
            return Optional.of(fromJson.read(tree));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The record with another trust. */
    R with(R record, Trust trust) {
        ObjectNode tree = tree(record);
        tree.put("confidence", new BigDecimal(Numbers.rounded(trust.confidence(), 4)));
        tree.put("needsReview", trust.needsReview());
        trust.reviewReasons().forEach(tree.putArray("reviewReason")::add);
        return fromJson.read(tree);
    }

    private static void putNumber(ObjectNode tree, String name, String value, boolean mayBeEmpty) {
        if (value.isEmpty() && mayBeEmpty) {
            tree.putNull(name);
        } else if (value.matches("-?\\d{1,30}(\\.\\d{1,30})?")) {
            tree.put(name, new BigDecimal(value));
        } else {
            throw new IllegalArgumentException(value + " is no number");
        }
    }

    private static void putDate(ObjectNode tree, String name, String value) {
        if (value.isEmpty()) {
            tree.putNull(name);
            return;
        }
        if (!value.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
            throw new IllegalArgumentException(value + " is no date");
        }
        LocalDate.parse(value + "0000-01-01".substring(value.length()));
        tree.put(name, value);
    }

    private ObjectNode tree(R record) {
        try {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            try (JsonSink sink = new JsonSink(json)) {
                toJson.write(new Written<>(record, sink));
            }
            return (ObjectNode) MAPPER.readTree(json.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String camelCase(String field) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            boolean after = i > 0 && field.charAt(i - 1) == '_';
            if (field.charAt(i) != '_') {
                name.append(after ? Character.toUpperCase(field.charAt(i)) : field.charAt(i));
            }
        }
        return name.toString();
    }
}
