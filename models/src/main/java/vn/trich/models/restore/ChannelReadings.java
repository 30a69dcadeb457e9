package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.Syllables;
import vn.trich.models.language.Vocabulary;
import vn.trich.models.restore.ChannelSearch.Candidate;

/** Readings of text whose letters are wrong or lost, words split and joined. */
final class ChannelReadings implements Readings {

    private static final int MOST = 100;
    private static final float LEAST = -25;
    private static final int MOST_PARTS = 16;
    private static final float LEAST_PART = -11;
    private static final float WHOLE = -2;
    private static final float JOIN = -6;
    private static final int SHORTEST_SPLIT = 4;
    private static final int LONGEST_ABBREVIATION = 10;
    // Longer strings are no text, and would take long.
    private static final int LONGEST_SPLIT = 60;
    private static final float POOR = -6;
    private static final int LONGEST_WORD = 16;
    private static final int MOST_CACHED = 30_000;

    // One digit is one of ten, two are one of ninety: much less than that is enough for a word.
    private static final Pattern TORN_FIGURE = Pattern.compile("\\d{1,2}|1['’]");
    private static final Pattern TWO_DIGITS = Pattern.compile("\\d\\d");
    private static final float TWO_DIGITS_WORD = 2;
    private static final float LABEL = -6;
    private static final float BEFORE_SIGN = -3;
    private static final float MIXED = -4;
    private static final float TORN = -9;
    private static final Pattern POINT = Pattern.compile("\\d{1,3}[a-eghikđ]|[a-eghikđ][1-3]");
    private static final Pattern UNIT = Pattern.compile("(?:[kcdm]?m|ha)[23²³]|\\d+(?:[kcm]?m|kg|ha|g|l|h)");
    private static final Pattern WORD_WITH_FIGURES =
            Pattern.compile("\\p{L}+\\d+\\p{L}*\\p{Ll}\\p{L}*|\\p{Ll}+\\d{1,2}|\\d{1,3}\\p{Ll}+");
    private static final float OWN = -3;
    private static final float AS_ROMAN = -1;
    private static final Pattern ROMAN = Pattern.compile("[IVX]{1,5}");

    private final Vocabulary vocabulary;
    private final DocumentSymbols symbols;
    private final ChannelSearch search;
    private final Channel channel;
    private final DocumentStrings document;
    private final Map<String, List<Candidate>> cache = new ConcurrentHashMap<>();
    private final Map<String, List<Candidate>> partsCache = new ConcurrentHashMap<>();
    private final Map<String, List<RunTogether.Run>> runsCache = new ConcurrentHashMap<>();
    private final RunTogether runTogether;
    private final RuinedSlots slots = new RuinedSlots(this::likeness);

    ChannelReadings(
            LanguageModel model,
            Syllables syllables,
            DocumentSymbols symbols,
            ChannelSearch search,
            Channel channel,
            DocumentStrings document) {
        this.document = document;
        this.symbols = symbols;
        this.vocabulary = model.vocabulary();
        this.runTogether = new RunTogether(model, syllables, this::parts);
        this.search = search;
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }

    @Override
    public List<Slot> slots(int token, String text) {
        return slots.of(token, text);
    }

    // How much a string is like some word.
    private double likeness(String text) {
        List<Candidate> words = likely(folded(text));
        return words.isEmpty() ? Double.NEGATIVE_INFINITY : words.get(0).score();
    }

    // None for what is too long to be a word.
    private List<Candidate> likely(String read) {
        return read.length() > LONGEST_WORD ? List.of() : candidates(read);
    }

    @Override
    public List<Arc> at(List<Slot> slots, int at, Token token) {
        Slot slot = slots.get(at);
        return switch (slot.kind()) {
            case NUMBER -> figures(slots, at, token);
            case CODE -> List.of(Arc.code(at + 1, Vocabulary.CODE, code(slot.text())));
            case STOP, SIGN -> List.of(Arc.printed(at + 1, Vocabulary.STOP, 0));
            case WORD -> words(slots, at);
        };
    }

    // Null if it stays as it is.
    private String code(String read) {
        String told = RuinedNumbers.told(read);
        String marked = symbols.marked(told).orElse(told);
        return marked.equals(read) ? null : marked;
    }

    private List<Arc> words(List<Slot> slots, int at) {
        Slot slot = slots.get(at);
        if (isUnit(slots, at)) {
            return List.of(Arc.printed(at + 1, Vocabulary.CODE, 0));
        }
        List<Arc> arcs = new ArrayList<>(MOST + 1);
        String read = folded(slot.text());
        List<Candidate> candidates = likely(read);
        boolean own = document.isOwn(slot.text(), candidates);
        arcs.add(
                own
                        ? Arc.printed(at + 1, Vocabulary.UNKNOWN, OWN)
                        : asPrinted(slot, isAmongCapitals(slots, at), at + 1));
        for (Candidate candidate : candidates) {
            arcs.add(arc(at + 1, candidate, 0));
        }
        if (Slot.isAlone(slots, at)) {
            RuinedNumbers.roman(slot.text()).ifPresent(roman -> arcs.add(roman(roman, at + 1)));
        }
        boolean poor = candidates.isEmpty() || candidates.get(0).score() < POOR;
        if (poor && read.length() >= SHORTEST_SPLIT && read.length() <= LONGEST_SPLIT) {
            arcs.addAll(splits(slot.text(), read, at + 1));
        }
        if (slot.joinable() && at + 1 < slots.size() && !isUnit(slots, at + 1)) {
            joins(slot, slots.get(at + 1), poor, at + 2, arcs);
        }
        return arcs;
    }

    // A unit with a figure in it, right after another: "40 m3", "o1 m3".
    private static boolean isUnit(List<Slot> slots, int at) {
        return at > 0
                && slots.get(at - 1).text().chars().anyMatch(Character::isDigit)
                && UNIT.matcher(slots.get(at).text()).matches();
    }

    private Arc roman(String number, int to) {
        return new Arc(to, new int[] {vocabulary.number(Vocabulary.normal(number))}, number, true, AS_ROMAN);
    }

    // A figure of one or two digits may be what is left of a word, but only the words around it can tell.
    private List<Arc> figures(List<Slot> slots, int at, Token token) {
        Slot slot = slots.get(at);
        List<Arc> arcs = new ArrayList<>();
        int to = at + 1;
        arcs.add(Arc.printed(to, Vocabulary.NUMBER, 0));
        if (TORN_FIGURE.matcher(slot.text()).matches()) {
            boolean opens = at == 0 || slots.get(at - 1).kind() == Piece.Kind.STOP;
            float cost = isOfRange(slots, at) ? LABEL : costOfWord(slot, opens, token);
            for (Candidate candidate : candidates(folded(slot.text()))) {
                arcs.add(arc(to, candidate, cost));
            }
        }
        return arcs;
    }

    // Whether a sign by itself parts it from another figure, as in "1 - 3".
    private static boolean isOfRange(List<Slot> slots, int at) {
        return isParted(slots, at - 1) || isParted(slots, at);
    }

    private static boolean isParted(List<Slot> slots, int at) {
        return at >= 0
                && at + 1 < slots.size()
                && slots.get(at).kind() == Piece.Kind.NUMBER
                && slots.get(at + 1).kind() == Piece.Kind.NUMBER
                && slots.get(at + 1).token() == slots.get(at).token() + 2;
    }

    // 06 and, where a sentence begins, "6." number a section or a point; "1'" is mostly "lý", whatever follows.
    private static float costOfWord(Slot slot, boolean opens, Token token) {
        String figure = slot.text();
        if (!Character.isDigit(figure.charAt(figure.length() - 1))) {
            return 0;
        }
        boolean beforeSign = slot.end() < Letters.nfc(token.text()).length();
        if (figure.length() > 1 && figure.startsWith("0") || beforeSign && opens) {
            return LABEL;
        }
        if (beforeSign) {
            return BEFORE_SIGN;
        }
        return TWO_DIGITS.matcher(figure).matches() ? TWO_DIGITS_WORD : 0;
    }

    private Arc arc(int to, Candidate candidate, float cost) {
        return Arc.word(to, candidate.word(), vocabulary.word(candidate.word()), candidate.score() + cost);
    }

    // Words that ran together, capitalised where a capital was read.
    private List<Arc> splits(String printed, String read, int to) {
        return known(read, runsCache, runTogether::of).stream()
                .map(run -> new Arc(to, run.words(), text(run, printed), false, run.score()))
                .toList();
    }

    private String text(RunTogether.Run run, String printed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < run.words().length; i++) {
            String word = vocabulary.word(run.words()[i]);
            int begin = run.begins()[i];
            if (i > 0) {
                text.append(signBetween(printed, run.ends()[i - 1], begin)).append(' ');
            }
            boolean isCapital = begin < printed.length() && Character.isUpperCase(printed.charAt(begin));
            text.append(isCapital ? LetterCase.CAPITALISED.apply(word) : word);
        }
        return text.toString();
    }

    // Of the signs between two words the one that is rather a sign than a speck.
    private static String signBetween(String printed, int from, int to) {
        return printed.substring(Math.min(from, printed.length()), Math.min(to, printed.length()))
                .chars()
                .filter(c -> ",;:".indexOf(c) >= 0)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
    }

    private void joins(Slot slot, Slot next, boolean poor, int to, List<Arc> arcs) {
        boolean adjacent = next.kind() == Piece.Kind.WORD && next.token() == slot.token() + 1 && next.start() == 0;
        int length = slot.text().length() + next.text().length();
        if (!adjacent || length > 9 || !poor && !fragment(slot) && !fragment(next)) {
            return;
        }
        List<Candidate> whole = parts(folded(slot.text() + next.text()));
        for (int i = 0; i < Math.min(8, whole.size()); i++) {
            arcs.add(arc(to, whole.get(i), JOIN));
        }
    }

    // One or two letters that are no word.
    private boolean fragment(Slot slot) {
        if (slot.text().length() > 2) {
            return false;
        }
        List<Candidate> words = candidates(folded(slot.text()));
        return words.isEmpty() || words.get(0).score() < WHOLE;
    }

    // Whether a word right beside it is in capitals as well: then these make a heading, and no abbreviation.
    private static boolean isAmongCapitals(List<Slot> slots, int at) {
        return at > 0 && isInCapitals(slots.get(at - 1)) || at + 1 < slots.size() && isInCapitals(slots.get(at + 1));
    }

    private static boolean isInCapitals(Slot slot) {
        return slot.kind() == Piece.Kind.WORD
                && slot.text().length() > 1
                && slot.text().chars().allMatch(Character::isUpperCase);
    }

    // A word that the model does not know, as it stands: an abbreviation is likely, another string of letters is not.
    private static Arc asPrinted(Slot slot, boolean amongCapitals, int to) {
        String text = slot.text();
        if (ROMAN.matcher(text).matches()) {
            return Arc.printed(to, Vocabulary.NUMBER, -2);
        }
        boolean digits = text.chars().anyMatch(Character::isDigit);
        boolean capitals = !amongCapitals && isInCapitals(slot) && text.length() <= LONGEST_ABBREVIATION;
        float score = digits ? mixed(text) : capitals ? -2 - 1.2f * text.length() : -4 - 2.6f * text.length();
        return Arc.printed(to, digits ? Vocabulary.CODE : Vocabulary.UNKNOWN, score);
    }

    // The more small letters it has, the less a string with figures is a code; least of all if it looks like a word
    // that has a figure for a letter.
    private static float mixed(String text) {
        int small = (int) text.chars().filter(Character::isLowerCase).count();
        float other = 2 * Math.max(0, small - 1);
        if (POINT.matcher(text).matches() || UNIT.matcher(text).matches()) {
            return MIXED;
        }
        return (WORD_WITH_FIGURES.matcher(text).matches() ? TORN : MIXED) - other;
    }

    /** The words weighed for a string that was read, {@link #folded}. */
    List<Candidate> candidates(String read) {
        return candidates(read, MOST, LEAST, cache);
    }

    /** The words that a string may have been, {@link #folded}, so many and as unlikely as that. */
    List<Candidate> candidates(String read, int most, float least) {
        return search.candidates(read, channel, most, least);
    }

    // Of what is put together or cut apart, only good candidates count.
    private List<Candidate> parts(String read) {
        return candidates(read, MOST_PARTS, LEAST_PART, partsCache);
    }

    private List<Candidate> candidates(String read, int most, float least, Map<String, List<Candidate>> cache) {
        return known(read, cache, string -> search.candidates(string, channel, most, least));
    }

    private static <T> T known(String read, Map<String, T> cache, Function<String, T> source) {
        T found = cache.get(read);
        if (found == null) {
            found = source.apply(read);
            if (cache.size() > MOST_CACHED) {
                cache.clear();
            }
            cache.put(read, found);
        }
        return found;
    }

    /** What was read with its case folded where it says nothing: capitals inside a word in small letters stay. */
    static String folded(String text) {
        String lower = Letters.nfc(text).replace('’', '\'').toLowerCase(Locale.ROOT);
        if (LetterCase.of(text) == LetterCase.UPPER) {
            return lower;
        }
        StringBuilder out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = i < text.length() && lower.length() == text.length() ? text.charAt(i) : lower.charAt(i);
            out.append(i == 0 ? lower.charAt(0) : c);
        }
        return out.toString();
    }
}
