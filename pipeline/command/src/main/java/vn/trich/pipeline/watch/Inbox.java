package vn.trich.pipeline.watch;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The folder into which people and scanners put files, at any depth. */
public final class Inbox {

    /** Deeper folders are told of, not searched; no archive is so deep, but a fault of a file system may be. */
    private static final int MAX_DEPTH = 64;

    /** Types of file systems that hold what other machines, or other programs on their own terms, write. */
    private static final List<String> REMOTE = List.of(
            "nfs",
            "cifs",
            "smb",
            "fuse",
            "9p",
            "afs",
            "ceph",
            "gluster",
            "lustre",
            "vboxsf",
            "prl_fs",
            "vmhgfs",
            "virtiofs",
            "davfs",
            "ncp",
            "gpfs",
            "beegfs",
            "drvfs");

    private final Path root;
    private final IgnoreList ignored;
    private final boolean remote;

    /**
     * An inbox.
     *
     * @param root the folder; may be a link, what is below it is never followed
     * @throws IOException if it is not there
     */
    public Inbox(Path root, IgnoreList ignored) throws IOException {
        this.root = root.toRealPath();
        this.ignored = ignored;
        String type = Files.getFileStore(this.root).type().toLowerCase(Locale.ROOT);
        this.remote = REMOTE.stream().anyMatch(type::startsWith);
    }

    /** The folder itself, through all links. */
    public Path root() {
        return root;
    }

    /** Whether it lies on a share, to which others write without this machine being told. */
    boolean isRemote() {
        return remote;
    }

    /** The path in the inbox of a file in it; of any other file its name. */
    Path relative(Path file) {
        return file.startsWith(root) ? root.relativize(file) : file.getFileName();
    }

    /**
     * What one look saw.
     *
     * @param files the files, by path
     * @param folders all folders that were searched
     * @param leftAlone what is neither file nor folder, and folders that could not be listed, for people
     */
    public record Look(List<Seen> files, List<Path> folders, List<String> leftAlone) {}

    /**
     * Looks at every file; opens none.
     *
     * @throws InboxException if the folder itself cannot be listed
     */
    public Look look() throws InboxException {
        Visit visit = new Visit();
        try {
            Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, visit);
        } catch (IOException e) {
            throw new InboxException(root + ": the inbox cannot be looked at (" + Reasons.of(e) + ")", e);
        }
        return new Look(
                List.copyOf(visit.files.values()),
                List.copyOf(visit.folders),
                visit.leftAlone.stream().sorted().toList());
    }

    /** A file; on shares without the key that tells it from others, since some make one up anew for each look. */
    Seen seen(Path relative, BasicFileAttributes attributes) {
        return Seen.of(relative, attributes, !remote);
    }

    private final class Visit extends SimpleFileVisitor<Path> {
        private final Map<Path, Seen> files = new TreeMap<>(Comparator.comparing(Path::toString)
                // Names that are no text differ in their bytes alone.
                .thenComparing(Comparator.naturalOrder()));
        private final List<Path> folders = new ArrayList<>();
        private final List<String> leftAlone = new ArrayList<>();

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(root) && ignored.ignores(folder.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path relative = root.relativize(file);
            if (ignored.ignores(file.getFileName().toString())) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile()) {
                files.put(relative, seen(relative, attributes));
            } else {
                String kind = attributes.isSymbolicLink()
                        ? "a link, which is not followed; put the file itself there"
                        : attributes.isDirectory()
                                ? "a folder deeper than " + MAX_DEPTH + " others, which is not searched"
                                : "no plain file, so it is not opened";
                leftAlone.add(Seen.path(relative) + ": is " + kind);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            // A file that went while the folder was listed needs no word.
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                leftAlone.add(Seen.path(root.relativize(file)) + ": cannot be looked at ("
                        + e.getClass().getSimpleName() + "); check its permissions");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            if (e != null && folder.equals(root)) {
                throw e;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
