package vn.trich.models.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.LanguageModel;

class NameRunsTest {

    private static MarkReadings marks;
    private static LanguageModel model;

    @BeforeAll
    static void load() {
        model = LanguageModel.load();
        marks = new MarkReadings(
                model,
                new Lexicon(model),
                DocumentSymbols.load(),
                Optional.of(new Once<>(() -> Names.of(Gazetteer.load()))));
    }

    private static List<Slot> slots(String text) {
        List<Slot> slots = new ArrayList<>();
        String[] words = text.split(" ");
        for (int token = 0; token < words.length; token++) {
            slots.addAll(marks.slots(token, words[token]));
        }
        return slots;
    }

    private static List<Optional<NameRuns.Role>> roles(String text) {
        List<Slot> slots = slots(text);
        List<Optional<NameRuns.Role>> roles = new ArrayList<>();
        for (int at = 0; at < slots.size(); at++) {
            int slot = at;
            roles.add(NameRuns.name(slots, at).map(name -> name.role(slot)));
        }
        return roles;
    }

    @Test
    void afterAFamilyNameComeMiddleAndGivenName() {
        assertThat(roles("giao ong Nguyen Van Hung phu trach"))
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(NameRuns.Role.FAMILY),
                        Optional.of(NameRuns.Role.MIDDLE),
                        Optional.of(NameRuns.Role.GIVEN),
                        Optional.empty(),
                        Optional.empty());
    }

    private static List<String> mayBeGiven(String text) {
        List<Slot> slots = slots(text);
        return IntStream.range(0, slots.size())
                .filter(at -> NameRuns.mayBeGiven(slots, at))
                .mapToObj(at -> slots.get(at).text())
                .toList();
    }

    @Test
    void aCapitalisedWordByItselfInASentenceMayBeAGivenName() {
        assertThat(mayBeGiven("theo ong Cuong thi lop cua Toan xong roi")).containsExactly("Cuong", "Toan");
        assertThat(mayBeGiven("Ong Cuong noi vay")).containsExactly("Cuong");
        assertThat(mayBeGiven("Theo quy dinh . Toan bo ho so o Ha Noi")).isEmpty();
    }

    @Test
    void afterAFormOfAddressItIsReadAsPeopleAreCalled() {
        List<Slot> slots = slots("viec nay do ong Cuong phu trach");
        assertThat(NameRuns.isAddressed(slots, 4)).isTrue();
        assertThat(score(slots, 4, "cường")).isGreaterThan(score(slots, 4, "cương") + 0.5f);
    }

    private static float score(List<Slot> slots, int at, String reading) {
        return marks.at(slots, at, Token.of(slots.get(at).text())).stream()
                .filter(arc -> model.vocabulary().word(arc.words()[0]).equals(reading))
                .map(Arc::score)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTitleBeforeANameIsNoPartOfIt() {
        assertThat(roles("Ong Le Hung"))
                .containsExactly(Optional.empty(), Optional.of(NameRuns.Role.FAMILY), Optional.of(NameRuns.Role.GIVEN));
    }

    @Test
    void aSignEndsAName() {
        assertThat(roles("Le Hung, Tran Binh"))
                .containsExactly(
                        Optional.of(NameRuns.Role.FAMILY),
                        Optional.of(NameRuns.Role.GIVEN),
                        Optional.of(NameRuns.Role.FAMILY),
                        Optional.of(NameRuns.Role.GIVEN));
    }

    @Test
    void wordsInSmallLettersAndHeadingsInCapitalsAreNoNames() {
        assertThat(roles("le hoi")).containsOnly(Optional.empty());
        assertThat(roles("HO SO MOI THAU")).containsOnly(Optional.empty());
    }

    @Test
    void afterTheKindOfAUnitOrInAListOfThemANameIsAPlace() {
        PlaceNames places = PlaceNames.of(List.of("Sông Mây", "Đồi Gió", "Đôi Giỏ", "Đồi Gió"));
        List<Slot> listed = slots("cac xa: Song May, Doi Gio va huyen khac");
        List<Slot> alone = slots("ve que Doi Gio");
        List<Slot> heading = slots("theo dia phuong Doi Gio");

        PlaceNames.Part second = places.part(listed, 5).orElseThrow();
        PlaceNames.Part untold = places.part(alone, 2).orElseThrow();

        assertThat(places.part(listed, 3).orElseThrow().told()).isTrue();
        assertThat(second.told()).isTrue();
        assertThat(second.log("đồi")).isGreaterThan(second.log("đôi"));
        assertThat(second.log("đôi")).isGreaterThan(second.log("đổi"));
        assertThat(untold.told()).isFalse();
        assertThat(places.part(heading, 3).orElseThrow().told()).isFalse();
        assertThat(places.part(listed, 1)).isEmpty();
    }
}
