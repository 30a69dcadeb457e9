package vn.trich.pipeline.searchable;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Runs over the tokens of one content stream and leaves out what shows text that nobody sees. For one stream only. */
final class TokenFilter {

    private static final int INVISIBLE = 3;

    private static final Set<String> SHOWING = Set.of("Tj", "TJ", "'", "\"");

    /** What matters only to text shown after it in the same text object. */
    private static final Set<String> PLACING = Set.of("Td", "Tm", "T*");

    private final LayerRemoval removal;
    private final int depth;
    private COSDictionary resources;
    private boolean copied;
    private boolean changed;
    private int open;
    private boolean tooManyRestored;
    private TextState state;
    private final Deque<TextState> saved = new ArrayDeque<>();
    private final List<Object> out = new ArrayList<>();

    /**
     * Prepares.
     *
     * @param removal copies forms
     * @param resources of the stream; not changed
     * @param mode text rendering mode at its beginning
     * @param depth 0 for a page's content, more for forms
     */
    TokenFilter(LayerRemoval removal, COSDictionary resources, int mode, int depth) {
        this.removal = removal;
        this.resources = resources;
        this.state = new TextState(mode, false);
        this.depth = depth;
    }

    /** The parts of the graphics state that say whether text is seen; glyphs of Type 3 fonts always are. */
    private record TextState(int mode, boolean type3) {

        boolean hidden() {
            return mode == INVISIBLE && !type3;
        }
    }

    /** An operator with its operands, and whether it shows text that nobody sees. */
    private record Step(List<Object> operands, Operator operator, boolean hidden) {

        boolean shows() {
            return SHOWING.contains(operator.getName());
        }
    }

    /** Whether anything was left out, marked or replaced. */
    boolean changed() {
        return changed;
    }

    /** Whether every saved graphics state was restored, and none that was not saved. */
    boolean balanced() {
        return open == 0 && !tooManyRestored;
    }

    /** The stream's resources, with what was replaced. */
    COSDictionary resources() {
        return resources;
    }

    /** The tokens with all open graphics states restored. */
    List<Object> closed(List<Object> tokens) {
        List<Object> closed = new ArrayList<>(tokens);
        for (int i = 0; i < open; i++) {
            closed.add(Operator.getOperator("Q"));
        }
        return closed;
    }

    /**
     * The tokens that stay.
     *
     * @param tokens of the stream
     * @param covered everything before this one lies under a picture
     */
    List<Object> apply(List<Object> tokens, int covered) throws IOException {
        List<Object> operands = new ArrayList<>();
        List<Step> text = null;
        for (int i = 0; i < tokens.size(); i++) {
            if (!(tokens.get(i) instanceof Operator operator)) {
                operands.add(tokens.get(i));
                continue;
            }
            Step step = follow(operands, operator, i < covered);
            operands = new ArrayList<>();
            if (operator.getName().equals("Q") && !restores()) {
                continue;
            }
            if (operator.getName().equals("BT")) {
                text = new ArrayList<>();
            }
            if (text != null) {
                text.add(step);
            } else {
                emit(step);
            }
            if (operator.getName().equals("ET") && text != null) {
                emitText(text);
                text = null;
            }
        }
        if (text != null) {
            emitText(text);
        }
        return out;
    }

    private Step follow(List<Object> operands, Operator operator, boolean covered) throws IOException {
        switch (operator.getName()) {
            case "q" -> {
                saved.push(state);
                open++;
            }
            case "Q" -> {
                state = saved.isEmpty() ? state : saved.pop();
                open--;
            }
            case "Tr" -> {
                if (!operands.isEmpty() && operands.get(0) instanceof COSNumber mode) {
                    state = new TextState(mode.intValue(), state.type3);
                }
            }
            case "Tf" -> {
                if (!operands.isEmpty() && operands.get(0) instanceof COSName font) {
                    state = new TextState(state.mode, isType3(font));
                }
            }
            case "Do" -> {
                if (!operands.isEmpty() && operands.get(0) instanceof COSName name) {
                    operands.set(0, shown(name, covered));
                }
            }
            default -> {
                // Says nothing about text.
            }
        }
        return new Step(operands, operator, SHOWING.contains(operator.getName()) && (covered || state.hidden()));
    }

    /** Whether the restoring just met had a state to restore; otherwise it is left out. */
    private boolean restores() {
        if (open >= 0) {
            return true;
        }
        open = 0;
        tooManyRestored = true;
        return false;
    }

    private boolean isType3(COSName font) {
        COSDictionary fonts = resources.getCOSDictionary(COSName.FONT);
        COSDictionary dictionary = fonts == null ? null : fonts.getCOSDictionary(font);
        return dictionary != null && COSName.TYPE3.equals(dictionary.getCOSName(COSName.SUBTYPE));
    }

    /** The name of what is shown: another one if it is a form that had to change. */
    private COSName shown(COSName name, boolean covered) throws IOException {
        COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
        if (objects == null
                || !(objects.getDictionaryObject(name) instanceof COSStream form)
                || !COSName.FORM.equals(form.getCOSName(COSName.SUBTYPE))) {
            return name;
        }
        COSStream now = removal.form(form, resources, state.mode, covered, depth + 1);
        if (now == form) {
            return name;
        }
        changed = true;
        if (!copied) {
            resources = new COSDictionary(resources);
            objects = new COSDictionary(objects);
            resources.setItem(COSName.XOBJECT, objects);
            copied = true;
        }
        for (int i = 1; ; i++) {
            COSName other = COSName.getPDFName(name.getName() + "." + i);
            COSStream there = objects.getCOSStream(other);
            if (there == null) {
                objects.setItem(other, now);
            }
            if (there == null || there == now) {
                return other;
            }
        }
    }

    private void emit(Step step) {
        out.addAll(step.operands);
        out.add(step.operator);
    }

    private void emitText(List<Step> text) {
        boolean anySeen = text.stream().anyMatch(s -> s.shows() && !s.hidden);
        boolean anyHidden = text.stream().anyMatch(s -> s.shows() && s.hidden);
        changed |= anySeen || anyHidden;
        for (Step step : text) {
            if (step.shows() && anySeen) {
                // Hidden text before seen text in one object moves it on: it stays where it is, without a say.
                unread(step);
            } else if (step.shows()) {
                spacing(step);
            } else if (anySeen || !anyHidden || !PLACING.contains(step.operator.getName())) {
                emit(step);
            }
        }
    }

    private void unread(Step step) {
        COSDictionary nothing = new COSDictionary();
        nothing.setItem(COSName.ACTUAL_TEXT, new COSString(""));
        nothing.setDirect(true);
        out.addAll(List.of(COSName.getPDFName("Span"), nothing, Operator.getOperator("BDC")));
        emit(step);
        out.add(Operator.getOperator("EMC"));
    }

    /** What an operator that shows text sets for all text after it. */
    private void spacing(Step step) {
        if (step.operator.getName().equals("\"") && step.operands.size() == 3) {
            out.addAll(List.of(step.operands.get(0), Operator.getOperator("Tw")));
            out.addAll(List.of(step.operands.get(1), Operator.getOperator("Tc")));
        }
    }
}
