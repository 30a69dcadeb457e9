package vn.trich.pipeline.normalize;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What speaks for or against a record, by name; what is not there is 0. Names are those that {@code review-model.tsv}
 * weighs.
 *
 * @param values the values
 */
record Signs(SortedMap<String, Double> values) {

    /** No sign. */
    static final Signs NONE = new Signs(new TreeMap<>());

    /** Copies the values. */
    Signs {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** These of one kind. */
    static Signs of(Map<String, Double> values) {
        return new Signs(new TreeMap<>(values));
    }

    /** These and those; those win. */
    Signs and(Signs others) {
        TreeMap<String, Double> all = new TreeMap<>(values);
        all.putAll(others.values);
        return new Signs(all);
    }

    /** The value of a sign. */
    double get(String name) {
        return values.getOrDefault(name, 0.0);
    }
}
