package vn.trich.pipeline.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import vn.trich.pipeline.Version;

/** The command {@code trich}. */
@Command(
        name = "trich",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Trich.CurrentVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        description = {
            "Turns Vietnamese administrative paper (scans, PDFs, text dumps) into JSON and CSV: tasks, deadlines, "
                    + "units, targets, tables and outline, each traceable to its spot on the page.",
            "",
            "For a start: trich extract FOLDER --out results"
        },
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.FAULT)
public final class Trich implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** Made by {@link #commandLine}. */
    Trich() {}

    /**
     * Runs the command and ends the process with its {@linkplain ExitCode exit code}.
     *
     * @param args what was typed
     */
    public static void main(String[] args) {
        PrintWriter out = utf8(System.out);
        PrintWriter err = utf8(System.err);
        int code = commandLine(out, err).execute(args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** The command line, printing to these writers. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Trich())
                .addSubcommand(new ExtractCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new LearnCommand())
                .addSubcommand(new RestoreCommand())
                .addSubcommand(new GenerateCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err);
        line.setParameterExceptionHandler(Trich::wrongUsage);
        line.setExecutionExceptionHandler(Trich::fault);
        return line;
    }

    /** Without a subcommand there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("trich: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int fault(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof CommandFailure failure) {
            command.getErr().println("trich: " + failure.getMessage());
            return failure.exitCode();
        }
        command.getErr().println("trich: a fault of the program; please report it with what follows");
        e.printStackTrace(command.getErr());
        return ExitCode.FAULT;
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** Says which version this is. */
    static final class CurrentVersion implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"trich " + Version.current()};
        }
    }
}
