package vn.trich.pipeline.normalize;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import vn.trich.models.gazetteer.AdministrativeUnit;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.output.DocumentRecord;
import vn.trich.output.UnitRecord;
import vn.trich.pipeline.outline.Block;
import vn.trich.pipeline.outline.Head;
import vn.trich.pipeline.outline.Paper;

/**
 * What a document's head settles for all that it says.
 *
 * @param type bare words of its type
 * @param title its title
 * @param period the time it plans for or reports on
 * @param year the year that fills in a missing one
 * @param date its date; empty if no whole day is printed
 * @param issuer who issued it
 * @param province name of the province it was issued in, empty for a central body's
 * @param provinceKind {@code tỉnh} or {@code thành phố}, or empty
 * @param abbreviations what its abbreviations stand for
 */
record Context(
        String type,
        String title,
        PlanPeriod period,
        OptionalInt year,
        Optional<LocalDate> date,
        String issuer,
        String province,
        String provinceKind,
        Abbreviations abbreviations) {

    private static final String CAPITAL = "Hà Nội";

    /** Reads it off the document, and off the head of the one it was issued with where its own has nothing. */
    static Context of(Paper paper, Head issuedWith, Gazetteer gazetteer, MomentReader moments) {
        Head head = paper.head();
        String dated = head.date().isEmpty() ? issuedWith.date() : head.date();
        Head issued = head.issuer().isEmpty() && head.issuerParent().isEmpty() ? issuedWith : head;
        OptionalInt documentYear =
                dated.length() >= 4 ? OptionalInt.of(Integer.parseInt(dated.substring(0, 4))) : OptionalInt.empty();
        PlanPeriod period = PlanPeriod.of(head.title(), moments, documentYear);
        Optional<LocalDate> date = day(dated);
        Optional<AdministrativeUnit> province =
                province(issued.issuerParent(), issued.issuer(), issued.place(), gazetteer, date);
        return new Context(
                BareText.words(head.type()),
                head.title(),
                period,
                yearOf(period, documentYear),
                date,
                issued.issuer(),
                province.map(AdministrativeUnit::name).orElse(""),
                province.map(unit -> unit.kind().toLowerCase(Locale.ROOT)).orElse(""),
                Abbreviations.of(gazetteer).with(paragraphs(paper)));
    }

    /** The year planned for; of several the document's own, or the first of them if it was made before they began. */
    private static OptionalInt yearOf(PlanPeriod period, OptionalInt documentYear) {
        if (period.year().isPresent()) {
            return period.year();
        }
        boolean ahead = period.start().isPresent()
                && (documentYear.isEmpty()
                        || documentYear.getAsInt() < period.start().get().getYear());
        return ahead ? OptionalInt.of(period.start().get().getYear()) : documentYear;
    }

    /** As much of it as settles which units a document names, off a document that was read before. */
    static Context of(DocumentRecord document, Gazetteer gazetteer) {
        // The second document of a file may have been issued by the first's issuer, which only its units tell.
        Set<String> parents =
                document.units().stream().map(UnitRecord::parentUnitId).collect(Collectors.toSet());
        Optional<UnitRecord> above = document.units().stream()
                .filter(unit -> parents.contains(unit.unitId()))
                .findFirst();
        Set<String> successors =
                document.units().stream().map(UnitRecord::successorUnitId).collect(Collectors.toSet());
        String issuer =
                document.issuer().isEmpty() ? above.map(UnitRecord::name).orElse("") : document.issuer();
        Optional<LocalDate> date = day(document.date());
        // A name that ends with a province, or that of a successor, may be of another one than the document's.
        Optional<AdministrativeUnit> province = document.units().stream()
                .filter(unit -> !unit.province().isEmpty() && !successors.contains(unit.unitId()))
                .min(Comparator.comparing(unit -> unit.name().endsWith(unit.province())
                        || unit.aliases().stream().anyMatch(alias -> alias.endsWith(unit.province()))))
                .map(UnitRecord::province)
                .flatMap(name -> at(name, gazetteer, date))
                .or(() -> province(document.issuerParent(), issuer, document.place(), gazetteer, date));
        return new Context(
                BareText.words(document.type()),
                document.title(),
                new PlanPeriod(Optional.empty(), Optional.empty()),
                OptionalInt.empty(),
                date,
                issuer,
                province.map(AdministrativeUnit::name).orElse(""),
                province.map(unit -> unit.kind().toLowerCase(Locale.ROOT)).orElse(""),
                Abbreviations.of(gazetteer));
    }

    /** As of a document of another province, made on another day. */
    Context in(String otherProvince, String kind, Optional<LocalDate> day) {
        return new Context(type, title, period, year, day, issuer, otherProvince, kind, abbreviations);
    }

    /** Whether it sets tasks and goals: a plan, or a decision or resolution that approves, assigns or issues one. */
    boolean setsGoals() {
        if (type.matches("(?:ke hoach|chuong trinh|de an|phuong an|du an|quy hoach)")) {
            return true;
        }
        return type.matches("(?:quyet dinh|nghi quyet|chi thi|)")
                && BareText.words(title)
                        .matches(".*(?:phe duyet|giao|ban hanh|trien khai|thuc hien|ke hoach|chuong trinh|de an).*");
    }

    /** All text of a document: title, headings, paragraphs, cells. */
    static List<String> paragraphs(Paper paper) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(paper.head().title());
        paper.allSections().forEach(section -> {
            paragraphs.add(section.title());
            section.blocks().forEach(block -> {
                if (block instanceof Block.Paragraph paragraph) {
                    paragraphs.add(paragraph.text());
                } else if (block instanceof Block.TableBlock table) {
                    table.table().cells().forEach(cell -> paragraphs.add(cell.text()));
                }
            });
        });
        return paragraphs;
    }

    private static Optional<LocalDate> day(String date) {
        try {
            // Of a date whose day or month was left open the first day that it may be.
            return date.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(date + "-01-01".substring(Math.min(6, date.length() - 4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The province named in the name of the issuer or its parent, else the place of issue, unless the issuer is central. */
    private static Optional<AdministrativeUnit> province(
            String parent, String issuing, String place, Gazetteer gazetteer, Optional<LocalDate> date) {
        for (String name : List.of(parent, issuing)) {
            Optional<AdministrativeUnit> found = ending(name, gazetteer, date);
            if (found.isPresent()) {
                return found;
            }
        }
        String issuer = BareText.words(parent + " " + issuing);
        if (issuer.isEmpty()) {
            // Central bodies issue in the capital.
            return at(place, gazetteer, date).filter(unit -> !unit.name().equals(CAPITAL));
        }
        if (issuer.matches(
                "(?:bo|chinh phu|thu tuong|quoc hoi|van phong chinh phu|uy ban thuong vu|ngan hang nha nuoc|toa an nhan dan toi cao)(?: .*)?")) {
            return Optional.empty();
        }
        return at(place, gazetteer, date);
    }

    private static Optional<AdministrativeUnit> ending(String name, Gazetteer gazetteer, Optional<LocalDate> date) {
        String[] words = name.strip().split("\\s+");
        for (int count = Math.min(6, words.length); count >= 2; count--) {
            String tail = String.join(" ", List.of(words).subList(words.length - count, words.length));
            Optional<AdministrativeUnit> found = at(tail, gazetteer, date);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<AdministrativeUnit> at(String name, Gazetteer gazetteer, Optional<LocalDate> date) {
        return date.isPresent() ? gazetteer.province(name, date.get()) : gazetteer.province(name);
    }
}
