package vn.trich.pipeline.outline;

/**
 * Kinds of labels, outermost first as Nghị định 30/2020/NĐ-CP (Phụ lục I, part II) nests them; the order of the
 * constants is that nesting.
 */
enum LabelStyle {
    /** {@code Phần I}. */
    PART,
    /** {@code Chương I}. */
    CHAPTER,
    /** {@code Mục 1}. */
    DIVISION,
    /** {@code Tiểu mục 1}. */
    SUBDIVISION,
    /** {@code Điều 1.} */
    ARTICLE,
    /** {@code A.} */
    CAPITAL,
    /** {@code I.} */
    ROMAN,
    /** {@code 1.} */
    NUMBER,
    /** {@code 1.1.} */
    DOTTED_2,
    /** {@code 1.1.1.} */
    DOTTED_3,
    /** {@code 1.1.1.1.} */
    DOTTED_4,
    /** {@code a)}, in the Vietnamese alphabet. */
    POINT,
    /** {@code 1)} or {@code (1)}. */
    BRACKETED_NUMBER,
    /** {@code (i)}. */
    SMALL_ROMAN;

    /** Whether the label is made of numbers parted by dots. */
    boolean dotted() {
        return this == DOTTED_2 || this == DOTTED_3 || this == DOTTED_4;
    }

    /** Whether the label begins with a word such as {@code Chương}. */
    boolean worded() {
        return ordinal() <= ARTICLE.ordinal();
    }
}
