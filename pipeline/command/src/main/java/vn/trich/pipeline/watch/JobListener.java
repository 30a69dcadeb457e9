package vn.trich.pipeline.watch;

/** Is told what happens in a job; by one thread at a time. */
@FunctionalInterface
public interface JobListener {

    /** Takes an event. */
    void tell(JobEvent event);
}
