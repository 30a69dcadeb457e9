package vn.trich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.trich.models.encoding.LegacyDecoder;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.TrustAssessor;
import vn.trich.pipeline.layout.DocumentLayout;
import vn.trich.pipeline.layout.LayoutAnalysis;
import vn.trich.pipeline.normalize.Normalization;
import vn.trich.pipeline.outline.Outline;
import vn.trich.pipeline.outline.OutlineRecognition;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.page.PageText;
import vn.trich.pipeline.page.PlainTextPages;
import vn.trich.pipeline.table.TableRecognition;

/**
 * What is done with a text grows as the text does, whatever its form. The work is counted by the bytes that are made
 * meanwhile, which no other load of the machine changes.
 */
class LongTextTest {

    private static final int WORDS = 4000;
    private static final String[] SYLLABLES =
            "rà soát văn bản kế hoạch thực hiện nhiệm vụ được giao của cơ quan trên địa bàn tỉnh".split(" ");

    private static PlainTextPages plainText;
    private static Gazetteer gazetteer;

    private final Random random = new Random(5);

    @BeforeAll
    static void models() {
        plainText = new PlainTextPages(TrustAssessor.load(), LegacyDecoder.load());
        gazetteer = Gazetteer.load();
    }

    /** The forms of long texts. */
    private enum Form {
        ONE_LINE,
        ONE_LINE_OF_CAPITALS,
        LINES,
        LABELLED,
        TABLE,
        NUMBERS
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void twiceTheTextIsTwiceTheWork(Form form) {
        work(form, WORDS / 4);
        long once = work(form, WORDS);
        long twice = work(form, 2 * WORDS);
        assertThat(twice / (double) once).as(once + " bytes, then " + twice).isLessThan(2.7);
    }

    private long work(Form form, int words) {
        String text = text(form, words);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        List<PageText> pages = plainText.read(text);
        DocumentLayout layout = new LayoutAnalysis().apply(pages);
        Outline outline = new OutlineRecognition(gazetteer).apply(new TableRecognition().apply(layout));
        Normalization normalization = new Normalization(gazetteer);
        for (Paper paper : outline.papers()) {
            normalization.apply(paper, outline.papers().get(0).head());
        }
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    private String text(Form form, int words) {
        String head = "ỦY BAN NHÂN DÂN\nSố: 12/KH-UBND\nKẾ HOẠCH\nCải cách hành chính năm 2024\n";
        return head
                + switch (form) {
                    case ONE_LINE -> prose(words);
                    case ONE_LINE_OF_CAPITALS -> prose(words).toUpperCase();
                    case LINES -> lines(words / 14, n -> prose(14));
                    case LABELLED ->
                        lines(
                                words / 14,
                                n -> (n % 4 == 0 ? n / 4 + 1 + ". " : "abc".charAt(n % 4 - 1) + ") ") + prose(12));
                    case TABLE ->
                        "STT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n"
                                + lines(words / 16, n -> n + 1 + "\t" + prose(10) + "\tSở Nội vụ\tTháng 9/2024");
                    case NUMBERS ->
                        lines(words / 14, n -> "- " + prose(10) + " đạt tối thiểu " + n + "% trước ngày 15/9/2024.");
                };
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private String prose(int words) {
        return IntStream.range(0, words)
                .mapToObj(n -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining(" "));
    }
}
