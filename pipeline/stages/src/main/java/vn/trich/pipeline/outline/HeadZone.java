package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trich.models.language.EditDistance;
import vn.trich.pipeline.page.Word;

/**
 * What a document's head says.
 *
 * @param found whether there is a head at all
 * @param issuerParent agency above the issuer, in normal case
 * @param issuer issuing agency, in normal case
 * @param number number and symbol
 * @param type name of the type
 * @param title title
 * @param place place
 * @param date ISO date, as much as is printed
 * @param lines the lines of the document that belong to the head
 * @param confidence mean over their words
 * @param doubts why a person should look
 */
record HeadZone(
        boolean found,
        String issuerParent,
        String issuer,
        String number,
        String type,
        String title,
        String place,
        String date,
        List<FlowLine> lines,
        double confidence,
        List<String> doubts) {

    HeadZone {
        lines = List.copyOf(lines);
        doubts = List.copyOf(doubts);
    }

    /** No head. */
    static HeadZone none() {
        return new HeadZone(false, "", "", "", "", "", "", "", List.of(), 1, List.of("no head found"));
    }

    /** Collects what a head says. */
    static final class Builder {
        /** Confidence below which a handwritten or faint figure is not trusted. */
        private static final double FAINT = 0.6;

        private String issuerParent = "";
        private String issuer = "";
        private String number = "";
        private String type = "";
        private String title = "";
        private PlaceAndDate placeAndDate;
        private FlowLine motto;
        private boolean numberUnsure;

        void issuerParent(String name) {
            issuerParent = name;
        }

        void issuer(String name) {
            issuer = name;
        }

        void number(NumberGrammar.Numbered read, List<Word> words) {
            if (number.isEmpty()) {
                number = read.number();
                boolean faint =
                        words.stream().filter(w -> w.text().matches(".*\\d.*")).anyMatch(w -> w.confidence() < FAINT);
                numberUnsure = read.damaged() || faint;
            }
        }

        void type(String name) {
            type = name;
        }

        void title(String text) {
            title = text.strip();
        }

        void placeAndDate(PlaceAndDate found) {
            placeAndDate = placeAndDate == null ? found : placeAndDate;
        }

        void motto(FlowLine line) {
            motto = motto == null ? line : motto;
        }

        Optional<FlowLine> motto() {
            return Optional.ofNullable(motto);
        }

        /** Lets type and number make each other good: a code names a type, a type its code. */
        void settleType(DocumentTypes types) {
            int from = number.indexOf('/') + 1;
            String symbol = number.substring(from);
            boolean party = number.matches("\\d+-\\p{L}.*");
            if (party) {
                symbol = number.substring(number.indexOf('-') + 1);
            }
            String code = symbol.split("[-/]", 2)[0];
            if (type.isEmpty()) {
                type = types.byCode(code)
                        .map(DocumentTypes.Type::name)
                        .orElse(number.isEmpty() ? "" : DocumentTypes.LETTER);
                return;
            }
            splitYear();
            String right = types.byName(type).map(DocumentTypes.Type::code).orElse("");
            boolean near = right.length() > 1
                    && !right.equals(code)
                    && EditDistance.upTo(Bare.compact(code), Bare.compact(right), 1) <= (right.length() > 1 ? 1 : 0);
            if (near && types.byCode(code).filter(t -> t.code().equals(code)).isEmpty()) {
                int at = number.indexOf(symbol);
                number = number.substring(0, at) + right + symbol.substring(code.length());
            }
        }

        /** Puts the bar back on a {@code D} of the symbol where the place's initials have it: {@code KCNĐN} of Đồng Nai. */
        private void barred(AgencyCase agencyCase) {
            if (placeAndDate == null || number.indexOf('Đ') >= 0) {
                return;
            }
            StringBuilder initials = new StringBuilder();
            for (String word : agencyCase.place(placeAndDate.place()).split(" ")) {
                initials.append(word.isEmpty() ? "" : word.substring(0, 1));
            }
            String plain = initials.toString().replace('Đ', 'D');
            if (initials.length() > 1 && initials.indexOf("Đ") >= 0 && number.endsWith(plain)) {
                number = number.substring(0, number.length() - plain.length()) + initials;
            }
        }

        /** Puts back a slash lost between number and year, where the year is that of the date: {@code 512025/TT-BCA}. */
        private void splitYear() {
            Matcher m = Pattern.compile("(\\d{1,3})((?:19|20)\\d\\d)(/.*)").matcher(number);
            if (m.matches() && placeAndDate != null && placeAndDate.date().startsWith(m.group(2))) {
                number = m.group(1) + "/" + m.group(2) + m.group(3);
                numberUnsure = true;
            }
        }

        HeadZone build(List<FlowLine> lines, AgencyCase agencyCase) {
            List<String> doubts = new ArrayList<>();
            barred(agencyCase);
            if (Bare.compact(issuerParent).equals(Bare.compact(issuer))) {
                issuerParent = "";
            }
            if (number.startsWith("/")) {
                doubts.add("number open");
            }
            if (numberUnsure) {
                doubts.add("number unsure");
            }
            if (issuer.isEmpty()) {
                doubts.add("no issuer");
            }
            if (placeAndDate == null || placeAndDate.date().length() < 10) {
                doubts.add("date incomplete");
            }
            double sure = lines.stream()
                    .flatMap(l -> l.words().stream())
                    .mapToDouble(Word::confidence)
                    .average()
                    .orElse(1);
            return new HeadZone(
                    true,
                    agencyCase.of(issuerParent),
                    agencyCase.of(issuer),
                    number,
                    type,
                    title,
                    placeAndDate == null ? "" : agencyCase.place(placeAndDate.place()),
                    placeAndDate == null ? "" : placeAndDate.date(),
                    lines,
                    sure,
                    doubts);
        }
    }
}
