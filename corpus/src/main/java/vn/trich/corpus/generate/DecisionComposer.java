package vn.trich.corpus.generate;

import java.util.ArrayList;
import java.util.List;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Block;
import vn.trich.corpus.paper.Letters;
import vn.trich.corpus.paper.Paper;

/** Composes decisions that issue a plan. */
final class DecisionComposer {

    private final Author author;
    private final Dice dice;
    private final Setting setting;

    DecisionComposer(Author author) {
        this.author = author;
        dice = author.dice();
        setting = author.setting();
    }

    /** The decision and the plan issued with it. */
    List<Paper> decisionWithPlan(PlanComposer.Size size) {
        Heads heads = new Heads(author);
        Sections sections = new Sections(author);
        String number = heads.number("QĐ");
        Paper.Head head = heads.head(number);
        PlanComposer plan = new PlanComposer(author, size);
        String planName = "Kế hoạch " + Letters.first(plan.name(), false);
        List<Block> body = new ArrayList<>();
        body.add(centred(authority()));
        author.citations()
                .basis(dice.between(2, 3))
                .forEach(
                        basis -> body.add(new Block.Paragraph(Block.Kind.BASIS, author.rich("Căn cứ " + basis + ";"))));
        body.add(new Block.Paragraph(Block.Kind.BASIS, author.rich("Theo đề nghị của " + proposer() + ".")));
        body.add(centred("QUYẾT ĐỊNH:"));
        int article = 1;
        body.add(sections.article(article++, "Ban hành kèm theo Quyết định này " + planName + ".", List.of()));
        if (dice.chance(0.5)) {
            List<Block> goals = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                goals.add(sections.clause("" + i, 2, ".", false, author.target() + "."));
            }
            body.add(
                    sections.article(article++, "Giao các cơ quan, đơn vị thực hiện các chỉ tiêu chủ yếu sau:", goals));
        }
        body.add(sections.article(article++, "Quyết định này có hiệu lực thi hành kể từ ngày ký.", List.of()));
        body.add(sections.article(
                article,
                author.units().one().printed() + ", " + author.units().one().printed()
                        + " và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
                List.of()));
        Paper decision = new Paper(
                head,
                "Quyết định",
                "QUYẾT ĐỊNH",
                author.names(dice.of("Ban hành ", "Về việc ban hành ") + planName),
                body,
                heads.recipients(),
                heads.signature(),
                List.of());
        String source = "(Kèm theo Quyết định số " + heads.printedNumber(number) + " " + heads.printedDate() + " của "
                + setting.issuer() + ")";
        Paper.Head bare = dice.chance(0.6)
                ? new Paper.Head(
                        head.party(),
                        head.parent(),
                        head.issuer(),
                        head.motto(),
                        head.mottoSecond(),
                        "",
                        "",
                        "",
                        "",
                        "")
                : new Paper.Head(head.party(), "", "", "", "", "", "", "", "", "");
        return List.of(decision, plan.issuedWith(bare, source));
    }

    private String authority() {
        return Letters.upper(
                switch (setting.level()) {
                    case DEPARTMENT -> "Giám đốc " + setting.issuer();
                    case MINISTRY -> "Bộ trưởng " + setting.issuer();
                    default -> setting.issuer();
                });
    }

    private String proposer() {
        String unit = author.units().one().printed();
        return unit.startsWith("Sở ")
                ? "Giám đốc " + unit
                : unit.startsWith("Phòng ") ? "Trưởng " + Letters.first(unit, false) : "Thủ trưởng " + unit;
    }

    private Block centred(String text) {
        return new Block.Paragraph(Block.Kind.CENTRED, author.names(text));
    }
}
