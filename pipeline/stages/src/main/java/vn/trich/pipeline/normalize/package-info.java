/**
 * The last stage: from a document's outline and tables to the records of the contract: tasks, units, deadlines,
 * targets, indicators. Knows nothing of files, pictures or writers.
 */
package vn.trich.pipeline.normalize;
