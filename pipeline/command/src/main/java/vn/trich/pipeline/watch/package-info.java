/**
 * The folder side of the job that runs every night: which files of an inbox are taken and when, and what becomes of
 * them. Reading them is left to {@link vn.trich.pipeline.watch.Engine}; what was taken is written down in a
 * {@link vn.trich.pipeline.watch.Ledger} before it is done, so that a job that was killed is finished by the next.
 */
package vn.trich.pipeline.watch;
