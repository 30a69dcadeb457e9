package vn.trich.models.train;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * Prints text to worn pictures of pages, for recognisers to read: what they make of it teaches the channel.
 *
 * <p>{@code PagePrinter OUT PAGES SEED training|held-back FONT,FONT... PATH...} writes {@code N.png}, its truth {@code N.txt}, a line
 * each, and its dots per inch {@code N.dpi}; paragraphs are taken from everywhere. {@code PagePrinter OUT DOCUMENTS SEED
 * documents|documents-to-weigh|parts-to-weigh FONT,FONT... PATH...} prints the first pages of documents on which nothing at all was
 * trained, or of {@link TextCorpus.Part#WEIGHED_ON those set apart for weighing}, or pages from anywhere in these, each to a folder
 * {@code OUT/N} of its own and in one font. Fonts are font files. The same arguments give the same pages.
 */
public final class PagePrinter {

    private static final double WIDTH_INCHES = 6.3;
    private static final int LINES = 34;
    private static final int MOST_PAGES = 6;
    private static final int LEAST_WORDS = 1_200;
    private static final int MOST_WORDS = 12_000;

    private final Random random;
    private final List<Font> fonts = new ArrayList<>();

    private PagePrinter(long seed) {
        random = new Random(seed);
    }

    /** See the class.
     *
     * @throws IOException if text or fonts cannot be read or pages not written
     * @throws FontFormatException if a font file is none
     */
    public static void main(String[] args) throws IOException, FontFormatException {
        System.setProperty("java.awt.headless", "true");
        Path out = Files.createDirectories(Path.of(args[0]));
        int pages = Integer.parseInt(args[1]);
        PagePrinter printer = new PagePrinter(Long.parseLong(args[2]));
        for (String font : args[4].split(",")) {
            printer.fonts.add(Font.createFont(Font.TRUETYPE_FONT, Path.of(font).toFile()));
        }
        List<TextCorpus> texts = List.of(args).subList(5, args.length).stream()
                .map(path -> new TextCorpus(Path.of(path)))
                .toList();
        switch (args[3]) {
            case "documents" -> printer.documents(texts, TextCorpus.Part.UNSEEN, out, pages);
            case "documents-to-weigh" -> printer.documents(texts, TextCorpus.Part.WEIGHED_ON, out, pages);
            case "parts-to-weigh" -> printer.partsToWeigh(texts, out, pages);
            case "training" -> printer.pages(texts, TextCorpus.Part.TRAINING, out, pages);
            case "held-back" -> printer.pages(texts, TextCorpus.Part.HELD_BACK, out, pages);
            default -> throw new IllegalArgumentException("no such pages can be printed: " + args[3]);
        }
    }

    private void pages(List<TextCorpus> texts, TextCorpus.Part part, Path out, int pages) throws IOException {
        List<String> paragraphs = new ArrayList<>();
        for (TextCorpus text : texts) {
            text.paragraphs(part, paragraph -> {
                if (paragraph.length() > 60 && paragraph.length() < 2000) {
                    paragraphs.add(paragraph);
                }
            });
        }
        for (int n = 0; n < pages; n++) {
            page(sheet(), new ArrayList<>(), () -> any(paragraphs), out, n);
        }
    }

    // One paragraph in twelve is a heading.
    private String any(List<String> paragraphs) {
        String paragraph = paragraphs.get(random.nextInt(paragraphs.size()));
        return random.nextInt(12) == 0 ? paragraph.toUpperCase(Locale.ROOT) : paragraph;
    }

    private void documents(List<TextCorpus> texts, TextCorpus.Part part, Path out, int documents) throws IOException {
        List<List<String>> all = documents(texts, part, MOST_WORDS);
        for (int n = 0; n < documents; n++) {
            document(all.get(random.nextInt(all.size())), out, n);
        }
    }

    // There are few documents to weigh on: of long ones more is printed than of short ones.
    private void partsToWeigh(List<TextCorpus> texts, Path out, int parts) throws IOException {
        List<List<String>> all = documents(texts, TextCorpus.Part.WEIGHED_ON, Integer.MAX_VALUE);
        int paragraphs = all.stream().mapToInt(List::size).sum();
        for (int n = 0; n < parts; n++) {
            document(from(random.nextInt(paragraphs), all), out, n);
        }
    }

    private static List<List<String>> documents(List<TextCorpus> texts, TextCorpus.Part part, int mostWords)
            throws IOException {
        List<List<String>> all = new ArrayList<>();
        for (TextCorpus text : texts) {
            List<String> document = new ArrayList<>();
            text.paragraphs(part, paragraph -> {
                if (!paragraph.isEmpty()) {
                    document.add(paragraph);
                    return;
                }
                int words = words(document);
                if (words >= LEAST_WORDS && words < mostWords) {
                    all.add(List.copyOf(document));
                }
                document.clear();
            });
        }
        return all;
    }

    // What follows a paragraph in its document; as much from before it as there have to be words.
    private static List<String> from(int paragraph, List<List<String>> documents) {
        int at = paragraph;
        int n = 0;
        while (at >= documents.get(n).size()) {
            at -= documents.get(n++).size();
        }
        List<String> document = documents.get(n);
        while (at > 0 && words(document.subList(at, document.size())) < LEAST_WORDS) {
            at--;
        }
        return document.subList(at, document.size());
    }

    private void document(List<String> all, Path out, int n) throws IOException {
        Queue<String> paragraphs = new ArrayDeque<>(all);
        Path folder = Files.createDirectories(out.resolve(Integer.toString(n)));
        Sheet sheet = sheet();
        List<String> lines = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES && lines.size() + paragraphs.size() > 0; page++) {
            page(sheet, lines, paragraphs::poll, folder, page);
        }
    }

    private static int words(List<String> paragraphs) {
        return paragraphs.stream()
                .mapToInt(paragraph -> paragraph.split(" ").length)
                .sum();
    }

    /**
     * How pages are printed.
     *
     * @param dpi dots per inch
     * @param size of the font, in dots
     * @param font in that size
     */
    private record Sheet(int dpi, float size, Font font) {}

    private Sheet sheet() {
        int dpi = new int[] {130, 150, 150, 200, 200, 250, 300}[random.nextInt(7)];
        float size = (12 + 2 * random.nextFloat()) * dpi / 72;
        return new Sheet(dpi, size, fonts.get(random.nextInt(fonts.size())).deriveFont(size));
    }

    // Lines that are left over stay for the next page; no more paragraphs: null.
    private void page(Sheet sheet, List<String> lines, Supplier<String> paragraphs, Path out, int n)
            throws IOException {
        int dpi = sheet.dpi;
        float size = sheet.size;
        Font font = sheet.font;
        int width = (int) (WIDTH_INCHES * dpi);
        int lineHeight = (int) (size * 1.45);
        BufferedImage image = new BufferedImage(width + dpi, lineHeight * (LINES + 4), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        int ink = random.nextInt(90);
        g.setColor(new Color(ink, ink, ink));
        g.setFont(font);
        g.rotate((random.nextDouble() - 0.5) * 0.006);
        while (lines.size() < LINES) {
            String paragraph = paragraphs.get();
            if (paragraph == null) {
                break;
            }
            wrap(paragraph, font, g.getFontRenderContext(), width, lines);
        }
        List<String> here = lines.subList(0, Math.min(LINES, lines.size()));
        for (int i = 0; i < here.size(); i++) {
            g.drawString(here.get(i), dpi / 2, lineHeight * (i + 2));
        }
        g.dispose();
        ImageIO.write(worn(image), "png", out.resolve(n + ".png").toFile());
        Files.writeString(out.resolve(n + ".txt"), String.join("\n", here) + "\n", StandardCharsets.UTF_8);
        Files.writeString(out.resolve(n + ".dpi"), dpi + "\n", StandardCharsets.UTF_8);
        here.clear();
    }

    private static void wrap(String paragraph, Font font, FontRenderContext context, int width, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringBounds(longer, context).getWidth() > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
    }

    // Blur, noise, and a threshold: a copied and scanned page in black and white.
    private BufferedImage worn(BufferedImage image) {
        float side = 0.02f + 0.12f * random.nextFloat();
        float[] kernel = {side * side, side, side * side, side, 1, side, side * side, side, side * side};
        float sum = 0;
        for (float k : kernel) {
            sum += k;
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        BufferedImage blurred = new ConvolveOp(new Kernel(3, 3, kernel)).filter(image, null);
        int threshold = 130 + random.nextInt(80);
        double noise = 8 + 25 * random.nextDouble();
        BufferedImage worn = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double value = blurred.getRaster().getSample(x, y, 0) + noise * random.nextGaussian();
                worn.getRaster().setSample(x, y, 0, value > threshold ? 1 : 0);
            }
        }
        return worn;
    }
}
