package vn.trich.pipeline.normalize;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.trich.models.gazetteer.AdministrativeUnit;
import vn.trich.models.gazetteer.Agency;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.Folding;
import vn.trich.output.TaskRecord;
import vn.trich.output.UnitRecord;
import vn.trich.output.UnitRecord.Kind;
import vn.trich.output.UnitRecord.Level;

/**
 * The units of one document: who they are officially, and an id that depends on nothing but that, so that the same unit
 * has one id over all documents. For one document; gathers what it is asked for.
 */
final class UnitRegistry {

    /** Kinds of units one after another, before what they have in common: {@code Bộ, ngành có liên quan}. */
    private static final Pattern KINDS = Pattern.compile("(?:Bộ|Sở|Ban|Phòng), ");

    private final Gazetteer gazetteer;
    private final UnitVocabulary vocabulary;
    private final UnitHistory history;
    private final Context context;
    private final OfficialName names;
    private final Map<String, UnitRecord> records = new TreeMap<>();
    private final Map<String, TreeSet<String>> aliases = new TreeMap<>();

    /** For a document of that context. */
    UnitRegistry(Gazetteer gazetteer, UnitVocabulary vocabulary, Context context) {
        this(gazetteer, vocabulary, new UnitHistory(gazetteer), context);
    }

    private UnitRegistry(Gazetteer gazetteer, UnitVocabulary vocabulary, UnitHistory history, Context context) {
        this.gazetteer = gazetteer;
        this.history = history;
        this.vocabulary = vocabulary;
        this.context = context;
        names = new OfficialName(context, gazetteer, vocabulary);
    }

    /** A unit's part in a task, and the unit entered. */
    TaskRecord.UnitPart part(String name) {
        return new TaskRecord.UnitPart(enter(name), name);
    }

    /** All units entered, by id. */
    List<UnitRecord> records() {
        return records.values().stream()
                .map(unit -> withAliases(unit, aliases.getOrDefault(unit.unitId(), new TreeSet<>())))
                .toList();
    }

    /** Whether anything in the name says that it names a unit. */
    boolean known(String name) {
        String bare = BareText.of(name);
        return vocabulary.headAt(bare, vocabulary.quantifierAt(bare, 0)).isPresent()
                || gazetteer.agency(name).isPresent();
    }

    private String enter(String name) {
        String full = names.of(name);
        Optional<UnitVocabulary.Head> head = head(name);
        Level level = level(full, head);
        if (level == Level.PROVINCIAL && history.ofCityInProvince(full)) {
            level = Level.DISTRICT;
        }
        if (level == Level.INTERNAL && names.endsWithProvince(full)) {
            level = Level.PROVINCIAL;
        }
        boolean internal = level == Level.INTERNAL || level == Level.COLLECTIVE && ofIssuer(name);
        Optional<AdministrativeUnit> named =
                level == Level.PROVINCIAL ? history.province(full, context.date()) : Optional.empty();
        String here = internal || level != Level.CENTRAL && !national(name, level) ? context.province() : "";
        String province = named.map(AdministrativeUnit::name).orElse(here);
        String official = named.isPresent() ? history.withoutProvince(full, context.date()) : full;
        String issuer = internal ? issuerName() : "";
        String parent = issuer.isEmpty() || issuer.equals(official) ? "" : issuerUnit();
        Kind kind = head.map(UnitVocabulary.Head::kind).orElse(Kind.OTHER);
        boolean several = level == Level.COLLECTIVE
                && head.filter(UnitVocabulary.Head::noun).isPresent();
        String id = id(official, province, issuer);
        record(id, official, level, several ? Kind.COLLECTIVE : kind, province, parent);
        if (!name.equals(official)) {
            aliases.computeIfAbsent(id, key -> new TreeSet<>()).add(name);
        }
        return id;
    }

    /** Records a unit that is new, and what took its place. */
    private void record(String id, String official, Level level, Kind kind, String province, String parent) {
        if (records.containsKey(id)) {
            return;
        }
        UnitHistory.Span span = history.of(official, level, kind, province, context.date());
        String next = span.next()
                .map(successor -> enterSuccessor(successor, province))
                .orElse("");
        records.put(
                id,
                new UnitRecord(
                        id,
                        official,
                        level,
                        kind,
                        province,
                        parent,
                        span.from().map(LocalDate::toString).orElse(""),
                        span.to().map(LocalDate::toString).orElse(""),
                        next,
                        List.of(),
                        ""));
    }

    /** Enters a successor as a document of its own province would, so that both give one id. */
    private String enterSuccessor(UnitHistory.Successor successor, String province) {
        Context there = successor
                .province()
                .map(place -> context.in(place.name(), place.kind().toLowerCase(Locale.ROOT), place.validFrom()))
                .orElseGet(() -> context.in(
                        province, province.equals(context.province()) ? context.provinceKind() : "", context.date()));
        UnitRegistry registry = new UnitRegistry(gazetteer, vocabulary, history, there);
        String id = registry.enter(successor.name());
        registry.records().forEach(unit -> records.putIfAbsent(unit.unitId(), unit));
        return id;
    }

    private Optional<UnitVocabulary.Head> head(String name) {
        String bare = BareText.of(name);
        return vocabulary.headAt(name, bare, vocabulary.quantifierAt(bare, 0));
    }

    private Level level(String name, Optional<UnitVocabulary.Head> head) {
        String bare = BareText.words(name);
        boolean several = head.map(UnitVocabulary.Head::kind)
                .filter(kind -> kind == Kind.COLLECTIVE)
                .isPresent();
        if (OfficialName.plural(bare) || several || KINDS.matcher(name).lookingAt()) {
            return Level.COLLECTIVE;
        }
        Optional<Agency> agency = gazetteer.agency(name);
        if (agency.isPresent()) {
            String rank = agency.get().level();
            return rank.equals("department")
                    ? Level.PROVINCIAL
                    : rank.matches("state|ministry.*")
                            ? Level.CENTRAL
                            : byWords(bare).orElse(Level.PROVINCIAL);
        }
        Optional<Level> byHead = head.flatMap(UnitVocabulary.Head::level);
        Optional<Level> byPlace = byWords(bare);
        if (byHead.isPresent() && byHead.get() != Level.INTERNAL) {
            return byHead.get();
        }
        return byPlace.or(() -> byHead).orElse(Level.INTERNAL);
    }

    /** The level that words for a place in the name give. */
    private static Optional<Level> byWords(String bare) {
        boolean branch =
                bare.matches(".*viet nam (?:chi nhanh )?(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong)(?: .*)?");
        if (!branch && bare.matches(".*(?<![a-z])(?:trung uong|chinh phu|quoc gia|viet nam)(?: .*)?")) {
            return Optional.of(Level.CENTRAL);
        }
        if (bare.matches(".*(?<![a-z])(?:xa|phuong|thi tran|dac khu)(?: .*)?")
                && !bare.contains("thi xa")
                && !bare.contains("xa hoi")
                && !bare.contains("hop tac xa")) {
            return Optional.of(Level.COMMUNE);
        }
        if (bare.matches(".*(?<![a-z])(?:huyen|quan|thi xa)(?: .*)?")
                && !bare.matches(".*(?:co quan|quan ly|hai quan|quan su|quan doi).*")) {
            return Optional.of(Level.DISTRICT);
        }
        return bare.matches(".*(?<![a-z])(?:tinh|thanh pho|so)(?: .*)?")
                        && !bare.matches("(?:lanh dao|van phong|thanh tra|phong|giam doc|ban giam doc) so(?: .*)?")
                ? Optional.of(Level.PROVINCIAL)
                : Optional.empty();
    }

    /** Whether a collective name means parts of the issuer: {@code Các phòng, đơn vị trực thuộc}. */
    private static boolean ofIssuer(String name) {
        String bare = BareText.words(name);
        return bare.matches(
                "(?:(?:tat ca|toan bo|toan the) )?(?:cac )?(?:phong|bo phan|don vi|khoa|to|vien chuc|cong chuc|can bo)(?: .*)?");
    }

    /** Whether a collective name means bodies of the whole state: {@code Các bộ, ngành}. */
    private static boolean national(String name, Level level) {
        return level == Level.COLLECTIVE && BareText.words(name).matches("(?:cac )?bo(?: .*)?");
    }

    private String issuerName() {
        return context.issuer();
    }

    /** Enters the issuer, above its internal units. */
    private String issuerUnit() {
        String full = context.issuer();
        Optional<AdministrativeUnit> named = history.province(full, context.date());
        String official = named.isPresent() ? history.withoutProvince(full, context.date()) : full;
        String province = named.map(AdministrativeUnit::name).orElse(context.province());
        String id = id(official, province, "");
        Kind kind = head(official).map(UnitVocabulary.Head::kind).orElse(Kind.OTHER);
        Level level = province.isEmpty() ? Level.CENTRAL : Level.PROVINCIAL;
        record(id, official, level, kind, province, "");
        return id;
    }

    /** First 16 hex digits of the SHA-256 of the unit's own key, after a {@code u}. */
    private static String id(String official, String province, String issuer) {
        String key = OfficialName.key(official, province) + "|" + Folding.key(province) + "|"
                + OfficialName.key(issuer, province);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "u" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static UnitRecord withAliases(UnitRecord unit, TreeSet<String> aliases) {
        return new UnitRecord(
                unit.unitId(),
                unit.name(),
                unit.level(),
                unit.kind(),
                unit.province(),
                unit.parentUnitId(),
                unit.validFrom(),
                unit.validTo(),
                unit.successorUnitId(),
                List.copyOf(aliases),
                unit.sameAs());
    }
}
