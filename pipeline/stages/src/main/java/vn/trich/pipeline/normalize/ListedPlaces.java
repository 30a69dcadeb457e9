package vn.trich.pipeline.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.gazetteer.AdministrativeUnit;
import vn.trich.models.gazetteer.Gazetteer;

/**
 * Parts a list of provinces behind the body of one of them: {@code Ủy ban nhân dân thành phố Hà Nội, Hòa Bình, Cần Thơ} are
 * three committees. Immutable.
 */
final class ListedPlaces {

    private static final Pattern OF_PLACE = Pattern.compile("(?iu)(?<body>.+?)\\s(?:tỉnh|thành phố)\\s(?<place>.+)");
    private static final Pattern KIND = Pattern.compile("(?iu)(?:tỉnh|thành phố)\\s");

    private final Gazetteer gazetteer;

    /** With the places of that gazetteer. */
    ListedPlaces(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The task with each of the bodies named. */
    TaskDraft part(TaskDraft task) {
        return task.withUnits(part(task.lead()), part(task.coord()));
    }

    private List<String> part(List<String> names) {
        List<String> parted = new ArrayList<>();
        String body = "";
        for (String name : names) {
            List<String> places = body.isEmpty() ? List.of() : places(name);
            for (String place : places) {
                parted.add(body + " " + place);
            }
            if (places.isEmpty()) {
                parted.add(name);
                body = bodyOf(name);
            }
        }
        return parted.stream().distinct().toList();
    }

    /** What stands before the name of a province; empty if none ends the name. */
    private String bodyOf(String name) {
        Matcher place = OF_PLACE.matcher(name);
        return place.matches() && province(place.group("place")).isPresent() ? place.group("body") : "";
    }

    /** The provinces that a name is nothing but a list of, kinds before them; none if it is something else. */
    private List<String> places(String name) {
        List<String> found = new ArrayList<>();
        for (String part : name.split(",\\s*| và ")) {
            Optional<AdministrativeUnit> place =
                    province(KIND.matcher(part.strip()).replaceFirst(""));
            if (place.isEmpty()) {
                return List.of();
            }
            found.add(place.get().kind().toLowerCase(Locale.ROOT) + " "
                    + place.get().name());
        }
        return found;
    }

    private Optional<AdministrativeUnit> province(String name) {
        return gazetteer.province(name);
    }
}
