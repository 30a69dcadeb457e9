package vn.trich.corpus.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.trich.corpus.gold.GoldDocument;
import vn.trich.corpus.gold.GoldFile;
import vn.trich.corpus.gold.GoldReader;
import vn.trich.corpus.gold.GoldText;
import vn.trich.corpus.score.OutputFolder.SourceFile;
import vn.trich.corpus.score.Report.ScoredDocument;

/** Scores an output folder against a folder of gold. */
public final class Evaluation {

    private static final String GOLD_END = ".html";

    private Evaluation() {}

    /**
     * Scores every source file of an output folder that has gold. A file {@code NAME.STATE.pdf}, {@code NAME.pdf} or
     * {@code NAME.txt} has the gold {@code NAME.html}; a file that holds several documents is scored as a whole, only
     * the document heads each against the row that fits best.
     *
     * @param goldFolder folder of gold HTML files
     * @param outputFolder folder with {@code csv/} and {@code text/} of the output
     * @return the figures
     * @throws IOException if a folder or file cannot be read
     * @throws IllegalArgumentException if a gold file is not as its format says
     */
    public static Report of(Path goldFolder, Path outputFolder) throws IOException {
        Map<String, Path> golds = golds(goldFolder);
        Map<String, GoldFile> read = new HashMap<>();
        List<SourceFile> sources = new ArrayList<>(OutputReader.read(outputFolder));
        sources.sort(Comparator.comparing(SourceFile::source));
        List<ScoredDocument> scored = new ArrayList<>();
        List<String> unscored = new ArrayList<>();
        Set<String> missing = new HashSet<>(golds.keySet());
        for (SourceFile source : sources) {
            Optional<String> name = goldName(source.source(), golds.keySet());
            if (name.isEmpty()) {
                unscored.add(source.source());
                continue;
            }
            missing.remove(name.get());
            GoldFile gold = read.get(name.get());
            if (gold == null) {
                gold = GoldReader.read(golds.get(name.get()));
                read.put(name.get(), gold);
            }
            scored.add(score(gold, source));
        }
        return new Report(scored, unscored, missing.stream().sorted().toList());
    }

    private static Map<String, Path> golds(Path folder) throws IOException {
        Map<String, Path> golds = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(GOLD_END)) {
                    golds.put(name.substring(0, name.length() - GOLD_END.length()), file);
                }
            }
        }
        return golds;
    }

    /** The longest name with gold that the file's name is, up to one of its dots. */
    static Optional<String> goldName(String source, Set<String> golds) {
        String name = fileName(source);
        for (int dot = name.length(); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            if (golds.contains(name.substring(0, dot))) {
                return Optional.of(name.substring(0, dot));
            }
        }
        return Optional.empty();
    }

    private static String fileName(String source) {
        return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    }

    /** The part of a file's name between its gold's name and its ending: what state the paper is in; may be empty. */
    private static String state(String source, String gold) {
        String rest = fileName(source).substring(gold.length());
        int end = rest.lastIndexOf('.');
        return end <= 0 ? "" : rest.substring(1, end);
    }

    private static ScoredDocument score(GoldFile gold, SourceFile output) {
        Tally tally = new Tally();
        List<GoldDocument> truths = gold.documents();
        TextScore.score(GoldText.join(all(truths, d -> List.of(d.text()))), output.text(), tally);
        ForeignMatter.score(truths, output.documents(), tally);
        HeadScore.score(truths, output.documents(), tally);
        OutlineScore.sections(all(truths, GoldDocument::sections), output.sections(), tally);
        OutlineScore.references(all(truths, GoldDocument::references), output.references(), tally);
        TableScore.score(all(truths, GoldDocument::tables), output.tables(), tally);
        TaskScore.score(all(truths, GoldDocument::tasks), output.tasks(), tally);
        FigureScore.targets(all(truths, GoldDocument::targets), output.targets(), tally);
        FigureScore.indicators(all(truths, GoldDocument::indicators), output.indicators(), tally);
        return new ScoredDocument(
                output.source(), gold.name(), state(output.source(), gold.name()), tally.figures(), tally.mistakes());
    }

    private static <T> List<T> all(List<GoldDocument> documents, Function<GoldDocument, List<T>> part) {
        return documents.stream().flatMap(d -> part.apply(d).stream()).toList();
    }
}
