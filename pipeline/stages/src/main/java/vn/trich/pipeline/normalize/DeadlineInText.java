package vn.trich.pipeline.normalize;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.output.Due;

/**
 * Finds the deadline in the sentences of a task: what is to be finished, sent or reported by a day ({@code hoàn thành
 * trước ngày 30/6/2024}, {@code báo cáo trong quý III}). A day that only dates a paper or an event is none.
 */
final class DeadlineInText {

    private static final String DAY =
            "(?:ngay )?\\d{1,2}(?: ?[/.-] ?\\d{1,2}(?: ?[/.-] ?\\d{4})?|(?: thang \\d{1,2})(?:[ ,/]*(?:nam )?\\d{4})?)";
    private static final String SPAN = "(?:thang \\d{1,2}|quy (?:i{1,3}|iv|[1-4])|nam)(?: ?[/,]? ?(?:nam )?\\d{4})?";
    private static final Pattern LIMIT =
            Pattern.compile("(?<![a-z])(?:(?:xong )?(?:truoc|cham nhat(?: la| den| trong| vao)*|"
                    + "muon nhat(?: la)?|den het|den truoc) (?:" + DAY + "|" + SPAN + ")"
                    + "|(?:hoan thanh|xong|bao cao|trinh|gui)[^.;:]{0,60}? trong (?:" + DAY + "|" + SPAN
                    + "))(?![a-z0-9])");
    private static final Pattern FROM_LIMIT =
            Pattern.compile("(?<![a-z])(?:truoc|cham nhat|muon nhat|den het|den truoc|trong) ");
    /** What happened before a day is no work to be done by it. */
    private static final Pattern PAST = Pattern.compile(
            "(?<![a-z])(?:da|duoc (?:cap|phe duyet|ban hanh|ky|tuyen dung|thanh lap)|co hieu luc|phat sinh|sinh) (?:[^,.;]{0,60} )?$");

    private final DueParser parser;

    DeadlineInText(DueParser parser) {
        this.parser = parser;
    }

    /**
     * The first deadline that the text sets.
     *
     * @param text paragraphs of a task
     * @param year the year that fills in a missing one
     */
    Optional<DueParser.Reading> find(String text, OptionalInt year) {
        String tidy = BareText.tidy(text).replace('\n', ' ');
        String bare = BareText.of(tidy);
        Matcher limit = LIMIT.matcher(bare);
        while (limit.find()) {
            Matcher from = FROM_LIMIT.matcher(bare).region(limit.start(), limit.end());
            int start = limit.start();
            while (from.find()) {
                start = from.start();
            }
            String before = bare.substring(Math.max(0, limit.start() - 80), limit.start());
            if (PAST.matcher(before).find()) {
                continue;
            }
            DueParser.Reading reading = parser.parse(tidy.substring(start, limit.end()), year);
            if (reading.understood() && reading.due().kind() != Due.Kind.NONE) {
                return Optional.of(reading);
            }
        }
        return Optional.empty();
    }
}
