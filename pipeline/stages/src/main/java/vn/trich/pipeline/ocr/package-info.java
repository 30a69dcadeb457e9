/**
 * From a page's picture to words with boxes and confidences. The picture is cleaned and its ruling lines found, then a
 * recogniser behind one interface reads it. All native code runs in worker JVMs; the main process only talks to them.
 */
package vn.trich.pipeline.ocr;
