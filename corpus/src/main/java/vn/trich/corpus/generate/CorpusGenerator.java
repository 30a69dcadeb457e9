package vn.trich.corpus.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Bundle;
import vn.trich.corpus.paper.GoldWriter;
import vn.trich.corpus.print.Metrics;
import vn.trich.corpus.print.PdfWriter;
import vn.trich.corpus.print.Printer;
import vn.trich.corpus.print.Sheet;
import vn.trich.corpus.scan.CellDump;
import vn.trich.corpus.scan.ForeignReader;
import vn.trich.corpus.scan.LayoutDump;
import vn.trich.corpus.scan.ScanState;
import vn.trich.corpus.scan.Scanner;
import vn.trich.corpus.scan.TextDump;

/** Fills a folder with composed documents in chosen states and their truth. */
public final class CorpusGenerator {

    private final Metrics metrics = new Metrics();
    private final Printer printer = new Printer(metrics);
    private final Scanner scanner = new Scanner(metrics);

    /**
     * Writes {@code NAME.STATE.pdf} (or {@code .tif}, {@code .jpg}, {@code .txt}) for every document and state, and {@code gold/NAME.html} for every document.
     *
     * @param folder where to; made if it is missing
     * @param count how many documents
     * @param seed which documents; the same seed gives the same documents
     * @param states in which states each is written
     * @throws IOException if the folder cannot be written
     */
    public void generate(Path folder, int count, long seed, Set<ScanState> states) throws IOException {
        generate(folder, count, seed, states, Optional.empty());
    }

    /**
     * As {@link #generate(Path, int, long, Set)}, of one kind alone.
     *
     * @param folder where to; made if it is missing
     * @param count how many documents
     * @param seed which documents
     * @param states in which states each is written
     * @param kind what all of them are; empty for the usual mix
     * @throws IOException if the folder cannot be written
     */
    public void generate(Path folder, int count, long seed, Set<ScanState> states, Optional<DocumentKind> kind)
            throws IOException {
        DocumentGenerator documents = new DocumentGenerator(seed);
        for (int number = 1; number <= count; number++) {
            int own = number;
            Bundle bundle = kind.map(k -> documents.document(own, k)).orElseGet(() -> documents.document(own));
            write(folder, bundle, states);
        }
    }

    /**
     * Writes the sample documents that the project carries, each in its state, with their truth.
     *
     * @param folder where to; made if it is missing
     * @throws IOException if the folder cannot be written
     */
    public void samples(Path folder) throws IOException {
        for (SampleDocument sample : SampleDocument.all()) {
            write(folder, sample.bundle(), Set.of(sample.state()));
        }
    }

    /**
     * Writes one document.
     *
     * @param folder where to; made if it is missing
     * @param bundle the document
     * @param states in which states
     * @throws IOException if the folder cannot be written
     */
    public void write(Path folder, Bundle bundle, Set<ScanState> states) throws IOException {
        Path gold = Files.createDirectories(folder.resolve("gold"));
        Files.writeString(
                gold.resolve(bundle.name() + ".html"),
                new GoldWriter().write(printer.inReadingOrder(bundle)),
                StandardCharsets.UTF_8);
        List<Sheet> sheets = printer.print(bundle);
        for (ScanState state : new TreeSet<>(states)) {
            write(folder.resolve(fileName(bundle, state)), bundle, sheets, state);
        }
    }

    /** The name of a document's file in a state, as {@code kh-003-2026.fair.pdf}. */
    static String fileName(Bundle bundle, ScanState state) {
        return bundle.name() + "." + state.name().toLowerCase(Locale.ROOT) + "." + state.extension();
    }

    private void write(Path file, Bundle bundle, List<Sheet> sheets, ScanState state) throws IOException {
        Dice dice = new Dice(bundle.name().hashCode()).fork(state.name().hashCode());
        switch (state) {
            case BORN -> {
                try (PDDocument document = new PdfWriter(metrics).document(sheets, bundle.subject());
                        OutputStream out = Files.newOutputStream(file)) {
                    document.save(out);
                }
            }
            case DUMP -> Files.writeString(file, new TextDump().write(sheets, Optional.empty(), dice));
            case RUINEDDUMP ->
                Files.writeString(file, new TextDump().write(sheets, Optional.of(new ForeignReader()), dice));
            case CELLDUMP -> Files.writeString(file, new CellDump().write(sheets));
            case LAYOUTDUMP -> Files.writeString(file, new LayoutDump().write(sheets));
            default -> scanner.scan(sheets, bundle.subject(), seal(bundle), state, dice, file);
        }
    }

    private static String seal(Bundle bundle) {
        return bundle.papers().get(0).head().issuer().replace('\n', ' ');
    }

    /**
     * The command: {@code FOLDER COUNT SEED STATE...}, states as {@code born} or {@code fair}; or {@code samples
     * FOLDER} for the documents that the project carries.
     *
     * @param arguments the arguments
     * @throws IOException if the folder cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 2 && arguments[0].equals("samples")) {
            new CorpusGenerator().samples(Path.of(arguments[1]));
            return;
        }
        if (arguments.length < 4) {
            System.err.println("usage: CorpusGenerator FOLDER COUNT SEED STATE... | samples FOLDER");
            System.exit(2);
        }
        Set<ScanState> states = new TreeSet<>();
        for (int i = 3; i < arguments.length; i++) {
            states.add(ScanState.valueOf(arguments[i].toUpperCase(Locale.ROOT)));
        }
        new CorpusGenerator()
                .generate(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]), states);
    }
}
