package vn.trich.pipeline.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.trich.pipeline.catalogue.Catalogue;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileState;
import vn.trich.pipeline.catalogue.Holdings;
import vn.trich.pipeline.catalogue.RunEntry;

/**
 * How a folder of results stands.
 *
 * @param goingOn whether a run is going on
 * @param run that run, or the last one
 * @param counts files by state; what a run that died left running counts as waiting
 * @param running files that are being read
 * @param retry files that will be tried again
 * @param attention files that need a person, who took none of them away yet
 * @param holdings what it holds
 */
record Status(
        boolean goingOn,
        Optional<RunEntry> run,
        Map<FileState, Integer> counts,
        List<Running> running,
        List<FileEntry> retry,
        List<FileEntry> attention,
        Holdings holdings) {

    /**
     * A file that is being read.
     *
     * @param pages pages of it that are finished and kept
     */
    record Running(FileEntry file, int pages) {}

    static Status of(Catalogue catalogue, boolean goingOn) throws IOException {
        Map<FileState, Integer> counts = new EnumMap<>(catalogue.files().counts());
        List<Running> running = new ArrayList<>();
        if (goingOn) {
            for (FileEntry file : catalogue.files().in(Set.of(FileState.RUNNING))) {
                int pages = file.sha256().isPresent()
                        ? catalogue.pages().count(file.sha256().get())
                        : 0;
                running.add(new Running(file, pages));
            }
        } else {
            counts.merge(FileState.WAITING, counts.put(FileState.RUNNING, 0), Integer::sum);
        }
        return new Status(
                goingOn,
                catalogue.lastRun(),
                counts,
                running,
                catalogue.files().in(Set.of(FileState.RETRY)),
                catalogue.files().needingPerson(),
                catalogue.documents().holdings());
    }
}
