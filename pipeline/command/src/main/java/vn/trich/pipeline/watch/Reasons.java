package vn.trich.pipeline.watch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words why the file system refused something. */
final class Reasons {

    private Reasons() {}

    static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof NoSuchFileException) {
            return "it is gone";
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Whether it is about a folder that may not be changed, which trying again will not mend. */
    static boolean isForbidden(IOException e) {
        return e instanceof AccessDeniedException
                || (e instanceof FileSystemException f
                        && f.getReason() != null
                        && (f.getReason().contains("Read-only") || f.getReason().contains("not permitted")));
    }
}
