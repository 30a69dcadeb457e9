package vn.trich.output;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The published descriptions of what is written. */
public final class Schemas {

    private static final String PARTIAL_DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

    /** The JSON Schema (2020-12) of {@code documents/*.json}, UTF-8. */
    public byte[] documentSchema() {
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream("document.schema.json"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The columns of {@code csv/*.csv} with their types, as a table group of the W3C's Metadata Vocabulary for Tabular
     * Data (CSV on the Web, 2015), UTF-8; to stand beside the CSV files as {@code csv-metadata.json}.
     */
    public byte[] csvMetadata() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode group = mapper.createObjectNode();
        group.put("@context", "http://www.w3.org/ns/csvw");
        ObjectNode dialect = group.putObject("dialect");
        dialect.put("encoding", "utf-8");
        dialect.put("delimiter", ",");
        dialect.put("quoteChar", "\"");
        dialect.put("doubleQuote", true);
        dialect.put("header", true);
        dialect.putArray("lineTerminators").add("\r\n");
        ArrayNode tables = group.putArray("tables");
        for (CsvTable<?> table : CsvTables.all()) {
            ObjectNode node = tables.addObject();
            node.put("url", table.fileName());
            node.put("dc:description", "A row is " + table.meaning() + ".");
            ArrayNode columns = node.putObject("tableSchema").putArray("columns");
            table.columns().forEach(c -> column(c, columns.addObject()));
        }
        DefaultIndenter unix = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(unix).withArrayIndenter(unix);
        try {
            return (mapper.writer(printer).writeValueAsString(group) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void column(CsvColumn<?> column, ObjectNode node) {
        node.put("name", column.name());
        node.put("titles", column.name());
        node.put("dc:description", column.meaning());
        switch (column.type()) {
            case TEXT, NAME -> node.put("datatype", "string");
            case LIST -> node.put("datatype", "string").put("separator", "; ");
            case INTEGER -> node.put("datatype", "integer");
            case NUMBER -> node.put("datatype", "decimal");
            case BOOLEAN -> node.put("datatype", "boolean");
            case DATE -> node.put("datatype", "date");
            case PARTIAL_DATE ->
                node.putObject("datatype").put("base", "string").put("format", PARTIAL_DATE);
        }
    }
}
