package vn.trich.pipeline.ocr;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessChoiceIterator;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI1;
import vn.trich.models.encoding.VietnameseForm;
import vn.trich.pipeline.page.Alternative;

/** Tesseract's LSTM recogniser through its C interface, one handle for as long as this lives. For one thread. */
final class TesseractEngine implements AutoCloseable {

    /** Words read surer than this, of 100, have no other readings worth a look. */
    private static final double SURE = 98;

    private static final String THRESHOLDING = "thresholding_method";
    private static final String OTSU = "0";
    private static final String SAUVOLA = "2";

    /** By how much the score of a character falls where its probability falls to 1/e: 5 times the engine's scale of 7. */
    private static final double SCORE_OF_E = 35;

    private final TessBaseAPI handle;
    private GrayPicture picture;

    /**
     * Loads the engine and a language.
     *
     * @param dataFolder where {@code LANGUAGE.traineddata} is
     * @param language its name
     * @throws IllegalStateException if the engine cannot be set up with it
     */
    TesseractEngine(Path dataFolder, String language) {
        handle = TessAPI1.TessBaseAPICreate();
        int failed =
                TessAPI1.TessBaseAPIInit2(handle, dataFolder.toString(), language, TessOcrEngineMode.OEM_LSTM_ONLY);
        if (failed != 0) {
            TessAPI1.TessBaseAPIDelete(handle);
            throw new IllegalStateException("Tesseract cannot load " + language + " from " + dataFolder);
        }
        // White on black does not occur; the try costs time. Words of earlier pages must not sway later ones.
        set("tessedit_do_invert", "0");
        set("tessedit_enable_doc_dict", "0");
        set("lstm_choice_mode", "2");
        // Each round finds one more reading of a character, and costs as much as the first; later ones hardly ever
        // helped.
        set("lstm_choice_iterations", "2");
        set("debug_file", System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private void set(String name, String value) {
        TessAPI1.TessBaseAPISetVariable(handle, name, value);
    }

    /**
     * Sets the picture that the next regions are of.
     *
     * @param newPicture upright and level
     */
    void look(GrayPicture newPicture) {
        picture = newPicture;
        ByteBuffer pixels = ByteBuffer.allocateDirect(newPicture.pixels().length);
        pixels.put(newPicture.pixels()).flip();
        TessAPI1.TessBaseAPISetImage(handle, pixels, newPicture.width(), newPicture.height(), 1, newPicture.width());
        set("user_defined_dpi", Integer.toString((int) Math.round(Math.max(70, newPicture.dpi()))));
    }

    /**
     * Reads a region of the picture last looked at.
     *
     * @param region not empty
     * @param segmentation what is known of how text stands in it
     * @return its lines, top to bottom where that can be said; boxes in pixels of the whole picture
     */
    List<RecognisedLine> read(PixelBox region, Segmentation segmentation) {
        TessAPI1.TessBaseAPISetPageSegMode(handle, mode(segmentation));
        TessAPI1.TessBaseAPISetRectangle(handle, region.x0(), region.y0(), region.width(), region.height());
        if (TessAPI1.TessBaseAPIRecognize(handle, null) != 0) {
            throw new IllegalStateException("Tesseract gave up on " + region);
        }
        TessResultIterator results = TessAPI1.TessBaseAPIGetIterator(handle);
        if (results == null) {
            return List.of();
        }
        try {
            return lines(results);
        } finally {
            TessAPI1.TessResultIteratorDelete(results);
        }
    }

    /**
     * Reads a region as {@link #read} does, but tells ink from paper by what lies around each pixel (J. Sauvola and M.
     * Pietikäinen, 2000) instead of by one brightness for the whole region: on noisy or shaded paper that finds lines
     * which the other way loses, and now and then the other way round.
     */
    List<RecognisedLine> readAdaptively(PixelBox region, Segmentation segmentation) {
        set(THRESHOLDING, SAUVOLA);
        try {
            return read(region, segmentation);
        } finally {
            set(THRESHOLDING, OTSU);
        }
    }

    private static int mode(Segmentation segmentation) {
        return switch (segmentation) {
            case PAGE -> TessPageSegMode.PSM_AUTO;
            case BLOCK -> TessPageSegMode.PSM_SINGLE_BLOCK;
            case LINE -> TessPageSegMode.PSM_SINGLE_LINE;
        };
    }

    private List<RecognisedLine> lines(TessResultIterator results) {
        List<RecognisedLine> lines = new ArrayList<>();
        List<RecognisedWord> words = new ArrayList<>();
        PixelBox lineBox = picture.bounds();
        TessPageIterator pages = TessAPI1.TessResultIteratorGetPageIterator(results);
        do {
            if (TessAPI1.TessPageIteratorIsAtBeginningOf(pages, TessPageIteratorLevel.RIL_TEXTLINE) != 0) {
                addLine(lines, lineBox, words);
                lineBox = box(pages, TessPageIteratorLevel.RIL_TEXTLINE);
            }
            String text = text(results);
            if (!text.isEmpty()) {
                double confidence = TessAPI1.TessResultIteratorConfidence(results, TessPageIteratorLevel.RIL_WORD);
                PixelBox box = box(pages, TessPageIteratorLevel.RIL_WORD);
                words.add(new RecognisedWord(
                        text,
                        box,
                        Math.max(0, Math.min(1, confidence / 100)),
                        confidence < SURE ? alternatives(text, results, pages) : List.of()));
            }
        } while (TessAPI1.TessPageIteratorNext(pages, TessPageIteratorLevel.RIL_WORD) != 0);
        addLine(lines, lineBox, words);
        return lines;
    }

    /** The other readings of the word that the results stand at; they move on to its last character. */
    private static List<Alternative> alternatives(String word, TessResultIterator results, TessPageIterator pages) {
        SymbolChoices symbols = new SymbolChoices(word);
        do {
            symbols.add(choices(results));
        } while (TessAPI1.TessPageIteratorIsAtFinalElement(
                                pages, TessPageIteratorLevel.RIL_WORD, TessPageIteratorLevel.RIL_SYMBOL)
                        == 0
                && TessAPI1.TessPageIteratorNext(pages, TessPageIteratorLevel.RIL_SYMBOL) != 0);
        return symbols.alternatives();
    }

    private static List<SymbolChoices.Choice> choices(TessResultIterator results) {
        List<SymbolChoices.Choice> choices = new ArrayList<>();
        TessChoiceIterator others = TessAPI1.TessResultIteratorGetChoiceIterator(results);
        if (others == null) {
            return choices;
        }
        try {
            do {
                String text = TessAPI1.TessChoiceIteratorGetUTF8Text(others);
                double score = TessAPI1.TessChoiceIteratorConfidence(others);
                if (text != null && !text.isBlank() && (choices.isEmpty() || score > 0)) {
                    choices.add(new SymbolChoices.Choice(normal(text), (score - 100) / SCORE_OF_E));
                }
            } while (TessAPI1.TessChoiceIteratorNext(others) != 0);
            return choices;
        } finally {
            TessAPI1.TessChoiceIteratorDelete(others);
        }
    }

    private static void addLine(List<RecognisedLine> lines, PixelBox box, List<RecognisedWord> words) {
        if (!words.isEmpty()) {
            lines.add(new RecognisedLine(box, words));
            words.clear();
        }
    }

    private static String text(TessResultIterator results) {
        Pointer pointer = TessAPI1.TessResultIteratorGetUTF8Text(results, TessPageIteratorLevel.RIL_WORD);
        if (pointer == null) {
            return "";
        }
        try {
            return normal(pointer.getString(0, "UTF-8").strip());
        } finally {
            TessAPI1.TessDeleteText(pointer);
        }
    }

    private static String normal(String text) {
        // The stroke of fractions is no letter of these papers; it is read for that of numbers and dates.
        return Normalizer.normalize(VietnameseForm.of(text), Normalizer.Form.NFC)
                .replace('\u2044', '/');
    }

    private PixelBox box(TessPageIterator pages, int level) {
        IntBuffer left = IntBuffer.allocate(1);
        IntBuffer top = IntBuffer.allocate(1);
        IntBuffer right = IntBuffer.allocate(1);
        IntBuffer bottom = IntBuffer.allocate(1);
        if (TessAPI1.TessPageIteratorBoundingBox(pages, level, left, top, right, bottom) == 0) {
            return new PixelBox(0, 0, 0, 0);
        }
        int x = Math.max(0, left.get(0));
        int y = Math.max(0, top.get(0));
        return new PixelBox(x, y, Math.max(x, right.get(0)), Math.max(y, bottom.get(0))).within(picture.bounds());
    }

    /** How text stands in a region. */
    enum Segmentation {
        /** Nothing is known: columns, blocks, headings. */
        PAGE,
        /** One block of lines, one below the other. */
        BLOCK,
        /** One line. */
        LINE
    }

    @Override
    public void close() {
        TessAPI1.TessBaseAPIEnd(handle);
        TessAPI1.TessBaseAPIDelete(handle);
    }
}
