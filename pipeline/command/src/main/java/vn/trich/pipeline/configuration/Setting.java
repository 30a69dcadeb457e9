package vn.trich.pipeline.configuration;

import java.util.List;

/**
 * The value of a key that is in force unless the command line says otherwise.
 *
 * @param key the key, as the file has it
 * @param values its value, or several; none if it has none
 * @param origin where it comes from
 */
public record Setting(String key, List<String> values, Origin origin) {

    /** Copies the values. */
    public Setting {
        values = List.copyOf(values);
    }
}
