package vn.trich.models.restore;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.trich.models.language.LanguageModel;

/**
 * Settles words that the language model and the nearer surroundings leave open: a network that reads the whole surroundings is
 * asked, and what the same letters were taken for elsewhere, in the text around and in the whole document; a judge weighs it all.
 * Immutable.
 */
final class OpenWords {

    // Words are open whose readings are no further apart than this, and of which none is better by itself by more than
    // NAMED, as the name of a commune is: of names the network knows little.
    private static final float CLOSE = 2;
    private static final float NAMED = 1;

    // Where letters were lost too, what is shown of the surroundings may itself be wrong.
    private static final float RUINED_TRUST = 0.6f;

    private final Once<ReadingTagger> tagger;
    private final ReadingJudge judge;
    private final LanguageModel model;

    /**
     * @param tagger the network
     * @param judge weighs what it and the others say
     * @param model the language model
     */
    OpenWords(Once<ReadingTagger> tagger, ReadingJudge judge, LanguageModel model) {
        this.tagger = tagger;
        this.judge = judge;
        this.model = model;
    }

    private static float trust(Damage damage) {
        return switch (damage) {
            // Words that a recogniser read are seldom lost: there the network would spoil more than it mends.
            case CLEAN -> 0;
            case RUINED -> RUINED_TRUST;
            case STRIPPED -> 1;
        };
    }

    /**
     * The words of a stretch with what their readings are worth once the open ones are settled.
     *
     * @param weighed the stretch
     * @param document what its document says
     * @param damage how the text was damaged
     */
    List<ContextRescoring.WeighedWord> settled(
            ContextRescoring.Weighed weighed, DocumentContexts document, Damage damage) {
        float trust = trust(damage);
        if (trust == 0) {
            return weighed.words();
        }
        Map<Integer, float[][]> said = said(weighed, document);
        return weighed.words().stream()
                .map(word -> said.containsKey(word.doubt().place())
                        ? judged(word, said.get(word.doubt().place()), trust)
                        : word)
                .toList();
    }

    /**
     * What is said for the readings of the open words of a stretch, by their places.
     *
     * @param weighed the stretch
     * @param document what its document says
     */
    Map<Integer, float[][]> said(ContextRescoring.Weighed weighed, DocumentContexts document) {
        List<ContextRescoring.WeighedWord> open = weighed.words().stream()
                .filter(word -> isOpen(word, weighed.stretch()))
                .toList();
        if (open.isEmpty()) {
            return Map.of();
        }
        int[] asked = open.stream().mapToInt(word -> word.doubt().place()).toArray();
        PathWords path = weighed.path();
        Witnesses witnesses = new Witnesses(
                model, path, path.around(tagger.get(), asked), DocumentContexts.of(List.of(weighed)), document);
        return open.stream().collect(Collectors.toMap(word -> word.doubt().place(), witnesses::of));
    }

    private static boolean isOpen(ContextRescoring.WeighedWord word, Stretch stretch) {
        int best = best(word.scores(), -1);
        int second = best(word.scores(), best);
        List<Arc> arcs = stretch.arcs().get(word.doubt().slot());
        float own = arcs.get(word.doubt().readings()[best]).score()
                - arcs.get(word.doubt().readings()[second]).score();
        return word.scores()[best] - word.scores()[second] < CLOSE && own < NAMED;
    }

    // The best of all scores but one.
    private static int best(float[] scores, int but) {
        int best = but == 0 ? 1 : 0;
        for (int k = best + 1; k < scores.length; k++) {
            best = k != but && scores[k] > scores[best] ? k : best;
        }
        return best;
    }

    // Nothing is said of words of other letters: beside them the best reading stays as good as it was.
    private ContextRescoring.WeighedWord judged(ContextRescoring.WeighedWord word, float[][] witnesses, float trust) {
        float[] scores = judge.scores(witnesses);
        float change = DocumentWords.highest(word.scores()) - DocumentWords.highest(scores);
        for (int k = 0; k < scores.length; k++) {
            scores[k] = word.scores()[k] + trust * (scores[k] + change - word.scores()[k]);
        }
        return new ContextRescoring.WeighedWord(word.doubt(), scores);
    }
}
