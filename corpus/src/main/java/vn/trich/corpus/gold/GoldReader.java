package vn.trich.corpus.gold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads gold HTML. */
public final class GoldReader {

    private static final String END = ".html";
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private GoldReader() {}

    /**
     * Reads a gold file.
     *
     * @param file a file {@code NAME.html} in UTF-8
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a {@code data-} attribute is not as the format says
     */
    public static GoldFile read(Path file) throws IOException {
        String name = file.getFileName().toString();
        String stem = name.endsWith(END) ? name.substring(0, name.length() - END.length()) : name;
        return parse(stem, Files.readString(file));
    }

    /**
     * Reads gold HTML.
     *
     * @param name what the document is called
     * @param html the HTML text
     * @throws IllegalArgumentException if a {@code data-} attribute is not as the format says
     */
    public static GoldFile parse(String name, String html) {
        Element body =
                Jsoup.parse(Normalizer.normalize(html, Normalizer.Form.NFC)).body();
        List<Element> articles = body.select("article");
        List<Element> roots = articles.isEmpty() ? List.of(body) : articles;
        try {
            return new GoldFile(name, roots.stream().map(GoldReader::document).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("gold " + name + ": " + e.getMessage(), e);
        }
    }

    private static GoldDocument document(Element root) {
        List<GoldTable> tables = new ArrayList<>();
        List<GoldTask> tasks = new ArrayList<>();
        List<GoldSection> sections = new ArrayList<>();
        for (Element element : root.select("section, table")) {
            if (element.normalName().equals("table")) {
                GoldTable table = GoldTableReader.read(element);
                tasks.addAll(new TableTasks(table, tables.size()).read());
                tables.add(table);
            } else {
                GoldSection section = section(element);
                sections.add(section);
                if (element.hasClass("task")) {
                    tasks.add(sectionTask(element, section));
                }
            }
        }
        return new GoldDocument(
                head(root),
                TextCollector.textOf(root),
                TextCollector.textOf(root, child -> !child.is("p.footnote, sup")),
                footnotes(root),
                sections,
                tables,
                tasks,
                targets(root),
                indicators(root),
                references(root));
    }

    private static GoldHead head(Element root) {
        Map<HeadField, GoldText> fields = new EnumMap<>(HeadField.class);
        put(fields, HeadField.ISSUER_PARENT, own(root, "issuer-parent"), "");
        put(fields, HeadField.ISSUER, own(root, "issuer"), "");
        put(fields, HeadField.NUMBER, own(root, "number"), "data-number");
        put(fields, HeadField.TYPE, own(root, "doc-type"), "data-type");
        put(fields, HeadField.TITLE, own(root, "doc-title"), "");
        put(fields, HeadField.PLACE, own(root, "place-date"), "data-place");
        put(fields, HeadField.DATE, own(root, "place-date"), "data-date");
        Optional<Element> signature = own(root, "signature");
        put(fields, HeadField.SIGNER_AUTHORITY, signature, "data-authority");
        put(fields, HeadField.SIGNER_POSITION, signature, "data-position");
        put(fields, HeadField.SIGNER_NAME, signature, "data-name");
        return new GoldHead(fields);
    }

    private static Optional<Element> own(Element root, String className) {
        return Optional.ofNullable(root.selectFirst("div." + className));
    }

    /** Puts what the attribute (if one is named) or the text says; nothing where it is empty or hangs on a doubt. */
    private static void put(
            Map<HeadField, GoldText> fields, HeadField field, Optional<Element> element, String attribute) {
        if (element.isEmpty()) {
            return;
        }
        GoldText printed = TextCollector.textOf(element.get());
        GoldText value = attribute.isEmpty()
                ? printed
                : GoldText.of(element.get().attr(attribute).strip());
        boolean open = attribute.isEmpty() ? value.isUndecidable() : hangsOnDoubt(field, printed);
        if (!value.isEmpty() && !open) {
            fields.put(field, value);
        }
    }

    private static boolean hangsOnDoubt(HeadField field, GoldText printed) {
        if (!printed.hasUnsure()) {
            return false;
        }
        boolean place = field == HeadField.PLACE;
        int comma = printed.text().indexOf(',');
        return !place || comma < 0 || printed.unsure().nextSetBit(0) < comma;
    }

    private static GoldSection section(Element element) {
        boolean appendix = element.hasClass("appendix");
        String label = element.attr("data-label").strip();
        List<String> path = new ArrayList<>();
        for (Element above = element.parent(); above != null; above = above.parent()) {
            if (above.normalName().equals("section")) {
                String aboveLabel = above.attr("data-label").strip();
                path.add(0, (aboveLabel + " " + title(above, aboveLabel).text()).strip());
            }
        }
        return new GoldSection(
                label, level(element, path.size()), appendix, title(element, label), body(element, label), path);
    }

    private static int level(Element element, int above) {
        String level = element.attr("data-level").strip();
        if (level.matches("[1-9]\\d?")) {
            return Integer.parseInt(level);
        }
        return above + 1;
    }

    private static GoldText title(Element section, String label) {
        return heading(section)
                .map(h -> TextCollector.textOf(h).withoutLabel(label))
                .orElse(GoldText.EMPTY);
    }

    private static Optional<Element> heading(Element section) {
        return section.children().stream()
                .filter(child -> HEADINGS.contains(child.normalName()))
                .findFirst();
    }

    private static GoldText body(Element section, String label) {
        Optional<Element> heading = heading(section);
        GoldText text = TextCollector.textOf(
                section,
                child -> !child.is("section, table, footer, p.footnote, div.signature")
                        && !heading.filter(child::equals).isPresent());
        return heading.isPresent() ? text : text.withoutLabel(label);
    }

    private static GoldTask sectionTask(Element element, GoldSection section) {
        GoldText whole = GoldText.join(List.of(section.title(), section.body()));
        List<GoldText> texts = section.title().isEmpty() || section.body().isEmpty()
                ? new ArrayList<>(List.of(whole))
                : new ArrayList<>(List.of(whole, section.title()));
        // A criterion told in points: what is to be done is its heading, or that and the point that says so.
        for (Element point : element.select("> section[data-part=work]")) {
            texts.add(GoldText.join(List.of(section.title(), section(point).body())));
        }
        return new GoldTask(
                false,
                Optional.of(section.label()),
                texts,
                Optional.empty(),
                Optional.empty(),
                sectionUnits(element, "data-lead", "data-units"),
                sectionUnits(element, "data-coord", "data-coord"),
                element.hasAttr("data-due") ? Optional.of(GoldDue.parse(element.attr("data-due"))) : Optional.empty(),
                section.path().isEmpty() ? Optional.empty() : Optional.of(String.join(" > ", section.path())),
                0,
                -1);
    }

    private static Optional<List<String>> sectionUnits(Element element, String key, String other) {
        String found = element.hasAttr(key) ? key : other;
        return element.hasAttr(found) ? Optional.of(TableTasks.names(element.attr(found))) : Optional.empty();
    }

    private static List<GoldTarget> targets(Element root) {
        return root.select("mark.target").stream()
                .map(mark -> GoldTarget.parse(
                        TextCollector.textOf(mark),
                        mark.attr("data-t"),
                        mark.attr("data-scope").strip()))
                .toList();
    }

    private static List<GoldIndicator> indicators(Element root) {
        List<GoldIndicator> indicators = new ArrayList<>();
        for (Element element : root.select("table")) {
            if (element.selectFirst("tr.indicator") == null) {
                continue;
            }
            GoldTable table = GoldTableReader.read(element);
            List<Element> rows = element.select("tr");
            for (int number = 1; number <= rows.size(); number++) {
                Element row = rows.get(number - 1);
                if (row.hasClass("indicator")) {
                    indicators.add(indicator(table, number, row));
                }
            }
        }
        return indicators;
    }

    private static GoldIndicator indicator(GoldTable table, int number, Element row) {
        String code = row.hasAttr("data-label") ? row.attr("data-label").strip() : text(table, number, "code");
        String unit = row.hasAttr("data-unit") ? row.attr("data-unit").strip() : text(table, number, "unit");
        return new GoldIndicator(
                code, text(table, number, "name"), unit, row.attr("data-value").strip());
    }

    private static String text(GoldTable table, int row, String role) {
        return GoldText.join(
                        table.cellsFor(row, role).stream().map(GoldCell::text).toList())
                .text();
    }

    private static List<GoldText> footnotes(Element root) {
        return root.select("p.footnote").stream()
                .map(note -> TextCollector.textOf(note)
                        .withoutLabel(note.attr("data-mark").strip()))
                .toList();
    }

    private static List<GoldReference> references(Element root) {
        return root.select("cite.ref").stream()
                .map(cite -> new GoldReference(
                        cite.attr("data-type").strip(), cite.attr("data-number").strip()))
                .toList();
    }
}
