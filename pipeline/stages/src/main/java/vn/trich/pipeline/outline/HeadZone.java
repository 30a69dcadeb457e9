package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trich.models.language.EditDistance;
import vn.trich.output.WordSource;
import vn.trich.pipeline.page.Word;

/**
 * What a document's head says.
 *
 * @param found whether there is a head at all
 * @param issuerParent agency above the issuer, in normal case
 * @param issuer issuing agency, in normal case
 * @param number number and symbol
 * @param numberConfidence how surely its figures were read, 0..1; 1 if it has none
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
        double numberConfidence,
        String type,
        String title,
        String place,
        String date,
        List<FlowLine> lines,
        double confidence,
        List<String> doubts) {

    /** A number read more surely needs no support. */
    private static final double TRUSTED = 0.93;

    HeadZone {
        lines = List.copyOf(lines);
        doubts = List.copyOf(doubts);
    }

    /** No head. */
    static HeadZone none() {
        return new HeadZone(false, "", "", "", 1, "", "", "", "", List.of(), 1, List.of("no head found"));
    }

    /**
     * This head with number and date as another place of the document gives them, where that is the surer one.
     *
     * @param otherNumber number and symbol
     * @param otherDate ISO date, or empty
     * @param sure how surely they were read
     */
    HeadZone supported(String otherNumber, String otherDate, double sure) {
        String symbol = number.substring(number.indexOf('/') + 1);
        boolean same = number.isEmpty() || otherNumber.endsWith("/" + symbol) && number.indexOf('/') >= 0;
        boolean unread = number.startsWith("/") && doubts.contains("number unsure");
        boolean open = number.startsWith("/") && !unread || otherNumber.startsWith("/");
        boolean better = same && !open && sure > numberConfidence && numberConfidence < TRUSTED;
        boolean fuller = date.length() < otherDate.length()
                && otherDate.startsWith(date)
                && (same || otherNumber.equals(number));
        if (!better && !fuller) {
            return this;
        }
        List<String> still = doubts.stream()
                .filter(d -> !(better && d.startsWith("number")) && !(fuller && d.equals("date incomplete")))
                .toList();
        return new HeadZone(
                found,
                issuerParent,
                issuer,
                better ? otherNumber : number,
                better ? sure : numberConfidence,
                type,
                title,
                place,
                fuller ? otherDate : date,
                lines,
                confidence,
                still);
    }

    /** Collects what a head says. */
    static final class Builder {
        /** Types that bear their name in print and address nobody: a letter's symbol may look like theirs. */
        private static final Set<String> ORDERS =
                Set.of("Chỉ thị", "Quyết định", "Nghị quyết", "Nghị định", "Thông tư", "Quy chế", "Quy định");

        /** Confidence below which a handwritten or faint figure is not trusted. */
        private static final double FAINT = 0.6;

        /** By so much written figures are higher than printed capitals. */
        private static final double BY_HAND = 1.2;

        /** One or two figures by themselves, read less surely than this, may be dots. */
        private static final double OPEN = 0.75;

        private String issuerParent = "";
        private String issuer = "";
        private String number = "";
        private String type = "";
        private String title = "";
        private PlaceAndDate placeAndDate;
        private FlowLine motto;
        private boolean numberUnsure;
        private double numberConfidence = 1;
        private boolean scribble;

        void issuerParent(String name) {
            issuerParent = name;
        }

        void issuer(String name) {
            issuer = name;
        }

        void number(NumberGrammar.Numbered read, List<Word> words) {
            if (number.isEmpty()) {
                number = read.number();
                numberConfidence = words.stream()
                        .filter(w -> w.text().matches(".*\\d.*"))
                        .mapToDouble(Word::confidence)
                        .min()
                        .orElse(1);
                scribble = words.stream().anyMatch(w -> w.text().matches("\\d{1,2}") && w.confidence() < OPEN);
                numberUnsure = read.damaged() || numberConfidence < FAINT;
                boolean guessed = read.damaged() && numberConfidence < FAINT;
                if (numberUnsure
                        && read.number().matches("(?!\\d{1,3}20\\d\\d/)\\d{1,6}/\\p{L}.*")
                        && (guessed || byHand(words))) {
                    number = number.substring(number.indexOf('/'));
                }
                numberConfidence = read.damaged() ? Math.min(FAINT, numberConfidence) : numberConfidence;
            }
        }

        /**
         * Whether the figures were written by hand, for which no recogniser here is made: they are higher than the capitals
         * of the symbol. Figures in one word with the mark before them cannot be measured; what was badly read is taken
         * for handwriting then.
         */
        private static boolean byHand(List<Word> words) {
            Optional<Word> figures =
                    words.stream().filter(w -> w.text().matches(".*\\d.*")).findFirst();
            if (figures.isEmpty() || figures.get().source() != WordSource.OCR) {
                return false;
            }
            String text = figures.get().text();
            if (text.matches("(?i)s\\S{0,2}[:;.,].*")) {
                return true;
            }
            Optional<Word> symbol = words.stream()
                    .filter(w -> w.text().matches("[/⁄]?\\p{Lu}[\\p{L}&-]+"))
                    .findFirst();
            double high = figures.get().box().height();
            return symbol.isPresent()
                    ? high > BY_HAND * symbol.get().box().height()
                    : words.get(0) != figures.get() && high > words.get(0).box().height();
        }

        void type(String name) {
            type = name;
        }

        void title(String text) {
            title = text.strip();
        }

        /** Takes the title of a document whose type only its number tells, the line that names it having been lost. */
        void titleWithoutType(List<FlowLine> centred) {
            if (title.isEmpty() && !type.isEmpty() && !type.equals(DocumentTypes.LETTER)) {
                title = centred.stream().map(FlowLine::text).collect(Collectors.joining(" "));
            }
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

        /**
         * Lets type and number make each other good: a code names a type, a type its code.
         *
         * @param types the types
         * @param addressed whether the text begins with whom it is sent to, as that of no order does
         */
        void settleType(DocumentTypes types, boolean addressed) {
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
                        .filter(name -> !(addressed && ORDERS.contains(name)))
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

        /** Sets letters of the symbol right by who issued the document and by the parts that symbols have. */
        void settleSymbol(SymbolEvidence symbols) {
            String right = symbols.repaired(number.startsWith("/") ? "0" + number : number, issuer, Map.of());
            number = number.startsWith("/") ? right.substring(1) : right;
        }

        /** Puts the bar back on a {@code D} of the symbol where the place's initials have it: {@code KCNĐN} of Đồng Nai. */
        private void barred(AgencyCase agencyCase) {
            boolean committee = number.endsWith("UBND") || number.endsWith("HĐND");
            if (placeAndDate == null || committee || number.indexOf('Đ') >= 0) {
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

        /** Sets the issuer's letters in the symbol right by the initials of its name: {@code STTT1} of a Sở Thông tin ... */
        private void spellSymbol() {
            int at = number.lastIndexOf('-') + 1;
            StringBuilder initials = new StringBuilder();
            for (String word : issuer.toUpperCase(Locale.ROOT).split("[\\s,]+")) {
                initials.append(word.isEmpty() || word.equals("VÀ") ? "" : word.substring(0, 1));
            }
            String letters = number.substring(at);
            boolean sameLength = at > 0 && initials.length() == letters.length() && initials.length() > 2;
            int differ = 0;
            boolean damaged = true;
            for (int i = 0; sameLength && i < letters.length(); i++) {
                if (letters.charAt(i) != initials.charAt(i)) {
                    differ++;
                    damaged &= !Character.isUpperCase(letters.charAt(i)) || letters.charAt(i) == 'D';
                }
            }
            if (sameLength && differ > 0 && differ <= 2 && damaged) {
                number = number.substring(0, at) + initials;
            }
        }

        /** A number whose figures are mere dots: nobody filled in the day either. */
        private void leaveOpen() {
            boolean noDay = placeAndDate != null && placeAndDate.date().length() == 7;
            if (noDay && scribble && number.indexOf('/') > 0) {
                number = number.substring(number.indexOf('/'));
            }
        }

        /** Lets the place of issue and the place in the issuer's name make each other good, where one was cut or misread. */
        private void reconcile(AgencyCase agencyCase) {
            if (placeAndDate == null) {
                return;
            }
            String place = placeAndDate.place();
            issuer = agencyCase.withPlace(issuer, place);
            issuerParent = agencyCase.withPlace(issuerParent, place);
            String named = agencyCase.placeNamedBy(issuerParent.isEmpty() ? issuer : issuerParent);
            boolean cut = !named.isEmpty() && Bare.words(named).endsWith(" " + Bare.words(place)) && !place.isEmpty();
            if (cut) {
                placeAndDate = new PlaceAndDate(named, placeAndDate.date(), placeAndDate.from());
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
            spellSymbol();
            leaveOpen();
            reconcile(agencyCase);
            if (Bare.compact(issuerParent).equals(Bare.compact(issuer))) {
                issuerParent = "";
            }
            if (number.startsWith("/")) {
                doubts.add("number open");
            }
            if (numberUnsure) {
                doubts.add("number unsure");
            }
            if (number.isEmpty() && motto != null) {
                doubts.add("no number");
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
                    number.isEmpty() ? 0 : numberConfidence,
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
