/** Vietnamese encodings from before Unicode: what they are, how to tell them, how to undo them. */
package vn.trich.models.encoding;
