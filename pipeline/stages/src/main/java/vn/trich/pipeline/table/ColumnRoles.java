package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.trich.output.ColumnRole;
import vn.trich.output.TableRecord;

/** Tells what a table holds and what each of its columns is: from the header's words, else from what stands below. */
final class ColumnRoles {

    private static final Pattern DUE = Pattern.compile(
            ".*\\b(thang|quy (?=[ivx1-4])|nam 20|trong nam|thuong xuyen|hang nam|hang quy|hang thang|dinh ky|truoc ngay|tu nam|\\d{1,2} 20\\d\\d|20[12]\\d)\\b.*");
    private static final Pattern UNIT = Pattern.compile(
            "^[ -]*(cac |tat ca )?(so(?! ?\\d)|bo|phong|ban|ubnd|uy ban|van phong|trung tam|cong an|don vi|co quan|thanh tra|cuc|chi cuc|hoi|vien|to |lanh dao|doanh nghiep|nganh)\\b.*");

    /** Who takes part is said in the same cell as who leads. */
    private static final Pattern SAYS_BOTH = Pattern.compile(".*\\bphoi hop\\b.*");

    private static final double SOME_SAY_BOTH = 0.25;

    private static final double MOST_NAME_UNITS = 0.6;

    private static final Pattern NAMING = Pattern.compile("\\p{L}\\p{M}*\\p{L}");

    private final RoleVocabulary vocabulary;
    private final ColumnWords words;

    ColumnRoles(RoleVocabulary vocabulary, ColumnWords words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /**
     * What a table holds.
     *
     * @param kind what the table holds
     * @param roles one per column
     * @param guessed whether the header did not tell
     */
    record Result(TableRecord.Kind kind, List<ColumnRole> roles, boolean guessed) {}

    /** Kind and roles of a table with so many header rows. */
    Result of(Draft table, int headerRows) {
        Columns columns = new Columns(table, headerRows);
        ColumnRole[] tasks = named(table, headerRows, RoleVocabulary.Family.TASKS);
        boolean headed = Arrays.stream(tasks).anyMatch(r -> r != ColumnRole.OTHER);
        ColumnRole[] figures = named(table, headerRows, RoleVocabulary.Family.FIGURES);
        TableRecord.Kind kind = figuresKind(figures, columns);
        boolean measured = kind != TableRecord.Kind.OTHER && List.of(figures).contains(ColumnRole.UNIT);
        TaskEvidence evidence = new TaskEvidence(columns, headers(table, headerRows));
        if (evidence.speaksFor(List.of(tasks)) && !(measured && TaskEvidence.isWeak(List.of(tasks)))) {
            return new Result(TableRecord.Kind.TASKS, evidence.withLead(tasksResolved(tasks, columns)), false);
        }
        if (kind == TableRecord.Kind.OTHER && !headed) {
            ColumnRole[] guess = byContent(columns);
            if (evidence.speaksForGuess(List.of(guess), table.synthetic())) {
                return new Result(TableRecord.Kind.TASKS, withProduct(guess, columns), true);
            }
        }
        return new Result(kind, figuresResolved(figures, columns, kind), !headed);
    }

    /** The header over each column, as one text. */
    private static List<String> headers(Draft table, int headerRows) {
        List<String> headers = new ArrayList<>();
        for (int c = 0; c < table.columns(); c++) {
            headers.add(String.join(" ", HeaderFinder.over(table, c, headerRows)));
        }
        return headers;
    }

    private ColumnRole[] named(Draft table, int headerRows, RoleVocabulary.Family family) {
        ColumnRole[] roles = new ColumnRole[table.columns()];
        for (int c = 0; c < roles.length; c++) {
            // A row of column numbers that was misread ("Ơ)" for "(7)") names no column.
            List<String> over = HeaderFinder.over(table, c, headerRows).stream()
                    .filter(text -> NAMING.matcher(text).find())
                    .toList();
            roles[c] = role(over, family).orElse(ColumnRole.OTHER);
        }
        return roles;
    }

    private Optional<ColumnRole> role(List<String> over, RoleVocabulary.Family family) {
        if (over.isEmpty()) {
            return Optional.empty();
        }
        String whole = String.join(" ", over);
        String innermost = over.get(over.size() - 1);
        boolean both = RoleVocabulary.holds(innermost, "chủ trì") && RoleVocabulary.holds(innermost, "phối hợp");
        if (family == RoleVocabulary.Family.TASKS && both) {
            return Optional.of(ColumnRole.RESPONSIBILITY);
        }
        Optional<RoleVocabulary.Match> inner =
                vocabulary.match(innermost, family).filter(m -> m.score() > 0.66);
        return inner.or(() -> vocabulary.match(whole, family)).map(RoleVocabulary.Match::role);
    }

    private List<ColumnRole> tasksResolved(ColumnRole[] roles, Columns columns) {
        List<ColumnRole> list = new ArrayList<>(List.of(roles));
        if (list.get(0) == ColumnRole.OTHER && columns.labels(0) > 0.6) {
            list.set(0, ColumnRole.STT);
        }
        for (int c = 1; c < list.size(); c++) {
            if (list.get(c) == ColumnRole.STT && list.indexOf(ColumnRole.STT) < c) {
                list.set(c, ColumnRole.OTHER);
            }
            if (list.get(c) == ColumnRole.TASK && list.indexOf(ColumnRole.TASK) < c) {
                list.set(c, list.contains(ColumnRole.ACTIVITY) ? ColumnRole.OTHER : ColumnRole.ACTIVITY);
            }
        }
        mendSecondDue(list, columns);
        takeUnits(list, columns);
        int lead = list.indexOf(ColumnRole.LEAD);
        if (lead >= 0 && !list.contains(ColumnRole.COORD) && columns.matching(lead, SAYS_BOTH) > SOME_SAY_BOTH) {
            list.set(lead, ColumnRole.RESPONSIBILITY);
        }
        if (!list.contains(ColumnRole.TASK)) {
            int widest = columns.widestText(list);
            int activity = list.indexOf(ColumnRole.ACTIVITY);
            if (activity >= 0 && !list.contains(ColumnRole.OBJECTIVE)) {
                list.set(activity, ColumnRole.TASK);
            } else if (activity < 0 && widest >= 0) {
                list.set(widest, ColumnRole.TASK);
            }
        }
        return list;
    }

    /** Of several columns of deadlines, one whose words are those of units had its heading misread. */
    private void mendSecondDue(List<ColumnRole> list, Columns columns) {
        for (int c = list.size() - 1; c > 0; c--) {
            boolean several = list.indexOf(ColumnRole.DUE) != list.lastIndexOf(ColumnRole.DUE);
            if (several && list.get(c) == ColumnRole.DUE && namesUnits(c, columns)) {
                if (!list.contains(ColumnRole.COORD)) {
                    list.set(c, ColumnRole.COORD);
                } else if (!list.contains(ColumnRole.LEAD)) {
                    list.set(c, ColumnRole.LEAD);
                }
            }
        }
    }

    private boolean namesUnits(int column, Columns columns) {
        String text = columns.text(column);
        double units = Math.max(words.gain(text, ColumnRole.COORD), words.gain(text, ColumnRole.LEAD));
        return !text.isBlank() && units > words.gain(text, ColumnRole.DUE);
    }

    /** The guessed roles, a column whose words are those of products being theirs. */
    private List<ColumnRole> withProduct(ColumnRole[] guess, Columns columns) {
        List<ColumnRole> roles = new ArrayList<>(List.of(guess));
        for (int c = 1; c < guess.length && !roles.contains(ColumnRole.PRODUCT); c++) {
            String text = columns.text(c);
            boolean product = roles.get(c) == ColumnRole.OTHER
                    && !text.isBlank()
                    && words.gain(text, ColumnRole.PRODUCT)
                            > Math.max(words.gain(text, ColumnRole.TASK), words.gain(text, ColumnRole.OBJECTIVE));
            if (product) {
                roles.set(c, ColumnRole.PRODUCT);
            }
        }
        return roles;
    }

    /** Beside a column of those who lead, the only other that names units is of those who take part, and the other way round. */
    private static void takeUnits(List<ColumnRole> list, Columns columns) {
        boolean lead = list.contains(ColumnRole.LEAD);
        if (lead == list.contains(ColumnRole.COORD) || list.contains(ColumnRole.RESPONSIBILITY)) {
            return;
        }
        List<Integer> naming = IntStream.range(0, list.size())
                .filter(c -> list.get(c) == ColumnRole.OTHER && columns.matching(c, UNIT) > MOST_NAME_UNITS)
                .boxed()
                .toList();
        if (naming.size() == 1) {
            list.set(naming.get(0), lead ? ColumnRole.COORD : ColumnRole.LEAD);
        }
    }

    private static TableRecord.Kind figuresKind(ColumnRole[] roles, Columns columns) {
        List<ColumnRole> list = List.of(roles);
        long figures = columns.figureColumns(List.of(roles));
        boolean unit = list.contains(ColumnRole.UNIT);
        if (figures >= 2) {
            return TableRecord.Kind.STATISTICS;
        }
        boolean value = figures == 1 || list.contains(ColumnRole.VALUE);
        boolean named = list.contains(ColumnRole.NAME) || list.contains(ColumnRole.CODE);
        return unit && value && named ? TableRecord.Kind.INDICATORS : TableRecord.Kind.OTHER;
    }

    private static List<ColumnRole> figuresResolved(ColumnRole[] roles, Columns columns, TableRecord.Kind kind) {
        List<ColumnRole> list = new ArrayList<>(List.of(roles));
        if (list.get(0) == ColumnRole.OTHER && columns.labels(0) > 0.6) {
            list.set(0, ColumnRole.STT);
        }
        int unit = list.indexOf(ColumnRole.UNIT);
        if (unit >= 0 && unit <= 1 && !list.contains(ColumnRole.NAME)) {
            list.set(unit, ColumnRole.NAME);
        }
        if (kind == TableRecord.Kind.INDICATORS && !list.contains(ColumnRole.CODE)) {
            list.replaceAll(r -> r == ColumnRole.STT ? ColumnRole.CODE : r);
        }
        if (kind == TableRecord.Kind.STATISTICS) {
            list.replaceAll(r -> r == ColumnRole.VALUE ? ColumnRole.OTHER : r);
        }
        if (kind == TableRecord.Kind.INDICATORS && !list.contains(ColumnRole.VALUE)) {
            for (int c = 0; c < list.size(); c++) {
                if (list.get(c) == ColumnRole.OTHER && columns.figures(c) > 0.5) {
                    list.set(c, ColumnRole.VALUE);
                    break;
                }
            }
        }
        return list;
    }

    /** Roles for a table whose header is lost, from what stands in its columns. */
    private static ColumnRole[] byContent(Columns columns) {
        ColumnRole[] roles = new ColumnRole[columns.count()];
        Arrays.fill(roles, ColumnRole.OTHER);
        boolean lead = false;
        for (int c = 0; c < roles.length; c++) {
            if (c == 0 && columns.labels(c) > 0.6) {
                roles[c] = ColumnRole.STT;
            } else if (columns.matching(c, DUE) > 0.6) {
                roles[c] = ColumnRole.DUE;
            } else if (columns.matching(c, UNIT) > 0.6) {
                roles[c] = lead ? ColumnRole.COORD : ColumnRole.LEAD;
                lead = true;
            }
        }
        int widest = columns.widestText(List.of(roles));
        if (widest >= 0) {
            roles[widest] = ColumnRole.TASK;
        }
        return roles;
    }
}
