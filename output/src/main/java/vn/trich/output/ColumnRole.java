package vn.trich.output;

/** What a column of a table holds. */
public enum ColumnRole {
    /** Row label. */
    STT,
    /** Objective, {@code mục tiêu}. */
    OBJECTIVE,
    /** Task, {@code nhiệm vụ}. */
    TASK,
    /** Activity, {@code hoạt động}. */
    ACTIVITY,
    /** Product, {@code sản phẩm}. */
    PRODUCT,
    /** Lead unit, {@code đơn vị chủ trì}. */
    LEAD,
    /** Coordinating units, {@code phối hợp}. */
    COORD,
    /** Cells that say both who leads and who takes part. */
    RESPONSIBILITY,
    /** Deadline, {@code thời gian}. */
    DUE,
    /** Funding, {@code kinh phí}. */
    FUNDING,
    /** Note, {@code ghi chú}. */
    NOTE,
    /** Code of an indicator. */
    CODE,
    /** Name of an indicator. */
    NAME,
    /** Unit of measure. */
    UNIT,
    /** A measured value. */
    VALUE,
    /** Anything else. */
    OTHER
}
