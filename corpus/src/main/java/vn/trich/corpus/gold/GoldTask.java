package vn.trich.corpus.gold;

import java.util.List;
import java.util.Optional;

/**
 * A true task: a row of a task table or a labelled section of the text. A field is empty where gold does not give it
 * or leaves it undecidable; it then counts neither for nor against.
 *
 * @param fromTable whether it stands in a table
 * @param label printed label
 * @param texts task and activity; for a task of the text first its heading with its paragraphs, then, if it has one,
 *     its heading alone: either is right
 * @param objective text of the objective column
 * @param product text of the product column
 * @param lead units that lead
 * @param coord units that take part
 * @param due the deadline
 * @param group the headings above it, joined with {@code " > "}
 * @param row row of its table, from 1, else 0
 * @param table index of its table among the document's tables, else -1
 */
public record GoldTask(
        boolean fromTable,
        Optional<String> label,
        List<GoldText> texts,
        Optional<GoldText> objective,
        Optional<GoldText> product,
        Optional<List<String>> lead,
        Optional<List<String>> coord,
        Optional<GoldDue> due,
        Optional<String> group,
        int row,
        int table) {

    /** Copies the lists. */
    public GoldTask {
        texts = List.copyOf(texts);
        lead = lead.map(List::copyOf);
        coord = coord.map(List::copyOf);
    }
}
