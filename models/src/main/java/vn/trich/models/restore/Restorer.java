package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.Syllables;
import vn.trich.models.language.TextTrust;
import vn.trich.models.language.ToneMarks;
import vn.trich.models.language.TrustAssessor;
import vn.trich.models.language.Vocabulary;

/**
 * Restores Vietnamese: gives each word of a text the marks and letters that it most likely had. Figures, codes and words of
 * other languages stay. Immutable but for caches; safe for use by many threads.
 */
public final class Restorer {

    private static final int CHUNK = 600;
    // Text without marks is read twice, so much at a time.
    private static final int SECTION = 100 * CHUNK;
    private static final double ADAPTATION_MARGIN = 2;
    // How many observations of a letter what was known before weighs as much as.
    private static final double ADAPTATION_WEIGHT = 15;
    private static final int ADAPTATION_ROUNDS = 2;

    private static final int ATTUNING_ROUNDS = 3;
    private static final double ATTUNING_MARGIN = 1;
    // One more misread word in so many is not worth another round.
    private static final int ENOUGH = 500;

    private final LanguageModel model;
    private final TrustAssessor assessor;
    private final LatticeDecoder narrow;
    private final LatticeDecoder reading;
    private final DocumentSymbols symbols;
    private final MarkReadings marks;
    private final ContextRescoring rescoring;
    private final Optional<KnownDocument> document;
    private final DoubtReadings doubts;
    private final LatticeDecoder wide;
    private final ChannelSearch search;
    private final ChannelReadings letters;
    private final WordGaps gaps;
    private final DocumentStrings strings;
    private final Syllables syllables;

    private Restorer(LanguageModel model, Optional<ContextRescoring.Models> models, Optional<Once<Names>> names) {
        this.model = model;
        this.assessor = TrustAssessor.load();
        Lexicon lexicon = new Lexicon(model);
        this.narrow = new LatticeDecoder(model, 1, 8, 9, Optional.empty());
        // What our own recogniser was sure of gives way only to all that follows it: keep the others until then.
        this.reading = new LatticeDecoder(model, 1, 16, 14, Optional.empty());
        this.symbols = DocumentSymbols.load();
        this.marks = new MarkReadings(model, lexicon, symbols, names);
        this.rescoring = new ContextRescoring(model, models);
        this.document = Optional.empty();
        // Of ruined words a hundred readings are weighed.
        // What is dropped when the document is learnt from, as "cơ" is for "cé" before "quan" is seen, is never found
        // again: its readings are searched as widely.
        this.wide = new LatticeDecoder(model, 1, 64, 12, Optional.of(new Once<>(model::pairBounds)));
        this.search = new ChannelSearch(model);
        Channel channel = Channel.load(search.letters());
        this.syllables = Syllables.load();
        this.gaps = new WordGaps(syllables, HyphenatedPairs.load());
        this.doubts = new DoubtReadings(
                new DoubtReadings.Sources(model, lexicon, marks, search, channel, symbols, syllables),
                MarkChannel.usual(),
                Acronyms.known(model.vocabulary()));
        this.strings = DocumentStrings.unknown(model.vocabulary(), syllables);
        this.letters = new ChannelReadings(model, syllables, symbols, search, channel, strings);
    }

    private Restorer(
            Restorer other,
            DoubtReadings doubts,
            Channel channel,
            DocumentStrings strings,
            Optional<KnownDocument> document) {
        this.model = other.model;
        this.assessor = other.assessor;
        this.narrow = other.narrow;
        this.reading = other.reading;
        this.symbols = other.symbols;
        this.marks = other.marks;
        this.rescoring = other.rescoring;
        this.document = document;
        this.doubts = doubts;
        this.wide = other.wide;
        this.search = other.search;
        this.gaps = other.gaps;
        this.strings = strings;
        this.syllables = other.syllables;
        this.letters = new ChannelReadings(model, syllables, symbols, search, channel, strings);
    }

    /** With the models and the gazetteer that come with the software; takes about a quarter of a second. */
    public static Restorer load() {
        return load(Gazetteer::load);
    }

    /** As {@link #load()}, with a gazetteer that is loaded already. */
    public static Restorer load(Gazetteer gazetteer) {
        return load(() -> gazetteer);
    }

    private static Restorer load(Supplier<Gazetteer> gazetteer) {
        LanguageModel model = LanguageModel.load();
        OpenWords open = new OpenWords(new Once<>(ReadingTagger::load), ReadingJudge.ofMarks(), model);
        ContextRescoring.Models models = new ContextRescoring.Models(
                ContextModel.load(),
                open,
                new Once<>(() -> WordPredictor.load(model.vocabulary())),
                ReadingJudge.ofLetters());
        return new Restorer(model, Optional.of(models), Optional.of(names(gazetteer)));
    }

    /** With a language model and nothing beside it. */
    public static Restorer without(LanguageModel model) {
        return new Restorer(model, Optional.empty(), Optional.empty());
    }

    /** With a language model and the names of people and places that come with the software. */
    public static Restorer withNames(LanguageModel model) {
        return new Restorer(model, Optional.empty(), Optional.of(names(Gazetteer::load)));
    }

    // Only text that lost its marks asks for names, and most runs have none.
    private static Once<Names> names(Supplier<Gazetteer> gazetteer) {
        return new Once<>(() -> Names.of(gazetteer.get()));
    }

    /** The language model used. */
    public LanguageModel model() {
        return model;
    }

    /** How it reads ruined text. */
    ChannelReadings letters() {
        return letters;
    }

    /** How a text seems to have been damaged; a text too short to tell counts as clean. */
    public Damage damageOf(String text) {
        TextTrust.Verdict verdict = assessor.assess(text).verdict();
        return switch (verdict) {
            case STRIPPED -> Damage.STRIPPED;
            case RUINED -> Damage.RUINED;
            case GOOD, LEGACY, FOREIGN, UNKNOWN -> Damage.CLEAN;
        };
    }

    /** Whether a text is of another language; the longer it is, the surer. */
    public boolean isForeign(String text) {
        return assessor.assess(text).verdict() == TextTrust.Verdict.FOREIGN;
    }

    /**
     * Restores a text.
     *
     * @param tokens in reading order: the words of a block or of a whole text
     * @param damage how it was damaged
     * @return what became of the tokens, in order; together they cover all tokens
     */
    public List<RestoredToken> restore(List<Token> tokens, Damage damage) {
        List<RestoredToken> out = new ArrayList<>(tokens.size());
        int section = damage == Damage.STRIPPED ? SECTION : CHUNK;
        for (int from = 0; from < tokens.size(); from += section) {
            List<Stretch> stretches = stretches(tokens, from, Math.min(tokens.size(), from + section), damage);
            DocumentWords words = words(stretches);
            List<ContextRescoring.Weighed> weighed = weighed(stretches, words);
            KnownDocument known = document.orElseGet(() -> new KnownDocument(
                    words,
                    DocumentContexts.of(weighed),
                    DocumentReadings.of(damage == Damage.RUINED ? stretches : List.of())));
            for (ContextRescoring.Weighed stretch : weighed) {
                assemble(
                        tokens,
                        stretch.stretch(),
                        rescoring
                                .rescored(stretch, known, decoder(damage), damage)
                                .decoding()
                                .path(),
                        gaps(damage),
                        out);
            }
        }
        return damage == Damage.CLEAN ? out : SpeltAbbreviations.told(ListLabels.inOrder(out));
    }

    private List<Stretch> stretches(List<Token> tokens, int begin, int end, Damage damage) {
        Readings readings = switch (damage) {
            case CLEAN -> doubts;
            case STRIPPED -> marks;
            case RUINED -> letters;
        };
        LatticeDecoder decoder = decoder(damage);
        List<Stretch> stretches = new ArrayList<>();
        for (int from = begin; from < end; from += CHUNK) {
            stretches.add(Stretch.of(tokens, from, Math.min(end, from + CHUNK), readings, decoder));
        }
        return stretches;
    }

    private LatticeDecoder decoder(Damage damage) {
        return switch (damage) {
            case CLEAN -> reading;
            case STRIPPED -> narrow;
            case RUINED -> wide;
        };
    }

    /** What the language model makes of a stripped text. */
    List<Stretch> stripped(List<Token> tokens) {
        return stretches(tokens, 0, tokens.size(), Damage.STRIPPED);
    }

    /** Shows where the language model is not sure of a stripped text. */
    void examine(List<Token> tokens, StretchExaminer examiner) {
        List<Stretch> stretches = stripped(tokens);
        DocumentWords words = DocumentWords.of(model.vocabulary(), stretches);
        stretches.forEach(stretch -> examiner.take(stretch, rescoring.examined(stretch, words)));
    }

    /** Takes stretches with their words in doubt. */
    interface StretchExaminer {
        /**
         * A stretch.
         *
         * @param stretch what the language model makes of it
         * @param words those in doubt
         */
        void take(Stretch stretch, List<ContextRescoring.Examined> words);
    }

    /** Shows which words of a stripped text are left open until it is weighed all that is said for them. */
    void leaveOpen(List<Token> tokens, OpenWordsTaker taker) {
        List<Stretch> stretches = stripped(tokens);
        List<ContextRescoring.Weighed> weighed = weighed(stretches, words(stretches));
        DocumentContexts contexts = DocumentContexts.of(weighed);
        weighed.forEach(stretch -> taker.take(stretch, rescoring.said(stretch, contexts)));
    }

    /** Takes stretches with what is said for their open words. */
    interface OpenWordsTaker {
        /**
         * A stretch.
         *
         * @param stretch its words, weighed
         * @param said for each open word, by its place, what is said for its readings
         */
        void take(ContextRescoring.Weighed stretch, Map<Integer, float[][]> said);
    }

    /**
     * Shows what is said for the words of a ruined text that are not sure, once all have been judged a first time; to be asked of a
     * restorer that has learnt from it.
     */
    void leaveLettersOpen(List<Token> tokens, OpenLettersTaker taker) {
        KnownDocument known = document.orElseThrow();
        for (Stretch stretch : stretches(tokens, 0, tokens.size(), Damage.RUINED)) {
            ContextRescoring.Weighed weighed =
                    rescoring.judgedAround(rescoring.weighed(stretch, known.words()), known, wide);
            rescoring.openLetters(weighed, known).forEach(word -> taker.take(stretch, word));
        }
    }

    /** Takes words of ruined text. */
    interface OpenLettersTaker {
        /**
         * A word.
         *
         * @param stretch where it stands
         * @param word what is said for its readings
         */
        void take(Stretch stretch, ContextRescoring.OpenLetters word);
    }

    // Only in ruined text are signs between words ever specks.
    private Optional<WordGaps> gaps(Damage damage) {
        return damage == Damage.RUINED ? Optional.of(gaps) : Optional.empty();
    }

    // The words of the document, or else of these stretches.
    private DocumentWords words(List<Stretch> stretches) {
        return document.map(KnownDocument::words).orElseGet(() -> DocumentWords.of(model.vocabulary(), stretches));
    }

    private List<ContextRescoring.Weighed> weighed(List<Stretch> stretches, DocumentWords words) {
        return stretches.stream()
                .map(stretch -> rescoring.weighed(stretch, words))
                .toList();
    }

    /**
     * A restorer that knows the words of a document whose marks are lost: a word that is ambiguous in one place is often
     * plain in another.
     *
     * @param blocks all text of the document that lost its marks
     */
    public Restorer acquaintedWith(List<List<Token>> blocks) {
        KnownDocument known = known();
        for (List<Token> block : blocks) {
            List<Stretch> stretches = stretches(block, 0, block.size(), Damage.STRIPPED);
            stretches.forEach(known.words()::add);
            stretches.forEach(stretch -> known.contexts().add(rescoring.weighed(stretch, known.words())));
        }
        return new Restorer(this, doubts, letters.channel(), strings, Optional.of(known));
    }

    /**
     * A restorer that has learnt from ruined texts how they were damaged: reads them twice, and takes what it is sure of for
     * true. Every recogniser damages letters in its own way, so each reading is better than the one before.
     *
     * @param blocks all text that was damaged in the same way
     */
    public Restorer adaptedTo(List<List<Token>> blocks) {
        DocumentStrings own = strings.of(blocks);
        Restorer reader = this;
        for (int round = 0; round < ADAPTATION_ROUNDS; round++) {
            reader = adaptedTo(blocks, own, reader);
        }
        return reader;
    }

    private Restorer adaptedTo(List<List<Token>> blocks, DocumentStrings own, Restorer reader) {
        List<Channel.Observation> observations = new ArrayList<>();
        KnownDocument known = known();
        for (List<Token> block : blocks) {
            List<RestoredToken> read = new ArrayList<>(block.size());
            for (int from = 0; from < block.size(); from += CHUNK) {
                int to = Math.min(block.size(), from + CHUNK);
                Stretch stretch = Stretch.of(block, from, to, reader.letters, wide);
                Stretch judged = reader.judged(stretch);
                known.words().add(judged);
                known.contexts().add(rescoring.weighed(judged, known.words()));
                known.readings().add(judged);
                assemble(block, stretch, judged.decoding().path(), Optional.of(gaps), read);
            }
            read.forEach(token -> reader.observe(token, observations));
        }
        Channel channel = letters.channel().with(observations, ADAPTATION_WEIGHT);
        return new Restorer(this, doubts, channel, own, Optional.of(known));
    }

    // What a stretch of ruined text says, weighed by what is known of the document.
    private Stretch judged(Stretch stretch) {
        return document.map(known ->
                        rescoring.rescored(rescoring.weighed(stretch, known.words()), known, wide, Damage.RUINED))
                .orElse(stretch);
    }

    /**
     * A restorer that has learnt from what our own recogniser read of one document how it misreads its marks there, and
     * which abbreviations the document has. Reads it some times over, taking for true what it then holds likely.
     *
     * @param blocks all text that was read in the document
     */
    public Restorer attunedTo(List<List<Token>> blocks) {
        int before = 0;
        KnownDocument known = known();
        DoubtReadings fitted = doubts.with(doubts.acronyms().with(blocks));
        for (int round = 0; round < ATTUNING_ROUNDS; round++) {
            List<MarkChannel.Observation> observations = new ArrayList<>();
            known = known();
            for (List<Token> block : blocks) {
                List<RestoredToken> read = new ArrayList<>(block.size());
                for (int from = 0; from < block.size(); from += CHUNK) {
                    Stretch stretch = Stretch.of(block, from, Math.min(block.size(), from + CHUNK), fitted, narrow);
                    known.words().add(stretch);
                    assemble(block, stretch, stretch.decoding().path(), Optional.empty(), read);
                }
                read.forEach(token -> observeMarks(token, observations));
            }
            fitted = fitted.with(MarkChannel.of(observations));
            int misread = (int) observations.stream()
                    .filter(seen -> !seen.printed().equals(seen.read()))
                    .count();
            if (misread <= before + observations.size() / ENOUGH) {
                break;
            }
            before = misread;
        }
        return new Restorer(this, fitted, letters.channel(), strings, Optional.of(known));
    }

    private KnownDocument known() {
        return document.map(KnownDocument::copy).orElseGet(() -> KnownDocument.unknown(model.vocabulary()));
    }

    private void observeMarks(RestoredToken token, List<MarkChannel.Observation> observations) {
        String original = Letters.nfc(token.original());
        List<Slot> before = marks.slots(0, original);
        List<Slot> after = marks.slots(0, token.text());
        boolean sure = token.margin() >= ATTUNING_MARGIN;
        for (int i = 0; i < before.size() && before.size() == after.size(); i++) {
            String read = Vocabulary.normal(before.get(i).text());
            String printed = sure ? Vocabulary.normal(after.get(i).text()) : read;
            if (before.get(i).kind() == Piece.Kind.WORD && Letters.bare(read).equals(Letters.bare(printed))) {
                observations.add(new MarkChannel.Observation(printed, read));
            }
        }
    }

    private void observe(RestoredToken token, List<Channel.Observation> observations) {
        if (token.margin() < ADAPTATION_MARGIN
                || token.to() != token.from() + 1
                || token.text().indexOf(' ') >= 0) {
            return;
        }
        List<Slot> slots = letters.slots(0, Letters.nfc(token.original()));
        List<Slot> after = letters.slots(0, token.text());
        if (slots.isEmpty()
                || after.isEmpty()
                || slots.get(0).kind() != Piece.Kind.WORD && slots.get(0).kind() != Piece.Kind.NUMBER) {
            return;
        }
        String word = Vocabulary.normal(after.get(0).text());
        if (model.vocabulary().number(word) >= Vocabulary.FIRST_WORD) {
            observations.addAll(ChannelAlignment.align(
                    word, ChannelReadings.folded(slots.get(0).text()), letters.channel()));
        }
    }

    private static void assemble(
            List<Token> tokens,
            Stretch stretch,
            List<LatticeDecoder.Chosen> path,
            Optional<WordGaps> gaps,
            List<RestoredToken> out) {
        List<Slot> slots = stretch.slots();
        Assembly assembly = new Assembly(tokens, stretch.from(), gaps, out);
        for (LatticeDecoder.Chosen chosen : path) {
            Slot first = slots.get(chosen.from());
            Slot last = slots.get(chosen.arc().to() - 1);
            assembly.put(first, last, chosen.arc(), chosen.margin());
        }
        assembly.finish(stretch.to());
    }

    /** Puts tokens together again from their restored parts. */
    private static final class Assembly {
        private final List<Token> tokens;
        private final Optional<WordGaps> gaps;
        private final List<RestoredToken> out;
        private WordGaps.Part before;
        private int token;
        private int groupStart;
        private int position;
        private double margin = RestoredToken.SURE;
        private StringBuilder text = new StringBuilder();

        Assembly(List<Token> tokens, int from, Optional<WordGaps> gaps, List<RestoredToken> out) {
            this.tokens = tokens;
            this.gaps = gaps;
            this.out = out;
            this.token = from;
            this.groupStart = from;
        }

        void put(Slot first, Slot last, Arc arc, double readingMargin) {
            closeUntil(first.token());
            String signs = text(token).substring(position, first.start());
            WordGaps.Part part = new WordGaps.Part(first.kind(), printed(first, last), arc);
            boolean joined = position > 0 && gaps.isPresent();
            text.append(joined ? gaps.get().between(before, signs, part) : signs);
            text.append(reading(arc, part.printed()));
            before = part;
            margin = Math.min(margin, readingMargin);
            token = last.token();
            position = last.end();
        }

        void finish(int to) {
            closeUntil(to);
        }

        private void closeUntil(int next) {
            while (token < next) {
                text.append(text(token).substring(position));
                StringBuilder original = new StringBuilder();
                for (int t = groupStart; t <= token; t++) {
                    original.append(t > groupStart ? " " : "")
                            .append(tokens.get(t).text());
                }
                out.add(new RestoredToken(groupStart, token + 1, text.toString(), original.toString(), margin));
                token++;
                groupStart = token;
                position = 0;
                margin = RestoredToken.SURE;
                text = new StringBuilder();
            }
        }

        private String text(int t) {
            return Letters.nfc(tokens.get(t).text());
        }

        private String printed(Slot first, Slot last) {
            return first == last ? first.text() : first.text() + last.text();
        }

        private static String reading(Arc arc, String printed) {
            if (arc.literal()) {
                return arc.text() == null ? printed : arc.text();
            }
            String cased = LetterCase.of(printed).apply(arc.text());
            // Either placement of a tone mark is right: keep the printed one.
            return ToneMarks.onFirstVowel(printed).equals(cased) ? printed : cased;
        }
    }
}
