package vn.trich.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.trich.output.Box;
import vn.trich.output.Region;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.ingest.Ingest;
import vn.trich.pipeline.layout.DocumentLayout;
import vn.trich.pipeline.layout.LayoutAnalysis;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.ocr.PageReader;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

/**
 * No word of a table is lost and none is doubled, whatever the document: a word on the area of a table is in exactly
 * one cell, or in a header that a later page repeats. Words parted by a line count in their parts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConservationTest {

    private static final Path SAMPLES = Path.of("../../corpus/samples");
    /** Documents that are not part of the project; those that need no recogniser are read if they are there. */
    private static final Path MORE = Path.of("../../../shared/documents");

    static Stream<Path> samples() throws IOException {
        return files(SAMPLES, "");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyWordOfASamplesTablesIsInOneCell(Path file) throws Exception {
        check(file);
    }

    @Test
    void everyWordOfTheTablesOfFurtherDocumentsIsInOneCell() throws Exception {
        assumeTrue(Files.isDirectory(MORE), "no further documents here");
        List<Path> files = new ArrayList<>(
                files(MORE.resolve("dev"), ".*(\\.born|^cb_.*)\\.pdf").toList());
        files(MORE.resolve("dumps"), ".*\\.txt").forEach(files::add);
        int tables = 0;
        for (Path file : files) {
            tables += check(file);
        }
        assertThat(tables).isPositive();
    }

    private static Stream<Path> files(Path folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(f -> pattern.isEmpty() || f.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Checks one document, and tells how many tables it has. */
    private static int check(Path file) throws Exception {
        List<PageText> pages;
        try (PageReader reader = new PageReader(Settings.defaults())) {
            pages = reader.read(
                    new Ingest(Settings.defaults())
                            .open(file, file.getFileName().toString()),
                    page -> {});
        }
        DocumentLayout layout = new LayoutAnalysis().apply(pages);
        TableReading reading = new TableRecognition().apply(layout);
        Set<Word> known = Collections.newSetFromMap(new IdentityHashMap<>());
        layout.pages().forEach(p -> known.addAll(words(p)));
        for (PageLayout page : layout.pages()) {
            checkPage(file, page, reading, known);
        }
        return reading.tables().size();
    }

    private static List<Word> words(PageLayout page) {
        return page.lines().stream().flatMap(l -> l.words().stream()).toList();
    }

    private static void checkPage(Path file, PageLayout page, TableReading reading, Set<Word> known) {
        int number = page.page().number();
        Set<Word> own = Collections.newSetFromMap(new IdentityHashMap<>());
        own.addAll(words(page));
        List<Word> inCells = new ArrayList<>();
        List<Word> headers = new ArrayList<>();
        for (Table table : reading.tables()) {
            for (Cell cell : table.cells()) {
                boolean starts = table.regions().get(0).page() == number;
                cell.words().stream()
                        .filter(w -> known.contains(w) ? own.contains(w) : isOn(cell, number, w))
                        .forEach(inCells::add);
                if ((!starts || page.page().synthetic()) && cell.row() <= table.headerRows()) {
                    headers.addAll(cell.words());
                }
            }
        }
        Set<Word> left = Collections.newSetFromMap(new IdentityHashMap<>());
        reading.rest().pages().stream()
                .filter(p -> p.page().number() == number)
                .flatMap(p -> p.lines().stream())
                .forEach(l -> left.addAll(l.words()));
        List<Word> lost = new ArrayList<>();
        int read = 0;
        for (Word word : words(page)) {
            List<Word> parts = inCells.stream().filter(w -> isPart(w, word)).toList();
            read += parts.size();
            assertThat(parts.isEmpty() || !left.contains(word))
                    .as("%s, page %d: “%s” in a cell and out of it", file, number, word.text())
                    .isTrue();
            if (parts.isEmpty() && !left.contains(word)) {
                lost.add(word);
            }
        }
        assertThat(inCells)
                .as("%s, page %d: words doubled or from nowhere", file, number)
                .hasSize(read);
        boolean repeatsHeader =
                page.page().synthetic() || reading.tables().stream().anyMatch(t -> continuesOn(t, number));
        assertThat(longestRun(words(page), lost))
                .as(
                        "%s, page %d: lost %s",
                        file, number, lost.stream().map(Word::text).toList())
                .isLessThanOrEqualTo(repeatsHeader ? headers.size() + headers.size() / 4 : 0);
    }

    /** How many lost words follow each other at most: plain text repeats a header many times on its one page. */
    private static int longestRun(List<Word> words, List<Word> lost) {
        Set<Word> missing = Collections.newSetFromMap(new IdentityHashMap<>());
        missing.addAll(lost);
        int longest = 0;
        int run = 0;
        for (Word word : words) {
            run = missing.contains(word) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static boolean continuesOn(Table table, int page) {
        return table.regions().stream().skip(1).map(Region::page).anyMatch(p -> p == page)
                && table.regions().get(0).page() < page;
    }

    /** Whether a word that was parted or put right stands in the part of a cell on that page. */
    private static boolean isOn(Cell cell, int page, Word word) {
        List<Region> regions = cell.regions();
        if (regions.size() == 1) {
            return regions.get(0).page() == page;
        }
        return regions.stream()
                .filter(r -> r.page() == page)
                .anyMatch(r -> r.bbox() == null || r.bbox().grow(3).holdsCentreOf(word.box()));
    }

    /** Whether a word of a cell is a word of the page or, parted by a line, a part of it. */
    private static boolean isPart(Word inCell, Word ofPage) {
        Box part = inCell.box();
        Box whole = ofPage.box();
        boolean within = part.y0() == whole.y0()
                && part.y1() == whole.y1()
                && part.x0() >= whole.x0() - 1e-6
                && part.x1() <= whole.x1() + 1e-6;
        return within && (part.equals(whole) ? inCell.original().equals(ofPage.original()) : true);
    }
}
