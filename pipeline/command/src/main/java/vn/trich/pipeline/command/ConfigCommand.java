package vn.trich.pipeline.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.trich.pipeline.configuration.Configuration;
import vn.trich.pipeline.configuration.ConfigurationReport;

/** {@code trich config}: which values of options are in force and where each comes from. */
@Command(
        name = "config",
        sortOptions = false,
        description = {
            "Prints what the options are set to and where each value comes from.",
            "",
            "A value comes from the command line, else from the environment (--max-pages: TRICH_MAX_PAGES, or "
                    + "TRICH_EXTRACT_MAX_PAGES for 'extract' alone), else from the configuration file, else it is the "
                    + "default. A flag that is set elsewhere is taken back by --no-FLAG. What is printed may serve as a configuration file: at the top what holds for every "
                    + "command, below each command's name what holds for it alone."
        },
        footerHeading = "%nExit codes%n",
        footer = {"  0  printed; 1  the configuration cannot be obeyed: an unknown key, an unreadable file"})
final class ConfigCommand implements Callable<Integer> {

    private final Configuration configuration;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "Print the options of this command only.")
    private String command;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ConfigCommand(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        if (command != null && !root.getSubcommands().containsKey(command)) {
            throw new CommandFailure(ExitCode.USAGE, command + ": no such command");
        }
        List<String> commands = command == null
                ? root.getSubcommands().keySet().stream()
                        .filter(name -> !name.equals(spec.name()))
                        .toList()
                : List.of(command);
        ConfigurationReport report = ConfigurationReport.of(configuration, root, commands);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.json() : report.yaml());
        out.flush();
        return ExitCode.OK;
    }
}
