package vn.trich.pipeline.ocr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Worker processes that come to grief on page 2 as native code would: the whole process is gone, or stands still. */
final class CrashingWorker {

    private static final int ABORTED = 134;

    private CrashingWorker() {}

    /** What happens on page 2. */
    private interface Accident {
        void happen() throws IOException;
    }

    private static void work(String[] args, Accident accident) throws IOException {
        InputStream in = System.in;
        System.setIn(new InputStream() {
            private InputStream line = InputStream.nullInputStream();

            @Override
            public int read() throws IOException {
                int b = line.read();
                if (b >= 0) {
                    return b;
                }
                StringBuilder next = new StringBuilder();
                for (b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                    next.append((char) b);
                }
                if (b < 0) {
                    return -1;
                }
                if (next.toString().contains("\"page\":2}")) {
                    accident.happen();
                }
                byte[] bytes = next.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
                line = new SequenceInputStream(new ByteArrayInputStream(bytes), InputStream.nullInputStream());
                return line.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int b = read();
                if (b < 0) {
                    return -1;
                }
                buffer[offset] = (byte) b;
                return 1;
            }
        });
        WorkerMain.main(args);
    }

    /** Dies the first time only. */
    static final class Once {

        private Once() {}

        /** Works. */
        public static void main(String[] args) throws IOException {
            Path mark = Path.of(args[0], "crashed");
            work(args, () -> {
                if (!Files.exists(mark)) {
                    Files.createFile(mark);
                    Runtime.getRuntime().halt(ABORTED);
                }
            });
        }
    }

    /** Dies every time. */
    static final class Always {

        private Always() {}

        /** Works. */
        public static void main(String[] args) throws IOException {
            work(args, () -> Runtime.getRuntime().halt(ABORTED));
        }
    }

    /** Never comes to an end. */
    static final class Hanging {

        private Hanging() {}

        /** Works. */
        public static void main(String[] args) throws IOException {
            work(args, () -> {
                while (true) {
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            });
        }
    }
}
