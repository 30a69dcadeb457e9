/** What a job tells people and monitors: log lines, reports of runs, metrics. */
package vn.trich.pipeline.report;
