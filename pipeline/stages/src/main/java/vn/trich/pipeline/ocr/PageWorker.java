package vn.trich.pipeline.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.language.Syllables;
import vn.trich.models.language.TextTrust;
import vn.trich.models.language.TextTrust.Verdict;
import vn.trich.models.language.TrustAssessor;
import vn.trich.output.Box;
import vn.trich.output.PageRegion;
import vn.trich.output.TextChoice;
import vn.trich.pipeline.PictureStep;
import vn.trich.pipeline.Settings;
import vn.trich.pipeline.page.PagePicture;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PdfPage;
import vn.trich.pipeline.page.PdfPages;
import vn.trich.pipeline.page.PictureFiles;
import vn.trich.pipeline.page.Ruling;
import vn.trich.pipeline.page.Word;

/** Reads pages inside a worker process. Keeps the file it last read open, and the recogniser once it was needed. */
final class PageWorker implements AutoCloseable {

    private static final double SCAN_SHARE = 0.5;

    private final Settings settings;
    private final Path engineFolder;
    private final TrustAssessor assessor = TrustAssessor.load();
    private final LegacyDecoder decoder = LegacyDecoder.load();
    private final Syllables syllables = Syllables.load();
    private final InkSeparation inkSeparation;
    private final Set<PictureStep> steps;
    private Path openFile;
    private PdfPages openPages;
    private Recogniser recogniser;

    PageWorker(Settings settings, Path engineFolder) {
        this.settings = settings;
        this.engineFolder = engineFolder;
        this.steps = PictureStep.allBut(settings.leftOut());
        this.inkSeparation = new InkSeparation(steps);
    }

    /**
     * Reads a page.
     *
     * @throws IOException if it cannot be read
     */
    PageText read(PageTask task) throws IOException {
        if (task.mediaType().equals("application/pdf")) {
            return readPdf(pages(task.file()), task.page());
        }
        PagePicture picture = new PictureFiles(settings).read(task.file(), task.page());
        return readPicture(task.page(), picture, List.of("a picture"));
    }

    private PdfPages pages(Path file) throws IOException {
        if (!file.equals(openFile)) {
            closeFile();
            openPages = PdfPages.open(file, settings, assessor, decoder);
            openFile = file;
        }
        return openPages;
    }

    private PageText readPdf(PdfPages pages, int number) throws IOException {
        PdfPage page = pages.read(number);
        List<String> reasons = new ArrayList<>(page.reasons());
        if (settings.forceOcr()) {
            reasons.add("the settings ask for the picture");
        } else if (page.layerIsGood()) {
            return page.layerText();
        }
        if (page.showsNothing()) {
            return blank(number, page.width(), page.height(), List.of("blank page"));
        }
        PageText read = readPicture(number, page.picture(), reasons);
        if (page.hasWords() && page.pictureShare() < SCAN_SHARE && !settings.forceOcr()) {
            TextTrust trust = assessor.assess(text(read.words()));
            if (trust.verdict() != Verdict.GOOD) {
                reasons.add("the picture reads no better: " + trust.reason());
                return page.ruinedLayerText(reasons);
            }
        }
        return read;
    }

    private PageText readPicture(int number, PagePicture picture, List<String> reasons) {
        BufferedImage image = picture.image();
        double width = image.getWidth() * picture.points();
        double height = image.getHeight() * picture.points();
        PictureReader reader = new PictureReader(recogniser(), syllables::isSyllable, steps);
        PictureReader.Reading reading = reader.read(inkSeparation.apply(image, picture.dpi()));
        if (reading.blank()) {
            List<String> why = new ArrayList<>(reasons);
            why.add("the page's picture is blank");
            return blank(number, width, height, why);
        }
        double scale = picture.points() * picture.dpi() / 72;
        boolean turned = reading.turn() % 180 != 0;
        return new PageText(
                number,
                turned ? height : width,
                turned ? width : height,
                reading.turn(),
                reading.skew(),
                TextChoice.OCR,
                reasons,
                scaledWords(reading.words(), scale),
                scaledRulings(reading.rulings(), scale),
                scaledRegions(reading.regions(), scale),
                false,
                Optional.empty());
    }

    private static PageText blank(int number, double width, double height, List<String> reasons) {
        return new PageText(
                number,
                width,
                height,
                0,
                TextChoice.NONE,
                reasons,
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.empty());
    }

    private static List<Word> scaledWords(List<Word> words, double scale) {
        if (Math.abs(scale - 1) < 1e-9) {
            return words;
        }
        return words.stream()
                .map(w -> new Word(
                        w.text(),
                        w.original(),
                        scaled(w.box(), scale),
                        w.confidence(),
                        w.source(),
                        w.alternatives(),
                        new Word.Style(
                                w.style().size() * scale,
                                w.style().bold(),
                                w.style().italic())))
                .toList();
    }

    private static List<Ruling> scaledRulings(List<Ruling> rulings, double scale) {
        return rulings.stream()
                .map(r -> new Ruling(r.horizontal(), r.at() * scale, r.from() * scale, r.to() * scale))
                .toList();
    }

    private static List<PageRegion> scaledRegions(List<PageRegion> regions, double scale) {
        return regions.stream()
                .map(r -> new PageRegion(r.kind(), scaled(r.bbox(), scale), r.text()))
                .toList();
    }

    private static Box scaled(Box box, double scale) {
        return new Box(box.x0() * scale, box.y0() * scale, box.x1() * scale, box.y1() * scale);
    }

    private static String text(List<Word> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(word.text()).append(' '));
        return text.toString();
    }

    private Recogniser recogniser() {
        if (recogniser == null) {
            try {
                recogniser = new TesseractRecogniser(new TesseractEngine(engineFolder, EngineFiles.LANGUAGE), steps);
            } catch (LinkageError e) {
                throw new MissingDependencyException(
                        "Tesseract's native libraries cannot be loaded from " + engineFolder + " (" + e.getMessage()
                                + "); on Linux they need glibc 2.34 or newer (Debian 12, Ubuntu 22.04, RHEL 9).",
                        e);
            }
        }
        return recogniser;
    }

    private void closeFile() throws IOException {
        if (openPages != null) {
            openPages.close();
            openPages = null;
            openFile = null;
        }
    }

    @Override
    public void close() throws IOException {
        closeFile();
        if (recogniser != null) {
            recogniser.close();
            recogniser = null;
        }
    }
}
