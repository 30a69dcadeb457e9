package vn.trich.pipeline.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.trich.output.DocumentRecord;
import vn.trich.output.Trust;

/** Counts what a folder of results holds. */
final class FolderTally {

    private final Map<String, Integer> holds = new LinkedHashMap<>();
    private final Map<String, Integer> toReview = new LinkedHashMap<>();
    private final Map<String, List<String>> failures = new HashMap<>();
    private final Set<String> units = new HashSet<>();

    void add(DocumentRecord d) {
        count("documents", List.of(d.trust()));
        count("pages", d.pageCount());
        count("sections", d.sections().stream().map(s -> s.trust()).toList());
        count("tables", d.tables().stream().map(t -> t.trust()).toList());
        count("tasks", d.tasks().stream().map(t -> t.trust()).toList());
        d.units().forEach(u -> units.add(u.unitId()));
        holds.put("units", units.size());
        count("targets", d.targets().stream().map(t -> t.trust()).toList());
        count("indicators", d.indicators().stream().map(i -> i.trust()).toList());
        count("references", d.references().size());
        if (d.status() != DocumentRecord.Status.OK) {
            List<String> messages = failures.computeIfAbsent(d.sha256(), sha -> new ArrayList<>());
            for (String warning : d.warnings()) {
                // What a file is refused for names it; what a page is, does not.
                String message = warning.startsWith(d.sourceFile() + ":") ? warning : d.sourceFile() + ": " + warning;
                if (!messages.contains(message)) {
                    messages.add(message);
                }
            }
        }
    }

    Map<String, Integer> holds() {
        return holds;
    }

    Map<String, Integer> toReview() {
        return toReview;
    }

    /** What failed in the file of that hash. */
    List<String> failures(String sha256) {
        return failures.getOrDefault(sha256, List.of());
    }

    private void count(String kind, List<Trust> trusts) {
        count(kind, trusts.size());
        int doubtful = (int) trusts.stream().filter(Trust::needsReview).count();
        toReview.merge(kind, doubtful, Integer::sum);
    }

    private void count(String kind, int number) {
        holds.merge(kind, number, Integer::sum);
    }
}
