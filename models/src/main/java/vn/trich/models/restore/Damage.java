package vn.trich.models.restore;

/** How a text was damaged: what the restorer may change. */
public enum Damage {
    /** Hardly: our own recognition or a good layer. Only doubtful words may change, and only on strong evidence. */
    CLEAN,
    /** Marks are missing, letters are right: words without marks may get them. */
    STRIPPED,
    /** Marks and letters are missing or wrong, words split and joined: any word may change. */
    RUINED
}
