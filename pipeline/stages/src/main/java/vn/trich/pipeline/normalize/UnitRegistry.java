package vn.trich.pipeline.normalize;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private final Gazetteer gazetteer;
    private final UnitVocabulary vocabulary;
    private final Context context;
    private final Map<String, UnitRecord> records = new TreeMap<>();
    private final Map<String, TreeSet<String>> aliases = new TreeMap<>();

    /** For a document of that context. */
    UnitRegistry(Gazetteer gazetteer, UnitVocabulary vocabulary, Context context) {
        this.gazetteer = gazetteer;
        this.vocabulary = vocabulary;
        this.context = context;
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
        String official = official(name);
        Optional<UnitVocabulary.Head> head = head(name);
        Level level = level(name, head);
        boolean internal = level == Level.INTERNAL || level == Level.COLLECTIVE && ofIssuer(name);
        String province = internal || level != Level.CENTRAL && !national(name, level) ? context.province() : "";
        String issuer = internal ? issuerName() : "";
        String id = id(official, province, issuer);
        String parent = issuer.isEmpty() || issuer.equals(official) ? "" : issuerUnit();
        Kind kind = head.map(UnitVocabulary.Head::kind).orElse(Kind.OTHER);
        Optional<Agency> agency = gazetteer.agency(official);
        records.putIfAbsent(
                id,
                new UnitRecord(
                        id,
                        official,
                        level,
                        level == Level.COLLECTIVE
                                        && head.filter(UnitVocabulary.Head::noun)
                                                .isPresent()
                                ? Kind.COLLECTIVE
                                : kind,
                        province,
                        parent,
                        agency.flatMap(Agency::validFrom)
                                .map(LocalDate::toString)
                                .orElse(""),
                        agency.flatMap(Agency::validTo)
                                .map(LocalDate::toString)
                                .or(() -> endOfPlace(official))
                                .orElse(""),
                        "",
                        List.of(),
                        ""));
        if (!name.equals(official)) {
            aliases.computeIfAbsent(id, key -> new TreeSet<>()).add(name);
        }
        return id;
    }

    /** The full official name: what the issuer's own context settles is settled. */
    private String official(String name) {
        String bare = BareText.words(name);
        Optional<Agency> agency = gazetteer.agency(name);
        if (agency.isPresent()) {
            return agency.get().name();
        }
        boolean city = context.provinceKind().startsWith("thành");
        boolean open = bare.endsWith(" tinh") && !bare.endsWith("cap tinh") && !bare.endsWith("cac tinh")
                || bare.equals("tinh uy")
                || bare.equals("tinh doan")
                || city && (bare.endsWith(" thanh pho") && !bare.endsWith("cac thanh pho") || bare.equals("thanh uy"));
        return open && !context.province().isEmpty() && head(name).isPresent() && !plural(bare)
                ? name + " " + context.province()
                : name;
    }

    private Optional<UnitVocabulary.Head> head(String name) {
        String bare = BareText.of(name);
        return vocabulary.headAt(bare, vocabulary.quantifierAt(bare, 0));
    }

    private static boolean plural(String bare) {
        return bare.matches("(?:cac|tat ca|toan bo|toan the|nhung|moi|tung|mot so) .*")
                || bare.matches(
                        ".* (?:cac|nhung) (?:cap|tinh|huyen|xa|phuong|so|bo|phong|don vi|co quan|thanh pho|quan|thi xa).*")
                || bare.matches(".*(?<![a-z])cap (?:tinh|huyen|xa|co so)(?: .*)?");
    }

    private Level level(String name, Optional<UnitVocabulary.Head> head) {
        String bare = BareText.words(name);
        boolean several = head.map(UnitVocabulary.Head::kind)
                .filter(kind -> kind == Kind.COLLECTIVE)
                .isPresent();
        if (plural(bare) || several) {
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
        if (bare.matches(".*(?<![a-z])(?:trung uong|chinh phu|quoc gia|viet nam)(?: .*)?")) {
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
        String id = id(context.issuer(), context.province(), "");
        if (!records.containsKey(id)) {
            Optional<UnitVocabulary.Head> head = head(context.issuer());
            Level level = context.province().isEmpty() ? Level.CENTRAL : Level.PROVINCIAL;
            records.put(
                    id,
                    new UnitRecord(
                            id,
                            context.issuer(),
                            level,
                            head.map(UnitVocabulary.Head::kind).orElse(Kind.OTHER),
                            context.province(),
                            "",
                            "",
                            "",
                            "",
                            List.of(),
                            ""));
        }
        return id;
    }

    /** The last day of the province that the name ends with, if it is gone. */
    private Optional<String> endOfPlace(String official) {
        if (context.province().isEmpty() || !official.endsWith(context.province())) {
            return Optional.empty();
        }
        Optional<AdministrativeUnit> place = context.date().isPresent()
                ? gazetteer.province(context.province(), context.date().get())
                : gazetteer.province(context.province());
        return place.filter(unit -> gazetteer
                        .successor(unit)
                        .map(next -> !next.name().equals(unit.name()))
                        .orElse(false))
                .flatMap(AdministrativeUnit::validTo)
                .map(LocalDate::toString);
    }

    /** First 16 hex digits of the SHA-256 of the unit's own key, after a {@code u}. */
    private static String id(String official, String province, String issuer) {
        String key = Folding.key(official) + "|" + Folding.key(province) + "|" + Folding.key(issuer);
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
