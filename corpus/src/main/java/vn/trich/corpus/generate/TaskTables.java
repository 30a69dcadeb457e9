package vn.trich.corpus.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Grid;
import vn.trich.corpus.paper.Letters;
import vn.trich.corpus.paper.Rich;

/** Tables of tasks: columns, headers, groups, spans. */
final class TaskTables {

    private static final Map<String, Double> WEIGHTS = Map.of(
            "stt", 1.0, "objective", 4.0, "task", 7.0, "activity", 5.0, "product", 3.6, "lead", 3.0, "coord", 3.6);
    private static final Map<String, Double> MORE_WEIGHTS =
            Map.of("responsibility", 5.0, "due", 2.6, "funding", 2.3, "note", 2.3);

    private static final Set<String> TURNED = Set.of("due", "funding", "note", "lead");

    private final Author author;
    private final Dice dice;
    private final WordLists headers = WordLists.read("headers.txt");
    private final List<String> roles = new ArrayList<>();
    private final List<Grid.Row> rows = new ArrayList<>();
    private final boolean mergedGroups;
    private final boolean continuous;
    private final String after;
    private final boolean unlabelled;
    private final TurnedHeaders turned;
    private int number;
    private int leadSpan;
    private int dueSpan;

    TaskTables(Author author) {
        this.author = author;
        dice = author.dice();
        mergedGroups = dice.chance(0.35);
        continuous = dice.chance(0.4);
        after = dice.chance(0.2) ? "." : "";
        unlabelled = dice.chance(0.06);
        turned = new TurnedHeaders(dice, 0.07);
    }

    /**
     * A table.
     *
     * @param columns how many columns, 4 to 9
     * @param tasks about how many tasks
     * @param fontSize in points
     */
    Grid table(int columns, int tasks, double fontSize) {
        chooseColumns(columns);
        boolean objectives = roles.contains("objective");
        int groups = tasks < 6 || dice.chance(0.15) ? 0 : Math.min(7, Math.max(2, tasks / dice.between(4, 7)));
        List<Grid.Row> header = turned.apply(header(), TURNED);
        List<String> numbers = numbers();
        if (groups == 0) {
            tasks(tasks, objectives, "");
        } else {
            groups(groups, tasks, objectives);
        }
        List<Double> weights = roles.stream()
                .map(role -> WEIGHTS.getOrDefault(role, MORE_WEIGHTS.getOrDefault(role, 2.5)))
                .toList();
        Grid.Rules rules = dice.chance(0.08)
                ? Grid.Rules.NO_INNER_ROWS
                : dice.chance(0.06) ? Grid.Rules.DOTTED_ROWS : Grid.Rules.FULL;
        Grid.Print print = new Grid.Print(fontSize, dice.chance(0.65), dice.chance(0.7), rules, dice.chance(0.5));
        return new Grid(Grid.Kind.TASKS, roles, weights, header, numbers, rows, print);
    }

    private void chooseColumns(int columns) {
        boolean together = dice.chance(columns <= 5 ? 0.4 : 0.15);
        List<String> front = new ArrayList<>(List.of("stt"));
        if (columns >= 6 && dice.chance(0.35) || columns == 9) {
            front.add("objective");
        }
        front.add("task");
        if (columns >= 6 && front.size() + 1 < columns - 3 && dice.chance(columns >= 8 ? 0.9 : 0.4)) {
            front.add("activity");
        }
        List<List<String>> back = new ArrayList<>();
        back.add(List.of("due"));
        int left = columns - front.size() - 1;
        if (together) {
            back.add(List.of("responsibility"));
            left--;
        } else if (left >= 2) {
            back.add(List.of("lead", "coord"));
            left -= 2;
        } else {
            back.add(List.of("lead"));
            left--;
        }
        for (String more : List.of("product", "note", "funding")) {
            if (left-- > 0) {
                back.add(List.of(more));
            }
        }
        roles.addAll(front);
        boolean noteLast = back.removeIf(part -> part.get(0).equals("note"));
        dice.some(back, back.size()).forEach(roles::addAll);
        if (noteLast) {
            roles.add("note");
        }
    }

    private List<Grid.Row> header() {
        int lead = roles.indexOf("lead");
        boolean two = lead >= 0 && roles.contains("coord") && dice.chance(0.35);
        List<Grid.Cell> top = new ArrayList<>();
        List<Grid.Cell> below = new ArrayList<>();
        for (int column = 0; column < roles.size(); column++) {
            String role = roles.get(column);
            if (two && (role.equals("lead") || role.equals("coord"))) {
                if (role.equals("lead")) {
                    top.add(headerCell(column, 1, 2, "", dice.pick(headers.list("super"))));
                }
                String text = role.equals("lead")
                        ? dice.of("Chủ trì", "Đơn vị chủ trì")
                        : dice.of("Phối hợp", "Đơn vị phối hợp");
                below.add(headerCell(column, 1, 1, role, text));
            } else {
                top.add(headerCell(column, two ? 2 : 1, 1, role, dice.pick(headers.list(role))));
            }
        }
        List<Grid.Row> header = new ArrayList<>();
        header.add(new Grid.Row(Grid.RowKind.HEADER, "", Map.of(), top));
        if (two) {
            header.add(new Grid.Row(Grid.RowKind.HEADER, "", Map.of(), below));
        }
        return header;
    }

    private Grid.Cell headerCell(int column, int rowSpan, int columnSpan, String role, String text) {
        Rich words = author.names(text);
        return new Grid.Cell(column, rowSpan, columnSpan, role, Map.of(), words, words, Grid.Align.BOLD_CENTRE);
    }

    private List<String> numbers() {
        if (!dice.chance(0.3)) {
            return List.of();
        }
        boolean brackets = dice.chance(0.5);
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= roles.size(); i++) {
            numbers.add(brackets ? "(" + i + ")" : "" + i);
        }
        return numbers;
    }

    private void groups(int groups, int tasks, boolean objectives) {
        List<String> titles = dice.some(author.setting().field().list("group"), groups);
        boolean capitals = dice.chance(0.5);
        boolean letters = dice.chance(0.2);
        boolean subgroups = !objectives && tasks >= 12 && dice.chance(0.4);
        int each = Math.max(2, tasks / titles.size());
        List<String> every = author.setting().field().list("topic");
        List<String> topics = dice.some(every, every.size());
        topics.addAll(dice.some(every, every.size()));
        for (int g = 0; g < titles.size(); g++) {
            String title = capitals ? Letters.upper(titles.get(g)) : titles.get(g);
            String label = letters ? Letters.upper(NumberForms.point(g + 1)) : NumberForms.roman(g + 1);
            group(label, title, true);
            if (!continuous) {
                number = 0;
            }
            if (subgroups && each >= 4) {
                for (int s = 1; s <= 2; s++) {
                    group(
                            "" + s,
                            Author.capital(dice.pick(author.setting().field().list("topic"))),
                            false);
                    number = 0;
                    tasks(each / 2, false, s + ".");
                }
            } else {
                tasks(Math.max(1, each + dice.between(-1, 2)), objectives, "");
            }
        }
    }

    private void group(String label, String title, boolean outer) {
        endSpans();
        Grid.Align align = outer || dice.chance(0.5) ? Grid.Align.BOLD_LEFT : Grid.Align.LEFT;
        List<Grid.Cell> cells = new ArrayList<>();
        Rich words = author.names(title);
        if (mergedGroups) {
            Rich printed = Rich.join(Rich.of(label + ". "), words);
            cells.add(new Grid.Cell(0, 1, roles.size(), "", Map.of(), printed, words, align));
        } else {
            Rich mark = Rich.of(label);
            cells.add(new Grid.Cell(0, 1, 1, "", Map.of(), mark, mark, Grid.Align.BOLD_CENTRE));
            cells.add(new Grid.Cell(1, 1, roles.size() - 1, "", Map.of(), words, words, align));
        }
        rows.add(new Grid.Row(Grid.RowKind.GROUP, label, Map.of(), cells));
    }

    private void tasks(int count, boolean objectives, String prefix) {
        int done = 0;
        while (done < count) {
            int together = objectives ? Math.min(count - done, dice.between(1, 4)) : 1;
            Rich objective = objectives ? objective() : Rich.EMPTY;
            int first = rows.size();
            for (int i = 0; i < together; i++) {
                task(prefix, count - done - i);
            }
            if (objectives) {
                span(first, roles.indexOf("objective"), objective);
            }
            done += together;
        }
        endSpans();
    }

    private Rich objective() {
        return author.rich(dice.chance(0.5) ? author.target() : author.sentence("objective"));
    }

    // Puts a cell into the row that began at "first", over all rows since.
    private void span(int first, int column, Rich text) {
        Grid.Row row = rows.get(first);
        List<Grid.Cell> cells = new ArrayList<>(row.cells());
        int at = 0;
        while (at < cells.size() && cells.get(at).column() < column) {
            at++;
        }
        cells.add(at, new Grid.Cell(column, rows.size() - first, 1, "", Map.of(), text, text, Grid.Align.LEFT));
        rows.set(first, new Grid.Row(row.kind(), row.label(), row.data(), cells));
    }

    private void endSpans() {
        leadSpan = 0;
        dueSpan = 0;
    }

    private void task(String prefix, int left) {
        number++;
        String label = unlabelled ? "" : prefix + number;
        int activities = roles.contains("activity") ? dice.between(1, 3) : 1;
        Author.Task task = author.task();
        List<UnitForms.Unit> lead = author.units().lead();
        List<UnitForms.Unit> coord = author.units().coord(lead);
        boolean single = activities == 1;
        if (!roles.contains("activity") && !roles.contains("objective")) {
            startSpans(left);
        } else {
            endSpans();
        }
        boolean dueOnce = single || dice.chance(0.5);
        for (int a = 0; a < activities; a++) {
            List<Grid.Cell> cells = new ArrayList<>();
            for (int column = 0; column < roles.size(); column++) {
                String role = roles.get(column);
                boolean once = !role.equals("activity") && !role.equals("due") || role.equals("due") && dueOnce;
                if (role.equals("objective") || once && a > 0) {
                    continue;
                }
                int rowSpan = once ? activities : 1;
                cell(column, role, rowSpan, label, task, lead, coord).ifPresent(cells::add);
            }
            rows.add(new Grid.Row(Grid.RowKind.TASK, label, Map.of(), cells));
        }
    }

    private void startSpans(int left) {
        boolean units = roles.contains("lead") || roles.contains("responsibility");
        if (leadSpan == 0 && left >= 2 && units && dice.chance(0.06)) {
            leadSpan = -Math.min(left, dice.between(2, 3));
        }
        if (dueSpan == 0 && left >= 2 && dice.chance(0.06)) {
            dueSpan = -Math.min(left, dice.between(2, 3));
        }
    }

    private Optional<Grid.Cell> cell(
            int column,
            String role,
            int rowSpan,
            String label,
            Author.Task task,
            List<UnitForms.Unit> lead,
            List<UnitForms.Unit> coord) {
        int rowsCovered = rowSpan;
        if (role.equals("lead") && leadSpan != 0) {
            if (leadSpan > 0) {
                leadSpan--;
                return Optional.empty();
            }
            rowsCovered = -leadSpan;
            leadSpan = rowsCovered - 1;
        }
        if (role.equals("due") && dueSpan != 0) {
            if (dueSpan > 0) {
                dueSpan--;
                return Optional.empty();
            }
            rowsCovered = -dueSpan;
            dueSpan = rowsCovered - 1;
        }
        Content content = content(role, label, task, lead, coord);
        return Optional.of(new Grid.Cell(
                column, rowsCovered, 1, "", content.data(), content.text(), content.text(), content.align()));
    }

    private record Content(Rich text, Map<String, String> data, Grid.Align align) {}

    private Content content(
            String role, String label, Author.Task task, List<UnitForms.Unit> lead, List<UnitForms.Unit> coord) {
        return switch (role) {
            case "stt" -> new Content(Rich.of(label.isEmpty() ? "" : label + after), Map.of(), Grid.Align.CENTRE);
            case "task" -> new Content(author.rich(task.text()), Map.of(), Grid.Align.JUSTIFIED);
            case "activity" -> new Content(author.rich(author.sentence("activity")), Map.of(), Grid.Align.LEFT);
            case "product" -> new Content(author.rich(product(task)), Map.of(), Grid.Align.LEFT);
            case "lead" -> units(author.units().cell(lead));
            case "coord" -> units(author.units().cell(dice.chance(0.08) ? List.of() : coord));
            case "responsibility" -> units(author.units().both(lead, coord));
            case "due" -> {
                DueForms.Deadline due =
                        dice.chance(0.03) ? DueForms.NONE : author.dues().any();
                yield new Content(author.names(due.text()), Map.of("data-due", due.data()), Grid.Align.CENTRE);
            }
            case "funding" -> new Content(author.rich(author.sentence("funding")), Map.of(), Grid.Align.CENTRE);
            default ->
                new Content(
                        dice.chance(0.7) ? Rich.EMPTY : author.rich(author.sentence("note")),
                        Map.of(),
                        Grid.Align.LEFT);
        };
    }

    private String product(Author.Task task) {
        if (dice.chance(0.15)) {
            return author.target();
        }
        if (dice.chance(0.05)) {
            return "- " + task.product() + ";\n- " + author.target() + ".";
        }
        return dice.chance(0.04) ? "" : task.product();
    }

    private Content units(UnitForms.Naming naming) {
        return new Content(author.names(naming.text()), naming.data(), Grid.Align.LEFT);
    }
}
