package vn.trich.output;

/** Tells which unit a name means in a document. */
public interface UnitNames {

    /**
     * The unit of that name.
     *
     * @param document the document that shall name it; its pages are not needed
     * @param name as a person wrote it
     */
    UnitRecord unit(DocumentRecord document, String name);
}
