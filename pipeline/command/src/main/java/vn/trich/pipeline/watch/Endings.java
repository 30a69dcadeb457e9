package vn.trich.pipeline.watch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.ContentHash;
import vn.trich.pipeline.catalogue.FileState;
import vn.trich.pipeline.watch.FileMover.ChangedFileException;

/**
 * Brings files where they end, in steps each of which may be the last that a killed job does: the note is written, the
 * catalogue says where the file ends, the file is moved, its folder in the work folder goes. A file that is copied to
 * another file system is named by the catalogue only when the copy is whole; until then its own note keeps its place.
 */
final class Endings {

    private final EndFolders folders;
    private final WorkFolder work;
    private final Catalogue catalogue;
    private final InboxJob.Plan plan;
    private final JobListener listener;
    private final Clock clock;
    private final Backoff backoff;
    private final ContentHash hash = new ContentHash(LinkOption.NOFOLLOW_LINKS);

    Endings(
            EndFolders folders,
            WorkFolder work,
            Catalogue catalogue,
            InboxJob.Plan plan,
            JobListener listener,
            Clock clock) {
        this.folders = folders;
        this.work = work;
        this.catalogue = catalogue;
        this.plan = plan;
        this.listener = listener;
        this.clock = clock;
        this.backoff = plan.backoff();
    }

    /** Ends a file that was read, if it is still the file that was read. */
    void read(Claim claim, Engine.Outcome outcome) throws IOException {
        switch (outcome.kind()) {
            case UNFINISHED -> {
                // It stays taken; the next job goes on with it.
            }
            case TROUBLE -> postpone(claim, String.join(" ", outcome.messages()));
            case DUPLICATE -> end(claim, EndNote.duplicate(claim, outcome, clock.instant(), plan.software()));
            default -> {
                if (isUnchanged(claim)) {
                    end(claim, EndNote.read(claim, outcome, clock.instant(), plan.software()));
                } else {
                    postpone(claim, "it changed while it was read");
                }
            }
        }
    }

    /** Lets a file wait, or gives it up if it waited too often. */
    void postpone(Claim claim, String why) throws IOException {
        int tries = claim.entry().tries() + 1;
        Claim waiting = later(claim, why);
        if (tries >= plan.tries()) {
            end(waiting, EndNote.givenUp(waiting, clock.instant(), plan.software()));
        } else {
            tellPostponed(waiting);
        }
    }

    private Claim later(Claim claim, String why) throws IOException {
        Instant next = clock.instant().plus(backoff.after(claim.entry().tries() + 1));
        catalogue.files().retry(claim.id(), next, why);
        return claim.with(catalogue.files().file(claim.id()).orElseThrow());
    }

    private void tellPostponed(Claim claim) {
        listener.tell(new JobEvent.Postponed(
                claim.path(),
                claim.entry().message(),
                claim.entry().tries(),
                claim.entry().nextTry().orElseThrow()));
    }

    /** Whether all is settled but that the file has to be brought to where the catalogue says. */
    boolean isSettled(Claim claim) {
        return !claim.inPlace()
                && claim.entry().state().isEnd()
                && claim.entry()
                        .movedTo()
                        .filter(place -> place.startsWith(
                                folders.folder(EndState.of(claim.entry().state()))))
                        .isPresent();
    }

    /** Brings a file to where the catalogue says. */
    void resume(Claim claim) throws IOException {
        EndState state = EndState.of(claim.entry().state());
        Path target = claim.entry().movedTo().orElseThrow();
        bring(
                claim,
                target,
                new JobEvent.Ended(claim.path(), state, claim.entry().message(), 0, List.of()));
    }

    private boolean isUnchanged(Claim claim) {
        try {
            return hash.of(claim.file()).equals(sha256(claim));
        } catch (IOException e) {
            return false;
        }
    }

    private void end(Claim claim, EndNote note) throws IOException {
        Path target;
        try {
            target = folders.place(note.state(), claim.relative(), claim.id());
            folders.write(target, note);
        } catch (IOException e) {
            // It is tried again; what was read of it is kept, so that costs nothing.
            tellPostponed(later(claim, "it cannot be put to " + note.state().word() + ": " + Reasons.of(e)));
            return;
        }
        FileState state = note.state().inCatalogue();
        boolean stays = claim.inPlace()
                && (plan.leaveFiles() || !Files.isWritable(claim.file().getParent()));
        catalogue.together(() -> {
            // Of a duplicate the catalogue says which file came first.
            String message = note.twin().isEmpty() ? note.happened() : note.twin();
            catalogue.files().state(claim.id(), state, message);
            if (!claim.inPlace()) {
                catalogue.files().moved(claim.id(), target);
            }
            return null;
        });
        JobEvent.Ended event =
                new JobEvent.Ended(claim.path(), note.state(), note.happened(), note.pages(), note.documents());
        if (stays) {
            finish(claim, event);
        } else {
            bring(claim, target, event);
        }
    }

    private void bring(Claim claim, Path target, JobEvent.Ended event) throws IOException {
        try {
            folders.bring(claim.file(), target, sha256(claim));
        } catch (ChangedFileException e) {
            postpone(claim, "it changed while it was moved");
            return;
        } catch (FileAlreadyExistsException e) {
            if (!isCopied(claim, target)) {
                // Somebody put another file there: another place is found when it is tried again.
                tellPostponed(later(claim, target + " is taken by another file"));
                return;
            }
        } catch (NoSuchFileException e) {
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                listener.tell(new JobEvent.Problem(
                        claim.path() + ": somebody took it away while it was about to be moved to " + target));
            }
        } catch (IOException e) {
            tellPostponed(later(claim, "it cannot be moved to " + target + ": " + Reasons.of(e)));
            return;
        }
        if (claim.inPlace()) {
            catalogue.files().moved(claim.id(), target);
        }
        finish(claim, event);
    }

    private void finish(Claim claim, JobEvent.Ended event) throws IOException {
        work.clear(claim.id());
        listener.tell(event);
    }

    /** Whether a killed job had copied the file already; the original then goes. */
    private boolean isCopied(Claim claim, Path target) throws IOException {
        if (!claim.inPlace()
                || !hash.of(target).equals(sha256(claim))
                || !hash.of(claim.file()).equals(sha256(claim))) {
            return false;
        }
        Files.delete(claim.file());
        return true;
    }

    private static String sha256(Claim claim) {
        return claim.entry().sha256().orElse("");
    }
}
