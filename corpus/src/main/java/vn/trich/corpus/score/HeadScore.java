package vn.trich.corpus.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.trich.corpus.gold.GoldDocument;
import vn.trich.corpus.gold.GoldText;
import vn.trich.corpus.gold.HeadField;
import vn.trich.corpus.score.OutputFolder.Document;

/** Scores document head and signature, field by field, each true document against the row that fits it best. */
final class HeadScore {

    private HeadScore() {}

    /**
     * Scores heads.
     *
     * @param gold the true documents of a file
     * @param output the documents that came back for the file
     * @param tally where the figures go
     */
    static void score(List<GoldDocument> gold, List<Document> output, Tally tally) {
        List<Pairing.Candidate> candidates = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            for (int o = 0; o < output.size(); o++) {
                int right = 0;
                for (HeadField field : HeadField.values()) {
                    right += isRight(gold.get(g), output.get(o), field) ? 1 : 0;
                }
                candidates.add(new Pairing.Candidate(g, o, right, 0));
            }
        }
        int[] partner = Pairing.greedy(gold.size(), output.size(), candidates);
        for (int g = 0; g < gold.size(); g++) {
            for (HeadField field : HeadField.values()) {
                if (gold.get(g).head().field(field).isEmpty()) {
                    continue;
                }
                String truth = gold.get(g).head().field(field).get().text();
                String result = partner[g] < 0 ? "" : value(output.get(partner[g]), field);
                boolean right = partner[g] >= 0 && isRight(gold.get(g), output.get(partner[g]), field);
                tally.judge(Measure.valueOf("HEAD_" + field.name()), right, truth, result);
                tally.add(Measure.HEAD, new Figure.Share(right ? 1 : 0, 1));
            }
        }
    }

    private static boolean isRight(GoldDocument gold, Document output, HeadField field) {
        GoldText truth = gold.head().field(field).orElse(GoldText.EMPTY);
        if (truth.isEmpty()) {
            return false;
        }
        String result = value(output, field);
        return switch (field) {
            case NUMBER, DATE -> Folding.foldSpace(result).equals(truth.text());
            case TITLE -> Similarity.isRight(truth, result);
            default -> Folding.fold(truth.text()).equals(Folding.fold(result));
        };
    }

    private static String value(Document output, HeadField field) {
        return output.head().get(field.name().toLowerCase(Locale.ROOT));
    }
}
