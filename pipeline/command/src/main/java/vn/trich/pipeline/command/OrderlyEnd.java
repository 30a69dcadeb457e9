package vn.trich.pipeline.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends work in order when the process is told to end (SIGINT, SIGTERM), within 10 seconds: it is asked to end; then
 * what it is reading is cut off, so that only files have to be brought in order; then it leaves what the next time can do as
 * well; in the end it stores nothing more, and the process ends under it.
 */
final class OrderlyEnd {

    /** How long work that is told to end may go on with the pages that it is reading. */
    static final long PAGE_SECONDS = 3;

    /** How long it may then take to bring its files in order. */
    private static final long ORDER_SECONDS = 2;

    /** And how long if it leaves what it can; a process that is cut off then has time left to end. */
    private static final long HURRY_SECONDS = 2;

    private final CountDownLatch reached = new CountDownLatch(1);

    /**
     * Work that can be ended from any thread.
     *
     * @param stop asks it to end soon
     * @param cutOff ends the reading of pages: those that are finished are kept, the others are read the next time
     * @param hurry asks it to leave to the next time whatever that can do
     * @param abandon tells it that the process is about to end: from now on it stores nothing more
     */
    record Work(Runnable stop, Runnable cutOff, Runnable hurry, Runnable abandon) {}

    /** Watches over work until it is lifted. */
    interface Guard {
        /** The work is done; nothing is ended any more. */
        void lift();
    }

    /** From now on, work ends in order when the process is told to end. */
    Guard guard(Work work) {
        Thread hook = new Thread(() -> end(work), "end");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> remove(hook);
    }

    /** All is done, and what was open is closed: only now may a process end that was told to. */
    void reached() {
        reached.countDown();
    }

    private void end(Work work) {
        work.stop().run();
        try {
            if (reached.await(PAGE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
            Thread cut = new Thread(work.cutOff(), "cut off");
            cut.setDaemon(true);
            cut.start();
            if (reached.await(ORDER_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
            work.hurry().run();
            if (!reached.await(HURRY_SECONDS, TimeUnit.SECONDS)) {
                work.abandon().run();
            }
        } catch (InterruptedException e) {
            work.abandon().run();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook runs.
        }
    }
}
