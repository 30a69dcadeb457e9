package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;

/**
 * One document of a file.
 *
 * @param head its head and foot
 * @param sections its outline, top level, in reading order; text before the first labelled section is a section of
 *     kind {@code PREAMBLE}
 * @param references other documents it names, in reading order
 * @param pageFrom its first page in the file, from 1
 * @param pageTo its last page
 */
public record Paper(Head head, List<Section> sections, List<Reference> references, int pageFrom, int pageTo) {

    /** Copies the lists. */
    public Paper {
        sections = List.copyOf(sections);
        references = List.copyOf(references);
    }

    /** All sections, parents before children, in reading order. */
    public List<Section> allSections() {
        List<Section> all = new ArrayList<>();
        sections.forEach(s -> collect(s, all));
        return List.copyOf(all);
    }

    /** All tables in reading order, each with the section that holds it. Their ids follow this order. */
    public List<PlacedTable> allTables() {
        List<PlacedTable> tables = new ArrayList<>();
        List<Section> all = allSections();
        for (int i = 0; i < all.size(); i++) {
            for (Block block : all.get(i).blocks()) {
                if (block instanceof Block.TableBlock table) {
                    tables.add(new PlacedTable(table, i));
                }
            }
        }
        return List.copyOf(tables);
    }

    /** Id of the section at that index (from 0) of {@link #allSections()}, unique in its document. */
    public static String sectionId(int index) {
        return "s" + (index + 1);
    }

    /** Id of the table at that index (from 0) of {@link #allTables()}, unique in its document. */
    public static String tableId(int index) {
        return "t" + (index + 1);
    }

    /**
     * A table and where it stands.
     *
     * @param block the table with its caption
     * @param section index of its section in {@link Paper#allSections()}
     */
    public record PlacedTable(Block.TableBlock block, int section) {}

    private static void collect(Section section, List<Section> all) {
        all.add(section);
        section.children().forEach(child -> collect(child, all));
    }
}
