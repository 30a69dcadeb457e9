package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.Syllables;
import vn.trich.models.language.Vocabulary;

/**
 * Readings of what our own recogniser read: every word as it is; for those that it was not quite sure of the same letters
 * with other marks, as likely as the recogniser is to misread them so, in general and in this document; for those that it
 * doubted other letters too, and its own alternatives; for runs of capitals the abbreviations they may stand for.
 *
 * <p>Such a recogniser mostly errs between legal syllables and is often sure of it: its confidence is evidence, and not
 * the strongest.
 */
final class DoubtReadings implements Readings {

    // What the reader is surer of than this is not touched.
    private static final double SURE = 0.98;
    private static final double DOUBTED_MARKS = 0.93;
    private static final double DOUBTED_LETTERS = 0.93;
    private static final float OTHER_LETTERS = -3;
    private static final float PER_CONFIDENCE = -6;
    // The reader weighs its alternatives without knowing which words there are: what it says counts several times over.
    private static final float ALTERNATIVE_WEIGHT = 3;
    // Where fewer words stand together, nothing around a word says which of its alternatives it is.
    private static final int FEWEST_WORDS = 3;
    private static final float ANY_CHANGE = -0.2f;
    private static final float NO_WORD = -5;
    private static final float MISREAD = -9;
    private static final float ABBREVIATION = -4;
    private static final float OTHER_LETTER_ALONE = -6;
    private static final float CASE_WEIGHT = 0.5f;
    // Two words cost the language model more than one; that one of just these letters stands there is no chance.
    private static final float RUN_TOGETHER = -12;
    private static final int SHORTEST_JOINED = 5;
    private static final int LONGEST_JOINED = 14;
    private static final int MOST = 12;
    private static final int MOST_KNOWN = 20_000;
    private static final float LEAST = -14;

    private final LanguageModel model;
    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    private final MarkReadings plain;
    private final ChannelSearch search;
    private final Channel channel;
    private final DocumentSymbols symbols;
    private final MarkChannel marks;
    private final Acronyms acronyms;

    /** What readings are drawn from, besides what is known of the document. */
    record Sources(
            LanguageModel model,
            Lexicon lexicon,
            MarkReadings plain,
            ChannelSearch search,
            Channel channel,
            DocumentSymbols symbols,
            Syllables syllables) {}

    private final Sources sources;
    private final Map<String, Variants> known = new ConcurrentHashMap<>();

    DoubtReadings(Sources sources, MarkChannel marks, Acronyms acronyms) {
        this.sources = sources;
        this.model = sources.model;
        this.vocabulary = sources.model.vocabulary();
        this.lexicon = sources.lexicon;
        this.plain = sources.plain;
        this.search = sources.search;
        this.channel = sources.channel;
        this.symbols = sources.symbols;
        this.marks = marks;
        this.acronyms = acronyms;
    }

    /** Readings of a document whose abbreviations are these. */
    DoubtReadings with(Acronyms own) {
        return new DoubtReadings(sources, marks, own);
    }

    /** Readings of a document whose marks were misread so. */
    DoubtReadings with(MarkChannel misread) {
        return new DoubtReadings(sources, misread, acronyms);
    }

    /** The abbreviations. */
    Acronyms acronyms() {
        return acronyms;
    }

    @Override
    public List<Slot> slots(int token, String text) {
        return plain.slots(token, text);
    }

    @Override
    public List<Arc> at(List<Slot> slots, int at, Token token) {
        Slot slot = slots.get(at);
        double confidence = token.confidence();
        if (slot.kind() == Piece.Kind.CODE) {
            return code(slot.text(), at + 1, confidence);
        }
        if (slot.kind() != Piece.Kind.WORD) {
            return plain.at(slots, at, token);
        }
        String normal = Vocabulary.normal(slot.text());
        int itself = vocabulary.number(normal);
        if (confidence >= SURE) {
            return List.of(Arc.printed(at + 1, itself, 0));
        }
        if (slot.text().length() < 2) {
            return letter(normal, itself, at + 1, confidence);
        }
        boolean cased = Slot.isInside(slots, at) && LetterCase.of(slot.text()) != LetterCase.UPPER;
        boolean capital = Character.isUpperCase(slot.text().charAt(0));
        List<Arc> arcs = new ArrayList<>();
        arcs.add(Arc.printed(
                at + 1, itself, unknown(slot.text(), itself, confidence) + (cased ? letterCase(itself, capital) : 0)));
        Map<Integer, Float> others = new TreeMap<>();
        marks(normal, confidence, others);
        if (confidence < DOUBTED_LETTERS) {
            letters(normal, confidence, others);
        }
        if (slots.size() >= FEWEST_WORDS && !isAbbreviation(slot.text())) {
            alternatives(slot, token, others);
        }
        others.remove(itself);
        others.remove(Vocabulary.UNKNOWN);
        others.forEach((word, score) -> arcs.add(
                Arc.word(at + 1, word, vocabulary.word(word), score + (cased ? letterCase(word, capital) : 0))));
        abbreviations(slot.text(), at + 1, confidence, arcs);
        if (itself == Vocabulary.UNKNOWN && !isAbbreviation(slot.text())) {
            List<Arc> parted = joined(slot.text(), normal, at + 1);
            if (!parted.isEmpty()) {
                Arc printed = arcs.get(0);
                arcs.set(0, printed.with(printed.score() + RUN_TOGETHER));
                arcs.addAll(parted);
            }
        }
        return arcs;
    }

    /**
     * Two words between which the reader saw no blank; in one of them it may have seen other marks. A word without any
     * mark may be foreign, and stays whole.
     */
    private List<Arc> joined(String text, String normal, int next) {
        List<Arc> arcs = new ArrayList<>();
        boolean may = text.length() >= SHORTEST_JOINED
                && text.length() <= LONGEST_JOINED
                && normal.length() == text.length()
                && Letters.isMarked(text)
                && !sources.syllables.isSyllable(normal);
        for (int i = 2; may && i <= text.length() - 2; i++) {
            Map<Integer, Float> lefts = syllables(normal.substring(0, i));
            Map<Integer, Float> rights = lefts.isEmpty() ? Map.of() : syllables(normal.substring(i));
            for (Map.Entry<Integer, Float> left : lefts.entrySet()) {
                for (Map.Entry<Integer, Float> right : rights.entrySet()) {
                    int[] words = {left.getKey(), right.getKey()};
                    String parted = vocabulary.word(words[0]) + " " + vocabulary.word(words[1]);
                    arcs.add(new Arc(next, words, cased(parted, text, i), true, left.getValue() + right.getValue()));
                }
            }
        }
        return arcs;
    }

    /** Syllables that may have been read as that, the same with other marks among them, and what these cost. */
    private Map<Integer, Float> syllables(String normal) {
        Map<Integer, Float> others = new TreeMap<>();
        Variants variants = variants(normal);
        for (int i = 0; i < variants.words.length; i++) {
            if (sources.syllables.isSyllable(vocabulary.word(variants.words[i]))) {
                others.put(variants.words[i], variants.scores[i]);
            }
        }
        int itself = vocabulary.number(normal);
        if (itself != Vocabulary.UNKNOWN && sources.syllables.isSyllable(normal)) {
            others.put(itself, 0f);
        }
        return others;
    }

    /** Two words in the case that the letters had when they were one. */
    private static String cased(String parted, String printed, int blank) {
        StringBuilder cased = new StringBuilder(parted);
        for (int i = 0; i < printed.length(); i++) {
            int at = i < blank ? i : i + 1;
            cased.setCharAt(
                    at,
                    Character.isUpperCase(printed.charAt(i))
                            ? Character.toUpperCase(parted.charAt(at))
                            : parted.charAt(at));
        }
        return cased.toString();
    }

    // Abbreviations are unlike words: of their letters the reader knows best.
    private boolean isAbbreviation(String text) {
        return acronyms.isOwn(text) || LetterCase.of(text) == LetterCase.UPPER && !sources.syllables.isSyllable(text);
    }

    private void alternatives(Slot slot, Token token, Map<Integer, Float> others) {
        String before = token.text().substring(0, slot.start());
        String after = token.text().substring(slot.end());
        for (Token.Alternative alternative : token.alternatives()) {
            String text = alternative.text();
            if (text.length() == token.text().length() && text.startsWith(before) && text.endsWith(after)) {
                int word = vocabulary.number(Vocabulary.normal(Letters.nfc(text.substring(slot.start(), slot.end()))));
                others.merge(word, ALTERNATIVE_WEIGHT * (float) Math.min(0, alternative.likelihood()), Math::max);
            }
        }
    }

    // The unknown word of the language model is many words; that it is just this one costs so much, unless it is a
    // name.
    private float unknown(String text, int itself, double confidence) {
        if (itself != Vocabulary.UNKNOWN || acronyms.isOwn(text)) {
            return 0;
        }
        boolean misspelt = Character.isLowerCase(text.charAt(0)) && Letters.isMarked(text);
        boolean misread = confidence < DOUBTED_MARKS && !acronyms.readings(text).isEmpty();
        return misspelt || misread ? MISREAD : confidence < DOUBTED_MARKS ? NO_WORD : 0;
    }

    private float letterCase(int word, boolean capital) {
        return CASE_WEIGHT * model.letterCase(word, capital);
    }

    /** How much likelier such a confidence is where the reader erred than where it was right, as a logarithm. */
    static float doubt(double confidence) {
        double bounded = Math.max(0.02, Math.min(0.98, confidence));
        return (float) Math.min(3.5, 3 + Math.log((1 - bounded) / bounded));
    }

    private List<Arc> code(String text, int next, double confidence) {
        if (confidence >= SURE) {
            return List.of(Arc.printed(next, Vocabulary.CODE, 0));
        }
        for (Map.Entry<String, Integer> meant : acronyms.readings(text).entrySet()) {
            boolean lettersOnly = meant.getKey().chars().allMatch(Character::isLetter);
            boolean oneDigit = text.chars().filter(Character::isDigit).count() == 1;
            if (lettersOnly && oneDigit && meant.getValue() == 1) {
                return List.of(Arc.code(next, vocabulary.number(Vocabulary.normal(meant.getKey())), meant.getKey()));
            }
        }
        return List.of(Arc.code(next, Vocabulary.CODE, symbols.marked(text).orElse(null)));
    }

    // Letters alone are mostly labels, and stay; but for vowels with marks, and what y is read as.
    private List<Arc> letter(String normal, int itself, int next, double confidence) {
        List<Arc> arcs = new ArrayList<>();
        arcs.add(Arc.printed(next, itself, 0));
        char letter = normal.charAt(0);
        if (letter == 'v' || letter == '\u00FF') {
            float score = OTHER_LETTER_ALONE + doubt(confidence);
            arcs.add(Arc.word(next, vocabulary.number("y"), "y", score));
        } else if (Letters.isMarked(letter) && letter != '\u0111') {
            Map<Integer, Float> others = new TreeMap<>();
            marks(normal, confidence, others);
            others.remove(itself);
            others.forEach((word, score) -> arcs.add(Arc.word(next, word, vocabulary.word(word), score)));
        }
        return arcs;
    }

    private void abbreviations(String text, int next, double confidence, List<Arc> arcs) {
        if (confidence >= DOUBTED_MARKS) {
            return;
        }
        acronyms.readings(text).forEach((meant, errors) -> {
            float score = ABBREVIATION * errors + doubt(confidence) + (acronyms.isOwn(meant) ? 2 : 0);
            arcs.add(new Arc(
                    next, new int[] {vocabulary.number(Vocabulary.normal(meant))}, meant, true, Math.min(0, score)));
        });
    }

    private void marks(String normal, double confidence, Map<Integer, Float> others) {
        Variants variants = known.get(normal);
        if (variants == null) {
            variants = variants(normal);
            if (known.size() < MOST_KNOWN) {
                known.put(normal, variants);
            }
        }
        float doubt = doubt(confidence);
        for (int i = 0; i < variants.words.length; i++) {
            others.merge(variants.words[i], Math.min(0, variants.scores[i] + doubt + ANY_CHANGE), Math::max);
        }
    }

    private Variants variants(String normal) {
        int[] words = IntStream.of(lexicon.variants(Letters.bare(normal)))
                .filter(word -> vocabulary.word(word).length() == normal.length())
                .toArray();
        float[] scores = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            scores[i] = marks.log(vocabulary.word(words[i]), normal);
        }
        return new Variants(words, scores);
    }

    /** Words that differ from what was read in marks alone, and how likely each was read so. */
    private record Variants(int[] words, float[] scores) {}

    private void letters(String normal, double confidence, Map<Integer, Float> others) {
        if (normal.length() > 8) {
            return;
        }
        List<ChannelSearch.Candidate> found = search.candidates(normal, channel, MOST, LEAST);
        float itself = found.stream()
                .filter(candidate -> vocabulary.word(candidate.word()).equals(normal))
                .map(ChannelSearch.Candidate::score)
                .findFirst()
                .orElse(0f);
        for (ChannelSearch.Candidate candidate : found) {
            float score = Math.min(0, candidate.score() - itself) + OTHER_LETTERS + PER_CONFIDENCE * (float) confidence;
            others.merge(candidate.word(), score, Math::max);
        }
    }
}
