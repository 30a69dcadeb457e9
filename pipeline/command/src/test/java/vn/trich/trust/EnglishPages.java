package vn.trich.trust;

import java.util.ArrayList;
import java.util.List;
import vn.trich.corpus.chance.Dice;
import vn.trich.output.Box;
import vn.trich.output.WordRecord;

/** Pages of invented English administrative prose: good text that is no Vietnamese. */
final class EnglishPages {

    private static final String[] WHO = {
        "The department",
        "Each participating agency",
        "The project office",
        "A joint working group",
        "The municipality",
        "Every contractor",
        "The steering committee",
        "Our technical partner"
    };
    private static final String[] DOES = {
        "shall submit",
        "is expected to review",
        "will publish",
        "has to prepare",
        "may request",
        "agreed to update",
        "must keep",
        "should deliver"
    };
    private static final String[] WHAT = {
        "a quarterly report on the use of public funds", "the list of works that were finished in the last year",
        "an inventory of its equipment and of the services it provides", "the results of the survey among residents",
        "all documents that are needed for the audit", "a plan for the training of staff in rural districts",
        "the schedule of inspections and the measures taken after them", "an estimate of costs for the next phase"
    };
    private static final String[] WHEN = {
        "before the end of March.",
        "within thirty days of receipt.",
        "at least twice a year.",
        "in the format which is set out in the annex.",
        "as soon as the agreement enters into force.",
        "unless the parties have decided otherwise."
    };

    private EnglishPages() {}

    /** A page of some forty lines. */
    static List<WordRecord> page(Dice dice) {
        List<WordRecord> words = new ArrayList<>();
        double x = 72;
        double y = 72;
        while (y < 770) {
            String sentence = dice.of(WHO) + " " + dice.of(DOES) + " " + dice.of(WHAT) + " " + dice.of(WHEN);
            for (String text : sentence.split(" ")) {
                double width = 5.6 * text.length();
                if (x + width > 520) {
                    x = 72;
                    y += 18;
                }
                words.add(Damages.word(text, new Box(x, y, x + width, y + 12)));
                x += width + 4;
            }
        }
        return words;
    }
}
