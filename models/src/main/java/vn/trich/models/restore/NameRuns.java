package vn.trich.models.restore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.trich.models.language.Letters;
import vn.trich.models.language.Piece;
import vn.trich.models.language.Vocabulary;

/**
 * Finds what may be names of people, marks or not: two to four capitalised words with nothing but blanks between, the first
 * a family name, up to the end of the run of capitalised words.
 */
final class NameRuns {

    private static final int LONGEST = 4;
    // A run of capitalised words longer than this is a heading.
    private static final int FAR = 8;

    // The commonest family names. Source: common knowledge; about 95 of 100 Vietnamese bear one of them.
    private static final Set<String> FAMILIES = Set.of(
            "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
            "dương", "lý", "đinh", "trịnh", "đoàn", "lương", "mai", "trương", "đào", "cao", "hà", "tạ", "lưu", "phùng",
            "lâm", "thái", "vương", "chu", "tô", "kiều", "quách", "đàm", "nghiêm", "hứa", "triệu", "nông", "tống",
            "châu");
    private static final Set<String> BARE =
            FAMILIES.stream().map(Letters::bare).collect(Collectors.toUnmodifiableSet());

    // After these stands a name, without marks as all here. Source: common knowledge.
    private static final Set<String> ADDRESSES =
            Set.of("ong", "ba", "anh", "chi", "co", "chu", "bac", "em", "chau", "thay", "be");

    private NameRuns() {}

    /** What part of a name a word is. */
    enum Role {
        FAMILY,
        MIDDLE,
        GIVEN
    }

    /**
     * What may be the name of a person: two to four slots.
     *
     * @param from the slot of the family name
     * @param to the slot after the given name
     */
    record Name(int from, int to) {

        /** What part of it a slot is. */
        Role role(int at) {
            return at == from ? Role.FAMILY : at == to - 1 ? Role.GIVEN : Role.MIDDLE;
        }

        /** Its words in normal form. */
        List<String> words(List<Slot> slots) {
            return slots.subList(from, to).stream()
                    .map(slot -> Vocabulary.normal(slot.text()))
                    .toList();
        }
    }

    /** Whether a word in normal form, with its marks, is a family name. */
    static boolean isFamily(String word) {
        return FAMILIES.contains(word);
    }

    /**
     * Capitalised words with nothing but blanks between.
     *
     * @param from the first slot
     * @param to the slot after the last
     */
    record Run(int from, int to) {}

    /** The run of capitalised words that a slot stands in; empty if it is not capitalised. */
    static Optional<Run> run(List<Slot> slots, int at) {
        if (!isCapitalised(slots.get(at))) {
            return Optional.empty();
        }
        int from = at;
        while (from > 0 && at - from < FAR && isCapitalised(slots.get(from - 1)) && follows(slots, from)) {
            from--;
        }
        int to = at + 1;
        while (to < slots.size() && to - at < FAR && isCapitalised(slots.get(to)) && follows(slots, to)) {
            to++;
        }
        return Optional.of(new Run(from, to));
    }

    /** The name that a slot stands in; empty if it stands in none. */
    static Optional<Name> name(List<Slot> slots, int at) {
        return run(slots, at).flatMap(run -> name(slots, at, run));
    }

    private static Optional<Name> name(List<Slot> slots, int at, Run run) {
        for (int family = Math.max(run.from, run.to - LONGEST); family <= Math.min(at, run.to - 2); family++) {
            if (BARE.contains(Letters.bare(Vocabulary.normal(slots.get(family).text())))) {
                return Optional.of(new Name(family, run.to));
            }
        }
        return Optional.empty();
    }

    /** Whether a slot is a capitalised word by itself inside a sentence, or after a form of address: perhaps a given name. */
    static boolean mayBeGiven(List<Slot> slots, int at) {
        return at > 0
                && slots.get(at - 1).kind() == Piece.Kind.WORD
                && run(slots, at)
                        .filter(run ->
                                run.to == at + 1 && (run.from == at || run.from == at - 1 && isAddressed(slots, at)))
                        .isPresent();
    }

    /** Whether a form of address stands before a slot: {@code ông}, {@code bà}. */
    static boolean isAddressed(List<Slot> slots, int at) {
        return at > 0
                && ADDRESSES.contains(
                        Letters.bare(Vocabulary.normal(slots.get(at - 1).text())));
    }

    private static boolean isCapitalised(Slot slot) {
        return slot.kind() == Piece.Kind.WORD
                && slot.text().length() > 1
                && LetterCase.of(slot.text()) == LetterCase.CAPITALISED;
    }

    private static boolean follows(List<Slot> slots, int at) {
        Slot before = slots.get(at - 1);
        Slot slot = slots.get(at);
        return before.joinable() && slot.start() == 0 && slot.token() == before.token() + 1;
    }
}
