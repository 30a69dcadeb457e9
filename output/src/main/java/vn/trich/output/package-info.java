/**
 * The records that the pipeline puts out, and their writers: JSON per document, restored text, flat CSV over all
 * documents, and the JSON Schemas that describe them. Field names and meanings are the published contract.
 *
 * <p>Nothing here knows where a record came from: no PDF, no OCR, no Vietnamese. This package depends on no other
 * module of the project.
 */
package vn.trich.output;
