package vn.trich.corpus.print;

import java.util.ArrayList;
import java.util.List;
import vn.trich.corpus.paper.Inline;
import vn.trich.corpus.paper.Rich;

/** Breaks running text into lines. */
final class Lines {

    /**
     * A piece of a line that is set without a break: a word, or a part of one in another face.
     *
     * @param text its characters
     * @param face face
     * @param size size in points
     * @param raise how far above the base line
     * @param width its width
     * @param glued whether no blank stands before it
     */
    record Piece(String text, Face face, double size, double raise, double width, boolean glued) {}

    /**
     * A line.
     *
     * @param pieces its pieces
     * @param width natural width with single blanks
     * @param last whether a paragraph or a forced line ends with it
     * @param notes footnote marks in it
     */
    record Line(List<Piece> pieces, double width, boolean last, List<Integer> notes) {}

    private final Metrics metrics;

    Lines(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Breaks the text at a width; the first line is shorter by the indent. */
    List<Line> breakText(Rich text, Face face, double size, double width, double indent) {
        List<List<Piece>> forced = pieces(text, face, size);
        List<Line> lines = new ArrayList<>();
        for (List<Piece> pieces : forced) {
            fill(pieces, size, width, lines.isEmpty() ? indent : 0, lines);
        }
        return lines;
    }

    private void fill(List<Piece> whole, double size, double width, double indent, List<Line> lines) {
        List<Piece> pieces = cut(whole, width);
        List<Piece> line = new ArrayList<>();
        double used = 0;
        double room = width - indent;
        int at = 0;
        while (at < pieces.size()) {
            int end = at + 1;
            while (end < pieces.size() && pieces.get(end).glued()) {
                end++;
            }
            List<Piece> word = pieces.subList(at, end);
            double wide = word.stream().mapToDouble(Piece::width).sum();
            double blank = line.isEmpty() ? 0 : metrics.width(" ", word.get(0).face(), size);
            if (!line.isEmpty() && used + blank + wide > room + 0.01) {
                lines.add(new Line(List.copyOf(line), used, false, notes(line)));
                line.clear();
                used = 0;
                room = width;
                blank = 0;
            }
            line.addAll(word);
            used += blank + wide;
            at = end;
        }
        lines.add(new Line(List.copyOf(line), used, true, notes(line)));
    }

    // A word wider than the line, as a document number in a narrow column, is cut, behind a sign if one is near.
    private List<Piece> cut(List<Piece> pieces, double width) {
        List<Piece> cut = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece rest = piece;
            while (rest.width() > width && rest.text().length() > 1) {
                int fits = 1;
                int sign = 0;
                while (fits < rest.text().length()
                        && metrics.width(rest.text().substring(0, fits + 1), rest.face(), rest.size()) <= width) {
                    sign = "-/&".indexOf(rest.text().charAt(fits - 1)) >= 0 ? fits : sign;
                    fits++;
                }
                int end = sign > 0 ? sign : fits;
                cut.add(part(rest, rest.text().substring(0, end), rest.glued()));
                rest = part(rest, rest.text().substring(end), false);
            }
            cut.add(rest);
        }
        return cut;
    }

    private Piece part(Piece piece, String text, boolean glued) {
        return new Piece(
                text,
                piece.face(),
                piece.size(),
                piece.raise(),
                metrics.width(text, piece.face(), piece.size()),
                glued);
    }

    private static List<Integer> notes(List<Piece> line) {
        return line.stream()
                .filter(piece -> piece.raise() > 0)
                .map(piece -> Integer.parseInt(piece.text()))
                .toList();
    }

    private List<List<Piece>> pieces(Rich text, Face face, double size) {
        List<List<Piece>> lines = new ArrayList<>();
        lines.add(new ArrayList<>());
        boolean[] blank = {true};
        collect(text.parts(), face, size, lines, blank);
        return lines;
    }

    private void collect(List<Inline> parts, Face face, double size, List<List<Piece>> lines, boolean[] blank) {
        for (Inline part : parts) {
            if (part instanceof Inline.Words words) {
                words(words.text(), styled(face, words.style()), size, lines, blank);
            } else if (part instanceof Inline.Mention mention) {
                words(mention.text(), face, size, lines, blank);
            } else if (part instanceof Inline.Goal goal) {
                collect(goal.inside(), face, size, lines, blank);
            } else if (part instanceof Inline.NoteMark note) {
                String mark = "" + note.mark();
                double small = size * 0.62;
                lines.get(lines.size() - 1)
                        .add(new Piece(mark, face, small, size * 0.34, metrics.width(mark, face, small), !blank[0]));
                blank[0] = false;
            } else {
                lines.add(new ArrayList<>());
                blank[0] = true;
            }
        }
    }

    private void words(String text, Face face, double size, List<List<Piece>> lines, boolean[] blank) {
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ' ') {
                blank[0] = true;
                at++;
                continue;
            }
            int end = text.indexOf(' ', at);
            end = end < 0 ? text.length() : end;
            String word = text.substring(at, end);
            lines.get(lines.size() - 1).add(new Piece(word, face, size, 0, metrics.width(word, face, size), !blank[0]));
            blank[0] = false;
            at = end;
        }
    }

    private static Face styled(Face face, Inline.Style style) {
        return switch (style) {
            case INHERIT -> face;
            case BOLD -> face == Face.ITALIC || face == Face.BOLD_ITALIC ? Face.BOLD_ITALIC : Face.BOLD;
            case ITALIC -> face == Face.BOLD || face == Face.BOLD_ITALIC ? Face.BOLD_ITALIC : Face.ITALIC;
        };
    }
}
