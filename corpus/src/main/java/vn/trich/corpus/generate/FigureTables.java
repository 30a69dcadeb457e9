package vn.trich.corpus.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.trich.corpus.chance.Dice;
import vn.trich.corpus.paper.Grid;
import vn.trich.corpus.paper.Letters;
import vn.trich.corpus.paper.Rich;

/** Tables of figures in reports: grids of statistics and forms of indicators. */
final class FigureTables {

    private record Measure(String name, String unit, long low, long high, int places) {

        static Measure of(String line) {
            String[] parts = line.split("\\s*\\|\\s*");
            String[] range = parts[2].split("-");
            int places = Integer.parseInt(parts[3]);
            long scale = Math.round(StrictMath.pow(10, places));
            return new Measure(
                    parts[0], parts[1], Long.parseLong(range[0]) * scale, Long.parseLong(range[1]) * scale, places);
        }

        // Large spans are drawn on a logarithmic scale, so that small figures are as common as large ones.
        long draw(Dice dice) {
            if (low > 0 && high > 20 * low) {
                double log = dice.between(StrictMath.log(low), StrictMath.log(high));
                return Math.round(StrictMath.exp(log));
            }
            return low + (long) (dice.fraction() * (high - low + 1));
        }

        long near(long value, Dice dice) {
            long moved = Math.round(value * dice.between(0.88, 1.13));
            return unit.equals("%") ? Math.min(moved, Math.max(value, high)) : moved;
        }
    }

    private static final Set<String> TURNED = Set.of("unit", "");

    private final Author author;
    private final Dice dice;
    private final List<Measure> measures;

    FigureTables(Author author) {
        this.author = author;
        dice = author.dice();
        measures = author.setting().field().list("measure").stream()
                .map(Measure::of)
                .toList();
    }

    /** A grid of measures against years and plans, its header of two or three levels. */
    Grid comparison(double fontSize) {
        int year = author.setting().year();
        boolean three = dice.chance(0.3);
        List<Grid.Row> header = new TurnedHeaders(dice, 0.1).apply(three ? deepHeader(year) : flatHeader(year), TURNED);
        int columns = 9;
        List<Grid.Row> rows = new ArrayList<>();
        List<Measure> chosen = dice.some(measures, dice.between(7, measures.size()));
        int groups = dice.chance(0.6) ? 2 : 0;
        for (int i = 0; i < chosen.size(); i++) {
            if (groups > 0 && i % ((chosen.size() + 1) / groups) == 0) {
                rows.add(groupRow(i == 0 ? 1 : 2, columns));
            }
            rows.add(comparisonRow(i + 1, chosen.get(i)));
        }
        return new Grid(
                Grid.Kind.STATISTICS,
                List.of("stt", "name", "unit", "", "", "", "", "", ""),
                List.of(1.0, 5.2, 1.7, 1.9, 1.9, 1.9, 1.9, 1.7, 1.7),
                header,
                dice.chance(0.4) ? List.of("1", "2", "3", "4", "5", "6", "7", "8=7/4", "9=7/5") : List.of(),
                rows,
                new Grid.Print(fontSize, true, false, Grid.Rules.FULL, true));
    }

    private List<Grid.Row> flatHeader(int year) {
        List<Grid.Cell> top = new ArrayList<>();
        top.add(header(0, 2, 1, "stt", dice.of("TT", "STT", "Số TT")));
        top.add(header(1, 2, 1, "name", dice.of("Chỉ tiêu", "Nội dung", "Tên chỉ tiêu")));
        top.add(header(2, 2, 1, "unit", dice.of("ĐVT", "Đơn vị tính", "Đơn vị")));
        top.add(header(3, 2, 1, "", "Thực hiện năm " + (year - 1)));
        top.add(header(4, 1, 3, "", "Năm " + year));
        top.add(header(7, 1, 2, "", "So sánh (%)"));
        List<Grid.Cell> below = new ArrayList<>();
        below.add(header(4, 1, 1, "", "Kế hoạch"));
        below.add(header(5, 1, 1, "", dice.of("6 tháng", "9 tháng")));
        below.add(header(6, 1, 1, "", "Cả năm"));
        below.add(header(7, 1, 1, "", "Cùng kỳ"));
        below.add(header(8, 1, 1, "", "Kế hoạch"));
        return List.of(headerRow(top), headerRow(below));
    }

    private List<Grid.Row> deepHeader(int year) {
        List<Grid.Cell> top = List.of(
                header(0, 3, 1, "stt", dice.of("TT", "STT")),
                header(1, 3, 1, "name", dice.of("Chỉ tiêu", "Nội dung")),
                header(2, 3, 1, "unit", dice.of("ĐVT", "Đơn vị tính")),
                header(3, 3, 1, "", "Năm " + (year - 1)),
                header(4, 1, 5, "", "Năm " + year));
        List<Grid.Cell> middle = List.of(
                header(4, 2, 1, "", "Kế hoạch"),
                header(5, 1, 2, "", "Thực hiện"),
                header(7, 1, 2, "", "Tỷ lệ (%) so với"));
        List<Grid.Cell> below = List.of(
                header(5, 1, 1, "", "6 tháng"),
                header(6, 1, 1, "", "Cả năm"),
                header(7, 1, 1, "", "Cùng kỳ"),
                header(8, 1, 1, "", "Kế hoạch"));
        return List.of(headerRow(top), headerRow(middle), headerRow(below));
    }

    private Grid.Row comparisonRow(int number, Measure measure) {
        long plan = measure.draw(dice);
        long before = measure.near(plan, dice);
        long all = measure.near(plan, dice);
        long part = Math.round(all * dice.between(0.4, 0.8));
        boolean share = measure.unit().equals("%");
        List<Grid.Cell> cells = new ArrayList<>();
        cells.add(cell(0, "" + number, Grid.Align.CENTRE));
        cells.add(cell(1, measure.name(), Grid.Align.LEFT));
        cells.add(cell(2, measure.unit(), Grid.Align.CENTRE));
        cells.add(figure(3, before, measure, 0.08));
        cells.add(figure(4, plan, measure, 0.12));
        cells.add(figure(5, share ? all : part, measure, 0.15));
        cells.add(figure(6, all, measure, 0));
        cells.add(cell(7, ratio(all, before), Grid.Align.RIGHT));
        cells.add(cell(8, ratio(all, plan), Grid.Align.RIGHT));
        return new Grid.Row(Grid.RowKind.PLAIN, "", Map.of(), cells);
    }

    private static String ratio(long part, long whole) {
        return whole == 0 ? "-" : NumberForms.decimal(Math.round(10000.0 * part / whole), 2, ',');
    }

    private Grid.Row groupRow(int number, int columns) {
        Rich label = Rich.of(NumberForms.roman(number));
        Rich title = author.names(dice.pick(author.setting().field().list("group")));
        List<Grid.Cell> cells = new ArrayList<>();
        cells.add(new Grid.Cell(0, 1, 1, "", Map.of(), label, label, Grid.Align.BOLD_CENTRE));
        cells.add(new Grid.Cell(1, 1, 1, "", Map.of(), title, title, Grid.Align.BOLD_LEFT));
        for (int column = 2; column < columns; column++) {
            cells.add(cell(column, "", Grid.Align.CENTRE));
        }
        return new Grid.Row(Grid.RowKind.GROUP, NumberForms.roman(number), Map.of(), cells);
    }

    /** A grid of places or units against counts, with a total. */
    Grid byPlace(double fontSize) {
        List<Measure> counts = dice.some(
                measures.stream()
                        .filter(m -> m.places() == 0 && !m.unit().equals("%"))
                        .toList(),
                3);
        List<String> places = places();
        List<Grid.Cell> top = new ArrayList<>();
        top.add(header(0, 2, 1, "stt", dice.of("STT", "TT")));
        top.add(header(1, 2, 1, "name", dice.of("Đơn vị", "Tên đơn vị", "Địa phương, đơn vị")));
        List<Grid.Cell> below = new ArrayList<>();
        int year = author.setting().year();
        for (int i = 0; i < counts.size(); i++) {
            top.add(header(
                    2 + 2 * i,
                    1,
                    2,
                    "",
                    counts.get(i).name() + " (" + Letters.lower(counts.get(i).unit()) + ")"));
            below.add(header(2 + 2 * i, 1, 1, "", "Năm " + (year - 1)));
            below.add(header(3 + 2 * i, 1, 1, "", "Năm " + year));
        }
        int columns = 2 + 2 * counts.size();
        long[] totals = new long[columns];
        List<Grid.Row> rows = new ArrayList<>();
        for (int p = 0; p < places.size(); p++) {
            rows.add(placeRow(p + 1, places.get(p), counts, totals));
        }
        List<Grid.Cell> total = new ArrayList<>();
        Rich words = author.names(dice.of("Tổng cộng", "Tổng số", "Cộng"));
        total.add(new Grid.Cell(0, 1, 2, "", Map.of(), words, words, Grid.Align.BOLD_CENTRE));
        for (int column = 2; column < columns; column++) {
            total.add(cell(column, NumberForms.grouped(totals[column]), Grid.Align.RIGHT));
        }
        rows.add(dice.chance(0.3) ? 0 : rows.size(), new Grid.Row(Grid.RowKind.PLAIN, "", Map.of(), total));
        List<String> roles = new ArrayList<>(List.of("stt", "name"));
        List<Double> weights = new ArrayList<>(List.of(1.0, 4.6));
        for (int column = 2; column < columns; column++) {
            roles.add("");
            weights.add(1.9);
        }
        return new Grid(
                Grid.Kind.STATISTICS,
                roles,
                weights,
                List.of(headerRow(top), headerRow(below)),
                List.of(),
                rows,
                new Grid.Print(fontSize, dice.chance(0.5), false, Grid.Rules.FULL, true));
    }

    private Grid.Row placeRow(int number, String place, List<Measure> counts, long[] totals) {
        List<Grid.Cell> cells = new ArrayList<>();
        cells.add(cell(0, "" + number, Grid.Align.CENTRE));
        cells.add(cell(1, place, Grid.Align.LEFT));
        for (int i = 0; i < counts.size(); i++) {
            long before = counts.get(i).draw(dice) / 8;
            long now = counts.get(i).near(before, dice);
            boolean blank = dice.chance(0.08);
            totals[2 + 2 * i] += blank ? 0 : before;
            totals[3 + 2 * i] += now;
            cells.add(cell(2 + 2 * i, blank ? dice.of("", "-") : NumberForms.grouped(before), Grid.Align.RIGHT));
            cells.add(cell(3 + 2 * i, NumberForms.grouped(now), Grid.Align.RIGHT));
        }
        return new Grid.Row(Grid.RowKind.PLAIN, "", Map.of(), cells);
    }

    private List<String> places() {
        boolean old = author.setting().date().isBefore(Setting.NEW_MAP);
        List<String> districts = WordLists.lines("places.txt").stream()
                .filter(line -> line.startsWith(author.setting().province() + " |"))
                .flatMap(line -> Arrays.stream(line.split("\\s*\\|\\s*")[2].split(" ~ ")))
                .map(name -> (old ? "Huyện " : "Xã ") + name)
                .toList();
        List<String> rows = new ArrayList<>(districts);
        while (rows.size() < 9) {
            String unit = author.units().one().name();
            if (!rows.contains(unit)) {
                rows.add(unit);
            }
        }
        return rows;
    }

    /** A form of indicators: code, name, unit, value, note, its codes a hierarchy. */
    Grid indicators(double fontSize) {
        boolean note = dice.chance(0.8);
        boolean code = dice.chance(0.9);
        List<String> roles = new ArrayList<>();
        roles.add(code ? "code" : "stt");
        roles.addAll(List.of("name", "unit", "value"));
        if (note) {
            roles.add("note");
        }
        List<Grid.Cell> top = new ArrayList<>();
        Map<String, String> words = Map.of(
                "code", dice.of("Mã số", "Mã chỉ tiêu", "STT", "Mã"),
                "stt", dice.of("STT", "TT"),
                "name", dice.of("Chỉ tiêu thống kê", "Tên chỉ tiêu", "Chỉ tiêu", "Nội dung"),
                "unit", dice.of("Đơn vị tính", "ĐVT"),
                "value", dice.of("Số liệu", "Kết quả", "Giá trị", "Số lượng"),
                "note", "Ghi chú");
        for (int column = 0; column < roles.size(); column++) {
            top.add(header(column, 1, 1, roles.get(column), words.get(roles.get(column))));
        }
        List<Grid.Row> rows = new ArrayList<>();
        List<String> groups = dice.some(author.setting().field().list("group"), dice.between(3, 5));
        boolean merged = dice.chance(0.4);
        for (int g = 0; g < groups.size(); g++) {
            indicatorGroup(g + 1, groups.get(g), roles.size(), note, merged, rows);
        }
        List<Double> weights = note ? List.of(1.5, 7.0, 2.2, 2.4, 3.2) : List.of(1.5, 8.0, 2.4, 2.8);
        return new Grid(
                Grid.Kind.INDICATORS,
                roles,
                weights,
                List.of(headerRow(top)),
                dice.chance(0.2) ? List.of("(1)", "(2)", "(3)", "(4)", "(5)").subList(0, roles.size()) : List.of(),
                rows,
                new Grid.Print(fontSize, dice.chance(0.7), dice.chance(0.3), Grid.Rules.FULL, true));
    }

    private void indicatorGroup(
            int number, String title, int columns, boolean note, boolean merged, List<Grid.Row> rows) {
        Rich label = Rich.of(number + ".");
        Rich words = author.names(title);
        List<Grid.Cell> cells = new ArrayList<>();
        cells.add(new Grid.Cell(0, 1, 1, "", Map.of(), label, label, Grid.Align.BOLD_CENTRE));
        cells.add(new Grid.Cell(1, 1, merged ? columns - 1 : 1, "", Map.of(), words, words, Grid.Align.BOLD_LEFT));
        for (int column = 2; column < columns && !merged; column++) {
            cells.add(cell(column, "", Grid.Align.CENTRE));
        }
        rows.add(new Grid.Row(Grid.RowKind.GROUP, "" + number, Map.of(), cells));
        int second = 0;
        for (Measure measure : dice.some(measures, dice.between(2, 5))) {
            second++;
            String code = number + "." + second;
            long value = measure.draw(dice);
            rows.add(indicatorRow(code, measure.name(), measure, value, note));
            if (measure.places() == 0 && value > 40 && dice.chance(0.4)) {
                long part = value / dice.between(2, 5);
                String[] parts = dice.of(
                                "Trong đó: cấp tỉnh|Trong đó: cấp xã",
                                "Tăng so với cùng kỳ|Giảm so với cùng kỳ",
                                "Trong đó: khu vực thành thị|Trong đó: khu vực nông thôn")
                        .split("\\|");
                rows.add(indicatorRow(code + ".1", parts[0], measure, part, note));
                rows.add(indicatorRow(code + ".2", parts[1], measure, value - part, note));
            }
        }
    }

    private Grid.Row indicatorRow(String code, String name, Measure measure, long value, boolean note) {
        boolean blank = dice.chance(0.05);
        String plain = blank ? "" : NumberForms.decimal(value, measure.places(), '.');
        if (plain.contains(".")) {
            plain = plain.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        Map<String, String> data = new LinkedHashMap<>();
        data.put("data-value", plain);
        data.put("data-unit", measure.unit());
        List<Grid.Cell> cells = new ArrayList<>();
        cells.add(cell(0, code, Grid.Align.CENTRE));
        cells.add(cell(1, name, Grid.Align.LEFT));
        cells.add(cell(2, measure.unit(), Grid.Align.CENTRE));
        cells.add(cell(3, blank ? "" : NumberForms.decimal(value, measure.places(), ','), Grid.Align.RIGHT));
        if (note) {
            cells.add(cell(
                    4,
                    dice.chance(0.85) ? "" : dice.of("Số liệu ước", "Theo báo cáo của cơ sở", "Lũy kế từ đầu năm"),
                    Grid.Align.LEFT));
        }
        return new Grid.Row(Grid.RowKind.INDICATOR, code, data, cells);
    }

    private Grid.Cell figure(int column, long value, Measure measure, double blank) {
        return cell(
                column, dice.chance(blank) ? "" : NumberForms.decimal(value, measure.places(), ','), Grid.Align.RIGHT);
    }

    private Grid.Cell cell(int column, String text, Grid.Align align) {
        Rich words = author.names(text);
        return new Grid.Cell(column, 1, 1, "", Map.of(), words, words, align);
    }

    private Grid.Cell header(int column, int rowSpan, int columnSpan, String role, String text) {
        Rich words = author.names(text);
        return new Grid.Cell(column, rowSpan, columnSpan, role, Map.of(), words, words, Grid.Align.BOLD_CENTRE);
    }

    private static Grid.Row headerRow(List<Grid.Cell> cells) {
        return new Grid.Row(Grid.RowKind.HEADER, "", Map.of(), cells);
    }
}
