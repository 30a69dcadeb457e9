package vn.trich.corpus.generate;

import java.util.ArrayList;
import java.util.List;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Block;
import vn.trich.corpus.paper.Paper;

/** Composes official letters ({@code công văn}), which bear no type and name their subject under the number. */
final class LetterComposer {

    private final Author author;
    private final Dice dice;
    private final Setting setting;

    LetterComposer(Author author) {
        this.author = author;
        dice = author.dice();
        setting = author.setting();
    }

    /** A letter of one page or a little more. */
    Paper letter() {
        Heads heads = new Heads(author);
        Sections sections = new Sections(author);
        Paper.Head head = heads.head(heads.letterNumber());
        String topic = author.phrase("topic");
        String subject = dice.of("triển khai ", "tăng cường ", "báo cáo kết quả ", "đôn đốc thực hiện ") + topic;
        List<Block> body = new ArrayList<>();
        String addressee = author.units().inline(author.units().coord(List.of()));
        body.add(new Block.Paragraph(Block.Kind.ADDRESS, author.names("Kính gửi: " + addressee + ".")));
        body.add(sections.paragraph("Thực hiện " + author.citations().full() + "; " + setting.issuer()
                + " đề nghị các cơ quan, đơn vị thực hiện một số nội dung sau:"));
        int count = dice.between(2, 4);
        for (int i = 1; i <= count; i++) {
            body.add(sections.clause("" + i, 1, ".", true, author.task().text() + "."));
        }
        body.add(sections.paragraph("Đề nghị các cơ quan, đơn vị báo cáo kết quả về "
                + author.units().one().printed() + " trước ngày "
                + NumberForms.shortDate(setting.date().plusDays(dice.between(10, 60)), true)
                + " để tổng hợp, báo cáo theo quy định./."));
        return new Paper(
                head,
                "Công văn",
                "",
                author.names("V/v " + subject),
                body,
                heads.recipients(),
                heads.signature(),
                List.of());
    }
}
