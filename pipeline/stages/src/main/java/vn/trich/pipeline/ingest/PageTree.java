package vn.trich.pipeline.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The tree of a PDF's pages. Its branches say how many pages they bear, and programs that join files get that wrong;
 * then pages at the end would be lost, or looked for in vain.
 */
public final class PageTree {

    private PageTree() {}

    /**
     * Counts the pages that are there, and if the tree says otherwise, makes it say so.
     *
     * @param document an open PDF; what is changed is changed in memory only
     * @return its pages
     */
    public static int settle(PDDocument document) {
        List<COSDictionary> pages = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            pages.add(page.getCOSObject());
        }
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
        if (root != null && pages.size() != document.getNumberOfPages()) {
            // What a page inherits it finds through its parent, which stays.
            COSArray kids = new COSArray();
            pages.forEach(kids::add);
            root.setItem(COSName.KIDS, kids);
            root.setInt(COSName.COUNT, pages.size());
        }
        return pages.size();
    }

    /**
     * Whether nothing of a page can be read but that it is one: its object, or all of its content, is missing or
     * damaged beyond reading. A page without content is no such page.
     */
    public static boolean isLost(PDPage page) {
        COSDictionary dictionary = page.getCOSObject();
        COSBase content = dictionary.getItem(COSName.CONTENTS);
        boolean dangling = content instanceof COSObject && dictionary.getDictionaryObject(COSName.CONTENTS) == null;
        // What the library puts in the place of a page that it cannot read.
        return dangling || dictionary.getItem(COSName.PARENT) == null && content == null;
    }
}
