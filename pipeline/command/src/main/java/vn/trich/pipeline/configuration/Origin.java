package vn.trich.pipeline.configuration;

import java.nio.file.Path;

/** Where a value comes from. */
public sealed interface Origin {

    /** In one word: {@code default}, {@code environment} or {@code file}. */
    String kind();

    /** Exactly: the variable, or the file and the line; empty for a default. */
    String place();

    /** The program's own default. */
    record Default() implements Origin {
        @Override
        public String kind() {
            return "default";
        }

        @Override
        public String place() {
            return "";
        }
    }

    /**
     * A variable of the environment.
     *
     * @param variable its name
     */
    record Environment(String variable) implements Origin {
        @Override
        public String kind() {
            return "environment";
        }

        @Override
        public String place() {
            return variable;
        }
    }

    /**
     * A line of the configuration file.
     *
     * @param file the file
     * @param line from 1
     */
    record FileLine(Path file, int line) implements Origin {
        @Override
        public String kind() {
            return "file";
        }

        @Override
        public String place() {
            return file + ", line " + line;
        }
    }
}
