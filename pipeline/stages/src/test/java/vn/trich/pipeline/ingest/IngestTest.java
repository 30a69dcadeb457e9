package vn.trich.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.ingest.RefusedFileException.Reason;
import vn.trich.pipeline.page.SamplePdf;

class IngestTest {

    private static final Ingest INGEST = new Ingest(Settings.defaults());

    @TempDir
    private Path folder;

    @Test
    void pdfIsKnownByItsContentWhateverItsName() throws Exception {
        Path file = folder.resolve("paper.jpg");
        try (SamplePdf pdf = new SamplePdf()) {
            pdf.textPage("một").textPage("hai").save(file);
        }

        SourceFile source = INGEST.open(file, "in/paper.jpg");

        assertThat(source.mediaType()).isEqualTo("application/pdf");
        assertThat(source.pageCount()).isEqualTo(2);
        assertThat(source.name()).isEqualTo("in/paper.jpg");
        assertThat(source.size()).isEqualTo(Files.size(file));
        assertThat(source.documentId()).hasSize(16).isEqualTo(source.sha256().substring(0, 16));
    }

    @Test
    void hashIsThatOfTheBytes() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "abc");

        assertThat(INGEST.open(file, "a.txt").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void textHasAPagePerFormFeed() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "Kính gửi: các phòng\fTrang hai\f");

        SourceFile source = INGEST.open(file, "a");

        assertThat(source.mediaType()).isEqualTo("text/plain");
        assertThat(source.pageCount()).isEqualTo(2);
    }

    @Test
    void picturesAreRead() throws Exception {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_GRAY);
        for (String format : new String[] {"png", "jpeg", "tiff"}) {
            Path file = folder.resolve("picture." + format);
            ImageIO.write(image, format, file.toFile());

            SourceFile source = INGEST.open(file, "x");

            assertThat(source.mediaType()).isEqualTo("image/" + format);
            assertThat(source.pageCount()).isEqualTo(1);
        }
    }

    @Test
    void emptyFileIsRefused() throws Exception {
        assertRefused(Files.createFile(folder.resolve("a.pdf")), Reason.EMPTY, "has no bytes");
    }

    @Test
    void fileThatIsNotThereIsRefused() {
        assertRefused(folder.resolve("nowhere.pdf"), Reason.UNREADABLE, "not there");
    }

    @Test
    void encryptedPdfIsRefused() throws Exception {
        Path file = folder.resolve("secret.pdf");
        try (SamplePdf pdf = new SamplePdf()) {
            pdf.textPage("mật");
            pdf.document().protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(file);
        }

        assertRefused(file, Reason.ENCRYPTED, "needs a password");
    }

    @Test
    void truncatedPdfIsRefused() throws Exception {
        Path whole = folder.resolve("whole.pdf");
        try (SamplePdf pdf = new SamplePdf()) {
            pdf.textPage("một").textPage("hai").save(whole);
        }
        byte[] bytes = Files.readAllBytes(whole);
        for (int percent : new int[] {10, 50, 99}) {
            Path cut = folder.resolve("cut" + percent + ".pdf");
            Files.write(cut, Arrays.copyOf(bytes, bytes.length * percent / 100));

            assertRefused(cut, Reason.DAMAGED, "cut off");
        }
    }

    @Test
    void truncatedPicturesAreRefused() throws Exception {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 300 * 300; i++) {
            image.getRaster().setSample(i % 300, i / 300, 0, i * 7919 & 255);
        }
        for (String format : new String[] {"png", "jpeg"}) {
            Path whole = folder.resolve("whole." + format);
            ImageIO.write(image, format, whole.toFile());
            byte[] bytes = Files.readAllBytes(whole);
            Path cut = folder.resolve("cut." + format);
            Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));

            assertRefused(cut, Reason.DAMAGED, "cut off");
        }
    }

    @Test
    void pdfWithoutPagesIsRefused() throws Exception {
        Path file = folder.resolve("none.pdf");
        try (PDDocument document = new PDDocument()) {
            document.save(file.toFile());
        }

        assertRefused(file, Reason.NO_PAGES, "has no pages");
    }

    @Test
    void otherKindsAreRefused() throws Exception {
        Path html = Files.writeString(folder.resolve("a.pdf"), "<!doctype html><html><body>x</body></html>");
        Path binary = Files.write(folder.resolve("b.pdf"), new byte[] {1, 2, 3, 0, 0, 9, 8, 7});
        Path other = Files.write(
                folder.resolve("d.txt"),
                "Отчёт о выполнении плана за второй квартал".getBytes(Charset.forName("windows-1251")));

        assertRefused(html, Reason.UNSUPPORTED, "text/html");
        assertRefused(binary, Reason.UNSUPPORTED, "not read");
        assertRefused(other, Reason.UNSUPPORTED, "encoding that is not known");
    }

    @Test
    void textFromBeforeUnicodeIsText() throws Exception {
        String codes = "KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m sau cña Ban Qu¶n lý, c¸c phßng chuyªn m«n b¸o c¸o";
        Path tcvn3 = Files.write(folder.resolve("a.txt"), codes.getBytes(StandardCharsets.ISO_8859_1));
        Path windows = Files.write(folder.resolve("b.txt"), "Kế hoạch của các phòng".getBytes(StandardCharsets.UTF_16));

        assertThat(INGEST.open(tcvn3, "a.txt").mediaType()).isEqualTo("text/plain");
        assertThat(INGEST.open(windows, "b.txt").mediaType()).isEqualTo("text/plain");
    }

    @Test
    void theMessageOfAFailedDownloadIsNoDocument() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "503 Service Unavailable");

        RefusedFileException refused =
                catchThrowableOfType(RefusedFileException.class, () -> INGEST.open(file, "in/plan.PDF"));

        assertThat(refused.reason()).isEqualTo(Reason.DAMAGED);
        assertThat(refused).hasMessageStartingWith("in/plan.PDF: holds plain text, not what its name says");
        assertThat(INGEST.open(file, "in/plan.pdf.txt").pageCount()).isEqualTo(1);
    }

    @Test
    void pictureOf40000PixelsIsRefusedBeforeItIsDecoded() throws Exception {
        assertRefused(
                Files.write(folder.resolve("huge.png"), pngHeader(40_000, 40_000)),
                Reason.TOO_LARGE,
                "40000 x 40000 pixels");
    }

    @Test
    void limitsOnPagesAndBytesHold() throws Exception {
        Path file = folder.resolve("three.pdf");
        try (SamplePdf pdf = new SamplePdf()) {
            pdf.textPage("một").textPage("hai").textPage("ba").save(file);
        }
        Ingest twoPages = new Ingest(limits(2, Long.MAX_VALUE));
        Ingest tenBytes = new Ingest(limits(100, 10));

        assertThat(refusal(twoPages, file)).hasMessageContaining("3 pages, the limit is 2");
        assertThat(refusal(tenBytes, file)).hasMessageContaining("the limit is 10");
    }

    private static Settings limits(int pages, long bytes) {
        return new Settings(pages, bytes, 1_000_000, 300, Duration.ofSeconds(60), 1, false, true);
    }

    private static void assertRefused(Path file, Reason reason, String message) {
        RefusedFileException refused = refusal(INGEST, file);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused).hasMessageStartingWith("NAME: ").hasMessageContaining(message);
    }

    private static RefusedFileException refusal(Ingest ingest, Path file) {
        RefusedFileException refused =
                catchThrowableOfType(RefusedFileException.class, () -> ingest.open(file, "NAME"));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(header);
        out.writeBytes("IHDR");
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {1, 0, 0, 0, 0});
        chunk(file, header.toByteArray());
        chunk(file, "IDAT".getBytes(StandardCharsets.US_ASCII));
        chunk(file, "IEND".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, byte[] typeAndData) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(typeAndData);
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(typeAndData.length - 4);
        out.write(typeAndData);
        out.writeInt((int) crc.getValue());
    }
}
