package vn.trich.corpus.generate;

import java.util.ArrayList;
import java.util.List;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Block;
import vn.trich.corpus.paper.Grid;
import vn.trich.corpus.paper.Letters;
import vn.trich.corpus.paper.Paper;

/** Composes periodic reports with tables of figures and tasks for the time to come. */
final class ReportComposer {

    /** Which tables a report has. */
    enum Tables {
        /** A grid of statistics in the body, another in an appendix. */
        STATISTICS,
        /** A form of indicators in an appendix. */
        INDICATORS,
        /** Both. */
        BOTH
    }

    private final Author author;
    private final Dice dice;
    private final Setting setting;
    private final Sections sections;
    private final String period;

    /**
     * A composer of one report.
     *
     * @param period what it reports on, as {@code quý I năm 2023}
     */
    ReportComposer(Author author, String period) {
        this.author = author;
        dice = author.dice();
        setting = author.setting();
        sections = new Sections(author);
        this.period = period;
    }

    /** The report. */
    Paper report(Tables tables) {
        Heads heads = new Heads(author);
        String number = heads.number("BC");
        Paper.Head head = heads.head(number);
        String name = dice.of("Kết quả công tác ", "Tình hình thực hiện công tác ", "Kết quả thực hiện nhiệm vụ ")
                + setting.field().setting("name") + " " + period;
        String title = name + dice.of("", " và phương hướng, nhiệm vụ thời gian tới");
        List<Block> body = new ArrayList<>();
        body.add(sections.paragraph("Thực hiện " + author.citations().full() + "; " + setting.issuer() + " báo cáo "
                + Letters.first(name, false) + " như sau:"));
        body.add(sections.part(1, "Kết quả thực hiện", results(tables)));
        body.add(sections.part(2, "Tồn tại, hạn chế", weaknesses()));
        body.add(sections.part(3, "Phương hướng, nhiệm vụ thời gian tới", tasks()));
        String source = "(Kèm theo Báo cáo số " + heads.printedNumber(number) + " " + heads.printedDate() + " của "
                + setting.issuer() + ")";
        return new Paper(
                head,
                "Báo cáo",
                "BÁO CÁO",
                author.names(title),
                body,
                heads.recipients(),
                heads.signature(),
                appendices(tables, source));
    }

    private List<Block> results(Tables tables) {
        List<Block> blocks = new ArrayList<>();
        List<String> titles = dice.some(setting.field().list("group"), dice.between(2, 4));
        for (int i = 0; i < titles.size(); i++) {
            List<Block> inner = new ArrayList<>();
            int count = dice.between(1, 3);
            for (int p = 0; p < count; p++) {
                String text = author.sentence("state");
                if (p == 0 && dice.chance(0.3)) {
                    inner.addAll(sections.noted(text, author.sentence("state")));
                } else {
                    inner.add(sections.paragraph(text));
                }
            }
            blocks.add(sections.section("" + (i + 1), 2, titles.get(i), inner));
        }
        if (tables != Tables.INDICATORS) {
            String label = "" + (titles.size() + 1);
            blocks.add(sections.section(
                    label,
                    2,
                    "Kết quả thực hiện các chỉ tiêu",
                    List.of(new Block.Figure(new FigureTables(author).comparison(11)))));
        }
        return blocks;
    }

    private List<Block> weaknesses() {
        List<Block> blocks = new ArrayList<>();
        for (int i = dice.between(1, 3); i >= 0; i--) {
            blocks.add(sections.paragraph("- " + author.sentence("weakness")));
        }
        return blocks;
    }

    private List<Block> tasks() {
        List<Block> blocks = new ArrayList<>();
        int count = dice.between(3, 6);
        for (int i = 1; i <= count; i++) {
            blocks.add(sections.clause("" + i, 2, ".", true, author.sentence("next") + "."));
        }
        String end = setting.level() == Setting.Level.PARTY ? "." : "./.";
        blocks.add(sections.paragraph("Trên đây là báo cáo " + dice.of("kết quả ", "tình hình ") + "công tác "
                + setting.field().setting("name") + " " + period + " của " + setting.issuer() + end));
        return blocks;
    }

    private List<Paper.Appendix> appendices(Tables tables, String source) {
        List<Paper.Appendix> appendices = new ArrayList<>();
        if (tables != Tables.INDICATORS) {
            appendices.add(appendix(
                    tables == Tables.BOTH ? "Biểu 01" : "Phụ lục",
                    "Số liệu theo đơn vị " + period,
                    source,
                    dice.chance(0.4),
                    new FigureTables(author).byPlace(11)));
        }
        if (tables != Tables.STATISTICS) {
            appendices.add(appendix(
                    tables == Tables.BOTH ? "Biểu 02" : "Phụ lục",
                    "Các chỉ tiêu thống kê về " + setting.field().setting("name") + " " + period,
                    source,
                    false,
                    new FigureTables(author).indicators(12)));
        }
        return appendices;
    }

    private Paper.Appendix appendix(String label, String title, String source, boolean landscape, Grid grid) {
        return new Paper.Appendix(
                label,
                landscape,
                List.of(author.spell(Letters.upper(label)), author.spell(Letters.upper(title))),
                List.of(new Block.Paragraph(Block.Kind.ENCLOSED, author.names(source)), new Block.Figure(grid)));
    }
}
