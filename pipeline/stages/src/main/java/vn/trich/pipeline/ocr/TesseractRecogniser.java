package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.trich.pipeline.PictureStep;
import vn.trich.pipeline.ocr.TesseractEngine.Segmentation;

/**
 * Reads pages with Tesseract: each cell of a ruled table as a block of its own, the rest as a page. That is both
 * faster and surer than to leave tables to its own layout analysis. Cells of a word or two, which it often misjudges
 * for want of neighbours, get a second look on white paper.
 */
final class TesseractRecogniser implements Recogniser {

    /** Cells read less surely than this are looked at again. */
    private static final double SURE = 0.93;

    /** Only cells of one line up to this many letter heights wide are. */
    private static final double SHORT = 12;

    /** Labels stand in cells no wider than this, in inches, and so much higher than wide. */
    private static final double LABELS_WIDE_INCHES = 0.8;

    private static final double LABELS_HIGH = 2.5;

    /** A label is no wider than so many times its height. */
    private static final double LABEL = 3;

    /** Lines that were left out at first must be read as surely as this. */
    private static final double SURE_LINE = 0.8;
    /** A missed line of fewer letters is taken only if it is one small word, at the end of a paragraph or a cell. */
    private static final int SHORT_LINE = 5;

    private static final double SURE_WORD = 0.9;
    private static final Pattern WORD = Pattern.compile("\\p{Ll}{3,4}[.;,:]?");

    /** Mean sureness of a letter, 0.5 at most, from which text was read well. */
    private static final double SURE_TEXT = 0.38;

    /** How much surer a second reading must be to be taken. */
    private static final double MUCH_SURER = 1.06;

    /** White around what is looked at again. */
    private static final double MARGIN_INCHES = 0.12;

    private final TesseractEngine engine;
    private final Set<PictureStep> steps;
    private final LineFinder finder = new LineFinder();
    private final SealedText sealed = new SealedText();
    private final MissedLines missedLines = new MissedLines();
    private final BleedThrough bleedThrough = new BleedThrough();
    private final PointRepair points = new PointRepair();
    private final FigureCount figures = new FigureCount();
    private final StrayMarks stray = new StrayMarks();
    private final TurnedCells turned = new TurnedCells();

    TesseractRecogniser(TesseractEngine engine, Set<PictureStep> steps) {
        this.engine = engine;
        this.steps = Set.copyOf(steps);
    }

    @Override
    public List<RecognisedLine> read(PreparedPage page) {
        List<RecognisedLine> read = readOnce(page);
        if (steps.contains(PictureStep.SEALS)) {
            read = sealed.apply(page, read, this::line);
        }
        if (steps.contains(PictureStep.MISSED_LINES)) {
            read = withMissedLines(page, read);
        }
        return read.stream()
                .map(stray::apply)
                .filter(line -> !line.words().isEmpty())
                .toList();
    }

    private List<RecognisedLine> line(GrayPicture alone) {
        engine.look(alone);
        return engine.read(alone.bounds(), Segmentation.LINE);
    }

    /** What was read and what lines of it were left out, in the place of doubtful words that these were taken for. */
    private List<RecognisedLine> withMissedLines(PreparedPage page, List<RecognisedLine> read) {
        List<RecognisedLine> all = new ArrayList<>(read);
        for (TextLine line : missedLines.find(page.textInk(), read)) {
            missed(page.picture(), line).ifPresent(found -> {
                all.replaceAll(other -> other.withoutDoubtful(line.box(), MissedLines.DOUBTFUL));
                all.removeIf(other -> other.words().isEmpty());
                all.add(found);
            });
        }
        return all;
    }

    /** A missed line as it reads, if surely. What the recogniser leaves out even alone is read in two other ways. */
    private Optional<RecognisedLine> missed(GrayPicture picture, TextLine line) {
        List<RecognisedLine> read = alone(picture, line);
        if (read.isEmpty()) {
            read = alone(picture, line, margin(picture), Segmentation.LINE, true);
        }
        if (read.isEmpty()) {
            read = alone(picture, line, 2 * margin(picture), Segmentation.BLOCK, false);
        }
        return read.size() == 1 && isSureText(read.get(0)) ? Optional.of(read.get(0)) : Optional.empty();
    }

    /** Whether a line reads like text, surely; the less it has, the surer: dirt reads like short words. */
    private static boolean isSureText(RecognisedLine line) {
        String text =
                String.join("", line.words().stream().map(RecognisedWord::text).toList());
        long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
        return letters >= SHORT_LINE
                ? line.confidence() >= SURE_LINE && letters >= 0.75 * text.length()
                : line.confidence() >= SURE_WORD && WORD.matcher(text).matches();
    }

    private List<RecognisedLine> readOnce(PreparedPage page) {
        List<RecognisedLine> read = new ArrayList<>();
        GrayPicture picture = page.picture();
        if (page.grids().isEmpty() || !steps.contains(PictureStep.CELLS)) {
            return text(picture);
        }
        engine.look(picture);
        int inset = Math.max(2, (int) Math.round(picture.dpi() * 0.015));
        List<Doubt> doubts = new ArrayList<>();
        for (CellGrid grid : page.grids()) {
            for (PixelBox cell : grid.cells()) {
                readCell(page, cell.shrunk(inset), read, doubts);
            }
        }
        doubts.forEach(doubt -> read.addAll(doubt.again(this, picture)));
        if (hasText(page.textInkOutsideGrids(), picture.bounds(), 8)) {
            read.addAll(text(without(picture, page.grids(), 2 * inset)));
        }
        return read;
    }

    /**
     * Reads what is no table. The shadow of a table on the back of the paper can spoil the recogniser's layout analysis, and
     * lines are torn to pieces; then it is read again without shadows, and the surer reading taken.
     */
    private List<RecognisedLine> text(GrayPicture picture) {
        engine.look(picture);
        List<RecognisedLine> first = engine.read(picture.bounds(), Segmentation.PAGE);
        List<RecognisedLine> read = adaptively(picture.bounds(), Segmentation.PAGE, first);
        if (isSure(read) || !steps.contains(PictureStep.BLEED_THROUGH)) {
            return read;
        }
        GrayPicture front = bleedThrough.apply(picture);
        return front == picture ? read : surer(read, page(front));
    }

    /** What was read of a region, or what is read of it in another way if that is much surer. */
    private List<RecognisedLine> adaptively(PixelBox region, Segmentation segmentation, List<RecognisedLine> read) {
        return isSure(read) || !steps.contains(PictureStep.ADAPTIVE)
                ? read
                : surer(read, engine.readAdaptively(region, segmentation));
    }

    private static boolean isSure(List<RecognisedLine> lines) {
        int letters = letters(lines);
        return letters > 0 && sureness(lines) >= SURE_TEXT * letters;
    }

    private static List<RecognisedLine> surer(List<RecognisedLine> read, List<RecognisedLine> again) {
        return sureness(again) > MUCH_SURER * sureness(read) ? again : read;
    }

    private List<RecognisedLine> page(GrayPicture picture) {
        engine.look(picture);
        return engine.read(picture.bounds(), Segmentation.PAGE);
    }

    /** Letters read, each by how much surer it is than a guess. */
    private static double sureness(List<RecognisedLine> lines) {
        return words(lines)
                .mapToDouble(word -> (word.confidence() - 0.5) * word.text().length())
                .sum();
    }

    private static int letters(List<RecognisedLine> lines) {
        return words(lines).mapToInt(word -> word.text().length()).sum();
    }

    private static Stream<RecognisedWord> words(List<RecognisedLine> lines) {
        return lines.stream().flatMap(line -> line.words().stream());
    }

    /** What was not read surely, to be looked at again. */
    private sealed interface Doubt {

        List<RecognisedLine> again(TesseractRecogniser recogniser, GrayPicture picture);
    }

    /** A short line in a cell that was not read surely, and what was read. */
    private record ShortLine(TextLine line, List<RecognisedLine> read) implements Doubt {

        @Override
        public List<RecognisedLine> again(TesseractRecogniser recogniser, GrayPicture picture) {
            return recogniser.secondLook(picture, this);
        }
    }

    /** Labels one below the other in a cell, which a block of text is not, and what was read of them. */
    private record LabelColumn(List<TextLine> lines, List<RecognisedLine> read) implements Doubt {

        @Override
        public List<RecognisedLine> again(TesseractRecogniser recogniser, GrayPicture picture) {
            return recogniser.oneByOne(picture, this);
        }
    }

    /** A cell whose text may run up or down, what was read of it as it stands, and why else to look again. */
    private record Turned(PixelBox cell, List<RecognisedLine> read, Optional<Doubt> other) implements Doubt {

        @Override
        public List<RecognisedLine> again(TesseractRecogniser recogniser, GrayPicture picture) {
            Optional<List<RecognisedLine>> turned = recogniser.turned.read(picture, cell, read, alone -> {
                recogniser.engine.look(alone);
                return recogniser.engine.read(alone.bounds(), Segmentation.BLOCK);
            });
            return turned.orElseGet(
                    () -> other.map(o -> o.again(recogniser, picture)).orElse(read));
        }
    }

    /** Reads a cell, or leaves it for a second look if it is short and was not read surely. */
    private void readCell(PreparedPage page, PixelBox inside, List<RecognisedLine> read, List<Doubt> doubts) {
        if (inside.width() <= 3 || inside.height() <= 3 || !hasText(page.textInk(), inside, 1)) {
            return;
        }
        List<RecognisedLine> first = engine.read(inside, Segmentation.BLOCK);
        Optional<Doubt> atFirst = doubt(page, inside, first);
        // A short line is looked at again by itself, which tells more.
        boolean shortLine = atFirst.filter(d -> d instanceof ShortLine).isPresent();
        List<RecognisedLine> lines = shortLine ? first : adaptively(inside, Segmentation.BLOCK, first);
        Optional<Doubt> doubt = lines == first ? atFirst : doubt(page, inside, lines);
        if (steps.contains(PictureStep.TURNED_CELLS) && turned.mayBe(page.textInk(), inside, lines)) {
            doubts.add(new Turned(inside, lines, doubt));
        } else if (doubt.isPresent()) {
            doubts.add(doubt.get());
        } else {
            read.addAll(lines);
        }
    }

    /** Why to look again at a cell, if there is reason. */
    private Optional<Doubt> doubt(PreparedPage page, PixelBox inside, List<RecognisedLine> lines) {
        boolean labels = steps.contains(PictureStep.SECOND_LOOK)
                && inside.width() <= LABELS_WIDE_INCHES * page.picture().dpi()
                && inside.height() >= LABELS_HIGH * inside.width();
        boolean doubtful = confidence(lines) < SURE || PointRepair.isNumber(text(lines));
        if (!labels && !doubtful) {
            return Optional.empty();
        }
        List<TextLine> found = finder.find(page.textInk(), inside);
        if (labels
                && found.size() > Math.max(1, lines.size())
                && found.stream().allMatch(TesseractRecogniser::isLabel)) {
            return Optional.of(new LabelColumn(found, lines));
        }
        return doubtful && found.size() == 1 && isShort(found.get(0))
                ? Optional.of(new ShortLine(found.get(0), lines))
                : Optional.empty();
    }

    /** Whether a line is no wider than a label of a few figures. */
    private static boolean isLabel(TextLine line) {
        return line.box().width() <= LABEL * line.box().height();
    }

    /** What each line reads alone on white paper, where it was not read surely before. */
    private List<RecognisedLine> oneByOne(GrayPicture picture, LabelColumn column) {
        List<RecognisedLine> all = new ArrayList<>();
        for (TextLine line : column.lines()) {
            PixelBox box = line.box();
            List<RecognisedLine> before = column.read().stream()
                    .filter(read ->
                            read.box().y0() < box.y1() && box.y0() < read.box().y1())
                    .toList();
            List<RecognisedLine> alone = alone(picture, line);
            List<RecognisedLine> surer = confidence(before) > confidence(alone) && before.size() == 1 ? before : alone;
            surer.stream().filter(read -> !all.contains(read)).forEach(all::add);
        }
        return all;
    }

    private static boolean isShort(TextLine line) {
        return line.box().width() <= SHORT * (line.base() - line.top());
    }

    /** The surer of what was read at first and what is read of the line alone on white paper, its figures and points by its ink. */
    private List<RecognisedLine> secondLook(GrayPicture picture, ShortLine doubt) {
        List<RecognisedLine> surer = doubt.read();
        if (confidence(surer) < SURE && steps.contains(PictureStep.SECOND_LOOK)) {
            List<RecognisedLine> again = alone(picture, doubt.line());
            surer = confidence(again) > confidence(surer) ? again : surer;
        }
        TextLine line = doubt.line().withoutSpecks();
        if (surer.size() == 1 && steps.contains(PictureStep.POINTS)) {
            surer = List.of(points.apply(surer.get(0), line));
        }
        return steps.contains(PictureStep.FIGURES) && FigureCount.contradicts(text(surer), line)
                ? List.of(counted(picture, surer.get(0), line))
                : surer;
    }

    /** A number read again in other ways, since its ink has other figures. */
    private RecognisedLine counted(GrayPicture picture, RecognisedLine read, TextLine line) {
        int margin = margin(picture);
        return figures.apply(
                read,
                line,
                List.of(
                        alone -> alone(picture, alone),
                        alone -> alone(picture, alone, margin, Segmentation.LINE, true),
                        alone -> alone(picture, alone, 2 * margin, Segmentation.BLOCK, false)),
                figure -> alone(picture, figure));
    }

    private static int margin(GrayPicture picture) {
        return (int) Math.round(picture.dpi() * MARGIN_INCHES);
    }

    /** What is read of a line alone on white paper, as a line. */
    private List<RecognisedLine> alone(GrayPicture picture, TextLine line) {
        return alone(picture, line, margin(picture), Segmentation.LINE, false);
    }

    /** What is read of a line alone on white paper. */
    private List<RecognisedLine> alone(
            GrayPicture picture, TextLine line, int margin, Segmentation segmentation, boolean adaptively) {
        GrayPicture alone = line.cutOut(picture, margin);
        engine.look(alone);
        List<RecognisedLine> read = adaptively
                ? engine.readAdaptively(alone.bounds(), segmentation)
                : engine.read(alone.bounds(), segmentation);
        return read.stream()
                .map(one -> one.moved(line.box().x0() - margin, line.box().y0() - margin, picture.bounds()))
                .toList();
    }

    private static String text(List<RecognisedLine> lines) {
        return lines.size() == 1 && lines.get(0).words().size() == 1
                ? lines.get(0).words().get(0).text()
                : "";
    }

    private static double confidence(List<RecognisedLine> lines) {
        return lines.stream().mapToDouble(RecognisedLine::confidence).min().orElse(0);
    }

    /** Whether a box holds more ink than some points of text would. */
    private static boolean hasText(Bitmap ink, PixelBox box, int points) {
        double point = ink.dpi() / 100 * (ink.dpi() / 100);
        return ink.inkIn(box) >= 3 * points * point;
    }

    private static GrayPicture without(GrayPicture picture, List<CellGrid> grids, int margin) {
        byte[] pixels = picture.pixels().clone();
        for (CellGrid grid : grids) {
            grid.bounds().shrunk(-margin).within(picture.bounds()).fill(pixels, picture.width(), (byte) 255);
        }
        return picture.with(pixels);
    }

    @Override
    public List<RecognisedLine> sample(GrayPicture picture, PixelBox part) {
        engine.look(picture);
        return engine.read(part.within(picture.bounds()), Segmentation.PAGE);
    }

    @Override
    public void close() {
        engine.close();
    }
}
