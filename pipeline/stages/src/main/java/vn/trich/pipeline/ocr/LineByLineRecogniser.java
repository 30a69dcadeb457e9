package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.List;

/** Finds a page's lines, in each cell of its tables and outside them, and has each read. */
final class LineByLineRecogniser implements Recogniser {

    private final LineFinder finder = new LineFinder();
    private final LineRecogniser recogniser;

    LineByLineRecogniser(LineRecogniser recogniser) {
        this.recogniser = recogniser;
    }

    @Override
    public List<RecognisedLine> read(PreparedPage page) {
        return recogniser.read(page.picture(), lines(page));
    }

    /** All lines of a page, cell by cell first. */
    List<TextLine> lines(PreparedPage page) {
        List<TextLine> lines = new ArrayList<>();
        for (CellGrid grid : page.grids()) {
            for (PixelBox cell : grid.cells()) {
                lines.addAll(finder.find(page.textInk(), cell));
            }
        }
        lines.addAll(finder.find(page.textInkOutsideGrids(), page.picture().bounds()));
        return lines;
    }

    @Override
    public List<RecognisedLine> sample(GrayPicture picture, PixelBox part) {
        PreparedPage page = PreparedPage.of(picture, new Binarisation().apply(picture));
        List<TextLine> lines = finder.find(page.textInk(), part.within(picture.bounds()));
        return recogniser.read(picture, lines);
    }

    @Override
    public void close() {
        recogniser.close();
    }
}
