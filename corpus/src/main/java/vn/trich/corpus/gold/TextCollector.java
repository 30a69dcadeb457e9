package vn.trich.corpus.gold;

import java.util.BitSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Gathers the text under elements of gold HTML, white space folded, and remembers which of it is undecidable. */
final class TextCollector {

    private static final Set<String> INLINE =
            Set.of("span", "mark", "sup", "sub", "cite", "b", "i", "em", "strong", "u", "a");

    private final StringBuilder text = new StringBuilder();
    private final BitSet unsure = new BitSet();
    private boolean gap;

    private TextCollector() {}

    /** All text of an element, its descendants' included. */
    static GoldText textOf(Element element) {
        return textOf(element, child -> true);
    }

    /**
     * Text of an element.
     *
     * @param element where to begin
     * @param wanted which elements below it to enter
     */
    static GoldText textOf(Element element, Predicate<Element> wanted) {
        TextCollector collector = new TextCollector();
        collector.visit(element, wanted, false);
        return new GoldText(collector.text.toString(), collector.unsure);
    }

    private void visit(Element element, Predicate<Element> wanted, boolean inUnsure) {
        boolean doubtful = inUnsure || element.hasClass("unsure");
        boolean block = !INLINE.contains(element.normalName());
        gap |= block;
        if (element.hasClass("signature")) {
            for (String key : new String[] {"data-authority", "data-position", "data-name"}) {
                gap = true;
                append(element.attr(key), doubtful);
            }
        }
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode leaf) {
                append(leaf.getWholeText(), doubtful);
            } else if (child instanceof Element inner && wanted.test(inner)) {
                visit(inner, wanted, doubtful);
            }
        }
        gap |= block;
    }

    private void append(String part, boolean doubtful) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                gap = true;
                continue;
            }
            if (gap && text.length() > 0) {
                if (doubtful && unsure.get(text.length() - 1)) {
                    unsure.set(text.length());
                }
                text.append(' ');
            }
            gap = false;
            if (doubtful) {
                unsure.set(text.length());
            }
            text.append(c);
        }
    }
}
