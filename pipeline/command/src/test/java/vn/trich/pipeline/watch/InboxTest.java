package vn.trich.pipeline.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

    @TempDir
    private Path temp;

    @Test
    void filesAreFoundAtAnyDepth() throws IOException {
        file("plan.pdf");
        file("2024/quý I/báo cáo.txt");
        assertThat(paths()).containsExactly("2024/quý I/báo cáo.txt", "plan.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".hidden.pdf",
                "~$plan.docx",
                "scan.pdf.part",
                "scan.pdf.PART",
                "scan.pdf.crdownload",
                "scan.tmp",
                "Thumbs.db",
                "thumbs.DB",
                "desktop.ini",
                "@eaDir/plan.pdf",
                ".stfolder/plan.pdf",
                "__MACOSX/plan.pdf",
                ".lock"
            })
    void whatIsNoDocumentIsLeftOut(String name) throws IOException {
        file(name);
        assertThat(paths()).isEmpty();
    }

    @Test
    void moreNamesCanBeLeftOut() throws IOException {
        file("draft-1.pdf");
        file("old/plan.pdf");
        file("draft.pdf");
        Inbox inbox = new Inbox(temp, new IgnoreList(List.of("DRAFT-?.pdf", "old")));
        assertThat(inbox.look().files()).extracting(Seen::path).containsExactly("draft.pdf");
    }

    @Test
    void wildcardsInNamesOnDiskMeanNothing() throws IOException {
        file("a[1].pdf");
        file("(.*).pdf");
        assertThat(paths()).containsExactly("(.*).pdf", "a[1].pdf");
    }

    @Test
    void linksAreNamedAndNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve(".elsewhere"));
        Files.writeString(elsewhere.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(temp.resolve("link.txt"), elsewhere.resolve("secret.txt"));
        Files.createSymbolicLink(temp.resolve("folder"), elsewhere);
        Files.createSymbolicLink(temp.resolve("loop"), temp);
        assertThat(paths()).isEmpty();
        assertThat(look().leftAlone())
                .hasSize(3)
                .anySatisfy(l -> assertThat(l).startsWith("link.txt: is a link"))
                .anySatisfy(l -> assertThat(l).startsWith("folder: is a link"));
    }

    @Test
    void pipesAreNamedAndNotOpened() throws IOException, InterruptedException {
        int made = new ProcessBuilder("mkfifo", temp.resolve("pipe.pdf").toString())
                .start()
                .waitFor();
        assumeThat(made).isZero();
        assertThat(paths()).isEmpty();
        assertThat(look().leftAlone()).singleElement().asString().startsWith("pipe.pdf: is no plain file");
    }

    @Test
    void namesInRecordsAreComposed() throws IOException {
        file("Ke\u0302\u0301 hoa\u0323ch.txt");
        assertThat(look().files()).extracting(Seen::name).containsExactly("K\u1ebf ho\u1ea1ch.txt");
    }

    @Test
    void anInboxThatIsAwayIsAFailure() throws IOException {
        Path gone = Files.createDirectory(temp.resolve("share"));
        Inbox inbox = new Inbox(gone, new IgnoreList(List.of()));
        Files.delete(gone);
        assertThatThrownBy(inbox::look).isInstanceOf(InboxException.class).hasMessageContaining("share");
    }

    private void file(String name) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }

    private Inbox.Look look() throws IOException {
        return new Inbox(temp, new IgnoreList(List.of())).look();
    }

    private List<String> paths() throws IOException {
        return look().files().stream().map(Seen::path).toList();
    }
}
