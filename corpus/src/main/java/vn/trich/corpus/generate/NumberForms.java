package vn.trich.corpus.generate;

import java.time.LocalDate;
import vn.trich.corpus.paper.Letters;

/** How administrative writing prints numbers and dates. */
final class NumberForms {

    private static final String[] ROMAN = {
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"
    };
    private static final String POINTS = "abcdđeghiklmnopqrstuvxy";

    private NumberForms() {}

    /** {@code 02}, {@code 15}. */
    static String padded(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** With a full stop between thousands: {@code 1.849}. */
    static String grouped(long number) {
        String digits = Long.toString(number);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append('.');
            }
            out.append(digits.charAt(i));
        }
        return out.toString();
    }

    /** A decimal fraction as printed, of an integer that counts units of 10 to the minus {@code places}. */
    static String decimal(long scaled, int places, char point) {
        if (places == 0) {
            return point == ',' ? grouped(scaled) : Long.toString(scaled);
        }
        long unit = Math.round(StrictMath.pow(10, places));
        String fraction = Long.toString(scaled % unit + unit).substring(1);
        String whole = point == ',' ? grouped(scaled / unit) : Long.toString(scaled / unit);
        return whole + point + fraction;
    }

    /** A Roman numeral, 1 to 15. */
    static String roman(int number) {
        return ROMAN[number];
    }

    /** A letter of the Vietnamese order of points ({@code a b c d đ e g ...}), from 1. */
    static String point(int number) {
        return POINTS.substring(number - 1, number);
    }

    /** {@code ngày 05 tháng 01 năm 2020}: days under 10 and the months 1 and 2 are padded, as the decree asks. */
    static String longDate(LocalDate date) {
        int month = date.getMonthValue();
        return "ngày " + padded(date.getDayOfMonth()) + " tháng " + (month < 3 ? "0" + month : "" + month) + " năm "
                + date.getYear();
    }

    /** {@code 05/01/2020} or, not padded, {@code 5/1/2020}. */
    static String shortDate(LocalDate date, boolean pad) {
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        return pad
                ? padded(day) + "/" + padded(month) + "/" + date.getYear()
                : day + "/" + month + "/" + date.getYear();
    }

    /**
     * The text in the older way to place marks on {@code oa oe uy} at the end of a syllable: {@code hoà} for
     * {@code hòa}, {@code uỷ} for {@code ủy}.
     */
    static String olderPlacement(String text) {
        String vowels = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy";
        String older = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ";
        String[] from = vowels.split(" ");
        String[] to = older.split(" ");
        String out = text;
        for (int i = 0; i < from.length; i++) {
            String first = Letters.upper(from[i].substring(0, 1)) + from[i].substring(1);
            String firstTo = Letters.upper(to[i].substring(0, 1)) + to[i].substring(1);
            out = replaceAtSyllableEnd(out, from[i], to[i]);
            out = replaceAtSyllableEnd(out, first, firstTo);
            out = replaceAtSyllableEnd(out, Letters.upper(from[i]), Letters.upper(to[i]));
        }
        return out;
    }

    // "quý" and the like keep theirs: there u belongs to the consonant.
    private static String replaceAtSyllableEnd(String text, String from, String to) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (int hit = text.indexOf(from); hit >= 0; hit = text.indexOf(from, at)) {
            int end = hit + from.length();
            boolean letterAfter = end < text.length() && Character.isLetter(text.charAt(end));
            boolean afterQ = hit > 0 && "qQ".indexOf(text.charAt(hit - 1)) >= 0;
            out.append(text, at, hit).append(letterAfter || afterQ ? from : to);
            at = end;
        }
        return out.append(text.substring(at)).toString();
    }
}
