package vn.trich.pipeline.watch;

import java.io.IOException;

/** The inbox as a whole cannot be looked at. */
public final class InboxException extends IOException {

    private static final long serialVersionUID = 1L;

    InboxException(String message, IOException cause) {
        super(message, cause);
    }
}
