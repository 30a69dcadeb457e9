package vn.trich.pipeline.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndFoldersTest {

    @TempDir
    private Path temp;

    private EndFolders folders;
    private long number;

    @BeforeEach
    void folders() throws IOException {
        folders = new EndFolders(temp.resolve("files"));
    }

    @Test
    void theFoldersOfTheInboxAreRepeated() throws IOException {
        assertThat(end("2024/quý I/plan.pdf")).isEqualTo("done/2024/quý I/plan.pdf");
    }

    @Test
    void noNameIsUsedTwice() throws IOException {
        assertThat(end("a/scan0001.pdf")).isEqualTo("done/a/scan0001.pdf");
        assertThat(end("a/scan0001.pdf")).isEqualTo("done/a/scan0001 (2).pdf");
        assertThat(end("a/scan0001.pdf")).isEqualTo("done/a/scan0001 (3).pdf");
        assertThat(Files.readString(folders.root().resolve("done/a/scan0001.pdf")))
                .isEqualTo("1");
        assertThat(Files.readString(folders.root().resolve("done/a/scan0001 (3).pdf")))
                .isEqualTo("3");
    }

    @Test
    void aFileMayHaveTheNameThatAFolderHadAndTheOtherWayRound() throws IOException {
        assertThat(end("a")).isEqualTo("done/a");
        assertThat(end("a/b")).isEqualTo("done/a (2)/b");
        assertThat(end("a (2)")).isEqualTo("done/a (2) (2)");
    }

    @Test
    void aFileNamedLikeTheNoteOfAnotherFindsAPlace() throws IOException {
        end("plan.pdf");
        assertThat(end("plan.pdf" + EndFolders.NOTE)).isEqualTo("done/plan.pdf.note (2).json");
    }

    @Test
    void theOwnNoteThatAKilledJobLeftTakesNoName() throws IOException {
        Path relative = Path.of("plan.pdf");
        Path target = folders.place(EndState.DONE, relative, 7);
        folders.write(target, EndNotes.of(7));
        assertThat(folders.place(EndState.DONE, relative, 7)).isEqualTo(target);
        assertThat(folders.place(EndState.DONE, relative, 8)).isNotEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line\nbreak.pdf",
                "tab\there.pdf",
                "Ke\u0302\u0301 hoa\u0323ch.pdf",
                "..pdf",
                "...",
                "-rf",
                "a b  c .pdf",
                "$(reboot).pdf",
                "'\"\\.pdf"
            })
    void aNameStaysAsItIs(String name) throws IOException {
        assertThat(end(name)).isEqualTo("done/" + name);
    }

    @Test
    void namesOfTheGreatestLengthHaveNotesAndTwins() throws IOException {
        // 255 bytes, with letters of three bytes each.
        String name = "ế".repeat(83) + "ab.pdf";
        assertThat(FileName.bytes(name)).isEqualTo(255);
        assertThat(end(name)).isEqualTo("done/" + name);
        assertThat(end(name)).endsWith(" (2).pdf");
        assertThat(end(name)).endsWith(" (3).pdf");
        assertThat(end(name.replace("ab.pdf", "cd.pdf"))).endsWith("cd.pdf");
        try (var files = Files.list(folders.root().resolve("done"))) {
            assertThat(files).hasSize(8);
        }
    }

    @Test
    void aFolderThatIsALinkIsRefused() throws IOException {
        Path other = Files.createDirectories(temp.resolve("other"));
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.createSymbolicLink(other.resolve("done"), elsewhere);
        assertThatThrownBy(() -> new EndFolders(other))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("link");
    }

    /** Ends a file of that name; what it holds is its number. */
    private String end(String relative) throws IOException {
        number++;
        Path from = Files.writeString(temp.resolve("file"), Long.toString(number));
        Path target = folders.place(EndState.DONE, Path.of(relative), number);
        folders.write(target, EndNotes.of(number));
        try {
            folders.bring(from, target, "");
        } catch (FileMover.ChangedFileException e) {
            throw new AssertionError(e);
        }
        assertThat(EndFolders.note(target)).exists();
        return folders.root().relativize(target).toString();
    }
}
