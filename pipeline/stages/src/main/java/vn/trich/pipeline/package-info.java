/**
 * From a file to records. Each package below is a stage: a small class with one public entry that takes one immutable
 * record and gives the next. Data flows one way, {@code ingest → page → ocr → restore → layout → table → outline →
 * normalize}; a stage knows the records of the stages before it and nothing of those after it, nor of any stage's
 * insides. What a run can be told is in {@link vn.trich.pipeline.Settings}, which is passed in; nothing is static.
 */
package vn.trich.pipeline;
