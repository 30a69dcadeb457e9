package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.language.EditDistance;
import vn.trich.output.WordSource;

/**
 * Reads the lines of a signature (zones 7a to 7c): for whom somebody signs, as what, and the name. Words that a seal or a
 * stroke of the pen spoilt are set right from what the form demands: who signs with {@code KT.} is the deputy of whom
 * the line names.
 */
final class SignatureReader {
    private static final Pattern AUTHORITY =
            Pattern.compile("^(kt|tm|tl|tuq|tu|q|k/t|t/m|t/l|km|ikt|t[il1|!\\]]m)[.,: -]\\s*\\p{L}.*");
    private static final Pattern SIGNED = Pattern.compile(
            "^(ky (?:so )?boi|nguoi ky|email|co quan|thoi gian ky|ngay ky|da ky|duoc ky|(?:digitally )?signed|chu ky"
                    + "|signature (?:not )?(?:verified|valid)|chung thu|date|reason|location)\\b.*");
    private static final Pattern FOR = Pattern.compile("^(?:KT|K/T)[.,:]?\\s*(?=\\p{L})");
    /**
     * {@code KT.} misread, often since it was written by hand before the printed position; other letters before {@code T}
     * mean nothing.
     */
    private static final Pattern MISREAD_FOR = Pattern.compile(
            "^(?:[VNXRHEFPIY]T|[KVXN][IlJ17Yy]|[tv][tYy]|[KV][^\\p{L}\\d\\s])\\s?[.,:+]\\s*(?=\\p{Lu})");
    /** {@code T/M} or {@code TM.} without its sign; Party papers write the one, state papers the other. */
    private static final Pattern NO_STOP = Pattern.compile("^T[Il1|!\\]/]?M[ -](?=\\p{L})");

    private static final Pattern PARTY =
            Pattern.compile("(?<![a-z])(?:tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy|dang bo|ban thuong vu"
                    + "|trung uong dang|chi bo)(?![a-z])");

    /** What is left of {@code KT.} */
    private static final Pattern CUT_FOR = Pattern.compile("^[^\\p{L}]*K?T[.,:]\\s*(?=\\p{Lu})");

    /** Letters for each that may be wrong in a position that stands where one must. */
    private static final int LETTERS_PER_ERROR = 4;

    /** A line of more words is no line of a signature, so no specks are looked for before a position in it. */
    private static final int MOST_WORDS = 40;

    /** What is left of {@code PHÓ}. */
    private static final Set<String> CUT_DEPUTY = Set.of("o", "ho", "po", "ph");

    /** Letters that are made of a bit of a seal. */
    private static final int LONGEST_SCRAP = 3;

    private final TitleReader titles;
    private final AgencyCase agencyCase;
    private final List<String> positions = Lexicon.lines("positions.txt");
    private final Map<String, String> deputies = new HashMap<>();
    private final Map<String, Pattern> issuers = new HashMap<>();
    private final SignerName names;

    SignatureReader(TitleReader titles, AgencyCase agencyCase) {
        this.titles = titles;
        this.agencyCase = agencyCase;
        this.names = new SignerName(titles);
        for (String line : Lexicon.lines("deputies.tsv")) {
            String[] pair = line.split("\t");
            deputies.put(Bare.compact(pair[0]), pair[1]);
        }
        for (String line : Lexicon.lines("position-issuers.tsv")) {
            String[] pair = line.split("\t");
            issuers.put(Bare.compact(pair[0]), Pattern.compile("^(?:" + pair[1] + ").*"));
        }
    }

    /**
     * Who signed.
     *
     * @param authority e.g. {@code KT. Trưởng ban}
     * @param position position of the signer
     * @param name name of the signer
     * @param doubts what was not read as it stands there
     */
    record Signature(String authority, String position, String name, List<String> doubts) {
        Signature {
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * Reads the lines of a signature, in any order.
     *
     * @param lines the lines
     * @param issuer who issued the paper, or empty: a position guessed from damaged letters must be one that it has
     */
    Signature read(List<FlowLine> lines, String issuer) {
        List<FlowLine> signing = new ArrayList<>(lines);
        signing.sort(Comparator.<FlowLine>comparingInt(FlowLine::page)
                .thenComparingDouble(l -> Math.round(l.box().centreY() / 4)));
        Draft draft = new Draft(Bare.words(issuer));
        for (FlowLine line : signing) {
            take(signing(line), draft);
        }
        restoreAuthority(draft);
        if (signing.stream().flatMap(line -> line.words().stream()).anyMatch(w -> w.source() == WordSource.OCR)) {
            addLostAuthority(draft);
        }
        settlePosition(draft);
        return new Signature(
                agencyCase.position(String.join(" ", draft.authority)),
                agencyCase.position(String.join(" ", draft.position)
                        .replaceFirst("[^\\p{L}\\s,.()/-].*$", "")
                        .strip()),
                draft.name.isEmpty() ? draft.electronic : draft.name,
                draft.doubts);
    }

    /** What was found so far. */
    private static final class Draft {
        private final String issuer;
        private final List<String> authority = new ArrayList<>();
        private final List<String> position = new ArrayList<>();
        private final List<String> doubts = new ArrayList<>();
        private String name = "";
        private String electronic = "";

        Draft(String issuer) {
            this.issuer = issuer;
        }

        void named(SignerName.Read read) {
            name = read.text();
            doubts.remove("signer unsure");
            if (!read.certain()) {
                doubts.add("signer unsure");
            }
        }
    }

    private void take(String text, Draft draft) {
        if (SIGNED.matcher(Bare.words(text)).matches()) {
            draft.electronic = names.electronic(text).orElse(draft.electronic);
            return;
        }
        boolean capitals = FlowLine.capitals(text);
        if (authority(text) && capitals && draft.name.isEmpty()) {
            boolean party = PARTY.matcher(draft.issuer).find();
            draft.authority.add(NO_STOP.matcher(text).replaceFirst(party ? "T/M " : "TM. "));
        } else if (capitals && draft.name.isEmpty() && !names.titled(text) && goesOn(text, draft.position)) {
            draft.position.add(text);
        } else {
            Optional<String> damaged =
                    draft.position.isEmpty() && draft.name.isEmpty() ? damaged(text, draft) : Optional.empty();
            if (damaged.isPresent()) {
                draft.position.add(damaged.get());
                draft.doubts.add("position damaged");
            } else {
                names.read(text).ifPresent(read -> draft.named(read));
            }
        }
    }

    /** Whether a text begins as an authority does: for, on behalf of. */
    static boolean authority(String text) {
        return AUTHORITY.matcher(Bare.of(text.replaceAll("^[*_]+", ""))).matches();
    }

    /** Whether a line in capitals is a position, or goes on with one. */
    private boolean goesOn(String text, List<String> position) {
        return titles.position(text) || !position.isEmpty() && position.size() < 3 && titles.agency(text);
    }

    /** The position that a line of mostly capitals was, by its likeness to one that could stand there. */
    private Optional<String> damaged(String text, Draft draft) {
        String compact = Bare.compact(text);
        long upper = text.codePoints().filter(Character::isUpperCase).count();
        if (compact.length() < 5 || 2 * upper < compact.length() || text.split(" ").length > 7) {
            return Optional.empty();
        }
        Optional<String> expected = draft.authority.stream()
                .reduce((a, b) -> b)
                .filter(a -> FOR.matcher(a).find())
                .map(a -> deputy(FOR.matcher(a).replaceFirst("")))
                .filter(d -> near(compact, d) <= Math.max(2, d.length() / LETTERS_PER_ERROR));
        if (expected.isPresent()) {
            return expected;
        }
        return positions.stream()
                .filter(p -> mayHave(draft.issuer, p))
                .filter(p -> near(compact, p) <= Bare.compact(p).length() / LETTERS_PER_ERROR)
                .min(Comparator.comparingInt(p -> near(compact, p)))
                .map(p -> p.toUpperCase(Locale.ROOT));
    }

    /** Whether an issuer, where it is known, may have such a position. */
    private boolean mayHave(String issuer, String position) {
        Pattern some = issuers.get(Bare.compact(position));
        return issuer.isEmpty() || some == null || some.matcher(issuer + " ").matches();
    }

    private static int near(String compact, String position) {
        return EditDistance.upTo(compact, Bare.compact(position), 8);
    }

    /** Who signs for a head, in capitals. */
    private String deputy(String head) {
        String known = deputies.get(Bare.compact(head));
        return (known == null ? "phó " + head : known).toUpperCase(Locale.ROOT);
    }

    /** Two positions one below the other: the upper one is whom the lower signs for, though its sign was lost. */
    private void restoreAuthority(Draft draft) {
        boolean signsFor = draft.authority.stream().anyMatch(a -> FOR.matcher(a).find());
        if (signsFor || draft.position.size() != 2) {
            return;
        }
        String upper = draft.position.get(0);
        String lower = Bare.compact(draft.position.get(1));
        boolean deputy = lower.startsWith(Bare.compact(deputy(upper)));
        if (deputy || lower.equals(Bare.compact(upper))) {
            draft.authority.add("KT. " + draft.position.remove(0));
        }
    }

    /**
     * A deputy signs for the head, and the form wants that said ({@code KT.}): where nothing was read above a deputy on a
     * scan, the line is taken to be lost under seal or pen. Deputies of a Party committee sign for the committee.
     */
    private void addLostAuthority(Draft draft) {
        boolean party = PARTY.matcher(draft.issuer).find();
        if (party || !draft.authority.isEmpty() || draft.position.size() != 1) {
            return;
        }
        String position = draft.position.get(0);
        Optional<String> head = positions.stream()
                .filter(p -> Bare.compact(deputy(p)).equals(Bare.compact(position)))
                .filter(p -> mayHave(draft.issuer, p))
                .findFirst();
        if (head.isPresent()) {
            draft.authority.add("KT. " + head.get().toUpperCase(Locale.ROOT));
            draft.doubts.add("authority not read");
        }
    }

    private void settlePosition(Draft draft) {
        if (draft.authority.isEmpty()) {
            return;
        }
        String last = draft.authority.get(draft.authority.size() - 1);
        Matcher m = FOR.matcher(last);
        if (!m.find() || !titles.position(last.substring(m.end()))) {
            return;
        }
        String head = last.substring(m.end()).strip();
        String expected = deputy(head);
        String read = draft.position.isEmpty() ? "" : Bare.compact(draft.position.get(0));
        if (read.equals(Bare.compact(expected)) && draft.position.size() == 1) {
            draft.position.set(0, expected);
        }
        if (read.startsWith(Bare.compact(expected)) || draft.position.size() > 1) {
            return;
        }
        boolean head2 = read.equals(Bare.compact(head)) || read.endsWith(Bare.compact(head));
        boolean damaged = EditDistance.upTo(read, Bare.compact(expected), 4) <= expected.length() / LETTERS_PER_ERROR;
        if (read.isEmpty() || head2 || damaged) {
            draft.doubts.add(read.isEmpty() ? "position not read" : "position damaged");
            draft.position.clear();
            draft.position.add(expected);
        }
    }

    /** A line of the signature without signs of markup, and without scraps of the stamp beside the position. */
    String signing(FlowLine line) {
        String text = line.text()
                .replaceAll("[*_]{2,}", "")
                .replaceAll("(?<=\\p{Lu})[`'’‘\"~^]+(?=\\p{Lu})", " ")
                .replaceFirst("^[^\\p{L}\\d(]+\\s*(?=\\p{Lu}[\\p{Lu}/])", "")
                .replaceFirst("^(KT|TM|TL|TUQ|Q)([.,])(?=\\p{L})", "$1$2 ")
                .strip();
        if (text.matches("^KT(?!\\p{Ll})\\p{Lu}{2,}.*") && titles.position(text.substring(2))) {
            return "KT. " + text.substring(2);
        }
        Matcher misread = MISREAD_FOR.matcher(text);
        if (misread.find() && titles.position(text.substring(misread.end()))) {
            return "KT. " + text.substring(misread.end());
        }
        Matcher cut = CUT_FOR.matcher(text);
        if (cut.find() && !text.matches("^\\p{L}{2}.*") && titles.position(text.substring(cut.end()))) {
            return "KT. " + text.substring(cut.end());
        }
        List<String> words = List.of(text.split(" "));
        int end = words.size();
        while (end > 1 && isScrap(words.get(end - 1))) {
            end--;
        }
        boolean whole = end == words.size() && (titles.position(text) || authority(text));
        if (text.isEmpty() || words.size() > MOST_WORDS || whole) {
            return text;
        }
        boolean capitals = FlowLine.capitals(text);
        boolean scraps = true;
        for (int i = 0; i < end; i++) {
            String rest = String.join(" ", words.subList(i, end));
            boolean specks =
                    Character.isLetter(rest.codePointAt(0)) && (i > 0 && capitals || scraps && FlowLine.capitals(rest));
            if (specks && (titles.position(rest) || authority(rest))) {
                String before = String.join("", words.subList(0, i));
                boolean deputy = i <= 2 && deputyWord(before) && titles.position("PHÓ " + rest);
                return deputy ? "PHÓ " + rest : rest;
            }
            scraps &= letters(words.get(i)) <= LONGEST_SCRAP;
        }
        return text;
    }

    private static boolean isScrap(String word) {
        return letters(word) <= LONGEST_SCRAP && !FlowLine.capitals(word);
    }

    private static long letters(String word) {
        return word.codePoints().filter(Character::isLetter).count();
    }

    /** Whether a word may be a damaged {@code PHÓ}. */
    private static boolean deputyWord(String word) {
        String bare = Bare.of(word).replaceAll("[^a-z0-9]", "");
        return CUT_DEPUTY.contains(bare)
                || bare.length() >= 2
                        && bare.length() <= 5
                        && EditDistance.upTo(bare, "pho", 3) <= 2
                        && (bare.startsWith("p") || bare.endsWith("o"));
    }

    /** The name in a line that holds nothing else but academic titles and ranks, if it does. */
    Optional<String> name(String text) {
        return SIGNED.matcher(Bare.words(text)).matches() ? Optional.empty() : names.in(text);
    }

    /** Whether a word is a family name. */
    boolean family(String word) {
        return names.family(word);
    }
}
