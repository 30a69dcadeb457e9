package vn.trich.pipeline.normalize;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.EditDistance;

/**
 * What abbreviations stand for: those that the document itself explains ({@code thủ tục hành chính (TTHC)}) before those
 * of administrative writing.
 */
final class Abbreviations {

    private static final Pattern EXPLAINED = Pattern.compile(
            "\\((?:(?:sau đây )?(?:gọi|viết) (?:tắt )?là:? ?)?[\"“]?([\\p{Lu}][\\p{Lu}&-]{1,9})[\"”]?\\)");
    private static final Pattern TOKEN = Pattern.compile("(?<![\\p{L}\\d-])\\p{Lu}[\\p{Lu}&]+(?![\\p{L}\\d])");
    private static final Pattern CUT = Pattern.compile("(?<![\\p{L}\\d])(\\p{Lu}{1,4}) (\\p{Lu}{1,4})(?![\\p{L}\\d])");
    /** A blank beside the sign inside an abbreviation: {@code TN& TKQ}. */
    private static final Pattern LOOSE_AND = Pattern.compile("(?<=\\p{Lu})(?:& | &)(?=\\p{Lu}{2,}(?![\\p{L}\\d]))");
    /** The one field whose abbreviation holds a comma. */
    private static final Pattern FIELD_LIST = Pattern.compile("(?<!\\p{L})VH, ?TT ?(?:&|và) ?DL(?!\\p{L})");
    /** {@code LĐ} also stands for labour; before an agency it is its leaders. */
    private static final Pattern LEADERS = Pattern.compile(
            "(?<![\\p{L}\\d])LĐ{1,2}(?= (?:Sở|Ban|UBND|HĐND|Văn phòng|[Pp]hòng|Cục|Chi cục|Bộ|Vụ|các|đơn vị)(?!\\p{L}))");

    private static final String CAPITALS = "ABCDĐEGHIKLMNOPQRSTUVXY";
    /** What is met oftener is no slip. */
    private static final int SELDOM = 4;

    /** Letters from which on one of them may be too many. */
    private static final int LONG = 5;

    /** {@code TU}, a Party committee's, with a mark that capitals of a name never bear. */
    private static final Pattern MARKED_COMMITTEE = Pattern.compile("(?<=\\p{L} |^)T[ÙÚỦŨỤỪỨỬỮỰƯ](?![\\p{L}])");
    /** An office run together with whose it is. */
    private static final Pattern GLUED_OFFICE = Pattern.compile("(?<!\\p{L})VP(?=HĐND|UBND)");
    /** A stop between an abbreviation and its level. */
    private static final Pattern STOPPED =
            Pattern.compile("(?<=\\p{Lu}{2})\\.(?= (?:tỉnh|huyện|xã|quận|thành phố|thị xã)(?!\\p{L}))");
    /** The last letter of an abbreviation gone over to the word behind it. */
    private static final Pattern GONE_OVER =
            Pattern.compile("(?<![\\p{L}\\d])(\\p{Lu}{2,4}) (\\p{Lu})(tỉnh|huyện|xã|quận|thành phố|thị xã)(?!\\p{L})");

    private static final Set<String> UNCOUNTED = Set.of("va", "cac", "cua", "ve", "cho", "trong");

    private final Map<String, String> own;
    private final Map<String, Integer> used;
    private final Gazetteer gazetteer;

    private Abbreviations(Map<String, String> own, Map<String, Integer> used, Gazetteer gazetteer) {
        this.own = Map.copyOf(own);
        this.used = Map.copyOf(used);
        this.gazetteer = gazetteer;
    }

    /** Those of administrative writing alone. */
    static Abbreviations of(Gazetteer gazetteer) {
        return new Abbreviations(Map.of(), Map.of(), gazetteer);
    }

    /** These, and before them those that the paragraphs explain. */
    Abbreviations with(List<String> paragraphs) {
        Map<String, String> found = new HashMap<>(own);
        Map<String, Integer> used = new HashMap<>();
        for (String paragraph : paragraphs) {
            TOKEN.matcher(paragraph).results().forEach(token -> used.merge(token.group(), 1, Integer::sum));
            Matcher m = EXPLAINED.matcher(paragraph);
            while (m.find()) {
                String letters = m.group(1);
                longForm(paragraph.substring(0, m.start()), letters)
                        .ifPresent(words -> found.putIfAbsent(letters, asCommonlyWritten(letters, words)));
            }
        }
        return new Abbreviations(found, used, gazetteer);
    }

    /** The words right before whose first letters the abbreviation gives. */
    private static Optional<String> longForm(String before, String letters) {
        String initials = BareText.of(letters).replaceAll("[^a-z]", "");
        int[] starts = Pattern.compile("[\\p{L}\\p{N}]+")
                .matcher(before)
                .results()
                .mapToInt(word -> word.start())
                .toArray();
        int letter = initials.length() - 1;
        for (int i = starts.length - 1; i >= 0 && starts.length - i <= 14; i--) {
            String word = BareText.of(before.substring(starts[i])).split("[^\\p{L}\\p{N}]", 2)[0];
            if (!word.isEmpty() && word.charAt(0) == initials.charAt(letter)) {
                letter--;
                if (letter < 0) {
                    return Optional.of(before.substring(starts[i]).strip());
                }
            } else if (!UNCOUNTED.contains(word)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The case that the words have inside a sentence, where it is known: the document may explain them in a heading. */
    private String asCommonlyWritten(String letters, String words) {
        return gazetteer
                .expansion(letters, "")
                .filter(common -> BareText.words(common).equals(BareText.words(words)))
                .orElse(words);
    }

    /** The text with every abbreviation known spelt out. */
    String spellOut(String text) {
        Matcher m = TOKEN.matcher(text);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            m.appendReplacement(out, Matcher.quoteReplacement(token(m.group())));
        }
        return gazetteer.spellOut(m.appendTail(out).toString());
    }

    /** The text with abbreviations made whole that a stray blank cut in two ({@code TT HC}). */
    String rejoin(String text) {
        String whole = LOOSE_AND.matcher(settled(text)).replaceAll("&");
        String listed = FIELD_LIST.matcher(whole).replaceAll("VHTTDL");
        Matcher m = CUT.matcher(LEADERS.matcher(listed).replaceAll("Lãnh đạo"));
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            String joined = m.group(1) + m.group(2);
            boolean known =
                    own.containsKey(joined) || gazetteer.expansion(joined, "").isPresent();
            m.appendReplacement(out, Matcher.quoteReplacement(known ? joined : m.group()));
        }
        return m.appendTail(out).toString();
    }

    private String settled(String text) {
        String parted = GLUED_OFFICE
                .matcher(STOPPED.matcher(MARKED_COMMITTEE.matcher(text).replaceAll("TU"))
                        .replaceAll(""))
                .replaceAll("VP ");
        return GONE_OVER
                .matcher(parted)
                .replaceAll(m -> known(m.group(1) + m.group(2)) ? "$1$2 $3" : Matcher.quoteReplacement(m.group()));
    }

    private String token(String letters) {
        String known = own.get(letters);
        if (known != null) {
            return known;
        }
        boolean joined = letters.indexOf('&') > 0 && gazetteer.spellOut(letters).equals(letters);
        if (joined) {
            return Arrays.stream(letters.split("&")).map(this::token).collect(Collectors.joining(" và "));
        }
        String whole = agency(letters).orElse(withStrokes(letters));
        return whole.equals(letters) ? usual(letters) : whole;
    }

    /** A token that means nothing, as the one that the document uses often and that is a letter away, if there is one. */
    private String usual(String letters) {
        int times = Math.max(1, used.getOrDefault(letters, 0));
        if (letters.length() < 4 || known(letters)) {
            return letters;
        }
        List<String> near = used.entrySet().stream()
                .filter(token -> token.getValue() >= 3 * times && known(token.getKey()))
                .map(Map.Entry::getKey)
                .filter(token -> EditDistance.within(BareText.of(token), BareText.of(letters), 1))
                .toList();
        if (near.size() == 1) {
            return own.getOrDefault(near.get(0), near.get(0));
        }
        return times <= SELDOM && near.isEmpty() ? oneLetterAway(letters) : letters;
    }

    /** A token that means nothing, as the only one of administrative writing that differs from it by one letter, or lacks one of it. */
    private String oneLetterAway(String letters) {
        Set<String> near = new TreeSet<>();
        for (int i = 0; i < letters.length(); i++) {
            for (char c : CAPITALS.toCharArray()) {
                String other = letters.substring(0, i) + c + letters.substring(i + 1);
                if (known(other)) {
                    near.add(other);
                }
            }
        }
        for (int i = 0; i < letters.length() && letters.length() >= LONG; i++) {
            String other = letters.substring(0, i) + letters.substring(i + 1);
            if (known(other)) {
                near.add(other);
            }
        }
        return near.size() == 1 ? near.iterator().next() : letters;
    }

    private boolean known(String letters) {
        return own.containsKey(letters) || gazetteer.expansion(letters, "").isPresent();
    }

    /** The ministry or department of that symbol ({@code BNV}, {@code SNV}). */
    private Optional<String> agency(String letters) {
        if (letters.length() < 3 || !letters.matches("[BS].*")) {
            return Optional.empty();
        }
        return gazetteer
                .agency(letters)
                .filter(agency ->
                        agency.level().startsWith("ministry") || agency.level().equals("department"))
                .map(agency -> agency.name());
    }

    /** An unknown abbreviation with the strokes back that a reader lost of its {@code Đ}, where that makes it known. */
    private String withStrokes(String letters) {
        if (gazetteer.expansion(letters, "").isPresent()) {
            return letters;
        }
        for (int d = letters.indexOf('D'); d >= 0; d = letters.indexOf('D', d + 1)) {
            String stroked = letters.substring(0, d) + 'Đ' + letters.substring(d + 1);
            if (gazetteer.expansion(stroked, "").isPresent()) {
                return stroked;
            }
        }
        String all = letters.replace('D', 'Đ').replace('Ƣ', 'U').replace('Ư', 'U');
        return gazetteer.expansion(all, "").isPresent() ? all : letters;
    }
}
