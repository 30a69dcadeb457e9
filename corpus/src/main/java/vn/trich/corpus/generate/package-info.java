/**
 * Composes Vietnamese administrative documents in the forms that Nghị định 30/2020/NĐ-CP (and, before it, Thông tư
 * 01/2011/TT-BNV, and for Party papers Hướng dẫn 36-HD/VPTW) prescribe, from word lists and grammar, with their truth;
 * and, with the help of printing and scanning, makes whole folders of sample files.
 */
package vn.trich.corpus.generate;
