package vn.trich.pipeline.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    private Path folder;

    @Test
    void onlyOneRunAtATimeWritesAFolder() throws IOException, FolderBusyException {
        FolderLock lock = FolderLock.take(folder);
        assertThatThrownBy(() -> FolderLock.take(folder))
                .isInstanceOf(FolderBusyException.class)
                .hasMessageContaining("another run");
        lock.close();
        FolderLock.take(folder).close();
    }

    @Test
    void aLockFileThatARunLeftBehindIsNoLock() throws IOException, FolderBusyException {
        Files.createFile(folder.resolve(".lock"));
        FolderLock.take(folder).close();
        assertThat(folder.resolve(".lock")).isEmptyFile();
    }
}
