package vn.trich.corpus.generate;

import java.time.LocalDate;
import java.util.List;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Letters;

/**
 * Who writes a document, where and when.
 *
 * @param level how high the issuer stands
 * @param field the field it is about
 * @param province province of the issuer
 * @param issuer the issuer, in normal case
 * @param parent who stands above it in the head, or empty
 * @param code the issuer's code in document numbers
 * @param place where it is dated
 * @param date when it is issued
 * @param year the year it plans for or reports on
 */
record Setting(
        Level level,
        WordLists field,
        String province,
        String issuer,
        String parent,
        String code,
        String place,
        LocalDate date,
        int year) {

    /** Since when there are 34 provinces and no districts. */
    static final LocalDate NEW_MAP = LocalDate.of(2025, 7, 1);

    private static final LocalDate MERGER = LocalDate.of(2025, 3, 1);

    /** Levels of issuers. */
    enum Level {
        /** A people's committee of a province. */
        PROVINCE,
        /** A department of a province. */
        DEPARTMENT,
        /** A people's committee of a district, until June 2025. */
        DISTRICT,
        /** A people's committee of a commune, since July 2025. */
        COMMUNE,
        /** A ministry. */
        MINISTRY,
        /** A party committee of a province. */
        PARTY
    }

    /** Names of the fields, each a file of word lists. */
    static final List<String> FIELDS = List.of(
            "cchc",
            "so",
            "yte",
            "giaoduc",
            "nongnghiep",
            "congthuong",
            "tuphap",
            "moitruong",
            "laodong",
            "ngansach",
            "vanhoa");

    /** A setting by chance. */
    static Setting choose(Dice dice, Level level, String field, int year, LocalDate date) {
        boolean newMap = !date.isBefore(NEW_MAP);
        List<String> places = WordLists.lines("places.txt").stream()
                .filter(line -> !newMap || line.contains("| yes |"))
                .toList();
        String[] place = dice.pick(places).split("\\s*\\|\\s*");
        String province = place[0];
        String district = dice.pick(List.of(place[2].split(" ~ ")));
        WordLists lists = WordLists.read("fields/" + field + ".txt");
        String[] department = body(lists, "department", date);
        String[] ministry = body(lists, "ministry", date);
        return switch (level) {
            case PROVINCE ->
                new Setting(
                        level, lists, province, "Ủy ban nhân dân tỉnh " + province, "", "UBND", province, date, year);
            case DEPARTMENT ->
                new Setting(
                        level,
                        lists,
                        province,
                        department[0],
                        dice.of("UBND tỉnh ", "Ủy ban nhân dân tỉnh ") + province,
                        department[1],
                        province,
                        date,
                        year);
            case DISTRICT ->
                new Setting(
                        level, lists, province, "Ủy ban nhân dân huyện " + district, "", "UBND", district, date, year);
            case COMMUNE ->
                new Setting(level, lists, province, "Ủy ban nhân dân xã " + district, "", "UBND", district, date, year);
            case MINISTRY -> new Setting(level, lists, "", ministry[0], "", ministry[1], "Hà Nội", date, year);
            case PARTY -> new Setting(level, lists, province, "Tỉnh ủy " + province, "", "TU", province, date, year);
        };
    }

    // Name and code of the field's department or ministry; many were merged in March 2025.
    private static String[] body(WordLists field, String kind, LocalDate date) {
        String since = date.isBefore(MERGER) ? "" : field.setting(kind + "-2025");
        return (since.isEmpty() ? field.setting(kind) : since).split("\\s*\\|\\s*");
    }

    /** Who decides above or at the issuer, as named inside its papers. */
    List<String> authorities() {
        return switch (level) {
            case PROVINCE -> List.of("Ủy ban nhân dân tỉnh", "Hội đồng nhân dân tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh");
            case DEPARTMENT -> List.of("Ủy ban nhân dân tỉnh", "UBND tỉnh", "Giám đốc Sở");
            case DISTRICT ->
                List.of("Ủy ban nhân dân huyện", "Chủ tịch Ủy ban nhân dân huyện", "Hội đồng nhân dân huyện");
            case COMMUNE -> List.of("Ủy ban nhân dân xã", "Hội đồng nhân dân xã", "Chủ tịch Ủy ban nhân dân xã");
            case MINISTRY -> List.of("Chính phủ", "Thủ tướng Chính phủ", "Bộ trưởng");
            case PARTY -> List.of("Ban Thường vụ Tỉnh ủy", "Thường trực Tỉnh ủy", "Ban Chấp hành Đảng bộ tỉnh");
        };
    }

    /** Whose guidance the issuer waits for. */
    List<String> superiors() {
        String ministry = body(field, "ministry", date)[0];
        return switch (level) {
            case PROVINCE -> List.of(ministry, "Trung ương", "Chính phủ");
            case DEPARTMENT -> List.of(ministry, "UBND tỉnh", "Ủy ban nhân dân tỉnh");
            case DISTRICT -> List.of("UBND tỉnh", body(field, "department", date)[0], "tỉnh");
            case COMMUNE -> List.of("UBND tỉnh", "cấp trên", "tỉnh");
            case MINISTRY -> List.of("Chính phủ", "Thủ tướng Chính phủ", "Văn phòng Chính phủ");
            case PARTY -> List.of("Trung ương", "Ban Tổ chức Trung ương", "Bộ Chính trị");
        };
    }

    /** Where the issuer's word reaches, as said in a sentence. */
    List<String> areas() {
        return switch (level) {
            case PROVINCE -> List.of("trên địa bàn tỉnh", "trên địa bàn toàn tỉnh", "trên địa bàn tỉnh " + province);
            case DEPARTMENT -> List.of("trong toàn ngành", "trên địa bàn tỉnh", "tại các đơn vị trực thuộc");
            case DISTRICT -> List.of("trên địa bàn huyện", "trên địa bàn " + Letters.first(shortIssuer(), false));
            case COMMUNE -> List.of("trên địa bàn xã", "tại các thôn trên địa bàn xã");
            case MINISTRY -> List.of("trên phạm vi cả nước", "trong toàn ngành");
            case PARTY -> List.of("trong toàn Đảng bộ tỉnh", "trên địa bàn tỉnh");
        };
    }

    /** The issuer without {@code Ủy ban nhân dân}: {@code huyện Vị Xuyên}. */
    String shortIssuer() {
        return issuer.replace("Ủy ban nhân dân ", "");
    }

    /** The list of units that fits. */
    String unitLevel() {
        return Letters.lower(level.name());
    }
}
