package vn.trich.corpus.paper;

import java.util.List;

/**
 * One composed document.
 *
 * @param head its head
 * @param type name of its type, as {@code Kế hoạch}
 * @param printedType the type as printed, as {@code KẾ HOẠCH HÀNH ĐỘNG}
 * @param title its title
 * @param body its blocks
 * @param recipients lines of {@code Nơi nhận}; empty if there are none
 * @param signature who signs
 * @param appendices its appendices
 */
public record Paper(
        Head head,
        String type,
        String printedType,
        Rich title,
        List<Block> body,
        List<String> recipients,
        Signature signature,
        List<Appendix> appendices) {

    /** Copies the lists. */
    public Paper {
        body = List.copyOf(body);
        recipients = List.copyOf(recipients);
        appendices = List.copyOf(appendices);
    }

    /**
     * The head of a document.
     *
     * @param party whether it is a paper of the Communist Party
     * @param parent who stands above the issuer, as printed; lines parted by line feeds; empty if nobody
     * @param issuer as printed; lines parted by line feeds
     * @param motto first line on the right
     * @param mottoSecond second line on the right, empty on party papers
     * @param number as issued
     * @param printedNumber as printed, with {@code Số:}
     * @param place where
     * @param date ISO
     * @param printedPlaceDate as printed
     */
    public record Head(
            boolean party,
            String parent,
            String issuer,
            String motto,
            String mottoSecond,
            String number,
            String printedNumber,
            String place,
            String date,
            String printedPlaceDate) {}

    /**
     * A signature.
     *
     * @param authority as {@code KT. GIÁM ĐỐC}, or empty
     * @param position as {@code PHÓ GIÁM ĐỐC}; lines parted by line feeds
     * @param name the signer
     */
    public record Signature(String authority, String position, String name) {}

    /**
     * An appendix.
     *
     * @param label as {@code Phụ lục} or {@code Phụ lục II}
     * @param landscape whether it is printed across
     * @param heading lines of its heading
     * @param blocks what it holds
     */
    public record Appendix(String label, boolean landscape, List<String> heading, List<Block> blocks) {
        /** Copies the lists. */
        public Appendix {
            heading = List.copyOf(heading);
            blocks = List.copyOf(blocks);
        }
    }
}
