package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Parts names that were read as one because nothing stood between them on paper, where the document has each of them
 * elsewhere by itself: {@code Phòng Pháp chế Thanh tra Sở}. Joins those that were parted where the document has them whole:
 * {@code Trung tâm Y tế}, {@code Huyện}.
 */
final class RunTogetherUnits {

    private final UnitVocabulary vocabulary;
    /** The most parts that one name falls into. */
    private static final int MOST_PARTS = 3;

    /** Letters of a name's end that tell which it was. */
    private static final int SHORTEST_END = 9;

    private final Set<String> known = new HashSet<>();
    /** Names by their words, and how often they were met. */
    private final Map<String, String> whole = new HashMap<>();

    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, List<String>> parted = new HashMap<>();

    /** Knows the names of those tasks. */
    RunTogetherUnits(List<TaskDraft> tasks, UnitVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        tasks.stream()
                .flatMap(task -> Stream.concat(task.lead().stream(), task.coord().stream()))
                .forEach(name -> {
                    known.add(BareText.of(name));
                    if (!TaskFinisher.runTogether(name)) {
                        whole.putIfAbsent(words(name), name);
                        times.merge(words(name), 1, Integer::sum);
                    }
                });
    }

    /** The task with the names parted. */
    TaskDraft part(TaskDraft task) {
        return task.withUnits(part(task.lead()), part(task.coord()));
    }

    private List<String> part(List<String> names) {
        List<String> apart = joined(names).stream()
                .map(this::completed)
                .flatMap(name -> parted.computeIfAbsent(name, this::part).stream())
                .toList();
        return joined(apart).stream().distinct().toList();
    }

    /** A name whose beginning was not read, as the only one of the document that ends so and is met oftener. */
    private String completed(String name) {
        String read = words(name);
        boolean headless = read.length() >= SHORTEST_END && !opens(BareText.of(name), 0);
        List<String> fitting = headless
                ? whole.keySet().stream()
                        .filter(other -> other.endsWith(" " + read)
                                || other.endsWith(read) && other.length() <= read.length() + 2)
                        .filter(other -> !other.equals(read) && times.get(other) > times.getOrDefault(read, 0))
                        .toList()
                : List.of();
        return fitting.size() == 1 ? whole.get(fitting.get(0)) : name;
    }

    private static String words(String name) {
        return BareText.words(name).replace(" va ", " ");
    }

    private List<String> joined(List<String> names) {
        List<String> joined = new ArrayList<>();
        int at = 0;
        while (at < names.size()) {
            if (isOffice(names, at)) {
                joined.add("Văn phòng " + names.get(at + 1) + " và " + names.get(at + 2));
                at += MOST_PARTS;
                continue;
            }
            int parts = Math.min(MOST_PARTS, names.size() - at);
            while (parts > 1 && !isOne(names.subList(at, at + parts))) {
                parts--;
            }
            joined.add(parts == 1 ? names.get(at) : whole.get(words(String.join(" ", names.subList(at, at + parts)))));
            at += parts;
        }
        return joined;
    }

    /** Whether there stand the parts of the one office that serves a council and a committee. */
    private static boolean isOffice(List<String> names, int at) {
        return at + 2 < names.size()
                && names.get(at).equals("Văn phòng")
                && names.get(at + 1).equals("Hội đồng nhân dân")
                && names.get(at + 2).startsWith("Ủy ban nhân dân ");
    }

    /** Whether the names are parts of one that is met at least as often as one of them. */
    private boolean isOne(List<String> names) {
        int together = times.getOrDefault(words(String.join(" ", names)), 0);
        return together > 0 && names.stream().anyMatch(name -> times.getOrDefault(words(name), 0) <= together);
    }

    private List<String> part(String name) {
        List<String> parts = new ArrayList<>();
        String rest = name;
        for (int cut = firstEnd(rest); cut > 0; cut = firstEnd(rest)) {
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        boolean more = !parts.isEmpty() && (known.contains(BareText.of(rest)) || rest.startsWith("Các "));
        if (!more) {
            return atSecondHead(name);
        }
        parts.add(rest);
        return parts;
    }

    /** Parts a name that holds another's beginning there, for no name does. */
    private List<String> atSecondHead(String name) {
        Matcher second = TaskFinisher.SECOND_UNIT.matcher(name);
        int cut = second.find() ? name.indexOf(' ', second.start()) : -1;
        if (cut < 0 || !moreThanHead(BareText.of(name.substring(0, cut))) || !opens(BareText.of(name), cut + 1)) {
            return List.of(name);
        }
        List<String> parts = new ArrayList<>(List.of(name.substring(0, cut)));
        parts.addAll(atSecondHead(name.substring(cut + 1)));
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
