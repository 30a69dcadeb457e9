package vn.trich.pipeline.batch;

import java.io.IOException;

/** There is too little room on the disk of the results to begin another file; it may pass. */
public final class NoSpaceException extends IOException {

    private static final long serialVersionUID = 1L;

    NoSpaceException(String message) {
        super(message);
    }
}
