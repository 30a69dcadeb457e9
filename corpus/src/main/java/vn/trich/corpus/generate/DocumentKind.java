package vn.trich.corpus.generate;

/** Kinds of documents that the generator composes. */
public enum DocumentKind {
    /** A plan with an appendix of tasks. */
    PLAN("kh"),
    /** A plan whose appendix of tasks runs over many pages. */
    LONG_PLAN("khd"),
    /** A plan whose tasks stand in its text alone. */
    TEXT_PLAN("khv"),
    /** A decision and the plan issued with it. */
    DECISION("qd"),
    /** A report with grids of statistics. */
    STATISTICS_REPORT("bctk"),
    /** A report with a form of indicators. */
    INDICATOR_REPORT("bcct"),
    /** A plan of a party committee. */
    PARTY_PLAN("dang"),
    /** An official letter. */
    LETTER("cv");

    private final String code;

    DocumentKind(String code) {
        this.code = code;
    }

    /** Short code, used in file names. */
    public String code() {
        return code;
    }
}
