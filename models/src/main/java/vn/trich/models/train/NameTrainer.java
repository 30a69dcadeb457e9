package vn.trich.models.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.restore.NameParts;

/**
 * Counts how often words stand as family, middle and given names: {@code NameTrainer OUT PATH...}, texts as for
 * {@link TextCorpus}, documents held back left out. A whole name counts once; words of one name alone are left out: they are no
 * common names. To what the texts have the usual given names are added.
 */
public final class NameTrainer {

    private static final int LEAST = 2;

    // The texts have more of dynasties than of people who live now: these are what parents mostly call them, where the
    // letters alone could stand for several. Source: common knowledge.
    private static final String USUAL = """
            an bách bình bích bảo bằng chinh chiến châu chính chương công cúc cường cảnh danh diễm diệp diệu du
            duy duyên dương giang giáp hiếu hiệp hoa hoài hoàn hoàng huy huyền huân huệ hào hân hùng hương hưởng
            hạnh hải hảo hậu hằng hồng hợp hữu khang khanh khiêm khoa khánh khôi khải kiên kiều kiệt kỳ lam lan
            linh liêm liên liễu loan long luân ly lài lâm lê lý lượng lập lộc lợi lực mai minh mùi mười mạnh mẫn
            nam nga nghiêm nghĩa nghị nguyên nguyệt ngà ngân ngọc nhi nhiên nhung nhàn nhân như nhạn nhật nhựt
            nương oanh phi phong phát phú phúc phương phước phụng quang quyết quân quý quế quốc quỳnh sang sen
            sinh soạn sáu sâm sơn sương thanh thi thiên thiện thoa thoại thu thuận thành thái thân thìn thông
            thùy thơm thư thương thường thạch thạo thảo thắm thắng thế thịnh thủy thức tiến tiếp toàn toán trang
            tri trinh triết triệu trung trâm trân trí trúc trường trọng tuyên tuyến tuyết tuấn tuệ tài tâm tình
            tùng tú tường tấn uyên vi vinh việt vân vũ vương vượng xuyến xuân yên yến ân điệp đoàn đình đông
            được đại đạo đạt định đồng đức
            """;
    // So many names more for each.
    private static final int AS_MANY = 60;

    private NameTrainer() {}

    /** See the class.
     *
     * @throws IOException if text cannot be read or the file not written
     */
    public static void main(String[] args) throws IOException {
        LanguageModel model = LanguageModel.load();
        NameParts parts = new NameParts();
        for (String path : List.of(args).subList(1, args.length)) {
            new TextCorpus(Path.of(path))
                    .documents(TextCorpus.Part.TRAINING::includes, words -> parts.count(model, List.of(words)));
        }
        for (String name : USUAL.strip().split("\\s+")) {
            parts.countGiven(name, AS_MANY);
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "# How often words stand as family, middle and given names; made by vn.trich.models.train.NameTrainer.");
        lines.addAll(parts.lines(LEAST));
        Files.write(Path.of(args[0]), lines, StandardCharsets.UTF_8);
        System.out.println(lines.size() - 1 + " words");
    }
}
