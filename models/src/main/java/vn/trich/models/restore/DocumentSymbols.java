package vn.trich.models.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.models.language.Letters;

/** Parts of document symbols whose marks can be put back without knowing more: {@code ND-CP} is {@code NĐ-CP}. Immutable. */
final class DocumentSymbols {

    private final Map<String, String> byBareForm;
    // Those with a sign inside, of whose parts some are told by their neighbour only (DT is ĐT after GD), then single
    // parts.
    private final Pattern parts;

    private DocumentSymbols(Map<String, String> byBareForm) {
        this.byBareForm = byBareForm;
        String joined = byBareForm.keySet().stream()
                .filter(symbol -> symbol.indexOf('-') >= 0 || symbol.indexOf('&') >= 0)
                .sorted()
                .collect(Collectors.joining("|"));
        this.parts = Pattern.compile("(?<!\\p{Lu})(?:" + joined + ")(?!\\p{Lu})|\\p{Lu}{2,}");
    }

    /**
     * Reads those that come with the software.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    static DocumentSymbols load() {
        Map<String, String> symbols = new HashMap<>();
        try (InputStream in = DocumentSymbols.class.getResourceAsStream("symbols.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                for (String symbol : line.split(" ")) {
                    symbols.put(Letters.bare(symbol), symbol);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DocumentSymbols(Map.copyOf(symbols));
    }

    /** The code with the marks of its known parts; empty if there is nothing to put back. */
    Optional<String> marked(String code) {
        String marked = parts.matcher(code)
                .replaceAll(part -> Matcher.quoteReplacement(byBareForm.getOrDefault(part.group(), part.group())));
        return marked.equals(code) ? Optional.empty() : Optional.of(marked);
    }
}
