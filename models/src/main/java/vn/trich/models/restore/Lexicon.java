package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Vocabulary;

/** The words of the language model by their letters without marks. Immutable. */
final class Lexicon {

    private static final int MOST_VARIANTS = 18;

    private final Map<String, int[]> byBareForm = new HashMap<>();

    Lexicon(LanguageModel model) {
        Vocabulary vocabulary = model.vocabulary();
        Map<String, List<Integer>> lists = new HashMap<>();
        for (int word = Vocabulary.FIRST_WORD; word < vocabulary.size(); word++) {
            lists.computeIfAbsent(Letters.bare(vocabulary.word(word)), key -> new ArrayList<>(4))
                    .add(word);
        }
        lists.forEach((bare, words) -> {
            words.sort(Comparator.comparingDouble(word -> -model.unigram(word)));
            byBareForm.put(
                    bare,
                    words.stream()
                            .limit(MOST_VARIANTS)
                            .mapToInt(Integer::intValue)
                            .toArray());
        });
    }

    /** Words with these letters, the most frequent first. */
    int[] variants(String bareForm) {
        return byBareForm.getOrDefault(bareForm, new int[0]);
    }
}
