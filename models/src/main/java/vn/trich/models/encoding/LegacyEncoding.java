package vn.trich.models.encoding;

/** A Vietnamese encoding from before Unicode, in which a font draws other letters than the codes say. */
public enum LegacyEncoding {
    /** TCVN 5712:1993, the "ABC" fonts ({@code .VnTime}); marked capitals come from capital fonts ({@code .VnTimeH}). */
    TCVN3("tcvn3.tsv", true),
    /** VNI for Windows: a base letter and a second character for its marks. */
    VNI("vni.tsv", false),
    /** RFC 1456. */
    VISCII("viscii.tsv", true),
    /** Vietnamese Professionals Society. */
    VPS("vps.tsv", true);

    private final String resource;
    private final boolean bytes;

    LegacyEncoding(String resource, boolean bytes) {
        this.resource = resource;
        this.bytes = bytes;
    }

    String resource() {
        return resource;
    }

    /** Whether the table's left column holds byte values. */
    boolean bytes() {
        return bytes;
    }
}
