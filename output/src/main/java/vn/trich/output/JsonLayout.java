package vn.trich.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/**
 * Line breaks and indentation of the written JSON: two blanks per level and LF, but what was opened while {@linkplain
 * #startFlat() flat} stands on one line, so that a page has a line per word and a table a line per cell.
 */
final class JsonLayout implements PrettyPrinter {

    private int depth;
    private int flat;

    /** From here on, until the matching {@link #endFlat()}, no line is broken. To be called inside the container. */
    void startFlat() {
        flat++;
    }

    /** Ends what {@link #startFlat()} began. To be called after the container was closed. */
    void endFlat() {
        flat--;
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator gen) throws IOException {
        gen.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator gen) throws IOException {
        gen.writeRaw('{');
        depth++;
    }

    @Override
    public void writeEndObject(JsonGenerator gen, int entries) throws IOException {
        end(gen, entries, '}');
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator gen) throws IOException {
        separate(gen);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator gen) throws IOException {
        gen.writeRaw(": ");
    }

    @Override
    public void writeStartArray(JsonGenerator gen) throws IOException {
        gen.writeRaw('[');
        depth++;
    }

    @Override
    public void writeEndArray(JsonGenerator gen, int values) throws IOException {
        end(gen, values, ']');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator gen) throws IOException {
        separate(gen);
    }

    @Override
    public void beforeArrayValues(JsonGenerator gen) throws IOException {
        breakLine(gen);
    }

    @Override
    public void beforeObjectEntries(JsonGenerator gen) throws IOException {
        breakLine(gen);
    }

    private void separate(JsonGenerator gen) throws IOException {
        gen.writeRaw(flat > 0 ? ", " : ",");
        breakLine(gen);
    }

    private void end(JsonGenerator gen, int parts, char bracket) throws IOException {
        depth--;
        if (parts > 0) {
            breakLine(gen);
        }
        gen.writeRaw(bracket);
    }

    private void breakLine(JsonGenerator gen) throws IOException {
        if (flat > 0) {
            return;
        }
        gen.writeRaw('\n');
        for (int i = 0; i < depth; i++) {
            gen.writeRaw("  ");
        }
    }
}
