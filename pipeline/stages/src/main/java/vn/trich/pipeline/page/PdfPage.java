package vn.trich.pipeline.page;

import java.io.IOException;
import java.util.List;
import vn.trich.output.TextChoice;

/**
 * A page of an open PDF: its text layer, the verdict on it, and its picture on demand. Valid while its document is open.
 */
public final class PdfPage {

    private final PdfPages source;
    private final int number;
    private final PdfLayer layer;
    private final LayerTrust.Decision decision;

    PdfPage(PdfPages source, int number, PdfLayer layer, LayerTrust.Decision decision) {
        this.source = source;
        this.number = number;
        this.layer = layer;
        this.decision = decision;
    }

    /** Whether the text layer should be used; otherwise the picture. */
    public boolean layerIsGood() {
        return decision.choice() != TextChoice.OCR;
    }

    /** Why so, in words. */
    public List<String> reasons() {
        return decision.reasons();
    }

    /** The page by its text layer, with the choice that was made for it. */
    public PageText layerText() {
        return LayerText.page(number, layer, decision.words(), decision.choice(), decision.reasons());
    }

    /** The page by its text layer for want of anything better, to be restored. */
    public PageText ruinedLayerText(List<String> reasons) {
        return LayerText.page(number, layer, decision.words(), TextChoice.RESTORE, reasons);
    }

    /** Whether the layer holds any words. */
    public boolean hasWords() {
        return !decision.words().isEmpty();
    }

    /** The share of the page that its largest picture covers, 0..1. */
    public double pictureShare() {
        return layer.pictureShare();
    }

    /** Whether the page shows anything at all. */
    public boolean showsNothing() {
        return layer.pictures().isEmpty()
                && layer.glyphs() == 0
                && layer.rulings().isEmpty()
                && !layer.paints();
    }

    /** Width in points as displayed. */
    public double width() {
        return layer.turn().width();
    }

    /** Height in points as displayed. */
    public double height() {
        return layer.turn().height();
    }

    /**
     * The page's picture as displayed.
     *
     * @throws PictureTooLargeException if it would have too many pixels
     * @throws IOException if it cannot be decoded
     */
    public PagePicture picture() throws IOException {
        return source.picture(number, layer);
    }
}
