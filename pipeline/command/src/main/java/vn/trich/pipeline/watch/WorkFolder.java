package vn.trich.pipeline.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where taken files lie while they are read: each in a folder of its own, named by the file's number in the catalogue,
 * under its path in the inbox. The folder of a file that stays in the inbox meanwhile is empty. What has a folder here is
 * taken and not finished, whatever else may be known, so that nothing can be forgotten.
 */
final class WorkFolder {

    private final Path root;
    private final FileMover mover = new FileMover();

    /**
     * The folder.
     *
     * @param root made if it is not there
     * @throws IOException if it cannot be made, or is a link
     */
    WorkFolder(Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(root);
        }
        this.root = root;
    }

    /**
     * Takes a file by renaming it.
     *
     * @return where it lies now
     * @throws java.nio.file.AtomicMoveNotSupportedException if the inbox is on another file system; then and after any
     *     other failure the file is where it was
     */
    Path take(long id, Path file, Path relative) throws IOException {
        Path target = folder(name(id)).resolve(relative);
        try {
            Files.createDirectories(target.getParent());
            mover.rename(file, target);
            return target;
        } catch (IOException e) {
            clear(name(id));
            throw e;
        }
    }

    /** Takes a file that stays where it is. */
    void hold(long id) throws IOException {
        Files.createDirectories(folder(name(id)));
        FileMover.sync(root);
    }

    /** Puts a file back to where it was taken from. */
    void giveBack(long id, Path held, Path file) throws IOException {
        mover.rename(held, file);
        clear(name(id));
    }

    /** Gives a file's folder another number. */
    void renumber(String name, long id) throws IOException {
        if (!name.equals(name(id))) {
            mover.rename(folder(name), folder(name(id)));
        }
    }

    /** The folders here, in the order in which their files were taken. */
    List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                    .map(f -> f.getFileName().toString())
                    // By number: in the order in which they were taken.
                    .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** The file that lies in one of them; its path below it is that in the inbox. */
    Optional<Path> held(String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder(name))) {
            return all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .findFirst();
        }
    }

    /** One of the folders. */
    Path folder(String name) {
        return root.resolve(name);
    }

    /** Whether a place is in here. */
    boolean holds(Path place) {
        return place.startsWith(root);
    }

    /** A file is finished: removes its folder, unless there is a file in it. */
    void clear(long id) throws IOException {
        clear(name(id));
    }

    void clear(String name) throws IOException {
        Path folder = folder(name);
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && held(name).isEmpty()) {
            List<Path> folders;
            try (Stream<Path> all = Files.walk(folder)) {
                folders = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : folders) {
                Files.delete(each);
            }
        }
    }

    private static String name(long id) {
        return Long.toString(id);
    }
}
