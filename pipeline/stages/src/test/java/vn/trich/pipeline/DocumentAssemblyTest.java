package vn.trich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.trich.output.Box;
import vn.trich.output.DocumentRecord;
import vn.trich.output.PageRegion;
import vn.trich.output.Region;
import vn.trich.output.SectionRecord;
import vn.trich.output.TextChoice;
import vn.trich.output.WordSource;
import vn.trich.pipeline.ingest.SourceFile;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.normalize.Normalized;
import vn.trich.pipeline.outline.Block;
import vn.trich.pipeline.outline.Head;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.outline.Section;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

/** What a document's record says of what the stages found. */
class DocumentAssemblyTest {

    private static final Box BOX = new Box(10, 20, 30, 40);
    private static final Normalized NOTHING =
            new Normalized(List.of(), List.of(), List.of(), List.of(), "2024-01-01", "2024-12-31", List.of());

    @Test
    void theSecondDocumentOfAFileHasANumberedId() {
        assertThat(assemble(0, page(1, TextChoice.OCR)).documentId()).isEqualTo("a".repeat(16));
        assertThat(assemble(1, page(1, TextChoice.OCR)).documentId()).isEqualTo("a".repeat(16) + "-2");
    }

    @Test
    void pagesThatFailedMakeTheDocumentPartial() {
        DocumentRecord partial = assemble(0, page(1, TextChoice.OCR), PageText.failed(2, 595, 842, "took too long"));
        assertThat(partial.status()).isEqualTo(DocumentRecord.Status.PARTIAL);
        assertThat(partial.warnings()).containsExactly("page 2: took too long");
        assertThat(partial.trust().reviewReasons()).contains("pages not read");
        assertThat(assemble(0, PageText.failed(1, 595, 842, "x")).status()).isEqualTo(DocumentRecord.Status.FAILED);
        assertThat(assemble(0, page(1, TextChoice.OCR)).status()).isEqualTo(DocumentRecord.Status.OK);
    }

    @Test
    void theTextSourceIsWhatThePagesWereReadFrom() {
        assertThat(assemble(0, page(1, TextChoice.OCR), page(2, TextChoice.NONE))
                        .textSource())
                .isEqualTo(DocumentRecord.TextSource.OCR);
        assertThat(assemble(0, page(1, TextChoice.KEEP), page(2, TextChoice.CONVERT))
                        .textSource())
                .isEqualTo(DocumentRecord.TextSource.TEXT_LAYER);
        assertThat(assemble(0, page(1, TextChoice.KEEP), page(2, TextChoice.OCR))
                        .textSource())
                .isEqualTo(DocumentRecord.TextSource.MIXED);
    }

    @Test
    void theMeanConfidenceIsOverTheWordsReadByOcr() {
        assertThat(assemble(0, page(1, TextChoice.OCR)).meanOcrConfidence()).hasValue(0.5);
        assertThat(assemble(0, page(1, TextChoice.NONE)).meanOcrConfidence()).isEmpty();
    }

    @Test
    void aSectionKnowsItsParentItsTextAndWhereItEnds() {
        List<SectionRecord> sections = assemble(0, page(1, TextChoice.OCR)).sections();
        assertThat(sections).extracting(SectionRecord::sectionId).containsExactly("s1", "s2");
        assertThat(sections.get(1).parentId()).isEqualTo("s1");
        assertThat(sections.get(1).text()).isEqualTo("Rà soát");
        assertThat(sections.get(1).regions()).containsExactly(new Region(3, BOX));
        assertThat(sections.get(0).pageTo()).isEqualTo(3);
    }

    @Test
    void madeUpBoxesOfPlainTextAreNotGivenOut() {
        PageText plain = new PageText(
                3, 100, 100, 0, TextChoice.KEEP, List.of(), List.of(), List.of(), List.of(), true, Optional.empty());
        DocumentRecord document = assemble(0, plain);
        assertThat(document.sections().get(1).regions()).containsExactly(new Region(3, null));
        assertThat(document.pages().get(0).lines().get(0).bbox()).isNull();
        assertThat(document.pages().get(0).lines().get(0).words().get(0).bbox()).isNull();
        assertThat(document.pages().get(0).width()).isZero();
    }

    @Test
    void boxesOfATurnedPageAreGivenAsThePageIsDisplayed() {
        // Read after a turn clockwise by 90 degrees: its top left is the displayed page's bottom left.
        PageText turned = new PageText(
                3,
                842,
                595,
                90,
                TextChoice.OCR,
                List.of(),
                List.of(word()),
                List.of(),
                List.of(new PageRegion(PageRegion.Kind.STAMP, BOX, "")),
                false,
                Optional.empty());
        DocumentRecord document = assemble(0, turned);
        Box displayed = new Box(20, 842 - 30, 40, 842 - 10);
        assertThat(document.sections().get(1).regions()).containsExactly(new Region(3, displayed));
        assertThat(document.pages().get(0).width()).isEqualTo(595);
        assertThat(document.pages().get(0).height()).isEqualTo(842);
        assertThat(document.pages().get(0).lines().get(0).words().get(0).bbox()).isEqualTo(displayed);
        assertThat(document.pages().get(0).regions())
                .allSatisfy(r -> assertThat(r.bbox()).isEqualTo(displayed));
    }

    @Test
    void pageNumbersAreRegionsAndWordsKeepTheirOriginal() {
        DocumentRecord document = assemble(0, page(1, TextChoice.OCR));
        assertThat(document.pages().get(0).regions())
                .containsExactly(new PageRegion(PageRegion.Kind.PAGE_NUMBER, BOX, "hoạch"));
        assertThat(document.pages().get(0).lines()).hasSize(1);
        assertThat(document.pages().get(0).lines().get(0).words().get(0).original())
                .isEqualTo("hoach");
    }

    @Test
    void theLanguageIsToldByItsMarks() {
        Language language = new Language();
        assertThat(language.of("Kế hoạch cải cách hành chính")).isEqualTo("vi");
        assertThat(language.of("A plan in plain English, with a café")).isEmpty();
        assertThat(language.of("")).isEmpty();
    }

    private static DocumentRecord assemble(int index, PageText... pages) {
        SourceFile file = new SourceFile(Path.of("x.pdf"), "x.pdf", "a".repeat(64), 1, "application/pdf", 3);
        List<PageLayout> layouts =
                List.of(pages).stream().map(DocumentAssemblyTest::layout).toList();
        return new DocumentAssembly(file, "1", Settings.defaults())
                .assemble(index, 1, paper(), NOTHING, layouts, "Kế hoạch");
    }

    private static PageLayout layout(PageText page) {
        Line body = new Line(page.number(), List.of(word()), BOX, Line.Kind.BODY);
        Line number = new Line(page.number(), List.of(word()), BOX, Line.Kind.PAGE_NUMBER);
        return new PageLayout(page, List.of(body, number));
    }

    private static PageText page(int number, TextChoice choice) {
        List<Word> words = choice == TextChoice.OCR ? List.of(word()) : List.of();
        return new PageText(
                number, 595, 842, 0, choice, List.of(), words, List.of(), List.of(), false, Optional.empty());
    }

    private static Word word() {
        return Word.read("hoach", BOX, 0.5, WordSource.OCR, Word.Style.UNKNOWN).restored("hoạch", 0.5);
    }

    private static Paper paper() {
        Word first = Word.read("Rà", BOX, 1, WordSource.OCR, Word.Style.UNKNOWN);
        Word second = Word.read("soát", BOX, 1, WordSource.OCR, Word.Style.UNKNOWN);
        Block paragraph = new Block.Paragraph(List.of(first, second), List.of(new Region(3, BOX)));
        Section child = new Section(
                SectionRecord.Kind.CLAUSE, "1", 2, "", List.of(paragraph), List.of(), List.of(), 1, List.of());
        Section parent = new Section(
                SectionRecord.Kind.HEADING,
                "I",
                1,
                "MỤC TIÊU",
                List.of(),
                List.of(child),
                List.of(new Region(1, BOX)),
                1,
                List.of());
        Head head = new Head("", "Sở Mẫu", "1/KH", "Kế hoạch", "", "", "", "", "", "", List.of(), 1, List.of());
        return new Paper(head, List.of(parent), List.of(), 1, 3);
    }
}
