package vn.trich.pipeline.command.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.print.Face;
import vn.trich.corpus.print.Metrics;
import vn.trich.corpus.scan.ScanState;
import vn.trich.corpus.scan.ScannedSheet;
import vn.trich.corpus.scan.SheetScanner;
import vn.trich.models.train.TextCorpus;
import vn.trich.models.train.TrainingLine;
import vn.trich.pipeline.ocr.PicturePreparation;
import vn.trich.pipeline.ocr.PreparedPicture;

/**
 * Makes lines to train the recogniser on: sets text on sheets, scans them, prepares the scans as they are before they are read, and cuts the lines out.
 *
 * <p>{@code LineMaking OUT SHEETS SEED CHARACTERS training|held-back STATE,STATE... PATH@SHARE...} writes {@code OUT/N.lstmf}, a file a sheet.
 * CHARACTERS is the recogniser's list of characters ({@code combine_tessdata -u} takes it out of trained data, ending in {@code lstm-unicharset}); states are those of
 * {@link ScanState} that leave a scan, in turn; of the paragraphs of each text ({@link TextCorpus}) the share given is used. The same arguments give the same lines. Another
 * typeface is taken if its four files stand, named as the corpus's own, further ahead in the class path.
 */
public final class LineMaking {

    private static final int LONGEST = 1500;

    private LineMaking() {}

    /**
     * See the class.
     *
     * @throws IOException if text or fonts cannot be read or lines not written
     */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path out = Files.createDirectories(Path.of(args[0]));
        Dice dice = new Dice(Long.parseLong(args[2]));
        Metrics metrics = new Metrics();
        Predicate<String> known = known(Path.of(args[3]), metrics);
        TextCorpus.Part part = args[4].equals("training") ? TextCorpus.Part.TRAINING : TextCorpus.Part.HELD_BACK;
        List<ScanState> states =
                Arrays.stream(args[5].split(",")).map(ScanState::valueOf).toList();
        List<String> paragraphs = new ArrayList<>();
        for (String text : Arrays.asList(args).subList(6, args.length)) {
            int at = text.lastIndexOf('@');
            double share = Double.parseDouble(text.substring(at + 1));
            new TextCorpus(Path.of(text.substring(0, at))).paragraphs(part, paragraph -> {
                String plain = LineTexts.plain(paragraph);
                if (plain.length() > 3 && plain.length() < LONGEST && dice.chance(share) && known.test(plain)) {
                    paragraphs.add(plain);
                }
            });
        }
        LineSheets sheets = new LineSheets(new LineTexts(paragraphs, known, dice), metrics, known, dice);
        SheetScanner scanner = new SheetScanner(metrics, dice);
        LineCutter cutter = new LineCutter(dice);
        for (int n = 0; n < Integer.parseInt(args[1]); n++) {
            ScannedSheet scan = scanner.scan(sheets.next(), states.get(n % states.size()), weight(dice));
            Optional<PreparedPicture> picture = new PicturePreparation().apply(scan.picture(), scan.dpi());
            if (picture.isPresent()) {
                Files.write(out.resolve(n + ".lstmf"), TrainingLine.file(cutter.cut(scan, picture.get())));
            }
        }
    }

    // Some are printed thin, some fat.
    private static double weight(Dice dice) {
        double kind = dice.fraction();
        return kind < 0.35 ? -dice.between(0.15, 0.6) : kind < 0.6 ? dice.between(0.15, 0.7) : 0;
    }

    /** Tells texts that the recogniser knows all characters of and that can be printed. */
    private static Predicate<String> known(Path characters, Metrics metrics) throws IOException {
        Set<Integer> points = new HashSet<>();
        points.add((int) ' ');
        List<String> lines = Files.readAllLines(characters);
        for (String line : lines.subList(1, lines.size())) {
            String character = line.split(" ")[0];
            if (character.codePointCount(0, character.length()) == 1) {
                points.add(character.codePointAt(0));
            }
        }
        return text -> !text.isBlank()
                && text.codePoints().allMatch(points::contains)
                && Arrays.stream(Face.values()).allMatch(face -> metrics.covers(text, face));
    }
}
