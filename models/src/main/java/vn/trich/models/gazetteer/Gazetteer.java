package vn.trich.models.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.trich.models.gazetteer.AdministrativeUnit.Level;
import vn.trich.models.language.Folding;

/**
 * Provinces, districts and communes before and after July 2025, agencies, abbreviations. Names are looked up without
 * regard to case and to where a tone mark is placed. Immutable.
 */
public final class Gazetteer {

    private final Map<String, AdministrativeUnit> units;
    private final Map<String, List<AdministrativeUnit>> byName;
    private final Map<String, List<AdministrativeUnit>> byParent;
    private final List<Agency> agencies;
    private final Map<String, Agency> agencyByName;
    private final Abbreviations abbreviations;
    private final Map<String, AgencySuccessor> agencySuccessors = new HashMap<>();

    private record AgencySuccessor(String name, String exceptProvince) {}

    private Gazetteer(List<AdministrativeUnit> all, List<Agency> agencies, Abbreviations abbreviations) {
        units = new LinkedHashMap<>();
        byName = new HashMap<>();
        byParent = new HashMap<>();
        for (AdministrativeUnit unit : all) {
            units.put(unit.id(), unit);
            byName.computeIfAbsent(Folding.key(unit.name()), key -> new ArrayList<>(1))
                    .add(unit);
            unit.parentId()
                    .ifPresent(parent -> byParent.computeIfAbsent(parent, key -> new ArrayList<>())
                            .add(unit));
        }
        this.agencies = List.copyOf(agencies);
        agencyByName = new HashMap<>();
        for (Agency agency : agencies) {
            agencyByName.putIfAbsent(Folding.key(agency.name()), agency);
            if (!agency.abbreviation().isEmpty()) {
                agencyByName.putIfAbsent(Folding.key(agency.abbreviation()), agency);
            }
        }
        this.abbreviations = abbreviations;
    }

    /**
     * Reads the names that come with the software.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public static Gazetteer load() {
        List<AdministrativeUnit> units = new ArrayList<>();
        for (String[] f : rows("units.tsv")) {
            units.add(new AdministrativeUnit(
                    f[0],
                    Level.valueOf(f[1]),
                    f[2],
                    f[3],
                    text(f[4]),
                    text(f[5]).map(LocalDate::parse),
                    text(f[6]).map(LocalDate::parse),
                    text(f[7])));
        }
        List<Agency> agencies = new ArrayList<>();
        for (String[] f : rows("agencies.tsv")) {
            agencies.add(new Agency(
                    f[0],
                    f[1],
                    f[2],
                    text(f[3]).map(LocalDate::parse),
                    text(f[4]).map(LocalDate::parse)));
        }
        Gazetteer gazetteer = new Gazetteer(units, agencies, Abbreviations.of(rows("abbreviations.tsv")));
        rows("agency-successors.tsv")
                .forEach(f -> gazetteer.agencySuccessors.put(Folding.key(f[0]), new AgencySuccessor(f[1], f[2])));
        return gazetteer;
    }

    static List<String[]> rows(String resource) {
        try (InputStream in = Gazetteer.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /** The unit with this id. */
    public Optional<AdministrativeUnit> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    /** All units, provinces first, old ones before those that follow them. */
    public List<AdministrativeUnit> units() {
        return List.copyOf(units.values());
    }

    /**
     * The units that bear this name.
     *
     * @param name with or without the kind before it: {@code Hà Tĩnh}, {@code tỉnh Hà Tĩnh}
     */
    public List<AdministrativeUnit> named(String name) {
        String key = Folding.key(name);
        List<AdministrativeUnit> plain = byName.getOrDefault(key, List.of());
        if (!plain.isEmpty()) {
            return Collections.unmodifiableList(plain);
        }
        List<AdministrativeUnit> found = new ArrayList<>();
        for (String kind : KINDS) {
            String prefix = Folding.key(kind) + " ";
            if (key.startsWith(prefix)) {
                for (AdministrativeUnit unit : byName.getOrDefault(key.substring(prefix.length()), List.of())) {
                    if (Folding.key(unit.kind()).equals(Folding.key(kind))) {
                        found.add(unit);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static final List<String> KINDS =
            List.of("tỉnh", "thành phố", "quận", "huyện", "thị xã", "thị trấn", "phường", "xã", "đặc khu");

    /**
     * The province of this name or alias ({@code Hà Tĩnh}, {@code tỉnh Hà Tĩnh}, {@code TP. Hồ Chí Minh}, {@code TPHCM}),
     * the one that exists now if there are several.
     */
    public Optional<AdministrativeUnit> province(String nameOrAlias) {
        return pick(provinces(nameOrAlias), null);
    }

    /** As {@link #province(String)}, the one that existed on that day. */
    public Optional<AdministrativeUnit> province(String nameOrAlias, LocalDate day) {
        return pick(provinces(nameOrAlias), day);
    }

    private List<AdministrativeUnit> provinces(String nameOrAlias) {
        String spelt = abbreviations.placeAlias(nameOrAlias).orElse(nameOrAlias);
        return named(spelt).stream()
                .filter(unit -> unit.level() == Level.PROVINCE)
                .toList();
    }

    private static Optional<AdministrativeUnit> pick(List<AdministrativeUnit> found, LocalDate day) {
        Optional<AdministrativeUnit> fitting = found.stream()
                .filter(unit -> day == null ? unit.validTo().isEmpty() : unit.existedOn(day))
                .findFirst();
        return fitting.isPresent() ? fitting : found.stream().findFirst();
    }

    /** Units one level below, old and new: districts and new communes of a province, communes of a district. */
    public List<AdministrativeUnit> partsOf(AdministrativeUnit unit) {
        return Collections.unmodifiableList(byParent.getOrDefault(unit.id(), List.of()));
    }

    /** The unit that this one became or became part of. */
    public Optional<AdministrativeUnit> successor(AdministrativeUnit unit) {
        return unit.successorId().flatMap(this::unit);
    }

    /** The province a unit belongs to; the unit itself if it is one. */
    public Optional<AdministrativeUnit> provinceOf(AdministrativeUnit unit) {
        AdministrativeUnit at = unit;
        while (at != null && at.level() != Level.PROVINCE) {
            at = at.parentId().map(units::get).orElse(null);
        }
        return Optional.ofNullable(at);
    }

    /** The agency of this official name or abbreviation. */
    public Optional<Agency> agency(String nameOrAbbreviation) {
        return Optional.ofNullable(agencyByName.get(Folding.key(nameOrAbbreviation)));
    }

    /**
     * The agency that took over the work of one that is gone.
     *
     * @param province name of the province whose department it is; empty for a ministry, or if it is not known
     */
    public Optional<Agency> successor(Agency agency, String province) {
        return Optional.ofNullable(agencySuccessors.get(Folding.key(agency.name())))
                .filter(next -> province.isEmpty()
                        || !Folding.key(next.exceptProvince()).equals(Folding.key(province)))
                .flatMap(next -> agency(next.name()));
    }

    /**
     * The province that a province was merged into on 2025-07-01, as it was called on that day; empty for those whose name
     * went on, since they are taken for one and the same.
     */
    public Optional<AdministrativeUnit> mergedInto(AdministrativeUnit province) {
        return successor(province)
                .filter(next -> !Folding.key(next.name()).equals(Folding.key(province.name())))
                .map(next -> named(next.name()).stream()
                        .filter(unit -> unit.level() == Level.PROVINCE)
                        .filter(unit -> unit.successorId().equals(Optional.of(next.id())))
                        .findFirst()
                        .map(before -> next.withKind(before.kind()))
                        .orElse(next));
    }

    /** All agencies. */
    public List<Agency> agencies() {
        return agencies;
    }

    /**
     * The name with its abbreviations spelt out, the rest as it stands: {@code Sở TTTT} gives {@code Sở Thông tin và Truyền
     * thông}, {@code UBND cấp huyện} gives {@code Ủy ban nhân dân cấp huyện}. Words that are no known abbreviation stay.
     */
    public String spellOut(String name) {
        return abbreviations.spellOut(name);
    }

    /** What the abbreviation stands for, after this head word ({@code Sở}, {@code Bộ}, {@code Phòng}; empty for none). */
    public Optional<String> expansion(String abbreviation, String head) {
        return abbreviations.expansion(abbreviation, head);
    }
}
