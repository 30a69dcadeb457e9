package vn.trich.pipeline.report;

/** Makes text fit for one line of a log or a report: a name may hold anything. */
final class Printable {

    private Printable() {}

    /** The text with control characters, and what turns the direction of writing, as {@code ?}. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "?");
    }
}
