/**
 * Where the values of options come from: the command line, the environment, one YAML file, or the program's own
 * defaults, in this order. Knows the options only as picocli describes them, so every option of every command can be
 * configured as soon as it is there.
 */
package vn.trich.pipeline.configuration;
