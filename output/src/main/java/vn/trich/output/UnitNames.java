package vn.trich.output;

import java.util.List;

/** Tells which unit a name means in a document. */
public interface UnitNames {

    /**
     * The unit of that name.
     *
     * @param document the document that shall name it; its pages are not needed
     * @param name as a person wrote it
     */
    UnitRecord unit(DocumentRecord document, String name);

    /**
     * The unit of that name and all units that its record points to: the unit above it, what took its place.
     *
     * @param document the document that shall name it; its pages are not needed
     * @param name as a person wrote it
     */
    default List<UnitRecord> units(DocumentRecord document, String name) {
        return List.of(unit(document, name));
    }
}
