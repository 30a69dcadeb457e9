package vn.trich.pipeline.ocr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file whose pages a worker is asked to count, one line of JSON.
 *
 * @param file the file
 * @param name its name in messages
 * @param mediaType what it is
 */
record CountTask(Path file, String name, String mediaType) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    String toLine() {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("count", file.toAbsolutePath().toString());
        node.put("name", name);
        node.put("type", mediaType);
        return node.toString();
    }

    /** Whether a line is such a task. */
    static boolean is(String line) {
        return line.startsWith("{\"count\"");
    }

    /**
     * Reads what {@link #toLine} wrote.
     *
     * @throws IOException if {@code line} is no JSON
     */
    static CountTask fromLine(String line) throws IOException {
        JsonNode node = MAPPER.readTree(line);
        return new CountTask(
                Path.of(node.path("count").asText()),
                node.path("name").asText(),
                node.path("type").asText());
    }
}
