package vn.trich.output;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * Everything read from one document, as {@code documents/<document_id>.json} holds it. Absent text is empty, never
 * {@code null}.
 *
 * @param documentId first 16 hex digits of the source file's SHA-256; {@code -2}, {@code -3} ... follow for the second
 *     and later documents of one file
 * @param schemaVersion version of the contract
 * @param softwareVersion version of the software that read it
 * @param settings the settings that could change the result, as one line; with {@code softwareVersion} it tells whether
 *     reading again could give anything else
 * @param sourceFile name of the source file, relative to the folder that was given
 * @param sourceNames all names under which the same bytes were met, sorted; {@code sourceFile} among them
 * @param sha256 of the source file, 64 hex digits
 * @param mediaType of the source file, as detected from its content
 * @param pageCount pages of the source file that belong to this document
 * @param textSource where the text came from
 * @param issuerParent agency above the issuer, in normal case
 * @param issuer issuing agency, in normal case
 * @param number number and symbol without blanks, e.g. {@code 04/KH-KCNĐN}, {@code /KH-BQLKKT} where left open
 * @param type Vietnamese name of the document type, e.g. {@code Kế hoạch}
 * @param title what follows the type
 * @param place where it was issued
 * @param date ISO date, as much as is printed: {@code 2022-01-19}, {@code 2022-09}, {@code 2022}, or empty
 * @param planStart first day that the title plans for or reports on, ISO, or empty
 * @param planEnd last such day, ISO, or empty
 * @param signerAuthority e.g. {@code KT. TRƯỞNG BAN} in normal case
 * @param signerPosition position of the signer
 * @param signerName name of the signer
 * @param recipients who gets copies, one each
 * @param language ISO 639-1 code
 * @param meanOcrConfidence mean over the words read by OCR; empty if none was
 * @param trust of the document's own fields
 * @param samePaperAs id of an earlier file that is the same paper, or empty
 * @param status outcome
 * @param warnings what went wrong or is unsure, for people
 * @param corrections the records in which fields were set right, with what was read there
 * @param pages the pages, in order
 * @param sections the outline in reading order, parents before children
 * @param tables the tables, in reading order
 * @param tasks the tasks, in reading order
 * @param units the units that the tasks name, each once
 * @param targets quantified goals, in reading order
 * @param indicators measured figures, in reading order
 * @param references other documents named, in reading order
 * @param text the restored text in reading order, pages apart by form feeds
 */
public record DocumentRecord(
        String documentId,
        String schemaVersion,
        String softwareVersion,
        String settings,
        String sourceFile,
        List<String> sourceNames,
        String sha256,
        String mediaType,
        int pageCount,
        TextSource textSource,
        String issuerParent,
        String issuer,
        String number,
        String type,
        String title,
        String place,
        String date,
        String planStart,
        String planEnd,
        String signerAuthority,
        String signerPosition,
        String signerName,
        List<String> recipients,
        String language,
        OptionalDouble meanOcrConfidence,
        Trust trust,
        String samePaperAs,
        Status status,
        List<String> warnings,
        List<CorrectedRecord> corrections,
        List<PageRecord> pages,
        List<SectionRecord> sections,
        List<TableRecord> tables,
        List<TaskRecord> tasks,
        List<UnitRecord> units,
        List<TargetRecord> targets,
        List<IndicatorRecord> indicators,
        List<ReferenceRecord> references,
        String text) {

    /** Version of the contract that these records follow. */
    public static final String SCHEMA_VERSION = "1.0";

    /** Copies the lists. */
    public DocumentRecord {
        sourceNames = List.copyOf(sourceNames);
        recipients = List.copyOf(recipients);
        warnings = List.copyOf(warnings);
        corrections = List.copyOf(corrections);
        pages = List.copyOf(pages);
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        tasks = List.copyOf(tasks);
        units = List.copyOf(units);
        targets = List.copyOf(targets);
        indicators = List.copyOf(indicators);
        references = List.copyOf(references);
    }

    /** Where a document's text came from. */
    public enum TextSource {
        /** Read from the page pictures. */
        OCR,
        /** Taken from the file's text layer, converted or restored where needed. */
        TEXT_LAYER,
        /** Some pages this way, some that. */
        MIXED,
        /** The input was plain text. */
        PLAIN_TEXT
    }

    /** How the reading of a document ended. */
    public enum Status {
        /** Every page was read. */
        OK,
        /** Some pages failed; the warnings say which. */
        PARTIAL,
        /** Nothing could be read; the warnings say why. */
        FAILED
    }

    /**
     * A file that could not be read at all.
     *
     * @param sha256 of the file, 64 hex digits
     * @param name its name in records
     * @param mediaType as far as known, or empty
     * @param softwareVersion version that tried
     * @param settings as in {@link #settings()}
     * @param message why, for people
     */
    public static DocumentRecord failed(
            String sha256, String name, String mediaType, String softwareVersion, String settings, String message) {
        return new DocumentRecord(
                sha256.substring(0, 16),
                SCHEMA_VERSION,
                softwareVersion,
                settings,
                name,
                List.of(name),
                sha256,
                mediaType,
                0,
                TextSource.OCR,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "",
                OptionalDouble.empty(),
                new Trust(0, List.of("could not be read")),
                "",
                Status.FAILED,
                List.of(message),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    /**
     * This document under other names.
     *
     * @param names all its names, at least one; the first in order of characters becomes {@link #sourceFile()}
     */
    public DocumentRecord withSourceNames(Collection<String> names) {
        List<String> sorted = List.copyOf(new TreeSet<>(names));
        return new DocumentRecord(
                documentId,
                schemaVersion,
                softwareVersion,
                settings,
                sorted.get(0),
                sorted,
                sha256,
                mediaType,
                pageCount,
                textSource,
                issuerParent,
                issuer,
                number,
                type,
                title,
                place,
                date,
                planStart,
                planEnd,
                signerAuthority,
                signerPosition,
                signerName,
                recipients,
                language,
                meanOcrConfidence,
                trust,
                samePaperAs,
                status,
                warnings,
                corrections,
                pages,
                sections,
                tables,
                tasks,
                units,
                targets,
                indicators,
                references,
                text);
    }

    /** This document as the same paper as another; empty for none. */
    public DocumentRecord withSamePaperAs(String otherId) {
        return new DocumentRecord(
                documentId,
                schemaVersion,
                softwareVersion,
                settings,
                sourceFile,
                sourceNames,
                sha256,
                mediaType,
                pageCount,
                textSource,
                issuerParent,
                issuer,
                number,
                type,
                title,
                place,
                date,
                planStart,
                planEnd,
                signerAuthority,
                signerPosition,
                signerName,
                recipients,
                language,
                meanOcrConfidence,
                trust,
                otherId,
                status,
                warnings,
                corrections,
                pages,
                sections,
                tables,
                tasks,
                units,
                targets,
                indicators,
                references,
                text);
    }

    /**
     * This document with records set right.
     *
     * @param head a document whose own fields these shall be
     */
    DocumentRecord withRecords(
            DocumentRecord head,
            List<CorrectedRecord> corrected,
            List<TaskRecord> newTasks,
            List<UnitRecord> newUnits,
            List<TargetRecord> newTargets,
            List<IndicatorRecord> newIndicators) {
        return new DocumentRecord(
                documentId,
                schemaVersion,
                softwareVersion,
                settings,
                sourceFile,
                sourceNames,
                sha256,
                mediaType,
                pageCount,
                textSource,
                head.issuerParent,
                head.issuer,
                head.number,
                head.type,
                head.title,
                head.place,
                head.date,
                head.planStart,
                head.planEnd,
                head.signerAuthority,
                head.signerPosition,
                head.signerName,
                recipients,
                language,
                meanOcrConfidence,
                head.trust,
                samePaperAs,
                status,
                warnings,
                corrected,
                pages,
                sections,
                tables,
                newTasks,
                newUnits,
                newTargets,
                newIndicators,
                references,
                text);
    }

    /** The section with that id, if there is one. */
    public Optional<SectionRecord> section(String sectionId) {
        return sections.stream().filter(s -> s.sectionId().equals(sectionId)).findFirst();
    }
}
