package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.trich.models.gazetteer.Agency;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.EditDistance;

/**
 * Tells one unit's slips of the reader from other units. A name met seldom that is a letter or a mark away from an
 * official name, or from one met often in the same document, is that one.
 */
final class UnitTwins {

    private final Map<String, String> meant = new HashMap<>();
    private final Map<String, Boolean> changed = new HashMap<>();

    /** Settles the names of one document, each as often as it was met. */
    UnitTwins(List<String> names, Gazetteer gazetteer) {
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
            if (bare.equals(bareOther) || oftener && near && sameNumbers(bare, bareOther)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static boolean sameNumbers(String a, String b) {
        return a.replaceAll("\\D", "").equals(b.replaceAll("\\D", ""));
    }
}
