package vn.trich.pipeline.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.trich.output.OutputFolder;
import vn.trich.pipeline.batch.FolderBusyException;
import vn.trich.pipeline.batch.FolderLock;
import vn.trich.pipeline.batch.Results;
import vn.trich.pipeline.batch.Settlement;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.Export;
import vn.trich.pipeline.catalogue.Export.Format;

/** {@code trich export}: writes the files of a folder of results again, from its catalogue. */
@Command(
        name = "export",
        sortOptions = false,
        description = {
            "Writes JSON, text and CSV files again, from the catalogue; reads no document.",
            "",
            "Without --to the files of DIR itself are written anew, whatever became of them. With --to they are written "
                    + "to another folder, also while a run is writing DIR; other files that are there stay."
        },
        footerHeading = "%nExit codes%n",
        footer = {"  0  written; 1  the command line is wrong; 4  the folder cannot be written, or a run is writing it"
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder of results.")
    private Path out;

    @Option(names = "--to", paramLabel = "DIR", description = "Folder to write; made if it is not there. Default: DIR.")
    private Path to;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "What to write, one or more of csv, json, text. Default: all.")
    private List<Format> formats;

    @Option(
            names = "--run",
            paramLabel = "N",
            description = "Only the documents that this run stored ('trich status' names the last; needs --to).")
    private Long run;

    @Override
    public Integer call() {
        Set<Format> wanted = formats == null ? EnumSet.allOf(Format.class) : EnumSet.copyOf(formats);
        if (!Files.isRegularFile(out.resolve(Catalogue.FILE)) && !Files.isDirectory(out.resolve("documents"))) {
            throw new CommandFailure(ExitCode.USAGE, out + ": no folder of results");
        }
        if (run != null && (to == null || isSame(out, to))) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--run needs --to another folder, so that the files of " + out + " stay whole");
        }
        Path target = to == null ? out : to;
        try {
            int documents = isSame(out, target) ? anew(wanted) : elsewhere(target, wanted);
            spec.commandLine().getOut().printf("Wrote %d documents to %s%n", documents, target);
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        } catch (FolderBusyException e) {
            throw new CommandFailure(ExitCode.OUTPUT, e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot write " + target + ": " + CommandFailure.words(e));
        }
    }

    private int anew(Set<Format> wanted) throws IOException, FolderBusyException {
        try (Results results = Results.open(out)) {
            int documents = new Export(results.catalogue()).write(results.folder(), wanted, OptionalLong.empty());
            new Settlement(results).settle();
            return documents;
        }
    }

    private int elsewhere(Path target, Set<Format> wanted) throws IOException, FolderBusyException {
        Path absolute = target.toAbsolutePath().normalize();
        if (absolute.startsWith(out.toAbsolutePath().normalize())) {
            throw new CommandFailure(ExitCode.USAGE, target + " lies in " + out + "; name a folder outside");
        }
        if (Files.exists(target.resolve(Catalogue.FILE))) {
            throw new CommandFailure(ExitCode.USAGE, target + " has a catalogue of its own; name another folder");
        }
        try (Catalogue catalogue = Catalogue.openReadOnly(out)) {
            if (run != null && catalogue.run(run).isEmpty()) {
                throw new CommandFailure(ExitCode.USAGE, "--run " + run + ": no such run");
            }
            Files.createDirectories(target);
            FolderLock lock = FolderLock.take(target);
            try {
                OutputFolder folder = new OutputFolder(target);
                folder.prepare();
                return new Export(catalogue)
                        .write(folder, wanted, run == null ? OptionalLong.empty() : OptionalLong.of(run));
            } finally {
                lock.close();
            }
        } catch (NoSuchFileException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    out + " has no catalogue yet, an earlier version wrote it; run 'trich export --out " + out
                            + "' first");
        }
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            return false;
        }
    }
}
