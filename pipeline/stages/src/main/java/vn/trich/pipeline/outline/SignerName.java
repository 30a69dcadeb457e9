package vn.trich.pipeline.outline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.models.language.EditDistance;

/**
 * Reads the name of who signed out of a line: without titles and ranks, without specks, its syllables parted where they
 * were run together, a family name that lost letters or marks completed where one family name alone fits.
 */
final class SignerName {

    private static final Pattern TITLES =
            Pattern.compile("^(?:(?:TS|T§|ThS|Ths|BSCKII|BSCKI|BSCK|BS|CKII|CKI|CK|PGS|GS|KS|CN|DS|LS|Ts|Bs|II|I"
                    + "|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|Tướng|Tá|Úy)|Chuẩn đô đốc|Phó đô đốc"
                    + "|(?:ĐẠI|THƯỢNG|TRUNG|THIẾU) (?:TƯỚNG|TÁ|ÚY)|Đồng chí|Ông|Bà)(?![\\p{L}])[.:]?\\s*)+");
    private static final Pattern NAME = Pattern.compile("(\\p{Lu}[\\p{L}’']*)(\\s+\\p{Lu}[\\p{L}’']*){1,5}");
    /** A name whose first letters were lost, what is left of its first syllable in one piece or two. */
    private static final Pattern CUT =
            Pattern.compile("(\\p{Ll}{1,6}(?: \\p{Ll}{1,2})?)((?:\\s\\p{Lu}[\\p{L}’']+){1,4})");
    /** Where two syllables were run together. */
    private static final Pattern SEAM = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private static final Pattern MIXED = Pattern.compile(".*(?<!\\p{L})\\p{Lu}{2,}(?!\\p{L}).*");
    private static final Pattern LIST = Pattern.compile("^(danh sach|danh muc|to chuc|noi nhan)(?![a-z]).*");
    /** What an electronic signature prints beside the person's name. */
    private static final Pattern SIGNED_BY =
            Pattern.compile("^(?:nguoi ky|(?:da |duoc )?ky (?:so )?boi|(?:digitally )?signed by)\\s*[:;.]?\\s*");

    private static final Pattern SYLLABLE = Pattern.compile("\\p{Lu}[\\p{Ll}’']*");
    /** Pieces of dirt before a name, at most. */
    private static final int MOST_SPECKS = 4;
    /** The list of family names begins with so many that are common. */
    private static final int COMMON = 45;

    /** Letters from which on what is left of a family name may differ from it by its marks. */
    private static final int TELLING = 3;

    private final TitleReader titles;
    private final List<String> surnames = Lexicon.lines("surnames.txt");
    private final Set<String> families = surnames.stream().map(Bare::of).collect(Collectors.toUnmodifiableSet());

    SignerName(TitleReader titles) {
        this.titles = titles;
    }

    /**
     * A name read.
     *
     * @param text the name
     * @param certain whether it begins with a family name as it was read
     */
    record Read(String text, boolean certain) {}

    /** The name in a line that holds nothing else but titles, if it does. */
    Optional<String> in(String text) {
        return read(text).map(Read::text);
    }

    /** The name in a line that holds nothing else but titles and specks, if it does, and how sure it is. */
    Optional<Read> read(String text) {
        String plain = TITLES.matcher(
                        text.strip().replaceAll("(?<!\\p{L})I,(?=\\p{Ll})", "L").replaceFirst("^[^\\p{L}(]+", ""))
                .replaceFirst("")
                .replaceAll("[^\\p{L}]+$", "");
        Matcher cut = CUT.matcher(plain);
        if (cut.matches()) {
            return completed(cut.group(1).replace(" ", "")).map(family -> new Read(family + cut.group(2), false));
        }
        String name = parted(plain);
        boolean capitals = FlowLine.capitals(name);
        boolean known = family(name.split(" ")[0]);
        boolean mixed = !capitals && MIXED.matcher(name).matches();
        boolean list = LIST.matcher(Bare.of(name)).matches();
        if (!NAME.matcher(name).matches()) {
            return freed(plain);
        }
        if (list || mixed || capitals && !known || titles.position(name)) {
            return Optional.empty();
        }
        return Optional.of(withFamily(name));
    }

    /** A name behind specks, or one whose first syllable holds a sign for a letter; it must begin with a family name then. */
    private Optional<Read> freed(String text) {
        String[] words = text.split(" ");
        int from = words.length;
        while (from > 0 && SYLLABLE.matcher(words[from - 1]).matches()) {
            from--;
        }
        int syllables = words.length - from;
        if (syllables < 2 || from > MOST_SPECKS || FlowLine.capitals(text)) {
            return Optional.empty();
        }
        String name = String.join(" ", List.of(words).subList(from, words.length));
        if (from > 0) {
            Optional<String> spoilt = withSignForALetter(words[from - 1]);
            if (spoilt.isPresent()) {
                return Optional.of(new Read(spoilt.get() + " " + name, false));
            }
            boolean text2 = List.of(words).subList(0, from).stream().anyMatch(w -> w.matches("\\p{L}{4,}"));
            if (text2) {
                return Optional.empty();
            }
        }
        Read read = withFamily(name);
        return syllables >= 3 && family(read.text().split(" ")[0])
                ? Optional.of(new Read(read.text(), false))
                : Optional.empty();
    }

    /** The one family name that a syllable is in which one sign stands for a letter: {@code Si:}, {@code P!ạm}. */
    private Optional<String> withSignForALetter(String word) {
        String letters = word.replaceAll("\\p{L}", "");
        if (letters.length() != 1 || word.length() < 3 || !Character.isLetter(word.charAt(0))) {
            return Optional.empty();
        }
        int at = word.indexOf(letters);
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        List<String> fitting = surnames.stream()
                .filter(s -> s.length() == word.length() && s.startsWith(before) && s.endsWith(after))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** The person whom the print of an electronic signature names, if the line is one and names a person with marks. */
    Optional<String> electronic(String text) {
        Matcher by = SIGNED_BY.matcher(Bare.of(text));
        return by.find() && Bare.of(text).length() == text.length()
                ? in(text.substring(by.end()))
                        .filter(name -> surnames.stream().anyMatch(name.split(" ")[0]::equalsIgnoreCase))
                : Optional.empty();
    }

    /** Whether a line is a name with a title or rank before it. */
    boolean titled(String text) {
        return TITLES.matcher(text.strip()).find() && in(text).isPresent();
    }

    /** Whether a word is a family name, its marks aside. */
    boolean family(String word) {
        return families.contains(Bare.of(word));
    }

    /** The syllables of a name parted that were run together, if it begins with a family name then. */
    private String parted(String name) {
        String parted = SEAM.matcher(name).replaceAll(" ");
        return parted.length() > name.length() && family(parted.split(" ")[0]) ? parted : name;
    }

    /** The family name that ends so, if it is one alone; itself if it is one but for its capital. */
    private Optional<String> completed(String end) {
        Optional<String> whole =
                surnames.stream().filter(s -> s.equalsIgnoreCase(end)).findFirst();
        if (whole.isPresent()) {
            return whole;
        }
        List<String> exact = surnames.stream()
                .filter(s -> s.length() > end.length() && s.endsWith(end))
                .toList();
        List<String> fitting = exact.isEmpty() && end.length() >= TELLING
                ? surnames.subList(0, COMMON).stream()
                        .filter(s -> s.length() > end.length() && Bare.of(s).endsWith(Bare.of(end)))
                        .toList()
                : exact;
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /**
     * A name whose family name lost or changed marks or a letter, where one family name alone, or one far commoner than
     * the others, has these letters.
     */
    private Read withFamily(String name) {
        String first = name.split(" ")[0];
        if (surnames.stream().anyMatch(first::equalsIgnoreCase)) {
            return new Read(name, true);
        }
        if (FlowLine.capitals(name)) {
            return new Read(name, false);
        }
        String rest = name.substring(first.length());
        List<String> alike =
                surnames.stream().filter(s -> Bare.of(s).equals(Bare.of(first))).toList();
        boolean common = !alike.isEmpty() && surnames.indexOf(alike.get(0)) < COMMON;
        if (alike.size() == 1 || common) {
            return new Read(alike.get(0) + rest, alike.size() == 1);
        }
        List<String> near = first.length() < TELLING
                ? List.of()
                : surnames.stream()
                        .filter(s -> s.length() >= TELLING && EditDistance.within(Bare.of(s), Bare.of(first), 1))
                        .toList();
        long letters = near.stream().map(Bare::of).distinct().count();
        return new Read(letters == 1 ? near.get(0) + rest : name, false);
    }
}
