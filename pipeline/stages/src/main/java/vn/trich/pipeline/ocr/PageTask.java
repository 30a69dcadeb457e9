package vn.trich.pipeline.ocr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a worker is asked to do, one line of JSON.
 *
 * @param file the file
 * @param mediaType what it is
 * @param page which page of it, from 1
 */
record PageTask(Path file, String mediaType, int page) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    String toLine() {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("file", file.toAbsolutePath().toString());
        node.put("type", mediaType);
        node.put("page", page);
        return node.toString();
    }

    /**
     * Reads what {@link #toLine} wrote.
     *
     * @throws IOException if {@code line} is no JSON
     */
    static PageTask fromLine(String line) throws IOException {
        JsonNode node = MAPPER.readTree(line);
        return new PageTask(
                Path.of(node.path("file").asText()),
                node.path("type").asText(),
                node.path("page").asInt());
    }
}
