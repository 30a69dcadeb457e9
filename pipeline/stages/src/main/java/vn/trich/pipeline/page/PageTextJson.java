package vn.trich.pipeline.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.trich.output.Box;
import vn.trich.output.PageRegion;
import vn.trich.output.TextChoice;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word.Style;

/**
 * {@link PageText} as JSON and back: between worker and main process, and on disk where pages are kept for later
 * stages. Coordinates keep two decimals, confidences four; reading what was written gives equal records.
 *
 * <p>A page is an object with {@code page, width, height, rotation, skew, choice, reasons, synthetic, failure} and
 * three lists. {@code words}: {@code {t, o, b, c, s, a, f}} for text, original (left out if equal), box
 * {@code [x0, y0, x1, y1]}, confidence, source, alternatives (each followed by its
 * likelihood; left out if none), style {@code [size, bold, italic]} (left
 * out if unknown). {@code rulings}: {@code [0 or 1 for horizontal, at, from, to]}. {@code regions}:
 * {@code {kind, b, text}}.
 */
public final class PageTextJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PageTextJson() {}

    /** One page, on one line without a line break at its end. */
    public static String toLine(PageText page) {
        java.io.StringWriter text = new java.io.StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            writePage(json, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Reads what {@link #toLine} wrote.
     *
     * @throws IllegalArgumentException if {@code line} is not such JSON
     */
    public static PageText fromLine(String line) {
        try {
            return page(MAPPER.readTree(line));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a page: " + e.getMessage(), e);
        }
    }

    /**
     * Writes pages as a JSON array, one page a line; does not close {@code out}.
     *
     * @throws IOException if {@code out} fails
     */
    public static void write(List<PageText> pages, Writer out) throws IOException {
        out.write("[\n");
        for (int i = 0; i < pages.size(); i++) {
            out.write(toLine(pages.get(i)));
            out.write(i + 1 < pages.size() ? ",\n" : "\n");
        }
        out.write("]\n");
        out.flush();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if {@code in} fails or does not hold JSON
     */
    public static List<PageText> read(Reader in) throws IOException {
        List<PageText> pages = new ArrayList<>();
        for (JsonNode node : MAPPER.readTree(in)) {
            pages.add(page(node));
        }
        return pages;
    }

    private static void writePage(JsonGenerator json, PageText page) throws IOException {
        json.writeStartObject();
        json.writeNumberField("page", page.number());
        number(json, "width", page.width());
        number(json, "height", page.height());
        json.writeNumberField("rotation", page.rotation());
        json.writeFieldName("skew");
        json.writeNumber(Math.round(page.skew() * 1e4) / 1e4);
        json.writeStringField("choice", page.choice().name());
        strings(json, "reasons", page.reasons());
        json.writeBooleanField("synthetic", page.synthetic());
        if (page.failure().isPresent()) {
            json.writeStringField("failure", page.failure().get());
        }
        json.writeArrayFieldStart("words");
        for (Word word : page.words()) {
            writeWord(json, word);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rulings");
        for (Ruling ruling : page.rulings()) {
            json.writeStartArray();
            json.writeNumber(ruling.horizontal() ? 1 : 0);
            number(json, ruling.at());
            number(json, ruling.from());
            number(json, ruling.to());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("regions");
        for (PageRegion region : page.regions()) {
            json.writeStartObject();
            json.writeStringField("kind", region.kind().name());
            box(json, region.bbox());
            json.writeStringField("text", region.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeWord(JsonGenerator json, Word word) throws IOException {
        json.writeStartObject();
        json.writeStringField("t", word.text());
        if (!word.original().equals(word.text())) {
            json.writeStringField("o", word.original());
        }
        box(json, word.box());
        json.writeFieldName("c");
        json.writeNumber(Math.round(word.confidence() * 1e4) / 1e4);
        json.writeStringField("s", word.source().name());
        if (!word.alternatives().isEmpty()) {
            alternatives(json, word.alternatives());
        }
        Style style = word.style();
        if (!style.equals(Style.UNKNOWN)) {
            json.writeArrayFieldStart("f");
            number(json, style.size());
            json.writeNumber(style.bold() ? 1 : 0);
            json.writeNumber(style.italic() ? 1 : 0);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void box(JsonGenerator json, Box box) throws IOException {
        json.writeArrayFieldStart("b");
        number(json, box.x0());
        number(json, box.y0());
        number(json, box.x1());
        number(json, box.y1());
        json.writeEndArray();
    }

    private static void alternatives(JsonGenerator json, List<Alternative> values) throws IOException {
        json.writeArrayFieldStart("a");
        for (Alternative value : values) {
            json.writeString(value.text());
            json.writeNumber(Math.round(value.likelihood() * 1000) / 1e3);
        }
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        number(json, value);
    }

    private static void number(JsonGenerator json, double value) throws IOException {
        json.writeNumber(Math.round(value * 100) / 100.0);
    }

    private static PageText page(JsonNode node) {
        List<Word> words = new ArrayList<>();
        node.path("words").forEach(word -> words.add(word(word)));
        List<Ruling> rulings = new ArrayList<>();
        node.path("rulings")
                .forEach(r -> rulings.add(new Ruling(
                        r.path(0).asInt() == 1,
                        r.path(1).asDouble(),
                        r.path(2).asDouble(),
                        r.path(3).asDouble())));
        List<PageRegion> regions = new ArrayList<>();
        node.path("regions")
                .forEach(r -> regions.add(new PageRegion(
                        PageRegion.Kind.valueOf(r.path("kind").asText()),
                        box(r.path("b")),
                        r.path("text").asText())));
        return new PageText(
                node.path("page").asInt(),
                node.path("width").asDouble(),
                node.path("height").asDouble(),
                node.path("rotation").asInt(),
                node.path("skew").asDouble(),
                TextChoice.valueOf(node.path("choice").asText()),
                strings(node.path("reasons")),
                words,
                rulings,
                regions,
                node.path("synthetic").asBoolean(),
                node.has("failure") ? Optional.of(node.path("failure").asText()) : Optional.empty());
    }

    private static Word word(JsonNode node) {
        String text = node.path("t").asText();
        JsonNode style = node.path("f");
        return new Word(
                text,
                node.has("o") ? node.path("o").asText() : text,
                box(node.path("b")),
                node.path("c").asDouble(),
                WordSource.valueOf(node.path("s").asText()),
                alternatives(node.path("a")),
                style.isMissingNode()
                        ? Style.UNKNOWN
                        : new Style(
                                style.path(0).asDouble(),
                                style.path(1).asInt() == 1,
                                style.path(2).asInt() == 1));
    }

    private static Box box(JsonNode node) {
        return new Box(
                node.path(0).asDouble(),
                node.path(1).asDouble(),
                node.path(2).asDouble(),
                node.path(3).asDouble());
    }

    private static List<Alternative> alternatives(JsonNode node) {
        List<Alternative> values = new ArrayList<>();
        for (int i = 0; i + 1 < node.size(); i += 2) {
            values.add(new Alternative(node.path(i).asText(), node.path(i + 1).asDouble()));
        }
        return values;
    }

    private static List<String> strings(JsonNode node) {
        List<String> values = new ArrayList<>();
        node.forEach(value -> values.add(value.asText()));
        return values;
    }
}
