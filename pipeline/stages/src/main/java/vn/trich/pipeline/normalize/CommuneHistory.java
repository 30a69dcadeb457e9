package vn.trich.pipeline.normalize;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.gazetteer.AdministrativeUnit;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.Folding;

/**
 * From when to when the bodies of communes existed, and those of which communes took their place: communes were merged on
 * 2025-07-01. Where the whole of a commune did not go into one other, or its name tells of several, nothing is said of that.
 * Immutable.
 */
final class CommuneHistory {

    private static final Pattern OF_COMMUNE = Pattern.compile(
            "(?iu)(?<body>.+?)\\s+(?<kind>xã|phường|thị trấn|đặc khu)\\s+(?<place>.+?)(?:,?\\s+(?<district>(?:huyện|quận|thị xã|thành phố)\\s.+))?");

    private final Gazetteer gazetteer;
    private final List<String> bodies;

    /** With the places of that gazetteer. */
    CommuneHistory(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        bodies = RuleFile.read("commune-bodies.tsv").stream()
                .map(rule -> Folding.key(rule.get(0)))
                .toList();
    }

    /**
     * From when to when a commune's body existed; nothing known if its name tells of none, or of several.
     *
     * @param official its name
     * @param province name of its province; empty if it is not known
     * @param day a day on which it existed, if known
     */
    UnitHistory.Span of(String official, String province, Optional<LocalDate> day) {
        Matcher name = OF_COMMUNE.matcher(official);
        if (province.isEmpty() || !name.matches() || !bodies.contains(Folding.key(name.group("body")))) {
            return UnitHistory.Span.UNKNOWN;
        }
        List<AdministrativeUnit> all = gazetteer.named(name.group("kind") + " " + name.group("place")).stream()
                .filter(unit -> unit.level() == AdministrativeUnit.Level.COMMUNE)
                .filter(unit -> in(unit, province))
                .toList();
        List<AdministrativeUnit> before = all.stream()
                .filter(unit -> unit.validTo().isPresent() && ofDistrict(unit, name.group("district")))
                .toList();
        boolean since = all.stream().anyMatch(unit -> unit.validTo().isEmpty());
        if (before.isEmpty()) {
            return new UnitHistory.Span(
                    since ? all.get(0).validFrom() : Optional.empty(), Optional.empty(), Optional.empty());
        }
        boolean old = day.map(when -> before.stream().anyMatch(unit -> unit.existedOn(when)))
                .orElse(!since);
        return old ? ended(before, since, province, name.group("body")) : UnitHistory.Span.UNKNOWN;
    }

    /** A body of one of those communes, whose name goes on in that province or not. */
    private UnitHistory.Span ended(List<AdministrativeUnit> before, boolean goesOn, String province, String body) {
        Optional<AdministrativeUnit> into = before.size() == 1 ? gazetteer.successor(before.get(0)) : Optional.empty();
        boolean itself = into.filter(next -> sameName(next, before.get(0)) && in(next, province))
                .isPresent();
        if (itself || goesOn && into.isEmpty()) {
            return UnitHistory.Span.UNKNOWN;
        }
        Optional<UnitHistory.Successor> next =
                into.map(place -> new UnitHistory.Successor(body + " " + nameOf(place), gazetteer.provinceOf(place)));
        return new UnitHistory.Span(Optional.empty(), before.get(0).validTo(), next);
    }

    private static String nameOf(AdministrativeUnit place) {
        return place.kind().toLowerCase(Locale.ROOT) + " " + place.name();
    }

    private static boolean sameName(AdministrativeUnit one, AdministrativeUnit other) {
        return Folding.key(one.fullName()).equals(Folding.key(other.fullName()));
    }

    private boolean in(AdministrativeUnit commune, String province) {
        return gazetteer
                .provinceOf(commune)
                .filter(place -> Folding.key(place.name()).equals(Folding.key(province)))
                .isPresent();
    }

    private boolean ofDistrict(AdministrativeUnit commune, String district) {
        return district == null
                || commune.parentId()
                        .flatMap(gazetteer::unit)
                        .filter(unit -> Folding.key(unit.fullName()).equals(Folding.key(district)))
                        .isPresent();
    }
}
