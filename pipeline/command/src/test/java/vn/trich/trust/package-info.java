/** Which text layers are to be used: the pages that this is measured on, and the measuring. */
package vn.trich.trust;
