package vn.trich.pipeline.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.models.language.Letters;
import vn.trich.models.restore.Damage;
import vn.trich.models.restore.RestoredToken;
import vn.trich.models.restore.Restorer;
import vn.trich.models.restore.Token;
import vn.trich.output.Box;
import vn.trich.output.TextChoice;
import vn.trich.output.WordSource;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

/**
 * Repairs the words of pages: composed Unicode always; marks and letters as the page's text was chosen (plain text, which
 * nobody judged before, is judged here). What was read by OCR
 * changes only where its reader doubted it, a layer or text that is to be restored wherever the language model says so. A
 * changed word keeps its original, and its confidence tells how sure the change is.
 */
public final class WordRestoration {

    private static final Pattern CORE = Pattern.compile("[\\p{L}\\p{N}](?:\\S*[\\p{L}\\p{N}])?");
    /** What the recogniser, which has no such sign, makes of ‰. */
    private static final Pattern PER_MILLE = Pattern.compile("^(|\\(|.*\\d)%[oO]([.,;:)]*)$");
    /** How sure a word is that a person once set right; somewhere else it may be another. */
    private static final double OWN_WORD = 0.9;

    private final Restorer restorer;
    private final boolean enabled;
    private final Map<String, String> ownWords;

    /** With this restorer; {@link Settings#restore()} says whether it is used. */
    public WordRestoration(Restorer restorer, Settings settings) {
        this.restorer = restorer;
        this.enabled = settings.restore();
        this.ownWords = settings.ownWords();
    }

    /** The pages with their words repaired; of pages that nobody judged before, the choice of text as well. */
    public List<PageText> apply(List<PageText> pages) {
        List<PageText> restored = restored(pages);
        return enabled && !ownWords.isEmpty()
                ? restored.stream()
                        .map(page -> page.withWords(
                                page.words().stream().map(this::own).toList()))
                        .toList()
                : restored;
    }

    /** The word as the owner of the results says it is; punctuation around it stays. */
    private Word own(Word word) {
        Matcher core = CORE.matcher(word.text());
        String right = core.find() ? ownWords.get(core.group()) : null;
        return right == null
                ? word
                : word.restored(
                        word.text().substring(0, core.start())
                                + right
                                + word.text().substring(core.end()),
                        Math.max(word.confidence(), OWN_WORD));
    }

    private List<PageText> restored(List<PageText> pages) {
        List<PageText> composed = pages.stream()
                .map(page -> page.withWords(
                        page.words().stream().map(WordRestoration::composed).toList()))
                .toList();
        if (!enabled) {
            return composed;
        }
        QuarterNumerals numerals =
                new QuarterNumerals(composed.stream().map(PageText::words).toList());
        List<Task> tasks = composed.stream()
                .map(page -> page.withWords(numerals.counted(page.words())))
                .map(this::task)
                .toList();
        // A page of figures is too short of sentences to tell its language; the document tells.
        if (tasks.stream().anyMatch(task -> !task.chains.isEmpty()) && restorer.isForeign(text(composed))) {
            return composed.stream().map(WordRestoration::kept).toList();
        }
        // What one recogniser made of a document is damaged in one way throughout: learn that from all of it.
        List<List<Token>> stripped = blocks(tasks, Damage.STRIPPED);
        List<List<Token>> ruined = blocks(tasks, Damage.RUINED);
        List<List<Token>> ownReading = blocks(tasks, Damage.CLEAN);
        Restorer acquainted = stripped.isEmpty() ? restorer : restorer.acquaintedWith(stripped);
        Restorer adapted = ruined.isEmpty() ? acquainted : acquainted.adaptedTo(ruined);
        Restorer fitted = ownReading.isEmpty() ? adapted : adapted.attunedTo(ownReading);
        return tasks.stream().map(task -> page(task, fitted)).toList();
    }

    private static String text(List<PageText> pages) {
        return pages.stream()
                .flatMap(page -> page.words().stream())
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }

    private static PageText kept(PageText page) {
        return page.choice() == TextChoice.RESTORE
                ? chosen(page, TextChoice.KEEP, "the document is not Vietnamese")
                : page;
    }

    /** A page, how it was damaged, and its words in order; no chains if nothing is to be done. */
    private record Task(PageText page, Damage damage, List<List<Integer>> chains) {}

    private static List<List<Token>> blocks(List<Task> tasks, Damage damage) {
        return tasks.stream()
                .filter(task -> task.damage == damage)
                .flatMap(task -> task.chains.stream().map(chain -> tokens(task.page, chain)))
                .toList();
    }

    private Task task(PageText page) {
        Damage damage = damage(page);
        boolean keep = page.words().isEmpty() || damage == Damage.CLEAN && page.choice() != TextChoice.OCR;
        return new Task(page, damage, keep ? List.of() : ReadingChains.of(page.words()));
    }

    private static PageText page(Task task, Restorer restorer) {
        if (task.chains.isEmpty()) {
            return task.page;
        }
        List<List<Word>> restored = new ArrayList<>();
        for (Word word : task.page.words()) {
            restored.add(List.of(word));
        }
        for (List<Integer> chain : task.chains) {
            restore(restorer, task, chain, restored);
        }
        PageText done =
                task.page.withWords(restored.stream().flatMap(List::stream).toList());
        return task.page.choice() == TextChoice.KEEP ? chosenToRestore(done, task.damage) : done;
    }

    // Plain text is taken as it is by whoever reads it; that it needed repair is found here.
    private static PageText chosenToRestore(PageText page, Damage damage) {
        return chosen(
                page,
                TextChoice.RESTORE,
                damage == Damage.STRIPPED ? "marks are missing" : "marks and letters are missing or wrong");
    }

    private static PageText chosen(PageText page, TextChoice choice, String reason) {
        List<String> reasons = new ArrayList<>(page.reasons());
        reasons.add(reason);
        return new PageText(
                page.number(),
                page.width(),
                page.height(),
                page.rotation(),
                page.skew(),
                choice,
                reasons,
                page.words(),
                page.rulings(),
                page.regions(),
                page.synthetic(),
                page.failure());
    }

    // A page's text is judged as a whole: single blocks are too short to tell.
    private Damage damage(PageText page) {
        if (page.choice() != TextChoice.RESTORE && !page.synthetic()) {
            return Damage.CLEAN;
        }
        Damage damage = restorer.damageOf(text(List.of(page)));
        return damage == Damage.CLEAN && page.choice() == TextChoice.RESTORE ? Damage.STRIPPED : damage;
    }

    private static Word composed(Word word) {
        // The Icelandic capital stands for the Vietnamese one wherever it is met: they look alike.
        String text = Letters.nfc(word.text()).replace('\u00D0', '\u0110');
        if (word.source() == WordSource.OCR && text.indexOf('%') >= 0) {
            text = PER_MILLE.matcher(text).replaceFirst("$1\u2030$2");
        }
        return text.equals(word.text()) ? word : word.restored(text, word.confidence());
    }

    private static List<Token> tokens(PageText page, List<Integer> chain) {
        return chain.stream()
                .map(page.words()::get)
                .map(word -> new Token(
                        word.text(),
                        word.confidence(),
                        word.alternatives().stream()
                                .map(other -> new Token.Alternative(other.text(), other.likelihood()))
                                .toList()))
                .toList();
    }

    private static void restore(Restorer restorer, Task task, List<Integer> chain, List<List<Word>> out) {
        for (RestoredToken token : restorer.restore(tokens(task.page, chain), task.damage)) {
            List<Integer> indices = chain.subList(token.from(), token.to());
            List<Word> sources = indices.stream().map(task.page.words()::get).toList();
            out.set(indices.get(0), words(token, sources, task.damage));
            indices.subList(1, indices.size()).forEach(i -> out.set(i, List.of()));
        }
    }

    private static List<Word> words(RestoredToken token, List<Word> sources, Damage damage) {
        Word first = sources.get(0);
        if (!token.changed()) {
            boolean doubtful = damage == Damage.RUINED && token.confidence() < first.confidence();
            return List.of(doubtful ? first.restored(first.text(), token.confidence()) : first);
        }
        Box box = sources.stream().map(Word::box).reduce(Box::union).orElseThrow();
        String original = String.join(" ", sources.stream().map(Word::original).toList());
        // Our own reading was doubted before: the change makes it surer, but not sure.
        double confidence = damage == Damage.CLEAN
                ? Math.max(first.confidence(), Math.min(0.9, token.confidence()))
                : token.confidence();
        List<String> parts = Arrays.asList(token.text().split(" "));
        List<Word> words = new ArrayList<>(parts.size());
        double letters = parts.stream().mapToInt(String::length).sum() + parts.size() - 1.0;
        double done = 0;
        for (String part : parts) {
            double x0 = box.x0() + box.width() * done / letters;
            double x1 = box.x0() + box.width() * (done + part.length()) / letters;
            done += part.length() + 1;
            words.add(new Word(
                    part,
                    original,
                    parts.size() == 1 ? box : new Box(x0, box.y0(), x1, box.y1()),
                    confidence,
                    first.source(),
                    first.alternatives(),
                    first.style()));
        }
        return words;
    }
}
