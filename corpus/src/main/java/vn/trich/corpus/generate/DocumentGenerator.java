package vn.trich.corpus.generate;

import java.time.LocalDate;
import java.util.List;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Bundle;
import vn.trich.corpus.paper.Paper;

/**
 * Composes documents with their truth. The same seed gives the same documents on every machine; documents of different
 * numbers share no more than forms of words.
 */
public final class DocumentGenerator {

    private static final List<DocumentKind> MIX = List.of(
            DocumentKind.PLAN,
            DocumentKind.PLAN,
            DocumentKind.PLAN,
            DocumentKind.LONG_PLAN,
            DocumentKind.TEXT_PLAN,
            DocumentKind.DECISION,
            DocumentKind.STATISTICS_REPORT,
            DocumentKind.INDICATOR_REPORT,
            DocumentKind.PARTY_PLAN,
            DocumentKind.LETTER);

    private final Dice dice;

    /** A generator of the documents of this seed. */
    public DocumentGenerator(long seed) {
        dice = new Dice(seed);
    }

    /**
     * The document of this number, of a kind that the mix gives it.
     *
     * @param number from 1
     */
    public Bundle document(int number) {
        return document(number, MIX.get((number - 1) % MIX.size()));
    }

    /**
     * The document of this number.
     *
     * @param number from 1
     * @param kind what it is
     */
    public Bundle document(int number, DocumentKind kind) {
        Dice own = dice.fork(number * 64L + kind.ordinal());
        int year = own.between(2012, 2026);
        boolean report = kind == DocumentKind.STATISTICS_REPORT || kind == DocumentKind.INDICATOR_REPORT;
        int quarter = own.between(1, 4);
        LocalDate date = report ? reportDate(own, year, quarter) : planDate(own, year);
        Setting.Level level = level(own, kind, date);
        String field = kind == DocumentKind.PARTY_PLAN ? "dang" : own.pick(Setting.FIELDS);
        Setting setting = Setting.choose(own, level, field, year, date);
        Author author = new Author(own, setting, field);
        List<Paper> papers = switch (kind) {
            case LETTER -> List.of(new LetterComposer(author).letter());
            case DECISION ->
                new DecisionComposer(author)
                        .decisionWithPlan(new PlanComposer.Size(
                                own.between(1, 2), own.between(8, 18), own.between(5, 7), own.chance(0.7)));
            case STATISTICS_REPORT ->
                List.of(new ReportComposer(author, period(own, year, quarter))
                        .report(own.chance(0.3) ? ReportComposer.Tables.BOTH : ReportComposer.Tables.STATISTICS));
            case INDICATOR_REPORT ->
                List.of(new ReportComposer(author, period(own, year, quarter))
                        .report(ReportComposer.Tables.INDICATORS));
            default -> List.of(new PlanComposer(author, size(own, kind)).plan());
        };
        Paper main = papers.get(0);
        String name = "%s-%03d-%d".formatted(kind.code(), number, date.getYear());
        String subject = main.type() + " " + main.head().number() + " - " + setting.issuer();
        return new Bundle(name, subject, papers, style(own, date));
    }

    private static PlanComposer.Size size(Dice dice, DocumentKind kind) {
        return switch (kind) {
            case LONG_PLAN -> {
                int columns = dice.between(6, 9);
                yield new PlanComposer.Size(dice.between(2, 4), dice.between(35, 90) * 6 / columns, columns, true);
            }
            case TEXT_PLAN -> new PlanComposer.Size(4, 0, 4, false);
            default -> {
                int columns = dice.between(4, 9);
                boolean landscape = columns >= 7 || dice.chance(columns == 4 ? 0.2 : 0.7);
                yield new PlanComposer.Size(dice.between(1, 3), dice.between(6, 30), columns, landscape);
            }
        };
    }

    private static LocalDate planDate(Dice dice, int year) {
        LocalDate first = LocalDate.of(year, 1, 4);
        return first.plusDays(dice.chance(0.25) ? -dice.between(6, 30) : dice.between(0, 100));
    }

    private static LocalDate reportDate(Dice dice, int year, int quarter) {
        return LocalDate.of(year, 3 * quarter, 15).plusDays(dice.between(0, 15));
    }

    private static String period(Dice dice, int year, int quarter) {
        return switch (quarter) {
            case 2 -> dice.of("6 tháng đầu năm " + year, "quý II năm " + year);
            case 4 -> dice.of("năm " + year, "quý IV năm " + year);
            default -> "quý " + NumberForms.roman(quarter) + " năm " + year;
        };
    }

    private static Setting.Level level(Dice dice, DocumentKind kind, LocalDate date) {
        if (kind == DocumentKind.PARTY_PLAN) {
            return Setting.Level.PARTY;
        }
        boolean newMap = !date.isBefore(Setting.NEW_MAP);
        return switch (dice.below(8)) {
            case 0, 1, 2 -> Setting.Level.DEPARTMENT;
            case 3, 4 -> Setting.Level.PROVINCE;
            case 5, 6 -> newMap ? Setting.Level.COMMUNE : Setting.Level.DISTRICT;
            default -> Setting.Level.MINISTRY;
        };
    }

    private static Bundle.Style style(Dice dice, LocalDate date) {
        boolean older = date.isBefore(LocalDate.of(2020, 3, 5));
        return new Bundle.Style(
                dice.pick(List.of(13.0, 13.5, 14.0)),
                dice.between(1.12, 1.3),
                dice.between(3, 7),
                older && dice.chance(0.6),
                !older || dice.chance(0.3),
                dice.between(29.0, 33.0));
    }
}
