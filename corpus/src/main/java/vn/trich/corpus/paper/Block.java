package vn.trich.corpus.paper;

import java.util.List;
import java.util.Map;

/** A part of a document's body. */
public sealed interface Block {

    /**
     * A paragraph.
     *
     * @param kind what it is, which decides how it is set
     * @param text its words
     */
    record Paragraph(Kind kind, Rich text) implements Block {}

    /**
     * A labelled section.
     *
     * @param label as printed, without its dot or bracket
     * @param level depth, from 1
     * @param task whether it is itself a task
     * @param data attributes in gold, as {@code data-due}, in order
     * @param heading the heading with its label; empty if the label opens the first paragraph
     * @param look how the heading is set
     * @param blocks what it holds
     */
    record Section(
            String label,
            int level,
            boolean task,
            Map<String, String> data,
            Rich heading,
            Look look,
            List<Block> blocks)
            implements Block {
        /** Copies the blocks. */
        public Section {
            blocks = List.copyOf(blocks);
        }

        /** The same section that holds other blocks. */
        public Section with(List<Block> others) {
            return new Section(label, level, task, data, heading, look, others);
        }
    }

    /**
     * A table in the body.
     *
     * @param grid the table
     */
    record Figure(Grid grid) implements Block {}

    /**
     * A footnote, printed at the foot of the page that holds its mark.
     *
     * @param mark its number
     * @param text its words
     */
    record Footnote(int mark, Rich text) implements Block {}

    /** Kinds of paragraphs. */
    enum Kind {
        /** Body text, justified, first line indented. */
        BODY,
        /** What the document rests on, {@code Căn cứ ...}; italic since 2020. */
        BASIS,
        /** Centred bold line, as {@code QUYẾT ĐỊNH:}. */
        CENTRED,
        /** Centred line, as {@code Kính gửi: ...}. */
        ADDRESS,
        /** Centred italic line, as {@code (Kèm theo ...)}. */
        ENCLOSED
    }

    /** How headings are set. */
    enum Look {
        /** Bold. */
        BOLD,
        /** Bold italic. */
        BOLD_ITALIC,
        /** Italic. */
        ITALIC,
        /** Upright. */
        PLAIN,
        /** Bold and centred, label and title on lines of their own. */
        CENTRED
    }
}
