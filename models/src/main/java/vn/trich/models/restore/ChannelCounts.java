package vn.trich.models.restore;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.PieceScanner;
import vn.trich.models.language.Vocabulary;

/** Counts, over pairs of printed and read words, what each letter was read as. For the training of {@link Channel}. */
public final class ChannelCounts {

    private final Channel channel;
    private final TreeMap<String, Double> counts = new TreeMap<>();

    /** Aligns along the channel that comes with the software, for the words of a language model. */
    public ChannelCounts(LanguageModel model) {
        this(Channel.load(new ChannelSearch(model).letters()));
    }

    private ChannelCounts(Channel channel) {
        this.channel = channel;
    }

    /** Takes a pair; what is no plain word on either side is passed over. */
    public void add(String printed, String read) {
        String truth = word(printed);
        String seen = word(read);
        if (truth.isEmpty() || seen.isEmpty()) {
            return;
        }
        for (Channel.Observation o :
                ChannelAlignment.align(Vocabulary.normal(truth), ChannelReadings.folded(seen), channel)) {
            counts.merge(o.letter() + "\t" + (o.read().isEmpty() ? "-" : o.read()), o.count(), Double::sum);
        }
    }

    // The word without the signs around it; nothing for figures and codes.
    private static String word(String run) {
        String nfc = Letters.nfc(run);
        int from = 0;
        int to = nfc.length();
        while (from < to && !Character.isLetterOrDigit(nfc.charAt(from))) {
            from++;
        }
        while (to > from && ".,;:)”\"…".indexOf(nfc.charAt(to - 1)) >= 0) {
            to--;
        }
        String core = nfc.substring(from, to);
        boolean plain = PieceScanner.scan(core).stream().allMatch(piece -> piece.kind() != Piece.Kind.NUMBER)
                && core.chars().anyMatch(Character::isLetter)
                && core.indexOf('/') < 0
                && core.indexOf('-') < 0;
        return plain ? core : "";
    }

    /**
     * The counts: letter, tab, what was read ({@code -} for nothing), to how often.
     *
     * @param least rarer ones are left out
     */
    public Map<String, Double> counts(double least) {
        Map<String, Double> frequent = new TreeMap<>(counts);
        frequent.values().removeIf(count -> count < least);
        return frequent;
    }

    /** An empty counter that aligns along what this one has counted. */
    public ChannelCounts again() {
        Iterable<Channel.Observation> observations = counts.entrySet().stream()
                .map(e -> new Channel.Observation(
                        e.getKey().charAt(0),
                        e.getKey().substring(2).equals("-") ? "" : e.getKey().substring(2),
                        e.getValue()))
                .toList();
        return new ChannelCounts(channel.with(observations, 20));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d kinds of readings", counts.size());
    }
}
