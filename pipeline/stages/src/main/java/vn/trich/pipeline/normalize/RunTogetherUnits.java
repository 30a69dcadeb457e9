package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Parts names that were read as one because nothing stood between them on paper, where the document has each of them
 * elsewhere by itself: {@code Phòng Pháp chế Thanh tra Sở}.
 */
final class RunTogetherUnits {

    private final UnitVocabulary vocabulary;
    private final Set<String> known = new HashSet<>();
    private final Map<String, List<String>> parted = new HashMap<>();

    /** Knows the names of those tasks. */
    RunTogetherUnits(List<TaskDraft> tasks, UnitVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        tasks.stream()
                .flatMap(task -> Stream.concat(task.lead().stream(), task.coord().stream()))
                .map(BareText::of)
                .forEach(known::add);
    }

    /** The task with the names parted. */
    TaskDraft part(TaskDraft task) {
        return task.withUnits(part(task.lead()), part(task.coord()));
    }

    private List<String> part(List<String> names) {
        return names.stream()
                .flatMap(name -> parted.computeIfAbsent(name, this::part).stream())
                .distinct()
                .toList();
    }

    private List<String> part(String name) {
        List<String> parts = new ArrayList<>();
        String rest = name;
        for (int cut = firstEnd(rest); cut > 0; cut = firstEnd(rest)) {
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        boolean whole = !parts.isEmpty() && known.contains(BareText.of(rest));
        if (!whole) {
            return List.of(name);
        }
        parts.add(rest);
        return parts;
    }

    /** Where the longest name ends that is known and opens the text, more text following; 0 if none does. */
    private int firstEnd(String text) {
        String bare = BareText.of(text);
        for (int end = bare.lastIndexOf(' '); end > 0; end = bare.lastIndexOf(' ', end - 1)) {
            if (Character.isUpperCase(text.charAt(end + 1))
                    && known.contains(bare.substring(0, end))
                    && moreThanHead(bare.substring(0, end))
                    && opens(bare, end + 1)) {
                return end;
            }
        }
        return 0;
    }

    private boolean opens(String bare, int place) {
        return vocabulary
                .headAt(bare, place + vocabulary.quantifierAt(bare, place))
                .isPresent();
    }

    /** A head alone wants what follows: {@code Văn phòng Ủy ban nhân dân}. */
    private boolean moreThanHead(String bare) {
        int quantifier = vocabulary.quantifierAt(bare, 0);
        return quantifier > 0
                || vocabulary
                        .headAt(bare, 0)
                        .filter(head -> head.words().length() < bare.length())
                        .isPresent();
    }
}
