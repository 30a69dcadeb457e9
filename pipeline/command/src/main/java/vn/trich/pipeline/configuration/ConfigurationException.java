package vn.trich.pipeline.configuration;

/** A configuration that cannot be obeyed; its message tells a person where, what is wrong and what to do. */
public final class ConfigurationException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Refuses a configuration for this reason. */
    public ConfigurationException(String message) {
        super(message);
    }
}
