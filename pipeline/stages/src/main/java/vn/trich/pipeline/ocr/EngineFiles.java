package vn.trich.pipeline.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The recogniser's native libraries and trained data, taken out of the class path into a folder of their own that only
 * this user can read, and removed when closed. Native code is not loaded here.
 */
final class EngineFiles implements AutoCloseable {

    /** The language of the trained data. */
    static final String LANGUAGE = "vie";

    private static final String TRAINED_DATA = LANGUAGE + ".traineddata";
    private static final String TRAINED_DATA_SHA256 =
            "aa4f909057b7e3e520c2b245c8d11a0e73aeeb327c6827391ef91f475b1c1ece";

    private final Path folder;
    private final EngineFolders.Claim claim;
    private final List<Path> files = new ArrayList<>();

    private EngineFiles(Path folder, EngineFolders.Claim claim) {
        this.folder = folder;
        this.claim = claim;
    }

    /**
     * Takes the files out for the machine this runs on.
     *
     * @throws MissingDependencyException if one of them is not in the class path, or this machine is not served
     * @throws UncheckedIOException if they cannot be written
     */
    static EngineFiles extract() {
        try {
            EngineFolders folders = new EngineFolders(Path.of(System.getProperty("java.io.tmpdir")));
            folders.removeAbandoned();
            Path folder = folders.create();
            EngineFiles files = new EngineFiles(folder, folders.claim(folder));
            try {
                files.extractLibraries(platform());
                files.extractTrainedData();
            } catch (IOException | RuntimeException e) {
                files.close();
                throw e;
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("the recogniser's files cannot be written to the temporary folder", e);
        }
    }

    /** Whether all files are there still: systems that clean their temporary folder take what nobody changed for days. */
    boolean isWhole() {
        return files.stream().allMatch(Files::isRegularFile);
    }

    /** Where the files are. */
    Path folder() {
        return folder;
    }

    private void extractLibraries(String platform) throws IOException {
        List<String[]> libraries = switch (platform.substring(0, platform.indexOf('-'))) {
            case "linux" ->
                List.of(
                        new String[] {"leptonica", "libleptonica.so.6", "libleptonica.so.6"},
                        new String[] {"tesseract", "libtesseract.so.5.5", "libtesseract.so.5.5"});
            case "macosx" ->
                List.of(
                        new String[] {"leptonica", "libleptonica.6.dylib", "libleptonica.6.dylib"},
                        new String[] {"leptonica", "libleptonica.6.dylib", "libleptonica.dylib"},
                        new String[] {"tesseract", "libtesseract.5.5.dylib", "libtesseract.5.5.dylib"},
                        new String[] {"tesseract", "libtesseract.5.5.dylib", "libtesseract.dylib"});
            // tess4j brings and finds the libraries for Windows itself.
            default -> List.of();
        };
        for (String[] library : libraries) {
            String resource = "/org/bytedeco/" + library[0] + "/" + platform + "/" + library[1];
            copy(
                    resource,
                    library[2],
                    "The native library " + library[1] + " is missing: looked for " + resource
                            + " in the class path. It is in the Maven artifact org.bytedeco:" + library[0]
                            + " with classifier " + platform + "; build again on this machine with `mvn package`.");
        }
    }

    private void extractTrainedData() throws IOException {
        String resource = "/vn/trich/pipeline/ocr/" + TRAINED_DATA;
        copy(
                resource,
                TRAINED_DATA,
                "The Vietnamese trained data is missing: looked for " + resource
                        + " in the class path, where the build puts it; build again with `mvn package`.");
        String found = sha256(folder.resolve(TRAINED_DATA));
        if (!found.equals(TRAINED_DATA_SHA256)) {
            throw new MissingDependencyException("The Vietnamese trained data " + resource + " is damaged: SHA-256 is "
                    + found + ", not " + TRAINED_DATA_SHA256 + "; fetch the sources and build again.");
        }
    }

    private void copy(String resource, String name, String ifMissing) throws IOException {
        try (InputStream in = EngineFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new MissingDependencyException(ifMissing);
            }
            Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            files.add(folder.resolve(name));
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** This machine, as the native artifacts' classifiers name it. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String cpu = arch.equals("amd64") || arch.equals("x86_64")
                ? "x86_64"
                : arch.equals("aarch64") || arch.equals("arm64") ? "arm64" : "";
        String system = os.startsWith("linux")
                ? "linux"
                : os.startsWith("mac") ? "macosx" : os.startsWith("windows") ? "windows" : "";
        boolean served = !cpu.isEmpty() && !system.isEmpty() && !(system.equals("windows") && cpu.equals("arm64"));
        if (!served) {
            throw new MissingDependencyException("Pictures cannot be read on " + os + " " + arch
                    + ": there are native libraries for Linux and macOS (x86_64, arm64) and Windows (x86_64).");
        }
        return system + "-" + cpu;
    }

    @Override
    public void close() {
        EngineFolders.remove(folder);
        claim.close();
    }
}
