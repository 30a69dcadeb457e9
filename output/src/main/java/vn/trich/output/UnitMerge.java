package vn.trich.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gathers the units of all documents, each once. What documents say differently, the first one settles. */
public final class UnitMerge {

    private final Map<String, Tally> tallies = new TreeMap<>();

    /** Gathers nothing yet. */
    public UnitMerge() {}

    /**
     * Adds a document's units; to be called in the order of the documents.
     *
     * @param units the units that it names
     * @param leads ids of the units that lead its tasks, one for each task
     * @param coords ids of the units that take part in its tasks, one for each task
     */
    public void add(Collection<UnitRecord> units, List<String> leads, List<String> coords) {
        Set<String> named = named(units, leads, coords);
        for (UnitRecord unit : units) {
            Tally tally = tallies.computeIfAbsent(unit.unitId(), id -> new Tally(unit));
            tally.documents += named.contains(unit.unitId()) ? 1 : 0;
            tally.aliases.addAll(unit.aliases());
            if (!unit.name().equals(tally.first.name())) {
                tally.aliases.add(unit.name());
            }
            if (tally.sameAs.isEmpty()) {
                tally.sameAs = unit.sameAs();
            }
        }
        leads.forEach(id -> count(id, tally -> tally.leads++));
        coords.forEach(id -> count(id, tally -> tally.coords++));
    }

    /** Adds a document's units; to be called in the order of the documents. */
    void add(DocumentRecord document) {
        List<TaskRecord.UnitRole> roles =
                document.tasks().stream().flatMap(t -> t.unitRoles().stream()).toList();
        add(
                FlatTables.listedUnits(document),
                ids(roles, TaskRecord.UnitRole.LEAD::equals),
                ids(roles, r -> !r.equals(TaskRecord.UnitRole.LEAD)));
    }

    /** The units that a document names itself, not only as what took the place of one that it names. */
    private static Set<String> named(Collection<UnitRecord> units, List<String> leads, List<String> coords) {
        Set<String> named = units.stream().map(UnitRecord::unitId).collect(Collectors.toSet());
        units.stream().map(UnitRecord::successorUnitId).forEach(named::remove);
        units.stream().map(UnitRecord::parentUnitId).forEach(named::add);
        named.addAll(leads);
        named.addAll(coords);
        return named;
    }

    /** The rows of {@code units} for what was added, by the units' names. */
    public List<List<String>> rows() {
        return counts().stream().map(CsvTables.UNITS::values).toList();
    }

    private static List<String> ids(List<TaskRecord.UnitRole> roles, Predicate<String> wanted) {
        return roles.stream()
                .filter(r -> wanted.test(r.role()))
                .map(r -> r.part().unitId())
                .toList();
    }

    private void count(String unitId, Consumer<Tally> counter) {
        Tally tally = tallies.get(unitId);
        if (tally != null) {
            counter.accept(tally);
        }
    }

    /** All units, by name, then id; spellings of one unit point to the one met most, unless their owner says otherwise. */
    List<UnitCount> counts() {
        List<UnitCount> counts = new ArrayList<>();
        tallies.values().forEach(t -> counts.add(t.count()));
        UnitTwins.find(counts.stream().filter(c -> c.unit().sameAs().isEmpty()).toList())
                .forEach((id, twin) -> tallies.get(id).sameAs = twin);
        counts.clear();
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
