package vn.trich.pipeline.catalogue;

import java.io.IOException;

/** What the catalogue holds of one document cannot be made out any more, as after a fault of the disk; all else can. */
public final class DamagedDocumentException extends IOException {

    private static final long serialVersionUID = 1;

    private final String documentId;

    DamagedDocumentException(String documentId, Throwable cause) {
        super("what the catalogue holds of document " + documentId + " is damaged", cause);
        this.documentId = documentId;
    }

    /** Which document. */
    public String documentId() {
        return documentId;
    }

    /** What happened and what to do, for people. */
    public String advice() {
        return getMessage() + "; its file is read again by 'trich extract', or by 'trich run --reprocess changed'";
    }
}
