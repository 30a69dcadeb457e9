package vn.trich.pipeline.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off what a recogniser makes of dirt beside letters: marks that these papers do not use, or not so, before or
 * behind a word ({@code _Độc}, {@code 'Tổ}, {@code đơn!}) and alone between words. A mark like a stroke at the head of a
 * line is the dash of an enumeration.
 */
final class StrayMarks {

    /** Words that were read surer than this keep their marks. */
    private static final double SURE = 0.96;

    /** Marks alone that were read surer than this stay. */
    private static final double SURE_ALONE = 0.7;

    /** Strokes that were read less surely than this are dirt. */
    private static final double LEAST_DASH = 0.3;

    private static final String STRAY = "_'`´ˆ^|¬~°‹›¦{}\\\\";
    private static final Pattern LINE_DASH = Pattern.compile("[-=~¬_—–«]*[=~¬_«][-=~¬_—–«]*");
    private static final Pattern ALONE = Pattern.compile("[" + STRAY + "‘’.,:;!\\[\\]]{1,3}");
    private static final Pattern BESIDE =
            Pattern.compile("([" + STRAY + "‘!\\[\\]„]*)([\\p{L}\\p{N}(].*?)([" + STRAY + "!\\[\\]„]*)");

    /** The line without such marks; empty of words if it was nothing else. */
    RecognisedLine apply(RecognisedLine line) {
        List<RecognisedWord> words = new ArrayList<>(line.words().size());
        for (RecognisedWord word : line.words()) {
            if (words.isEmpty() && line.words().size() > 1 && isDash(word)) {
                words.add(with(word, "-"));
            } else if (!isDirt(word)) {
                words.add(with(word, stripped(word)));
            }
        }
        return new RecognisedLine(line.box(), words);
    }

    private static boolean isDash(RecognisedWord word) {
        return word.confidence() < SURE
                && word.confidence() >= LEAST_DASH
                && LINE_DASH.matcher(word.text()).matches();
    }

    private static boolean isDirt(RecognisedWord word) {
        return word.confidence() < SURE_ALONE && ALONE.matcher(word.text()).matches();
    }

    private static String stripped(RecognisedWord word) {
        String text = word.text();
        if (word.confidence() >= SURE) {
            return text;
        }
        Matcher beside = BESIDE.matcher(text);
        if (!beside.matches()) {
            return text;
        }
        String core = beside.group(2);
        // Brackets that belong together stay, and so do degrees and feet behind a figure.
        boolean bracket = text.indexOf('[') >= 0 && text.indexOf(']') >= 0;
        boolean measure = Character.isDigit(core.charAt(core.length() - 1))
                && !beside.group(3).isEmpty()
                && "°'".indexOf(beside.group(3).charAt(0)) >= 0;
        return bracket || measure ? text : core;
    }

    private static RecognisedWord with(RecognisedWord word, String text) {
        return text.equals(word.text()) ? word : new RecognisedWord(text, word.box(), word.confidence(), List.of());
    }
}
