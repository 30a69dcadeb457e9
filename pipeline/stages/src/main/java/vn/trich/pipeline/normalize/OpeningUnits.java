package vn.trich.pipeline.normalize;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whom a paragraph or heading of a directive charges: the units that open it ({@code Sở Y tế chủ trì, phối hợp với
 * ...}, {@code Công an tỉnh: ...}) or that it gives the work to ({@code Giao Sở Nội vụ ...}).
 */
final class OpeningUnits {

    private static final Pattern CHARGE = Pattern.compile(
            "^(?:(?:tren co so|can cu|theo|de(?! nghi))(?![a-z])[^;:]{0,220}?, )?(?:giao|yeu cau|de nghi|phan cong)"
                    + "(?: nhiem vu| trach nhiem)?(?: cho)? (?:dong chi )?");
    private static final Pattern BULLET = Pattern.compile("^[-–—+*•\\s]+");
    private static final Pattern CLAUSE_END = Pattern.compile("[;\\n]|\\.(?=\\s|$)");
    private static final Pattern ROLE =
            Pattern.compile("^[\\s,]*(?:(?:la (?:co quan|don vi) )?chu tri|phoi hop)(?![a-z])");
    /** What takes part, said of the units named before: {@code Chủ trì, phối hợp với ...} at the start of a sentence. */
    private static final Pattern WITH = Pattern.compile(
            "^(?:chu tri,? ?(?:va )?)?(?:chu dong |chi dao,? ?)?phoi hop(?: chat che)?(?: cung)?(?: voi)? ");
    /** Common nouns that as often open what is to be done or what it is about. */
    private static final Pattern UNSURE =
            Pattern.compile("^(?:nhung |mot so )?(?:to chuc|co so|he thong|dai dien|thuc hien"
                    + "|doi|tinh(?! doan| uy)|bao|thanh tra,|doanh nghiep(?! nha nuoc)|ca nhan|nguoi dan|nha dau tu|nha thau"
                    + "|chu dau tu|thanh vien|nhom)(?![a-z]).*");
    /** What is said in brackets of a unit before its verb. */
    private static final Pattern IN_BRACKETS = Pattern.compile(" ?\\([^()]{0,160}\\)");
    /** Who does not do something is spoken of, not charged. */
    private static final Pattern NOT = Pattern.compile("^[\\s,]*(?:khong|chua|duoc|bi)(?![a-z])");
    /** A colon that goes on with names: {@code các Sở: Nội vụ, Tài chính}. */
    private static final Pattern LISTS = Pattern.compile("(?:so|bo|nganh|phong|huyen|don vi|co quan)$");

    private static final int LONGEST_NAMES = 320;
    private static final int LONGEST_HEADING = 200;
    private static final int LONGEST_UNIT = 110;
    private static final int MOST_UNITS = 8;

    private final UnitParser units;
    private final ResponsibilityParser responsibility;
    private final Pattern verbs;

    OpeningUnits(UnitParser units, ResponsibilityParser responsibility) {
        this.units = units;
        this.responsibility = responsibility;
        this.verbs = Pattern.compile(RuleFile.read("assignment-verbs.tsv").stream()
                .map(rule -> "(?:" + rule.get(0) + ")")
                .collect(Collectors.joining("|", "(?<![\\p{L}\\d])(?:", ")(?![\\p{L}\\d])")));
    }

    /** Who is charged by a paragraph that opens with units or gives the work to units, if it does. */
    Optional<ResponsibilityParser.Parts> of(String paragraph) {
        String text = charged(paragraph);
        if (!opens(text)) {
            return Optional.empty();
        }
        String clause = clause(text);
        int colon = colon(clause);
        int end = verb(clause);
        boolean colonFirst = colon > 0 && (end < 0 || colon < end || colon < roleEnd(clause));
        if (!colonFirst
                && (end < 0 || NOT.matcher(BareText.of(clause.substring(end))).find())) {
            return Optional.empty();
        }
        ResponsibilityParser.Parts parts = responsibility.parse(clause.substring(0, colonFirst ? colon : end));
        List<String> with = colonFirst ? with(text.substring(colon + 1)) : List.of();
        return plausible(joined(parts, with));
    }

    /** The units that a heading consists of ({@code Sở Tư pháp:}), or that it says are charged with what follows. */
    Optional<ResponsibilityParser.Parts> heading(String title) {
        String text = charged(title).replaceFirst("[\\s:.;]+$", "");
        if (text.length() > LONGEST_HEADING || !opens(text)) {
            return Optional.empty();
        }
        int end = verb(text);
        return plausible(responsibility.parse(end < 0 ? text : text.substring(0, end)));
    }

    /** Who takes part by a sentence that leaves out who leads: {@code Chủ trì, phối hợp với các sở, ngành ...}. */
    List<String> with(String paragraph) {
        String text = BULLET.matcher(paragraph).replaceFirst("");
        Matcher m = WITH.matcher(BareText.of(text));
        if (!m.find()) {
            return List.of();
        }
        String clause = clause(text.substring(m.end()));
        int end = verb(clause);
        List<String> named = end <= 0 ? List.of() : units.units(clause.substring(0, end));
        return plausible(new ResponsibilityParser.Parts(named, List.of())).isPresent() ? named : List.of();
    }

    private static String charged(String paragraph) {
        String text = IN_BRACKETS
                .matcher(BULLET.matcher(BareText.tidy(paragraph)).replaceFirst(""))
                .replaceAll("");
        Matcher m = CHARGE.matcher(BareText.of(text));
        return m.find() ? text.substring(m.end()) : text;
    }

    private boolean opens(String text) {
        return !text.isEmpty()
                && Character.isLetter(text.charAt(0))
                && !UNSURE.matcher(BareText.of(text)).matches()
                && units.opensSpelt(text);
    }

    private static String clause(String text) {
        Matcher end = CLAUSE_END.matcher(text);
        String clause = end.find() ? text.substring(0, end.start()) : text;
        return clause.substring(0, Math.min(clause.length(), 2 * LONGEST_NAMES));
    }

    private static int colon(String clause) {
        for (int i = clause.indexOf(':'); i >= 0 && i < LONGEST_NAMES; i = clause.indexOf(':', i + 1)) {
            if (!LISTS.matcher(BareText.of(clause.substring(0, i))).find()) {
                return i;
            }
        }
        return -1;
    }

    /** Where the words end that say who leads and who takes part; -1 if no verb says what is to be done. */
    private int verb(String clause) {
        int after = roleEnd(clause);
        String rest = clause.substring(after);
        int end = Math.min(wordVerb(rest, after == 0 ? 1 : 0), unitVerb(rest));
        return end >= rest.length() || after + end > LONGEST_NAMES ? -1 : after + end;
    }

    /** Behind {@code ... chủ trì, phối hợp với}, 0 if nothing of the kind follows the first units. */
    private int roleEnd(String clause) {
        int at = Math.min(wordVerb(clause, 1), unitVerb(clause));
        int end = 0;
        Matcher role = ROLE.matcher(BareText.of(clause.substring(Math.min(at, clause.length()))));
        while (role.find()) {
            end = at + role.end();
            at = end;
            role = ROLE.matcher(BareText.of(clause.substring(at)));
        }
        return end;
    }

    private int unitVerb(String text) {
        String before = units.beforeVerb(text);
        return before.isEmpty() && !text.isEmpty() ? text.length() : text.indexOf(before) + before.length();
    }

    private int wordVerb(String text, int from) {
        Matcher m = verbs.matcher(BareText.of(text));
        int at = from;
        while (at <= text.length() && m.find(at)) {
            if (Character.isLowerCase(text.charAt(m.start()))) {
                return m.start();
            }
            at = m.start() + 1;
        }
        return text.length();
    }

    private static ResponsibilityParser.Parts joined(ResponsibilityParser.Parts parts, List<String> with) {
        LinkedHashSet<String> coord = new LinkedHashSet<>(parts.coord());
        coord.addAll(with);
        coord.removeAll(parts.lead());
        return new ResponsibilityParser.Parts(parts.lead(), List.copyOf(coord));
    }

    private static Optional<ResponsibilityParser.Parts> plausible(ResponsibilityParser.Parts parts) {
        boolean some = !parts.lead().isEmpty() && parts.lead().size() <= MOST_UNITS;
        return some && parts.lead().stream().allMatch(name -> name.length() <= LONGEST_UNIT)
                ? Optional.of(parts)
                : Optional.empty();
    }
}
