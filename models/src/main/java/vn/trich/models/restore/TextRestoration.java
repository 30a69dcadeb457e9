package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.trich.models.language.Letters;

/** Restores a whole text, its line breaks and blanks kept. */
public final class TextRestoration {

    // Damage is judged by stretches of about this many characters, cut between lines.
    private static final int BLOCK = 4_000;

    private final Restorer restorer;

    /** With this restorer. */
    public TextRestoration(Restorer restorer) {
        this.restorer = restorer;
    }

    /**
     * A word that was changed.
     *
     * @param line number of its line, from 1
     * @param original as it stood
     * @param restored as it stands now
     * @param margin how sure that is ({@link RestoredToken#margin()})
     */
    public record Change(int line, String original, String restored, double margin) {}

    /**
     * A restored text.
     *
     * @param text the whole text, NFC
     * @param changes the words that were changed, in order
     */
    public record Result(String text, List<Change> changes) {

        /** Copies the changes. */
        public Result {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Restores a text.
     *
     * @param text any text
     * @param damage how it was damaged; empty to judge that for each stretch of it
     */
    public Result restore(String text, Optional<Damage> damage) {
        Restorer learnt = adapted(text, damage);
        StringBuilder out = new StringBuilder(text.length() + 256);
        List<Change> changes = new ArrayList<>();
        int line = 1;
        int from = 0;
        while (from < text.length()) {
            int to = blockEnd(text, from);
            line = block(learnt, text.substring(from, to), damage, line, out, changes);
            from = to;
        }
        return new Result(out.toString(), changes);
    }

    private static int blockEnd(String text, int from) {
        if (text.length() - from <= BLOCK * 3 / 2) {
            return text.length();
        }
        int feed = text.lastIndexOf('\n', from + BLOCK);
        if (feed < from) {
            feed = text.indexOf('\n', from + BLOCK);
        }
        return feed < 0 ? text.length() : feed + 1;
    }

    // Learns from the damaged stretches how they were damaged, and the words of the text.
    private Restorer adapted(String text, Optional<Damage> damage) {
        List<List<Token>> ruined = new ArrayList<>();
        List<List<Token>> stripped = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = blockEnd(text, from);
            String block = text.substring(from, to);
            Damage seen = damage.orElseGet(() -> restorer.damageOf(block));
            if (seen != Damage.CLEAN) {
                List<Token> tokens = new ArrayList<>();
                cut(block, tokens, new ArrayList<>());
                (seen == Damage.RUINED ? ruined : stripped).add(tokens);
            }
            from = to;
        }
        Restorer acquainted = stripped.isEmpty() ? restorer : restorer.acquaintedWith(stripped);
        return ruined.isEmpty() ? acquainted : acquainted.adaptedTo(ruined);
    }

    private static void cut(String block, List<Token> tokens, List<Integer> starts) {
        int i = 0;
        while (i < block.length()) {
            if (Character.isWhitespace(block.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < block.length() && !Character.isWhitespace(block.charAt(i))) {
                i++;
            }
            tokens.add(Token.of(block.substring(start, i)));
            starts.add(start);
        }
    }

    private static int block(
            Restorer restorer,
            String block,
            Optional<Damage> damage,
            int firstLine,
            StringBuilder out,
            List<Change> changes) {
        List<Token> tokens = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        cut(block, tokens, starts);
        int line = firstLine;
        int position = 0;
        for (RestoredToken token : restorer.restore(tokens, damage.orElseGet(() -> restorer.damageOf(block)))) {
            int start = starts.get(token.from());
            int last = token.to() - 1;
            int end = starts.get(last) + tokens.get(last).text().length();
            String before = block.substring(position, start);
            line += lines(before);
            out.append(before).append(token.text());
            // Where a word was put together over the end of a line or page, that follows it.
            String inside = block.substring(start, end);
            inside.chars().filter(c -> c == '\n' || c == '\f').forEach(c -> out.append((char) c));
            if (token.changed() && !Letters.nfc(token.original()).equals(token.text())) {
                changes.add(new Change(line, token.original(), token.text(), token.margin()));
            }
            line += lines(inside);
            position = end;
        }
        String rest = block.substring(position);
        out.append(rest);
        return line + lines(rest);
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
