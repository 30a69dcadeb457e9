package vn.trich.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run can be told. Everything here that can change the result is part of {@link #fingerprint()}.
 *
 * @param maxPages pages of one file above which it is refused, from 1
 * @param maxBytes bytes of one file above which it is refused
 * @param maxPixels pixels of one picture above which its page is refused, before any is decoded
 * @param renderDpi resolution at which a page is rendered that is not one scanned picture, 72 to 600
 * @param pageTimeout time after which a page's reading is given up
 * @param workers worker processes, from 1; never changes the result
 * @param forceOcr read every page's picture, whatever its text layer says
 * @param restore whether text is repaired
 * @param ownWords words that the owner of the results knows to be misread: what is right, by what is read
 * @param leftOut what is not done to pages' pictures
 * @param bounds how much of the machine one file may take
 */
public record Settings(
        int maxPages,
        long maxBytes,
        long maxPixels,
        int renderDpi,
        Duration pageTimeout,
        int workers,
        boolean forceOcr,
        boolean restore,
        Map<String, String> ownWords,
        Set<PictureStep> leftOut,
        Bounds bounds) {

    /** Copies the words and steps. */
    public Settings {
        ownWords = Map.copyOf(ownWords);
        leftOut = Set.copyOf(leftOut);
    }

    /** Without words of the owner's, with all that is done to pictures, within the usual bounds. */
    public Settings(
            int maxPages,
            long maxBytes,
            long maxPixels,
            int renderDpi,
            Duration pageTimeout,
            int workers,
            boolean forceOcr,
            boolean restore) {
        this(
                maxPages,
                maxBytes,
                maxPixels,
                renderDpi,
                pageTimeout,
                workers,
                forceOcr,
                restore,
                Map.of(),
                Set.of(),
                Bounds.usual());
    }

    /** What holds when nothing is said: one worker per processor. */
    public static Settings defaults() {
        return new Settings(
                2_000,
                2L << 30,
                200_000_000,
                300,
                Duration.ofSeconds(120),
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                false,
                true);
    }

    /** The settings that can change a result, as one line; equal lines, equal results. */
    public String fingerprint() {
        return "maxPages=" + maxPages + " maxBytes=" + maxBytes + " maxPixels=" + maxPixels + " renderDpi=" + renderDpi
                + " forceOcr=" + forceOcr + " restore=" + restore
                + (ownWords.isEmpty()
                        ? ""
                        : " words="
                                + Integer.toHexString(
                                        new TreeMap<>(ownWords).toString().hashCode()))
                + (leftOut.isEmpty() ? "" : " leftOut=" + PictureStep.line(leftOut));
    }

    /** These, with words of the owner's. */
    public Settings withOwnWords(Map<String, String> words) {
        return new Settings(
                maxPages,
                maxBytes,
                maxPixels,
                renderDpi,
                pageTimeout,
                workers,
                forceOcr,
                restore,
                words,
                leftOut,
                bounds);
    }

    /** These, with some of what is done to pictures left out. */
    public Settings without(Set<PictureStep> steps) {
        return new Settings(
                maxPages,
                maxBytes,
                maxPixels,
                renderDpi,
                pageTimeout,
                workers,
                forceOcr,
                restore,
                ownWords,
                steps,
                bounds);
    }

    /** These, with other bounds. */
    public Settings within(Bounds others) {
        return new Settings(
                maxPages,
                maxBytes,
                maxPixels,
                renderDpi,
                pageTimeout,
                workers,
                forceOcr,
                restore,
                ownWords,
                leftOut,
                others);
    }
}
