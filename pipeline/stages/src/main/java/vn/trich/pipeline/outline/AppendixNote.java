package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.trich.pipeline.outline.ReferenceGrammar.Mention;
import vn.trich.pipeline.page.Word;

/**
 * The notes {@code (Kèm theo Kế hoạch số 15/KH-UBND ngày ...)} of a document's appendices, which say its number and date
 * again, in print where the head may bear them in handwriting.
 */
final class AppendixNote {
    private static final int LONGEST = 4;

    private final ReferenceGrammar grammar;

    AppendixNote(DocumentTypes types) {
        this.grammar = new ReferenceGrammar(types);
    }

    /** The head with what the notes among a document's lines make good. */
    HeadZone support(HeadZone head, List<FlowItem> items) {
        HeadZone supported = head;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof FlowLine line && AppendixSplitter.isTied(line)) {
                supported = supportedBy(supported, note(items, i));
            }
        }
        return supported;
    }

    private static List<Word> note(List<FlowItem> items, int from) {
        List<Word> words = new ArrayList<>();
        for (int i = from; i < Math.min(items.size(), from + LONGEST); i++) {
            if (!(items.get(i) instanceof FlowLine line)) {
                break;
            }
            words.addAll(line.words());
            if (line.text().endsWith(")")) {
                break;
            }
        }
        return words;
    }

    private HeadZone supportedBy(HeadZone head, List<Word> note) {
        String text = note.stream().map(Word::text).collect(Collectors.joining(" "));
        for (Mention mention : grammar.find(text)) {
            double sure = note.stream()
                    .filter(w -> w.text().contains(mention.number()))
                    .mapToDouble(Word::confidence)
                    .min()
                    .orElse(0);
            if (!mention.number().isEmpty() && Bare.compact(mention.type()).equals(Bare.compact(head.type()))) {
                return head.supported(mention.number(), mention.date(), sure);
            }
        }
        return head;
    }
}
