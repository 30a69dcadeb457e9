package vn.trich.corpus.paper;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the truth of a composed document as gold HTML. Mentions of other documents are wrapped in
 * {@code <cite class="ref" data-type data-number data-date data-issuer>}, which readers that do not ask for them pass
 * over.
 */
public final class GoldWriter {

    /** The gold of a file, UTF-8 text, NFC, ending in a line feed. */
    public String write(Bundle bundle) {
        StringBuilder out = new StringBuilder(1 << 15);
        out.append("<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(bundle.subject()))
                .append("</title></head><body>\n");
        boolean several = bundle.papers().size() > 1;
        for (Paper paper : bundle.papers()) {
            if (several) {
                out.append("<article>\n");
            }
            paper(paper, out);
            if (several) {
                out.append("</article>\n");
            }
        }
        out.append("</body></html>\n");
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static void paper(Paper paper, StringBuilder out) {
        head(paper.head(), out);
        div(out, "doc-type", Map.of("data-type", paper.type()), escape(paper.printedType()));
        div(out, "doc-title", Map.of(), html(paper.title()));
        blocks(paper.body(), out);
        if (!paper.recipients().isEmpty()) {
            out.append("<footer class=\"recipients\">");
            for (String line : paper.recipients()) {
                out.append("<p>").append(escape(line)).append("</p>");
            }
            out.append("</footer>\n");
        }
        Paper.Signature signature = paper.signature();
        if (!signature.name().isEmpty()) {
            out.append("<div class=\"signature\" data-authority=\"")
                    .append(escape(oneLine(signature.authority())))
                    .append("\" data-position=\"")
                    .append(escape(oneLine(signature.position())))
                    .append("\" data-name=\"")
                    .append(escape(signature.name()))
                    .append("\"></div>\n");
        }
        for (Paper.Appendix appendix : paper.appendices()) {
            appendix(appendix, out);
        }
    }

    private static void head(Paper.Head head, StringBuilder out) {
        if (head.issuer().isEmpty()) {
            return;
        }
        out.append("<header>\n");
        if (!head.parent().isEmpty()) {
            div(out, "issuer-parent", Map.of(), escape(oneLine(head.parent())));
        }
        div(out, "issuer", Map.of(), escape(oneLine(head.issuer())));
        div(out, "motto", Map.of(), escape(head.motto()));
        if (!head.mottoSecond().isEmpty()) {
            div(out, "motto2", Map.of(), escape(head.mottoSecond()));
        }
        if (head.number().isEmpty()) {
            out.append("</header>\n");
            return;
        }
        div(out, "number", Map.of("data-number", head.number()), escape(head.printedNumber()));
        out.append("<div class=\"place-date\" data-place=\"")
                .append(escape(head.place()))
                .append("\" data-date=\"")
                .append(head.date())
                .append("\">")
                .append(escape(head.printedPlaceDate()))
                .append("</div>\n</header>\n");
    }

    private static void appendix(Paper.Appendix appendix, StringBuilder out) {
        out.append("<section class=\"appendix\" data-label=\"")
                .append(escape(appendix.label()))
                .append("\" data-orientation=\"")
                .append(appendix.landscape() ? "landscape" : "portrait")
                .append("\"><h2>")
                .append(String.join(
                        "<br>",
                        appendix.heading().stream().map(GoldWriter::escape).toList()))
                .append("</h2>\n");
        blocks(appendix.blocks(), out);
        out.append("</section>\n");
    }

    private static void blocks(List<Block> blocks, StringBuilder out) {
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                out.append(paragraph.kind() == Block.Kind.BASIS ? "<p class=\"basis\">" : "<p>")
                        .append(html(paragraph.text()))
                        .append("</p>\n");
            } else if (block instanceof Block.Section section) {
                section(section, out);
            } else if (block instanceof Block.Figure figure) {
                grid(figure.grid(), out);
            } else if (block instanceof Block.Footnote note) {
                out.append("<p class=\"footnote\" data-mark=\"")
                        .append(note.mark())
                        .append("\"><sup>")
                        .append(note.mark())
                        .append("</sup> ")
                        .append(html(note.text()))
                        .append("</p>\n");
            }
        }
    }

    private static void section(Block.Section section, StringBuilder out) {
        out.append("<section");
        if (section.task()) {
            out.append(" class=\"task\"");
        }
        out.append(" data-label=\"")
                .append(escape(section.label()))
                .append("\" data-level=\"")
                .append(section.level())
                .append('"');
        attributes(section.data(), out);
        out.append('>');
        if (!section.heading().isEmpty()) {
            String tag = "h" + Math.min(6, section.level() + 1);
            out.append('<').append(tag).append('>').append(html(section.heading()));
            out.append("</").append(tag).append('>');
        }
        out.append('\n');
        blocks(section.blocks(), out);
        out.append("</section>\n");
    }

    private static void grid(Grid grid, StringBuilder out) {
        out.append("<table data-kind=\"")
                .append(grid.kind().name().toLowerCase(Locale.ROOT))
                .append("\"><thead>\n");
        for (Grid.Row row : grid.header()) {
            out.append("<tr>");
            row.cells().forEach(cell -> cell(cell, "th", out));
            out.append("</tr>\n");
        }
        if (!grid.numbers().isEmpty()) {
            out.append("<tr class=\"colnum\">");
            grid.numbers()
                    .forEach(number -> out.append("<td>").append(escape(number)).append("</td>"));
            out.append("</tr>\n");
        }
        out.append("</thead><tbody>\n");
        for (Grid.Row row : grid.rows()) {
            row(row, out);
        }
        out.append("</tbody></table>\n");
    }

    private static void row(Grid.Row row, StringBuilder out) {
        out.append("<tr");
        if (row.kind() != Grid.RowKind.PLAIN) {
            out.append(" class=\"")
                    .append(row.kind().name().toLowerCase(Locale.ROOT))
                    .append("\" data-label=\"")
                    .append(escape(row.label()))
                    .append('"');
        }
        attributes(row.data(), out);
        out.append('>');
        row.cells().forEach(cell -> cell(cell, "td", out));
        out.append("</tr>\n");
    }

    private static void cell(Grid.Cell cell, String tag, StringBuilder out) {
        out.append('<').append(tag);
        if (!cell.role().isEmpty()) {
            out.append(" data-role=\"").append(cell.role()).append('"');
        }
        if (cell.rowSpan() > 1) {
            out.append(" rowspan=\"").append(cell.rowSpan()).append('"');
        }
        if (cell.columnSpan() > 1) {
            out.append(" colspan=\"").append(cell.columnSpan()).append('"');
        }
        attributes(cell.data(), out);
        out.append('>').append(html(cell.truth()));
        out.append("</").append(tag).append('>');
    }

    private static void attributes(Map<String, String> data, StringBuilder out) {
        data.forEach((name, value) ->
                out.append(' ').append(name).append("=\"").append(escape(value)).append('"'));
    }

    private static void div(StringBuilder out, String name, Map<String, String> data, String html) {
        out.append("<div class=\"").append(name).append('"');
        attributes(data, out);
        out.append('>').append(html).append("</div>\n");
    }

    private static String html(Rich text) {
        StringBuilder out = new StringBuilder();
        html(text.parts(), out);
        return out.toString();
    }

    private static void html(List<Inline> parts, StringBuilder out) {
        for (Inline part : parts) {
            if (part instanceof Inline.Words words) {
                out.append(escape(words.text()));
            } else if (part instanceof Inline.Goal goal) {
                out.append("<mark class=\"target\" data-t=\"")
                        .append(escape(goal.data()))
                        .append('"');
                if (!goal.scope().isEmpty()) {
                    out.append(" data-scope=\"").append(escape(goal.scope())).append('"');
                }
                out.append('>');
                html(goal.inside(), out);
                out.append("</mark>");
            } else if (part instanceof Inline.Mention mention) {
                mention(mention, out);
            } else if (part instanceof Inline.NoteMark note) {
                out.append("<sup>").append(note.mark()).append("</sup>");
            } else {
                out.append("<br>");
            }
        }
    }

    private static void mention(Inline.Mention mention, StringBuilder out) {
        out.append("<cite class=\"ref\" data-type=\"")
                .append(escape(mention.type()))
                .append("\" data-number=\"")
                .append(escape(mention.number()))
                .append("\" data-date=\"")
                .append(mention.date())
                .append("\" data-issuer=\"")
                .append(escape(mention.issuer()))
                .append("\">")
                .append(escape(mention.text()))
                .append("</cite>");
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
