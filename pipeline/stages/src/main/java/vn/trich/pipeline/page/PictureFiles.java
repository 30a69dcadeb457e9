package vn.trich.pipeline.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.OptionalDouble;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Node;
import vn.trich.pipeline.Settings;

/** Gets the pictures of TIFF, PNG and JPEG files. */
public final class PictureFiles {

    private static final double MM_PER_INCH = 25.4;

    /** Longer side of A4, in inches, which a picture of unknown resolution is taken to show. */
    private static final double A4_INCHES = 11.69;

    private final Settings settings;

    /** Reads within the limits of {@code settings}. */
    public PictureFiles(Settings settings) {
        this.settings = settings;
    }

    /**
     * A picture of a file.
     *
     * @param file TIFF, PNG or JPEG
     * @param number from 1; only TIFF has more than one
     * @throws PictureTooLargeException if it has too many pixels
     * @throws IOException if it is damaged
     */
    public PagePicture read(Path file, int number) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no decoder for " + file.getFileName());
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                int index = number - 1;
                int width = reader.getWidth(index);
                int height = reader.getHeight(index);
                PictureTooLargeException.check(width, height, settings.maxPixels());
                IIOImage read = reader.readAll(index, null);
                BufferedImage image = (BufferedImage) read.getRenderedImage();
                OptionalDouble declared = resolution(read.getMetadata());
                double longer = Math.max(width, height);
                double guess = longer / A4_INCHES;
                boolean credible = declared.isPresent()
                        && longer / declared.getAsDouble() > 3
                        && longer / declared.getAsDouble() < 40;
                return new PagePicture(
                        image,
                        credible ? declared.getAsDouble() : guess,
                        declared.isPresent() ? 72 / declared.getAsDouble() : 1);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            throw new IOException("damaged picture: " + e.getMessage(), e);
        }
    }

    /** Pixels per inch as the file says, if it does. */
    private static OptionalDouble resolution(IIOMetadata metadata) {
        if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
            return OptionalDouble.empty();
        }
        Node root = metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        Node size = find(root, "HorizontalPixelSize");
        if (size == null) {
            return OptionalDouble.empty();
        }
        double mm =
                Double.parseDouble(size.getAttributes().getNamedItem("value").getNodeValue());
        double dpi = mm > 0 ? MM_PER_INCH / mm : 0;
        return dpi >= 20 && dpi <= 5000 ? OptionalDouble.of(dpi) : OptionalDouble.empty();
    }

    private static Node find(Node node, String name) {
        if (node.getNodeName().equals(name)) {
            return node;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            Node found = find(child, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
