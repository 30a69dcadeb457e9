package vn.trich.corpus.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.trich.corpus.paper.Block;
import vn.trich.corpus.paper.Inline;
import vn.trich.corpus.paper.Letters;
import vn.trich.corpus.paper.Rich;

/** Builds headings, clauses and points of a document's body. */
final class Sections {

    private final Author author;
    private final String romanEnd;
    private final Block.Look second;
    private int notes;

    Sections(Author author) {
        this.author = author;
        boolean party = author.setting().level() == Setting.Level.PARTY;
        romanEnd = party && author.dice().chance(0.7) ? "-" : ".";
        second = author.dice().pick(List.of(Block.Look.BOLD, Block.Look.BOLD, Block.Look.BOLD_ITALIC));
    }

    /** A part headed by a Roman numeral and capitals. */
    Block.Section part(int number, String title, List<Block> blocks) {
        String label = NumberForms.roman(number);
        Rich heading = author.names(label + romanEnd + " " + Letters.upper(title));
        return new Block.Section(label, 1, false, Map.of(), heading, Block.Look.BOLD, blocks);
    }

    /** A section with a heading, labelled with figures. */
    Block.Section section(String label, int level, String title, List<Block> blocks) {
        Rich heading = author.rich(label + ". " + title);
        return new Block.Section(label, level, false, Map.of(), heading, second, blocks);
    }

    /** A section with a heading that is a task, told in points or in paragraphs that no label tells apart. */
    Block.Section criterion(String label, int level, String title, Map<String, String> data, List<Block> points) {
        Rich heading = author.rich(label + ". " + title);
        return new Block.Section(label, level, true, data, heading, second, points);
    }

    /** A clause whose label opens its text. */
    Block.Section clause(String label, int level, String end, boolean task, String text) {
        Block paragraph = new Block.Paragraph(Block.Kind.BODY, author.rich(label + end + " " + text));
        return new Block.Section(label, level, task, Map.of(), Rich.EMPTY, Block.Look.PLAIN, List.of(paragraph));
    }

    /** A task of the text: its words are the heading, who and when stand below. */
    Block.Section task(String label, int level, String words, Map<String, String> data, List<Block> blocks) {
        Rich heading = author.rich(label + ". " + words);
        return new Block.Section(label, level, true, data, heading, Block.Look.ITALIC, blocks);
    }

    /** A point with a heading, as {@code c) Phân công}. */
    Block.Section point(String label, int level, String title, List<Block> blocks) {
        return point(label, level, title, Map.of(), blocks);
    }

    /** A point with a heading, as {@code b) Nhiệm vụ}, and what the truth says of it besides. */
    Block.Section point(String label, int level, String title, Map<String, String> data, List<Block> blocks) {
        Rich heading = author.rich(label + ") " + title);
        return new Block.Section(label, level, false, data, heading, Block.Look.PLAIN, blocks);
    }

    /** An article: its label bold, then a heading or text. */
    Block.Section article(int number, String text, List<Block> more) {
        String label = "Điều " + number;
        Rich line = Rich.join(Rich.styled(label + ". ", Inline.Style.BOLD), author.rich(text));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Block.Kind.BODY, line));
        blocks.addAll(more);
        return new Block.Section(label, 1, false, Map.of(), Rich.EMPTY, Block.Look.PLAIN, blocks);
    }

    /** A paragraph of body text. */
    Block.Paragraph paragraph(String text) {
        return new Block.Paragraph(Block.Kind.BODY, author.rich(text));
    }

    /** A paragraph whose last word bears a footnote mark, and the footnote. */
    List<Block> noted(String text, String note) {
        notes++;
        String body = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return List.of(
                new Block.Paragraph(Block.Kind.BODY, author.rich(body + Markup.note(notes) + ".")),
                new Block.Footnote(notes, author.rich(note)));
    }
}
