package vn.trich.models.restore;

import java.util.Optional;
import java.util.function.Supplier;
import vn.trich.models.gazetteer.Gazetteer;

/**
 * Names of people and of places, read when they are first asked for: only text that lost its marks asks, and most runs have
 * none. Safe for use by many threads.
 */
final class Names {

    private final Supplier<Gazetteer> gazetteer;
    private Optional<Known> known = Optional.empty();

    /** Those that come with the software; of the gazetteer, which is then asked for, its names. */
    Names(Supplier<Gazetteer> gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * All names.
     *
     * @param people the parts of names of people
     * @param places the names of places
     */
    record Known(NameParts people, PlaceNames places) {}

    /** The names. */
    synchronized Known known() {
        if (known.isEmpty()) {
            known = Optional.of(new Known(NameParts.load(), PlaceNames.of(gazetteer.get())));
        }
        return known.get();
    }
}
