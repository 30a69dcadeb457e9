package vn.trich.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.output.Region;
import vn.trich.output.SectionRecord;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.outline.Block;
import vn.trich.pipeline.outline.Head;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.outline.Section;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/**
 * A document's text in reading order: a paragraph per line, a table row per line with its cells parted by tabs, a form
 * feed between pages; no page numbers, running heads or repeated header rows. What runs over several pages stands whole
 * on the first of them, but a table's rows each on their own.
 */
final class RestoredText {

    /** What a label ends with. */
    private static final Pattern LABEL_END = Pattern.compile("[.)/:-]+$");

    private final Map<Word, Object> paragraphs = new IdentityHashMap<>();
    private final Map<Object, Section> opened = new IdentityHashMap<>();
    private final List<Section> titled;
    private final Head head;

    /** The text of that document. */
    RestoredText(Paper paper) {
        head = paper.head();
        List<Section> sections = paper.allSections();
        for (Section section : sections) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Paragraph paragraph) {
                    paragraph.words().forEach(w -> paragraphs.put(w, paragraph));
                }
            }
        }
        titled = sections.stream().filter(s -> !s.title().isEmpty()).toList();
        titled.forEach(s -> opened.put(s, s));
        // The figure of a footnote may be part of the word behind it.
        sections.stream()
                .filter(s -> s.title().isEmpty() && !s.blocks().isEmpty() && s.kind() != SectionRecord.Kind.FOOTNOTE)
                .forEach(s -> opened.put(s.blocks().get(0), s));
    }

    /**
     * Composes the text.
     *
     * @param pages the document's pages without the lines that stand in tables
     * @param tables the tables that stand on these pages
     */
    String compose(List<PageLayout> pages, List<Table> tables) {
        Map<Object, StringBuilder> begun = new IdentityHashMap<>();
        List<List<StringBuilder>> byPage = new ArrayList<>();
        for (PageLayout page : pages) {
            List<StringBuilder> out = new ArrayList<>();
            List<Rows> rows = rows(tables, page.page().number());
            for (Line line : page.lines()) {
                if (line.kind() == Line.Kind.BODY || line.kind() == Line.Kind.FOOTNOTE) {
                    placeRows(rows, line.box().centreY(), out);
                    placeLine(line, begun, out);
                }
            }
            placeRows(rows, Double.POSITIVE_INFINITY, out);
            byPage.add(out);
        }
        return byPage.stream()
                .map(lines -> lines.stream().map(l -> l + "\n").collect(Collectors.joining()))
                .collect(Collectors.joining("\f"));
    }

    private void placeLine(Line line, Map<Object, StringBuilder> begun, List<StringBuilder> out) {
        Optional<Object> part = part(line);
        StringBuilder open = part.map(begun::get).orElse(null);
        if (open != null) {
            open.append(' ').append(line.text());
            return;
        }
        StringBuilder text = new StringBuilder(labelled(line, part.map(opened::get)));
        part.ifPresent(p -> begun.put(p, text));
        out.add(text);
    }

    /**
     * The text of the line that opens a section, with the label that the section has: labels are told by their turn, and
     * a recogniser loses strokes of {@code III.}.
     */
    private String labelled(Line line, Optional<Section> section) {
        String text = line.text();
        String label = section.map(Section::label).orElse("");
        int blank = text.indexOf(' ');
        if (label.isEmpty() || label.contains(" ") || blank < 0) {
            return text;
        }
        String rest = text.substring(blank + 1);
        String title = section.get().title();
        boolean opens = title.isEmpty()
                ? !paragraphs.containsKey(line.words().get(0))
                        && paragraphs.containsKey(line.words().get(1))
                : title.equals(rest) || title.startsWith(rest + " ") || rest.startsWith(title + " ");
        Matcher sign = LABEL_END.matcher(text).region(0, blank);
        int end = sign.find() ? sign.start() : blank;
        if (!opens || text.substring(0, end).equals(label)) {
            return text;
        }
        return label + (end < blank ? text.substring(end, blank) : ".") + " " + rest;
    }

    /** The paragraph, the section's title or the document's title that the line is part of. */
    private Optional<Object> part(Line line) {
        Optional<Object> paragraph = line.words().stream()
                .map(paragraphs::get)
                .filter(p -> p != null)
                .findFirst();
        if (paragraph.isPresent()) {
            return paragraph;
        }
        Optional<Object> section = titled.stream()
                .filter(s -> holds(s, line))
                .map(Object.class::cast)
                .findFirst();
        return section.isPresent() || !holds(head, line) ? section : Optional.of(head);
    }

    /** Whether the line is one of those that the document's title is printed on. */
    private static boolean holds(Head head, Line line) {
        return line.words().size() > 1 && (" " + head.title() + " ").contains(" " + line.text() + " ");
    }

    private static boolean holds(Section section, Line line) {
        return section.regions().stream()
                .anyMatch(r -> r.page() == line.page() && r.hasBox() && r.bbox().holdsCentreOf(line.box()));
    }

    /** Writes the tables that begin above that height. */
    private static void placeRows(List<Rows> rows, double y, List<StringBuilder> out) {
        while (!rows.isEmpty() && rows.get(0).top() < y) {
            rows.remove(0).lines().forEach(l -> out.add(new StringBuilder(l)));
        }
    }

    /** The rows of each table that begin on that page, by height. */
    private static List<Rows> rows(List<Table> tables, int page) {
        List<Rows> rows = new ArrayList<>();
        for (Table table : tables) {
            Optional<Region> part =
                    table.regions().stream().filter(r -> r.page() == page).findFirst();
            part.ifPresent(region -> rows.add(new Rows(top(table, region), lines(table, page))));
        }
        rows.sort(Comparator.comparingDouble(Rows::top));
        return rows;
    }

    /** Upper edge of the table's part on a page: its region's, or in plain text its highest word's. */
    private static double top(Table table, Region region) {
        if (region.hasBox()) {
            return region.bbox().y0();
        }
        return table.cells().stream()
                .filter(c -> c.regions().stream().allMatch(r -> r.page() == region.page()))
                .flatMap(c -> c.words().stream())
                .mapToDouble(w -> w.box().y0())
                .min()
                .orElse(0);
    }

    /** The rows that begin on that page; one that a page break cuts begins on the first of its pages. */
    private static List<String> lines(Table table, int page) {
        Map<Integer, List<Cell>> byRow = new TreeMap<>();
        table.cells()
                .forEach(c ->
                        byRow.computeIfAbsent(c.row(), r -> new ArrayList<>()).add(c));
        List<String> lines = new ArrayList<>();
        int begins = table.regions().get(0).page();
        for (List<Cell> row : byRow.values()) {
            begins = row.stream()
                    .flatMap(c -> c.regions().stream())
                    .mapToInt(Region::page)
                    .min()
                    .orElse(begins);
            String line = line(row, table.columns());
            if (begins == page && !line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The row's texts, each at its column; nothing where a cell from the left or from above reaches. */
    private static String line(List<Cell> cells, int columns) {
        String[] texts = new String[columns];
        Arrays.fill(texts, "");
        cells.forEach(
                c -> texts[c.column() - 1] = c.text().replaceAll("\\s+", " ").strip());
        return String.join("\t", texts).stripTrailing();
    }

    /**
     * Rows of a table on a page.
     *
     * @param top upper edge of the table's part on the page
     * @param lines a line per row
     */
    private record Rows(double top, List<String> lines) {}
}
