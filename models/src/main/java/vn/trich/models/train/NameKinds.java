package vn.trich.models.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.restore.Token;

/** Finds names in right text, to count apart how they are restored: of people by their family name, of places by the lists. */
final class NameKinds {

    /** What a word is. */
    enum Kind {
        /** No name, or another one. */
        OTHER,
        /** In a person's name. */
        PERSON,
        /** In the name of a province, district or commune. */
        PLACE
    }

    private static final Set<String> FAMILIES = Set.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
            "Dương", "Lý", "Đinh", "Trịnh", "Đoàn", "Lương", "Mai", "Trương", "Đào", "Cao", "Hà", "Tạ", "Lưu", "Phùng");
    private static final int LONGEST = 4;

    private final Gazetteer gazetteer = Gazetteer.load();

    /** The kind of each word of a text. */
    Kind[] of(List<Token> words) {
        Kind[] kinds = new Kind[words.size()];
        java.util.Arrays.fill(kinds, Kind.OTHER);
        int from = 0;
        while (from < kinds.length) {
            int to = run(words, from);
            if (to > from) {
                mark(words, from, to, kinds);
            }
            from = Math.max(to, from + 1);
        }
        return kinds;
    }

    // End of a run of capitalised words with nothing but blanks between.
    private static int run(List<Token> words, int from) {
        int to = from;
        while (to < words.size() && isCapitalised(core(words.get(to).text()))) {
            String text = words.get(to++).text();
            if (!Character.isLetter(text.charAt(text.length() - 1))) {
                break;
            }
        }
        return to;
    }

    private void mark(List<Token> words, int from, int to, Kind[] kinds) {
        List<String> run = new ArrayList<>();
        words.subList(from, to).forEach(word -> run.add(core(word.text())));
        for (int i = 0; i < run.size(); i++) {
            for (int end = Math.min(run.size(), i + LONGEST); end > i + 1; end--) {
                boolean person = FAMILIES.contains(run.get(i)) && end == run.size() && end - i > 1;
                boolean place =
                        !gazetteer.named(String.join(" ", run.subList(i, end))).isEmpty();
                if (person || place) {
                    java.util.Arrays.fill(kinds, from + i, from + end, place ? Kind.PLACE : Kind.PERSON);
                    i = end - 1;
                    break;
                }
            }
        }
    }

    private static boolean isCapitalised(String word) {
        return word.length() > 1 && Character.isUpperCase(word.charAt(0)) && Character.isLowerCase(word.charAt(1));
    }

    private static String core(String text) {
        int end = text.length();
        while (end > 0 && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
