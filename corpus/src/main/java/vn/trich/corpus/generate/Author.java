package vn.trich.corpus.generate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Letters;
import vn.trich.corpus.paper.Rich;

/**
 * Writes the sentences of one document: expands word lists, forms quantities, deadlines and mentions, introduces
 * abbreviations and keeps to one way of spelling. Not shared between documents.
 */
final class Author {

    /**
     * A task and what comes of it.
     *
     * @param text the task, marked
     * @param product its product, marked
     */
    record Task(String text, String product) {}

    private static final WordLists COMMON = WordLists.read("common.txt");

    private final Dice dice;
    private final Setting setting;
    private final Citations citations;
    private final TargetForms targets;
    private final DueForms dues;
    private final UnitForms units;
    private final Map<String, String> abbreviations = new LinkedHashMap<>();
    private final Set<String> introduced = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final boolean olderSpelling;
    private Map<String, String> bindings = new HashMap<>();
    private TargetForms.Quantity last;

    Author(Dice dice, Setting setting, String field) {
        this.dice = dice;
        this.setting = setting;
        citations = new Citations(dice, setting, field);
        targets = new TargetForms(dice);
        dues = new DueForms(dice, setting.year(), dice.pick(setting.superiors()));
        units = new UnitForms(dice, setting.unitLevel(), setting.date().getYear(), dice.pick(List.of(0.0, 0.5, 0.9)));
        olderSpelling = setting.level() == Setting.Level.PARTY && dice.chance(0.7)
                || setting.date().getYear() < 2020 && dice.chance(0.35);
        if (dice.chance(0.6)) {
            for (String pair : setting.field().setting("abbreviations").split(" ~ ")) {
                if (pair.contains("=") && dice.chance(0.75)) {
                    abbreviations.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
                }
            }
        }
    }

    Dice dice() {
        return dice;
    }

    Setting setting() {
        return setting;
    }

    Citations citations() {
        return citations;
    }

    DueForms dues() {
        return dues;
    }

    UnitForms units() {
        return units;
    }

    TargetForms targets() {
        return targets;
    }

    /** Text with its truth, abbreviations and spelling settled. To be called in the order of reading. */
    Rich rich(String marked) {
        return Markup.parse(spell(abbreviate(marked)));
    }

    /** Names and other words that are never abbreviated, in the document's spelling. */
    Rich names(String text) {
        return Markup.parse(spell(text));
    }

    /** Plain text in the document's spelling, as it stands in heads and lists. */
    String spell(String text) {
        return olderSpelling ? NumberForms.olderPlacement(text) : text;
    }

    /** A sentence of a list of the field or of all fields, its first letter a capital; not the same twice if possible. */
    String sentence(String list) {
        return capital(fresh(list));
    }

    /** A phrase of a list as it stands there. */
    String phrase(String list) {
        return fresh(list);
    }

    /** A task with a product that fits it. */
    Task task() {
        List<String> own = setting.field().list("task");
        List<String> all = COMMON.list("task");
        String[] parts = {};
        String text = "";
        for (int again = 0; again < 12; again++) {
            bindings = new HashMap<>();
            parts = unusedTemplate(dice.chance(0.3) && !own.isEmpty() ? own : all)
                    .split(" => ");
            text = capital(expand(parts[0]));
            if (!used.contains(Markup.plain(text))) {
                break;
            }
        }
        used.add(Markup.plain(text));
        String product = capital(expand(dice.pick(List.of(parts[1].split(" ~ ")))));
        return new Task(text, product);
    }

    private String unusedTemplate(List<String> templates) {
        String template = dice.pick(templates);
        for (int again = 0; again < 4 && used.contains(template); again++) {
            template = dice.pick(templates);
        }
        used.add(template);
        return template;
    }

    /** A goal, marked. */
    String target() {
        bindings = new HashMap<>();
        List<String> scoped = setting.field().list("target-scoped");
        if (!scoped.isEmpty() && dice.chance(0.12)) {
            String line = dice.pick(scoped);
            if (used.add(line)) {
                return expand(line);
            }
        }
        String line = unusedTemplate(setting.field().list("target"));
        String direction = direction(line.charAt(0));
        last = null;
        String text = capital(expand(line.substring(2)));
        return Markup.goal(last.data(direction), "", text);
    }

    private static String direction(char sign) {
        return sign == '+' ? "increase" : sign == '-' ? "decrease" : "level";
    }

    private String fresh(String list) {
        List<String> own = setting.field().list(list);
        List<String> all = COMMON.list(list);
        String text = "";
        for (int again = 0; again < 6; again++) {
            bindings = new HashMap<>();
            text = expand(dice.pick(own.isEmpty() ? all : own));
            if (used.add(list + Markup.plain(text))) {
                break;
            }
        }
        return text;
    }

    /** Fills in a template. */
    String expand(String template) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            if (template.startsWith("[[", at)) {
                int end = template.indexOf("]]", at);
                last = null;
                String clause = expand(template.substring(at + 2, end));
                out.append(Markup.goal(last.data("level"), "", clause));
                at = end + 2;
            } else if (template.charAt(at) == '{') {
                int end = closing(template, at);
                out.append(fill(template.substring(at + 1, end)));
                at = end + 1;
            } else {
                out.append(template.charAt(at++));
            }
        }
        return out.toString();
    }

    private static int closing(String template, int open) {
        int depth = 0;
        for (int i = open; i < template.length(); i++) {
            if (template.charAt(i) == '{') {
                depth++;
            } else if (template.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no closing brace in " + template);
    }

    private String fill(String slot) {
        if (slot.startsWith("$")) {
            return formed(slot.substring(1).split(":"));
        }
        if (slot.contains("|")) {
            return expand(dice.pick(Arrays.asList(slot.split("\\|", -1))));
        }
        boolean bound = !slot.equals("quality");
        if (bound && bindings.containsKey(slot)) {
            return bindings.get(slot);
        }
        List<String> own = setting.field().list(slot);
        String text = expand(dice.pick(own.isEmpty() ? COMMON.list(slot) : own));
        for (int again = 0; again < 5 && !bound && text.equals(bindings.get(slot)); again++) {
            text = expand(dice.pick(COMMON.list(slot)));
        }
        bindings.put(slot, text);
        return text;
    }

    private String formed(String[] call) {
        return switch (call[0]) {
            case "year" -> "" + setting.year();
            case "prev" -> "" + (setting.year() - 1);
            case "next" -> "" + (setting.year() + 1);
            case "end" -> "" + (setting.year() + 4);
            case "authority" -> bindings.computeIfAbsent("$authority", k -> dice.pick(setting.authorities()));
            case "area" -> dice.pick(setting.areas());
            case "doctype" -> documentType();
            case "docproduct" -> bindings.getOrDefault("document", "Văn bản");
            case "num" -> NumberForms.padded(within(call[1]));
            case "big" -> NumberForms.grouped(within(call[1]) / 10 * 10L);
            case "dec" -> within(call[1]) + "," + dice.between(1, 9);
            case "cite" -> citations.any();
            case "than" -> "so với năm " + (setting.year() - 1);
            case "scoped" ->
                targets.scoped(
                        call.length > 1 ? List.of(call[1].split(",")) : List.of("cấp tỉnh", "cấp huyện", "cấp xã"));
            default -> quantity(call);
        };
    }

    private String quantity(String[] call) {
        last = switch (call[0]) {
            case "pct" -> targets.share();
            case "low" -> targets.lowShare();
            case "chg" -> targets.change();
            case "rank" -> targets.rank();
            case "cnt" -> targets.count(call[1], low(call[2]), high(call[2]));
            default -> throw new IllegalArgumentException("unknown form " + call[0]);
        };
        return last.text();
    }

    private String documentType() {
        String document = bindings.getOrDefault("document", "Văn bản");
        for (String type : List.of(
                "Quyết định",
                "Kế hoạch",
                "Đề án",
                "Quy chế",
                "Nghị quyết",
                "Chương trình",
                "Quy định",
                "Chỉ thị",
                "Hướng dẫn",
                "Phương án",
                "Danh mục")) {
            if (document.startsWith(type)) {
                return type;
            }
        }
        return "Văn bản";
    }

    private int within(String range) {
        return dice.between(low(range), high(range));
    }

    private static int low(String range) {
        return Integer.parseInt(range.substring(0, range.indexOf('-')));
    }

    private static int high(String range) {
        return Integer.parseInt(range.substring(range.indexOf('-') + 1));
    }

    /** The text with its first letter a capital, also behind a mark. */
    static String capital(String marked) {
        int at = 0;
        while (at < marked.length() && Markup.opensGoal(marked.charAt(at))) {
            for (int parts = 0; parts < 2; at++) {
                parts += Markup.parts(marked.charAt(at)) ? 1 : 0;
            }
        }
        return marked.substring(0, at) + Letters.first(marked.substring(at), true);
    }

    // The first time the words come with their short form in brackets, later mostly the short form stands alone.
    private String abbreviate(String marked) {
        String out = marked;
        for (Map.Entry<String, String> pair : abbreviations.entrySet()) {
            out = abbreviate(out, pair.getKey(), pair.getValue());
        }
        return out;
    }

    private String abbreviate(String text, String words, String brief) {
        StringBuilder out = new StringBuilder();
        boolean mention = false;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Markup.opensMention(c)) {
                mention = true;
            } else if (mention && Markup.closes(c)) {
                mention = false;
            }
            int end = at + words.length();
            boolean hit = !mention
                    && end <= text.length()
                    && Letters.lower(text.substring(at, end)).equals(words)
                    && (end == text.length() || !Character.isLetter(text.charAt(end)))
                    && !text.substring(at, Math.min(at + 2, end)).equals(Letters.upper(words.substring(0, 2)));
            if (!hit) {
                out.append(c);
                at++;
                continue;
            }
            if (introduced.add(words)) {
                out.append(text, at, end).append(" (").append(brief).append(')');
            } else {
                out.append(dice.chance(0.7) ? brief : text.substring(at, end));
            }
            at = end;
        }
        return out.toString();
    }
}
