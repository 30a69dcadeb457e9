package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.trich.models.gazetteer.AdministrativeUnit;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.Vocabulary;

/**
 * Names of provinces, districts and communes of two words or more, by their letters without marks: in a list of communes no
 * word but the name itself says which marks it has. Immutable.
 */
final class PlaceNames {

    // A reading that no name has counts as much as this share of one name.
    private static final double LITTLE = 0.05;

    // May stand between names of units; without marks as all here.
    private static final String AND = "va";
    // Local authorities, the other side: no wards.
    private static final Set<String> BEFORE_OTHER_WORDS = Set.of("dia", "doi");
    // So far back the list of a province's communes may have begun.
    private static final int FAR = 300;

    private final Map<String, List<List<String>>> byLetters = new HashMap<>();

    private PlaceNames() {}

    /** All units of a gazetteer. */
    static PlaceNames of(Gazetteer gazetteer) {
        return of(gazetteer.units().stream().map(AdministrativeUnit::name).toList());
    }

    /** These names. */
    static PlaceNames of(List<String> names) {
        PlaceNames places = new PlaceNames();
        for (String name : names) {
            List<String> words = new ArrayList<>();
            for (String word : Letters.nfc(name).split(" ")) {
                words.add(Vocabulary.normal(word));
            }
            if (words.size() > 1) {
                places.byLetters
                        .computeIfAbsent(Letters.bare(String.join(" ", words)), letters -> new ArrayList<>())
                        .add(words);
            }
        }
        return places;
    }

    /**
     * A word of what may be a name.
     *
     * @param names all names with these letters
     * @param at which of their words it is
     * @param told whether what stands before tells that it is one
     */
    record Part(List<List<String>> names, int at, boolean told) {

        /** Logarithm of how likely the letters stand for a word in normal form. */
        float log(String word) {
            long same = names.stream().filter(name -> name.get(at).equals(word)).count();
            return (float) Math.log((same + LITTLE) / (names.size() + 1));
        }
    }

    /**
     * The word that a slot is of a name: the longest that ends where the run of capitalised words does; empty if it
     * stands in none.
     *
     * @param slots all slots
     * @param at the slot
     */
    Optional<Part> part(List<Slot> slots, int at) {
        return NameRuns.run(slots, at).flatMap(run -> {
            for (int from = run.from(); from <= Math.min(at, run.to() - 2); from++) {
                List<List<String>> names = byLetters.get(letters(slots, from, run.to()));
                if (names != null) {
                    return Optional.of(new Part(names, at - from, isTold(slots, from)));
                }
            }
            return Optional.empty();
        });
    }

    // After the kind of a unit, perhaps with other names between.
    private static boolean isTold(List<Slot> slots, int name) {
        for (int i = name - 1; i >= Math.max(0, name - FAR); i--) {
            Slot slot = slots.get(i);
            if (slot.kind() == Piece.Kind.STOP
                    && !slot.text().equals(":")
                    && !slot.text().equals(";")) {
                return false;
            }
            String word = Letters.bare(Vocabulary.normal(slot.text()));
            if (isKind(
                    word,
                    i == 0
                            ? ""
                            : Letters.bare(Vocabulary.normal(slots.get(i - 1).text())))) {
                return true;
            }
            boolean between = slot.kind() != Piece.Kind.WORD
                    || LetterCase.of(slot.text()) != LetterCase.LOWER
                    || word.equals(AND);
            if (!between) {
                return false;
            }
        }
        return false;
    }

    private static boolean isKind(String word, String before) {
        return switch (word) {
            case "tinh", "huyen", "xa" -> true;
            case "phuong" -> !BEFORE_OTHER_WORDS.contains(before);
            case "tran" -> before.equals("thi");
            case "pho" -> before.equals("thanh");
            default -> false;
        };
    }

    private static String letters(List<Slot> slots, int from, int to) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < to; i++) {
            letters.append(i > from ? " " : "")
                    .append(Letters.bare(Vocabulary.normal(slots.get(i).text())));
        }
        return letters.toString();
    }
}
