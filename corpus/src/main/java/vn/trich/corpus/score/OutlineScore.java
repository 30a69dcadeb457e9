package vn.trich.corpus.score;

import java.util.ArrayList;
import java.util.List;
import vn.trich.corpus.gold.GoldReference;
import vn.trich.corpus.gold.GoldSection;
import vn.trich.corpus.gold.GoldText;
import vn.trich.corpus.gold.Labels;
import vn.trich.corpus.score.OutputFolder.Reference;
import vn.trich.corpus.score.OutputFolder.Section;

/** Scores the outline and the references. */
final class OutlineScore {

    private static final double SAME_TITLE = 0.8;

    /** So many first words stand for a section that has no title. */
    private static final int FIRST_WORDS = 10;

    private OutlineScore() {}

    /** Scores sections: pairs have equal labels and titles, or first words, that are alike. */
    static void sections(List<GoldSection> gold, List<Section> output, Tally tally) {
        List<Opening> truths = gold.stream().map(Opening::of).toList();
        List<Opening> results = output.stream().map(Opening::of).toList();
        List<Pairing.Candidate> candidates = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            for (int o = 0; o < output.size(); o++) {
                if (truths.get(g).label().equals(results.get(o).label())) {
                    double alike = truths.get(g).similarity(results.get(o));
                    if (alike >= SAME_TITLE) {
                        candidates.add(new Pairing.Candidate(g, o, alike, 0));
                    }
                }
            }
        }
        int[] partner = Pairing.greedy(gold.size(), output.size(), candidates);
        tally.add(Measure.SECTIONS, new Figure.F1(Pairing.count(partner), gold.size(), output.size()));
        boolean[] used = new boolean[output.size()];
        for (int g = 0; g < gold.size(); g++) {
            if (partner[g] < 0) {
                tally.note(Measure.SECTIONS, truths.get(g).toString(), "");
                continue;
            }
            used[partner[g]] = true;
            int level = output.get(partner[g]).level();
            String name = truths.get(g).label() + " level ";
            tally.judge(
                    Measure.SECTION_LEVELS,
                    level == gold.get(g).level(),
                    name + gold.get(g).level(),
                    name + level);
        }
        for (int o = 0; o < output.size(); o++) {
            if (!used[o]) {
                tally.note(Measure.SECTIONS, "", results.get(o).toString());
            }
        }
    }

    /**
     * How a section begins.
     *
     * @param label folded label
     * @param title words of the folded title
     * @param text words of folded title and text
     * @param doubtful whether a word of it is undecidable
     */
    private record Opening(String label, List<String> title, List<String> text, GoldText raw) {

        static Opening of(GoldSection section) {
            GoldText all = GoldText.join(List.of(section.title(), section.body()));
            return new Opening(
                    Folding.fold(section.label()),
                    Folding.words(Folding.fold(section.title().text())),
                    Folding.words(Folding.fold(all.text())),
                    all);
        }

        static Opening of(Section section) {
            String title = section.title().substring(Labels.end(section.title(), section.label()));
            String text = section.text().substring(Labels.end(section.text(), section.label()));
            return new Opening(
                    Folding.fold(section.label()),
                    Folding.words(Folding.fold(title)),
                    Folding.words(Folding.fold(title + " " + text)),
                    GoldText.EMPTY);
        }

        double similarity(Opening output) {
            if (!title.isEmpty() && !output.title.isEmpty()) {
                return compare(title, output.title);
            }
            int words = Math.max(title.size(), output.title.size());
            int length = words == 0 ? FIRST_WORDS : words;
            return compare(first(text, length), first(output.text, length));
        }

        /** Doubtful words are let go only as far as the truth's own opening words hold them. */
        private double compare(List<String> truth, List<String> result) {
            String one = String.join(" ", truth);
            String other = String.join(" ", result);
            if (!raw.hasUnsure()) {
                return Similarity.of(one, other);
            }
            GoldText folded = Folding.fold(raw);
            int length = Math.min(one.length(), folded.text().length());
            GoldText opening = new GoldText(
                    folded.text().substring(0, length), folded.unsure().get(0, length));
            return Similarity.folded(opening, other);
        }

        private static List<String> first(List<String> words, int count) {
            return words.subList(0, Math.min(count, words.size()));
        }

        @Override
        public String toString() {
            return "[" + label + "] " + String.join(" ", first(text, FIRST_WORDS));
        }
    }

    /** Scores references, where gold tells them: type and number equal after folding, one to one. */
    static void references(List<GoldReference> gold, List<Reference> output, Tally tally) {
        if (gold.isEmpty()) {
            return;
        }
        List<String> rest = new ArrayList<>();
        output.forEach(o -> rest.add(Folding.fold(o.type()) + "|" + Folding.fold(o.number())));
        int pairs = 0;
        for (GoldReference truth : gold) {
            if (rest.remove(Folding.fold(truth.type()) + "|" + Folding.fold(truth.number()))) {
                pairs++;
            } else {
                tally.note(Measure.REFERENCES, truth.type() + " " + truth.number(), "");
            }
        }
        rest.forEach(extra -> tally.note(Measure.REFERENCES, "", extra));
        tally.add(Measure.REFERENCES, new Figure.F1(pairs, gold.size(), output.size()));
    }
}
