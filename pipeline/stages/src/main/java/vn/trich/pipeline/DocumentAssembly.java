package vn.trich.pipeline;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trich.output.CellRecord;
import vn.trich.output.DocumentRecord;
import vn.trich.output.DocumentRecord.Status;
import vn.trich.output.DocumentRecord.TextSource;
import vn.trich.output.ReferenceRecord;
import vn.trich.output.Region;
import vn.trich.output.SectionRecord;
import vn.trich.output.TableRecord;
import vn.trich.output.TextChoice;
import vn.trich.output.Trust;
import vn.trich.output.WordSource;
import vn.trich.pipeline.ingest.SourceFile;
import vn.trich.pipeline.layout.PageLayout;
import vn.trich.pipeline.normalize.Normalized;
import vn.trich.pipeline.normalize.TotalCheck;
import vn.trich.pipeline.outline.Block;
import vn.trich.pipeline.outline.Head;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.outline.Reference;
import vn.trich.pipeline.outline.Section;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;
import vn.trich.pipeline.table.Table;

/** Puts what the stages found about one document together into the record that is given out. */
final class DocumentAssembly {

    /** Below this mean confidence of its words a cell, and below it a scan, should be looked at. */
    private static final double DOUBTFUL = 0.6;

    private final SourceFile file;
    private final String version;
    private final Settings settings;

    DocumentAssembly(SourceFile file, String version, Settings settings) {
        this.file = file;
        this.version = version;
        this.settings = settings;
    }

    /**
     * Makes the record of one document.
     *
     * @param index which of the file's documents it is, from 0
     * @param papers how many the file holds
     * @param paper the document
     * @param found its tasks, units, targets and indicators
     * @param pages its pages with all their lines
     * @param text its restored text
     */
    DocumentRecord assemble(int index, int papers, Paper paper, Normalized found, List<PageLayout> pages, String text) {
        List<PageText> read = pages.stream().map(PageLayout::page).toList();
        Geometry geometry = Geometry.of(read);
        List<String> failures = read.stream()
                .filter(p -> p.failure().isPresent())
                .map(p -> "page " + p.number() + ": " + p.failure().get())
                .toList();
        OptionalDouble ocr = meanOcrConfidence(read);
        Head head = paper.head();
        return new DocumentRecord(
                index == 0 ? file.documentId() : file.documentId() + "-" + (index + 1),
                DocumentRecord.SCHEMA_VERSION,
                version,
                settings.fingerprint(),
                file.name(),
                List.of(file.name()),
                file.sha256(),
                file.mediaType(),
                papers == 1 ? file.pageCount() : paper.pageTo() - paper.pageFrom() + 1,
                textSource(read),
                head.issuerParent(),
                head.issuer(),
                head.number(),
                head.type(),
                head.title(),
                head.place(),
                head.date(),
                found.planStart(),
                found.planEnd(),
                head.signerAuthority(),
                head.signerPosition(),
                head.signerName(),
                head.recipients(),
                new Language().of(text),
                ocr,
                trust(head, ocr, failures),
                "",
                status(read, failures),
                failures,
                List.of(),
                pages.stream().map(new PageAssembly()::assemble).toList(),
                sections(paper, geometry),
                tables(paper, geometry),
                found.tasks().stream().map(geometry::displayed).toList(),
                found.units(),
                found.targets().stream().map(geometry::displayed).toList(),
                found.indicators().stream().map(geometry::displayed).toList(),
                references(paper, geometry),
                text);
    }

    private static Trust trust(Head head, OptionalDouble ocr, List<String> failures) {
        List<String> reasons = new ArrayList<>(head.doubts());
        if (!failures.isEmpty()) {
            reasons.add("pages not read");
        }
        if (ocr.isPresent() && ocr.getAsDouble() < DOUBTFUL) {
            reasons.add("scan hard to read");
        }
        return new Trust(head.confidence(), reasons);
    }

    private static Status status(List<PageText> pages, List<String> failures) {
        if (failures.isEmpty()) {
            return Status.OK;
        }
        return failures.size() == pages.size() ? Status.FAILED : Status.PARTIAL;
    }

    private static OptionalDouble meanOcrConfidence(List<PageText> pages) {
        return pages.stream()
                .flatMap(p -> p.words().stream())
                .filter(w -> w.source() == WordSource.OCR)
                .mapToDouble(Word::confidence)
                .average();
    }

    private TextSource textSource(List<PageText> pages) {
        if (file.mediaType().startsWith("text/")) {
            return TextSource.PLAIN_TEXT;
        }
        Set<Boolean> read = pages.stream()
                .map(PageText::choice)
                .filter(c -> c != TextChoice.NONE)
                .map(c -> c == TextChoice.OCR)
                .collect(Collectors.toSet());
        if (read.size() > 1) {
            return TextSource.MIXED;
        }
        return read.contains(false) ? TextSource.TEXT_LAYER : TextSource.OCR;
    }

    private static List<SectionRecord> sections(Paper paper, Geometry geometry) {
        List<Section> all = paper.allSections();
        Map<Section, String> parents = new IdentityHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (Section child : all.get(i).children()) {
                parents.put(child, Paper.sectionId(i));
            }
        }
        List<SectionRecord> records = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Section section = all.get(i);
            records.add(new SectionRecord(
                    Paper.sectionId(i),
                    parents.getOrDefault(section, ""),
                    i + 1,
                    section.level(),
                    section.label(),
                    section.kind(),
                    section.title(),
                    ownText(section),
                    geometry.displayed(place(section)),
                    lastPage(section),
                    new Trust(section.confidence(), section.doubts())));
        }
        return records;
    }

    private static String ownText(Section section) {
        return section.blocks().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(b -> ((Block.Paragraph) b).text())
                .collect(Collectors.joining("\n"));
    }

    /** Where its label and title stand; for a section without either, where its own content stands. */
    private static List<Region> place(Section section) {
        return section.regions().isEmpty()
                ? section.blocks().stream().flatMap(DocumentAssembly::regions).toList()
                : section.regions();
    }

    private static Stream<Region> regions(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.regions().stream();
        }
        return ((Block.TableBlock) block).table().regions().stream();
    }

    private static int lastPage(Section section) {
        int own = Stream.concat(
                        section.regions().stream(), section.blocks().stream().flatMap(DocumentAssembly::regions))
                .mapToInt(Region::page)
                .max()
                .orElse(0);
        int below = section.children().stream()
                .mapToInt(DocumentAssembly::lastPage)
                .max()
                .orElse(0);
        return Math.max(own, below);
    }

    private static List<TableRecord> tables(Paper paper, Geometry geometry) {
        List<Paper.PlacedTable> placed = paper.allTables();
        List<TableRecord> records = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            Table table = placed.get(i).block().table();
            Set<Cell> failing = new TotalCheck().failing(table);
            List<CellRecord> cells = table.cells().stream()
                    .map(c -> cell(c, table, geometry, failing.contains(c)))
                    .toList();
            double confidence =
                    cells.stream().mapToDouble(CellRecord::confidence).average().orElse(1);
            records.add(new TableRecord(
                    Paper.tableId(i),
                    Paper.sectionId(placed.get(i).section()),
                    placed.get(i).block().caption(),
                    table.kind(),
                    table.rows(),
                    table.columns(),
                    table.headerRows(),
                    table.roles(),
                    geometry.displayed(table.regions()),
                    cells,
                    new Trust(confidence, doubts(table, !failing.isEmpty()))));
        }
        return records;
    }

    private static List<String> doubts(Table table, boolean totalFails) {
        return totalFails
                ? Stream.concat(table.doubts().stream(), Stream.of("total")).toList()
                : table.doubts();
    }

    private static CellRecord cell(Cell cell, Table table, Geometry geometry, boolean totalFails) {
        double confidence =
                cell.words().stream().mapToDouble(Word::confidence).average().orElse(1);
        return new CellRecord(
                cell.row(),
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.row() <= table.headerRows(),
                cell.text(),
                geometry.displayed(cell.regions()),
                confidence,
                confidence < DOUBTFUL || totalFails);
    }

    private static List<ReferenceRecord> references(Paper paper, Geometry geometry) {
        List<ReferenceRecord> records = new ArrayList<>();
        for (Reference reference : paper.references()) {
            records.add(new ReferenceRecord(
                    "r" + (records.size() + 1),
                    reference.section() < 0 ? "" : Paper.sectionId(reference.section()),
                    reference.type(),
                    reference.number(),
                    reference.date(),
                    reference.issuer(),
                    reference.text(),
                    geometry.displayed(reference.regions()),
                    reference.confidence()));
        }
        return records;
    }
}
