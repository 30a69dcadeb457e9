package vn.trich.corpus.gold;

/** The fields of a document's head and signature that gold can give. */
public enum HeadField {
    /** Agency above the issuer. */
    ISSUER_PARENT,
    /** Issuing agency. */
    ISSUER,
    /** Number and symbol. */
    NUMBER,
    /** Vietnamese name of the document type. */
    TYPE,
    /** What follows the type. */
    TITLE,
    /** Where it was issued. */
    PLACE,
    /** ISO date, as much as is printed. */
    DATE,
    /** On whose authority the signer signed. */
    SIGNER_AUTHORITY,
    /** The signer's position. */
    SIGNER_POSITION,
    /** The signer's name. */
    SIGNER_NAME
}
