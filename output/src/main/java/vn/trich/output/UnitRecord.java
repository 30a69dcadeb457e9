package vn.trich.output;

import java.util.List;

/**
 * An organisational unit.
 *
 * @param unitId hash of the unit's own key: its official name, for an internal unit the issuer's name too
 * @param name full official name
 * @param level where it stands in the state
 * @param kind what it is
 * @param province name of its province, or empty
 * @param parentUnitId the unit above, or empty
 * @param validFrom ISO date from which it existed, or empty
 * @param validTo ISO date until which it existed, or empty
 * @param successorUnitId what took its place, or empty
 * @param aliases other names met in the documents, sorted
 * @param sameAs id of the unit it was later found to be, or empty
 */
public record UnitRecord(
        String unitId,
        String name,
        Level level,
        Kind kind,
        String province,
        String parentUnitId,
        String validFrom,
        String validTo,
        String successorUnitId,
        List<String> aliases,
        String sameAs) {

    /** Copies the aliases. */
    public UnitRecord {
        aliases = List.copyOf(aliases);
    }

    /** This unit as the same as another; empty for none. */
    UnitRecord withSameAs(String otherId) {
        return new UnitRecord(
                unitId,
                name,
                level,
                kind,
                province,
                parentUnitId,
                validFrom,
                validTo,
                successorUnitId,
                aliases,
                otherId);
    }

    /** Levels of the state. */
    public enum Level {
        /** Government, ministries and the like. */
        CENTRAL,
        /** A province or city under the government. */
        PROVINCIAL,
        /** A district, until 2025. */
        DISTRICT,
        /** A commune or ward. */
        COMMUNE,
        /** Inside an agency. */
        INTERNAL,
        /** A group of units under one name. */
        COLLECTIVE
    }

    /** Kinds of units. */
    public enum Kind {
        /** The government. */
        GOVERNMENT,
        /** A ministry or body of that rank. */
        MINISTRY,
        /** A department of a province, {@code sở}. */
        DEPARTMENT,
        /** A people's committee. */
        PEOPLE_COMMITTEE,
        /** A people's council. */
        PEOPLE_COUNCIL,
        /** A body of the party. */
        PARTY,
        /** An office, {@code văn phòng}. */
        OFFICE,
        /** A division, {@code phòng}. */
        DIVISION,
        /** A board, {@code ban}. */
        BOARD,
        /** A centre, {@code trung tâm}. */
        CENTER,
        /** An enterprise. */
        ENTERPRISE,
        /** A school. */
        SCHOOL,
        /** A hospital. */
        HOSPITAL,
        /** An association or other organisation. */
        ORGANISATION,
        /** A group of units. */
        COLLECTIVE,
        /** Anything else. */
        OTHER
    }
}
