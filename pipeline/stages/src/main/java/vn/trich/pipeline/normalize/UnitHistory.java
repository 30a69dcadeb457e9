package vn.trich.pipeline.normalize;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.gazetteer.AdministrativeUnit;
import vn.trich.models.gazetteer.Agency;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.Folding;
import vn.trich.output.UnitRecord.Kind;
import vn.trich.output.UnitRecord.Level;

/**
 * Which place a unit's name names, from when to when the unit existed, and what took its place: ministries and departments
 * merged on 2025-03-01, provinces and communes merged and districts ended on 2025-07-01. Where it is not certain, nothing is said. Immutable.
 */
final class UnitHistory {

    /** Local government has two levels from the day after (Nghị quyết 203/2025/QH15). */
    private static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 6, 30);

    private static final Pattern OF_PLACE =
            Pattern.compile("(?iu)(?<body>.+?)\\s+(?<kind>tỉnh|thành phố)(?:\\s+(?<place>.+))?");
    private static final Pattern PARTY = Pattern.compile("(?iu)(?:tỉnh|thành) ủy(?:\\s+(?<place>.+))?");

    private final Gazetteer gazetteer;
    private final CommuneHistory communes;
    private final List<String> bodies;
    private final List<List<String>> districtEnds = RuleFile.read("district-ends.tsv");

    /** With the places and agencies of that gazetteer. */
    UnitHistory(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        communes = new CommuneHistory(gazetteer);
        bodies = RuleFile.read("provincial-bodies.tsv").stream()
                .map(rule -> Folding.key(rule.get(0)))
                .toList();
    }

    /**
     * How long a unit existed.
     *
     * @param from first day, if known
     * @param to last day, if it is gone
     * @param next what took its place
     */
    record Span(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Successor> next) {

        /** Nothing known. */
        static final Span UNKNOWN = new Span(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What took a unit's place.
     *
     * @param name its name as its own province writes it
     * @param province its province, where that is another one
     */
    record Successor(String name, Optional<AdministrativeUnit> province) {}

    /** The province that the name of a unit ends with: that of {@code Ủy ban nhân dân tỉnh Hà Tĩnh}. */
    Optional<AdministrativeUnit> province(String name, Optional<LocalDate> day) {
        Matcher party = PARTY.matcher(name);
        Matcher place = OF_PLACE.matcher(name);
        Matcher found = party.matches() ? party : place;
        return (found == party || place.matches()) && found.group("place") != null
                ? at(found.group("place"), day)
                : Optional.empty();
    }

    /** Whether the name ends with that of a city that is no province: {@code Ủy ban nhân dân thành phố Pleiku}. */
    boolean ofCityInProvince(String name) {
        Matcher place = OF_PLACE.matcher(name);
        return place.matches()
                && place.group("place") != null
                && gazetteer.province(place.group("place")).isEmpty()
                && gazetteer.named(place.group("kind") + " " + place.group("place")).stream()
                        .anyMatch(unit -> unit.level() == AdministrativeUnit.Level.DISTRICT);
    }

    /** The name without its province, if it is that of a department: {@code Sở Y tế} of {@code Sở Y tế tỉnh Hà Tĩnh}. */
    String withoutProvince(String name, Optional<LocalDate> day) {
        Matcher place = OF_PLACE.matcher(name);
        return place.matches() && province(name, day).isPresent()
                ? department(place.group("body")).map(Agency::name).orElse(name)
                : name;
    }

    /**
     * From when to when a unit existed.
     *
     * @param province name of its province; empty for none
     * @param day a day on which the province bore that name, if known
     */
    Span of(String official, Level level, Kind kind, String province, Optional<LocalDate> day) {
        Optional<Agency> agency = gazetteer.agency(official);
        Optional<LocalDate> from = agency.flatMap(Agency::validFrom);
        Optional<LocalDate> to = agency.flatMap(Agency::validTo);
        if (to.isPresent()) {
            return new Span(
                    from,
                    to,
                    gazetteer
                            .successor(agency.get(), province)
                            .map(next -> new Successor(next.name(), Optional.empty())));
        }
        if (level == Level.COMMUNE) {
            return communes.of(official, province, day);
        }
        if (level == Level.DISTRICT && governs(kind)) {
            return new Span(from, endOfDistricts(official), Optional.empty());
        }
        Optional<AdministrativeUnit> place = province.isEmpty() ? Optional.empty() : at(province, day);
        Optional<AdministrativeUnit> into =
                level == Level.PROVINCIAL ? place.flatMap(gazetteer::mergedInto) : Optional.empty();
        Optional<Successor> next =
                into.flatMap(there -> nameIn(there, official).map(name -> new Successor(name, into)));
        return new Span(from, next.isPresent() ? place.flatMap(AdministrativeUnit::validTo) : to, next);
    }

    private Optional<LocalDate> endOfDistricts(String official) {
        String key = Folding.key(official) + " ";
        return districtEnds.stream()
                .filter(rule -> key.startsWith(Folding.key(rule.get(0)) + " "))
                .findFirst()
                .map(rule ->
                        rule.get(1).isEmpty() ? Optional.<LocalDate>empty() : Optional.of(LocalDate.parse(rule.get(1))))
                .orElse(Optional.of(LAST_DAY_OF_DISTRICTS));
    }

    /** Schools, hospitals and firms of a district outlive it. */
    private static boolean governs(Kind kind) {
        return switch (kind) {
            case SCHOOL, HOSPITAL, ENTERPRISE, CENTER -> false;
            default -> true;
        };
    }

    /** The name that the like of a province's unit has in another province; none if not every province has one. */
    private Optional<String> nameIn(AdministrativeUnit there, String official) {
        if (department(official).isPresent()) {
            return Optional.of(official);
        }
        String kind = there.kind().toLowerCase(Locale.ROOT);
        if (PARTY.matcher(official).matches()) {
            return Optional.of((kind.equals("tỉnh") ? "Tỉnh ủy " : "Thành ủy ") + there.name());
        }
        Matcher place = OF_PLACE.matcher(official);
        return place.matches() && bodies.contains(Folding.key(place.group("body")))
                ? Optional.of(
                        place.group("body") + " " + kind + (place.group("place") == null ? "" : " " + there.name()))
                : Optional.empty();
    }

    private Optional<Agency> department(String name) {
        return gazetteer
                .agency(name)
                .filter(agency -> agency.level().equals("department"))
                .filter(agency -> agency.name().startsWith("Sở "));
    }

    private Optional<AdministrativeUnit> at(String province, Optional<LocalDate> day) {
        return day.isPresent() ? gazetteer.province(province, day.get()) : gazetteer.province(province);
    }
}
