package vn.trich.corpus.print;

/** The faces of the typeface that all documents are set in. */
public enum Face {
    /** Upright. */
    REGULAR("LiberationSerif-Regular.ttf"),
    /** Bold. */
    BOLD("LiberationSerif-Bold.ttf"),
    /** Italic. */
    ITALIC("LiberationSerif-Italic.ttf"),
    /** Bold italic. */
    BOLD_ITALIC("LiberationSerif-BoldItalic.ttf");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /** The font's file, a resource beside this class. */
    public String file() {
        return file;
    }
}
