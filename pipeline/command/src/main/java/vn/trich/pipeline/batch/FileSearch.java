package vn.trich.pipeline.batch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the files to read: those named, and those under the folders named, at any depth. Left out under folders: hidden
 * files, what editors, browsers and operating systems leave behind, markup and data that would pass for plain text but
 * is about documents rather than one (an archive's catalogue, notes, gold), symbolic links, and anything that is not a
 * plain file (a pipe would block).
 */
public final class FileSearch {

    private static final Pattern IGNORED_FILE = Pattern.compile(
            "\\..*|~\\$.*|.*\\.(part|tmp|crdownload)|thumbs\\.db|desktop\\.ini|.*\\.(x?html?|xml|jsonl?|csv|tsv|md|ya?ml|css|js|log|md5|sha\\d*)");
    private static final Set<String> IGNORED_FOLDER = Set.of("@eadir", "__macosx", "$recycle.bin", "lost+found");

    private final Path output;

    /**
     * Searches outside a folder of results.
     *
     * @param output the folder of results
     */
    public FileSearch(Path output) {
        this.output = output.toAbsolutePath().normalize();
    }

    /**
     * A file to read.
     *
     * @param path where it is
     * @param name its name in records: relative to the folder that was named, with {@code /}; NFC
     */
    public record Found(Path path, String name) {}

    /**
     * What was found.
     *
     * @param files sorted by name, then path; each path once
     * @param problems folders that could not be listed and the like, for people
     */
    public record Result(List<Found> files, List<String> problems) {

        /** Copies the lists. */
        public Result {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Searches.
     *
     * @param paths files and folders
     * @throws NoSuchFileException if one of them is not there
     * @throws IllegalArgumentException if one of them lies in the folder of results, or that in one of them
     */
    public Result search(List<Path> paths) throws IOException {
        Visit visit = new Visit();
        for (Path path : paths) {
            Path start = path.toAbsolutePath().normalize();
            if (!Files.exists(start)) {
                throw new NoSuchFileException(path.toString());
            }
            if (start.startsWith(output)) {
                throw new IllegalArgumentException(
                        path + " lies in the output folder " + output + "; name another output folder");
            }
            if (Files.isDirectory(start)) {
                // The folder that is named may be a link; what is below it may not.
                Path root = start.toRealPath();
                refuseIfOutputLiesIn(root, path);
                Files.walkFileTree(root, visit.below(root));
            } else if (Files.isRegularFile(start)) {
                visit.add(start, start.getFileName());
            } else {
                visit.problems.add(path + ": is not a plain file");
            }
        }
        return visit.result();
    }

    private final class Visit {
        private final List<Found> files = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        private SimpleFileVisitor<Path> below(Path root) {
            return new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skipped = !folder.equals(root) && isIgnoredFolder(folder);
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !isIgnoredFile(file)) {
                        add(file, root.relativize(file));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    problems.add(file + ": cannot be listed (" + e.getClass().getSimpleName() + ")");
                    return FileVisitResult.CONTINUE;
                }
            };
        }

        private void add(Path path, Path relative) {
            List<String> parts = new ArrayList<>();
            relative.forEach(part -> parts.add(part.toString()));
            files.add(new Found(path, Normalizer.normalize(String.join("/", parts), Normalizer.Form.NFC)));
        }

        private Result result() {
            List<Found> sorted = files.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Found::name)
                            .thenComparing(f -> f.path().toString()))
                    .toList();
            return new Result(sorted, problems);
        }
    }

    /** What is written would be read by the next run, and what a person puts there might be lost. */
    private void refuseIfOutputLiesIn(Path root, Path named) throws IOException {
        Path existing = output;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing.toRealPath().resolve(existing.relativize(output)).startsWith(root)) {
            throw new IllegalArgumentException(
                    "the output folder " + output + " lies in " + named + "; name one outside of it");
        }
    }

    private static boolean isIgnoredFile(Path file) {
        return IGNORED_FILE
                .matcher(file.getFileName().toString().toLowerCase(Locale.ROOT))
                .matches();
    }

    private static boolean isIgnoredFolder(Path folder) {
        String name = folder.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(".") || IGNORED_FOLDER.contains(name);
    }
}
