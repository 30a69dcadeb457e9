package vn.trich.pipeline.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, as a user's shell or a service manager starts it. */
final class RealCommand {

    /** Exit code of a process that SIGTERM ended. */
    static final int SIGTERM = 143;

    private static final long PATIENCE_SECONDS = 600;

    private final Path log;

    /** A command that writes to this file what it prints. */
    RealCommand(Path log) {
        this.log = log;
    }

    /** How it ended, and what it printed. */
    record Ended(int exitCode, String printed) {}

    /** Starts it. */
    Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(java());
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Runs it to its end. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        return await(start(arguments));
    }

    /** Waits for its end. */
    Ended await(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError("does not end: " + Files.readString(log));
        }
        return new Ended(process.exitValue(), Files.readString(log));
    }

    /** Runs a shell script in which {@code $TRICH} is the command, as root of a namespace of its own. */
    Ended inNamespace(String script) throws IOException, InterruptedException {
        List<String> quoted = java().stream().map(RealCommand::quote).toList();
        ProcessBuilder builder = new ProcessBuilder(
                "unshare", "-rm", "sh", "-euc", "trich() { " + String.join(" ", quoted) + " \"$@\"; }\n" + script);
        return await(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    }

    /** Whether this system lets us mount things where nobody else sees them. */
    static boolean hasNamespaces(Path folder) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "none", folder.toString())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // As the launcher has it, so that its memory can be measured.
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=25",
                // Most runs are over before more pays.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "vn.trich.pipeline.command.Trich");
    }
}
