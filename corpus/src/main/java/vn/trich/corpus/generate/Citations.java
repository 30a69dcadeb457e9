package vn.trich.corpus.generate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Inline;

/** Mentions of other documents: real ones of the state, and composed ones of the issuer's surroundings. */
final class Citations {

    private record Law(String type, String number, LocalDate date, String issuer, String subject) {}

    private final Dice dice;
    private final Setting setting;
    private final List<Law> laws;

    Citations(Dice dice, Setting setting, String field) {
        this.dice = dice;
        this.setting = setting;
        laws = WordLists.lines("laws.txt").stream()
                .map(line -> line.split("\\s*\\|\\s*"))
                .filter(parts -> Arrays.asList(parts[5].split(" ")).contains(field)
                        || parts[5].equals("*")
                        || parts[5].contains("noivu"))
                .map(parts -> new Law(parts[0], parts[1], LocalDate.parse(parts[2]), parts[3], parts[4]))
                .filter(law -> law.date().isBefore(setting.date()))
                .toList();
    }

    /** A mention with its subject, marked; to stand in a sentence. */
    String full() {
        return !laws.isEmpty() && dice.chance(0.6) ? state(dice.pick(laws), true) : local(true);
    }

    /** A mention, marked, at times without its subject. */
    String any() {
        boolean subject = dice.chance(0.5);
        return !laws.isEmpty() && dice.chance(0.55) ? state(dice.pick(laws), subject) : local(subject);
    }

    /** Several different mentions of the state's documents, marked, with their subjects. */
    List<String> basis(int count) {
        return dice.some(laws, count).stream().map(law -> state(law, true)).toList();
    }

    private String state(Law law, boolean subject) {
        if (law.number().isEmpty()) {
            boolean dated = dice.chance(0.7);
            String text = law.subject() + (dated ? " " + NumberForms.longDate(law.date()) : "");
            return Markup.mention(
                    new Inline.Mention(law.type(), "", dated ? law.date().toString() : "", "", text));
        }
        return mention(law.type(), law.number(), law.date(), law.issuer(), law.issuer())
                + (subject ? " " + law.subject() : "");
    }

    /** A plan of the authority above, invented, marked. */
    String local(boolean subject) {
        int year = setting.year();
        LocalDate date = LocalDate.of(year - 1, dice.between(9, 12), dice.between(1, 28));
        if (date.isAfter(setting.date())) {
            date = setting.date().minusDays(dice.between(5, 40));
        }
        String number = NumberForms.padded(dice.between(5, 3900));
        String topic = dice.pick(setting.field().list("topic"));
        String about = subject ? " về " + topic + " năm " + year : "";
        if (setting.level() == Setting.Level.PARTY) {
            String name = dice.of("Chỉ thị|CT", "Kế hoạch|KH", "Nghị quyết|NQ");
            String code = name.substring(name.indexOf('|') + 1);
            return mention(
                            name.substring(0, name.indexOf('|')),
                            NumberForms.padded(dice.between(2, 190)) + "-" + code + "/TU",
                            date,
                            "Ban Thường vụ Tỉnh ủy",
                            "Ban Thường vụ Tỉnh ủy")
                    + about;
        }
        if (setting.level() == Setting.Level.MINISTRY) {
            return mention("Quyết định", number + "/QĐ-" + setting.code(), date, setting.issuer(), setting.issuer())
                    + about;
        }
        String committee = "Ủy ban nhân dân tỉnh " + setting.province();
        String printed = dice.of("UBND tỉnh", "UBND tỉnh " + setting.province(), committee);
        String type = dice.of("Kế hoạch|KH", "Quyết định|QĐ", "Chương trình|CTr", "Công văn|");
        String name = type.substring(0, type.indexOf('|'));
        String code = type.substring(type.indexOf('|') + 1);
        String full = name.equals("Công văn")
                ? number + "/UBND-" + dice.of("NC", "KGVX", "KT", "TH")
                : number + "/" + code + "-UBND";
        return mention(name, full, date, committee, printed) + about;
    }

    /** A mention of a document by type, number, date and issuer, marked. */
    String mention(String type, String number, LocalDate date, String issuer, String printedIssuer) {
        String when = switch (dice.below(3)) {
            case 0 -> NumberForms.longDate(date);
            case 1 -> "ngày " + NumberForms.shortDate(date, true);
            default -> "ngày " + NumberForms.shortDate(date, false);
        };
        String text = type + " số " + number + " " + when + " của " + printedIssuer;
        return Markup.mention(new Inline.Mention(type, number, date.toString(), issuer, text));
    }
}
