/** Chance that falls alike on every machine, for whatever is composed or drawn by lot. */
package vn.trich.corpus.chance;
