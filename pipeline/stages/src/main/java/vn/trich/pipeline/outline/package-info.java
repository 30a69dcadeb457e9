/**
 * From lines and tables to the documents in a file: head, sections, paragraphs, appendices, signature, references, by
 * the forms that Nghị định 30/2020/NĐ-CP and its forerunners prescribe. Knows no tasks, units or targets.
 */
package vn.trich.pipeline.outline;
