package vn.trich.models.gazetteer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A province, district or commune.
 *
 * @param id unique among all units, old and new
 * @param level its level
 * @param kind {@code Tỉnh}, {@code Thành phố}, {@code Quận}, {@code Huyện}, {@code Thị xã}, {@code Thị trấn}, {@code Phường},
 *     {@code Xã}, {@code Đặc khu}
 * @param name without the kind
 * @param parentId the unit it belongs to; empty for a province
 * @param validFrom first day, if known
 * @param validTo last day; empty while it exists
 * @param successorId the unit that it became or became part of, if that is one and known
 */
public record AdministrativeUnit(
        String id,
        Level level,
        String kind,
        String name,
        Optional<String> parentId,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Optional<String> successorId) {

    /** Levels of administration; districts ended on 2025-06-30. */
    public enum Level {
        /** Tỉnh, thành phố trực thuộc Trung ương. */
        PROVINCE,
        /** Quận, huyện, thị xã, thành phố thuộc tỉnh. */
        DISTRICT,
        /** Xã, phường, thị trấn, đặc khu. */
        COMMUNE
    }

    /** This unit as one of another kind. */
    AdministrativeUnit withKind(String otherKind) {
        return new AdministrativeUnit(id, level, otherKind, name, parentId, validFrom, validTo, successorId);
    }

    /** Kind and name: {@code Tỉnh Hà Tĩnh}. */
    public String fullName() {
        return kind + " " + name;
    }

    /** Whether the unit existed on that day, as far as known. */
    public boolean existedOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }
}
