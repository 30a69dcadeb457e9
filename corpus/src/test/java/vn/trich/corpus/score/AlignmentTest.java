package vn.trich.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.trich.corpus.gold.GoldText;

class AlignmentTest {

    private static int errors(int[] gold, int[] output) {
        return Alignment.errors(gold, output, Alignment.of(gold, output), new BitSet());
    }

    private static int naive(int[] one, int[] other) {
        int[] costs = new int[other.length + 1];
        Arrays.setAll(costs, j -> j);
        for (int i = 1; i <= one.length; i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= other.length; j++) {
                int replace = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(replace, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        return costs[other.length];
    }

    private static int naiveCommon(String one, String other) {
        int[][] best = new int[one.length() + 1][other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                best[i][j] = one.charAt(i - 1) == other.charAt(j - 1)
                        ? best[i - 1][j - 1] + 1
                        : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[one.length()][other.length()];
    }

    private static int[] noisy(Random random, int[] source, int alphabet, double noise) {
        return Arrays.stream(source)
                .flatMap(symbol -> random.nextDouble() >= noise
                        ? Arrays.stream(new int[] {symbol})
                        : random.ints(random.nextInt(3), 0, alphabet))
                .toArray();
    }

    @Test
    void theDistanceIsTheLeastOneAtEverySize() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            int alphabet = 2 + random.nextInt(40);
            int[] gold = random.ints(random.nextInt(1800), 0, alphabet).toArray();
            int[] output = round % 3 == 0
                    ? random.ints(random.nextInt(1800), 0, alphabet).toArray()
                    : noisy(random, gold, alphabet, 0.2);
            assertThat(errors(gold, output)).isEqualTo(naive(gold, output));
        }
    }

    @Test
    void partnersRise() {
        Random random = new Random(8);
        int[] gold = random.ints(3000, 0, 30).toArray();
        int[] partner = Alignment.of(gold, noisy(random, gold, 30, 0.3));
        int last = -1;
        for (int p : partner) {
            assertThat(p == -1 || p > last).isTrue();
            last = Math.max(last, p);
        }
    }

    @Test
    void similarityIsTheCommonSubsequenceOverBothLengths() {
        Random random = new Random(9);
        for (int round = 0; round < 60; round++) {
            String one = letters(random, random.nextInt(300));
            String other = letters(random, random.nextInt(300));
            double expected = one.isEmpty() && other.isEmpty()
                    ? 1
                    : 2.0 * naiveCommon(one, other) / (one.length() + other.length());
            assertThat(new Similarity(one).to(other)).isCloseTo(expected, within(1e-12));
            int[] oneSymbols = one.chars().toArray();
            assertThat(new Similarity(one).editDistance(other))
                    .isEqualTo(naive(oneSymbols, other.chars().toArray()));
        }
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 'a', 'e')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void anUndecidableWordIsLeftOutOfSimilarity() {
        BitSet unsure = new BitSet();
        unsure.set(5, 10);
        GoldText gold = new GoldText("giao xxxxx cho phòng", unsure);
        assertThat(Similarity.folded(gold, "giao cho phòng")).isEqualTo(1);
        assertThat(Similarity.folded(gold, "giao việc cho phòng")).isEqualTo(1);
        assertThat(Similarity.folded(gold, "giao xxxxx cho ban")).isLessThan(0.95);
    }

    @Test
    void fiftyThousandCharactersTakeAboutASecond() {
        Random random = new Random(10);
        int[] gold = random.ints(50_000, 0, 90).toArray();
        int[] wreck = random.ints(50_000, 0, 90).toArray();
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> errors(gold, wreck));
    }
}
