package vn.trich.pipeline.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSearchTest {

    @TempDir
    private Path temp;

    @Test
    void foldersAreSearchedAtAnyDepthAndFilesComeInOrder() throws IOException {
        put("in/b/deep/er/x.pdf");
        put("in/a.pdf");
        put("in/C.PDF");
        assertThat(names("in")).containsExactly("C.PDF", "a.pdf", "b/deep/er/x.pdf");
    }

    @Test
    void whatOthersLeaveBehindIsLeftOut() throws IOException {
        for (String name : List.of(
                ".hidden",
                "~$plan.docx",
                "x.pdf.part",
                "x.tmp",
                "x.crdownload",
                "Thumbs.db",
                "desktop.ini",
                ".git/x.pdf",
                "@eaDir/x.pdf",
                "__MACOSX/x.pdf")) {
            put("in/" + name);
        }
        put("in/plan.pdf");
        assertThat(names("in")).containsExactly("plan.pdf");
    }

    @Test
    void whatIsAboutDocumentsIsNoDocument() throws IOException {
        put("in/README.md");
        put("in/gold/plan.html");
        put("in/catalogue.xml");
        put("in/checksums.sha256");
        put("in/plan.txt");
        put("in/plan");
        assertThat(names("in")).containsExactly("plan", "plan.txt");
    }

    @Test
    void aFileThatIsNamedIsReadWhateverItsName() throws IOException {
        put("in/.hidden.pdf");
        assertThat(names("in/.hidden.pdf")).containsExactly(".hidden.pdf");
    }

    @Test
    void linksAndPipesBelowAFolderAreLeftOut() throws IOException, InterruptedException {
        put("elsewhere/secret.pdf");
        put("in/plan.pdf");
        Files.createSymbolicLink(temp.resolve("in/link.pdf"), temp.resolve("elsewhere/secret.pdf"));
        Files.createSymbolicLink(temp.resolve("in/loop"), temp.resolve("in"));
        Process mkfifo =
                new ProcessBuilder("mkfifo", temp.resolve("in/pipe.pdf").toString()).start();
        assumeTrue(mkfifo.waitFor() == 0, "no mkfifo");
        assertThat(names("in")).containsExactly("plan.pdf");
        assertThat(new FileSearch(temp.resolve("out"))
                        .search(List.of(temp.resolve("in/pipe.pdf")))
                        .problems())
                .singleElement()
                .asString()
                .contains("not a plain file");
    }

    @Test
    void aFolderThatIsNamedMayBeALink() throws IOException {
        put("in/plan.pdf");
        Files.createSymbolicLink(temp.resolve("link"), temp.resolve("in"));
        assertThat(names("link")).containsExactly("plan.pdf");
    }

    @Test
    void theFolderOfResultsMayNotLieAmongWhatIsRead() throws IOException {
        put("in/plan.pdf");
        put("in/out/text/x.txt");
        Files.createSymbolicLink(temp.resolve("link"), temp.resolve("in"));
        for (String out : List.of("in/out", "in/not/yet/there", "link/out", "in")) {
            assertThatThrownBy(() -> new FileSearch(temp.resolve(out)).search(List.of(temp.resolve("in"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("output folder");
        }
        assertThatThrownBy(() -> new FileSearch(temp.resolve("in/out")).search(List.of(temp.resolve("in/out/text"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("output folder");
        assertThat(new FileSearch(temp.resolve("in-out"))
                        .search(List.of(temp.resolve("in")))
                        .files())
                .hasSize(2);
    }

    @Test
    void aPathNamedTwiceIsReadOnce() throws IOException {
        put("in/plan.pdf");
        Path in = temp.resolve("in");
        assertThat(new FileSearch(temp.resolve("out")).search(List.of(in, in)).files())
                .hasSize(1);
    }

    @Test
    void aPathThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> names("nowhere"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void namesAreComposed() throws IOException {
        put("in/ke\u0302\u0301 hoa\u0323ch.pdf");
        assertThat(names("in")).containsExactly("k\u1ebf ho\u1ea1ch.pdf");
    }

    private void put(String name) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private List<String> names(String path) throws IOException {
        return new FileSearch(temp.resolve("out"))
                .search(List.of(temp.resolve(path))).files().stream()
                        .map(FileSearch.Found::name)
                        .toList();
    }
}
