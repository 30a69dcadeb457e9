package vn.trich.pipeline.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.trich.pipeline.watch.InboxLoop;

/** {@code trich run}: empties an inbox and ends. */
@Command(
        name = "run",
        sortOptions = false,
        description = {
            "Reads what lies in an inbox, once, and ends: for cron and timers.",
            "",
            "A file is taken when it holds still; it ends in one of the folders done, partial, quarantined and "
                    + "duplicate, with a note beside it that says what happened and what to do. What a run could not "
                    + "finish, the next one finishes."
        },
        footerHeading = "%nWhat is written besides what 'extract' writes%n",
        footer = {
            "  DIR/files/            the files themselves and their notes (see --files)",
            "  DIR/reports/          what came in, what went out, what needs a person; latest.txt, latest.json",
            "",
            "Exit codes",
            "  0    everything was read",
            "  1    the command line is wrong",
            "  2    some files could not be read, or wait, or are still being written; the report names them",
            "  3    something that has to be installed is missing",
            "  4    DIR cannot be written, or another run is writing it",
            "  5    the inbox is not there or cannot be read, or another run takes files from it",
            "  70   a fault of the program",
            "  130  interrupted; what was done is kept, running again goes on (143: asked to end)"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private InboxOptions options;

    @Override
    public Integer call() {
        InboxLoop.Times times =
                new InboxLoop.Times(options.settle(), Duration.ofSeconds(1), Duration.ofSeconds(1), false);
        InboxRun run = new InboxRun(
                "run",
                options,
                times,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        return run.go(InboxLoop::once);
    }
}
