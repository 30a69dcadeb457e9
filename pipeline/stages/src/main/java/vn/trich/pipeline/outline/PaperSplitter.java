package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.trich.pipeline.outline.DocumentTypes.Headed;

/**
 * Parts a file into documents: a new one begins where a new head does, with the national name or the Party's, or where a
 * type stands above a line that says with which decision it was issued.
 */
final class PaperSplitter {
    private static final Pattern ISSUED_WITH = Pattern.compile(
            "^\\(? ?(ban hanh )?(kem theo|theo|kem) .*|^\\(? ?ban hanh kem theo.*|^\\(? ?ban hanh .*(so|ngay).*");
    private static final Pattern FORM = Pattern.compile("^(mau|phu luc|bieu|bieu mau)\\b.*");
    /** What comes with a letter is a form or a list, no document of its own. */
    private static final Pattern LETTER = Pattern.compile("^\\(? ?(ban hanh )?(dinh )?kem (theo )?cong van.*");

    private static final int HEAD_LINES = 14;
    private static final int TITLE_LINES = 9;

    private final DocumentTypes types;

    PaperSplitter(DocumentTypes types) {
        this.types = types;
    }

    /** The documents of a file, each as its lines and tables; at least one. */
    List<List<FlowItem>> split(List<FlowItem> items) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int i = 1; i < items.size(); i++) {
            if (!(items.get(i) instanceof FlowLine line)) {
                continue;
            }
            int start = start(items, i, line);
            if (start > starts.get(starts.size() - 1) && hasBody(items, starts.get(starts.size() - 1), start)) {
                starts.add(start);
            }
        }
        starts.add(items.size());
        List<List<FlowItem>> papers = new ArrayList<>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            papers.add(items.subList(starts.get(i), starts.get(i + 1)));
        }
        return papers;
    }

    /** Where the document begins whose head the line gives away, or -1 if it gives none away. */
    private int start(List<FlowItem> items, int at, FlowLine line) {
        if (nation(line)) {
            int begin = pageBegin(items, at, line);
            boolean part = begin < 0 || form(items, begin, at) || withLetter(items, at) || !issued(items, begin, at);
            return part ? -1 : begin;
        }
        if (attached(items, at, line)) {
            int begin = pageBegin(items, at, line);
            return begin < 0 ? at : form(items, begin, at) ? -1 : begin;
        }
        return -1;
    }

    /**
     * Whether a head says what it is the head of, by number, date or type: lists and forms that come with a document bear
     * the names of agency and state, too, and nothing else.
     */
    private boolean issued(List<FlowItem> items, int begin, int at) {
        for (int i = begin; i < Math.min(items.size(), at + HEAD_LINES); i++) {
            if (!(items.get(i) instanceof FlowLine line)
                    || line.page() != items.get(at).page()) {
                break;
            }
            boolean says = NumberGrammar.read(line.words()).isPresent()
                    || types.head(line).isPresent()
                    || HeadPieces.of(line).stream()
                            .anyMatch(p -> p.kind() == HeadPieces.Kind.NUMBER || p.kind() == HeadPieces.Kind.DATE)
                    || Bare.of(line.text()).startsWith("kinh gui");
            if (says) {
                return true;
            }
        }
        return false;
    }

    private static boolean nation(FlowLine line) {
        String compact = Bare.compact(line.text());
        return HeadPieces.motto(line).isPresent()
                && (Likeness.find(line.words(), HeadPieces.NATION, 5).isPresent()
                        || Likeness.alike(compact, HeadPieces.PARTY, 6));
    }

    /** A type alone on its line, followed by its title and the note with what it was issued. */
    private boolean attached(List<FlowItem> items, int at, FlowLine line) {
        Optional<Headed> headed = types.head(line);
        if (headed.isEmpty() || headed.get().words() + 3 < line.words().size()) {
            return false;
        }
        for (int i = at + 1; i < Math.min(items.size(), at + TITLE_LINES); i++) {
            if (!(items.get(i) instanceof FlowLine next)) {
                return false;
            }
            String bare = Bare.of(next.text());
            if (LETTER.matcher(bare).matches()) {
                return false;
            }
            if (bare.startsWith("(") && ISSUED_WITH.matcher(bare).matches() || bare.startsWith("ban hanh kem theo")) {
                return true;
            }
            if (bare.startsWith("can cu") || bare.startsWith("kinh gui")) {
                return false;
            }
        }
        return false;
    }

    /** Index of the first line of the line's page if the line stands near it, else of the head above it, else -1. */
    private static int pageBegin(List<FlowItem> items, int at, FlowLine line) {
        int begin = at;
        while (begin > 0 && items.get(begin - 1).page() == line.page() && items.get(begin - 1) instanceof FlowLine) {
            begin--;
        }
        boolean tableBefore = begin > 0 && items.get(begin - 1).page() == line.page();
        if (!tableBefore && at - begin <= HEAD_LINES && !line.synthetic()) {
            return begin;
        }
        begin = at;
        while (begin > 0
                && at - begin < 3
                && items.get(begin - 1) instanceof FlowLine above
                && above.page() == line.page()
                && above.capitals()
                && above.words().size() < 9) {
            begin--;
        }
        return line.synthetic() ? begin : -1;
    }

    /** Whether what stands above the line says that it is a form in an appendix. */
    private static boolean form(List<FlowItem> items, int begin, int at) {
        for (int i = begin; i < at; i++) {
            if (items.get(i) instanceof FlowLine line
                    && FORM.matcher(Bare.words(line.text())).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean withLetter(List<FlowItem> items, int at) {
        for (int i = at; i < Math.min(items.size(), at + TITLE_LINES); i++) {
            if (items.get(i) instanceof FlowLine line
                    && LETTER.matcher(Bare.of(line.text())).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether enough stands between for a document: a head alone is none. */
    private static boolean hasBody(List<FlowItem> items, int from, int to) {
        int words = 0;
        for (FlowItem item : items.subList(from, to)) {
            words += item instanceof FlowLine line ? line.words().size() : 100;
        }
        return words > 40;
    }
}
