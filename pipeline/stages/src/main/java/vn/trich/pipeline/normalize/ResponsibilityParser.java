package vn.trich.pipeline.normalize;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads cells and sentences that say both who leads and who takes part: {@code Văn phòng chủ trì, phối hợp các phòng
 * thực hiện}, {@code Chủ trì: Sở Nội vụ; phối hợp: các sở}.
 */
final class ResponsibilityParser {

    private static final Pattern WITH = Pattern.compile(
            "(?<![a-z])phoi hop(?:[\\s-]*(?:cung|chat che))?(?:[\\s-]*(?:voi|cung voi|cua))?(?![a-z])\\s*:?\\s*");
    private static final Pattern COORD_LABEL = Pattern.compile(
            "^(?:(?:cac )?(?:co quan|don vi|phong|bo phan)(?:,? (?:co quan|don vi|phong))? )?"
                    + "(?:phoi hop|tham gia|thuc hien)(?:\\s*[/,]\\s*(?:thuc hien|phoi hop|tham gia)| thuc hien)?\\s*:\\s*");
    private static final Pattern LEAD_LABEL = Pattern.compile(
            "^(?:(?:cac )?(?:co quan|don vi|phong|bo phan) )?(?:chu tri|phu trach|chiu trach nhiem|dau moi|thuc hien chinh)"
                    + "(?: thuc hien| tham muu)?\\s*:\\s*");
    /** Between who leads and who takes part, where the sign that parts them was lost. */
    private static final Pattern LEADS =
            Pattern.compile("(?<![a-z])chu tri(?![a-z])[\\s,.:]*(?!va |phoi hop)(?=[a-z])");

    private static final Pattern LEAD_MARK = Pattern.compile("\\s*\\((?:co quan |don vi )?chu tri\\)");

    private final UnitParser units;
    private final Map<String, Parts> known = new HashMap<>();

    /** Names units as {@code units} does. */
    ResponsibilityParser(UnitParser units) {
        this.units = units;
    }

    /** Who leads and who takes part by that text. Where it tells no one apart, all lead. */
    Parts parse(String text) {
        return known.computeIfAbsent(text, this::read);
    }

    private Parts read(String text) {
        LinkedHashSet<String> lead = new LinkedHashSet<>();
        LinkedHashSet<String> coord = new LinkedHashSet<>();
        boolean led = false;
        for (String clause : units.clauses(text)) {
            clause(clause, led, lead, coord);
            led |= !lead.isEmpty() && BareText.of(clause).contains("chu tri");
        }
        coord.removeAll(lead);
        return new Parts(List.copyOf(lead), List.copyOf(coord));
    }

    private void clause(String clause, boolean led, LinkedHashSet<String> lead, LinkedHashSet<String> coord) {
        String bare = BareText.of(clause);
        Matcher coordLabel = COORD_LABEL.matcher(bare);
        if (coordLabel.find()) {
            coord.addAll(units.named(units.beforeVerb(clause.substring(coordLabel.end()))));
            return;
        }
        Matcher leadLabel = LEAD_LABEL.matcher(bare);
        String rest = leadLabel.find() ? clause.substring(leadLabel.end()) : clause;
        String bareRest = BareText.of(rest);
        Matcher with = WITH.matcher(bareRest);
        Matcher mark = LEAD_MARK.matcher(bareRest);
        if (mark.find()) {
            lead.addAll(units.named(rest.substring(0, mark.start())));
            coord.addAll(units.named(units.beforeVerb(rest.substring(mark.end()).replaceFirst("^[\\s,]+", ""))));
        } else if (with.find() && takesPartLast(bareRest, with)) {
            Matcher leads = LEADS.matcher(bareRest);
            leads.find();
            lead.addAll(units.named(rest.substring(0, leads.start())));
            coord.addAll(units.named(units.beforeVerb(rest.substring(leads.end(), with.start()))));
        } else if (with.find(0)) {
            List<String> before = units.named(units.beforeVerb(rest.substring(0, with.start())));
            List<String> after = units.named(units.beforeVerb(rest.substring(with.end())));
            // "A chủ trì; B phối hợp": whoever only takes part after another was said to lead.
            (led && after.isEmpty() ? coord : lead).addAll(before);
            coord.addAll(after);
        } else {
            lead.addAll(units.named(units.beforeVerb(rest)));
        }
    }

    /** Whether it reads {@code A chủ trì, B, C phối hợp}: who takes part stands between the two verbs. */
    private static boolean takesPartLast(String bare, Matcher with) {
        Matcher leads = LEADS.matcher(bare);
        return leads.find() && leads.start() > 0 && leads.end() < with.start() && with.end() == bare.length();
    }

    /**
     * Who does what.
     *
     * @param lead who leads, in printed order
     * @param coord who takes part, in printed order
     */
    record Parts(List<String> lead, List<String> coord) {}
}
