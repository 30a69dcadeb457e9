package vn.trich.pipeline.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.trich.pipeline.batch.FolderBusyException;
import vn.trich.pipeline.batch.FolderLock;
import vn.trich.pipeline.batch.Results;

/**
 * The folders of a job over an inbox, checked and locked.
 *
 * @param inbox the inbox, through all links
 * @param out the folder of results, through all links
 * @param files the folder of the folders of end states, through all links
 * @param results the folder of results, open and locked
 * @param inboxLock the inbox's lock, where it has one
 */
record InboxFolders(Path inbox, Path out, Path files, Results results, Optional<FolderLock> inboxLock)
        implements AutoCloseable {

    /**
     * Checks and locks them; makes those that are not there, but for the inbox.
     *
     * @throws CommandFailure if they lie in each other, cannot be used, or are in use
     */
    static InboxFolders open(InboxOptions options) {
        Path inbox = inbox(options.inbox());
        Path out = made(options.out(), inbox);
        Path files = made(options.files(), inbox);
        if (files.equals(out)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--files " + files + " is the folder of results; name a folder below it, or another");
        }
        Results results;
        try {
            results = Results.open(out, options.settings().bounds());
        } catch (FolderBusyException e) {
            throw new CommandFailure(ExitCode.OUTPUT, e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot write " + out + ": " + CommandFailure.words(e));
        }
        return new InboxFolders(inbox, out, files, results, inboxLock(inbox, options.leaveFiles(), results));
    }

    private static Path inbox(Path given) {
        if (!Files.isDirectory(given) || !Files.isReadable(given)) {
            throw new CommandFailure(
                    ExitCode.INBOX,
                    given + ": the inbox is not there, is no folder, or may not be read; make it, or mount its share");
        }
        return real(given, ExitCode.INBOX);
    }

    private static Path made(Path given, Path inbox) {
        // What is not there yet is judged by the nearest folder that is, so that nothing is made where it may not be.
        Path there = given.toAbsolutePath().normalize();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        Path real = real(there == null ? given : there, ExitCode.OUTPUT);
        Path whole = there == null
                ? real
                : real.resolve(there.relativize(given.toAbsolutePath().normalize()));
        if (whole.startsWith(inbox) || inbox.startsWith(whole)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    given + " and the inbox " + inbox + " lie in each other; what is written would be read again. "
                            + "Name folders side by side");
        }
        try {
            return Files.createDirectories(whole).toRealPath();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.OUTPUT, "cannot make " + given + ": " + CommandFailure.words(e));
        }
    }

    private static Path real(Path path, int exitCode) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new CommandFailure(exitCode, "cannot use " + path + ": " + CommandFailure.words(e));
        }
    }

    /** An inbox from which nothing is taken needs no lock; one that cannot be written can have none. */
    private static Optional<FolderLock> inboxLock(Path inbox, boolean leaveFiles, Results results) {
        if (leaveFiles || !Files.isWritable(inbox)) {
            return Optional.empty();
        }
        try {
            return Optional.of(FolderLock.take(inbox));
        } catch (FolderBusyException e) {
            close(results);
            throw new CommandFailure(
                    ExitCode.INBOX, inbox + ": another run takes files from this inbox; wait for it to end");
        } catch (IOException e) {
            // A share without locks; the folder of results is locked all the same.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        inboxLock.ifPresent(InboxFolders::close);
        close(results);
    }

    private static void close(Closeable lock) {
        try {
            lock.close();
        } catch (IOException e) {
            // The process ends and gives it back.
        }
    }
}
