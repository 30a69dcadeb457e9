package vn.trich.output;

/**
 * A part of a page that is not text of the document but is kept on record.
 *
 * @param kind what it is
 * @param bbox where it is
 * @param text what was read there, or empty
 */
public record PageRegion(Kind kind, Box bbox, String text) {

    /** Kinds of regions. */
    public enum Kind {
        /** A red or other stamp. */
        STAMP,
        /** A signature stroke. */
        SIGNATURE,
        /** A head repeated over pages. */
        RUNNING_HEAD,
        /** A foot repeated over pages. */
        RUNNING_FOOT,
        /** A page number. */
        PAGE_NUMBER,
        /** A picture, logo or drawing. */
        PICTURE,
        /** Specks and scribble that were read as text. */
        NOISE
    }
}
