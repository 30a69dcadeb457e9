package vn.trich.models.train;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A file of trained data of the Tesseract engine, version 4 or 5: a number of components, each in a place of its own, little
 * endian. First the number of places (32 bits), then for each place where its component begins (64 bits, -1 if there is none),
 * then the components in order of their places.
 *
 * @param components what stands in each place
 */
record TrainedData(List<Optional<byte[]>> components) {

    /** The place of the recogniser's network. */
    static final int NETWORK = 17;

    private static final int MOST_PLACES = 100;

    TrainedData {
        components = List.copyOf(components);
    }

    /**
     * Takes a file apart.
     *
     * @throws IOException if it is no such file
     */
    static TrainedData parse(byte[] file) throws IOException {
        try {
            ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            int places = in.getInt();
            if (places < 1 || places > MOST_PLACES) {
                throw new IOException("no trained data: " + places + " places");
            }
            long[] begins = new long[places + 1];
            for (int i = 0; i < places; i++) {
                begins[i] = in.getLong();
            }
            begins[places] = file.length;
            List<Optional<byte[]>> components = new ArrayList<>(Collections.nCopies(places, Optional.empty()));
            long end = file.length;
            for (int i = places - 1; i >= 0; i--) {
                if (begins[i] >= 0) {
                    components.set(i, Optional.of(between(file, begins[i], end)));
                    end = begins[i];
                }
            }
            return new TrainedData(components);
        } catch (BufferUnderflowException e) {
            throw new IOException("trained data that ends too soon", e);
        }
    }

    private static byte[] between(byte[] file, long begin, long end) throws IOException {
        if (begin > end) {
            throw new IOException("trained data with components out of order");
        }
        byte[] component = new byte[(int) (end - begin)];
        System.arraycopy(file, (int) begin, component, 0, component.length);
        return component;
    }

    /**
     * The recogniser's network.
     *
     * @throws IOException if there is none
     */
    byte[] network() throws IOException {
        if (components.size() <= NETWORK) {
            throw new IOException("trained data without a network");
        }
        return components.get(NETWORK).orElseThrow(() -> new IOException("trained data without a network"));
    }

    /** The same with another network in the place of this one's. */
    TrainedData withNetwork(byte[] network) {
        List<Optional<byte[]>> changed = new ArrayList<>(components);
        changed.set(NETWORK, Optional.of(network));
        return new TrainedData(changed);
    }

    /** The file. */
    byte[] bytes() {
        int length = 4 + 8 * components.size();
        for (Optional<byte[]> component : components) {
            length += component.map(bytes -> bytes.length).orElse(0);
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(components.size());
        long at = 4 + 8L * components.size();
        for (Optional<byte[]> component : components) {
            out.putLong(component.isPresent() ? at : -1);
            at += component.map(bytes -> bytes.length).orElse(0);
        }
        components.forEach(component -> component.ifPresent(out::put));
        return out.array();
    }
}
