package vn.trich.pipeline.ocr;

import java.io.IOException;

/** A worker ended in the middle of a task; its message says how. */
final class WorkerDiedException extends IOException {

    private static final long serialVersionUID = 1L;

    WorkerDiedException(String message) {
        super(message);
    }
}
