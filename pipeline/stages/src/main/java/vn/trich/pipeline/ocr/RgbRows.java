package vn.trich.pipeline.ocr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.WritableRaster;

/**
 * Gives the pixels of a picture row by row as {@code 0xRRGGBB}; the highest byte may hold anything. Pictures that lie in
 * memory as scanners write them are read where they lie, without a colour model asked for each pixel.
 */
@FunctionalInterface
interface RgbRows {

    /**
     * Reads a row.
     *
     * @param y its number from 0
     * @param line takes its pixels, from the left; as long as the picture is wide
     */
    void read(int y, int[] line);

    /** The rows of a picture. */
    static RgbRows of(BufferedImage image) {
        WritableRaster raster = image.getRaster();
        boolean packed = image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && raster.getParent() == null
                && raster.getDataBuffer().getOffset() == 0
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                && model.getScanlineStride() == 3 * image.getWidth();
        return packed
                ? packed(((DataBufferByte) raster.getDataBuffer()).getData())
                : (y, line) -> image.getRGB(0, y, line.length, 1, line, 0, line.length);
    }

    private static RgbRows packed(byte[] bytes) {
        return (y, line) -> {
            int at = 3 * y * line.length;
            for (int x = 0; x < line.length; x++, at += 3) {
                line[x] = (bytes[at + 2] & 255) << 16 | (bytes[at + 1] & 255) << 8 | bytes[at] & 255;
            }
        };
    }
}
