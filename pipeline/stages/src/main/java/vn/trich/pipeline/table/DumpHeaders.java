package vn.trich.pipeline.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.output.ColumnRole;

/** Finds the headers of task tables in plain text, and what columns they name. */
final class DumpHeaders {

    private static final Pattern HEAD = Pattern.compile("^(- )?(so )?(stt|tt|sttt|srt|s tt)\\b.*");
    private static final int HEADER_LINES = 14;
    private static final int LEAST_ROLES = 3;
    private static final double SURE = 0.86;
    /** The two lines of {@code Số TT} may have lines of other columns' names between them. */
    private static final int HALVES_APART = 3;
    /** Words of the longest name looked for. */
    private static final int LONGEST_NAME = 5;

    private final List<DumpText.TextLine> lines;
    private final RoleVocabulary vocabulary;

    DumpHeaders(List<DumpText.TextLine> lines, RoleVocabulary vocabulary) {
        this.lines = lines;
        this.vocabulary = vocabulary;
    }

    /**
     * A column's name in a header.
     *
     * @param role what it names
     * @param place the header's word it begins with
     * @param end the word after its last
     */
    record Head(ColumnRole role, int place, int end) {}

    /**
     * A header.
     *
     * @param from its first line
     * @param to the line after its last
     * @param numbers the first of its lines that number the columns; {@code to} if none do
     * @param heads the columns it names, in their order
     * @param over a name that spans the columns of those who lead and who take part
     */
    record Header(int from, int to, int numbers, List<Head> heads, Optional<Head> over) {

        /** The column of those who lead, from 1, if a name spans it and the next. */
        Optional<Integer> spanned() {
            int lead = roles().indexOf(ColumnRole.LEAD);
            boolean both = over.isPresent() && lead >= 0 && roles().indexOf(ColumnRole.COORD) == lead + 1;
            return both ? Optional.of(lead + 1) : Optional.empty();
        }

        /** Whether a word of the header belongs to the name that spans columns. */
        boolean isOver(int word) {
            return spanned().isPresent()
                    && over.filter(o -> o.place() <= word && word < nextName(o)).isPresent();
        }

        /** The first word behind a name that begins another. */
        private int nextName(Head name) {
            return heads.stream()
                    .mapToInt(Head::place)
                    .filter(p -> p > name.place())
                    .min()
                    .orElse(name.end());
        }

        List<ColumnRole> roles() {
            return heads.stream().map(Head::role).toList();
        }

        /**
         * The same header with the column of deadlines last, where a name in several lines may have been read out of
         * its place; empty if it is last already or not there.
         */
        Optional<Header> withDueLast() {
            List<Head> rest =
                    heads.stream().filter(h -> h.role() != ColumnRole.DUE).toList();
            boolean last = heads.isEmpty() || heads.get(heads.size() - 1).role() == ColumnRole.DUE;
            if (last || rest.size() == heads.size()) {
                return Optional.empty();
            }
            List<Head> ordered = new ArrayList<>(rest);
            heads.stream().filter(h -> h.role() == ColumnRole.DUE).forEach(ordered::add);
            return Optional.of(new Header(from, to, numbers, ordered, over));
        }

        /** The column, from 0 for that of labels, whose name began last at or before a word of the header. */
        int column(int word) {
            int column = 0;
            int began = -1;
            for (int c = 0; c < heads.size(); c++) {
                if (heads.get(c).place() <= word && heads.get(c).place() > began) {
                    column = c + 1;
                    began = heads.get(c).place();
                }
            }
            return column;
        }
    }

    /**
     * A table's headers: the first, and those repeated on later pages.
     *
     * @param best the one that names most columns
     * @param all all of them in order
     */
    record Found(Header best, List<Header> all) {}

    /** The headers of the first table at or below a line, up to where the table ends. */
    Optional<Found> find(int start) {
        List<Header> raw = new ArrayList<>();
        int end = lines.size();
        for (int i = start; i < end; i++) {
            if (!raw.isEmpty() && endsTable(i)) {
                break;
            }
            if (opensHeader(i)) {
                Header header = header(i, headerEnd(i), EnumSet.allOf(ColumnRole.class));
                if (header.heads().size() >= LEAST_ROLES) {
                    raw.add(header);
                    i = header.to() - 1;
                }
            }
        }
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        Set<ColumnRole> usual = usual(raw);
        List<Header> headers =
                raw.stream().map(h -> header(h.from(), h.to(), usual)).toList();
        Map<List<ColumnRole>, Long> votes =
                headers.stream().collect(Collectors.groupingBy(Header::roles, Collectors.counting()));
        Header best = headers.stream()
                .max(Comparator.comparingLong(
                                (Header h) -> votes.get(h.roles()) * h.heads().size())
                        .thenComparingInt(h -> -h.from()))
                .orElseThrow();
        List<Header> kept = headers.stream().filter(h -> !h.heads().isEmpty()).toList();
        return Optional.of(new Found(best, kept));
    }

    /** Whether a table cannot go on at a line. */
    boolean endsTable(int line) {
        String bare = lines.get(line).bare();
        return bare.startsWith("noi nhan") || bare.startsWith("phu luc");
    }

    /** A header up to its last name: none of what follows may be lost with it. */
    private Header header(int from, int to, Set<ColumnRole> usual) {
        Heads found = heads(from, to);
        List<Head> heads =
                found.heads().stream().filter(h -> usual.contains(h.role())).toList();
        if (heads.isEmpty()) {
            return new Header(from, to, to, heads, Optional.empty());
        }
        int words = 0;
        int last = heads.stream().mapToInt(Head::end).max().orElse(1) - 1;
        for (int i = from; i < to; i++) {
            words += lines.get(i).words().size();
            if (words > last) {
                return numbered(from, Math.min(to, rest(i + 1, to, heads.get(heads.size() - 1))), heads, found.over());
            }
        }
        return numbered(from, to, heads, found.over());
    }

    /** The header with the lines below it that number the columns, one number a line. */
    private Header numbered(int from, int to, List<Head> heads, Optional<Head> over) {
        int line = to;
        int number = 1;
        while (line < lines.size() && isNumber(lines.get(line), number)) {
            line++;
            number++;
        }
        boolean all = Math.abs(number - 1 - heads.size() - 1) <= 1;
        return new Header(from, all ? line : to, to, heads, over);
    }

    private static boolean isNumber(DumpText.TextLine line, int number) {
        return line.words().size() == 1 && line.words().get(0).text().matches("\\(?0?" + number + "\\)?");
    }

    /** Whether a header begins at a line: it names the column of labels, perhaps on two lines. */
    private boolean opensHeader(int line) {
        return opensHeader(line, lines.get(line).bare())
                || opensHeader(line, lines.get(line).asFound());
    }

    private boolean opensHeader(int line, String bare) {
        boolean two = bare.equals("so")
                && lines.subList(line + 1, Math.min(lines.size(), line + 1 + HALVES_APART)).stream()
                        .anyMatch(next -> next.bare().matches("(tt|stt)\\b.*"));
        return two || HEAD.matcher(bare).matches();
    }

    /** The line after the last name's own lines: what goes on in lower case without a blank line belongs to it. */
    private int rest(int from, int to, Head last) {
        int end = from;
        while (end < to && end - from < 2 && !lines.get(end).blank() && goesOn(lines.get(end), last)) {
            end++;
        }
        return end;
    }

    private boolean goesOn(DumpText.TextLine line, Head last) {
        boolean numbers = line.words().stream().allMatch(w -> w.text().matches("\\(?\\d{1,2}\\)?"));
        boolean low = Character.isLowerCase(line.words().get(0).text().codePointAt(0))
                && line.words().size() <= 3;
        return low && last != null || numbers && line.words().size() >= LEAST_ROLES;
    }

    /** The columns that at least half of the repeated headers name: what one alone names is text below it. */
    private static Set<ColumnRole> usual(List<Header> headers) {
        Set<ColumnRole> usual = EnumSet.noneOf(ColumnRole.class);
        for (ColumnRole role : ColumnRole.values()) {
            long named = headers.stream().filter(h -> h.roles().contains(role)).count();
            if (2 * named >= headers.size() || headers.size() < 3) {
                usual.add(role);
            }
        }
        return usual;
    }

    /** The first line after a header that begins a row. */
    private int headerEnd(int start) {
        int most = Math.min(lines.size(), start + HEADER_LINES);
        for (int i = start + 1; i < most; i++) {
            int words = lines.get(i).words().size();
            Optional<RowLabel> label =
                    RowLabel.parse(lines.get(i).words().get(0).text());
            boolean numbers =
                    lines.get(i).words().stream().allMatch(w -> w.text().matches("\\(?\\d{1,2}\\)?"));
            boolean first = !(numbers && words >= LEAST_ROLES)
                    && label.filter(l -> l.value() == 1 || words > 3 && l.value() < 60)
                            .isPresent();
            boolean wide = lines.get(i).words().size() > 9 && !namesColumns(i);
            if (first || wide || endsTable(i)) {
                return i;
            }
        }
        return most;
    }

    private boolean namesColumns(int line) {
        return heads(line, line + 1).heads().size() >= 2;
    }

    /** A phrase of a header that names a column. */
    private record Name(ColumnRole role, int from, int to, double score) {}

    /** The columns that a header names, and the name that spans two of them. */
    private record Heads(List<Head> heads, Optional<Head> over) {}

    /** Roles named by the lines of a header in their order; each once, no word for two. */
    private Heads heads(int start, int end) {
        List<String> words = new ArrayList<>();
        for (int i = start; i < end; i++) {
            lines.get(i).words().forEach(w -> words.add(Fold.bare(w.text())));
        }
        List<Name> names = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int length = 2; length <= LONGEST_NAME && from + length <= words.size(); length++) {
                int first = from;
                int last = from + length;
                vocabulary
                        .match(String.join(" ", words.subList(from, last)), RoleVocabulary.Family.TASKS)
                        .filter(m -> m.score() > SURE && m.role() != ColumnRole.STT && m.role() != ColumnRole.OTHER)
                        .ifPresent(m -> names.add(new Name(m.role(), first, last, m.score())));
            }
        }
        names.sort(Comparator.comparingDouble((Name n) -> -n.score())
                .thenComparingInt(Name::from)
                .thenComparingInt(n -> -n.to()));
        names.replaceAll(n -> withHeadNoun(n, words));
        List<Name> taken = new ArrayList<>();
        Optional<Name> below = leadBesideCoord(names);
        below.ifPresent(taken::add);
        for (Name name : names) {
            boolean free = taken.stream()
                    .noneMatch(t -> t.role() == name.role() || t.from() < name.to() && name.from() < t.to());
            if (free) {
                taken.add(name);
            }
        }
        List<Head> heads = new ArrayList<>();
        taken.stream()
                .sorted(Comparator.comparingInt(Name::from))
                .forEach(n -> heads.add(new Head(n.role(), n.from(), n.to())));
        return under(heads, taken, names);
    }

    /** A name of units with the noun before it that the vocabulary leaves out ({@code đơn vị} phối hợp thực hiện). */
    private static Name withHeadNoun(Name name, List<String> words) {
        boolean units = name.role() == ColumnRole.LEAD || name.role() == ColumnRole.COORD;
        if (!units || name.from() < 2) {
            return name;
        }
        String noun = words.get(name.from() - 2) + " " + words.get(name.from() - 1);
        boolean left = noun.equals("don vi") || noun.equals("co quan");
        return left ? new Name(name.role(), name.from() - 2, name.to(), name.score()) : name;
    }

    /** The name of the leading unit that stands right before that of the coordinating ones. */
    private static Optional<Name> leadBesideCoord(List<Name> names) {
        return names.stream()
                .filter(n -> n.role() == ColumnRole.LEAD)
                .filter(lead -> names.stream()
                        .anyMatch(n ->
                                n.role() == ColumnRole.COORD && n.from() >= lead.to() && n.from() <= lead.to() + 2))
                .findFirst();
    }

    /**
     * Puts the two kinds of units, named in a second row of the header, under the name that spans them: the columns
     * named in between stand right of both.
     */
    private static Heads under(List<Head> heads, List<Name> taken, List<Name> names) {
        int size = heads.size();
        boolean last = size >= 3
                && heads.get(size - 2).role() == ColumnRole.LEAD
                && heads.get(size - 1).role() == ColumnRole.COORD;
        if (!last) {
            return new Heads(heads, Optional.empty());
        }
        Head lead = heads.get(size - 2);
        Optional<Name> spanning = names.stream()
                .filter(n -> n.role() == ColumnRole.LEAD || n.role() == ColumnRole.RESPONSIBILITY)
                .filter(n -> n.to() <= lead.place())
                .filter(n -> taken.stream()
                        .noneMatch(
                                t -> t.role() != ColumnRole.RESPONSIBILITY && t.from() < n.to() && n.from() < t.to()))
                .findFirst();
        List<Head> ordered = new ArrayList<>(heads);
        spanning.ifPresent(name -> {
            ordered.removeIf(h -> h.role() == ColumnRole.RESPONSIBILITY);
            ordered.remove(lead);
            Head coord = ordered.remove(ordered.size() - 1);
            int at = (int) ordered.stream().filter(h -> h.place() < name.from()).count();
            ordered.addAll(at, List.of(lead, coord));
        });
        return new Heads(ordered, spanning.map(n -> new Head(n.role(), n.from(), n.to())));
    }
}
