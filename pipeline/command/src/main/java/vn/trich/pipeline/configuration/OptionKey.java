package vn.trich.pipeline.configuration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an option is called outside the command line: {@code --max-pages} is {@code max-pages} in the file and
 * {@code TRICH_MAX_PAGES} in the environment.
 *
 * @param name the key in the file
 */
record OptionKey(String name) {

    private static final String PREFIX = "TRICH_";

    /**
     * The key of an option; none if it cannot be configured: help, version, the configuration file itself,
     * what the help does not tell of.
     */
    static Optional<OptionKey> of(OptionSpec option) {
        String longest = Arrays.stream(option.names())
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        if (option.usageHelp()
                || option.versionHelp()
                || option.hidden()
                || longest.equals(Configuration.FILE_OPTION)
                || !longest.startsWith("--")) {
            return Optional.empty();
        }
        return Optional.of(new OptionKey(longest.substring(2)));
    }

    /** Whether an option takes no value. */
    static boolean isFlag(OptionSpec option) {
        return option.typeInfo().isBoolean() && option.arity().max() == 0;
    }

    /** The variable of the environment that sets it for all commands. */
    String variable() {
        return PREFIX + upper(name);
    }

    /** The variable of the environment that sets it for one command. */
    String variable(String command) {
        return PREFIX + upper(command) + "_" + upper(name);
    }

    /** Whether a variable of the environment is meant for this program, apart from those that set no option. */
    static boolean isMeant(String variable) {
        return variable.startsWith(PREFIX)
                && !variable.equals(Configuration.FILE_VARIABLE)
                && !variable.equals(PREFIX + "OPTS");
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
