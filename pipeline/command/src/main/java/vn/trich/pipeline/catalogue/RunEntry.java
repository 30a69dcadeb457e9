package vn.trich.pipeline.catalogue;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as the catalogue knows it.
 *
 * @param id its number
 * @param command which command it was
 * @param started when it began
 * @param ended when it ended; empty while it goes on, or if it was killed and no other came after it
 * @param outcome how it ended: done, interrupted, failed, killed; empty as {@code ended}
 */
public record RunEntry(long id, String command, Instant started, Optional<Instant> ended, String outcome) {}
