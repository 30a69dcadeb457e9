/** Mutated files, thrown at the software by the thousand. */
package vn.trich.fuzz;
