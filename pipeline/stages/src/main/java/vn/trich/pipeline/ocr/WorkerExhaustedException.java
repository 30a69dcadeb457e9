package vn.trich.pipeline.ocr;

import java.io.IOException;

/** A worker needed more memory than it may have; another would fare no better. */
final class WorkerExhaustedException extends IOException {

    private static final long serialVersionUID = 1L;

    WorkerExhaustedException(int megabytes) {
        super("reading it takes more memory than the " + megabytes + " MB that a worker may have; raise "
                + "--worker-memory, or scan it at 300 dpi");
    }
}
