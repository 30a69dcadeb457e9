package vn.trich.corpus.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row is written as its label; a heading row has a {@code #} before it. */
class GroupPathTest {

    private static List<String> paths(String... rows) {
        GroupPath path = new GroupPath();
        List<String> paths = new ArrayList<>();
        for (String row : rows) {
            if (row.startsWith("#")) {
                path.group(row.substring(1), "t");
            } else {
                paths.add(row + ": " + String.join(" > ", path.row(row)).replace(" t", ""));
            }
        }
        return paths;
    }

    @Test
    void romanHeadingsFollowEachOther() {
        assertThat(paths("#I", "1", "2", "#II", "1")).containsExactly("1: I", "2: I", "1: II");
    }

    @Test
    void aNewPartClosesAllBelow() {
        assertThat(paths("#A", "#I", "1", "#II", "1", "#B", "#I", "1"))
                .containsExactly("1: A > I", "1: A > II", "1: B > I");
    }

    @Test
    void aTaskThatContinuesTheCountOfAHeadingStandsBesideIt() {
        assertThat(paths("#IV", "1", "#2", "2.1", "2.2", "3", "4"))
                .containsExactly("1: IV", "2.1: IV > 2", "2.2: IV > 2", "3: IV", "4: IV");
    }

    @Test
    void aCountThatBeginsAnewStandsBelow() {
        assertThat(paths("#I", "#1", "1", "2", "3", "#2", "1"))
                .containsExactly("1: I > 1", "2: I > 1", "3: I > 1", "1: I > 2");
    }

    @Test
    void aCountThatRunsOnThroughTheHeadingsStandsBelowEach() {
        assertThat(paths("#I", "1", "2", "#II", "3", "4")).containsExactly("1: I", "2: I", "3: II", "4: II");
    }

    @Test
    void lettersBelowNumbers() {
        assertThat(paths("#II", "#1", "a", "b", "c", "d", "đ", "e", "g", "h", "i", "#2", "a"))
                .startsWith("a: II > 1")
                .endsWith("i: II > 1", "a: II > 2");
    }

    @Test
    void cAndDAreLettersAfterBAndIIsANumberAtTheStart() {
        assertThat(paths("#A", "1", "#B", "1", "#C", "1", "#D", "1", "#Đ", "1"))
                .containsExactly("1: A", "1: B", "1: C", "1: D", "1: Đ");
        assertThat(paths("#A", "#I", "1", "#II", "1", "#III", "1", "#IV", "1", "#V", "1"))
                .endsWith("1: A > V");
    }

    @Test
    void dottedHeadingsNestByTheirNumbers() {
        assertThat(paths("#1", "#1.1", "a", "#1.2", "a", "#2", "#2.1", "a"))
                .containsExactly("a: 1 > 1.1", "a: 1 > 1.2", "a: 2 > 2.1");
    }

    @Test
    void headingsWithoutLabelsFollowEachOther() {
        assertThat(paths("#", "1", "#", "1")).containsExactly("1: t", "1: t");
    }

    @Test
    void aHeadingLeftOutInTheCountIsNoChild() {
        assertThat(paths("#I", "1", "#III", "1")).containsExactly("1: I", "1: III");
    }
}
