package vn.trich.pipeline.ocr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import vn.trich.pipeline.ingest.RefusedFileException;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PageTextJson;

/** What a worker answers, one line of JSON. */
sealed interface PageAnswer {

    /** How all answers begin but a page. */
    List<String> SHORT_ANSWERS = List.of("{\"pages\":", "{\"refused\":", "{\"unreadable\":", "{\"missing\":");

    /** A page was read. */
    record Read(PageText page) implements PageAnswer {}

    /** A file has that many pages. */
    record Counted(int pages) implements PageAnswer {}

    /** A file cannot or may not be read. */
    record Refused(RefusedFileException.Reason reason, String why) implements PageAnswer {}

    /** A page or file cannot be read, and trying again would not help. */
    record Unreadable(String why) implements PageAnswer {}

    /** Nothing can be read, since something is missing. */
    record Missing(String what) implements PageAnswer {}

    /** As one line. */
    default String toLine() {
        if (this instanceof Read read) {
            return PageTextJson.toLine(read.page());
        }
        ObjectNode node = new ObjectMapper().createObjectNode();
        if (this instanceof Counted counted) {
            node.put("pages", counted.pages());
        } else if (this instanceof Refused refused) {
            node.put("refused", refused.reason().name()).put("why", refused.why());
        } else if (this instanceof Unreadable unreadable) {
            node.put("unreadable", unreadable.why());
        } else {
            node.put("missing", ((Missing) this).what());
        }
        return node.toString();
    }

    /**
     * Reads what {@link #toLine} wrote.
     *
     * @throws IOException if {@code line} is no such JSON
     */
    static PageAnswer fromLine(String line) throws IOException {
        if (SHORT_ANSWERS.stream().noneMatch(line::startsWith)) {
            try {
                return new Read(PageTextJson.fromLine(line));
            } catch (IllegalArgumentException e) {
                throw new IOException("a worker answered nonsense", e);
            }
        }
        JsonNode node = new ObjectMapper().readTree(line);
        if (node.has("pages")) {
            return new Counted(node.path("pages").asInt());
        }
        if (node.has("refused")) {
            return new Refused(
                    RefusedFileException.Reason.valueOf(node.path("refused").asText()),
                    node.path("why").asText());
        }
        return node.has("missing")
                ? new Missing(node.path("missing").asText())
                : new Unreadable(node.path("unreadable").asText());
    }
}
