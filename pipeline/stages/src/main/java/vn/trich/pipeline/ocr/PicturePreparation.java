package vn.trich.pipeline.ocr;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.trich.pipeline.PictureStep;

/**
 * Does to a page's picture what is done before it is read, and reads nothing: for programs that train or measure
 * recognisers. Pictures are taken to be upright.
 */
public final class PicturePreparation {

    /**
     * Prepares a picture.
     *
     * @param image the page as scanned
     * @param dpi its resolution
     * @return what a recogniser would be given, or nothing if the page is blank
     */
    public Optional<PreparedPicture> apply(BufferedImage image, double dpi) {
        Set<PictureStep> steps = EnumSet.allOf(PictureStep.class);
        steps.remove(PictureStep.ORIENTATION);
        Taker taker = new Taker();
        PictureReader.Reading reading =
                new PictureReader(taker, word -> true, steps).read(new InkSeparation(steps).apply(image, dpi));
        return taker.taken.map(picture -> new PreparedPicture(
                picture.width(), picture.height(), picture.dpi(), picture.pixels(), reading.skew()));
    }

    /** Keeps the page it is given to read. */
    private static final class Taker implements Recogniser {

        private Optional<GrayPicture> taken = Optional.empty();

        @Override
        public List<RecognisedLine> read(PreparedPage page) {
            taken = Optional.of(page.picture());
            return List.of();
        }

        @Override
        public List<RecognisedLine> sample(GrayPicture picture, PixelBox part) {
            return List.of();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
