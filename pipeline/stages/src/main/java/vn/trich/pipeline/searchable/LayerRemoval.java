package vn.trich.pipeline.searchable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/**
 * Takes the old text layer off pages of one document. Text that nobody sees (rendering mode 3, or covered by a picture of
 * the whole page that is drawn after it) goes; text that is seen stays, marked with an empty replacement text (ISO 32000-1,
 * 14.9.4), so that readers do not give it out beside the new layer. Streams that hold no text stay as they are, forms that
 * do are copied, since other pages may show them too.
 */
final class LayerRemoval {

    /** Forms inside forms deeper than this are left alone. */
    private static final int DEEPEST = 12;

    private final PDDocument document;
    private final Map<FormUse, COSStream> forms = new HashMap<>();

    /** For pages of that document. */
    LayerRemoval(PDDocument document) {
        this.document = document;
    }

    /** How a form is shown; the same use of the same form gives the same copy. */
    private record FormUse(COSStream form, int mode, boolean covered) {}

    /**
     * What came of a page.
     *
     * @param content its content, all graphics states that it saves restored, or {@code null} if it can stay as it is
     * @param resources for that content; a copy where something in it changed
     */
    record Stripped(COSStream content, COSDictionary resources) {}

    /**
     * Strips a page.
     *
     * @throws IOException if its content is damaged beyond reading
     */
    Stripped strip(PDPage page) throws IOException {
        List<Object> tokens = tokens(page);
        COSDictionary resources = resources(page.getResources());
        int covered = new CoveringPicture(page, resources).lastIn(tokens);
        TokenFilter filter = new TokenFilter(this, resources, 0, 0);
        List<Object> kept = filter.apply(tokens, covered);
        if (!filter.changed() && filter.balanced()) {
            return new Stripped(null, resources);
        }
        COSStream content = document.getDocument().createCOSStream();
        write(filter.closed(kept), content);
        return new Stripped(content, filter.resources());
    }

    /**
     * The form without what nobody sees.
     *
     * @param form as the resources name it
     * @param outer resources of what shows it, for forms without their own
     * @param mode text rendering mode when it is shown
     * @param covered whether a picture covers it
     * @param depth of the form, from 1
     * @return the same stream if there is nothing to change
     */
    COSStream form(COSStream form, COSDictionary outer, int mode, boolean covered, int depth) throws IOException {
        if (depth > DEEPEST) {
            return form;
        }
        FormUse use = new FormUse(form, mode, covered);
        COSStream known = forms.get(use);
        if (known != null) {
            return known;
        }
        // A form that shows itself meets itself here unchanged.
        forms.put(use, form);
        COSDictionary own = form.getCOSDictionary(COSName.RESOURCES);
        TokenFilter filter = new TokenFilter(this, own == null ? outer : own, mode, depth);
        List<Object> tokens = tokens(new PDFormXObject(form));
        List<Object> kept = filter.apply(tokens, covered ? tokens.size() : 0);
        if (!filter.changed()) {
            return form;
        }
        COSStream copy = document.getDocument().createCOSStream();
        for (Map.Entry<COSName, COSBase> entry : form.entrySet()) {
            if (!List.of(COSName.LENGTH, COSName.FILTER, COSName.DECODE_PARMS).contains(entry.getKey())) {
                copy.setItem(entry.getKey(), entry.getValue());
            }
        }
        copy.setItem(COSName.RESOURCES, filter.resources());
        write(kept, copy);
        forms.put(use, copy);
        return copy;
    }

    private static COSDictionary resources(PDResources resources) {
        return resources == null ? new COSDictionary() : resources.getCOSObject();
    }

    private static List<Object> tokens(PDContentStream stream) throws IOException {
        return new PDFStreamParser(stream).parse();
    }

    private static void write(List<Object> tokens, COSStream stream) throws IOException {
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
    }

    static boolean is(Object token, String operator) {
        return token instanceof Operator o && o.getName().equals(operator);
    }
}
