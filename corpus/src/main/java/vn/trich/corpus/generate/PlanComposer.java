package vn.trich.corpus.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Block;
import vn.trich.corpus.paper.Grid;
import vn.trich.corpus.paper.Letters;
import vn.trich.corpus.paper.Paper;

/** Composes plans, of the state and of the Party, with their appendices. */
final class PlanComposer {

    /**
     * How large a plan is.
     *
     * @param bodyParts how much body text, 1 to 4
     * @param tasks tasks in the appendix's table; 0 for no appendix
     * @param columns columns of that table, 4 to 9
     * @param landscape whether the appendix is printed across
     */
    record Size(int bodyParts, int tasks, int columns, boolean landscape) {}

    private final Author author;
    private final Dice dice;
    private final Setting setting;
    private final Sections sections;
    private final Size size;
    private final String name;
    private final boolean inBody;

    PlanComposer(Author author, Size size) {
        this.author = author;
        dice = author.dice();
        setting = author.setting();
        sections = new Sections(author);
        this.size = size;
        name = planName();
        inBody = size.tasks() > 0 && size.tasks() < 20 && dice.chance(0.15);
    }

    private String planName() {
        String plan = dice.pick(setting.field().list("plan"));
        String when = dice.chance(0.85)
                ? " năm " + setting.year()
                : " giai đoạn " + setting.year() + " - " + (setting.year() + 4);
        String where = dice.chance(0.5) ? "" : " " + dice.pick(setting.areas());
        return plan + when + where;
    }

    /** The plan's name without its type, as {@code Tiêm chủng mở rộng năm 2023}. */
    String name() {
        return name;
    }

    /** A plan that stands for itself. */
    Paper plan() {
        Heads heads = new Heads(author);
        String number = heads.number("KH");
        Paper.Head head = heads.head(number);
        List<Block> body = new ArrayList<>(preamble());
        body.addAll(parts());
        String source = "(Kèm theo Kế hoạch số " + heads.printedNumber(number) + " " + heads.printedDate() + " của "
                + setting.issuer() + ")";
        List<Paper.Appendix> appendices = appendices(source);
        return new Paper(
                head,
                "Kế hoạch",
                dice.chance(0.1) ? "KẾ HOẠCH HÀNH ĐỘNG" : "KẾ HOẠCH",
                author.names(name),
                body,
                heads.recipients(),
                heads.signature(),
                appendices);
    }

    /** A plan issued with a decision. */
    Paper issuedWith(Paper.Head head, String source) {
        List<Block> body = new ArrayList<>();
        body.add(new Block.Paragraph(Block.Kind.ENCLOSED, author.names(source)));
        body.addAll(parts());
        return new Paper(
                head,
                "Kế hoạch",
                "KẾ HOẠCH",
                author.names(name),
                body,
                List.of(),
                new Paper.Signature("", "", ""),
                appendices(source));
    }

    private List<Block> preamble() {
        List<Block> blocks = new ArrayList<>();
        String subject = Letters.first(name, false);
        String what = setting.issuer() + " " + dice.of("ban hành", "xây dựng") + " Kế hoạch " + subject
                + dice.of(" như sau:", " với những nội dung chính như sau:", ", cụ thể như sau:");
        if (dice.chance(0.5)) {
            for (String basis : author.citations().basis(dice.between(1, 3))) {
                blocks.add(new Block.Paragraph(Block.Kind.BASIS, author.rich("Căn cứ " + basis + ";")));
            }
            blocks.add(new Block.Paragraph(
                    Block.Kind.BASIS, author.rich("Căn cứ " + author.citations().local(true) + ";")));
            blocks.add(sections.paragraph(what));
        } else {
            blocks.add(sections.paragraph("Thực hiện " + author.citations().full() + "; " + what));
        }
        return blocks;
    }

    private List<Block> parts() {
        List<Block> parts = new ArrayList<>();
        parts.add(purpose(1));
        parts.add(goals(2));
        int next = 3;
        if (size.bodyParts() >= 2) {
            parts.add(tasks(next++));
        }
        if (size.bodyParts() >= 4) {
            parts.add(solutions(next++));
        }
        if (size.bodyParts() >= 3 && dice.chance(0.7)) {
            List<Block> money = List.of(sections.paragraph(
                    "Kinh phí thực hiện Kế hoạch được bố trí từ nguồn ngân sách nhà nước theo phân cấp, lồng ghép với các "
                            + "chương trình, đề án liên quan và các nguồn kinh phí hợp pháp khác theo quy định."));
            parts.add(sections.part(next++, "Kinh phí thực hiện", money));
        }
        if (inBody) {
            Grid table = new TaskTables(author).table(Math.min(6, size.columns()), Math.min(14, size.tasks()), 11.5);
            String lead = "Các nhiệm vụ cụ thể được phân công theo bảng sau:";
            parts.add(sections.part(
                    next++, "Phân công nhiệm vụ", List.of(sections.paragraph(lead), new Block.Figure(table))));
        }
        parts.add(execution(next));
        return parts;
    }

    private Block purpose(int number) {
        boolean bullets = dice.chance(0.4);
        List<Block> aims = new ArrayList<>();
        for (int i = dice.between(1, size.bodyParts()); i >= 0; i--) {
            aims.add(sections.paragraph((bullets ? "- " : "") + author.sentence("purpose")));
        }
        List<Block> demands = new ArrayList<>();
        for (int i = dice.between(1, size.bodyParts()); i >= 0; i--) {
            demands.add(sections.paragraph((bullets ? "- " : "") + author.sentence("demand")));
        }
        return sections.part(
                number,
                "Mục đích, yêu cầu",
                List.of(sections.section("1", 2, "Mục đích", aims), sections.section("2", 2, "Yêu cầu", demands)));
    }

    private Block goals(int number) {
        List<Block> general = List.of(sections.paragraph(author.sentence("general")));
        List<Block> special = new ArrayList<>();
        int count = dice.between(3, 4 + size.bodyParts());
        boolean points = dice.chance(0.35);
        for (int i = 1; i <= count; i++) {
            String goal = author.target();
            special.add(
                    points
                            ? sections.clause(NumberForms.point(i), 3, ")", false, goal + ".")
                            : sections.paragraph("- " + goal + "."));
        }
        return sections.part(
                number,
                dice.of("Mục tiêu", "Mục tiêu, chỉ tiêu", "Chỉ tiêu"),
                List.of(
                        sections.section("1", 2, dice.of("Mục tiêu chung", "Mục tiêu tổng quát"), general),
                        sections.section(
                                "2",
                                2,
                                dice.of("Mục tiêu cụ thể", "Chỉ tiêu cụ thể", "Các chỉ tiêu chủ yếu"),
                                special)));
    }

    private Block tasks(int number) {
        List<String> titles = dice.some(setting.field().list("group"), 1 + size.bodyParts());
        List<Block> blocks = new ArrayList<>();
        int form = dice.below(3);
        for (int i = 0; i < titles.size(); i++) {
            String label = "" + (i + 1);
            blocks.add(
                    switch (form) {
                        case 0 ->
                            size.tasks() > 0
                                    ? sections.section(label, 2, titles.get(i), bullets())
                                    : sections.criterion(label, 2, titles.get(i), Map.of(), bullets());
                        case 1 -> sections.section(label, 2, titles.get(i), criteria(label));
                        default -> sections.section(label, 2, titles.get(i), ownTasks(label));
                    });
        }
        return sections.part(
                number, dice.of("Nhiệm vụ, giải pháp", "Nội dung thực hiện", "Nhiệm vụ trọng tâm"), blocks);
    }

    private List<Block> bullets() {
        List<Block> blocks = new ArrayList<>();
        int count = dice.between(2, 4);
        for (int i = 0; i < count; i++) {
            if (i == 1 && dice.chance(0.15)) {
                blocks.addAll(sections.noted("- " + author.task().text() + ".", author.sentence("weakness")));
            } else {
                blocks.add(sections.paragraph("- " + author.task().text() + dice.of(".", ";")));
            }
        }
        return blocks;
    }

    /** A criterion told in four points: goal, tasks, who, when. */
    private List<Block> criteria(String prefix) {
        List<Block> blocks = new ArrayList<>();
        // In a plan with a table of tasks its rows are the tasks.
        boolean listed = size.tasks() > 0;
        int count = dice.between(1, 2);
        for (int i = 1; i <= count; i++) {
            String label = prefix + "." + i;
            List<Block> points = new ArrayList<>();
            points.add(sections.clause("a", 4, ")", false, "Mục tiêu: " + author.target() + "."));
            List<Block> inner = new ArrayList<>();
            for (int t = dice.between(1, 2); t >= 0; t--) {
                inner.add(sections.paragraph("- " + author.task().text() + "."));
            }
            points.add(sections.point(
                    "b",
                    4,
                    dice.of("Nhiệm vụ", "Nhiệm vụ, giải pháp") + ":",
                    listed ? Map.of() : Map.of("data-part", "work"),
                    inner));
            List<UnitForms.Unit> lead = author.units().lead();
            String form = dice.of("Phân công", "Phân công thực hiện") + ":";
            Block leading =
                    sections.paragraph("- Đơn vị chủ trì: " + author.units().inline(lead) + ".");
            List<UnitForms.Unit> coord = author.units().coord(lead);
            Block helping =
                    sections.paragraph("- Đơn vị phối hợp: " + author.units().inline(coord) + ".");
            points.add(sections.point("c", 4, form, List.of(leading, helping)));
            DueForms.Deadline due = author.dues().spoken();
            points.add(sections.clause("d", 4, ")", false, "Thời gian thực hiện: " + due.text() + "."));
            String topic = Author.capital(author.phrase("topic"));
            blocks.add(
                    listed
                            ? sections.section(label, 3, topic, points)
                            : sections.criterion(label, 3, topic, truth(lead, coord, due), points));
        }
        return blocks;
    }

    private Block named(String role, List<UnitForms.Unit> units) {
        return new Block.Paragraph(
                Block.Kind.BODY, author.names(role + author.units().inline(units) + "."));
    }

    private static Map<String, String> truth(
            List<UnitForms.Unit> lead, List<UnitForms.Unit> coord, DueForms.Deadline due) {
        Map<String, String> data = new TreeMap<>();
        data.put("data-lead", UnitForms.spelt(lead));
        data.put("data-coord", UnitForms.spelt(coord));
        data.put("data-due", due.data());
        return data;
    }

    /** Tasks that are labelled clauses, with who and when below. */
    private List<Block> ownTasks(String prefix) {
        List<Block> blocks = new ArrayList<>();
        int count = dice.between(1, 3);
        String office = dice.of("Cơ quan", "Đơn vị");
        for (int i = 1; i <= count; i++) {
            String label = prefix + "." + i;
            List<UnitForms.Unit> lead = author.units().lead();
            List<UnitForms.Unit> coord = author.units().coord(lead);
            DueForms.Deadline due = author.dues().spoken();
            String task = author.task().text();
            Map<String, String> data = truth(lead, coord, due);
            String words = author.units().inline(lead);
            String others = author.units().inline(coord);
            List<Block> inner = List.of(
                    new Block.Paragraph(Block.Kind.BODY, author.names("- " + office + " chủ trì: " + words + ".")),
                    new Block.Paragraph(Block.Kind.BODY, author.names("- " + office + " phối hợp: " + others + ".")),
                    new Block.Paragraph(Block.Kind.BODY, author.names("- Thời gian thực hiện: " + due.text() + ".")));
            blocks.add(sections.task(label, 3, task, data, inner));
        }
        return blocks;
    }

    private Block solutions(int number) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            blocks.add(sections.paragraph(solution()));
        }
        return sections.part(number, "Giải pháp thực hiện", blocks);
    }

    private String solution() {
        String text = author.phrase("solution");
        return "- " + Author.capital(text.substring(2));
    }

    private Block execution(int number) {
        List<Block> blocks = new ArrayList<>();
        List<UnitForms.Unit> named = new ArrayList<>(author.units().lead());
        named.addAll(author.units().coord(named));
        for (int i = 0; i < named.size(); i++) {
            String label = "" + (i + 1);
            if (dice.chance(0.5)) {
                blocks.add(sections.section(label, 2, named.get(i).printed(), List.of(sections.paragraph(solution()))));
            } else {
                blocks.add(sections.clause(
                        label,
                        2,
                        ".",
                        false,
                        named.get(i).printed() + ": " + author.task().text() + "."));
            }
        }
        if (size.tasks() > 0 && !inBody) {
            blocks.add(sections.paragraph("(Chi tiết nhiệm vụ tại Phụ lục kèm theo Kế hoạch này)"));
        }
        String end = setting.level() == Setting.Level.PARTY ? "." : "./.";
        blocks.add(sections.paragraph("Trên đây là Kế hoạch " + Letters.first(name, false) + " của " + setting.issuer()
                + "; trong quá trình thực hiện nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời phản ánh về "
                + author.units().one().printed() + " để tổng hợp, xem xét, giải quyết" + end));
        return sections.part(number, "Tổ chức thực hiện", blocks);
    }

    private List<Paper.Appendix> appendices(String source) {
        List<Paper.Appendix> appendices = new ArrayList<>();
        if (size.tasks() == 0 || inBody) {
            return appendices;
        }
        boolean two = dice.chance(0.25);
        double font = dice.pick(List.of(10.0, 11.0, 11.5, 12.0));
        Grid table = new TaskTables(author).table(size.columns(), size.tasks(), font);
        appendices.add(appendix(two ? "Phụ lục I" : "Phụ lục", size.landscape(), taskHeading(), source, table));
        if (two) {
            Grid second = new TaskTables(author).table(dice.between(4, 6), dice.between(4, 8), font);
            appendices.add(appendix(
                    "Phụ lục II", dice.chance(0.5), "Các nhiệm vụ bổ sung năm " + setting.year(), source, second));
        }
        return appendices;
    }

    private String taskHeading() {
        return dice.of(
                        "Danh mục nhiệm vụ ",
                        "Phân công nhiệm vụ ",
                        "Bảng phân công nhiệm vụ ",
                        "Tiến độ thực hiện Kế hoạch ")
                + Letters.first(name, false);
    }

    private Paper.Appendix appendix(String label, boolean landscape, String title, String source, Grid table) {
        List<String> heading = List.of(author.spell(Letters.upper(label)), author.spell(Letters.upper(title)));
        List<Block> blocks =
                List.of(new Block.Paragraph(Block.Kind.ENCLOSED, author.names(source)), new Block.Figure(table));
        return new Paper.Appendix(label, landscape, heading, blocks);
    }
}
