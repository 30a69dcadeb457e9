package vn.trich.output;

import java.util.Comparator;

/**
 * What decides where a document stands among others: by source file, then by id, the second document of a file after the
 * first.
 *
 * @param sourceFile name of the source file
 * @param documentId its id
 */
public record DocumentPlace(String sourceFile, String documentId) implements Comparable<DocumentPlace> {

    private static final int FILE_PART = 16;

    private static final Comparator<DocumentPlace> ORDER = Comparator.comparing(DocumentPlace::sourceFile)
            .thenComparing(DocumentPlace::filePart)
            .thenComparingInt(p -> p.documentId().length())
            .thenComparing(DocumentPlace::documentId);

    /** The place of a document. */
    public static DocumentPlace of(DocumentRecord document) {
        return new DocumentPlace(document.sourceFile(), document.documentId());
    }

    @Override
    public int compareTo(DocumentPlace other) {
        return ORDER.compare(this, other);
    }

    private String filePart() {
        return documentId.substring(0, Math.min(FILE_PART, documentId.length()));
    }
}
