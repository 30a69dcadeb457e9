package vn.trich.corpus.gold;

import java.util.List;

/**
 * The truth of one document.
 *
 * @param head head and signature
 * @param text the whole text in reading order: tables row by row, cell by cell; the signature's words where it stands
 * @param prose the same text without its footnotes and their marks
 * @param footnotes the footnotes in reading order, without their marks
 * @param sections the outline in reading order
 * @param tables the tables in reading order
 * @param tasks the tasks in reading order
 * @param targets quantified goals in reading order
 * @param indicators measured figures in reading order
 * @param references documents named; empty also where gold does not tell
 */
public record GoldDocument(
        GoldHead head,
        GoldText text,
        GoldText prose,
        List<GoldText> footnotes,
        List<GoldSection> sections,
        List<GoldTable> tables,
        List<GoldTask> tasks,
        List<GoldTarget> targets,
        List<GoldIndicator> indicators,
        List<GoldReference> references) {

    /** Copies the lists. */
    public GoldDocument {
        footnotes = List.copyOf(footnotes);
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        tasks = List.copyOf(tasks);
        targets = List.copyOf(targets);
        indicators = List.copyOf(indicators);
        references = List.copyOf(references);
    }
}
