package vn.trich.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.generate.CorpusGenerator;
import vn.trich.corpus.scan.ForeignReader;
import vn.trich.corpus.scan.ScanState;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.encoding.LegacyEncoding;
import vn.trich.models.language.TrustAssessor;
import vn.trich.output.Box;
import vn.trich.output.TextChoice;
import vn.trich.output.WordRecord;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PdfPage;
import vn.trich.pipeline.page.PdfPages;

/**
 * Measures how well pages are told apart whose text layer must not be used as it is: pages of generated documents as they
 * are printed, with good hidden text, and with hidden or seen text damaged in one of several ways.
 */
final class TrustEvaluation {

    /** Shares of words that lost their marks in layers that lost some. */
    private static final double[] SHARES = {0.15, 0.3, 0.5, 0.8};

    /** A page of fewer words is the same whichever way it is read. */
    private static final int FEWEST_WORDS = 8;

    private final TrustAssessor assessor = TrustAssessor.load();
    private final LegacyDecoder decoder = LegacyDecoder.load();
    private final Path folder;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    TrustEvaluation(Path folder) {
        this.folder = folder;
    }

    /** Of one kind of pages: whether they must not be used as they are, how many there are, and how many were told so. */
    private static final class Tally {
        private final boolean bad;
        private int pages;
        private int told;

        Tally(boolean bad) {
            this.bad = bad;
        }
    }

    /** Adds pages of that many generated documents in all states. */
    void addGenerated(int documents, long seed) throws IOException {
        new CorpusGenerator().generate(folder, documents, seed, java.util.Set.of(ScanState.BORN));
        List<List<WordRecord>> pages = new ArrayList<>();
        for (Path file : files(folder, ".born.pdf")) {
            addFile("good: born digital", false, file);
            pages.addAll(words(file));
        }
        Dice dice = new Dice(seed);
        ForeignReader foreign = new ForeignReader();
        hidden("good: hidden text", false, pages, p -> Damages.words(p, w -> Damages.nearlyRight(w, dice)));
        hidden(
                "bad: read by an engine for another language",
                true,
                pages,
                p -> Damages.words(p, w -> foreign.read(w, dice)));
        hidden("bad: marks lost", true, pages, p -> Damages.words(p, Damages::stripped));
        hidden("bad: marks lost in part", true, pages, p -> {
            double share = SHARES[dice.below(SHARES.length)];
            return Damages.words(p, w -> dice.chance(share) ? Damages.stripped(w) : w);
        });
        hidden(
                "bad: marks wrong",
                true,
                pages,
                p -> Damages.words(p, w -> dice.chance(0.4) ? Damages.wronglyMarked(w, dice) : w));
        hidden("bad: notice of signing only", true, pages.subList(0, pages.size() / 4), p -> Damages.notice());
        addLegacy(pages);
        addForeign(pages.size() / 6, dice);
        addFigures(pages.size() / 6, dice);
    }

    private void hidden(
            String kind, boolean bad, List<List<WordRecord>> pages, Function<List<WordRecord>, List<WordRecord>> damage)
            throws IOException {
        List<List<WordRecord>> damaged = pages.stream().map(damage).toList();
        addFile(kind, bad, new LayerPages(folder).overScans(kind.replaceAll("\\W+", "-"), damaged));
    }

    private void addLegacy(List<List<WordRecord>> pages) throws IOException {
        LayerPages writer = new LayerPages(folder);
        Map<LegacyEncoding, List<String>> fonts = Map.of(
                LegacyEncoding.TCVN3, List.of(".VnTime", ".VnTimeH"),
                LegacyEncoding.VNI, List.of("VNI-Times", "VNI-Times"),
                LegacyEncoding.VISCII, List.of("VI-Times", "VI-TimesH"),
                LegacyEncoding.VPS, List.of("VPS-Times", "VPS-TimesH"));
        for (LegacyEncoding encoding : LegacyEncoding.values()) {
            LegacyWriter codes = new LegacyWriter(decoder, encoding);
            List<String> names = fonts.get(encoding);
            addFile("bad: " + encoding, true, writer.inFonts("" + encoding, names.get(0), names.get(1), codes, pages));
            addFile(
                    "bad: " + encoding + " in fonts of other names",
                    true,
                    writer.inFonts(encoding + "2", "F1", "F2", codes, pages.subList(0, pages.size() / 4)));
        }
    }

    private void addForeign(int count, Dice dice) throws IOException {
        List<List<WordRecord>> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pages.add(EnglishPages.page(dice));
        }
        hidden("good: English, hidden text", false, pages, p -> p);
        LegacyWriter plain = new LegacyWriter(decoder, LegacyEncoding.VNI);
        addFile(
                "good: English, born digital",
                false,
                new LayerPages(folder).inFonts("english", "TimesNewRoman", "TimesNewRoman", plain, pages));
    }

    private void addFigures(int count, Dice dice) throws IOException {
        List<List<WordRecord>> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<WordRecord> words = new ArrayList<>();
            for (int row = 0; row < 40; row++) {
                for (int column = 0; column < 6; column++) {
                    String text = column == 0 ? "" + (row + 1) : dice.between(1, 999) + "." + dice.between(100, 999);
                    double x = 72 + 75 * column;
                    words.add(Damages.word(text, new Box(x, 72 + 17 * row, x + 6 * text.length(), 84 + 17 * row)));
                }
            }
            pages.add(words);
        }
        LegacyWriter plain = new LegacyWriter(decoder, LegacyEncoding.VNI);
        addFile(
                "good: figures only, born digital",
                false,
                new LayerPages(folder).inFonts("figures", "TimesNewRoman", "TimesNewRoman", plain, pages));
    }

    /** Adds the pages of a file that hold words. */
    void addFile(String kind, boolean bad, Path file) throws IOException {
        Tally tally = tallies.computeIfAbsent(kind, k -> new Tally(bad));
        int count = pageCount(file);
        try (PdfPages pages = PdfPages.open(file, Settings.defaults(), assessor, decoder)) {
            for (int n = 1; n <= count; n++) {
                PdfPage page = pages.read(n);
                if (!page.hasWords() || page.layerText().words().size() < FEWEST_WORDS) {
                    continue;
                }
                boolean told = !page.layerIsGood() || page.layerText().choice() != TextChoice.KEEP;
                tally.pages++;
                tally.told += told ? 1 : 0;
                if (told != bad) {
                    mistakes.add(kind + ": " + file.getFileName() + " page " + n + ": " + page.reasons());
                }
            }
        }
    }

    /** The words of a born-digital file's pages, blank pages left out. */
    private List<List<WordRecord>> words(Path file) throws IOException {
        List<List<WordRecord>> words = new ArrayList<>();
        int count = pageCount(file);
        try (PdfPages pages = PdfPages.open(file, Settings.defaults(), assessor, decoder)) {
            for (int n = 1; n <= count; n++) {
                PageText page = pages.read(n).layerText();
                if (!page.words().isEmpty()) {
                    words.add(page.words().stream()
                            .map(w -> Damages.word(w.text(), w.box()))
                            .toList());
                }
            }
        }
        return words;
    }

    private static int pageCount(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return document.getNumberOfPages();
        }
    }

    /** The files of a folder whose names end so, by name. */
    static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    /** Pages in all. */
    int pages() {
        return tallies.values().stream().mapToInt(t -> t.pages).sum();
    }

    /** Of the pages told to be bad, the share that is. */
    double precision() {
        return (double) hits() / tallies.values().stream().mapToInt(t -> t.told).sum();
    }

    /** Of the bad pages, the share that was told. */
    double recall() {
        return (double) hits()
                / tallies.values().stream()
                        .filter(t -> t.bad)
                        .mapToInt(t -> t.pages)
                        .sum();
    }

    private int hits() {
        return tallies.values().stream()
                .filter(t -> t.bad)
                .mapToInt(t -> t.told)
                .sum();
    }

    /** What was told wrongly, each with its reasons. */
    List<String> mistakes() {
        return mistakes;
    }

    /** A line for each kind and one for all, as a table of Markdown. */
    String report() {
        StringBuilder report = new StringBuilder("| pages | not used as they are | of |\n| --- | ---: | ---: |\n");
        tallies.forEach(
                (kind, t) -> report.append(String.format(Locale.ROOT, "| %s | %d | %d |%n", kind, t.told, t.pages)));
        return report.append(String.format(
                        Locale.ROOT, "%d pages: precision %.4f, recall %.4f%n", pages(), precision(), recall()))
                .toString();
    }
}
