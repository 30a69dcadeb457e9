package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.Vocabulary;

/** Readings that differ from what is printed in marks alone. */
final class MarkReadings implements Readings {

    // A word that has marks is kept unless all else speaks against it.
    private static final float MARKED_CHANGES = -9;

    // The unknown word of the language model is many words; that it is just this one costs so much.
    private static final float UNKNOWN_WORD = -9;

    private static final String PICTURE = "ảnh";

    private static final float CASE_WEIGHT = 0.5f;
    private static final float ADDRESSED_WEIGHT = 1.4f;
    private static final float ALONE_WEIGHT = 0.15f;
    // Family names are few: hardly any other word stands where one does.
    private static final float FAMILY_WEIGHT = 1.5f;
    private static final float NAME_WEIGHT = 1.2f;
    private static final float PLACE_WEIGHT = 2.5f;
    private static final float PERHAPS_PLACE_WEIGHT = 0.4f;

    private final LanguageModel model;
    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    private final DocumentSymbols symbols;
    private final Optional<Once<Names>> names;

    MarkReadings(LanguageModel model, Lexicon lexicon, DocumentSymbols symbols, Optional<Once<Names>> names) {
        this.model = model;
        this.vocabulary = model.vocabulary();
        this.lexicon = lexicon;
        this.symbols = symbols;
        this.names = names;
    }

    @Override
    public List<Slot> slots(int token, String text) {
        return Slot.of(token, text);
    }

    @Override
    public List<Arc> at(List<Slot> slots, int at, Token token) {
        Slot slot = slots.get(at);
        return switch (slot.kind()) {
            case WORD ->
                isPictureCredit(slots, at, token)
                        ? List.of(Arc.word(at + 1, vocabulary.number(PICTURE), PICTURE, 0))
                        : named(words(slot, Slot.isInside(slots, at), at + 1), slots, at);
            case NUMBER -> List.of(Arc.printed(at + 1, Vocabulary.NUMBER, 0));
            case CODE ->
                List.of(Arc.code(
                        at + 1, Vocabulary.CODE, symbols.marked(slot.text()).orElse(null)));
            case STOP, SIGN -> List.of(Arc.printed(at + 1, Vocabulary.STOP, 0));
        };
    }

    // "... - Ảnh: ...", "(Ảnh: ...)" and ". Ảnh: A...": without marks the word is that for England, which nobody puts
    // there.
    private static boolean isPictureCredit(List<Slot> slots, int at, Token token) {
        Slot slot = slots.get(at);
        if (!slot.text().equals("Anh") || !token.text().startsWith("Anh:", slot.start())) {
            return false;
        }
        if (slot.start() > 0 || at == 0) {
            return token.text().startsWith("(");
        }
        Slot before = slots.get(at - 1);
        return before.kind() == Piece.Kind.STOP ? isCapital(slots, at + 2) : before.token() == slot.token() - 2;
    }

    private static boolean isCapital(List<Slot> slots, int at) {
        return at < slots.size()
                && slots.get(at).kind() == Piece.Kind.WORD
                && LetterCase.of(slots.get(at).text()) != LetterCase.LOWER;
    }

    // Readings of a word that may be part of a name, weighed by how common they are there.
    private List<Arc> named(List<Arc> arcs, List<Slot> slots, int at) {
        if (arcs.size() < 2 || names.isEmpty()) {
            return arcs;
        }
        Names known = names.get().get();
        Optional<PlaceNames.Part> place = known.places().part(slots, at);
        boolean told = place.isPresent() && place.get().told();
        Optional<NameRuns.Name> person = told ? Optional.empty() : NameRuns.name(slots, at);
        if (person.isPresent()) {
            NameRuns.Name name = person.get();
            float weight = name.role(at) == NameRuns.Role.FAMILY ? FAMILY_WEIGHT : NAME_WEIGHT;
            NameParts.Worth worth = known.people().worth(name.words(slots), at - name.from());
            return weighed(arcs, slots.get(at), reading -> weight * worth.of(reading));
        }
        if (place.isPresent()) {
            float weight = told ? PLACE_WEIGHT : PERHAPS_PLACE_WEIGHT;
            return weighed(arcs, slots.get(at), reading -> weight * place.get().log(reading));
        }
        if (NameRuns.mayBeGiven(slots, at)) {
            float weight = NameRuns.isAddressed(slots, at) ? ADDRESSED_WEIGHT : ALONE_WEIGHT;
            return weighed(
                    arcs, slots.get(at), reading -> weight * known.people().given(reading));
        }
        return arcs;
    }

    private List<Arc> weighed(List<Arc> arcs, Slot slot, ToDoubleFunction<String> weight) {
        String printed = Vocabulary.normal(slot.text());
        return arcs.stream()
                .map(arc -> {
                    int word = arc.words()[0];
                    String reading = word == Vocabulary.UNKNOWN ? printed : vocabulary.word(word);
                    return arc.with(arc.score() + (float) weight.applyAsDouble(reading));
                })
                .toList();
    }

    private List<Arc> words(Slot slot, boolean inside, int next) {
        String normal = Vocabulary.normal(slot.text());
        int itself = vocabulary.number(normal);
        String bare = Letters.bare(normal);
        boolean marked = !bare.equals(normal);
        Optional<String> symbol = symbols.marked(slot.text());
        if (symbol.isPresent()) {
            return List.of(Arc.code(next, vocabulary.number(Vocabulary.normal(symbol.get())), symbol.get()));
        }
        int[] variants = lexicon.variants(bare);
        List<Arc> arcs = new ArrayList<>(variants.length + 1);
        boolean cased = inside && LetterCase.of(slot.text()) != LetterCase.UPPER;
        boolean capital = Character.isUpperCase(slot.text().charAt(0));
        float unknown = itself == Vocabulary.UNKNOWN ? UNKNOWN_WORD : 0;
        arcs.add(Arc.printed(next, itself, unknown + (cased ? letterCase(itself, capital) : 0)));
        for (int variant : variants) {
            if (variant != itself) {
                float score = (marked ? MARKED_CHANGES : 0) + (cased ? letterCase(variant, capital) : 0);
                arcs.add(Arc.word(next, variant, vocabulary.word(variant), score));
            }
        }
        return arcs;
    }

    private float letterCase(int word, boolean capital) {
        return CASE_WEIGHT * model.letterCase(word, capital);
    }
}
