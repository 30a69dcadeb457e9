package vn.trich.pipeline.page;

/**
 * A word of a PDF's text layer as the file gives it, before its encoding is judged.
 *
 * @param word the word; its text may be in a legacy encoding
 * @param font name of the font that sets most of it, or empty
 */
record LayerWord(Word word, String font) {}
