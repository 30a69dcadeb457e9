package vn.trich.pipeline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.trich.models.encoding.VietnameseForm;
import vn.trich.output.Box;
import vn.trich.output.PageRegion;
import vn.trich.output.TextChoice;

/** Makes the text layer of a page into the page's text. */
final class LayerText {

    /** Pictures below this share of the page, and above it this one, are no pictures beside text. */
    private static final double SMALLEST_PICTURE = 0.001;

    private static final double LARGEST_PICTURE = 0.7;

    private LayerText() {}

    /**
     * The page with the words of its layer.
     *
     * @param number of the page, from 1
     * @param layer what the page holds
     * @param words the layer's words as they are to be used
     * @param choice what was chosen
     * @param reasons why
     */
    static PageText page(int number, PdfLayer layer, List<Word> words, TextChoice choice, List<String> reasons) {
        List<Word> clean = new ArrayList<>(words.size());
        for (Word word : words) {
            String text = VietnameseForm.of(printable(word.text()));
            if (!text.isEmpty()) {
                clean.add(
                        text.equals(word.text())
                                ? word
                                : new Word(
                                        text,
                                        text,
                                        word.box(),
                                        word.confidence(),
                                        word.source(),
                                        word.alternatives(),
                                        word.style()));
            }
        }
        double area = layer.width() * layer.height();
        List<PageRegion> regions = new ArrayList<>();
        for (PlacedPicture placed : layer.pictures()) {
            Box picture = layer.turn().turn(placed.box());
            double share = picture.area() / area;
            if (share >= SMALLEST_PICTURE && share <= LARGEST_PICTURE) {
                regions.add(new PageRegion(PageRegion.Kind.PICTURE, picture, ""));
            }
        }
        return new PageText(
                number,
                layer.width(),
                layer.height(),
                layer.turn().degrees(),
                choice,
                reasons,
                clean,
                layer.rulings(),
                regions,
                false,
                Optional.empty());
    }

    /** Without soft hyphens, characters of no width and controls. */
    private static String printable(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean drop = c == '\u00AD'
                    || c >= '\u200B' && c <= '\u200F'
                    || c == '\u2060'
                    || c == '\uFEFF'
                    || Character.isISOControl(c);
            if (drop && out == null) {
                out = new StringBuilder(text.substring(0, i));
            } else if (!drop && out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }
}
