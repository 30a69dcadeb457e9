/** Names of places and agencies, with the time they are valid, and the abbreviations of administrative writing. */
package vn.trich.models.gazetteer;
