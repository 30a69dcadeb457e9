package vn.trich.pipeline.outline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.trich.models.gazetteer.AdministrativeUnit;
import vn.trich.models.gazetteer.AdministrativeUnit.Level;
import vn.trich.models.gazetteer.Agency;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.EditDistance;

/** Names of provinces and agencies as the gazetteer spells them, found by what OCR left of them. */
final class KnownNames {
    private static final int SHORTEST_PROVINCE = 5;
    private static final int SHORTEST_AGENCY = 5;

    private final Map<String, String> provinces = new HashMap<>();
    private final Map<String, String> agencies = new HashMap<>();
    /** Names of districts and communes. */
    private final Set<String> others = new HashSet<>();

    KnownNames(Gazetteer gazetteer) {
        for (AdministrativeUnit unit : gazetteer.units()) {
            if (unit.level() == Level.PROVINCE) {
                provinces.putIfAbsent(Bare.compact(unit.name()), unit.name());
            } else {
                others.add(unit.name().toLowerCase(Locale.ROOT));
            }
        }
        for (Agency agency : gazetteer.agencies()) {
            agencies.putIfAbsent(Bare.compact(agency.name()), agency.name());
        }
    }

    /**
     * The province of that name; a letter may be wrong if the name is long enough, no other is as near, and no district or
     * commune has the name as it stands ({@code Ninh Phước}).
     */
    Optional<String> province(String damaged) {
        return others.contains(damaged.strip().toLowerCase(Locale.ROOT))
                ? Optional.ofNullable(provinces.get(Bare.compact(damaged)))
                : nearest(provinces, Bare.compact(damaged), SHORTEST_PROVINCE, false);
    }

    /** The agency of that name, likewise; the first letter, which tells {@code Bộ} from {@code Sở}, is never wrong. */
    Optional<String> agency(String damaged) {
        return nearest(agencies, Bare.compact(damaged), SHORTEST_AGENCY, true);
    }

    private static Optional<String> nearest(
            Map<String, String> names, String compact, int shortest, boolean firstLetter) {
        String exact = names.get(compact);
        if (exact != null || compact.length() < shortest) {
            return Optional.ofNullable(exact);
        }
        List<String> near = names.keySet().stream()
                .filter(n -> n.length() >= shortest)
                .filter(n -> !firstLetter || n.charAt(0) == compact.charAt(0))
                .filter(n -> EditDistance.upTo(compact, n, 1) <= 1)
                .limit(2)
                .toList();
        return near.size() == 1 ? Optional.of(names.get(near.get(0))) : Optional.empty();
    }
}
