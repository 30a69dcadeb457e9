package vn.trich.corpus.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Letters;

/** Units that lead and take part, as printed and spelt out. */
final class UnitForms {

    /**
     * A unit.
     *
     * @param name spelt out
     * @param printed as this document prints it
     * @param collective whether it names many at once
     */
    record Unit(String name, String printed, boolean collective) {}

    /**
     * A cell that names units.
     *
     * @param text as printed
     * @param data attributes in gold
     */
    record Naming(String text, Map<String, String> data) {}

    private final Dice dice;
    private final List<Unit> units = new ArrayList<>();
    private final List<Unit> collectives = new ArrayList<>();
    private final int manner;

    /**
     * Units of one document.
     *
     * @param level section of the list of units
     * @param year which of them exist
     * @param abbreviate how often a short form is printed, 0 to 1
     */
    UnitForms(Dice dice, String level, int year, double abbreviate) {
        this.dice = dice;
        WordLists lists = WordLists.read("units.txt");
        lists.list(level).forEach(line -> add(line, false, year, abbreviate));
        lists.list(level + "-collective").forEach(line -> add(line, true, year, abbreviate));
        manner = dice.below(4);
    }

    private void add(String line, boolean collective, int year, double abbreviate) {
        String[] parts = (line + " ").split("\\|");
        int from = parts[2].isBlank() ? 0 : Integer.parseInt(parts[2].strip());
        int to = parts[3].isBlank() ? 9999 : Integer.parseInt(parts[3].strip());
        if (year < from || year > to) {
            return;
        }
        String name = parts[0].strip();
        List<String> shorts = Arrays.stream(parts[1].split("~"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        String printed = !shorts.isEmpty() && dice.chance(abbreviate) ? dice.pick(shorts) : name;
        (collective ? collectives : units).add(new Unit(name, printed, collective));
    }

    /** A unit named for itself. */
    Unit one() {
        return dice.pick(units);
    }

    /** The unit of that name, if it is in the list; else as it is. */
    Unit named(String name) {
        return units.stream().filter(u -> u.name().equals(name)).findFirst().orElse(new Unit(name, name, false));
    }

    /** Who leads: mostly one, at times two. */
    List<Unit> lead() {
        if (dice.chance(0.08)) {
            return List.of(dice.pick(collectives));
        }
        return dice.some(units, dice.chance(0.12) ? 2 : 1);
    }

    /** Who takes part: none to four, the collective ones last. */
    List<Unit> coord(List<Unit> lead) {
        List<Unit> others = new ArrayList<>(units);
        others.removeAll(lead);
        List<Unit> chosen = new ArrayList<>(dice.some(others, dice.pick(List.of(0, 0, 1, 1, 2, 3))));
        if (chosen.isEmpty() || dice.chance(0.45)) {
            List<Unit> many = new ArrayList<>(collectives);
            many.removeAll(lead);
            chosen.addAll(dice.some(many, dice.chance(0.25) ? 2 : 1));
        }
        return chosen;
    }

    /** A cell that names units only. */
    Naming cell(List<Unit> named) {
        return new Naming(list(named), Map.of("data-units", spelt(named)));
    }

    /** A cell that says both who leads and who takes part. */
    Naming both(List<Unit> lead, List<Unit> coord) {
        String leads = inline(lead);
        String others = inline(coord);
        if (coord.isEmpty()) {
            return new Naming(leads + " thực hiện", Map.of("data-units", spelt(lead)));
        }
        String text = switch (manner) {
            case 0 -> leads + " chủ trì, phối hợp với " + lowerHeads(others) + " thực hiện";
            case 1 -> "- Chủ trì: " + leads + ".\n- Phối hợp: " + others + ".";
            case 2 -> leads + " chủ trì; " + lowerHeads(others) + " phối hợp";
            default -> "Chủ trì: " + leads + "; phối hợp: " + others;
        };
        Map<String, String> data = new TreeMap<>();
        data.put("data-lead", spelt(lead));
        data.put("data-coord", spelt(coord));
        return new Naming(text, data);
    }

    /** Names inside a sentence. */
    String inline(List<Unit> named) {
        List<String> printed = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            printed.add(i == 0 ? named.get(i).printed() : midSentence(named.get(i)));
        }
        return String.join(", ", printed);
    }

    private String list(List<Unit> named) {
        if (named.size() < 2) {
            return inline(named);
        }
        return switch (manner) {
            case 0 -> inline(named);
            case 1 ->
                String.join(
                        "; ",
                        named.stream()
                                .map(u -> u == named.get(0) ? u.printed() : midSentence(u))
                                .toList());
            case 2 ->
                "- " + String.join(";\n- ", named.stream().map(Unit::printed).toList());
            default -> String.join("\n", named.stream().map(Unit::printed).toList());
        };
    }

    private static String midSentence(Unit unit) {
        return unit.collective() ? lowerHeads(unit.printed()) : unit.printed();
    }

    private static String lowerHeads(String text) {
        return text.startsWith("Các ") || text.startsWith("Lãnh đạo ") ? Letters.first(text, false) : text;
    }

    /** Names spelt out, parted as gold has them. */
    static String spelt(List<Unit> named) {
        return String.join("|", named.stream().map(Unit::name).toList());
    }
}
