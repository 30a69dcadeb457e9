package vn.trich.output;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.trich.output.TaskRecord.UnitPart;

/**
 * Sets documents right by what people wrote beside the results: first the aliases of units, then single fields. What was
 * read stays in the document, beside what it was set to, so that every run starts from what was read: taking a row out of
 * a file takes its effect back. Immutable.
 */
public final class Amendments {

    private static final String LEAD = "lead_units";
    private static final String COORD = "coord_units";

    private final Corrections corrections;
    private final Aliases aliases;
    private final UnitNames names;

    /** By these files; {@code names} settles which unit a name means. */
    public Amendments(Corrections corrections, Aliases aliases, UnitNames names) {
        this.corrections = corrections;
        this.aliases = aliases;
        this.names = names;
    }

    /**
     * A document set right.
     *
     * @param document the document
     * @param problems rows that could not be obeyed, for people
     */
    public record Amended(DocumentRecord document, List<String> problems) {}

    /**
     * Sets a document right.
     *
     * @param stored the document, whatever was set right in it before; its pages are not needed
     */
    public Amended apply(DocumentRecord stored) {
        DocumentRecord read = asRead(stored);
        Map<String, Map<String, Corrections.Wanted>> wanted = corrections.of(read.documentId());
        Work work = new Work(read, wanted);
        DocumentRecord head = work.record("", head(read), DocumentRecord::trust, RecordFields.DOCUMENT, List.of());
        List<TaskRecord> tasks = read.tasks().stream().map(work::task).toList();
        List<TargetRecord> targets = read.targets().stream()
                .map(t -> work.record(t.targetId(), t, TargetRecord::trust, RecordFields.TARGET, List.of()))
                .toList();
        List<IndicatorRecord> indicators = read.indicators().stream()
                .map(i -> work.record(i.indicatorId(), i, IndicatorRecord::trust, RecordFields.INDICATOR, List.of()))
                .toList();
        work.reportUnknown();
        DocumentRecord amended = read.withRecords(head, work.done, tasks, work.units(tasks), targets, indicators);
        return new Amended(amended, List.copyOf(work.problems));
    }

    /** The document as it was read, before anything was set right. */
    public static DocumentRecord asRead(DocumentRecord stored) {
        if (stored.corrections().isEmpty()) {
            return stored;
        }
        Map<String, CorrectedRecord> changed = new LinkedHashMap<>();
        stored.corrections().forEach(c -> changed.put(c.recordId(), c));
        List<TaskRecord> tasks = stored.tasks().stream()
                .map(t -> unitsAsRead(undo(t, changed.get(t.taskId()), RecordFields.TASK), changed.get(t.taskId())))
                .toList();
        return stored.withRecords(
                undo(head(stored), changed.get(""), RecordFields.DOCUMENT),
                List.of(),
                tasks,
                named(stored.units().stream().map(u -> u.withSameAs("")).toList(), tasks),
                stored.targets().stream()
                        .map(t -> undo(t, changed.get(t.targetId()), RecordFields.TARGET))
                        .toList(),
                stored.indicators().stream()
                        .map(i -> undo(i, changed.get(i.indicatorId()), RecordFields.INDICATOR))
                        .toList());
    }

    private static <R> R undo(R record, CorrectedRecord changed, RecordFields<R> fields) {
        R read = record;
        if (changed != null) {
            for (Correction field : changed.fields()) {
                if (fields.names().contains(field.field())) {
                    read = fields.with(read, field.field(), field.read()).orElse(read);
                }
            }
            read = fields.with(read, changed.readTrust());
        }
        return read;
    }

    private static TaskRecord unitsAsRead(TaskRecord task, CorrectedRecord changed) {
        TaskRecord read = task;
        for (Correction field : changed == null ? List.<Correction>of() : changed.fields()) {
            List<String> names = split(field.read());
            List<UnitPart> parts = new ArrayList<>();
            for (int i = 0; i < field.readUnitIds().size(); i++) {
                parts.add(new UnitPart(field.readUnitIds().get(i), names.get(i)));
            }
            read = withUnits(read, field.field(), parts);
        }
        return read;
    }

    private static TaskRecord withUnits(TaskRecord task, String field, List<UnitPart> parts) {
        return switch (field) {
            case LEAD -> task.withUnits(parts, task.coordUnits());
            case COORD -> task.withUnits(task.leadUnits(), parts);
            default -> task;
        };
    }

    /** The document without its records, so that its own fields can be changed by themselves. */
    private static DocumentRecord head(DocumentRecord d) {
        return d.withRecords(d, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** The units that tasks name, and those above them. */
    static List<UnitRecord> named(List<UnitRecord> units, List<TaskRecord> tasks) {
        Set<String> ids = new HashSet<>();
        tasks.forEach(t -> t.unitRoles().forEach(r -> ids.add(r.part().unitId())));
        for (int before = -1; before < ids.size(); ) {
            before = ids.size();
            units.stream()
                    .filter(u -> ids.contains(u.unitId()))
                    .flatMap(u -> Stream.of(u.parentUnitId(), u.successorUnitId(), u.sameAs()))
                    .forEach(ids::add);
        }
        return units.stream().filter(u -> ids.contains(u.unitId())).toList();
    }

    private static List<String> split(String cell) {
        return Stream.of(cell.split(";"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** One document being set right. */
    private final class Work {
        private final DocumentRecord read;
        private final Map<String, Map<String, Corrections.Wanted>> wanted;
        private final Set<String> met = new HashSet<>();
        private final List<CorrectedRecord> done = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final Map<String, UnitRecord> added = new TreeMap<>();
        private final Map<String, String> merged = new TreeMap<>();

        private Work(DocumentRecord read, Map<String, Map<String, Corrections.Wanted>> wanted) {
            this.read = read;
            this.wanted = wanted;
        }

        private TaskRecord task(TaskRecord task) {
            List<Correction> units = new ArrayList<>();
            TaskRecord amended = units(task, LEAD, task.leadUnits(), units);
            amended = units(amended, COORD, task.coordUnits(), units);
            return record(task.taskId(), amended, TaskRecord::trust, RecordFields.TASK, units);
        }

        private TaskRecord units(TaskRecord task, String field, List<UnitPart> parts, List<Correction> changed) {
            List<String> readNames = parts.stream().map(UnitPart::name).toList();
            List<String> right = new ArrayList<>(
                    new LinkedHashSet<>(parts.stream().map(this::aliased).toList()));
            String source = Aliases.FILE;
            Corrections.Wanted said =
                    wanted.getOrDefault(task.taskId(), Map.of()).get(field);
            if (said != null && fits(said, CsvDialect.join(readNames), task.taskId())) {
                right = new ArrayList<>(new LinkedHashSet<>(split(said.value())));
                source = Corrections.FILE;
            } else if (right.equals(readNames)) {
                return task;
            }
            List<UnitPart> now = right.stream()
                    .map(name -> parts.stream()
                            .filter(p -> p.name().equals(name))
                            .findFirst()
                            .orElseGet(() -> part(name)))
                    .toList();
            changed.add(new Correction(
                    field,
                    CsvDialect.join(right),
                    CsvDialect.join(readNames),
                    parts.stream().map(UnitPart::unitId).toList(),
                    source));
            return withUnits(task, field, now);
        }

        private UnitPart part(String name) {
            UnitRecord unit = names.unit(read, name);
            names.units(read, name).forEach(each -> added.put(each.unitId(), each));
            return new UnitPart(unit.unitId(), name);
        }

        /** The name that the owner of the folder gives a unit. */
        private String aliased(UnitPart part) {
            Optional<UnitRecord> unit = read.units().stream()
                    .filter(u -> u.unitId().equals(part.unitId()))
                    .findFirst();
            Optional<String> byName = unit.flatMap(u -> aliases.name(u.name(), read.issuer()));
            byName.ifPresent(
                    name -> merged.put(part.unitId(), names.unit(read, name).unitId()));
            return byName.or(() -> aliases.name(part.name(), read.issuer())).orElse(part.name());
        }

        private <R> R record(
                String id, R record, Function<R, Trust> trust, RecordFields<R> fields, List<Correction> units) {
            met.add(id);
            R amended = record;
            List<Correction> changed = new ArrayList<>(units);
            boolean confirmed = false;
            for (Map.Entry<String, Corrections.Wanted> each :
                    wanted.getOrDefault(id, Map.of()).entrySet()) {
                String field = each.getKey();
                Corrections.Wanted said = each.getValue();
                if (field.equals(Corrections.CONFIRMED) && said.value().equalsIgnoreCase("false")) {
                    confirmed = true;
                } else if (fields.names().contains(field)) {
                    String stood = fields.get(record, field);
                    Optional<R> next =
                            fits(said, stood, id) ? fields.with(amended, field, said.value()) : Optional.empty();
                    if (next.isPresent()) {
                        amended = next.get();
                        changed.add(new Correction(field, said.value(), stood, List.of(), Corrections.FILE));
                    } else if (agrees(said, stood)) {
                        problem(said, field + " of " + place(id) + " cannot be '" + said.value() + "'");
                    }
                } else if (!(fields == (Object) RecordFields.TASK && (field.equals(LEAD) || field.equals(COORD)))) {
                    problem(said, place(id) + " has no field " + field + " that can be set right");
                }
            }
            if (changed.isEmpty() && !confirmed) {
                return record;
            }
            done.add(new CorrectedRecord(id, trust.apply(record), changed));
            return fields.with(amended, trust(trust.apply(record), changed, confirmed));
        }

        private boolean fits(Corrections.Wanted said, String stood, String id) {
            if (!agrees(said, stood)) {
                problem(said, place(id) + " reads '" + stood + "' by now; left as it is");
                return false;
            }
            return true;
        }

        /** Whether the record reads as the row says it does, in the form that a CSV cell holds. */
        private static boolean agrees(Corrections.Wanted said, String stood) {
            return said.read().isEmpty()
                    || said.read().get().equals(stood)
                    || said.read()
                            .get()
                            .equals(CsvDialect.unguard(CsvDialect.guard(stood)).strip());
        }

        private void reportUnknown() {
            wanted.forEach((id, fields) -> {
                if (!met.contains(id)) {
                    fields.values().forEach(said -> problem(said, "no " + place(id)));
                }
            });
        }

        private void problem(Corrections.Wanted said, String what) {
            problems.add(Corrections.FILE + " line " + said.line() + ": " + what);
        }

        private String place(String id) {
            return "document " + read.documentId() + (id.isEmpty() ? "" : " record " + id);
        }

        /** The units as read, those that others were merged into marked, and those that came in. */
        private List<UnitRecord> units(List<TaskRecord> tasks) {
            if (done.isEmpty()) {
                return read.units();
            }
            Map<String, UnitRecord> all = new TreeMap<>(added);
            read.units().forEach(u -> all.put(u.unitId(), u.withSameAs(merged.getOrDefault(u.unitId(), ""))));
            return List.copyOf(all.values());
        }
    }

    /** Trust after a person has looked: what was doubted of a field that is right now is doubted no more. */
    private static Trust trust(Trust read, List<Correction> changed, boolean confirmed) {
        List<String> left = read.reviewReasons().stream()
                .filter(reason -> !confirmed
                        && changed.stream()
                                .noneMatch(c -> c.source().equals(Corrections.FILE) && concerns(reason, c.field())))
                .toList();
        boolean looked = confirmed || changed.stream().anyMatch(c -> c.source().equals(Corrections.FILE));
        return new Trust(looked && left.isEmpty() ? 1 : read.confidence(), left);
    }

    /** Whether a reason to look is one that was seen in that field. */
    static boolean concerns(String reason, String field) {
        return switch (field) {
            case LEAD -> reason.startsWith("unit ") || reason.equals("no lead");
            case COORD -> reason.startsWith("unit ");
            case "task", "activity", "objective", "product" -> reason.equals("odd words") || reason.equals("no task");
            case "value", "value_max", "value_text" -> reason.matches("value .*|over 100%|range reversed|total");
            default ->
                field.startsWith("due_") ? reason.startsWith("due ") : reason.contains(field.replaceFirst("_.*", ""));
        };
    }
}
