package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.trich.output.ColumnRole;

/**
 * Tells whether a table whose columns are called as those of a task table are holds tasks: forms to fill in, lists of
 * people, agendas and calendars of visits have contents, times and those responsible too.
 */
final class TaskEvidence {

    private static final Set<ColumnRole> WORK = Set.of(ColumnRole.TASK, ColumnRole.ACTIVITY, ColumnRole.OBJECTIVE);
    private static final Set<ColumnRole> WHO = Set.of(ColumnRole.LEAD, ColumnRole.COORD, ColumnRole.RESPONSIBILITY);

    /** Heads a column of people. */
    private static final Pattern PEOPLE = Pattern.compile(".*\\b(ho va ten|ho ten|nam sinh|ngay sinh)\\b.*");
    /** Heads a column of places or bodies, which are no work by themselves. */
    private static final Pattern NAMES_ONLY = Pattern.compile(
            "(stt |tt )?(ten |danh sach )?(cac )?(co so|don vi|co quan|truong|doanh nghiep)( duoc .*)?");
    /** Heads the column of who leads where another one says what each leads or with whom. */
    private static final Pattern BODIES =
            Pattern.compile("(ten )?(cac )?(don vi|co quan|bo nganh|bo|co quan don vi|co quan thuc hien)");
    /** Times of the day without a date: {@code 8h30 - 9h00}, {@code 14 giờ}. */
    private static final Pattern CLOCK = Pattern.compile(
            "(?!.* \\d{1,2} \\d{1,2}( (19|20)\\d\\d)?$)(tu )?\\d{1,2} ?(h|g|gio)( ?\\d{1,2})?( ?p| ?phut)?\\b.*");
    /** Parts of a day. */
    private static final Pattern HALF_DAY = Pattern.compile("(buoi )?(sang|chieu|toi|trua)( ngay.*)?");

    private static final double MOST = 0.5;

    private final Columns columns;
    private final List<String> headers;

    /**
     * For one table.
     *
     * @param columns what stands below its header
     * @param headers what stands over each column
     */
    TaskEvidence(Columns columns, List<String> headers) {
        this.columns = columns;
        this.headers = headers.stream()
                .map(text -> Fold.bare(text).toLowerCase(Locale.ROOT).strip())
                .toList();
    }

    /** Whether columns of these roles, told by a header, make a table of tasks. */
    boolean speaksFor(List<ColumnRole> roles) {
        boolean work = roles.stream().anyMatch(WORK::contains);
        long telling = roles.stream().filter(TaskEvidence::tells).distinct().count();
        boolean named = work && telling >= 1 || telling >= 2;
        return named
                && columns.figureColumns(roles) <= Math.max(1, columns.count() / 3)
                && filled(roles)
                && !(people() && !(roles.contains(ColumnRole.DUE) && !isWeak(roles)))
                && !(isWeak(roles) && (calendar(roles) || !roles.contains(ColumnRole.DUE)));
    }

    /**
     * Whether columns of these roles, guessed from what stands in them, make a table of tasks: less is believed, but of
     * plain text, whose ruined headers tell nothing.
     */
    boolean speaksForGuess(List<ColumnRole> roles, boolean plainText) {
        long telling = roles.stream().filter(TaskEvidence::tells).distinct().count();
        boolean few = columns.figureColumns(roles) <= Math.max(1, columns.count() / 3);
        return plainText ? telling >= 1 && few && filled(roles) : telling >= 2 && speaksFor(roles);
    }

    /** Whether nothing but a product or a deadline speaks for a table of tasks: reports have results and times too. */
    static boolean isWeak(List<ColumnRole> roles) {
        return roles.stream().noneMatch(WHO::contains);
    }

    /**
     * The roles, the column called just {@code Đơn vị} being who leads where others say what is led and with whom.
     *
     * @param roles roles of a table of tasks
     */
    List<ColumnRole> withLead(List<ColumnRole> roles) {
        boolean says = roles.contains(ColumnRole.COORD)
                || headers.stream().anyMatch(text -> RoleVocabulary.holds(text, "chủ trì"));
        List<ColumnRole> with = new ArrayList<>(roles);
        boolean known = roles.contains(ColumnRole.LEAD) || roles.contains(ColumnRole.RESPONSIBILITY);
        for (int c = 0; says && !known && c < roles.size(); c++) {
            boolean free = roles.get(c) == ColumnRole.OTHER || roles.get(c) == ColumnRole.ACTIVITY;
            if (free && BODIES.matcher(headers.get(c)).matches()) {
                with.set(c, ColumnRole.LEAD);
                return with;
            }
        }
        return with;
    }

    private static boolean tells(ColumnRole role) {
        return WHO.contains(role) || role == ColumnRole.DUE || role == ColumnRole.PRODUCT;
    }

    /** Whether anything stands in a column of work and in one that tells who or when: a blank form has nothing there. */
    private boolean filled(List<ColumnRole> roles) {
        boolean work = false;
        boolean telling = false;
        for (int c = 0; c < roles.size(); c++) {
            boolean some = columns.filled(c) > 0;
            work |= some && !tells(roles.get(c)) && roles.get(c) != ColumnRole.STT;
            telling |= some && tells(roles.get(c));
        }
        return work && telling;
    }

    private boolean people() {
        return headers.stream().anyMatch(text -> PEOPLE.matcher(text).matches());
    }

    /** Whether its times are hours or parts of a day, or nothing but names of places stands beside figures. */
    private boolean calendar(List<ColumnRole> roles) {
        boolean figures = false;
        boolean names = false;
        for (int c = 0; c < roles.size(); c++) {
            boolean hours = columns.matching(c, CLOCK) > MOST || columns.matching(c, HALF_DAY) > MOST;
            if (hours) {
                return true;
            }
            figures |= roles.get(c) == ColumnRole.OTHER && columns.figures(c) > MOST;
            names |= roles.get(c) == ColumnRole.TASK
                    && NAMES_ONLY.matcher(headers.get(c)).find();
        }
        return figures && names;
    }
}
