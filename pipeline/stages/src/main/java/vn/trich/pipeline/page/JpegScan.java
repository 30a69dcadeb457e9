package vn.trich.pipeline.page;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Decodes the commonest kind of scan, a plain JPEG in colour or grey, straight into the pixels that PDFBox would give: PDFBox turns
 * every such picture over twice more, which takes longer than the decoding.
 */
final class JpegScan {

    private static final int[] GRAY = {0};
    private static final int[] BLUE_GREEN_RED = {2, 1, 0};

    /**
     * The picture, of type {@link BufferedImage#TYPE_3BYTE_BGR} or {@link BufferedImage#TYPE_BYTE_GRAY}.
     *
     * @return nothing if the picture is of another kind or damaged; PDFBox may know what to do with it
     */
    Optional<BufferedImage> decode(PDImage image) {
        try {
            return image instanceof PDImageXObject object && isPlain(object) ? decode(object) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(PDImageXObject image) throws IOException {
        COSStream stream = image.getCOSObject();
        PDColorSpace colours = image.getColorSpace();
        return image.getStream().getFilters().equals(List.of(COSName.DCT_DECODE))
                && (colours instanceof PDDeviceRGB || colours instanceof PDDeviceGray)
                && image.getBitsPerComponent() == 8
                && image.getDecode() == null
                && !stream.containsKey(COSName.SMASK)
                && !stream.containsKey(COSName.MASK);
    }

    private static Optional<BufferedImage> decode(PDImageXObject image) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("JPEG");
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try (InputStream bytes = image.getCOSObject().createRawInputStream();
                ImageInputStream in = ImageIO.createImageInputStream(bytes)) {
            reader.setInput(in, true, true);
            boolean asSaid = reader.getWidth(0) == image.getWidth() && reader.getHeight(0) == image.getHeight();
            return asSaid
                    ? pixels(reader.read(0).getRaster(), image.getColorSpace().getNumberOfComponents())
                    : Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    // The colours of a profile inside the JPEG are left aside, as PDFBox does: the PDF says which colours these are.
    private static Optional<BufferedImage> pixels(WritableRaster raster, int components) {
        int type = components == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        boolean plain = raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                && model.getPixelStride() == components
                && Arrays.equals(model.getBandOffsets(), components == 1 ? GRAY : BLUE_GREEN_RED);
        if (!plain) {
            return Optional.empty();
        }
        ColorModel colours = new BufferedImage(1, 1, type).getColorModel();
        return Optional.of(new BufferedImage(colours, raster, false, null));
    }
}
