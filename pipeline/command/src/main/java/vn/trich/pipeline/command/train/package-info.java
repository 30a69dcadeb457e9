/**
 * Programs that learn the small models of the records stage from documents with truth. Not part of the command line; run on
 * the classes of this module.
 */
package vn.trich.pipeline.command.train;
