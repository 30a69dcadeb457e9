package vn.trich.pipeline.normalize;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import vn.trich.output.Box;
import vn.trich.output.ColumnRole;
import vn.trich.output.Region;
import vn.trich.output.SectionRecord;
import vn.trich.output.TableRecord;
import vn.trich.output.WordSource;
import vn.trich.pipeline.outline.Block;
import vn.trich.pipeline.outline.Head;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.outline.Section;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** Makes a paper of a true document, as if every stage before had read it without a fault. All stands on page 1. */
final class GoldPaper {

    private static final Box BOX = new Box(0, 0, 10, 10);
    private static final Region HERE = new Region(1, BOX);

    private GoldPaper() {}

    static List<Element> documents(String html) {
        Element body =
                Jsoup.parse(Normalizer.normalize(html, Normalizer.Form.NFC)).body();
        List<Element> articles = body.select("article");
        return articles.isEmpty() ? List.of(body) : articles;
    }

    static Paper of(Element root) {
        List<Section> sections = new ArrayList<>();
        List<Block> preamble = new ArrayList<>();
        for (Element child : root.children()) {
            if (child.normalName().equals("section")) {
                sections.add(section(child, 1));
            } else if (child.normalName().equals("p")) {
                preamble.add(paragraph(text(child)));
            } else if (child.normalName().equals("table")) {
                preamble.add(new Block.TableBlock(table(child), ""));
            }
        }
        sections.add(
                0,
                new Section(SectionRecord.Kind.PREAMBLE, "", 1, "", preamble, List.of(), List.of(HERE), 1, List.of()));
        return new Paper(head(root), sections, List.of(), 1, 1);
    }

    private static Head head(Element root) {
        return new Head(
                sentenceCase(div(root, "issuer-parent")),
                sentenceCase(div(root, "issuer")),
                attribute(root, "number", "data-number"),
                attribute(root, "doc-type", "data-type"),
                div(root, "doc-title"),
                attribute(root, "place-date", "data-place"),
                attribute(root, "place-date", "data-date"),
                "",
                "",
                "",
                List.of(),
                1,
                List.of());
    }

    private static String sentenceCase(String capitals) {
        return Arrays.stream(capitals.split(" "))
                .map(word -> word.isEmpty()
                        ? word
                        : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private static String div(Element root, String name) {
        Element found = root.selectFirst("div." + name);
        return found == null ? "" : text(found);
    }

    private static String attribute(Element root, String name, String attribute) {
        Element found = root.selectFirst("div." + name);
        return found == null ? "" : found.attr(attribute);
    }

    private static Section section(Element element, int level) {
        String label = element.attr("data-label");
        boolean appendix = element.hasClass("appendix");
        String title = "";
        List<Block> blocks = new ArrayList<>();
        List<Section> children = new ArrayList<>();
        for (Element child : element.children()) {
            String name = child.normalName();
            if (name.matches("h\\d")) {
                title = withoutLabel(text(child).replace('\n', ' '), label);
            } else if (name.equals("section")) {
                children.add(section(child, level + 1));
            } else if (name.equals("table")) {
                blocks.add(new Block.TableBlock(table(child), ""));
            } else if (name.equals("p") && !child.hasClass("footnote")) {
                String text = text(child);
                boolean opens = title.isEmpty() && blocks.isEmpty() && children.isEmpty();
                String own = opens ? withoutLabel(text, label) : text;
                if (!own.isBlank()) {
                    blocks.add(paragraph(own));
                }
            }
        }
        SectionRecord.Kind kind = appendix
                ? SectionRecord.Kind.APPENDIX
                : label.startsWith("Điều")
                        ? SectionRecord.Kind.ARTICLE
                        : title.isEmpty() ? SectionRecord.Kind.CLAUSE : SectionRecord.Kind.HEADING;
        return new Section(kind, label, level, title, blocks, children, List.of(HERE), 1, List.of());
    }

    private static String withoutLabel(String text, String label) {
        return text.startsWith(label) ? text.substring(label.length()).replaceFirst("^[.):\\-–\\s]+", "") : text;
    }

    static Block.Paragraph paragraph(String text) {
        return new Block.Paragraph(words(text), List.of(HERE));
    }

    private static List<Word> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Word.read(word, BOX, 1, WordSource.TEXT_LAYER, Word.Style.UNKNOWN))
                .toList();
    }

    /** Text with a line feed for each break, other white space as single blanks. */
    static String text(Element element) {
        StringBuilder out = new StringBuilder();
        collect(element, out);
        return out.toString()
                .replaceAll("[ \\t\\x0B\\f\\r]+", " ")
                .replaceAll(" ?\u0001 ?", "\n")
                .strip();
    }

    private static void collect(Node node, StringBuilder out) {
        if (node instanceof TextNode text) {
            out.append(text.getWholeText().replace('\n', ' '));
        } else if (node instanceof Element element) {
            if (element.normalName().equals("br") || element.normalName().equals("p")) {
                out.append('\u0001');
            }
            if (!element.normalName().equals("sup")) {
                element.childNodes().forEach(child -> collect(child, out));
            }
        }
    }

    static Table table(Element element) {
        List<Element> rows = element.select("tr");
        int columns = rows.stream()
                .mapToInt(row -> row.children().stream()
                        .mapToInt(cell -> span(cell, "colspan"))
                        .sum())
                .max()
                .orElse(1);
        boolean[][] taken = new boolean[rows.size() + 1][columns + 1];
        ColumnRole[] roles = new ColumnRole[columns];
        Arrays.fill(roles, ColumnRole.OTHER);
        List<Table.RowKind> kinds = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        int headers = 0;
        for (int r = 0; r < rows.size(); r++) {
            Element row = rows.get(r);
            Table.RowKind kind = row.closest("thead") != null
                    ? Table.RowKind.HEADER
                    : row.hasClass("group") ? Table.RowKind.GROUP : Table.RowKind.BODY;
            headers += kind == Table.RowKind.HEADER ? 1 : 0;
            kinds.add(kind);
            int column = 1;
            for (Element cell : row.children()) {
                while (column <= columns && taken[r + 1][column]) {
                    column++;
                }
                int down = Math.min(span(cell, "rowspan"), rows.size() - r);
                int across = Math.min(span(cell, "colspan"), columns - column + 1);
                for (int y = r + 1; y <= r + down; y++) {
                    for (int x = column; x < column + across; x++) {
                        taken[y][x] = true;
                    }
                }
                if (cell.hasAttr("data-role")) {
                    roles[column - 1] =
                            ColumnRole.valueOf(cell.attr("data-role").toUpperCase(Locale.ROOT));
                }
                String text = text(cell);
                cells.add(new Cell(r + 1, column, down, across, text, words(text), List.of(HERE)));
                column += across;
            }
        }
        return new Table(
                TableRecord.Kind.valueOf(element.attr("data-kind").toUpperCase(Locale.ROOT)),
                rows.size(),
                columns,
                headers,
                List.of(roles),
                kinds,
                cells,
                List.of(HERE),
                List.of());
    }

    private static int span(Element cell, String attribute) {
        String text = cell.attr(attribute);
        return text.isEmpty() ? 1 : Integer.parseInt(text);
    }
}
