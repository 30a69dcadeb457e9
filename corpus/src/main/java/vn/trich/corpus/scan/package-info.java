/** Makes scans of printed sheets as real scanners and real offices leave them. */
package vn.trich.corpus.scan;
