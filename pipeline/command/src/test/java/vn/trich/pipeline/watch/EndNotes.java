package vn.trich.pipeline.watch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileState;

/** Notes of files that were read whole. */
final class EndNotes {

    private EndNotes() {}

    static EndNote of(long id) {
        FileEntry entry = new FileEntry(
                id,
                Path.of("/inbox/plan.pdf"),
                "plan.pdf",
                1,
                Instant.EPOCH,
                Optional.of("ab"),
                Instant.EPOCH,
                Instant.EPOCH,
                FileState.WAITING,
                Instant.EPOCH,
                "",
                0,
                Optional.empty(),
                Optional.empty());
        Claim claim = new Claim(entry, entry.path(), Path.of("plan.pdf"), true);
        Engine.Outcome outcome =
                new Engine.Outcome(id, Engine.Kind.WHOLE, List.of("ab"), 1, List.of(), Optional.empty());
        return EndNote.read(claim, outcome, Instant.EPOCH, "1");
    }
}
