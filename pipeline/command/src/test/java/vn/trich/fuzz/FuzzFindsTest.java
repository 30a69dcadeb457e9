package vn.trich.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file that fuzzing ever found: read again, it neither breaks our code nor holds it up. */
class FuzzFindsTest {

    private static final FuzzedReading READING = new FuzzedReading();

    static List<Path> finds() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(FuzzFindsTest.class.getResource("/vn/trich/fuzz"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !f.toString().endsWith(".class"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("finds")
    void isReadOrRefused(Path find) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThat(READING.read(find)).isIn("read", "refused", "unreadable"));
    }
}
