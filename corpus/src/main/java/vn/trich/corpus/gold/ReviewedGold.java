package vn.trich.corpus.gold;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.trich.output.CellRecord;
import vn.trich.output.ColumnRole;
import vn.trich.output.CorrectedRecord;
import vn.trich.output.Correction;
import vn.trich.output.Corrections;
import vn.trich.output.DocumentRecord;
import vn.trich.output.Due;
import vn.trich.output.SectionRecord;
import vn.trich.output.TableRecord;
import vn.trich.output.TargetRecord;
import vn.trich.output.TaskRecord;

/**
 * Writes documents that people corrected as gold: what they set right or confirmed stands as true, all other text as it
 * was read but undecidable, so that it counts neither for nor against; units and deadlines that nobody looked at are left
 * out. Goals and figures cannot be left open by the format: they stand as read. Immutable.
 */
public final class ReviewedGold {

    /** What marks a file as written by this class, in its head. */
    public static final String MARK = "<meta name=\"generator\" content=\"trich learn\">";

    private static final String HEADING = "h3";

    /**
     * The gold of a file, UTF-8 text in NFC.
     *
     * @param documents all documents of one source file, in the order of their ids; their pages are not needed
     */
    public String write(List<DocumentRecord> documents) {
        Document html = Document.createShell("");
        html.outputSettings().prettyPrint(false).charset("UTF-8");
        html.body().parent().attr("lang", "vi");
        html.head().appendElement("meta").attr("charset", "utf-8");
        html.head().append(MARK);
        html.head().appendElement("title").text(documents.get(0).sourceFile());
        for (DocumentRecord document : documents) {
            Element root = documents.size() == 1 ? html.body() : html.body().appendElement("article");
            new Work(document).write(root);
        }
        String text = "<!doctype html>" + html.outerHtml().replace("<!doctype html>", "") + "\n";
        return Normalizer.normalize(
                text.replaceAll("(</(?:p|div|tr|section|article|head|table)>)", "$1\n"), Normalizer.Form.NFC);
    }

    /** Whether a person corrected or confirmed anything in it; what only an alias changed does not count. */
    public static boolean isReviewed(DocumentRecord document) {
        return document.corrections().stream().anyMatch(ReviewedGold::byPerson);
    }

    private static boolean byPerson(CorrectedRecord record) {
        return record.fields().isEmpty()
                || record.fields().stream().anyMatch(f -> f.source().equals(Corrections.FILE));
    }

    private static void doubtful(Element element, String text) {
        if (!text.isBlank()) {
            element.appendElement("span").addClass("unsure").text(text.strip());
        }
    }

    /** One document being written. */
    private static final class Work {
        private final DocumentRecord document;
        private final Map<String, CorrectedRecord> reviewed;
        private final Map<String, Element> sections = new HashMap<>();

        Work(DocumentRecord document) {
            this.document = document;
            this.reviewed = document.corrections().stream()
                    .filter(ReviewedGold::byPerson)
                    .collect(Collectors.toMap(CorrectedRecord::recordId, c -> c));
        }

        void write(Element root) {
            head(root);
            for (SectionRecord section : document.sections()) {
                section(root, section);
            }
            for (TableRecord table : document.tables()) {
                table(sections.getOrDefault(table.sectionId(), root), table);
            }
            for (TargetRecord target : document.targets()) {
                target(sections.getOrDefault(target.sectionId(), root), target);
            }
            signature(root);
        }

        /** Whether that field of that record may be taken for true. */
        private boolean isSure(String recordId, boolean stillDoubted, String... fields) {
            CorrectedRecord looked = reviewed.get(recordId);
            if (looked == null) {
                return false;
            }
            Set<String> set = looked.fields().stream().map(Correction::field).collect(Collectors.toSet());
            return !stillDoubted || Stream.of(fields).anyMatch(set::contains);
        }

        private void head(Element root) {
            field(root, "issuer-parent", "", "issuer_parent", document.issuerParent());
            field(root, "issuer", "", "issuer", document.issuer());
            field(root, "number", "data-number", "number", document.number());
            Element place = field(root, "place-date", "data-place", "place", document.place());
            if (sureField("date") && !document.date().isEmpty()) {
                place.attr("data-date", document.date());
            }
            field(root, "doc-type", "data-type", "type", document.type());
            field(root, "doc-title", "", "title", document.title());
        }

        private boolean sureField(String name) {
            return isSure("", document.trust().needsReview(), name);
        }

        private Element field(Element root, String className, String attribute, String name, String value) {
            Element div = root.appendElement("div").addClass(className);
            if (value.isEmpty()) {
                return div;
            }
            if (!sureField(name)) {
                doubtful(div, value);
            } else if (attribute.isEmpty()) {
                div.text(value);
            } else {
                div.attr(attribute, value).text(value);
            }
            return div;
        }

        private void signature(Element root) {
            Element signature = root.appendElement("div").addClass("signature");
            put(signature, "data-authority", "signer_authority", document.signerAuthority());
            put(signature, "data-position", "signer_position", document.signerPosition());
            put(signature, "data-name", "signer_name", document.signerName());
        }

        private void put(Element signature, String attribute, String name, String value) {
            if (sureField(name) && !value.isEmpty()) {
                signature.attr(attribute, value);
            }
        }

        private void section(Element root, SectionRecord section) {
            Element around = sections.getOrDefault(section.parentId(), root);
            boolean outlined = switch (section.kind()) {
                case HEADING, ARTICLE, CLAUSE, APPENDIX -> true;
                default -> false;
            };
            Optional<TaskRecord> task = document.tasks().stream()
                    .filter(t -> t.source() == TaskRecord.Source.TEXT
                            && t.sectionId().equals(section.sectionId()))
                    .findFirst();
            Element element = outlined ? around.appendElement("section") : around;
            sections.put(section.sectionId(), element);
            if (outlined) {
                element.attr("data-label", section.label()).attr("data-level", Integer.toString(section.level()));
            }
            if (outlined && section.kind() == SectionRecord.Kind.APPENDIX) {
                element.addClass("appendix");
            }
            if (task.isPresent() && isSure(task.get().taskId(), doubted(task.get()), "task", "activity")) {
                textTask(element, task.get());
            } else {
                if (!section.title().isEmpty()) {
                    doubtful(element.appendElement(HEADING), section.title());
                }
                section.text().lines().forEach(line -> doubtful(element.appendElement("p"), line));
            }
            task.ifPresent(t -> named(element.addClass("task"), t));
        }

        private void textTask(Element element, TaskRecord task) {
            if (!task.task().isEmpty()) {
                element.appendElement(HEADING).text(task.task());
            }
            task.activity().lines().forEach(line -> element.appendElement("p").text(line));
        }

        private static boolean doubted(TaskRecord task) {
            return task.trust().needsReview();
        }

        private void named(Element element, TaskRecord task) {
            if (isSure(task.taskId(), doubted(task), "lead_units")) {
                element.attr("data-lead", names(task.leadUnits()));
            }
            if (isSure(task.taskId(), doubted(task), "coord_units")) {
                element.attr("data-coord", names(task.coordUnits()));
            }
            dated(element, task);
        }

        private void dated(Element element, TaskRecord task) {
            if (isSure(task.taskId(), doubted(task), "due_kind", "due_start", "due_end", "due_recurrence")) {
                element.attr("data-due", written(task.due()));
            }
        }

        private void table(Element around, TableRecord table) {
            Element html = around.appendElement("table")
                    .attr("data-kind", table.kind().name().toLowerCase(Locale.ROOT));
            Map<Integer, TaskRecord> tasks = new HashMap<>();
            document.tasks().stream()
                    .filter(t -> t.tableId().equals(table.tableId()))
                    .forEach(t -> t.row().ifPresent(row -> tasks.put(row, t)));
            Element head = html.appendElement("thead");
            Element body = html.appendElement("tbody");
            for (int number = 1; number <= table.rowCount(); number++) {
                Element row = (number <= table.headerRows() ? head : body).appendElement("tr");
                TaskRecord task = tasks.get(number);
                if (task != null) {
                    row.addClass("task").attr("data-label", task.label());
                } else if (number > table.headerRows() && table.kind() == TableRecord.Kind.TASKS) {
                    row.addClass("group");
                }
                Set<ColumnRole> filled = new HashSet<>();
                for (CellRecord cell : cells(table, number)) {
                    cell(row, table, cell, task, filled);
                }
            }
        }

        private static List<CellRecord> cells(TableRecord table, int row) {
            return table.cells().stream().filter(cell -> cell.row() == row).toList();
        }

        private void cell(Element row, TableRecord table, CellRecord cell, TaskRecord task, Set<ColumnRole> filled) {
            ColumnRole role = table.columnRoles().get(cell.column() - 1);
            Element html = row.appendElement(cell.header() ? "th" : "td");
            if (cell.header()) {
                html.attr("data-role", role.name().toLowerCase(Locale.ROOT));
            }
            if (cell.rowSpan() > 1) {
                html.attr("rowspan", Integer.toString(cell.rowSpan()));
            }
            if (cell.columnSpan() > 1) {
                html.attr("colspan", Integer.toString(cell.columnSpan()));
            }
            Optional<String> said = task == null || !filled.add(role) ? Optional.empty() : said(task, role);
            said.ifPresentOrElse(html::text, () -> doubtful(html, cell.text()));
            if (task != null) {
                told(html, role, task);
            }
        }

        /** What a person settled that the cell says. */
        private Optional<String> said(TaskRecord task, ColumnRole role) {
            return switch (role) {
                case TASK -> sure(task, "task", task.task());
                case ACTIVITY -> sure(task, "activity", task.activity());
                case PRODUCT -> sure(task, "product", task.product());
                case OBJECTIVE -> sure(task, "objective", task.objective());
                default -> Optional.empty();
            };
        }

        private Optional<String> sure(TaskRecord task, String field, String value) {
            return isSure(task.taskId(), doubted(task), field) ? Optional.of(value) : Optional.empty();
        }

        /** Units and deadline hang on words that stay as read, so these are put down as sure with them. */
        private void told(Element html, ColumnRole role, TaskRecord task) {
            switch (role) {
                case LEAD -> sure(task, "lead_units", names(task.leadUnits())).ifPresent(v -> units(html, "units", v));
                case COORD ->
                    sure(task, "coord_units", names(task.coordUnits())).ifPresent(v -> units(html, "units", v));
                case RESPONSIBILITY -> {
                    sure(task, "lead_units", names(task.leadUnits())).ifPresent(v -> units(html, "lead", v));
                    sure(task, "coord_units", names(task.coordUnits())).ifPresent(v -> units(html, "coord", v));
                }
                case DUE -> {
                    dated(html, task);
                    if (html.hasAttr("data-due")) {
                        html.text(html.text());
                    }
                }
                default -> {
                    // Nothing else is told beside its text.
                }
            }
        }

        private static void units(Element html, String key, String names) {
            html.attr("data-" + key, names).text(names.replace("|", "; "));
        }

        private static String names(List<TaskRecord.UnitPart> parts) {
            return parts.stream().map(TaskRecord.UnitPart::name).collect(Collectors.joining("|"));
        }

        private static String written(Due due) {
            List<String> parts = new ArrayList<>();
            parts.add(due.kind().name().toLowerCase(Locale.ROOT));
            parts.add(due.start().map(Object::toString).orElse("-"));
            parts.add(due.end().map(Object::toString).orElse("-"));
            parts.add(due.recurrence().isEmpty() ? "-" : due.recurrence());
            return String.join(" ", parts);
        }

        private static void target(Element around, TargetRecord target) {
            String data = String.join(
                    " ",
                    target.direction().name().toLowerCase(Locale.ROOT),
                    target.comparator().sign(),
                    target.value().toPlainString(),
                    target.valueMax().map(v -> v.toPlainString()).orElse("-"),
                    target.unit().isEmpty() ? "-" : target.unit().replace(' ', '_'));
            around.appendElement("p")
                    .appendElement("mark")
                    .addClass("target")
                    .attr("data-t", data)
                    .attr("data-scope", target.scope())
                    .text(target.text());
        }
    }
}
