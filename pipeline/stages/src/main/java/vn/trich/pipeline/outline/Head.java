package vn.trich.pipeline.outline;

import java.util.List;

/**
 * Head and foot of a document (Nghị định 30/2020/NĐ-CP, Phụ lục I, zones 2 to 9). Absent text is empty. Names are in
 * normal case.
 *
 * @param issuerParent agency above the issuer
 * @param issuer issuing agency
 * @param number number and symbol without blanks
 * @param type Vietnamese name of the type
 * @param title what follows the type
 * @param place where it was issued
 * @param date ISO date, as much as is printed
 * @param signerAuthority e.g. {@code KT. TRƯỞNG BAN}
 * @param signerPosition position of the signer
 * @param signerName name of the signer
 * @param recipients who gets copies
 * @param confidence 0..1
 * @param doubts why a person should look, a word or two each
 */
public record Head(
        String issuerParent,
        String issuer,
        String number,
        String type,
        String title,
        String place,
        String date,
        String signerAuthority,
        String signerPosition,
        String signerName,
        List<String> recipients,
        double confidence,
        List<String> doubts) {

    /** Copies the lists. */
    public Head {
        recipients = List.copyOf(recipients);
        doubts = List.copyOf(doubts);
    }
}
