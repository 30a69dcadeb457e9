package vn.trich.models.restore;

import vn.trich.models.language.Vocabulary;

/**
 * What is known of the document that a text belongs to. Filled by one thread before it is read.
 *
 * @param words the words it seems to have
 * @param contexts what stands beside them
 * @param readings what its strings seem to stand for, if it is ruined
 */
record KnownDocument(DocumentWords words, DocumentContexts contexts, DocumentReadings readings) {

    /** Nothing known yet. */
    static KnownDocument unknown(Vocabulary vocabulary) {
        return new KnownDocument(new DocumentWords(vocabulary), new DocumentContexts(), new DocumentReadings());
    }

    /** The same, to be filled further. */
    KnownDocument copy() {
        return new KnownDocument(words.copy(), contexts.copy(), readings.copy());
    }
}
