package vn.trich.pipeline.ocr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process takes of the machine's memory, where the system tells: Linux. */
final class ProcessMemory {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Path status;

    /** Watches a process. */
    ProcessMemory(long pid) {
        status = Path.of("/proc", Long.toString(pid), "status");
    }

    /** Its resident memory in megabytes, all that is native included; empty if that cannot be known. */
    OptionalLong megabytes() {
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(status));
            return resident.find() ? OptionalLong.of(Long.parseLong(resident.group(1)) / 1024) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
