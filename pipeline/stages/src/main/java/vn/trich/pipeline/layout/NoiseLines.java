package vn.trich.pipeline.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.trich.output.Box;
import vn.trich.output.PageRegion;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.Word;

/**
 * Marks lines that are no text: what a recogniser made of stamps, signature strokes and specks, and the notice that a
 * digital signature prints into a corner.
 */
final class NoiseLines {

    /** Words of a stamp or a signature rarely reach this confidence; words printed under them do. */
    private static final double DOUBTFUL = 0.55;

    private static final double WORTHLESS = 0.25;
    private static final double MOSTLY = 0.6;

    /** Letters that stand alone this near (in points) to three others belong to a stamp. */
    private static final double STAMP_REACH = 60;

    private static final int MIN_SCATTERED = 4;
    private static final int MAX_SINGLE = 500;
    private static final Pattern RULE = Pattern.compile("[-_–—=~.*\\s]{3,}");

    private static final Pattern SIGNED = Pattern.compile(
            "^(người ký|ký bởi|được ký bởi|digitally signed|signature valid|signed by|signature not verified)\\b.*");
    private static final Pattern SIGNED_DETAIL = Pattern.compile(
            "^(ngày ký|giờ ký|thời gian ký|thời gian|email|cơ quan|tổ chức|chức vụ|date|dn|reason|location)\\s*:.*"
                    + "|^[\\w.+-]+@[\\w.-]+$|^\\d{2}[.:/-]\\d{2}[.:/-]\\d{4}.*(\\+07:00|\\d{2}:\\d{2}:\\d{2}).*");

    private final PageText page;
    private final PageMeasure measure;

    NoiseLines(PageText page) {
        this.page = page;
        this.measure = new PageMeasure(page);
    }

    /** The same lines, noise marked. */
    List<Line> mark(List<Line> lines) {
        boolean[] noise = new boolean[lines.size()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = isSpeck(lines.get(i)) || isStampText(lines.get(i)) || isDrawnRule(lines.get(i));
        }
        markSignatureNotice(lines, noise);
        markScatteredLetters(lines, noise);
        List<Line> marked = new ArrayList<>();
        for (int i = 0; i < noise.length; i++) {
            Line line = lines.get(i);
            marked.add(noise[i] ? new Line(line.page(), line.words(), line.box(), Line.Kind.NOISE) : line);
        }
        return marked;
    }

    private boolean isSpeck(Line line) {
        boolean fromPicture = line.words().stream().allMatch(w -> w.source() == WordSource.OCR);
        if (!fromPicture) {
            return false;
        }
        if (measure.insideRules(line.box().centreY())) {
            return line.words().size() > 1
                    && line.words().stream().allMatch(w -> w.confidence() < 0.1)
                    && line.words().stream().allMatch(w -> letters(w.text()) <= 3);
        }
        boolean wordless = line.text().chars().noneMatch(Character::isLetterOrDigit);
        return confidence(line) < WORTHLESS && line.words().size() <= 2 || wordless && confidence(line) < DOUBTFUL;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private boolean isStampText(Line line) {
        if (line.words().stream().anyMatch(w -> w.source() != WordSource.OCR) || confidence(line) >= DOUBTFUL) {
            return false;
        }
        return page.regions().stream()
                .filter(r -> r.kind() == PageRegion.Kind.STAMP || r.kind() == PageRegion.Kind.SIGNATURE)
                .anyMatch(r -> covered(line.box(), r.bbox()) && (line.words().size() <= 3 || confidence(line) < 0.4));
    }

    /** A rule drawn with characters. */
    private static boolean isDrawnRule(Line line) {
        return RULE.matcher(line.text()).matches();
    }

    /** The letters around a stamp stand alone, several of them close to each other. */
    private void markScatteredLetters(List<Line> lines, boolean[] noise) {
        List<Integer> single = new ArrayList<>();
        for (int i = 0; i < noise.length; i++) {
            Line line = lines.get(i);
            boolean letter = line.text().codePointCount(0, line.text().length()) == 1
                    && Character.isLetter(line.text().codePointAt(0));
            if (letter && !measure.insideRules(line.box().centreY()) && single.size() < MAX_SINGLE) {
                single.add(i);
            }
        }
        for (int i : single) {
            Box around = lines.get(i).box().grow(STAMP_REACH);
            long near = single.stream()
                    .filter(j -> around.holdsCentreOf(lines.get(j).box()))
                    .count();
            noise[i] |= near >= MIN_SCATTERED && !page.synthetic();
        }
    }

    private static boolean covered(Box inner, Box outer) {
        return inner.area() <= 0 ? outer.holdsCentreOf(inner) : inner.sharedArea(outer) >= MOSTLY * inner.area();
    }

    private static double confidence(Line line) {
        return line.words().stream().mapToDouble(Word::confidence).average().orElse(0);
    }

    private static void markSignatureNotice(List<Line> lines, boolean[] noise) {
        for (int i = 0; i < noise.length; i++) {
            if (!SIGNED.matcher(lines.get(i).text().toLowerCase(Locale.ROOT)).matches()) {
                continue;
            }
            noise[i] = true;
            for (int j = Math.max(0, i - 3); j < Math.min(noise.length, i + 6); j++) {
                String text = lines.get(j).text().toLowerCase(Locale.ROOT);
                noise[j] |= SIGNED_DETAIL.matcher(text).matches();
            }
        }
    }
}
