/**
 * What the software knows of Vietnamese: encodings, language model and restoration, gazetteers, trained models, and the
 * programs that train them. Knows no pages: text in, text out.
 */
package vn.trich.models;
