package vn.trich.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Writes fields in the forms that all records share. Absent text is an empty string; an absent number or date is
 * {@code null}.
 */
final class JsonSink implements Closeable {

    private final JsonLayout layout = new JsonLayout();
    private final JsonGenerator gen;

    JsonSink(OutputStream out) throws IOException {
        gen = new JsonFactory().createGenerator(out);
        gen.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        gen.setPrettyPrinter(layout);
    }

    /** Writes the elements of a list. */
    interface Element<T> {
        void write(T element) throws IOException;
    }

    void startObject() throws IOException {
        gen.writeStartObject();
    }

    void endObject() throws IOException {
        gen.writeEndObject();
    }

    /** An object on one line. */
    void startFlatObject() throws IOException {
        gen.writeStartObject();
        layout.startFlat();
    }

    void endFlatObject() throws IOException {
        gen.writeEndObject();
        layout.endFlat();
    }

    <T> void array(String name, List<T> elements, Element<T> element) throws IOException {
        gen.writeArrayFieldStart(name);
        for (T each : elements) {
            element.write(each);
        }
        gen.writeEndArray();
    }

    void text(String name, String value) throws IOException {
        gen.writeStringField(name, CleanText.of(value));
    }

    void constant(String name, Enum<?> value) throws IOException {
        gen.writeStringField(name, constant(value));
    }

    void texts(String name, List<String> values) throws IOException {
        gen.writeArrayFieldStart(name);
        layout.startFlat();
        for (String value : values) {
            gen.writeString(CleanText.of(value));
        }
        gen.writeEndArray();
        layout.endFlat();
    }

    void integer(String name, int value) throws IOException {
        gen.writeNumberField(name, value);
    }

    void integer(String name, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            integer(name, value.getAsInt());
        } else {
            gen.writeNullField(name);
        }
    }

    /** A number rounded to that many decimals. */
    void rounded(String name, double value, int decimals) throws IOException {
        gen.writeFieldName(name);
        gen.writeNumber(Numbers.rounded(value, decimals));
    }

    void confidence(String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            rounded(name, value.getAsDouble(), 4);
        } else {
            gen.writeNullField(name);
        }
    }

    void decimal(String name, Optional<BigDecimal> value) throws IOException {
        gen.writeFieldName(name);
        if (value.isPresent()) {
            gen.writeNumber(Numbers.plain(value.get()));
        } else {
            gen.writeNull();
        }
    }

    void bool(String name, boolean value) throws IOException {
        gen.writeBooleanField(name, value);
    }

    /** A date, whole or in part; empty is {@code null}. */
    void date(String name, String value) throws IOException {
        if (value.isEmpty()) {
            gen.writeNullField(name);
        } else {
            gen.writeStringField(name, value);
        }
    }

    void date(String name, Optional<LocalDate> value) throws IOException {
        date(name, value.map(LocalDate::toString).orElse(""));
    }

    void box(String name, Box box) throws IOException {
        gen.writeStringField(name, Numbers.box(box));
    }

    /** {@code page} and {@code bbox} of the first region; all {@code regions} where there are several. */
    void place(List<Region> regions) throws IOException {
        if (regions.isEmpty()) {
            gen.writeNullField("page");
            box("bbox", null);
            return;
        }
        integer("page", regions.get(0).page());
        box("bbox", regions.get(0).bbox());
        if (regions.size() > 1) {
            gen.writeArrayFieldStart("regions");
            layout.startFlat();
            for (Region region : regions) {
                gen.writeStartObject();
                integer("page", region.page());
                box("bbox", region.bbox());
                gen.writeEndObject();
            }
            gen.writeEndArray();
            layout.endFlat();
        }
    }

    void trust(Trust trust) throws IOException {
        rounded("confidence", trust.confidence(), 4);
        bool("needsReview", trust.needsReview());
        texts("reviewReason", trust.reviewReasons());
    }

    /** The name under which a constant is written: lower case. */
    static String constant(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Ends the text with a line feed; the stream stays open. */
    @Override
    public void close() throws IOException {
        gen.writeRaw('\n');
        gen.close();
    }
}
