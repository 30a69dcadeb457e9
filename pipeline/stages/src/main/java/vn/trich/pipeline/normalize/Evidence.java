package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.trich.output.Box;
import vn.trich.output.Region;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word;

/**
 * The words and places that a record was read from.
 *
 * @param words all of them
 * @param regions where they stand, one per page, pages in order
 */
record Evidence(List<Word> words, List<Region> regions) {

    /** Below this a word was read so badly that it may be another. */
    private static final double DOUBTFUL_WORD = 0.55;

    /** Copies the lists. */
    Evidence {
        words = List.copyOf(words);
        regions = onePerPage(regions);
    }

    /** Nothing at all. */
    static final Evidence NONE = new Evidence(List.of(), List.of());

    /** Both together. */
    Evidence and(Evidence other) {
        List<Word> allWords = new ArrayList<>(words);
        allWords.addAll(other.words);
        List<Region> allRegions = new ArrayList<>(regions);
        allRegions.addAll(other.regions);
        return new Evidence(allWords, allRegions);
    }

    /** The words that a recogniser read or restoration changed, with single blanks between them. */
    String uncertainText() {
        return words.stream()
                .filter(word -> word.source() == WordSource.OCR || !word.text().equals(word.original()))
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }

    /** Mean confidence of the words, 0 to 1; 1 if there is no word to doubt. */
    double confidence() {
        return words.stream().mapToDouble(Word::confidence).average().orElse(1);
    }

    /** Share of the words that may be other words. */
    double doubtful() {
        return words.isEmpty()
                ? 0
                : (double) words.stream()
                                .filter(word -> word.confidence() < DOUBTFUL_WORD)
                                .count()
                        / words.size();
    }

    private static List<Region> onePerPage(List<Region> regions) {
        Map<Integer, Region> pages = new TreeMap<>();
        for (Region region : regions) {
            pages.merge(region.page(), region, Evidence::join);
        }
        return List.copyOf(pages.values());
    }

    private static Region join(Region a, Region b) {
        if (!a.hasBox() || !b.hasBox()) {
            return a.hasBox() ? a : b;
        }
        Box both = a.bbox().union(b.bbox());
        return new Region(a.page(), both);
    }
}
