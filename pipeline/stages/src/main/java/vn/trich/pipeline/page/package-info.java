/**
 * What a page offers before anything is read from its picture: size, text layer with boxes, vector rulings, whether it
 * is one scanned picture, and which text to trust. Also the records of a page's words that all later stages share.
 */
package vn.trich.pipeline.page;
