package vn.trich.pipeline.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.trich.pipeline.layout.Line;
import vn.trich.pipeline.outline.SignatureReader.Signature;
import vn.trich.pipeline.page.Word;

/** Reads the zones below a document's text (7a to 7c, 9b): recipients, authority, position and name of the signer. */
final class FootReader {
    private static final String BULLET = "^([-–—+•]|[*](?![*]))\\s*[^-*\\s].*";
    private static final Pattern FILED = Pattern.compile(".*(\\bluu\\b|[:\\s]vt\\b).*");
    private static final int LINES_BELOW = 40;
    /** Lines between the heading of the recipients and the position of who signs beside them, at most. */
    private static final int BESIDE = 8;

    private final TitleReader titles;
    private final SignatureReader signatures;

    FootReader(TitleReader titles, AgencyCase agencyCase) {
        this.titles = titles;
        this.signatures = new SignatureReader(titles, agencyCase);
    }

    /**
     * The foot of a document.
     *
     * @param from index of its first item
     * @param to index behind its last
     * @param authority e.g. {@code KT. Trưởng ban}
     * @param position position of the signer
     * @param name name of the signer
     * @param recipients paragraphs of the list of recipients, its heading first; empty if there is none
     * @param doubts what of the signature was not read as it stands there
     */
    record Foot(
            int from,
            int to,
            String authority,
            String position,
            String name,
            List<ParagraphText> recipients,
            List<String> doubts) {}

    /**
     * The foot among the items of a document's body, if it has one.
     *
     * @param items lines and tables
     * @param issuer who issued the document, or empty
     */
    Optional<Foot> find(List<FlowItem> items, String issuer) {
        int recipients = signedRecipients(items);
        int signature = -1;
        for (int i = items.size() - 1; i >= 0 && recipients < 0; i--) {
            if (items.get(i) instanceof FlowLine line && recipients(line)) {
                recipients = i;
            }
        }
        int floor = recipients >= 0 ? Math.max(0, recipients - 8) : 0;
        for (int i = items.size() - 1; i >= floor; i--) {
            if (items.get(i) instanceof FlowLine line && signs(line) && foot(items, i)) {
                signature = i;
            }
        }
        int from = recipients < 0 ? signature : signature < 0 ? recipients : Math.min(recipients, signature);
        return from < 0 ? Optional.empty() : Optional.of(read(items, from, issuer));
    }

    /**
     * The first list of recipients beside which somebody signs, or -1: forms and papers that come with a document have
     * lists and signatures of their own.
     */
    private int signedRecipients(List<FlowItem> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof FlowLine line && !line.synthetic() && recipients(line) && signed(items, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean signed(List<FlowItem> items, int at) {
        for (int i = Math.max(0, at - BESIDE); i < Math.min(items.size(), at + BESIDE); i++) {
            boolean near = items.get(i) instanceof FlowLine line
                    && line.page() == items.get(at).page()
                    && signs(line)
                    && foot(items, i);
            if (near) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line begins the list of recipients. */
    private static boolean recipients(FlowLine line) {
        Optional<Likeness.Run> run =
                Likeness.find(line.words().subList(0, Math.min(3, line.words().size())), "noinhan", 6);
        return run.isPresent()
                && run.get().from() == 0
                && line.words().size() < 12
                && (line.text().indexOf(':') > 0 || line.words().size() <= 3);
    }

    private boolean signs(FlowLine line) {
        if (line.words().size() > 16) {
            return false;
        }
        String text = signatures.signing(line);
        if (!FlowLine.capitals(text)) {
            return false;
        }
        return SignatureReader.authority(text) || titles.position(text);
    }

    /** Whether nothing but what a foot holds follows on the line's page. */
    private boolean foot(List<FlowItem> items, int at) {
        FlowLine first = (FlowLine) items.get(at);
        int wide = 0;
        int seen = 0;
        for (int i = at + 1; i < items.size() && items.get(i).page() == first.page() && seen < LINES_BELOW; i++) {
            if (!(items.get(i) instanceof FlowLine line)) {
                break;
            }
            seen++;
            if (line.kind() == Line.Kind.FOOTNOTE) {
                continue;
            }
            double share = line.box().width()
                    / Math.max(1, line.margins().right() - line.margins().left());
            boolean label = Bare.of(line.text()).matches("^(dieu \\d+\\.|can cu ).*");
            wide += share > 0.62 && !ParagraphBreak.bullet(line.text()) ? 1 : 0;
            if (wide > 1 || label) {
                return false;
            }
        }
        return first.synthetic() ? seen < 25 : true;
    }

    private Foot read(List<FlowItem> items, int from, String issuer) {
        FlowLine first = (FlowLine) items.get(from);
        List<FlowLine> left = new ArrayList<>();
        List<FlowLine> right = new ArrayList<>();
        boolean list = false;
        boolean named = false;
        boolean filed = false;
        int to = from;
        for (; to < items.size() && items.get(to) instanceof FlowLine line; to++) {
            boolean laterPage = line.page() != first.page();
            if (laterPage
                    && (named
                            || to - from > LINES_BELOW
                            || line.box().width() > 300 && !ParagraphBreak.bullet(line.text()))) {
                break;
            }
            if (line.kind() == Line.Kind.FOOTNOTE || filed && line.synthetic() && !mayFollow(line)) {
                break;
            }
            filed |= FILED.matcher(Bare.of(line.text())).matches();
            for (FlowLine part : parts(line)) {
                boolean signer = line.synthetic() ? !list(part, list) : isRight(part, items, from);
                list |= !signer;
                (signer ? right : left).add(part);
                named |= signer && signatures.name(part.text()).isPresent();
            }
        }
        return assemble(from, to, left, signatures.read(right, issuer));
    }

    /** Whether a line may follow the last recipient, the file copy, in plain text. */
    private boolean mayFollow(FlowLine line) {
        return line.words().size() <= 3 && !FlowLine.capitals(line.text())
                || signatures.name(line.text()).isPresent()
                || signs(line);
    }

    private boolean list(FlowLine part, boolean begun) {
        if (recipients(part)) {
            return true;
        }
        return part.text().matches(BULLET)
                || begun && !signs(part) && signatures.name(part.text()).isEmpty();
    }

    private boolean isRight(FlowLine part, List<FlowItem> items, int from) {
        if (recipients(part)) {
            return false;
        }
        double middle = (part.margins().left() + part.margins().right()) / 2;
        boolean bullet = part.text().matches("^[-–—+*•]\\s?\\p{L}.*");
        return part.box().centreX() > middle && !bullet
                || signs(part) && part.box().x0() > middle - 60;
    }

    /** Where the signer's name begins that follows a recipient on the same line, or -1. */
    private int trailingName(FlowLine line) {
        List<Word> words = line.words();
        for (int i = Math.max(1, words.size() - 5); i <= words.size() - 2; i++) {
            String name = line.with(words.subList(i, words.size())).text();
            boolean family = signatures.family(words.get(i).text());
            if (family
                    && words.get(i - 1).text().matches(".*[.;,)]$")
                    && signatures.name(name).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** A line that holds both columns, parted. */
    private List<FlowLine> parts(FlowLine line) {
        if (recipients(line)) {
            int end = Likeness.find(
                            line.words().subList(0, Math.min(3, line.words().size())), "noinhan", 6)
                    .orElseThrow()
                    .to();
            if (end < line.words().size()
                    && signs(line.with(line.words().subList(end, line.words().size())))) {
                return List.of(
                        line.with(line.words().subList(0, end)),
                        line.with(line.words().subList(end, line.words().size())));
            }
        }
        List<Word> words = line.words();
        int name = line.synthetic() && line.text().matches(BULLET) ? trailingName(line) : -1;
        if (name > 0) {
            return List.of(line.with(words.subList(0, name)), line.with(words.subList(name, words.size())));
        }
        for (int i = 1; i < words.size(); i++) {
            boolean dash = words.get(i).text().matches("[-–]");
            if (dash && !line.text().matches(BULLET) && signs(line.with(words.subList(0, i)))) {
                return List.of(line.with(words.subList(0, i)), line.with(words.subList(i, words.size())));
            }
            double blank = words.get(i).box().x0() - words.get(i - 1).box().x1();
            if (blank > 40) {
                return List.of(line.with(words.subList(0, i)), line.with(words.subList(i, words.size())));
            }
        }
        return List.of(line);
    }

    private static Foot assemble(int from, int to, List<FlowLine> left, Signature signature) {
        return new Foot(
                from,
                to,
                signature.authority(),
                signature.position(),
                signature.name(),
                recipients(left),
                signature.doubts());
    }

    /** Letters of a stamp that fell into the list. */
    private static boolean speck(FlowLine line, FlowLine first) {
        boolean letters = line.text().matches("[\\p{Lu}\\s]{1,8}");
        boolean far = !line.synthetic()
                && line.box().x0() > first.box().x0() + 110
                && line.box().width() < 40;
        return letters || far;
    }

    private static List<ParagraphText> recipients(List<FlowLine> lines) {
        List<ParagraphText> paragraphs = new ArrayList<>();
        for (FlowLine line : lines) {
            String text = line.text();
            boolean bullet = text.matches(BULLET);
            boolean heading = recipients(line);
            boolean before = !paragraphs.isEmpty();
            boolean done = before
                    && (paragraphs.size() == 1
                            || ParagraphBreak.ends(
                                    paragraphs.get(paragraphs.size() - 1).text()));
            if (bullet || heading || !before || done) {
                paragraphs.add(ParagraphText.begin(line, 0));
            } else {
                paragraphs.get(paragraphs.size() - 1).add(line);
            }
        }
        return paragraphs;
    }
}
