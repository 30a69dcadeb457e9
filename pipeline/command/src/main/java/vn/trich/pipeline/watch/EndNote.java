package vn.trich.pipeline.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.pipeline.catalogue.FileEntry;
import vn.trich.pipeline.catalogue.FileState;

/**
 * The note that lies beside a file that was taken: what happened to it and what a person has to do.
 *
 * @param claim the file
 * @param state where it ends
 * @param happened what happened
 * @param todo what a person has to do
 * @param pages its pages; 0 if they are not known
 * @param documents ids of the documents read from it
 * @param failed the pages that were not read
 * @param twin of a duplicate: the file that had come before
 * @param ended when
 * @param software the version that read it
 */
record EndNote(
        Claim claim,
        EndState state,
        String happened,
        String todo,
        int pages,
        List<String> documents,
        List<FailedPage> failed,
        String twin,
        Instant ended,
        String software) {

    /** The field that tells whose note it is. */
    static final String NUMBER = "file_id";

    private static final Pattern PAGE = Pattern.compile("page (\\d{1,9}): (.*)", Pattern.DOTALL);

    /** A page that was not read, and why. */
    record FailedPage(int page, String reason) {}

    /** Of a file that was read, whole or in part, or refused. */
    static EndNote read(Claim claim, Engine.Outcome outcome, Instant now, String software) {
        EndState state = switch (outcome.kind()) {
            case WHOLE -> EndState.DONE;
            case PARTLY -> EndState.PARTIAL;
            default -> EndState.QUARANTINED;
        };
        List<FailedPage> failed = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String message : outcome.messages()) {
            Matcher page = PAGE.matcher(message);
            if (page.matches()) {
                failed.add(new FailedPage(Integer.parseInt(page.group(1)), page.group(2)));
            } else {
                others.add(message);
            }
        }
        return new EndNote(
                claim,
                state,
                happened(state, outcome, failed, others),
                todo(state),
                outcome.pages(),
                outcome.documents(),
                failed,
                "",
                now,
                software);
    }

    /** Of a file whose bytes had come before. */
    static EndNote duplicate(Claim claim, Engine.Outcome outcome, Instant now, String software) {
        FileEntry first = outcome.first().orElse(claim.entry());
        boolean read = first.state() != FileState.QUARANTINED;
        return new EndNote(
                claim,
                EndState.DUPLICATE,
                "Its bytes are those of \"" + first.name() + "\", seen first on " + seconds(first.firstSeen())
                        + (read ? ". It was not read again." : ", which could not be read: " + first.message()),
                read ? "Nothing. This copy may be deleted." : "See the note of that file. This copy may be deleted.",
                outcome.pages(),
                outcome.documents(),
                List.of(),
                first.name(),
                now,
                software);
    }

    /** Of a file that was tried too often in vain. */
    static EndNote givenUp(Claim claim, Instant now, String software) {
        return new EndNote(
                claim,
                EndState.QUARANTINED,
                "Tried " + claim.entry().tries() + " times in vain. The last time: "
                        + claim.entry().message(),
                "Set right what kept it from being read, then put the file back into the inbox.",
                0,
                List.of(),
                List.of(),
                "",
                now,
                software);
    }

    ObjectNode toJson() {
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        note.put("file", claim.path());
        note.put("state", state.word());
        note.put("what_happened", happened);
        note.put("what_to_do", todo);
        note.put("pages", pages);
        ArrayNode ids = note.putArray("documents");
        documents.forEach(ids::add);
        ArrayNode failures = note.putArray("failed_pages");
        failed.forEach(f -> failures.addObject().put("page", f.page).put("reason", f.reason));
        note.put("same_as", twin);
        FileEntry file = claim.entry();
        note.put("size", file.size());
        note.put("modified", file.modified().toString());
        note.put("sha256", file.sha256().orElse(""));
        note.put("taken", seconds(file.firstSeen()));
        note.put("ended", seconds(ended));
        note.put("tries_in_vain", file.tries());
        note.put(NUMBER, file.id());
        note.put("software", "trich " + software);
        return note;
    }

    private static String happened(
            EndState state, Engine.Outcome outcome, List<FailedPage> failed, List<String> others) {
        String pages = count(outcome.pages(), "page");
        String documents = count(outcome.documents().size(), "document");
        return switch (state) {
            case DONE -> "Read whole: " + pages + ", " + documents + ".";
            case PARTIAL ->
                "Read, but for " + failed.size() + " of " + pages + ": " + documents + "." + sentences(others);
            default ->
                "Not read." + sentences(others)
                        + (failed.isEmpty() ? "" : " None of its " + pages + " could be read: " + failed.get(0).reason);
        };
    }

    private static String todo(EndState state) {
        return switch (state) {
            case DONE -> "Nothing.";
            case PARTIAL ->
                "Look at the pages named under failed_pages. Scan them again if they are hard to read, and put the new "
                        + "scan into the inbox.";
            default ->
                "Set right what is said above, or fetch or scan the paper again, then put the file into the inbox. "
                        + "Delete it if it is no document.";
        };
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String sentences(List<String> messages) {
        return messages.isEmpty() ? "" : " " + String.join(" ", messages);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
