package vn.trich.pipeline.command;

import java.io.PrintWriter;
import vn.trich.pipeline.batch.RunListener;

/**
 * Tells on standard error how a run goes on: on a terminal one line that is written over, else a plain line now and
 * then.
 */
final class ProgressLine implements RunListener {

    private static final long PLAIN_EVERY_MS = 30_000;
    private static final long LIVE_EVERY_MS = 200;

    private final PrintWriter err;
    private final boolean live;
    private final long start = System.nanoTime();
    private int files;
    private int done;
    private int pages;
    private String name = "";
    private long lastMs;
    private int width;

    /**
     * Begins.
     *
     * @param live whether {@code err} is a terminal
     */
    ProgressLine(PrintWriter err, boolean live) {
        this.err = err;
        this.live = live;
    }

    @Override
    public synchronized void found(int number) {
        files = number;
        print(true);
    }

    @Override
    public synchronized void started(String file) {
        name = file;
        print(false);
    }

    @Override
    public synchronized void pageDone() {
        pages++;
        print(false);
    }

    @Override
    public synchronized void done(String file) {
        done++;
        print(done == files);
    }

    /** Takes the line off the terminal. */
    synchronized void clear() {
        if (live && width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }

    private void print(boolean now) {
        long ms = (System.nanoTime() - start) / 1_000_000;
        if (!now && ms - lastMs < (live ? LIVE_EVERY_MS : PLAIN_EVERY_MS)) {
            return;
        }
        lastMs = ms;
        String speed = pages > 0 && ms > 0 ? ", " + Math.round(pages * 60_000.0 / ms) + " pages/min" : "";
        String line = done + "/" + files + " files, " + pages + " pages" + speed;
        if (live) {
            // A name may hold anything; nothing of it may move the cursor.
            String shown = name.replaceAll("\\p{Cntrl}", "?");
            line += shown.isEmpty()
                    ? ""
                    : "  " + (shown.length() > 40 ? "…" + shown.substring(shown.length() - 39) : shown);
            err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
            err.flush();
        } else {
            err.println(line);
        }
    }
}
