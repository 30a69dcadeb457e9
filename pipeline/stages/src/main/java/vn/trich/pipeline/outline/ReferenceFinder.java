package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trich.output.Box;
import vn.trich.output.Region;
import vn.trich.output.SectionRecord;
import vn.trich.pipeline.outline.ReferenceGrammar.Mention;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;

/** Finds the documents that a document names, in its title, its sections and its tables. */
final class ReferenceFinder {
    private static final Pattern TIED = Pattern.compile("^\\(? ?(ban hanh )?kem theo .*");

    private final ReferenceGrammar grammar;
    private final SymbolEvidence symbols;

    ReferenceFinder(DocumentTypes types) {
        this.grammar = new ReferenceGrammar(types);
        this.symbols = new SymbolEvidence(types);
    }

    /**
     * The documents named, in reading order.
     *
     * @param sections all sections of the document, in the order of {@link Paper#allSections()}
     * @param ownNumber the document's own number, which is no reference
     */
    List<Reference> find(List<Section> sections, String ownNumber) {
        List<Passage> passages = passages(sections);
        Map<Passage, List<Mention>> mentions = new IdentityHashMap<>();
        Set<String> laws = new TreeSet<>();
        for (Passage passage : passages) {
            List<Mention> named = new ArrayList<>(grammar.find(passage.text()));
            named.forEach(m -> ReferenceGrammar.lawName(passage.text(), m).ifPresent(laws::add));
            mentions.put(passage, named);
        }
        List<String> numbers = Stream.concat(
                        Stream.of(ownNumber),
                        mentions.values().stream().flatMap(List::stream).map(Mention::number))
                .toList();
        List<Reference> found = new ArrayList<>();
        for (Passage passage : passages) {
            List<Mention> named = mentions.get(passage);
            named.replaceAll(m -> settled(m, numbers));
            named.addAll(grammar.findLaws(passage.text(), laws, named));
            named.sort(Comparator.comparingInt(Mention::from));
            named.forEach(m -> add(found, m, passage, ownNumber));
        }
        return List.copyOf(found);
    }

    /** A mention whose symbol is set right by what else the document names. */
    private Mention settled(Mention mention, List<String> numbers) {
        if (mention.number().isEmpty()) {
            return mention;
        }
        Map<String, Long> parts = numbers.stream()
                .filter(n -> !n.isEmpty() && !n.equals(mention.number()))
                .flatMap(n -> SymbolEvidence.parts(n).stream())
                .collect(Collectors.groupingBy(part -> part, Collectors.counting()));
        String right = symbols.repaired(mention.number(), mention.issuer(), parts);
        return right.equals(mention.number()) ? mention : mention.numbered(right);
    }

    /**
     * A stretch of text that may name documents.
     *
     * @param section index of its section
     * @param text its text
     * @param words its words; none for a title
     * @param regions where it stands
     */
    private record Passage(int section, String text, List<Word> words, List<Region> regions) {

        /** Where a mention stands. */
        List<Region> place(Mention mention) {
            List<Word> named = new ArrayList<>();
            int at = 0;
            for (Word word : words) {
                int end = at + word.text().length();
                if (end > mention.from() && at < mention.to()) {
                    named.add(word);
                }
                at = end + 1;
            }
            return words.isEmpty() ? regions : ReferenceFinder.place(named, regions);
        }
    }

    private static List<Passage> passages(List<Section> sections) {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            if (section.kind() == SectionRecord.Kind.RECIPIENTS) {
                continue;
            }
            passages.add(new Passage(i, section.title(), List.of(), section.regions()));
            for (Block block : section.blocks()) {
                if (block instanceof Block.Paragraph paragraph) {
                    passages.add(passage(i, paragraph.words(), paragraph.regions()));
                } else if (block instanceof Block.TableBlock table) {
                    for (Cell cell : table.table().cells()) {
                        passages.add(passage(i, cell.words(), cell.regions()));
                    }
                }
            }
        }
        passages.removeIf(p -> TIED.matcher(Bare.of(p.text())).matches());
        return passages;
    }

    private static Passage passage(int section, List<Word> words, List<Region> regions) {
        return new Passage(section, words.stream().map(Word::text).collect(Collectors.joining(" ")), words, regions);
    }

    private static void add(List<Reference> found, Mention mention, Passage passage, String ownNumber) {
        if (!ownNumber.isEmpty() && mention.number().equals(ownNumber)) {
            return;
        }
        found.add(new Reference(
                mention.type(),
                mention.number(),
                mention.date(),
                mention.issuer(),
                passage.text().substring(mention.from(), mention.to()),
                passage.section(),
                passage.place(mention),
                mention.sure()));
    }

    /** Where words of a paragraph stand: each on the first of its pages that holds them. */
    private static List<Region> place(List<Word> words, List<Region> regions) {
        Map<Integer, Region> places = new LinkedHashMap<>();
        for (Word word : words) {
            for (Region region : regions) {
                if (!region.hasBox()) {
                    places.putIfAbsent(region.page(), region);
                    break;
                }
                if (region.bbox().grow(1).holdsCentreOf(word.box())) {
                    places.merge(region.page(), new Region(region.page(), word.box()), ReferenceFinder::union);
                    break;
                }
            }
        }
        return places.isEmpty() ? regions : List.copyOf(places.values());
    }

    private static Region union(Region a, Region b) {
        Box box = a.bbox().union(b.bbox());
        return new Region(a.page(), box);
    }
}
