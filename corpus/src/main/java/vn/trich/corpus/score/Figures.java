package vn.trich.corpus.score;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a document or of several.
 *
 * @param values the figures; one that counted nothing may be missing
 */
public record Figures(Map<Measure, Figure> values) {

    /** No figures. */
    public static final Figures NONE = new Figures(Map.of());

    /** Copies the figures. */
    public Figures {
        EnumMap<Measure, Figure> copy = new EnumMap<>(Measure.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** A figure, if it counted anything. */
    public Optional<Figure> get(Measure measure) {
        return Optional.ofNullable(values.get(measure)).filter(figure -> !figure.isEmpty());
    }

    /** Both pooled: sums of counts. */
    public Figures plus(Figures other) {
        Map<Measure, Figure> sum = new EnumMap<>(Measure.class);
        sum.putAll(values);
        other.values.forEach((measure, figure) -> sum.merge(measure, figure, Figure::plus));
        return new Figures(sum);
    }
}
