/** Programs that make the models and tables of the other packages from text and lists. Not used while reading papers. */
package vn.trich.models.train;
