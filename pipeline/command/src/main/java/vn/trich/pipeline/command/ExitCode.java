package vn.trich.pipeline.command;

/** What the command's exit codes mean. */
public final class ExitCode {

    /** Everything was done. */
    public static final int OK = 0;

    /** The command line is wrong, or a path on it is not there. */
    public static final int USAGE = 1;

    /** Some files could not be read, in whole or in part; all others are done. */
    public static final int SOME_FAILED = 2;

    /** Something that has to be installed is missing. */
    public static final int MISSING_DEPENDENCY = 3;

    /** The folder of results cannot be written, or another run is writing it. */
    public static final int OUTPUT = 4;

    /** The inbox cannot be read, or another run takes files from it. */
    public static final int INBOX = 5;

    /** A fault of the program itself. */
    public static final int FAULT = 70;

    private ExitCode() {}
}
