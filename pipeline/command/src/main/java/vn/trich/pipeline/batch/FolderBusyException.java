package vn.trich.pipeline.batch;

/** Another run is writing the folder. */
public final class FolderBusyException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says so.
     *
     * @param message for people
     */
    public FolderBusyException(String message) {
        super(message);
    }
}
