package vn.trich.models.restore;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that takes long to make and is not always asked for: made at the first question, then kept. Safe for use by many
 * threads.
 *
 * @param <T> what it is
 */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private volatile Optional<T> made = Optional.empty();

    /** Of what the source makes. */
    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        return made.orElseGet(this::make);
    }

    private synchronized T make() {
        if (made.isEmpty()) {
            made = Optional.of(source.get());
        }
        return made.get();
    }
}
