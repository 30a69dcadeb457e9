package vn.trich.output;

/**
 * A unit and how often it is met over all documents.
 *
 * @param unit the unit
 * @param documents documents that name it
 * @param leads tasks that it leads
 * @param coords tasks that it takes part in
 */
record UnitCount(UnitRecord unit, int documents, int leads, int coords) {}
