package vn.trich.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds units of a folder that are one unit spelt in two ways: by signs between words or by marks alone, or by a letter or
 * two that a reader got wrong. A seldom name gives way to one met much oftener; names under different agencies or
 * provinces, of different heads ({@code Sở}, {@code Bộ}) or figures are never one, nor are those of schools, firms and
 * communes, which differ by a letter in earnest.
 */
final class UnitTwins {

    /** From this length on, in letters, a name may have one wrong letter; from twice of it, two. */
    private static final int ONE_SLIP = 12;
    /** A slip is met at most so often. */
    private static final int SELDOM = 3;

    private static final int OFTENER = 3;

    private UnitTwins() {}

    /** For each unit that is another one in truth, the id of that one. */
    static Map<String, String> find(List<UnitCount> units) {
        List<UnitCount> often = new ArrayList<>(units);
        often.sort(Comparator.comparingInt((UnitCount u) -> -uses(u))
                .thenComparing(u -> u.unit().unitId()));
        Map<String, List<UnitCount>> settled = new HashMap<>();
        Map<String, String> same = new HashMap<>();
        for (UnitCount unit : often) {
            List<UnitCount> others = settled.computeIfAbsent(place(unit.unit()), key -> new ArrayList<>());
            String twin = others.stream()
                    .filter(other -> isTwin(unit, other))
                    .findFirst()
                    .map(other -> other.unit().unitId())
                    .orElse("");
            if (twin.isEmpty()) {
                others.add(unit);
            } else {
                same.put(unit.unit().unitId(), twin);
            }
        }
        return same;
    }

    /** What two spellings of one unit have in common. */
    private static String place(UnitRecord unit) {
        String bare = NameKey.bare(unit.name());
        String head = bare.substring(0, Math.max(0, bare.indexOf(' ')));
        return String.join(
                "|",
                head,
                unit.level().name(),
                unit.kind().name(),
                unit.province(),
                unit.parentUnitId(),
                bare.replaceAll("\\D", ""));
    }

    private static int uses(UnitCount unit) {
        return unit.leads() + unit.coords();
    }

    private static boolean isTwin(UnitCount seldom, UnitCount often) {
        String a = seldom.unit().name();
        String b = often.unit().name();
        if (NameKey.of(a).equals(NameKey.of(b))) {
            return true;
        }
        boolean oftener = uses(seldom) <= SELDOM && uses(often) >= OFTENER * uses(seldom);
        if (!oftener || differInEarnest(seldom.unit())) {
            return false;
        }
        String bareA = NameKey.bare(a);
        String bareB = NameKey.bare(b);
        boolean words = bareA.split(" ").length == bareB.split(" ").length
                || bareA.replace(" ", "").equals(bareB.replace(" ", ""));
        int slips = Math.min(2, bareA.length() / ONE_SLIP);
        return bareA.equals(bareB) || words && within(bareA, bareB, slips);
    }

    private static boolean differInEarnest(UnitRecord unit) {
        return unit.level() == UnitRecord.Level.COMMUNE
                || switch (unit.kind()) {
                    case SCHOOL, ENTERPRISE, HOSPITAL -> true;
                    default -> false;
                };
    }

    /** Whether so many letters put in, left out or changed make one text the other. */
    private static boolean within(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return false;
        }
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(before[j - 1] + change, Math.min(before[j], row[j - 1]) + 1);
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return false;
            }
            before = row;
        }
        return before[b.length()] <= most;
    }
}
