package vn.trich.pipeline.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.trich.models.language.TextTrust;
import vn.trich.models.language.TextTrust.Verdict;
import vn.trich.models.language.TrustAssessor;

/**
 * Turns the bytes of a text file into characters. A text says in no place how it was encoded, so what gives Vietnamese
 * is right: UTF-16 and UTF-8 prove themselves; Windows-1258, the encodings that fonts were made for (TCVN3, VNI, VISCII,
 * VPS) and Windows-1252, in which engines for other languages leave their ruins, are told apart by what they make of the
 * words. Safe for use by many threads.
 */
public final class TextDecoding {

    /** Of the words, so many must be possible syllables without their marks, or the text is not ours. */
    private static final double FEWEST_SYLLABLES = 0.5;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Java's smaller editions lack it. */
    private static final Optional<Charset> WINDOWS_1258 =
            Charset.isSupported("windows-1258") ? Optional.of(Charset.forName("windows-1258")) : Optional.empty();

    private TrustAssessor assessor;

    /**
     * Decodes a file's bytes.
     *
     * @param bytes all of them
     * @return the text, without a byte order mark; a text in an encoding for legacy fonts comes as Latin-1, one character
     *     per byte, as PDF readers give it too. Empty if no known encoding makes sense of it
     */
    public Optional<String> decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return strictly(bytes, StandardCharsets.UTF_16);
        }
        Optional<String> unicode = strictly(bytes, StandardCharsets.UTF_8);
        return unicode.isPresent() ? unicode.map(TextDecoding::withoutMark) : singleBytes(bytes);
    }

    private Optional<String> singleBytes(byte[] bytes) {
        Optional<String> vietnamese = WINDOWS_1258.flatMap(charset -> strictly(bytes, charset));
        if (vietnamese.isPresent() && assess(vietnamese.get()).verdict() == Verdict.GOOD) {
            return vietnamese;
        }
        String codes = new String(bytes, StandardCharsets.ISO_8859_1);
        if (assess(codes).verdict() == Verdict.LEGACY) {
            return Optional.of(codes);
        }
        return strictly(bytes, WINDOWS_1252).filter(text -> assess(text).bareShare() >= FEWEST_SYLLABLES);
    }

    private synchronized TextTrust assess(String text) {
        if (assessor == null) {
            // Hardly any file needs it.
            assessor = TrustAssessor.load();
        }
        return assessor.assess(text);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
