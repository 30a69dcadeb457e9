package vn.trich.pipeline.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.trich.corpus.score.Evaluation;
import vn.trich.corpus.score.Report;
import vn.trich.pipeline.batch.Reprocess;
import vn.trich.pipeline.batch.RunSummary;

/** {@code trich evaluate}: how good the results are, against gold. */
@Command(
        name = "evaluate",
        sortOptions = false,
        description = {
            "Scores results against gold and prints every figure, per document and over all.",
            "",
            "Reads the files and folders PATH as 'trich extract' does and scores what comes out; or, with --output, "
                    + "scores a folder of results that is there already, anybody's that follows the contract. "
                    + "NAME.pdf, NAME.STATE.pdf and NAME.txt are scored against DIR/NAME.html."
        },
        footerHeading = "%nExit codes%n",
        footer = {"  0  scored; 2  scored, but some files could not be read; 1, 3, 4, 70, 130  as of 'trich extract'"})
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders to read and score.")
    private List<Path> paths = List.of();

    @Option(
            names = "--gold",
            required = true,
            paramLabel = "DIR",
            description = "Folder of gold, one HTML file per document.")
    private Path gold;

    @Option(names = "--output", paramLabel = "DIR", description = "Score this folder of results; nothing is read.")
    private Path output;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Keep what is read from PATH in this folder of results.")
    private Path out;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Option(names = "--details", description = "Print what lowered the figures too, a line per mistake.")
    private boolean details;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no progress.")
    private boolean quiet;

    @Mixin
    private ReadingOptions reading;

    @Override
    public Integer call() {
        if (paths.isEmpty() == (output == null)) {
            throw new CommandFailure(ExitCode.USAGE, "give either PATH or --output DIR");
        }
        if (!Files.isDirectory(gold)) {
            throw new CommandFailure(ExitCode.USAGE, gold + ": no such folder");
        }
        if (output != null) {
            return score(output, true);
        }
        if (out != null) {
            return readAndScore(out);
        }
        Path temporary = temporaryFolder();
        try {
            return readAndScore(temporary);
        } finally {
            delete(temporary);
        }
    }

    private int readAndScore(Path folder) {
        RunSummary run = new Extraction(
                        reading.settings(),
                        Reprocess.CHANGED,
                        spec.commandLine().getErr(),
                        quiet,
                        false)
                .run(paths, folder);
        Stream.concat(run.failures().stream(), run.problems().stream())
                .forEach(spec.commandLine().getErr()::println);
        return score(folder, run.complete());
    }

    private int score(Path folder, boolean complete) {
        try {
            Report report = Evaluation.of(gold, folder);
            if (report.documents().isEmpty()) {
                throw new CommandFailure(ExitCode.USAGE, "nothing in " + folder + " has gold in " + gold);
            }
            spec.commandLine().getOut().print(json ? report.json() : report.table());
            if (details) {
                spec.commandLine().getOut().print((json ? "" : "\n") + report.details());
            }
            spec.commandLine().getOut().flush();
            return complete ? ExitCode.OK : ExitCode.SOME_FAILED;
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "cannot score: " + e.getMessage());
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("trich-evaluate");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot make a folder: " + CommandFailure.words(e));
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot remove " + folder + ": " + CommandFailure.words(e));
        }
    }
}
