package vn.trich.pipeline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

    @TempDir
    private Path temporary;

    @Test
    void whatKilledProcessesLeftBehindGoesAndNothingElse() throws IOException {
        Instant now = Instant.now();
        Path left = folder("trich-sqlite-1", now.minusSeconds(7200));
        Path loading = folder("trich-sqlite-2", now);
        Path foreign = folder("sqlite-3", now.minusSeconds(7200));
        NativeLibrary.removeAbandoned(temporary, now.minusSeconds(3600));
        assertThat(left).doesNotExist();
        assertThat(loading.resolve("lib.so")).exists();
        assertThat(foreign.resolve("lib.so")).exists();
    }

    private Path folder(String name, Instant modified) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(folder.resolve("lib.so"), "x");
        Files.setLastModifiedTime(folder, FileTime.from(modified));
        return folder;
    }
}
