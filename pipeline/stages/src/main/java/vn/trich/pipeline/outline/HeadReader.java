package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.trich.pipeline.outline.DocumentTypes.Headed;
import vn.trich.pipeline.outline.HeadPieces.Piece;

/**
 * Reads the zones of a document's head (Nghị định 30/2020/NĐ-CP, Phụ lục I: 1 to 5b): issuer and its parent, number,
 * place and date, type, title.
 */
final class HeadReader {
    private static final int LONGEST_HEAD = 34;
    /** Lines of a letter's subject, at most. */
    private static final int LONGEST_SUBJECT = 7;

    private static final Pattern BODY =
            Pattern.compile("^(kinh gui|can cu|thuc hien|hom nay|thi hanh|xet |theo de nghi).*");
    private static final Pattern JUNK = Pattern.compile(
            "^(ky boi|co quan|ngay ky|thoi gian ky|cong bao|nguoi ky|email|hoa toc|thuong khan|khan|toi mat|tuyet mat|mat|"
                    + "du thao|xem xong tra lai|luu hanh noi bo|ban sao|sao y|den so|den|cong van den|vb den|gio|chuyen)\\b.*");
    private static final Pattern SUBJECT = Pattern.compile(
            "^[-–\\s]*(v ?[/.lij1a|⁄¿?!]{1,2} ?v|ve viec|w/v|vv|vy|v/w)\\b[-\\s:.]*.*|^v ?[/:;⁄|]+ ?.*");

    private static final Pattern CONNECTS = Pattern.compile("^(va|cac|cua|tinh|thanh pho|huyen|quan|thi xa|-|–) .*");
    /** The name of a committee that already says of which place it is. */
    private static final Pattern PLACED = Pattern.compile(
            "^(ubnd|uy ban nhan dan) (tinh|thanh pho|tp\\.?|huyen|quan|thi xa|xa|phuong|thi tran) \\S+ \\S.*");

    private final DocumentTypes types;
    private final AgencyCase agencyCase;
    private final TitleReader titles;
    private final SymbolEvidence symbols;

    HeadReader(DocumentTypes types, AgencyCase agencyCase) {
        this.types = types;
        this.agencyCase = agencyCase;
        this.titles = new TitleReader();
        this.symbols = new SymbolEvidence(types);
    }

    /**
     * Reads the head of a document.
     *
     * @param lines the document's lines from its beginning
     * @return what the head says, and how many of the lines belong to it
     */
    HeadZone read(List<FlowLine> lines) {
        List<List<Piece>> pieces = new ArrayList<>();
        int typeAt = -1;
        int bodyAt = -1;
        boolean marked = false;
        for (int i = 0; i < Math.min(lines.size(), LONGEST_HEAD) && typeAt < 0 && bodyAt < 0; i++) {
            FlowLine line = lines.get(i);
            List<Piece> parts = HeadPieces.of(line);
            boolean sure = parts.stream().anyMatch(p -> p.kind() != HeadPieces.Kind.OTHER);
            if (!sure && isType(line, marked, i)) {
                typeAt = i;
            } else if (!sure && body(line, marked)) {
                bodyAt = i;
            } else {
                marked |= sure;
                pieces.add(parts);
            }
        }
        if (!marked && typeAt < 0) {
            return HeadZone.none();
        }
        return zone(lines, pieces, typeAt, bodyAt);
    }

    private boolean isType(FlowLine line, boolean marked, int at) {
        Optional<Headed> headed = types.head(line);
        if (headed.isEmpty()) {
            return false;
        }
        boolean whole = headed.get().words() == line.words().size();
        boolean begins = at < 3 && (line.centred() || line.bold());
        return whole
                || begins
                || marked && headed.get().words() + 3 >= line.words().size()
                || marked && line.centred();
    }

    private static boolean body(FlowLine line, boolean marked) {
        String bare = Bare.of(line.text());
        return marked && (BODY.matcher(bare).matches() || label(line));
    }

    private static boolean label(FlowLine line) {
        return LabelGrammar.read(line.text()).stream()
                .anyMatch(r -> r.damage() < 0.3 && r.style() != LabelStyle.POINT && r.last() <= 2);
    }

    private HeadZone zone(List<FlowLine> lines, List<List<Piece>> pieces, int typeAt, int bodyAt) {
        HeadZone.Builder zone = new HeadZone.Builder();
        List<FlowLine> names = new ArrayList<>();
        List<FlowLine> subject = new ArrayList<>();
        boolean numbered = false;
        boolean dated = false;
        for (Piece piece : pieces.stream().flatMap(List::stream).toList()) {
            switch (piece.kind()) {
                case NUMBER -> {
                    numbered = true;
                    NumberGrammar.read(piece.line().words())
                            .ifPresent(n -> zone.number(n, piece.line().words()));
                }
                case DATE -> {
                    dated = true;
                    PlaceAndDate.find(piece.line()).ifPresent(zone::placeAndDate);
                }
                case OTHER -> {
                    boolean begins =
                            SUBJECT.matcher(Bare.of(piece.line().text())).matches();
                    (numbered || begins || !subject.isEmpty() ? subject : names).add(piece.line());
                }
                case MOTTO -> zone.motto(piece.line());
            }
        }
        issuers(names, zone);
        int end;
        if (typeAt >= 0) {
            Headed headed = types.head(lines.get(typeAt)).orElseThrow();
            zone.type(headed.type().name());
            end = titles.read(lines, typeAt, headed.words(), zone);
        } else {
            end = bodyAt >= 0 ? bodyAt : Math.min(lines.size(), pieces.size());
            subject(subject, zone);
        }
        if (numbered || dated) {
            boolean addressed = bodyAt >= 0 && Bare.of(lines.get(bodyAt).text()).startsWith("kinh gui");
            zone.settleType(types, addressed);
            if (typeAt < 0) {
                zone.titleWithoutType(subject.stream().filter(FlowLine::centred).toList());
            }
        }
        zone.settleSymbol(symbols);
        return zone.build(lines.subList(0, Math.min(end, lines.size())), agencyCase);
    }

    private void subject(List<FlowLine> lines, HeadZone.Builder zone) {
        StringBuilder subject = new StringBuilder();
        double top = 0;
        boolean marked = lines.stream()
                .anyMatch(line -> SUBJECT.matcher(Bare.of(line.text())).matches());
        for (FlowLine line : lines) {
            String bare = Bare.of(line.text());
            boolean begins =
                    subject.isEmpty() && (marked ? SUBJECT.matcher(bare).matches() : underTheNumber(line, bare));
            boolean goesOn = !subject.isEmpty()
                    && !line.capitals()
                    && line.gap() < 2.2
                    && (line.synthetic() || inLeftColumn(line));
            top = begins ? line.box().y0() : top;
            if (begins
                    || goesOn
                            && line.box().y0() - top
                                    < LONGEST_SUBJECT * line.margins().pitch()) {
                subject.append(subject.isEmpty() ? "" : " ").append(line.text());
            }
        }
        if (!subject.isEmpty()) {
            zone.type(DocumentTypes.LETTER);
            zone.title(subject.toString()
                    .replaceFirst(
                            "^[-–\\s]*[VvWw]\\s?[/.lIiJjA1|⁄¿?!:;]{0,2}\\s?[vVwWyY]?(?=[\\s:.\"“-])\\s*[-:.]?\\s*",
                            "V/v "));
        }
    }

    /** Whether a line stands where a letter's subject does, though the mark that opens it was not read. */
    private static boolean underTheNumber(FlowLine line, String bare) {
        return !line.synthetic()
                && !line.capitals()
                && line.words().size() > 2
                && line.gap() < 2.2
                && inLeftColumn(line)
                && left(line)
                && !JUNK.matcher(Bare.words(bare)).matches();
    }

    private static boolean inLeftColumn(FlowLine line) {
        double width = line.margins().right() - line.margins().left();
        return line.box().x1() < line.margins().left() + 0.58 * width;
    }

    private static boolean left(FlowLine line) {
        return line.box().centreX() < (line.margins().left() + line.margins().right()) / 2;
    }

    private void issuers(List<FlowLine> lines, HeadZone.Builder zone) {
        List<FlowLine> names = lines.stream()
                .filter(l -> !JUNK.matcher(Bare.words(l.text())).matches())
                .filter(l -> FlowLine.capitals(l.text().replaceAll("[^\\p{L}]", "")))
                .filter(l -> Bare.compact(l.text()).length() >= 2)
                .filter(l ->
                        !l.text().replaceFirst("[\\s:.]+$", "").matches(".*(?:[:/‡|\\d]|\\b\\p{Lu}{2}-\\p{Lu}{2,}).*"))
                .filter(l -> l.synthetic() || zone.motto().isEmpty() || left(l))
                .toList();
        List<StringBuilder> agencies = new ArrayList<>();
        boolean bold = false;
        for (FlowLine line : names) {
            String text = line.text()
                    .replaceAll("^[^\\p{L}]+|[^\\p{L})]+$", "")
                    .replaceFirst("(?<=\\p{Lu})(?:\\s+\\p{Ll}{1,3}[.,]?)+$", "");
            if (agencies.isEmpty() && Bare.compact(text).length() < 4) {
                continue;
            }
            String above =
                    agencies.isEmpty() ? "" : agencies.get(agencies.size() - 1).toString();
            boolean open =
                    above.endsWith(" VÀ") || CONNECTS.matcher(Bare.of(text)).matches();
            boolean starts = above.isEmpty()
                    || !open
                            && (line.bold() && !bold
                                    || line.words().size() > 1 && titles.agency(text)
                                    || agencyCase.knows(text)
                                    || PLACED.matcher(Bare.of(above)).matches());
            if (starts) {
                agencies.add(new StringBuilder(text));
            } else {
                agencies.get(agencies.size() - 1).append(' ').append(text);
            }
            bold = line.bold();
        }
        int last = agencies.size() - 1;
        if (last >= 0) {
            zone.issuer(agencies.get(last).toString());
        }
        if (last > 0) {
            zone.issuerParent(agencies.get(last - 1).toString());
        }
    }
}
