package vn.trich.pipeline.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.trich.pipeline.batch.Reprocess;
import vn.trich.pipeline.batch.RunSummary;

/** {@code trich extract}: from files and folders to a folder of results. */
@Command(
        name = "extract",
        sortOptions = false,
        description = {
            "Reads documents and writes what they say as JSON and CSV.",
            "",
            "PATH is a file (PDF, TIFF, PNG, JPEG, plain text) or a folder, searched at any depth "
                    + "(hidden files, links, HTML, XML, JSON, CSV and the like are left out there). "
                    + "Files that were read before are not read again, unless the software's version or a setting "
                    + "that matters has changed. A file that cannot be read costs only itself."
        },
        footerHeading = "%nWhat is written%n",
        footer = {
            "  DIR/documents/ID.json  everything about one document, each record with its page and box",
            "  DIR/text/ID.txt        its restored text",
            "  DIR/pdf/ID.pdf         the file as a searchable PDF, with --searchable-pdf",
            "  DIR/csv/*.csv          the same, flat, over all documents",
            "  DIR/catalogue.sqlite   all of it in one database, with every file and attempt; what the others are made from",
            "  DIR/schema/            the JSON Schema and the database's; the CSV columns are described in csv/csv-metadata.json",
            "",
            "Exit codes",
            "  0    everything was read",
            "  1    the command line is wrong",
            "  2    some files could not be read, in whole or in part; all others are done",
            "  3    something that has to be installed is missing",
            "  4    DIR cannot be written, or another run is writing it",
            "  70   a fault of the program",
            "  130  interrupted; what was done is kept, running again goes on (143: asked to end)"
        })
final class ExtractCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders to read.")
    private List<Path> paths;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder of results; made if it is not there.")
    private Path out;

    @Option(
            names = "--reprocess",
            paramLabel = "WHICH",
            defaultValue = "CHANGED",
            description = "Which known files to read again: changed (by another version or settings; the default), "
                    + "failed (those too that failed), all.")
    private Reprocess reprocess;

    @Option(
            names = "--searchable-pdf",
            description = "Write DIR/pdf/ID.pdf too: the file with what was read from it as hidden text.")
    private boolean searchablePdf;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no progress.")
    private boolean quiet;

    @Mixin
    private ReadingOptions reading;

    @Override
    public Integer call() {
        RunSummary run = new Extraction(
                        reading.settings(), reprocess, spec.commandLine().getErr(), quiet, searchablePdf)
                .run(paths, out);
        spec.commandLine().getOut().print(new SummaryText().of(run, out.toString()));
        spec.commandLine().getOut().flush();
        return run.complete() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
}
