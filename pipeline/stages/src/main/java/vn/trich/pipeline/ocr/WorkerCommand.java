package vn.trich.pipeline.ocr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.trich.pipeline.Bounds;
import vn.trich.pipeline.Settings;

/**
 * How a worker process is started.
 *
 * @param mainClass its main class, in this process's class path
 * @param heapMegabytes most memory for Java objects
 */
record WorkerCommand(String mainClass, int heapMegabytes) {

    /** The share of a worker's memory that its Java objects may take; the recogniser needs the rest. */
    private static final double HEAP_SHARE = 0.4;

    /**
     * The optimising compiler waits thirty times longer than usual: most of a worker's time goes into the recogniser, and
     * what the compiler takes is missing there. Loops over pixels reach these counts with the first page.
     */
    private static final List<String> LATE_OPTIMISATION = List.of(
            "-XX:Tier4InvocationThreshold=150000",
            "-XX:Tier4MinInvocationThreshold=18000",
            "-XX:Tier4CompileThreshold=450000",
            "-XX:Tier4BackEdgeThreshold=1200000");

    /** The usual worker. */
    static WorkerCommand within(Bounds bounds) {
        return new WorkerCommand(WorkerMain.class.getName(), (int) (HEAP_SHARE * bounds.workerMegabytes()));
    }

    List<String> line(Settings settings, Path engineFolder) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Xmx" + heapMegabytes + "m");
        line.add("-Xss4m");
        line.add("-XX:+UseSerialGC");
        line.add("-XX:+ExitOnOutOfMemoryError");
        line.add("-XX:-UsePerfData");
        line.addAll(LATE_OPTIMISATION);
        line.add("-Djava.awt.headless=true");
        line.add("-Dfile.encoding=UTF-8");
        line.add("-Djna.encoding=UTF-8");
        line.add("-Djna.library.path=" + engineFolder);
        line.add("-Djava.io.tmpdir=" + engineFolder);
        if (Runtime.version().feature() >= 22) {
            line.add("--enable-native-access=ALL-UNNAMED");
        }
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add(mainClass);
        line.addAll(WorkerMain.arguments(settings, engineFolder));
        return line;
    }
}
