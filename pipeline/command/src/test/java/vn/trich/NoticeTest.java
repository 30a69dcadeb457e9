package vn.trich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What NOTICE says of copied data is so. */
class NoticeTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern CHECKSUM = Pattern.compile("SHA-256 ([0-9a-f]{64})");

    @Test
    void everyChecksumOfTheNoticeIsThatOfAFile() throws IOException, NoSuchAlgorithmException {
        Set<String> files = new HashSet<>();
        for (String module : new String[] {"output", "models", "corpus", "pipeline/stages"}) {
            Path resources = ROOT.resolve(module).resolve("src/main/resources");
            if (Files.isDirectory(resources)) {
                try (Stream<Path> found = Files.walk(resources)) {
                    for (Path file : found.filter(Files::isRegularFile).toList()) {
                        files.add(sha256(file));
                    }
                }
            }
        }
        Matcher checksum = CHECKSUM.matcher(Files.readString(ROOT.resolve("NOTICE")));
        int named = 0;
        while (checksum.find()) {
            assertThat(files).as("files of the project").contains(checksum.group(1));
            named++;
        }
        assertThat(named).isPositive();
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
