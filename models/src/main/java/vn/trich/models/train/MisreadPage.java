package vn.trich.models.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trich.models.restore.Damage;
import vn.trich.models.restore.Restorer;
import vn.trich.models.restore.TextRestoration;

/**
 * A page that was printed and read by an engine for another language.
 *
 * @param printed the words printed
 * @param text what the engine read; blank if nothing
 */
record MisreadPage(List<String> printed, String text) {

    private static final String FEED = " \f ";

    /**
     * Reads pages.
     *
     * @param pages a folder with the truth of every page {@code N.txt} (by {@link PagePrinter}) and folders of readings
     *     {@code ENGINE/N.txt}
     * @param engine which of these
     * @return the pages that the engine was given, in the order of their names
     * @throws IOException if something cannot be read
     */
    static List<MisreadPage> of(Path pages, String engine) throws IOException {
        List<Path> readings;
        try (Stream<Path> list = Files.list(pages.resolve(engine))) {
            readings = list.sorted().toList();
        }
        List<MisreadPage> out = new ArrayList<>();
        for (Path reading : readings) {
            String truth = Files.readString(pages.resolve(reading.getFileName()), StandardCharsets.UTF_8);
            out.add(new MisreadPage(words(truth), Files.readString(reading, StandardCharsets.UTF_8)));
        }
        return out;
    }

    /**
     * Reads documents.
     *
     * @param folder one document, as for {@link #of}, or a folder of such folders
     * @param engine which readings
     * @return the pages of each, in the order of their names
     * @throws IOException if something cannot be read
     */
    static List<List<MisreadPage>> documents(Path folder, String engine) throws IOException {
        if (Files.isDirectory(folder.resolve(engine))) {
            return List.of(of(folder, engine));
        }
        List<Path> folders;
        try (Stream<Path> list = Files.list(folder)) {
            folders = list.filter(Files::isDirectory).sorted().toList();
        }
        List<List<MisreadPage>> documents = new ArrayList<>();
        for (Path document : folders) {
            documents.add(of(document, engine));
        }
        return documents;
    }

    /** What the pages are restored to, read as one document. */
    static List<String> restored(List<MisreadPage> pages, Restorer restorer) {
        String all = pages.stream().map(page -> page.text + FEED).collect(Collectors.joining());
        return List.of(new TextRestoration(restorer)
                .restore(all, Optional.of(Damage.RUINED))
                .text()
                .split("\f"));
    }

    /** The words that the engine read. */
    List<String> read() {
        return words(text);
    }

    /** The words of a text, signs on them. */
    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
