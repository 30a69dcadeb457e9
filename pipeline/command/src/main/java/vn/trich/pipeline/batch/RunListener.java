package vn.trich.pipeline.batch;

/** Is told how a run goes on; may be called from several threads at a time. */
public interface RunListener {

    /** The search is over. */
    void found(int files);

    /** A file is about to be read. */
    void started(String name);

    /** A page was read. */
    void pageDone();

    /** A file is done, whichever way it ended. */
    void done(String name);
}
