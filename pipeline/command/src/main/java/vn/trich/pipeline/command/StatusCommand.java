package vn.trich.pipeline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.trich.pipeline.batch.FolderLock;
import vn.trich.pipeline.catalogue.Catalogue;

/** {@code trich status}: what is done, running, waiting, failed. */
@Command(
        name = "status",
        sortOptions = false,
        description = {
            "Tells what is done, running and waiting in a folder of results, and what needs a person.",
            "",
            "Only reads, and may be asked at any time, also while a run is going on."
        },
        footerHeading = "%nExit codes%n",
        footer = {"  0  told; 1  there is no folder of results; 4  its catalogue cannot be read"})
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder of results.")
    private Path out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (Catalogue catalogue = Catalogue.openReadOnly(out)) {
            Status status = Status.of(catalogue, FolderLock.isHeld(out));
            PrintWriter text = spec.commandLine().getOut();
            text.print(
                    json
                            ? new StatusText().json(status, out.toString())
                            : new StatusText().words(status, out.toString()));
            text.flush();
            return ExitCode.OK;
        } catch (NoSuchFileException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    Files.isDirectory(out.resolve("documents"))
                            ? out + " has no catalogue yet, an earlier version wrote it; the next run makes one"
                            : out + ": no folder of results");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot read " + out + ": " + CommandFailure.words(e));
        }
    }
}
