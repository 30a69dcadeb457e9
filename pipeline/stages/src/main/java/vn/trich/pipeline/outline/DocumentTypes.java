package vn.trich.pipeline.outline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.trich.models.language.EditDistance;
import vn.trich.pipeline.page.Word;

/** The types of documents: their names and codes. */
final class DocumentTypes {
    /** The type of a document that bears no name of a type, but a subject under its number. */
    static final String LETTER = "Công văn";

    private final List<Type> types;

    DocumentTypes() {
        this.types = Lexicon.lines("document-types.tsv").stream()
                .map(line -> line.split("\t", -1))
                .map(f -> new Type(f[0], f[1], Bare.compact(f[0]), f[2].equals("head")))
                .sorted(Comparator.comparingInt((Type t) -> -t.compact().length()))
                .toList();
    }

    /** All types, longer names first. */
    List<Type> all() {
        return types;
    }

    /** The type whose code is that, if there is exactly one among those that head documents. */
    Optional<Type> byCode(String code) {
        String bare = Bare.compact(code);
        List<Type> found = types.stream()
                .filter(t -> t.heads() && !t.code().isEmpty())
                .filter(t -> t.code().equals(code) || Bare.compact(t.code()).equals(bare))
                .sorted(Comparator.comparing((Type t) -> !t.code().equals(code)))
                .toList();
        if (found.isEmpty() || found.size() > 1 && !found.get(0).code().equals(code)) {
            return Optional.empty();
        }
        return Optional.of(found.get(0));
    }

    /** The type of that name, if there is one; marks and case aside. */
    Optional<Type> byName(String name) {
        String compact = Bare.compact(name);
        return types.stream().filter(t -> t.compact().equals(compact)).findFirst();
    }

    /**
     * The type that a line of a document's head names: in capitals, alone on its line or with a word or two behind it
     * ({@code KẾ HOẠCH HÀNH ĐỘNG}).
     *
     * @return the type and how many words of the line it takes up
     */
    Optional<Headed> head(FlowLine line) {
        List<Word> words = line.words();
        if (words.size() > 14 || !FlowLine.capitals(line.text().replaceAll("[0-9]", ""))) {
            return Optional.empty();
        }
        Optional<Headed> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Type type : types) {
            if (!type.heads() || type.name().equals(LETTER)) {
                continue;
            }
            Optional<Headed> headed = begins(words, type);
            int distance = headed.map(h -> distance(words, h)).orElse(Integer.MAX_VALUE);
            if (distance < least) {
                best = headed;
                least = distance;
            }
        }
        return best;
    }

    private static int distance(List<Word> words, Headed headed) {
        StringBuilder run = new StringBuilder();
        words.subList(0, headed.words()).forEach(w -> run.append(Bare.compact(w.text())));
        return EditDistance.upTo(run.toString(), headed.type().compact(), 4);
    }

    private static Optional<Headed> begins(List<Word> words, Type type) {
        StringBuilder run = new StringBuilder();
        int limit = type.compact().length() / 6;
        for (int i = 0; i < words.size() && run.length() <= type.compact().length() + limit; i++) {
            run.append(Bare.compact(words.get(i).text()));
            if (Math.abs(run.length() - type.compact().length()) > limit) {
                continue;
            }
            boolean whole = i + 1 == words.size();
            int allowed = whole ? limit : 0;
            if (EditDistance.upTo(run.toString(), type.compact(), allowed) <= allowed) {
                return Optional.of(new Headed(type, i + 1));
            }
        }
        return Optional.empty();
    }

    /**
     * A type of documents.
     *
     * @param name its Vietnamese name
     * @param code its code in numbers and symbols, may be empty
     * @param compact the name as {@link Bare#compact} gives it
     * @param heads whether documents of their own bear it as their head
     */
    record Type(String name, String code, String compact, boolean heads) {}

    /**
     * A type found at the beginning of a line.
     *
     * @param type the type
     * @param words words of the line that name it
     */
    record Headed(Type type, int words) {}
}
