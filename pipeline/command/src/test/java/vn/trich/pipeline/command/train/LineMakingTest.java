package vn.trich.pipeline.command.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given some paragraphs, sheets of lines are made of them that a training program can read. */
class LineMakingTest {

    private static final String TEXT = """
            Kế hoạch rà soát, đơn giản hóa thủ tục hành chính của các cơ quan chuyên môn trong tỉnh
            Các sở, ban, ngành phối hợp thực hiện nhiệm vụ được giao và báo cáo trước ngày 15 tháng 12

            Quyết định về việc ban hành quy chế làm việc của hội đồng
            Mức hỗ trợ là 5 € mỗi người
            """;

    private record Line(BufferedImage picture, int width, int height, String text) {}

    @TempDir
    Path folder;

    @Test
    void eachLineIsAPictureOfItsText() throws IOException {
        List<Line> lines = lines(make("one").get(0));

        assertThat(lines).hasSizeGreaterThan(10);
        for (Line line : lines) {
            assertThat(line.picture().getWidth()).isEqualTo(line.width());
            assertThat(line.picture().getHeight()).isEqualTo(line.height()).isBetween(15, 80);
            assertThat(inkInTheMiddle(line.picture())).as(line.text()).isTrue();
            // Letters are about half as wide as they are high.
            assertThat(line.width() / (double) line.height() / line.text().length())
                    .as(line.text())
                    .isBetween(0.1, 1.6);
        }
    }

    @Test
    void nothingIsSetThatTheRecogniserHasNoCharacterFor() throws IOException {
        for (Path file : make("two")) {
            assertThat(lines(file)).noneMatch(line -> line.text().contains("€"));
        }
    }

    @Test
    void theSameSeedGivesTheSameLines() throws IOException {
        List<Path> first = make("first");
        List<Path> second = make("second");

        assertThat(first).hasSize(2);
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i)).hasSameBinaryContentAs(second.get(i));
        }
    }

    private List<Path> make(String name) throws IOException {
        Path text = Files.writeString(folder.resolve("text"), TEXT.repeat(3));
        Path out = folder.resolve(name);
        LineMaking.main(new String[] {
            out.toString(), "2", "17", characters().toString(), "training", "FAIR,BITONAL", text + "@1"
        });
        return List.of(out.resolve("0.lstmf"), out.resolve("1.lstmf"));
    }

    private Path characters() throws IOException {
        String known = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
        StringBuilder lines = new StringBuilder("NULL 0\n");
        (known + known.toUpperCase(java.util.Locale.ROOT) + "0123456789.,;:/%()-")
                .codePoints()
                .forEach(point -> lines.append(Character.toString(point)).append(" 0\n"));
        return Files.writeString(folder.resolve("characters"), lines);
    }

    private static boolean inkInTheMiddle(BufferedImage picture) {
        int darkest = 255;
        int lightest = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = picture.getHeight() / 3; y < picture.getHeight() * 9 / 10; y++) {
                int grey = picture.getRaster().getSample(x, y, 0);
                darkest = Math.min(darkest, grey);
                lightest = Math.max(lightest, grey);
            }
        }
        return lightest - darkest > 60;
    }

    private static List<Line> lines(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Line> lines = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            assertThat(in.get()).isEqualTo((byte) 1);
            bytes(in);
            assertThat(in.getInt()).isZero();
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes(in)));
            assertThat(text(in)).isEqualTo("vie");
            String text = text(in);
            assertThat(in.getInt()).isEqualTo(1);
            in.getInt();
            int width = in.getShort();
            int height = in.getShort();
            assertThat(in.getInt()).isEqualTo(1);
            assertThat(text(in)).isEqualTo(text);
            assertThat(in.get()).isZero();
            lines.add(new Line(picture, width, height, text));
        }
        assertThat(in.remaining()).isZero();
        return lines;
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }
}
