package vn.trich.models.restore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Syllables;
import vn.trich.models.language.Vocabulary;

/**
 * Which strings with a capital a ruined document has again and again. One that is like no Vietnamese syllable is a word of another
 * language ({@code Halal}) or an abbreviation, and no misread word. Immutable.
 */
final class DocumentStrings {

    private static final int OFTEN = 4;
    private static final int SHORTEST = 3;
    private static final float UNLIKE = -10;

    private final Set<String> strings;
    private final Vocabulary vocabulary;
    private final Syllables syllables;

    private DocumentStrings(Set<String> strings, Vocabulary vocabulary, Syllables syllables) {
        this.strings = strings;
        this.vocabulary = vocabulary;
        this.syllables = syllables;
    }

    /** Of a document of which nothing is known. */
    static DocumentStrings unknown(Vocabulary vocabulary, Syllables syllables) {
        return new DocumentStrings(Set.of(), vocabulary, syllables);
    }

    /** Of these texts. */
    DocumentStrings of(List<List<Token>> blocks) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<Token> block : blocks) {
            for (Token token : block) {
                for (Slot slot : Slot.of(0, Letters.nfc(token.text()))) {
                    if (isLikeAName(slot.text())) {
                        counts.merge(slot.text(), 1, Integer::sum);
                    }
                }
            }
        }
        counts.values().removeIf(count -> count < OFTEN);
        return new DocumentStrings(Set.copyOf(counts.keySet()), vocabulary, syllables);
    }

    private static boolean isLikeAName(String text) {
        return text.length() >= SHORTEST
                && Character.isUpperCase(text.charAt(0))
                && text.chars().allMatch(Character::isLetter);
    }

    /**
     * Whether a string is a word of the document's own.
     *
     * @param text the string
     * @param candidates the words it might be a misread one of
     */
    boolean isOwn(String text, List<ChannelSearch.Candidate> candidates) {
        return strings.contains(text)
                && candidates.stream()
                        .noneMatch(candidate ->
                                candidate.score() > UNLIKE && syllables.isSyllable(vocabulary.word(candidate.word())));
    }
}
