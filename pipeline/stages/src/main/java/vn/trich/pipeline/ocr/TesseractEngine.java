package vn.trich.pipeline.ocr;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI1;
import vn.trich.models.encoding.VietnameseForm;

/** Tesseract's LSTM recogniser through its C interface, one handle for as long as this lives. For one thread. */
final class TesseractEngine implements AutoCloseable {

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
                words.add(new RecognisedWord(
                        text,
                        box(pages, TessPageIteratorLevel.RIL_WORD),
                        Math.max(0, Math.min(1, confidence / 100)),
                        List.of()));
            }
        } while (TessAPI1.TessPageIteratorNext(pages, TessPageIteratorLevel.RIL_WORD) != 0);
        addLine(lines, lineBox, words);
        return lines;
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
            String text = VietnameseForm.of(pointer.getString(0, "UTF-8").strip());
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        } finally {
            TessAPI1.TessDeleteText(pointer);
        }
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
