package vn.trich.pipeline.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.trich.corpus.generate.CorpusGenerator;
import vn.trich.corpus.generate.DocumentKind;
import vn.trich.corpus.scan.ScanState;

/** {@code trich generate}: documents made up for tests and training, with their truth. */
@Command(
        name = "generate",
        sortOptions = false,
        description = {
            "Makes up Vietnamese administrative documents, as they reach an archive, with their truth.",
            "",
            "Writes DIR/NAME.STATE.pdf (or .tif, .jpg, .txt) for each document and state, and DIR/gold/NAME.html. "
                    + "The same seed gives the same documents. People, agencies and figures in them are invented."
        })
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder to write; made if it is not there.")
    private Path out;

    @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "How many documents. Default: 1.")
    private int count;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Which documents. Default: 1.")
    private long seed;

    @Option(
            names = "--state",
            split = ",",
            paramLabel = "STATE",
            defaultValue = "FAIR",
            description = "How they reached the archive, one or more of: ${COMPLETION-CANDIDATES}. Default: FAIR.")
    private List<ScanState> states;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "What all of them are, one of: ${COMPLETION-CANDIDATES}. Default: a mix.")
    private DocumentKind kind;

    @Override
    public Integer call() {
        if (count < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--count " + count + ": must be at least 1");
        }
        try {
            new CorpusGenerator().generate(out, count, seed, EnumSet.copyOf(states), Optional.ofNullable(kind));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot write " + out + ": " + CommandFailure.words(e));
        }
        spec.commandLine().getOut().printf("Wrote %d documents in %d states to %s%n", count, states.size(), out);
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
