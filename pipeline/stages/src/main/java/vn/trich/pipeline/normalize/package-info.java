/**
 * The last stage: from a document's outline and tables to the records of the contract: tasks, units, deadlines,
 * targets, indicators. Knows nothing of files, pictures or writers.
 *
 * <p>{@link vn.trich.pipeline.normalize.Normalization} is the only entry. Below it, each reader does one thing:
 * {@code TaskTableReader} and {@code TextTaskReader} find the tasks, {@code LabelSequence} their numbering and the
 * headings above them, {@code UnitParser} and {@code ResponsibilityParser} who does them, {@code UnitRegistry} who those
 * are officially, {@code UnitHistory} what became of them in 2025, {@code DueParser} when, {@code TargetReader} the
 * goals, {@code IndicatorReader} the figures, {@code TaskFinisher} how far to trust it all. Rules look at text without marks and case, so that what a bad scan lost
 * does not matter to them; their vocabularies are data files beside the classes.
 *
 * <p>Reasons for review: {@code low ocr}, {@code odd words}, {@code row skipped}, {@code no task}, {@code no lead},
 * {@code unit unknown}, {@code unit mended}, {@code due unread}, {@code due mended}, {@code due odd},
 * {@code due before date}, {@code from text} (beside a task table), {@code value unread}, {@code over 100%},
 * {@code range reversed}; and, where only the odds speak against a record ({@code ReviewModel}), {@code unit doubtful},
 * {@code due doubtful}, {@code words mended}, {@code row doubtful}.
 */
package vn.trich.pipeline.normalize;
