package vn.trich.pipeline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.trich.models.restore.Damage;
import vn.trich.models.restore.Restorer;
import vn.trich.models.restore.TextRestoration;

/** {@code trich restore}: gives a Vietnamese text its lost marks and letters back. */
@Command(
        name = "restore",
        sortOptions = false,
        description = {
            "Gives a Vietnamese text its lost marks and letters back and prints it.",
            "",
            "Line breaks and blanks stay. Without FILE, or with '-', standard input is read; UTF-8."
        })
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The text.")
    private Path file;

    @Option(
            names = "--damage",
            paramLabel = "KIND",
            description = "How the text was damaged: clean, stripped (marks missing, letters right) or ruined. "
                    + "Default: judged for each stretch of it.")
    private Damage damage;

    @Option(
            names = "--explain",
            description = "Print, instead of the text, a line per changed word: line number, as it stood, as "
                    + "restored, and the probability that this is right; parted by tabs.")
    private boolean explain;

    @Override
    public Integer call() {
        TextRestoration.Result result =
                new TextRestoration(Restorer.load()).restore(text(), Optional.ofNullable(damage));
        PrintWriter out = spec.commandLine().getOut();
        if (explain) {
            for (TextRestoration.Change change : result.changes()) {
                double sure = 1 / (1 + Math.exp(-change.margin()));
                out.print(String.format(
                        Locale.ROOT, "%d\t%s\t%s\t%.4f\n", change.line(), change.original(), change.restored(), sure));
            }
        } else {
            out.print(result.text());
        }
        out.flush();
        return ExitCode.OK;
    }

    private String text() {
        boolean standardInput = file == null || file.toString().equals("-");
        try {
            byte[] bytes = standardInput ? System.in.readAllBytes() : Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CommandFailure(ExitCode.SOME_FAILED, (standardInput ? "standard input" : file) + ": not UTF-8");
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.USAGE, file + ": no such file");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.SOME_FAILED, file + ": " + CommandFailure.words(e));
        }
    }
}
