package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.trich.output.Box;
import vn.trich.output.Region;
import vn.trich.pipeline.outline.ReferenceGrammar.Mention;
import vn.trich.pipeline.page.Word;
import vn.trich.pipeline.table.Cell;

/** Finds the documents that a document names, in its title, its sections and its tables. */
final class ReferenceFinder {
    private final ReferenceGrammar grammar;

    ReferenceFinder(DocumentTypes types) {
        this.grammar = new ReferenceGrammar(types);
    }

    /**
     * The documents named, in reading order.
     *
     * @param sections all sections of the document, in the order of {@link Paper#allSections()}
     * @param ownNumber the document's own number, which is no reference
     */
    List<Reference> find(List<Section> sections, String ownNumber) {
        List<Reference> found = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            if (section.kind() == vn.trich.output.SectionRecord.Kind.RECIPIENTS) {
                continue;
            }
            for (Mention mention : grammar.find(section.title())) {
                add(found, mention, section.title(), i, section.regions(), ownNumber);
            }
            for (Block block : section.blocks()) {
                if (block instanceof Block.Paragraph paragraph) {
                    words(found, paragraph.words(), paragraph.regions(), i, ownNumber);
                } else if (block instanceof Block.TableBlock table) {
                    for (Cell cell : table.table().cells()) {
                        words(found, cell.words(), cell.regions(), i, ownNumber);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private void words(List<Reference> found, List<Word> words, List<Region> regions, int section, String ownNumber) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (Word word : words) {
            text.append(text.isEmpty() ? "" : " ");
            starts.add(text.length());
            text.append(word.text());
        }
        if (Bare.of(text.toString()).matches("^\\(? ?(ban hanh )?kem theo .*")) {
            return;
        }
        for (Mention mention : grammar.find(text.toString())) {
            List<Word> named = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                int end = starts.get(i) + words.get(i).text().length();
                if (end > mention.from() && starts.get(i) < mention.to()) {
                    named.add(words.get(i));
                }
            }
            add(found, mention, text.toString(), section, place(named, regions), ownNumber);
        }
    }

    private static void add(
            List<Reference> found, Mention mention, String text, int section, List<Region> regions, String ownNumber) {
        if (!ownNumber.isEmpty() && mention.number().equals(ownNumber)) {
            return;
        }
        found.add(new Reference(
                mention.type(),
                mention.number(),
                mention.date(),
                mention.issuer(),
                text.substring(mention.from(), mention.to()),
                section,
                regions,
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
