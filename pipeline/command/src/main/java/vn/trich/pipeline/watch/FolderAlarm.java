package vn.trich.pipeline.watch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Wakes a job when something happens in an inbox. The events of a file system only ring the bell: what is there is found
 * by looking. Network shares tell nothing of what others do to them, so there the bell rings by the clock.
 */
final class FolderAlarm implements Closeable {

    private final Optional<WatchService> service;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private boolean overflow;
    private volatile boolean rung;

    private FolderAlarm(Optional<WatchService> service) {
        this.service = service;
    }

    /** An alarm for an inbox: by events if its file system tells of them all, else by the clock. */
    static FolderAlarm of(Inbox inbox) {
        try {
            return inbox.isRemote()
                    ? byClock()
                    : new FolderAlarm(Optional.of(inbox.root().getFileSystem().newWatchService()));
        } catch (IOException | UnsupportedOperationException e) {
            return byClock();
        }
    }

    /** An alarm that hears of nothing. */
    static FolderAlarm byClock() {
        return new FolderAlarm(Optional.empty());
    }

    /** Whether it hears of events. */
    boolean hearsEvents() {
        return service.isPresent() && !overflow;
    }

    /**
     * Listens to these folders, and to no others any more.
     *
     * @param folders all folders of the inbox
     * @return whether there was one among them that it had not listened to
     */
    boolean listenTo(List<Path> folders) {
        if (!hearsEvents()) {
            return false;
        }
        boolean news = false;
        Set<Path> gone = new HashSet<>(keys.keySet());
        for (Path folder : folders) {
            gone.remove(folder);
            if (!keys.containsKey(folder) || !keys.get(folder).isValid()) {
                listenTo(folder);
                news = true;
            }
        }
        for (Path folder : new ArrayList<>(gone)) {
            keys.remove(folder).cancel();
        }
        return news;
    }

    private void listenTo(Path folder) {
        try {
            keys.put(
                    folder,
                    folder.register(
                            service.orElseThrow(),
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY));
        } catch (IOException e) {
            // It went meanwhile, or the system's number of watches is used up: then the clock has to do.
            overflow = overflow || Files.isDirectory(folder);
        }
    }

    /** Rings from outside, from any thread. */
    synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /** Waits, deaf to events; a ring from outside ends it. */
    void sleep(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !rung; left = end - System.nanoTime()) {
            slept(left);
        }
    }

    /**
     * Waits for an event.
     *
     * @param most how long at most
     * @return whether there was one
     */
    boolean await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        boolean heard = false;
        while (!heard && !rung && System.nanoTime() < end) {
            // In short steps, so that a ring from outside is heard soon.
            long step = Math.max(1, Math.min(TimeUnit.MILLISECONDS.toNanos(200), end - System.nanoTime()));
            heard = hearsEvents() ? heardEvent(step) : slept(step);
        }
        return heard;
    }

    private boolean heardEvent(long nanos) throws InterruptedException {
        WatchKey key = service.orElseThrow().poll(nanos, TimeUnit.NANOSECONDS);
        boolean heard = key != null;
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = service.orElseThrow().poll();
        }
        return heard;
    }

    private synchronized boolean slept(long nanos) throws InterruptedException {
        if (!rung) {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        if (service.isPresent()) {
            service.get().close();
        }
    }
}
