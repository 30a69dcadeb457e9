package vn.trich.pipeline.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps some of a disk free: a disk filled to the last byte stops everything else on the machine too, and the catalogue
 * needs room to be brought in order.
 *
 * @param folder on the disk; exists
 * @param megabytes what has to be free
 */
record FreeSpace(Path folder, int megabytes) {

    /**
     * Looks whether there is enough.
     *
     * @throws NoSpaceException if there is not
     * @throws IOException if the disk does not tell
     */
    void check() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace() >> 20;
        if (free < megabytes) {
            throw new NoSpaceException("only " + free + " MB are free on its disk, " + megabytes
                    + " MB have to be; make room or lower --keep-free");
        }
    }
}
