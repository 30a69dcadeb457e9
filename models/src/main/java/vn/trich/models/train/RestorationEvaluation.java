package vn.trich.models.train;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trich.models.language.Folding;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Letters;
import vn.trich.models.restore.Damage;
import vn.trich.models.restore.RestoredToken;
import vn.trich.models.restore.Restorer;
import vn.trich.models.restore.Token;

/**
 * Measures restoration: {@code RestorationEvaluation MODEL|- MOST-WORDS PART PATH...} (another language model with the lists of
 * names, or what comes with the software) strips the marks off a {@link TextCorpus.Part part} of texts, or off all of a text that is for
 * evaluation only, restores it, and counts the words that came back; then restores the text with its marks on and counts what
 * was spoilt.
 */
public final class RestorationEvaluation {

    private long words;
    private long right;
    private long names;
    private long namesRight;
    private final NameKinds nameKinds = new NameKinds();
    private final long[] ofKind = new long[NameKinds.Kind.values().length];
    private final long[] ofKindRight = new long[NameKinds.Kind.values().length];
    private long cleanNanos;
    private long cleanWords;
    private long spoilt;
    private long spoiltUnsure;
    private long nanos;
    private final Map<String, Integer> wrong = new HashMap<>();

    private RestorationEvaluation() {}

    /** See the class.
     *
     * @throws IOException if something cannot be read
     */
    public static void main(String[] args) throws IOException {
        Restorer restorer;
        if (args[0].equals("-")) {
            restorer = Restorer.load();
        } else {
            try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
                restorer = Restorer.withNames(LanguageModel.read(in));
            }
        }
        long most = Long.parseLong(args[1]);
        TextCorpus.Part part = TextCorpus.Part.valueOf(args[2]);
        for (int i = 3; i < args.length; i++) {
            boolean news = args[i].contains("evaluation_only");
            RestorationEvaluation evaluation = new RestorationEvaluation();
            List<String> block = new ArrayList<>();
            new TextCorpus(Path.of(args[i])).paragraphs(news ? TextCorpus.Part.ALL : part, paragraph -> {
                if (evaluation.words >= most) {
                    return;
                }
                if (!paragraph.isEmpty()) {
                    block.add(paragraph);
                } else if (!block.isEmpty()) {
                    evaluation.measure(restorer, String.join(" ", block));
                    block.clear();
                }
            });
            evaluation.print(args[i]);
        }
    }

    private void measure(Restorer restorer, String text) {
        List<Token> truth = tokens(Letters.nfc(text));
        List<Token> stripped = truth.stream()
                .map(token -> Token.of(Letters.bare(token.text())))
                .toList();
        long begin = cpuNanos();
        List<RestoredToken> restored = restorer.restore(stripped, Damage.STRIPPED);
        nanos += cpuNanos() - begin;
        NameKinds.Kind[] kinds = nameKinds.of(truth);
        for (RestoredToken token : restored) {
            String expected = truth.get(token.from()).text();
            if (!expected.chars().anyMatch(Character::isLetter)) {
                continue;
            }
            boolean same = Folding.key(expected).equals(Folding.key(token.text()));
            words++;
            right += same ? 1 : 0;
            boolean name = token.from() > 0
                    && Character.isUpperCase(expected.charAt(0))
                    && expected.length() > 1
                    && Character.isLowerCase(expected.charAt(1))
                    && Character.isLetter(last(truth.get(token.from() - 1).text()));
            ofKind[kinds[token.from()].ordinal()]++;
            ofKindRight[kinds[token.from()].ordinal()] += same ? 1 : 0;
            names += name ? 1 : 0;
            namesRight += name && same ? 1 : 0;
            if (!same) {
                wrong.merge(Folding.key(expected) + ">" + Folding.key(token.text()), 1, Integer::sum);
            }
        }
        spoilt += spoilt(restorer, truth);
        spoiltUnsure += spoilt(
                restorer,
                truth.stream()
                        .map(token -> new Token(token.text(), 0.95, List.of()))
                        .toList());
    }

    private double share(NameKinds.Kind kind) {
        return (double) ofKindRight[kind.ordinal()] / Math.max(1, ofKind[kind.ordinal()]);
    }

    // Of this thread alone, so that other work on the machine does not count.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private long spoilt(Restorer restorer, List<Token> tokens) {
        long begin = cpuNanos();
        List<RestoredToken> restored = restorer.attunedTo(List.of(tokens)).restore(tokens, Damage.CLEAN);
        cleanNanos += cpuNanos() - begin;
        cleanWords += tokens.size();
        return restored.stream()
                .filter(token -> !Folding.key(token.text()).equals(Folding.key(token.original())))
                .count();
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        for (String run : text.split("[\\s\\u00A0]+")) {
            if (!run.isEmpty()) {
                tokens.add(Token.of(run));
            }
        }
        return tokens;
    }

    private void print(String path) {
        System.out.printf(
                java.util.Locale.ROOT,
                "%s: %d words, stripped and restored right %.4f, capitalised %.4f of %d, people %.4f of %d, places %.4f of %d; clean text spoilt %d, read with confidence 0.95 %d; %.0f words/s, clean %.0f%n",
                Path.of(path).getFileName(),
                words,
                (double) right / words,
                (double) namesRight / Math.max(1, names),
                names,
                share(NameKinds.Kind.PERSON),
                ofKind[NameKinds.Kind.PERSON.ordinal()],
                share(NameKinds.Kind.PLACE),
                ofKind[NameKinds.Kind.PLACE.ordinal()],
                spoilt,
                spoiltUnsure,
                words / (nanos / 1e9),
                cleanWords / (cleanNanos / 1e9));
        StringBuilder most = new StringBuilder();
        wrong.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(25)
                .forEach(e -> most.append(' ').append(e.getKey()).append('=').append(e.getValue()));
        System.out.println("   " + most);
    }
}
