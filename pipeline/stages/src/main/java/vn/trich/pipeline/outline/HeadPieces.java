package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parts the lines of a document's head where both of its columns stand in one line, by what the right column is known to
 * hold: the national name and motto, place and date.
 */
final class HeadPieces {
    static final String NATION = "conghoaxahoichunghiavietnam";
    static final String MOTTO = "doclaptudohanhphuc";
    static final String PARTY = "dangcongsanvietnam";

    /** Words of a line that may hold both columns of a head, at most. */
    private static final int LONGEST_LINE = 40;

    /** What is left of the word for day, without which only the right column holds a date. */
    private static final Pattern DAY = Pattern.compile("(?<![a-z])(?:n|r)[gqps]?[gqs]?[aeou0]");

    private HeadPieces() {}

    private static boolean right(FlowLine line) {
        return !line.synthetic()
                && line.box().centreX()
                        > (line.margins().left() + line.margins().right()) / 2;
    }

    /** What a piece of the head is. */
    enum Kind {
        /** Name of the state or the Party, motto. */
        MOTTO,
        /** Number and symbol. */
        NUMBER,
        /** Place and date. */
        DATE,
        /** Anything else. */
        OTHER
    }

    /**
     * A piece of a line.
     *
     * @param line its words
     * @param kind what it is
     */
    record Piece(FlowLine line, Kind kind) {}

    /** The pieces of a line, left to right. */
    static List<Piece> of(FlowLine line) {
        List<Piece> pieces = new ArrayList<>();
        Optional<Likeness.Run> motto = motto(line);
        if (motto.isPresent()) {
            add(pieces, line, 0, motto.get().from());
            pieces.add(new Piece(cut(line, motto.get().from(), motto.get().to()), Kind.MOTTO));
            if (motto.get().to() < line.words().size()) {
                pieces.addAll(of(cut(line, motto.get().to(), line.words().size())));
            }
            return pieces;
        }
        Optional<NumberGrammar.Numbered> number = NumberGrammar.read(line.words());
        if (number.isPresent()) {
            int end = number.get().words();
            pieces.add(new Piece(cut(line, 0, end), Kind.NUMBER));
            if (end < line.words().size()) {
                pieces.addAll(of(cut(line, end, line.words().size())));
            }
            return pieces;
        }
        boolean note = line.text().startsWith("(") || Bare.of(line.text()).startsWith("kem theo");
        boolean date = !note
                && (DAY.matcher(Bare.of(line.text())).find() || right(line))
                && PlaceAndDate.find(line.text())
                        .filter(d -> line.words().size() <= 16)
                        .isPresent();
        pieces.add(new Piece(line, date ? Kind.DATE : Kind.OTHER));
        return pieces;
    }

    /** Where the line holds the name of the state or the Party or the motto, if it does as a phrase of its own. */
    static Optional<Likeness.Run> motto(FlowLine line) {
        if (line.words().size() > LONGEST_LINE) {
            return Optional.empty();
        }
        String bare = Bare.words(line.text());
        if (bare.startsWith("ky boi") || bare.contains("nuoc cong hoa")) {
            return Optional.empty();
        }
        boolean capitals =
                line.text().codePoints().filter(Character::isUpperCase).count() >= 8;
        if (capitals) {
            Optional<Likeness.Run> name = Likeness.find(line.words(), NATION, 5);
            if (name.isPresent()) {
                return name;
            }
            Optional<Likeness.Run> party = Likeness.find(line.words(), PARTY, 6);
            if (party.isPresent() && line.words().size() <= 14) {
                return party;
            }
        }
        return line.words().size() > 20 ? Optional.empty() : Likeness.find(line.words(), MOTTO, 3);
    }

    private static void add(List<Piece> pieces, FlowLine line, int from, int to) {
        if (to > from) {
            pieces.addAll(of(cut(line, from, to)));
        }
    }

    private static FlowLine cut(FlowLine line, int from, int to) {
        return line.with(line.words().subList(from, to));
    }
}
