package vn.trich.models.restore;

import vn.trich.models.gazetteer.Gazetteer;

/**
 * Names of people and of places.
 *
 * @param people the parts of names of people
 * @param places the names of places
 */
record Names(NameParts people, PlaceNames places) {

    /** The names that come with the software, and those of a gazetteer. */
    static Names of(Gazetteer gazetteer) {
        return new Names(NameParts.load(), PlaceNames.of(gazetteer));
    }
}
