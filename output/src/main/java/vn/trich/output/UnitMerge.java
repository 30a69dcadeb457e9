package vn.trich.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers the units of all documents, each once. What documents say differently, the first one settles. */
final class UnitMerge {

    private final Map<String, Tally> tallies = new TreeMap<>();

    /** Adds a document's units; to be called in the order of the documents. */
    void add(DocumentRecord document) {
        for (UnitRecord unit : listed(document)) {
            Tally tally = tallies.computeIfAbsent(unit.unitId(), id -> new Tally(unit));
            tally.documents++;
            tally.aliases.addAll(unit.aliases());
            if (!unit.name().equals(tally.first.name())) {
                tally.aliases.add(unit.name());
            }
            if (tally.sameAs.isEmpty()) {
                tally.sameAs = unit.sameAs();
            }
        }
        for (TaskRecord task : document.tasks()) {
            for (TaskRecord.UnitRole role : task.unitRoles()) {
                Tally tally = tallies.get(role.part().unitId());
                if (tally != null) {
                    tally.count(role.role());
                }
            }
        }
    }

    /** The units that the document still names, and those that its owner merged into them. */
    private static List<UnitRecord> listed(DocumentRecord document) {
        if (document.corrections().isEmpty()) {
            return document.units();
        }
        List<UnitRecord> named = Amendments.named(document.units(), document.tasks());
        return document.units().stream()
                .filter(u -> named.contains(u) || !u.sameAs().isEmpty())
                .toList();
    }

    /** All units, by name, then id. */
    List<UnitCount> counts() {
        List<UnitCount> counts = new ArrayList<>();
        tallies.values().forEach(t -> counts.add(t.count()));
        counts.sort(Comparator.comparing((UnitCount c) -> c.unit().name())
                .thenComparing(c -> c.unit().unitId()));
        return counts;
    }

    private static final class Tally {
        private final UnitRecord first;
        private final TreeSet<String> aliases = new TreeSet<>();
        private String sameAs = "";
        private int documents;
        private int leads;
        private int coords;

        private Tally(UnitRecord first) {
            this.first = first;
        }

        private void count(String role) {
            if (role.equals(TaskRecord.UnitRole.LEAD)) {
                leads++;
            } else {
                coords++;
            }
        }

        private UnitCount count() {
            UnitRecord unit = new UnitRecord(
                    first.unitId(),
                    first.name(),
                    first.level(),
                    first.kind(),
                    first.province(),
                    first.parentUnitId(),
                    first.validFrom(),
                    first.validTo(),
                    first.successorUnitId(),
                    List.copyOf(aliases),
                    sameAs);
            return new UnitCount(unit, documents, leads, coords);
        }
    }
}
