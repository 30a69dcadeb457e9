package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.trich.models.gazetteer.Agency;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.EditDistance;

/**
 * Tells one unit's slips of the reader from other units. A name met seldom that is a letter or a mark away from an
 * official name, or from one met often in the same document, is that one; so is one that has its words in another order,
 * one that names no kind of unit and is a few letters away, and one that ends with scraps where just one name goes on.
 */
final class UnitTwins {

    /** A name met this often, and so much oftener than what names no kind of unit, may be that. */
    private static final int OFTEN = 5;

    /** So many letters of a name without a head may be wrong: one of so many. */
    private static final int LETTERS_A_SLIP = 4;
    /** Words before its scraps by which a name is told. */
    private static final int LEAST_WORDS = 4;

    private static final Pattern SCRAPS = Pattern.compile("\\s[-–—.,'\"]+\\p{Lu}[\\p{Lu}.'\"-]*$");

    private final UnitVocabulary vocabulary;
    private final Map<String, String> meant = new HashMap<>();
    private final Map<String, Boolean> changed = new HashMap<>();

    /** Settles the names of one document, each as often as it was met. */
    UnitTwins(List<String> names, Gazetteer gazetteer, UnitVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Map<String, Integer> counts = new HashMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        List<String> common = counts.keySet().stream()
                .sorted(Comparator.comparing((String name) -> -counts.get(name)).thenComparing(name -> name))
                .toList();
        List<String> settled = new ArrayList<>();
        List<Agency> agencies = gazetteer.agencies();
        for (String name : common) {
            String twin = official(name, agencies)
                    .or(() -> twin(name, settled, counts))
                    .or(() -> headless(name, settled, counts))
                    .or(() -> whole(name, common))
                    .orElse(name);
            meant.put(name, twin);
            changed.put(name, !BareText.words(twin).equals(BareText.words(name)));
            if (twin.equals(name)) {
                settled.add(name);
            }
        }
    }

    /** The name that is meant. */
    String meant(String name) {
        return meant.getOrDefault(name, name);
    }

    /** Whether another name is meant than was read, marks aside. */
    boolean changed(String name) {
        return changed.getOrDefault(name, false);
    }

    private static Optional<String> official(String name, List<Agency> agencies) {
        String bare = BareText.words(name);
        Optional<String> exact = agencies.stream()
                .map(Agency::name)
                .filter(official -> BareText.words(official).equals(bare))
                .findFirst();
        if (exact.isPresent() || bare.length() < 9) {
            return exact;
        }
        List<String> near = agencies.stream()
                .map(Agency::name)
                .filter(official -> EditDistance.within(BareText.words(official), bare, bare.length() < 18 ? 1 : 2))
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static Optional<String> twin(String name, List<String> settled, Map<String, Integer> counts) {
        String bare = BareText.words(name);
        for (String other : settled) {
            String bareOther = BareText.words(other);
            boolean oftener = counts.get(other) >= 3 * counts.get(name);
            boolean near = EditDistance.within(bare, bareOther, Math.min(2, bare.length() / 8));
            boolean turned = bare.length() == bareOther.length() && sorted(bare).equals(sorted(bareOther));
            if (bare.equals(bareOther) || oftener && (near && sameNumbers(bare, bareOther) || turned)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static List<String> sorted(String words) {
        return Stream.of(words.split(" ")).sorted().toList();
    }

    /** The only name met often that one without a head is near to: {@code Văn ng phong} is {@code Văn phòng}. */
    private Optional<String> headless(String name, List<String> settled, Map<String, Integer> counts) {
        String bare = BareText.words(name);
        if (bare.length() < 2 * LETTERS_A_SLIP || hasHead(BareText.of(name))) {
            return Optional.empty();
        }
        List<String> near = settled.stream()
                .filter(other -> counts.get(other) >= OFTEN * counts.get(name))
                .filter(other -> EditDistance.within(BareText.words(other), bare, bare.length() / LETTERS_A_SLIP))
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    /** The only name that goes on where one ends with scraps: {@code Các phòng liên quan đến -E.'H}. */
    private static Optional<String> whole(String name, List<String> all) {
        Matcher scraps = SCRAPS.matcher(name);
        if (!scraps.find() || name.substring(0, scraps.start()).split(" ").length < LEAST_WORDS) {
            return Optional.empty();
        }
        String begun = BareText.words(name.substring(0, scraps.start())) + " ";
        List<String> longer = all.stream()
                .filter(other -> !SCRAPS.matcher(other).find())
                .filter(other -> BareText.words(other).startsWith(begun))
                .toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    private boolean hasHead(String bare) {
        return vocabulary.headAt(bare, vocabulary.quantifierAt(bare, 0)).isPresent();
    }

    private static boolean sameNumbers(String a, String b) {
        return a.replaceAll("\\D", "").equals(b.replaceAll("\\D", ""));
    }
}
