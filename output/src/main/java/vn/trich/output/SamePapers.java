package vn.trich.output;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds files that are the same paper, a rescan or a second copy: equal number, issuer and year. A number that was left
 * open ({@code /KH-ABC}) tells nothing.
 */
public final class SamePapers {

    private static final Pattern NUMBERED = Pattern.compile("\\d.*");

    /**
     * What is compared of a document.
     *
     * @param documentId its id
     * @param sha256 of its source file
     * @param number as issued
     * @param issuer issuing agency
     * @param date ISO date, or as much as is known
     */
    public record Issue(String documentId, String sha256, String number, String issuer, String date) {}

    /**
     * Tells for each document which earlier one it is the same paper as.
     *
     * @param documents documents in their order
     * @return by document id: the id of the first document that is the same paper and comes from another file; documents
     *     without such a one are not there
     */
    public Map<String, String> find(Collection<Issue> documents) {
        Map<String, Issue> firsts = new HashMap<>();
        Map<String, String> same = new HashMap<>();
        for (Issue document : documents) {
            Optional<String> key = key(document);
            if (key.isEmpty()) {
                continue;
            }
            Issue first = firsts.putIfAbsent(key.get(), document);
            if (first != null && !first.sha256().equals(document.sha256())) {
                same.put(document.documentId(), first.documentId());
            }
        }
        return Map.copyOf(same);
    }

    private static Optional<String> key(Issue document) {
        boolean known = NUMBERED.matcher(document.number()).matches()
                && !document.issuer().isEmpty()
                && document.date().length() >= 4;
        return known
                ? Optional.of(NameKey.of(document.number()) + "|" + NameKey.of(document.issuer()) + "|"
                        + document.date().substring(0, 4))
                : Optional.empty();
    }
}
