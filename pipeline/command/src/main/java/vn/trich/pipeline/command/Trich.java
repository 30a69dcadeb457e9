package vn.trich.pipeline.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import vn.trich.pipeline.Version;
import vn.trich.pipeline.configuration.Configuration;

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

    /** Only for the help: {@link Configuration} finds it by itself. */
    @Option(
            names = Configuration.FILE_OPTION,
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Configuration file. Default: $TRICH_CONFIG, else ~/.config/trich/config.yaml, else "
                    + "/etc/trich/config.yaml, if there is one.")
    private Path configurationFile;

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
        return commandLine(out, err, System.getenv());
    }

    /** The command line in an environment of these variables. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        Configuration configuration = new Configuration(environment);
        CommandLine line = new CommandLine(new Trich())
                .addSubcommand(new ExtractCommand())
                .addSubcommand(new RunCommand())
                .addSubcommand(new WatchCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new LearnCommand())
                .addSubcommand(new RestoreCommand())
                .addSubcommand(new GenerateCommand())
                .addSubcommand(new ConfigCommand(configuration))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err);
        configuration.govern(line);
        line.setExecutionStrategy(parsed -> execute(parsed, configuration));
        line.setParameterExceptionHandler((e, args) -> wrongUsage(e, configuration));
        line.setExecutionExceptionHandler(Trich::fault);
        return line;
    }

    /** Without a subcommand there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** Help is given whatever the configuration says; nothing else is done by a wrong one. */
    private static int execute(CommandLine.ParseResult parsed, Configuration configuration) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        CommandLine root = parsed.commandSpec().root().commandLine();
        Optional<String> fault = configuration.fault(root);
        if (fault.isPresent()) {
            throw new ParameterException(parsed.commandSpec().commandLine(), fault.get());
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int wrongUsage(ParameterException e, Configuration configuration) {
        CommandLine command = e.getCommandLine();
        CommandLine root = command.getCommandSpec().root().commandLine();
        // What is missing or wrong may only be so because the configuration could not be read.
        Optional<String> fault = configuration.fault(root);
        if (fault.isPresent()) {
            command.getErr().println("trich: " + fault.get());
            return ExitCode.USAGE;
        }
        command.getErr().println("trich: " + e.getMessage() + origin(e, root, configuration));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /** Where a value that cannot be understood comes from, unless it was typed. */
    private static String origin(ParameterException e, CommandLine root, Configuration configuration) {
        if (!(e.getArgSpec() instanceof OptionSpec option)
                || e.getValue() == null
                || e instanceof CommandLine.MissingParameterException) {
            return "";
        }
        return configuration
                .setting(root, option)
                .filter(s -> s.values().contains(e.getValue()))
                .map(s -> s.origin().place())
                .filter(place -> !place.isEmpty())
                .map(place -> " (" + place + ")")
                .orElse("");
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
