package vn.trich.pipeline.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.trich.pipeline.watch.InboxLoop;

/** {@code trich watch}: stays and reads what comes into an inbox. */
@Command(
        name = "watch",
        sortOptions = false,
        description = {
            "Reads what comes into an inbox, until it is told to end (SIGTERM, Ctrl-C).",
            "",
            "As 'trich run', again and again. Where the file system tells of new files it waits for that; on network "
                    + "shares, which tell nothing, it looks. What fails as a whole (a share that is away, a full "
                    + "disk) is logged, waited for and tried again."
        },
        footerHeading = "%nExit codes%n",
        footer = {
            "  1    the command line is wrong",
            "  3    something that has to be installed is missing",
            "  4    DIR cannot be written at the start, or another run is writing it",
            "  5    the inbox is not there at the start, or another run takes files from it",
            "  70   a fault of the program",
            "  143  asked to end; what was done is kept, the next start goes on (130: interrupted)"
        })
final class WatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private InboxOptions options;

    @Option(
            names = "--poll",
            description = "Look every --poll-every seconds though the file system might tell of new files.")
    private boolean poll;

    @Option(
            names = "--poll-every",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How often to look where nothing is told. Default: ${DEFAULT-VALUE}.")
    private double pollEvery;

    @Option(
            names = "--rescan",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "Look this often though nothing was told. Default: ${DEFAULT-VALUE}.")
    private double rescan;

    @Override
    public Integer call() {
        InboxLoop.Times times = new InboxLoop.Times(
                options.settle(),
                InboxOptions.seconds("--poll-every", pollEvery),
                InboxOptions.seconds("--rescan", rescan),
                !poll);
        InboxRun run = new InboxRun(
                "watch",
                options,
                times,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        return run.go(InboxLoop::stay);
    }
}
