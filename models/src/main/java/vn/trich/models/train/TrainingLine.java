package vn.trich.models.train;

import java.util.List;

/**
 * The picture of a line of text and what it says, for training the recogniser of the Tesseract engine.
 *
 * @param picture the line alone, as a PNG file
 * @param width of the picture, in pixels, at most 32767
 * @param height of the picture, in pixels, at most 32767
 * @param text what stands there
 */
public record TrainingLine(byte[] picture, int width, int height, String text) {

    /**
     * The content of a file of lines ({@code .lstmf}) as the engine's training program reads it: the number of lines, then each
     * with a mark that it is there, a name, a page number, picture, language, text, one box around the whole and the text in it.
     */
    public static byte[] file(List<TrainingLine> lines) {
        LittleEndian out = new LittleEndian();
        out.int32(lines.size());
        for (TrainingLine line : lines) {
            out.int8(1);
            line.write(out);
        }
        return out.written();
    }

    private void write(LittleEndian out) {
        out.text("line");
        out.int32(0);
        out.int32(picture.length);
        out.bytes(picture);
        out.text("vie");
        out.text(text);
        out.int32(1);
        out.int16(0);
        out.int16(0);
        out.int16(width);
        out.int16(height);
        out.int32(1);
        out.text(text);
        out.int8(0);
    }
}
