package vn.trich.pipeline.ocr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PageTextJson;

/** What a worker answers, one line of JSON. */
sealed interface PageAnswer {

    /** A page was read. */
    record Read(PageText page) implements PageAnswer {}

    /** A page cannot be read, and trying again would not help. */
    record Unreadable(String why) implements PageAnswer {}

    /** Nothing can be read, since something is missing. */
    record Missing(String what) implements PageAnswer {}

    /** As one line. */
    default String toLine() {
        ObjectMapper mapper = new ObjectMapper();
        if (this instanceof Read read) {
            return PageTextJson.toLine(read.page());
        }
        if (this instanceof Unreadable unreadable) {
            return mapper.createObjectNode().put("unreadable", unreadable.why()).toString();
        }
        return mapper.createObjectNode().put("missing", ((Missing) this).what()).toString();
    }

    /**
     * Reads what {@link #toLine} wrote.
     *
     * @throws IOException if {@code line} is no such JSON
     */
    static PageAnswer fromLine(String line) throws IOException {
        if (!line.startsWith("{\"unreadable\"") && !line.startsWith("{\"missing\"")) {
            try {
                return new Read(PageTextJson.fromLine(line));
            } catch (IllegalArgumentException e) {
                throw new IOException("a worker answered nonsense", e);
            }
        }
        JsonNode node = new ObjectMapper().readTree(line);
        return node.has("missing")
                ? new Missing(node.path("missing").asText())
                : new Unreadable(node.path("unreadable").asText());
    }
}
