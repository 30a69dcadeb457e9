package vn.trich.corpus.generate;

import java.util.ArrayList;
import java.util.List;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Letters;
import vn.trich.corpus.paper.Paper;

/** Heads, signatures and lists of recipients as the decree and the Party's guidance form them. */
final class Heads {

    private final Author author;
    private final Dice dice;
    private final Setting setting;
    private final WordLists names = WordLists.read("names.txt");

    Heads(Author author) {
        this.author = author;
        dice = author.dice();
        setting = author.setting();
    }

    /** Whether number and day were left to be written by hand, and never were. */
    private boolean open;

    private boolean party() {
        return setting.level() == Setting.Level.PARTY;
    }

    /** A number for a document of the type whose code is given, as {@code 15/KH-SYT} or {@code 15-KH/TU}. */
    String number(String typeCode) {
        open = !party() && dice.chance(0.05);
        String figure = open ? "" : NumberForms.padded(dice.between(2, party() ? 260 : 3400));
        return party() ? figure + "-" + typeCode + "/TU" : figure + "/" + typeCode + "-" + setting.code();
    }

    /** A number for a letter, as {@code 1203/SYT-NVY}. */
    String letterNumber() {
        String office = dice.of("VP", "NV", "TCHC", "KHTC", "TH", "NC", "KGVX", "QLN");
        return NumberForms.padded(dice.between(5, 6900)) + "/" + setting.code() + "-" + office;
    }

    /** The head of a document with this number. */
    Paper.Head head(String number) {
        String date = open
                ? setting.date().toString().substring(0, 7)
                : setting.date().toString();
        String placeDate = setting.place() + ", " + printedDate();
        if (party()) {
            return new Paper.Head(
                    true,
                    "",
                    author.spell("TỈNH ỦY " + Letters.upper(setting.province())),
                    "ĐẢNG CỘNG SẢN VIỆT NAM",
                    "",
                    number,
                    "Số " + number,
                    setting.place(),
                    date,
                    author.spell(placeDate));
        }
        String motto = author.spell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        return new Paper.Head(
                false,
                author.spell(Letters.upper(setting.parent())),
                author.spell(Letters.upper(issuerLines())),
                motto,
                "Độc lập - Tự do - Hạnh phúc",
                number,
                "Số: " + (open ? "......." : "") + number,
                setting.place(),
                date,
                author.spell(placeDate));
    }

    /** The date as the head and what refers to it print it. */
    String printedDate() {
        String printed = NumberForms.longDate(setting.date());
        return open ? "ngày ......" + printed.substring(printed.indexOf(" tháng")) : printed;
    }

    /** The number as what refers to it prints it. */
    String printedNumber(String number) {
        return open ? "......" + number : number;
    }

    private String issuerLines() {
        String committee = "Ủy ban nhân dân ";
        return setting.issuer().startsWith(committee)
                ? committee.strip() + "\n" + setting.issuer().substring(committee.length())
                : setting.issuer();
    }

    /** Whoever signs. */
    Paper.Signature signature() {
        boolean deputy = dice.chance(0.6);
        String authority = "";
        String position;
        switch (setting.level()) {
            case PROVINCE, DISTRICT, COMMUNE -> {
                authority = "TM. ỦY BAN NHÂN DÂN" + (deputy ? "\nKT. CHỦ TỊCH" : "");
                position = deputy ? "PHÓ CHỦ TỊCH" : "CHỦ TỊCH";
            }
            case DEPARTMENT -> {
                authority = deputy ? "KT. GIÁM ĐỐC" : "";
                position = deputy ? "PHÓ GIÁM ĐỐC" : "GIÁM ĐỐC";
            }
            case MINISTRY -> {
                authority = deputy ? "KT. BỘ TRƯỞNG" : "";
                position = deputy ? "THỨ TRƯỞNG" : "BỘ TRƯỞNG";
            }
            default -> {
                authority = "T/M BAN THƯỜNG VỤ";
                position = deputy ? "PHÓ BÍ THƯ" : "BÍ THƯ";
            }
        }
        return new Paper.Signature(author.spell(authority), author.spell(position), person());
    }

    private String person() {
        return String.join(
                " ", dice.pick(names.list("family")), dice.pick(names.list("middle")), dice.pick(names.list("given")));
    }

    /** The lines of {@code Nơi nhận}. */
    List<String> recipients() {
        List<String> lines = new ArrayList<>();
        lines.add("Nơi nhận:");
        switch (setting.level()) {
            case PROVINCE -> {
                lines.add("- " + setting.superiors().get(0) + " (để báo cáo);");
                lines.add("- TT Tỉnh ủy, TT HĐND tỉnh;");
                lines.add("- Chủ tịch, các PCT UBND tỉnh;");
            }
            case DEPARTMENT -> {
                lines.add("- UBND tỉnh (báo cáo);");
                lines.add("- Giám đốc và các Phó Giám đốc;");
            }
            case DISTRICT -> lines.add("- TT Huyện ủy, TT HĐND huyện;");
            case COMMUNE -> lines.add("- TT Đảng ủy, TT HĐND xã;");
            case MINISTRY -> {
                lines.add("- Thủ tướng Chính phủ (để báo cáo);");
                lines.add("- Bộ trưởng (để báo cáo);");
            }
            default -> lines.add("- Ban Tổ chức Trung ương (báo cáo),");
        }
        String end = party() ? "," : ";";
        for (UnitForms.Unit unit : author.units().coord(List.of())) {
            lines.add("- " + unit.printed() + end);
        }
        if (dice.chance(0.5)) {
            lines.add("- Như mục " + NumberForms.roman(dice.between(3, 4)) + end);
        }
        String drafter = dice.of("TH", "NC", "VX", "KT", "CCHC", "TCHC", "VP", "NV");
        lines.add(
                party()
                        ? "- Lưu Văn phòng Tỉnh ủy."
                        : "- Lưu: VT, " + drafter + (dice.chance(0.3) ? " (" + dice.between(2, 90) + ")." : "."));
        return lines.stream().map(author::spell).toList();
    }
}
