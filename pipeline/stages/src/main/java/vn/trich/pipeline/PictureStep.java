package vn.trich.pipeline;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is done to a page's picture between the file and its words. Each step can be left out for itself, to see what it
 * is worth; what each is worth is in {@code corpus/RESULTS.md}.
 */
public enum PictureStep {
    /** Pictures finer than the recogniser likes are made coarser. */
    REDUCTION,
    /** Red stamps are taken off the text under them. */
    STAMPS,
    /** Blue pen strokes are taken off the text under them. */
    STROKES,
    /** Single dark pixels are taken off. */
    SPECKS,
    /** Paper is made evenly white. */
    LIGHT,
    /** Dark strips that the scanner saw beside the paper are taken off. */
    EDGES,
    /** The page is turned to the side on which it reads as Vietnamese. */
    ORIENTATION,
    /** The page is set level. */
    DESKEW,
    /** Greys are made lighter on noisy pages, darker on pages of hair-thin strokes. */
    TONE,
    /** Cells of ruled tables are read one by one. */
    CELLS,
    /** What was not read surely is read again. */
    SECOND_LOOK,
    /** Cells whose text runs up or down are turned. */
    TURNED_CELLS,
    /** What was not read surely is read again with ink told from paper by its surroundings. */
    ADAPTIVE,
    /** Text that was not read surely is read again without what shows through from the back of the paper. */
    BLEED_THROUGH,
    /** Lines that were left out, as between seal and signature, are read for themselves. */
    MISSED_LINES,
    /** Points and commas of numbers are put back where their ink shows. */
    POINTS,
    /** Numbers that have other figures than their ink are read again. */
    FIGURES,
    /** Lines beside and under seals are read again without them. */
    SEALS;

    /** These steps in one line, in the order of this type. */
    public static String line(Set<PictureStep> steps) {
        return steps.stream()
                .sorted()
                .map(step -> step.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /**
     * Reads what {@link #line} wrote.
     *
     * @throws IllegalArgumentException if a name is that of no step
     */
    public static Set<PictureStep> ofLine(String line) {
        EnumSet<PictureStep> steps = EnumSet.noneOf(PictureStep.class);
        for (String name : line.split(",")) {
            if (!name.isBlank()) {
                steps.add(valueOf(name.strip().toUpperCase(Locale.ROOT)));
            }
        }
        return steps;
    }

    /** All steps but some. */
    public static Set<PictureStep> allBut(Collection<PictureStep> left) {
        EnumSet<PictureStep> steps = EnumSet.allOf(PictureStep.class);
        steps.removeAll(left);
        return steps;
    }
}
