package vn.trich.pipeline.normalize;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.trich.models.gazetteer.Agency;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.Folding;

/**
 * What a unit is officially called: the name with what the document's own context settles, the province above all. For one
 * document; immutable.
 */
final class OfficialName {

    private static final Pattern MISREAD_PROVINCE = Pattern.compile("(?<=\\p{L} )tình(?=$| \\p{Lu})");
    /** Words for places below the province. */
    private static final Pattern LOCAL =
            Pattern.compile("(?<![a-z])(?:huyen|quan|thi xa|xa|phuong|thi tran|dac khu)(?![a-z])");

    private static final Pattern AND = Pattern.compile("(?<!\\p{L})(?:và|có(?= liên quan))(?!\\p{L})");
    /** Named with or without, where a place follows. */
    private static final Pattern OF_VIETNAM = Pattern.compile("(?<!\\p{L})việt nam(?= .*\\p{L})");
    /** What many units of a province are said to belong to. */
    private static final Pattern IN_PROVINCE =
            Pattern.compile(" (?:trong|của|thuộc|trên địa bàn) (?:toàn )?(?:tỉnh|thành phố)$");

    private final Context context;
    private final Gazetteer gazetteer;
    private final UnitVocabulary vocabulary;
    private final List<String> singles;
    private final String province;

    /** For a document of that context. */
    OfficialName(Context context, Gazetteer gazetteer, UnitVocabulary vocabulary) {
        this.context = context;
        this.gazetteer = gazetteer;
        this.vocabulary = vocabulary;
        province = BareText.words(context.province());
        boolean local = LOCAL.matcher(BareText.words(context.issuer())).find();
        singles = local
                ? List.of()
                : RuleFile.read("single-bodies.tsv").stream()
                        .map(rule -> BareText.words(rule.get(0)))
                        .toList();
    }

    /** The full official name of the unit that the document calls so. */
    String of(String name) {
        Optional<Agency> agency = gazetteer.agency(name);
        String written = agency.map(Agency::name)
                .orElseGet(() -> MISREAD_PROVINCE.matcher(name).replaceAll("tỉnh"));
        String bare = BareText.words(written);
        if (province.isEmpty() || plural(bare)) {
            return written;
        }
        if (singles.contains(bare)) {
            return written + " " + context.provinceKind() + " " + context.province();
        }
        boolean city = context.provinceKind().startsWith("thành");
        boolean open = bare.endsWith(" tinh") && !bare.endsWith("cap tinh")
                || bare.equals("tinh uy")
                || bare.equals("tinh doan")
                || city && (bare.endsWith(" thanh pho") || bare.equals("thanh uy"));
        if (open && !endsWithProvince(written) && hasHead(written)) {
            return written + " " + context.province();
        }
        return agency.isPresent() ? written : withWholeProvince(written, bare);
    }

    /** {@code Báo Quảng Ngãi} of {@code Báo Quảng}: a head, and the first words of the province, of which one was lost. */
    private String withWholeProvince(String name, String bare) {
        int first = province.indexOf(' ');
        String begun = first < 0 ? province : province.substring(0, first);
        boolean lost = first > 0
                && bare.endsWith(" " + begun)
                && vocabulary
                        .headAt(bare, 0)
                        .filter(head -> head.words().length() == bare.length() - begun.length() - 1)
                        .isPresent();
        return lost ? name.substring(0, name.lastIndexOf(' ') + 1) + context.province() : name;
    }

    /** Whether the name ends with that of the document's province, so that it is of all of it. */
    boolean endsWithProvince(String name) {
        return !province.isEmpty() && BareText.words(name).endsWith(" " + province);
    }

    /**
     * What all ways to write a name have in common: without {@code và} and signs between its parts, the word {@code tỉnh}
     * before the province, {@code Việt Nam} before a place.
     *
     * @param official a full name
     * @param province the name of its province; empty for none
     */
    static String key(String official, String province) {
        String spelt = AND.matcher(official.toLowerCase(Locale.ROOT)).replaceAll(" ");
        String ofAll = OF_VIETNAM.matcher(spelt).replaceAll(" ");
        String key = Folding.key(
                province.isEmpty() ? ofAll : IN_PROVINCE.matcher(ofAll).replaceAll(""));
        String end = Folding.key("tỉnh " + province);
        return !province.isEmpty() && key.endsWith(" " + end)
                ? key.substring(0, key.length() - end.length()) + Folding.key(province)
                : key;
    }

    private boolean hasHead(String name) {
        String bare = BareText.of(name);
        return vocabulary.headAt(name, bare, vocabulary.quantifierAt(bare, 0)).isPresent();
    }

    /** Whether a bare name is that of many units. */
    static boolean plural(String bare) {
        return bare.matches("(?:cac|tat ca|toan bo|toan the|nhung|moi|tung|mot so) .*")
                || bare.matches(
                        ".* (?:cac|nhung) (?:cap|tinh|huyen|xa|phuong|so|bo|phong|don vi|co quan|thanh pho|quan|thi xa).*")
                || bare.matches(".*(?<![a-z])cap (?:tinh|huyen|xa|co so)(?: .*)?");
    }
}
