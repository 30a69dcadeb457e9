package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.output.Region;
import vn.trich.output.SectionRecord.Kind;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.outline.FootReader.Foot;
import vn.trich.pipeline.table.TableReading;

/**
 * From lines and tables to the documents in a file. A cascade of rules, for the forms are prescribed: Nghị định
 * 30/2020/NĐ-CP (Phụ lục I), Thông tư 01/2011/TT-BNV before it, Hướng dẫn 36-HD/VPTW and its successors for the Party. Every
 * rule is built to bear with what OCR does to it.
 *
 * <p>Stateless after construction; one instance may serve many threads.
 */
public final class OutlineRecognition {
    private static final Pattern BASIS = Pattern.compile("^can cu\\b.*");

    /** Lines of a head before its type, at most. */
    private static final int FIRST_LINES = 16;

    private final DocumentTypes types = new DocumentTypes();
    private final AgencyCase agencyCase;
    private final PaperSplitter papers = new PaperSplitter(types);
    private final HeadReader heads;
    private final ReferenceFinder references = new ReferenceFinder(types);
    private final TitleReader titles = new TitleReader();
    private final AppendixSplitter appendices = new AppendixSplitter(titles);
    private final FootReader feet;
    private final AppendixNote notes = new AppendixNote(types);

    /**
     * Loads the word lists.
     *
     * @param gazetteer spells the names of places and agencies
     */
    public OutlineRecognition(Gazetteer gazetteer) {
        this.agencyCase = new AgencyCase(new KnownNames(gazetteer));
        this.heads = new HeadReader(types, agencyCase);
        this.feet = new FootReader(titles, agencyCase);
    }

    /** Loads the word lists and the gazetteer. */
    public OutlineRecognition() {
        this(Gazetteer.load());
    }

    /**
     * Finds the documents in a file and the outline of each.
     *
     * @param reading the file's tables and the lines outside of them
     * @return the documents, in order; one without sections if nothing was read
     */
    public Outline apply(TableReading reading) {
        List<FlowItem> flow = Flow.of(reading);
        int firstPage = firstPage(reading);
        if (flow.isEmpty()) {
            Head empty = head(HeadZone.none(), Optional.empty());
            return new Outline(List.of(new Paper(empty, List.of(), List.of(), firstPage, lastPage(reading))));
        }
        List<List<FlowItem>> parts = papers.split(flow);
        List<Paper> found = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int from = i == 0 ? firstPage : parts.get(i).get(0).page();
            int next = i + 1 < parts.size() ? parts.get(i + 1).get(0).page() : lastPage(reading) + 1;
            found.add(paper(parts.get(i), from, Math.max(from, next - 1)));
        }
        return new Outline(found);
    }

    private static int firstPage(TableReading reading) {
        return reading.rest().pages().isEmpty()
                ? 1
                : reading.rest().pages().get(0).page().number();
    }

    private static int lastPage(TableReading reading) {
        int pages = reading.rest().pages().size();
        return pages == 0 ? 1 : reading.rest().pages().get(pages - 1).page().number();
    }

    private Paper paper(List<FlowItem> items, int from, int to) {
        List<FlowLine> leading = leading(items);
        HeadZone zone = notes.support(heads.read(leading), items);
        Set<FlowItem> headLines = Collections.newSetFromMap(new IdentityHashMap<>());
        headLines.addAll(zone.lines());
        List<FlowItem> rest = items.stream().filter(i -> !headLines.contains(i)).toList();
        ParagraphBreak breaks = new ParagraphBreak(lines(rest));
        List<AppendixSplitter.Start> starts = appendices.starts(rest);
        int bodyEnd = starts.isEmpty() ? rest.size() : starts.get(0).at();
        List<FlowItem> body = rest.subList(0, bodyEnd);
        Optional<Foot> foot = feet.find(body, zone.issuer());

        List<Section> sections = new ArrayList<>();
        body(body, foot, breaks, sections);
        foot.filter(f -> !f.recipients().isEmpty()).ifPresent(f -> sections.add(recipients(f)));
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1).at() : rest.size();
            sections.add(appendix(rest.subList(starts.get(i).at(), end), starts.get(i), breaks));
        }
        Paper paper = new Paper(head(zone, foot), sections, List.of(), from, to);
        List<Reference> named = references.find(paper.allSections(), zone.number());
        return new Paper(paper.head(), sections, named, from, to);
    }

    /** The lines before the first table; a register's stamp above the head may pass for a table. */
    private List<FlowLine> leading(List<FlowItem> items) {
        List<FlowLine> leading = new ArrayList<>();
        boolean headed = false;
        for (FlowItem item : items) {
            if (item instanceof FlowLine line) {
                if (line.kind() != Line.Kind.BODY) {
                    break;
                }
                headed |= types.head(line).isPresent() || Bare.of(line.text()).startsWith("kinh gui");
                leading.add(line);
            } else if (headed
                    || leading.size() > FIRST_LINES
                    || item.page() > items.get(0).page()) {
                break;
            }
        }
        return leading;
    }

    private static List<FlowLine> lines(List<FlowItem> items) {
        return items.stream()
                .filter(FlowLine.class::isInstance)
                .map(FlowLine.class::cast)
                .filter(l -> l.kind() == Line.Kind.BODY)
                .toList();
    }

    private static void body(List<FlowItem> body, Optional<Foot> foot, ParagraphBreak breaks, List<Section> sections) {
        List<FlowItem> text = new ArrayList<>(body);
        foot.ifPresent(f -> text.subList(f.from(), f.to()).clear());
        SectionNode root = new SectionNode(Kind.PREAMBLE, "", 1, 0);
        SectionTree.grow(text, root, 0, breaks, true);
        Section grown = root.build();
        preamble(grown.blocks(), sections);
        sections.addAll(grown.children());
    }

    /** The paragraphs before the first label: each legal basis a section of its own, what stands between them one. */
    private static void preamble(List<Block> blocks, List<Section> sections) {
        List<Block> plain = new ArrayList<>();
        for (Block block : blocks) {
            boolean basis = block instanceof Block.Paragraph p
                    && BASIS.matcher(Bare.words(p.text())).matches();
            if (basis) {
                flush(plain, sections);
                sections.add(section(Kind.LEGAL_BASIS, "", List.of(block)));
            } else {
                plain.add(block);
            }
        }
        flush(plain, sections);
    }

    private static void flush(List<Block> plain, List<Section> sections) {
        if (!plain.isEmpty()) {
            sections.add(section(Kind.PREAMBLE, "", List.copyOf(plain)));
            plain.clear();
        }
    }

    private static Section section(Kind kind, String title, List<Block> blocks) {
        List<Region> regions = new ArrayList<>();
        double confidence = 1;
        if (blocks.get(0) instanceof Block.Paragraph first) {
            regions.addAll(first.regions());
            confidence = first.words().stream()
                    .mapToDouble(w -> w.confidence())
                    .average()
                    .orElse(1);
        } else if (blocks.get(0) instanceof Block.TableBlock first) {
            regions.addAll(first.table().regions());
        }
        return new Section(kind, "", 1, title, blocks, List.of(), regions, confidence, List.of());
    }

    private static Section recipients(Foot foot) {
        List<Block> blocks = new ArrayList<>();
        foot.recipients().forEach(p -> blocks.add(p.block()));
        return section(Kind.RECIPIENTS, "", blocks);
    }

    private static Section appendix(List<FlowItem> items, AppendixSplitter.Start start, ParagraphBreak breaks) {
        SectionNode node = new SectionNode(Kind.APPENDIX, start.label(), 1, 0);
        int titleLines = AppendixSplitter.titleLines(items);
        ParagraphText title = ParagraphText.begin((FlowLine) items.get(0), start.labelLength());
        for (int i = 1; i < titleLines; i++) {
            title.add((FlowLine) items.get(i));
        }
        node.open(title, true);
        List<FlowItem> rest = items.subList(titleLines, items.size());
        SectionTree.grow(rest, node, 1, breaks, !UnreadTable.suspected(rest));
        return node.build();
    }

    private static Head head(HeadZone zone, Optional<Foot> foot) {
        List<String> doubts = new ArrayList<>(zone.doubts());
        boolean named = !foot.map(Foot::name).orElse("").isEmpty();
        if (zone.found() && !named) {
            doubts.add("no signer");
        } else if (named && foot.get().position().isEmpty()) {
            doubts.add("no position");
        }
        foot.ifPresent(f -> doubts.addAll(f.doubts()));
        List<String> recipients = foot.map(Foot::recipients).orElse(List.of()).stream()
                .skip(1)
                .map(ParagraphText::text)
                .map(OutlineRecognition::recipient)
                .filter(t -> !t.isEmpty())
                .toList();
        return new Head(
                zone.issuerParent(),
                zone.issuer(),
                zone.number(),
                zone.type(),
                zone.title(),
                zone.place(),
                zone.date(),
                foot.map(Foot::authority).orElse(""),
                foot.map(Foot::position).orElse(""),
                foot.map(Foot::name).orElse(""),
                recipients,
                zone.confidence(),
                doubts);
    }

    private static String recipient(String text) {
        return text.replaceAll("^[-–—+*•\\s]+", "").replaceAll("[\\s.;,/]+$", "");
    }
}
