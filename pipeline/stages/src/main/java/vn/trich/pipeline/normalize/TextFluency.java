package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Vocabulary;

/**
 * How much a short text reads as administrative Vietnamese does: whether a word fits neither the one before nor the one
 * after it, and whether sentences begin and end as it does. Without a model nothing is told. For one thread.
 */
final class TextFluency {

    private static final Pattern TOKEN = Pattern.compile("([^\\p{L}\\p{N}\\s]*)(\\S*?)([^\\p{L}\\p{N}\\s]*)(?=\\s|$)");
    /** Of a word that is in no vocabulary. */
    private static final double UNHEARD_OF = -4;

    private static final double LEAST = -6;
    private static final double MOST = 4;

    private final Optional<LanguageModel> model;

    /** By that model, if there is one. */
    TextFluency(Optional<LanguageModel> model) {
        this.model = model;
    }

    /** How ill the word that fits its neighbours worst does, 0 or more; 8 and more is seldom met in texts read well. */
    double strangest(String text) {
        List<Integer> words = words(text);
        double worst = 0;
        for (int i = 1; i + 1 < words.size(); i++) {
            int word = words.get(i);
            if (word != Vocabulary.STOP && word != Vocabulary.NUMBER && word != Vocabulary.CODE) {
                worst = Math.min(worst, gain(words, i) + gain(words, i + 1));
            }
        }
        return -worst;
    }

    /** How unlikely it is that a sentence ends there, 0 or more. */
    double endsEarly(String text) {
        List<Integer> words = words(text);
        return words.size() < 3 ? 0 : Math.max(0, -gain(words, words.size() - 1));
    }

    /** How unlikely it is that a sentence begins there, 0 or more. */
    double beginsLate(String text) {
        List<Integer> words = words(text);
        return words.size() < 3 ? 0 : Math.max(0, -gain(words, 1));
    }

    /** By how much likelier a word is after those before it than anywhere, as a natural logarithm, within bounds. */
    private double gain(List<Integer> words, int place) {
        int word = words.get(place);
        int before = words.get(place - 1);
        if (model.isEmpty() || before == Vocabulary.UNKNOWN) {
            return 0;
        }
        if (word == Vocabulary.UNKNOWN) {
            return UNHEARD_OF;
        }
        int earlier = place > 1 ? words.get(place - 2) : Vocabulary.UNKNOWN;
        return Math.max(LEAST, Math.min(MOST, model.get().gain(earlier, before, word)));
    }

    /** Numbers of the words, with a stop at both ends and where signs part them. */
    private List<Integer> words(String text) {
        List<Integer> words = new ArrayList<>();
        words.add(Vocabulary.STOP);
        Matcher token = TOKEN.matcher(text);
        while (model.isPresent() && token.find()) {
            String core = token.group(2);
            stop(
                    words,
                    !token.group(1).isEmpty()
                            || core.isEmpty() && !token.group(3).isEmpty());
            if (!core.isEmpty()) {
                words.add(model.get().vocabulary().numberOfPrinted(core));
                stop(words, !token.group(3).isEmpty() && !token.group(3).equals("%"));
            }
        }
        stop(words, true);
        return words;
    }

    private static void stop(List<Integer> words, boolean here) {
        if (here && words.get(words.size() - 1) != Vocabulary.STOP) {
            words.add(Vocabulary.STOP);
        }
    }
}
