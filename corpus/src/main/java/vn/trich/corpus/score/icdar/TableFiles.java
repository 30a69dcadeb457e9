package vn.trich.corpus.score.icdar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import vn.trich.corpus.score.CsvFile;
import vn.trich.corpus.score.CsvFile.Row;
import vn.trich.corpus.score.icdar.Grid.Cell;

/** Reads tables: the competition's truth, an output folder, what tabula-java writes. */
final class TableFiles {

    private static final String TRUTH_END = "-str.xml";
    private static final String TABULA_END = ".json";
    /** A dash at the start of a text is written as an en dash, so that no spreadsheet takes it for a formula. */
    private static final String FORMULA_GUARD = "^–";

    private TableFiles() {}

    /**
     * Reads the truth of every document that has a PDF beside it.
     *
     * @param folder folder of {@code NAME.pdf} and {@code NAME-str.xml}
     * @return the tables by document name
     * @throws IOException if a file cannot be read
     */
    static Map<String, List<Grid>> truth(Path folder) throws IOException {
        Map<String, List<Grid>> truth = new TreeMap<>();
        for (Path file : files(folder, TRUTH_END)) {
            String name = stem(file, TRUTH_END);
            if (Files.exists(folder.resolve(name + ".pdf"))) {
                truth.put(name, regions(Files.readString(file)));
            }
        }
        return truth;
    }

    /** The regions of a structure file of the competition; rows and columns count from 0, ends are inclusive. */
    static List<Grid> regions(String xml) {
        Document document = Jsoup.parse(xml, "", Parser.xmlParser());
        List<Grid> grids = new ArrayList<>();
        for (Element region : document.select("region")) {
            List<Cell> cells = new ArrayList<>();
            for (Element cell : region.select("cell")) {
                int row = number(cell, "start-row", 0);
                int column = number(cell, "start-col", 0);
                int rowSpan = number(cell, "end-row", row) - row + 1;
                int columnSpan = number(cell, "end-col", column) - column + 1;
                Element content = cell.selectFirst("content");
                String text = content == null ? "" : content.wholeText();
                cells.add(new Cell(row, column, Math.max(1, rowSpan), Math.max(1, columnSpan), text));
            }
            grids.add(new Grid(cells));
        }
        return grids;
    }

    private static int number(Element cell, String attribute, int otherwise) {
        String value = cell.attr(attribute).strip();
        return value.matches("\\d{1,4}") ? Integer.parseInt(value) : otherwise;
    }

    /**
     * Reads the tables of an output folder; a table that runs over pages falls into its parts, for the competition
     * counts them so.
     *
     * @param folder folder with {@code csv/} in it
     * @return the tables by name of the source file without its ending
     * @throws IOException if a file cannot be read
     */
    static Map<String, List<Grid>> output(Path folder) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (Row row : CsvFile.read(folder.resolve("csv/documents.csv"))) {
            names.put(row.get("document_id"), stem(Path.of(row.get("source_file")), ""));
        }
        Map<String, Map<String, List<Cell>>> parts = new TreeMap<>();
        for (Row row : CsvFile.read(folder.resolve("csv/cells.csv"))) {
            Cell cell = new Cell(
                    row.number("row"),
                    row.number("column"),
                    Math.max(1, row.number("row_span")),
                    Math.max(1, row.number("column_span")),
                    row.get("text").replaceFirst(FORMULA_GUARD, "-"));
            String part = row.get("document_id") + " " + row.get("table_id") + " " + row.get("page");
            parts.computeIfAbsent(names.getOrDefault(row.get("document_id"), ""), k -> new TreeMap<>())
                    .computeIfAbsent(part, k -> new ArrayList<>())
                    .add(cell);
        }
        Map<String, List<Grid>> tables = new TreeMap<>();
        parts.forEach((name, grids) ->
                tables.put(name, grids.values().stream().map(Grid::new).toList()));
        return tables;
    }

    /**
     * Reads what tabula-java wrote as JSON, a file {@code NAME.json} per document.
     *
     * @return the tables by document name
     * @throws IOException if a file cannot be read
     */
    static Map<String, List<Grid>> tabula(Path folder) throws IOException {
        Map<String, List<Grid>> tables = new TreeMap<>();
        for (Path file : files(folder, TABULA_END)) {
            List<Grid> grids = new ArrayList<>();
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            for (JsonNode table : root) {
                List<Cell> cells = new ArrayList<>();
                int row = 0;
                for (JsonNode line : table.path("data")) {
                    int column = 0;
                    for (JsonNode cell : line) {
                        cells.add(
                                new Cell(row, column++, 1, 1, cell.path("text").asText()));
                    }
                    row++;
                }
                grids.add(new Grid(cells));
            }
            tables.put(stem(file, TABULA_END), grids);
        }
        return tables;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    private static String stem(Path file, String end) {
        String name = file.getFileName().toString();
        if (!end.isEmpty()) {
            return name.substring(0, name.length() - end.length());
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
