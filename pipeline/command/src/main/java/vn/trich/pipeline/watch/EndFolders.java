package vn.trich.pipeline.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import vn.trich.output.AtomicFile;

/**
 * The folders in which files rest: {@code done}, {@code partial}, {@code quarantined}, {@code duplicate}. Each repeats
 * the folders of the inbox; beside each file lies a note. No name is used twice.
 */
public final class EndFolders {

    /** What a note's name has behind the file's. */
    public static final String NOTE = ".note.json";

    private final Path root;
    private final FileMover mover = new FileMover();
    private final ObjectMapper json = new ObjectMapper();

    /**
     * The folders.
     *
     * @param root holds them; made if it is not there
     * @throws IOException if they cannot be made, or one is a link and so might lie elsewhere
     */
    public EndFolders(Path root) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
        for (EndState state : EndState.values()) {
            Path folder = this.root.resolve(state.word());
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileAlreadyExistsException(folder + " is a link or a file; it has to be a folder");
                }
                Files.createDirectory(folder);
            }
        }
    }

    /** Whether a place is in one of them. */
    boolean holds(Path place) {
        return Stream.of(EndState.values()).anyMatch(s -> place.startsWith(root.resolve(s.word())));
    }

    /** The folder of a state. */
    Path folder(EndState state) {
        return root.resolve(state.word());
    }

    /** The path of a file that lies in one of them, in its folder. */
    Path relative(Path place) {
        Path inRoot = root.relativize(place);
        return inRoot.subpath(1, inRoot.getNameCount());
    }

    /** The folder that holds them. */
    public Path root() {
        return root;
    }

    /**
     * Finds a name that is free for a file and its note.
     *
     * @param relative the file's path in the inbox
     * @param id the file's number: its own note, and the copy beside it, that a killed job left there, take no name
     * @return where it may lie; its folder is there
     * @throws IOException if the folder cannot be made
     */
    Path place(EndState state, Path relative, long id) throws IOException {
        Path folder = folder(state);
        for (int i = 0; i < relative.getNameCount() - 1; i++) {
            folder = subfolder(folder, relative.getName(i));
        }
        Path name = relative.getFileName();
        Path target = folder.resolve(name);
        for (int number = 2; !isFree(target, id); number++) {
            target = folder.resolve(FileName.numbered(name.toString(), number));
        }
        return target;
    }

    /** Where the note of a file lies. */
    static Path note(Path file) {
        return file.resolveSibling(FileName.with(file.getFileName().toString(), NOTE));
    }

    /**
     * Writes the note of a file; it is on the disk when this returns.
     *
     * @param target as {@link #place} gave it
     */
    void write(Path target, EndNote note) throws IOException {
        byte[] content = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(note.toJson());
        AtomicFile.write(note(target), content);
        FileMover.sync(target.getParent());
    }

    /** Brings a file to its place. */
    void bring(Path from, Path target, String sha256) throws IOException, FileMover.ChangedFileException {
        mover.move(from, target, sha256);
    }

    private Path subfolder(Path folder, Path part) throws IOException {
        Path sub = folder.resolve(part);
        for (int number = 2; !isFolderOrNothing(sub); number++) {
            sub = folder.resolve(FileName.numbered(part.toString(), number));
        }
        if (!Files.exists(sub)) {
            Files.createDirectory(sub);
            FileMover.sync(folder);
        }
        return sub;
    }

    private static boolean isFolderOrNothing(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isFree(Path target, long id) {
        Path note = note(target);
        if (Files.exists(note, LinkOption.NOFOLLOW_LINKS)) {
            return isOwn(note, id);
        }
        return !Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isOwn(Path note, long id) {
        try {
            JsonNode read = json.readTree(Files.readAllBytes(note));
            return read != null && read.path(EndNote.NUMBER).asLong(-1) == id;
        } catch (IOException e) {
            return false;
        }
    }
}
