package vn.trich.pipeline.searchable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.trich.output.AtomicFile;
import vn.trich.output.PageRecord;
import vn.trich.output.TextChoice;
import vn.trich.pipeline.Settings;

/**
 * Writes a file anew as a PDF whose text can be searched and copied. Pages whose text layer was good stay as they are;
 * the others lose their old layer and get what was read from them as hidden text. Pictures and whatever else a page shows
 * are not touched; pictures that are no PDF are wrapped as one. The same file and records give the same bytes.
 */
public final class SearchablePdf {

    private final long maxPixels;

    /** Writes within the limits of {@code settings}. */
    public SearchablePdf(Settings settings) {
        this.maxPixels = settings.maxPixels();
    }

    /** Whether there is a searchable PDF of files of this media type: of PDF and of pictures, not of plain text. */
    public static boolean canCopy(String mediaType) {
        return mediaType.equals("application/pdf") || mediaType.startsWith("image/");
    }

    /**
     * Writes the copy; it appears whole or not at all.
     *
     * @param source the file that was read
     * @param mediaType its media type, one that {@link #canCopy can be copied}
     * @param sha256 its hash, from which the copy takes its identifier
     * @param pages its pages as they are given out, in order; those that are not there stay as they are
     * @param target where the copy shall appear; its folder exists
     * @return what a person should know about it, mostly nothing
     * @throws IOException if the file cannot be read any more, or the copy not be written
     */
    public List<String> write(Path source, String mediaType, String sha256, List<PageRecord> pages, Path target)
            throws IOException {
        try {
            boolean pdf = mediaType.equals("application/pdf");
            return pdf
                    ? copy(source, sha256, pages, target)
                    : wrap(source, mediaType.equals("image/tiff"), sha256, pages, target);
        } catch (RuntimeException | StackOverflowError e) {
            // Untrusted bytes meet a large parser here; whatever it stumbles over is this file's trouble alone.
            throw new IOException("no searchable PDF can be made of it (" + e + ")", e);
        }
    }

    private static List<String> copy(Path source, String sha256, List<PageRecord> pages, Path target)
            throws IOException {
        if (pages.stream().noneMatch(SearchablePdf::needsLayer)) {
            try (AtomicFile file = AtomicFile.open(target)) {
                Files.copy(source, file.out());
                file.commit();
            }
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(source.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (!document.getSignatureDictionaries().isEmpty()) {
                notes.add("its digital signatures do not hold for the searchable PDF");
            }
            if (document.isEncrypted()) {
                notes.add("the searchable PDF is not encrypted");
                document.setAllSecurityToBeRemoved(true);
            }
            PageWriter writer = new PageWriter(document);
            for (PageRecord page : pages) {
                if (needsLayer(page) && page.number() <= document.getNumberOfPages()) {
                    writer.replaceLayer(page, notes);
                }
            }
            save(document, sha256, target);
        }
        return List.copyOf(notes);
    }

    private List<String> wrap(Path source, boolean tiff, String sha256, List<PageRecord> pages, Path target)
            throws IOException {
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            PicturePages pictures = new PicturePages(maxPixels);
            PageWriter writer = new PageWriter(document);
            List<PageRecord> ordered = pages.stream()
                    .sorted(Comparator.comparingInt(PageRecord::number))
                    .toList();
            for (PageRecord page : ordered) {
                pictures.add(document, source, tiff, page);
                PDPage added = document.getPage(document.getNumberOfPages() - 1);
                writer.addLayer(added, page, PageWriter.resources(added));
            }
            save(document, sha256, target);
        }
        return List.of();
    }

    private static boolean needsLayer(PageRecord page) {
        return page.textChoice() == TextChoice.OCR
                || page.textChoice() == TextChoice.RESTORE
                || page.textChoice() == TextChoice.CONVERT;
    }

    private static void save(PDDocument document, String sha256, Path target) throws IOException {
        document.setDocumentId(Long.parseUnsignedLong(sha256.substring(0, 16), 16));
        try (AtomicFile file = AtomicFile.open(target)) {
            document.save(file.out(), CompressParameters.NO_COMPRESSION);
            file.commit();
        }
    }

    /** Changes pages of one document. */
    private static final class PageWriter {

        private final PDDocument document;
        private final LayerRemoval removal;
        private final COSDictionary font;
        private final COSStream before;

        PageWriter(PDDocument document) throws IOException {
            this.document = document;
            this.removal = new LayerRemoval(document);
            this.font = GlyphlessFont.in(document);
            this.before = stream("q\n".getBytes(StandardCharsets.US_ASCII));
        }

        void replaceLayer(PageRecord record, List<String> notes) throws IOException {
            PDPage page = document.getPage(record.number() - 1);
            COSDictionary resources = resources(page);
            try {
                LayerRemoval.Stripped stripped = removal.strip(page);
                if (stripped.content() != null) {
                    page.getCOSObject().setItem(COSName.CONTENTS, stripped.content());
                }
                resources = stripped.resources();
            } catch (IOException e) {
                notes.add("page " + record.number() + ": its old text layer cannot be taken off (" + e.getMessage()
                        + ")");
            }
            addLayer(page, record, resources);
        }

        void addLayer(PDPage page, PageRecord record, COSDictionary resources) throws IOException {
            if (TextLayer.isEmpty(record)) {
                page.getCOSObject().setItem(COSName.RESOURCES, resources);
                return;
            }
            String name = addFont(page, resources);
            PageFrame frame = PageFrame.of(page.getCropBox(), page.getRotation(), record.rotation());
            byte[] text = TextLayer.of(record, name, frame);
            byte[] after = new byte[text.length + 3];
            System.arraycopy("\nQ\n".getBytes(StandardCharsets.US_ASCII), 0, after, 0, 3);
            System.arraycopy(text, 0, after, 3, text.length);
            COSArray contents = new COSArray();
            contents.add(before);
            COSBase old = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
            if (old instanceof COSArray parts) {
                contents.addAll(parts);
            } else if (old != null) {
                contents.add(page.getCOSObject().getItem(COSName.CONTENTS));
            }
            contents.add(stream(after));
            page.getCOSObject().setItem(COSName.CONTENTS, contents);
        }

        static COSDictionary resources(PDPage page) {
            return page.getResources() == null
                    ? new COSDictionary()
                    : page.getResources().getCOSObject();
        }

        /** Adds the font to a copy of the page's resources, which other pages may share; gives its name there. */
        private String addFont(PDPage page, COSDictionary old) {
            COSDictionary resources = new COSDictionary(old);
            COSDictionary fonts = resources.getCOSDictionary(COSName.FONT);
            fonts = fonts == null ? new COSDictionary() : new COSDictionary(fonts);
            String name = "TrichText";
            while (fonts.containsKey(name)) {
                name += "x";
            }
            fonts.setItem(COSName.getPDFName(name), font);
            resources.setItem(COSName.FONT, fonts);
            page.getCOSObject().setItem(COSName.RESOURCES, resources);
            return name;
        }

        private COSStream stream(byte[] content) throws IOException {
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(content);
            }
            return stream;
        }
    }
}
