/** The command line: what a person types, what is printed, and which exit code it ends with. */
package vn.trich.pipeline.command;
