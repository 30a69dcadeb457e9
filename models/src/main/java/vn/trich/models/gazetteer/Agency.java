package vn.trich.models.gazetteer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An agency by its official name. Departments ({@code Sở ...}) stand for those of all provinces.
 *
 * @param name official name
 * @param abbreviation as in document symbols; empty if it has none
 * @param level {@code state}, {@code ministry}, {@code ministry-level}, {@code agency}, {@code organisation}, {@code local},
 *     {@code department} or {@code unit}
 * @param validFrom first day, if it is new
 * @param validTo last day, if it is gone
 */
public record Agency(
        String name, String abbreviation, String level, Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {}
