package vn.trich.pipeline.command;

import java.io.PrintWriter;

/** Runs the command for tests of other packages. */
public final class CommandLines {

    private CommandLines() {}

    /** Runs it; what it prints to either stream goes to {@code out}; gives its exit code. */
    public static int run(PrintWriter out, String... arguments) {
        return Trich.commandLine(out, out).execute(arguments);
    }
}
