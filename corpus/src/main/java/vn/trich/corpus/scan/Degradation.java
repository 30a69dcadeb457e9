package vn.trich.corpus.scan;

import java.awt.image.BufferedImage;
import vn.trich.corpus.chance.Dice;

/** Turns the clean picture of a page into what a scanner makes of the paper. */
final class Degradation {

    /**
     * Where the paper lies under the scanner: turned about the middle of the picture, then shifted.
     *
     * @param angle turn in radians
     * @param dx shift in pixels
     * @param dy shift in pixels
     */
    record Placement(double angle, double dx, double dy) {

        /** Where a point of the clean picture comes to lie. */
        double[] forward(double x, double y, double width, double height) {
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double cx = x - width / 2;
            double cy = y - height / 2;
            return new double[] {cos * cx - sin * cy + width / 2 + dx, sin * cx + cos * cy + height / 2 + dy};
        }
    }

    private final ScanSettings settings;
    private final Dice dice;

    Degradation(ScanSettings settings, Dice dice) {
        this.settings = settings;
        this.dice = dice;
    }

    /** A placement by chance. */
    Placement placement(int width) {
        double degrees = Math.max(-1.5, Math.min(1.5, dice.bell() * settings.skew() * 0.6));
        double shift = width * 0.006;
        return new Placement(StrictMath.toRadians(degrees), dice.bell() * shift, dice.bell() * shift);
    }

    /**
     * The scan of a page.
     *
     * @param clean its clean picture, RGB
     * @param next the next page's clean picture, of the same size, which may shine through; or null
     */
    BufferedImage scan(BufferedImage clean, BufferedImage next, Placement placement) {
        int width = clean.getWidth();
        int height = clean.getHeight();
        int channels = settings.tone() == ScanSettings.Tone.COLOUR ? 3 : 1;
        float[][] planes = new float[channels][];
        for (int c = 0; c < channels; c++) {
            planes[c] = plane(clean, channels == 3 ? c : -1);
        }
        if (next != null && settings.bleed() > 0) {
            shineThrough(planes, plane(next, -1), width, height);
        }
        double[] waves = {dice.between(0.0, 6.28), dice.between(0.0, 6.28), dice.between(0.6, 1.6)};
        for (int c = 0; c < channels; c++) {
            planes[c] = blur(place(planes[c], width, height, placement), width, height);
            paper(planes[c], width, height, channels == 3 ? settings.tint()[c] : settings.tint()[1], waves);
            surroundings(planes[c], width, height, placement);
        }
        noise(planes, width, height);
        return picture(planes, width, height);
    }

    private static float[] plane(BufferedImage image, int channel) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        float[] plane = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int r = pixels[i] >> 16 & 255;
            int g = pixels[i] >> 8 & 255;
            int b = pixels[i] & 255;
            plane[i] = channel == 0 ? r : channel == 1 ? g : channel == 2 ? b : 0.3f * r + 0.59f * g + 0.11f * b;
        }
        return plane;
    }

    private void shineThrough(float[][] planes, float[] next, int width, int height) {
        float[] soft = smooth(smooth(next, width, height, 0.25f), width, height, 0.25f);
        for (float[] plane : planes) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double dark = 255 - soft[y * width + width - 1 - x];
                    plane[y * width + x] *= (float) (1 - settings.bleed() * dark / 255);
                }
            }
        }
    }

    private float[] place(float[] plane, int width, int height, Placement placement) {
        double cos = StrictMath.cos(placement.angle());
        double sin = StrictMath.sin(placement.angle());
        float[] out = new float[plane.length];
        for (int y = 0; y < height; y++) {
            double py = y - height / 2.0 - placement.dy();
            for (int x = 0; x < width; x++) {
                double px = x - width / 2.0 - placement.dx();
                double sx = cos * px + sin * py + width / 2.0;
                double sy = -sin * px + cos * py + height / 2.0;
                out[y * width + x] = sample(plane, width, height, sx, sy);
            }
        }
        return out;
    }

    // Bilinear; outside the paper -1.
    private static float sample(float[] plane, int width, int height, double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) {
            return -1;
        }
        float fx = (float) (x - x0);
        float fy = (float) (y - y0);
        int at = y0 * width + x0;
        float top = plane[at] * (1 - fx) + plane[at + 1] * fx;
        float below = plane[at + width] * (1 - fx) + plane[at + width + 1] * fx;
        return top * (1 - fy) + below * fy;
    }

    private float[] blur(float[] plane, int width, int height) {
        float weight = (float) Math.min(0.3, settings.blur() * 0.3);
        float[] out = smooth(plane, width, height, weight);
        return settings.blur() > 0.45 ? smooth(out, width, height, weight) : out;
    }

    // Three neighbours along, then three across; the edge between paper and lid stays sharp.
    private static float[] smooth(float[] plane, int width, int height, float weight) {
        float[] rows = plane.clone();
        for (int y = 0; y < height; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                if (plane[at - 1] >= 0 && plane[at] >= 0 && plane[at + 1] >= 0) {
                    rows[at] = plane[at] * (1 - 2 * weight) + weight * (plane[at - 1] + plane[at + 1]);
                }
            }
        }
        float[] out = rows.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                if (rows[at - width] >= 0 && rows[at] >= 0 && rows[at + width] >= 0) {
                    out[at] = rows[at] * (1 - 2 * weight) + weight * (rows[at - width] + rows[at + width]);
                }
            }
        }
        return out;
    }

    private void paper(float[] plane, int width, int height, double tint, double[] waves) {
        double[] across = new double[width];
        for (int x = 0; x < width; x++) {
            across[x] = StrictMath.sin(waves[0] + waves[2] * 3 * x / width);
        }
        for (int y = 0; y < height; y++) {
            double down = StrictMath.sin(waves[1] + waves[2] * 3 * y / height);
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                if (plane[at] >= 0) {
                    double light = 1 - settings.shade() * (0.5 + 0.25 * (across[x] + down));
                    double ink = (255 - plane[at]) * settings.contrast();
                    plane[at] = (float) ((255 - ink) * tint * light);
                }
            }
        }
    }

    private void surroundings(float[] plane, int width, int height, Placement placement) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = plane[i] < 0 ? settings.lid() : plane[i];
        }
        if (!settings.holes() || width > height) {
            return;
        }
        double mm = settings.dpi() / 25.4;
        for (int side = -1; side <= 1; side += 2) {
            double[] at = placement.forward(11 * mm, height / 2.0 + side * 40 * mm, width, height);
            double radius = 2.9 * mm;
            for (int y = (int) (at[1] - radius - 2); y < at[1] + radius + 2; y++) {
                for (int x = Math.max(0, (int) (at[0] - radius - 2)); x < at[0] + radius + 2; x++) {
                    double distance = Math.sqrt((x - at[0]) * (x - at[0]) + (y - at[1]) * (y - at[1]));
                    if (distance < radius && y >= 0 && y < height) {
                        plane[y * width + x] = (float) (settings.lid() * (distance > radius - 2 ? 0.6 : 0.85));
                    }
                }
            }
        }
    }

    private void noise(float[][] planes, int width, int height) {
        for (int i = 0; i < width * height; i++) {
            double common = dice.bell() * settings.noise();
            for (float[] plane : planes) {
                plane[i] += (float) common;
            }
        }
        int specks = (int) (settings.specks() * width * height);
        for (int s = 0; s < specks; s++) {
            int x = dice.below(width - 2);
            int y = dice.below(height - 2);
            int size = dice.chance(0.2) ? 2 : 1;
            float value = dice.chance(0.75) ? dice.between(10, 110) : 250;
            for (float[] plane : planes) {
                for (int k = 0; k < size * size; k++) {
                    plane[(y + k / size) * width + x + k % size] = value;
                }
            }
        }
    }

    private BufferedImage picture(float[][] planes, int width, int height) {
        int type = switch (settings.tone()) {
            case COLOUR -> BufferedImage.TYPE_INT_RGB;
            case GREY -> BufferedImage.TYPE_BYTE_GRAY;
            case BITONAL -> BufferedImage.TYPE_BYTE_BINARY;
        };
        BufferedImage image = new BufferedImage(width, height, type);
        int[] row = new int[width];
        double threshold = 255 * settings.tint()[1] * 0.64;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                row[x] = switch (settings.tone()) {
                    case COLOUR -> level(planes[0][at]) << 16 | level(planes[1][at]) << 8 | level(planes[2][at]);
                    case GREY -> level(planes[0][at]);
                    case BITONAL -> planes[0][at] < threshold ? 0 : 1;
                };
            }
            if (settings.tone() == ScanSettings.Tone.COLOUR) {
                image.setRGB(0, y, width, 1, row, 0, width);
            } else {
                image.getRaster().setSamples(0, y, width, 1, 0, row);
            }
        }
        return image;
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }
}
