package vn.trich.pipeline.normalize;

import java.util.List;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.output.DocumentRecord;
import vn.trich.output.UnitNames;
import vn.trich.output.UnitRecord;

/**
 * Settles which unit a name means that a person wrote, by the same rules as for names that are read, so that both give
 * one id. Immutable.
 */
public final class UnitDirectory implements UnitNames {

    private final Gazetteer gazetteer;
    private final UnitVocabulary vocabulary = new UnitVocabulary();

    /** With the names of places and agencies of that gazetteer. */
    public UnitDirectory(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public UnitRecord unit(DocumentRecord document, String name) {
        UnitRegistry registry = new UnitRegistry(gazetteer, vocabulary, Context.of(document, gazetteer));
        String id = registry.part(name).unitId();
        return registry.records().stream()
                .filter(unit -> unit.unitId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<UnitRecord> units(DocumentRecord document, String name) {
        UnitRegistry registry = new UnitRegistry(gazetteer, vocabulary, Context.of(document, gazetteer));
        registry.part(name);
        return registry.records();
    }
}
