/**
 * Prints composed documents as administrative offices do: A4, serif of 13 to 14 points, two-column head, justified
 * paragraphs, tables that run over pages, footnotes, signature; to sheets (what stands where) and from these to PDF.
 */
package vn.trich.corpus.print;
