package vn.trich.pipeline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.trich.pipeline.batch.FolderBusyException;
import vn.trich.pipeline.batch.Learning;
import vn.trich.pipeline.batch.Results;

/** {@code trich learn}: from corrections to aliases, words and gold. */
@Command(
        name = "learn",
        sortOptions = false,
        description = {
            "Turns the corrections in a folder of results into rules that the next runs obey.",
            "",
            "Of DIR/corrections.csv: a unit's name set right becomes a row of DIR/aliases.csv, a word that was misread "
                    + "into no word becomes a row of DIR/lexicon.csv. Rows are only added; look them over, change or "
                    + "take out what you do not want. New words make the next 'trich extract' read files again.",
            "",
            "Each document in which something was set right or confirmed becomes DIR/gold/NAME.html, against which "
                    + "'trich evaluate --gold DIR/gold' scores later results: what nobody looked at is left open there. "
                    + "Files there that you wrote yourself are never overwritten."
        })
final class LearnCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder of results.")
    private Path out;

    @Override
    public Integer call() {
        if (!Files.isDirectory(out.resolve("documents"))) {
            throw new CommandFailure(ExitCode.USAGE, out + ": no folder of results");
        }
        try (Results results = Results.open(out)) {
            Learning.Outcome outcome = new Learning(results).learn();
            List<String> notes = new ArrayList<>(outcome.notes());
            List<String> gold = new LearnedGold(results).write(notes::add);
            print(outcome, gold, notes);
        } catch (FolderBusyException e) {
            throw new CommandFailure(ExitCode.OUTPUT, e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot write " + out + ": " + CommandFailure.words(e));
        }
        return ExitCode.OK;
    }

    private void print(Learning.Outcome outcome, List<String> gold, List<String> notes) {
        PrintWriter text = spec.commandLine().getOut();
        list(text, "New in aliases.csv", outcome.aliases());
        list(text, "New in lexicon.csv", outcome.words());
        list(text, "Written in gold", gold);
        list(text, "To know", notes);
        text.flush();
    }

    private static void list(PrintWriter text, String title, List<String> lines) {
        text.println(title + " (" + lines.size() + ")" + (lines.isEmpty() ? "" : ":"));
        lines.forEach(l -> text.println("  " + l.replaceAll("\\p{Cntrl}", "?")));
    }
}
