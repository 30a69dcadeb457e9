package vn.trich.models.encoding;

import java.text.Normalizer;

/**
 * The one Unicode form in which Vietnamese is kept: NFC, and the letter đ as U+0111. Keyboards, fonts and recognisers
 * also put the Icelandic eth (U+00D0, U+00F0) or the African d (U+0189, U+0256) in its place, whose capitals look the
 * same in print; no other language of these papers uses them.
 */
public final class VietnameseForm {

    private VietnameseForm() {}

    /** The text in that form. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00d0', 'Đ')
                .replace('\u0189', 'Đ')
                .replace('\u00f0', 'đ')
                .replace('\u0256', 'đ');
    }
}
