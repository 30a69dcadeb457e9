package vn.trich.models.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.language.Folding;
import vn.trich.models.language.Letters;

/** Makes {@code units.tsv} of the gazetteer from the public lists of units before and since July 2025. */
public final class GazetteerBuilder {

    private static final String LAST_OLD_DAY = "2025-06-30";
    private static final String FIRST_NEW_DAY = "2025-07-01";
    /** The province of Thừa Thiên Huế became the city of Huế half a year before the others (Nghị quyết 175/2024/QH15). */
    private static final String HUE = Folding.key("Huế");

    private static final String HUE_BEFORE = Folding.key("Thừa Thiên Huế");
    private static final String LAST_DAY_BEFORE_HUE = "2024-12-31";
    private static final String FIRST_DAY_OF_HUE = "2025-01-01";

    /** What the list of mergers says of a commune that is the same as before. */
    private static final String UNCHANGED = Folding.key("Không sáp nhập");

    private static final Pattern ENTRY = Pattern.compile("(?<name>[^()]+?)\\s*(?:\\((?<note>[^()]*)\\))?");
    private static final Pattern DISTRICT = Pattern.compile("(?iu)(?:huyện|quận|thị xã|thành phố) .+");

    private final List<String> rows = new ArrayList<>();
    private final Map<String, String> newProvinces = new HashMap<>();
    private final Map<String, String> successors = new HashMap<>();
    private final Map<String, String> newCommunes = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, String> communeSuccessors = new HashMap<>();

    private GazetteerBuilder() {}

    /**
     * @param args folder of the lists; file of province successors; file to write
     * @throws IOException if one cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        GazetteerBuilder builder = new GazetteerBuilder();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            if (!line.startsWith("#")) {
                String[] pair = line.split("\t");
                builder.successors.put(Folding.key(pair[0]), Folding.key(pair[1]));
            }
        }
        JsonNode since = json.readTree(
                folder.resolve("provinces_wards_2025_vn_only.json").toFile());
        since.forEach(province -> builder.newProvinces.put(
                Folding.key(split(province.get("FullName").asText())[1]),
                "n" + province.get("Code").asText()));
        builder.oldProvinces(
                json.readTree(folder.resolve("old_units_pre2025_tinh_tp.json").toFile()));
        builder.newUnits(since);
        builder.communeMergers(folder.resolve("merger_map_new_to_old_communes.csv"));
        JsonNode districts = json.readTree(
                folder.resolve("old_units_pre2025_quan_huyen.json").toFile());
        builder.oldDistricts(districts);
        builder.oldCommunes(
                json.readTree(folder.resolve("old_units_pre2025_xa_phuong.json").toFile()), districts);
        List<String> out = new ArrayList<>();
        out.add("# id, level, kind, name, parent's id, first day, last day, successor's id; made by GazetteerBuilder.");
        out.add("# Origin: public lists of Vietnam's administrative units before and since 2025-07-01 (facts).");
        out.addAll(builder.rows);
        Files.write(Path.of(args[2]), out, StandardCharsets.UTF_8);
    }

    private static String[] split(String fullName) {
        String nfc = Letters.nfc(fullName.strip());
        for (String kind :
                new String[] {"Thành phố", "Thị xã", "Thị trấn", "Đặc khu", "Tỉnh", "Quận", "Huyện", "Phường", "Xã"}) {
            if (nfc.toLowerCase(java.util.Locale.ROOT).startsWith(kind.toLowerCase(java.util.Locale.ROOT) + " ")) {
                return new String[] {kind, nfc.substring(kind.length() + 1).strip()};
            }
        }
        return new String[] {"", nfc};
    }

    private void add(
            String id, String level, String fullName, String parent, String from, String to, String successor) {
        String[] parts = split(fullName);
        rows.add(String.join("\t", id, level, parts[0], parts[1], parent, from, to, successor));
    }

    private void oldProvinces(JsonNode provinces) {
        provinces.forEach(p -> {
            String key = Folding.key(p.get("name").asText());
            String successor = newProvinces.getOrDefault(successors.getOrDefault(key, key), "");
            add(
                    "o" + p.get("code").asText(),
                    "PROVINCE",
                    p.get("name_with_type").asText(),
                    "",
                    "",
                    key.equals(HUE_BEFORE) ? LAST_DAY_BEFORE_HUE : LAST_OLD_DAY,
                    successor);
        });
    }

    private void newUnits(JsonNode provinces) {
        provinces.forEach(p -> {
            String name = p.get("FullName").asText();
            String from = Folding.key(split(name)[1]).equals(HUE) ? FIRST_DAY_OF_HUE : FIRST_NEW_DAY;
            add("n" + p.get("Code").asText(), "PROVINCE", name, "", from, "", "");
        });
        provinces.forEach(p -> p.get("Wards").forEach(w -> {
            String id = "n" + w.get("Code").asText();
            String parent = "n" + p.get("Code").asText();
            kinds.put(id, split(w.get("FullName").asText())[0]);
            newCommunes.putIfAbsent(
                    parent + "|" + Folding.key(split(w.get("FullName").asText())[1]), id);
            add(id, "COMMUNE", w.get("FullName").asText(), parent, FIRST_NEW_DAY, "", "");
        }));
    }

    /**
     * Rows: province, new name, {@code kind old name, kind old name (district), ...}. A name that two new communes took
     * from, or of which only a part is told, leads nowhere.
     */
    private void communeMergers(Path csv) throws IOException {
        for (String line : Files.readAllLines(csv)) {
            String[] fields = line.replace("\"", "").split(",", 3);
            String provinceKey = fields[0].equals("TP HCM") ? Folding.key("Hồ Chí Minh") : Folding.key(fields[0]);
            String province = newProvinces.get(provinceKey);
            String commune = province == null ? null : newCommunes.get(province + "|" + Folding.key(fields[1]));
            if (commune == null) {
                continue;
            }
            if (Folding.key(fields[2]).equals(UNCHANGED)) {
                communeSuccessors.put(province + "|" + Folding.key(kinds.get(commune) + " " + fields[1]), commune);
                continue;
            }
            for (String old : fields[2].split(",(?![^(]*\\))")) {
                Matcher entry = ENTRY.matcher(Letters.nfc(old.strip()));
                if (entry.matches()) {
                    String note = entry.group("note") == null ? "" : entry.group("note");
                    boolean whole = note.isEmpty() || DISTRICT.matcher(note).matches();
                    String key = province + "|" + Folding.key(entry.group("name"));
                    String where = whole && !note.isEmpty() ? key + "|" + Folding.key(note) : key;
                    communeSuccessors.merge(where, whole ? commune : "", (a, b) -> a.equals(b) ? a : "");
                }
            }
        }
    }

    private void oldDistricts(JsonNode districts) {
        districts.forEach(d -> add(
                "o" + d.get("code").asText(),
                "DISTRICT",
                d.get("name_with_type").asText(),
                "o" + d.get("parent_code").asText(),
                "",
                // The city inside the province gave its name to the new one and was parted into two districts.
                Folding.key(split(d.get("name_with_type").asText())[1]).equals(HUE)
                        ? LAST_DAY_BEFORE_HUE
                        : LAST_OLD_DAY,
                ""));
    }

    private void oldCommunes(JsonNode communes, JsonNode districts) {
        Map<String, String> provinceOfDistrict = new HashMap<>();
        districts.forEach(d -> provinceOfDistrict.put(
                "o" + d.get("code").asText(), "o" + d.get("parent_code").asText()));
        Map<String, String> successorOfProvince = new HashMap<>();
        rows.stream()
                .map(row -> row.split("\t", -1))
                .filter(f -> f[1].equals("PROVINCE"))
                .forEach(f -> successorOfProvince.put(f[0], f[7]));
        Map<String, String> districtNames = new HashMap<>();
        districts.forEach(d -> districtNames.put(
                d.get("code").asText(), Folding.key(d.get("name_with_type").asText())));
        Map<String, Integer> sameName = new HashMap<>();
        communes.forEach(c -> {
            String key = communeKey(c, provinceOfDistrict, successorOfProvince);
            boolean told = communeSuccessors.containsKey(key + "|" + districtNames.get(districtOf(c)));
            sameName.merge(key, told ? 0 : 1, Integer::sum);
        });
        communes.forEach(c -> {
            String key = communeKey(c, provinceOfDistrict, successorOfProvince);
            String plain = sameName.get(key) == 1 ? communeSuccessors.getOrDefault(key, "") : "";
            String successor = communeSuccessors.getOrDefault(key + "|" + districtNames.get(districtOf(c)), plain);
            add(
                    "o" + c.get("code").asText(),
                    "COMMUNE",
                    c.get("name_with_type").asText(),
                    "o" + districtOf(c),
                    "",
                    LAST_OLD_DAY,
                    successor);
        });
    }

    private static String districtOf(JsonNode commune) {
        return commune.get("parent_code").asText();
    }

    private static String communeKey(
            JsonNode c, Map<String, String> provinceOfDistrict, Map<String, String> successor) {
        String province =
                provinceOfDistrict.getOrDefault("o" + c.get("parent_code").asText(), "");
        return successor.getOrDefault(province, "") + "|"
                + Folding.key(c.get("name_with_type").asText());
    }
}
