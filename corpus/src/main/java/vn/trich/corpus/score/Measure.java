package vn.trich.corpus.score;

import java.util.Locale;

/** What is measured. {@link #key} names a figure in JSON, {@link #heading} in a table. */
public enum Measure {
    /** Share of the gold's words found in the output, order aside. */
    WORDS(Block.TEXT, "words"),
    /** Share of the output's words that are in the gold, order aside. */
    WORDS_PRECISION(Block.TEXT, "prec"),
    /** As {@link #WORDS}, without marks. */
    WORDS_BARE(Block.TEXT, "bare"),
    /** As {@link #WORDS_PRECISION}, without marks. */
    WORDS_BARE_PRECISION(Block.TEXT, "prec"),
    /** Character error rate in reading order. */
    CER(Block.TEXT, "CER"),
    /** Word error rate in reading order. */
    WER(Block.TEXT, "WER"),
    /** Diacritic accuracy: share of the marked characters that came back exactly. */
    MARKS(Block.TEXT, "marks"),
    /** Share of the letters whose base letter came back. */
    LETTERS(Block.TEXT, "letters"),
    /** Share of the words with a letter that came back in their place, case folded. */
    RESTORED(Block.TEXT, "restored"),

    /** Outline rows, F1. */
    SECTIONS(Block.OUTLINE, "sections"),
    /** Share of the paired outline rows with equal level. */
    SECTION_LEVELS(Block.OUTLINE, "levels"),
    /** Share of the paragraphs that hold no page number, running head, footnote or other words from beside the text. */
    PURE_PARAGRAPHS(Block.OUTLINE, "pure"),
    /** References, F1. */
    REFERENCES(Block.OUTLINE, "refs"),
    /** Fields of document head and signature, all together. */
    HEAD(Block.OUTLINE, "head"),
    /** Agency above the issuer. */
    HEAD_ISSUER_PARENT(Block.OUTLINE, "parent"),
    /** Issuer. */
    HEAD_ISSUER(Block.OUTLINE, "issuer"),
    /** Number. */
    HEAD_NUMBER(Block.OUTLINE, "number"),
    /** Type. */
    HEAD_TYPE(Block.OUTLINE, "type"),
    /** Title. */
    HEAD_TITLE(Block.OUTLINE, "title"),
    /** Place. */
    HEAD_PLACE(Block.OUTLINE, "place"),
    /** Date. */
    HEAD_DATE(Block.OUTLINE, "date"),
    /** Signer's authority. */
    HEAD_SIGNER_AUTHORITY(Block.OUTLINE, "auth."),
    /** Signer's position. */
    HEAD_SIGNER_POSITION(Block.OUTLINE, "posit."),
    /** Signer's name. */
    HEAD_SIGNER_NAME(Block.OUTLINE, "name"),

    /** Cells, F1. */
    CELLS(Block.TABLES, "cells"),
    /** Tree edit distance similarity. */
    TEDS(Block.TABLES, "TEDS"),
    /** Tables that came back as one table with at least half of their words, F1: splits and merges lower it. */
    TABLES(Block.TABLES, "tables"),
    /** Rows below the header that came back as one row, F1: rows lost, doubled, parted or merged lower it. */
    ROWS(Block.TABLES, "rows"),
    /** Share of the columns with the gold's role. */
    COLUMN_ROLES(Block.TABLES, "roles"),
    /** Heading rows inside tables, F1. */
    GROUP_ROWS(Block.TABLES, "groups"),
    /** Indicators, F1. */
    INDICATORS(Block.TABLES, "indic."),
    /** Share of the paired indicators with the right value. */
    INDICATOR_VALUE(Block.TABLES, "value"),
    /** Share of the paired indicators with the right unit. */
    INDICATOR_UNIT(Block.TABLES, "unit"),
    /** Share of the paired indicators with the right code. */
    INDICATOR_CODE(Block.TABLES, "code"),

    /** Task rows, F1. */
    TASKS(Block.TASKS, "tasks"),
    /** Share of the paired tasks with the right label. */
    TASK_LABEL(Block.TASKS, "label"),
    /** Share of the paired tasks with the right text. */
    TASK_TEXT(Block.TASKS, "text"),
    /** Share of the paired tasks with the right product. */
    TASK_PRODUCT(Block.TASKS, "product"),
    /** Share of the paired tasks with the right objective. */
    TASK_OBJECTIVE(Block.TASKS, "object."),
    /** Share of the paired tasks with the right leading units. */
    TASK_LEAD(Block.TASKS, "lead"),
    /** Share of the paired tasks with the right coordinating units. */
    TASK_COORD(Block.TASKS, "coord"),
    /** Share of the paired tasks with the right deadline. */
    TASK_DUE(Block.TASKS, "due"),
    /** Share of the paired tasks with the right group path. */
    TASK_GROUP(Block.TASKS, "group"),
    /** Share of the gold's tasks that are right in every field that counts. */
    TASK_RIGHT(Block.TASKS, "right"),
    /** Of the wrong task records, the share with {@code needs_review}. */
    REVIEW_CAUGHT(Block.TASKS, "caught"),
    /** Of all task records, the share with {@code needs_review}. */
    REVIEW_FLAGGED(Block.TASKS, "flagged"),

    /** Targets found, F1. */
    TARGETS_FOUND(Block.TARGETS, "found"),
    /** Share of the gold's targets found. */
    TARGETS_RECALL(Block.TARGETS, "recall"),
    /** Targets found with every field right, F1. */
    TARGETS_EXACT(Block.TARGETS, "exact"),
    /** Share of the gold's targets found with every field right. */
    TARGETS_EXACT_RECALL(Block.TARGETS, "recall");

    /** Parts of a report. */
    enum Block {
        TEXT,
        OUTLINE,
        TABLES,
        TASKS,
        TARGETS
    }

    private final Block block;
    private final String heading;

    Measure(Block block, String heading) {
        this.block = block;
        this.heading = heading;
    }

    /** Name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Short heading of a column, unique only with its neighbours. */
    public String heading() {
        return heading;
    }

    /** The part of a report it belongs to. */
    Block block() {
        return block;
    }

    /** Whether less is better. */
    public boolean lessIsBetter() {
        return this == CER || this == WER || this == REVIEW_FLAGGED;
    }

    /** Whether a fall is a step back; the figures about review move with what is left to find. */
    boolean isRatcheted() {
        return this != REVIEW_CAUGHT && this != REVIEW_FLAGGED;
    }
}
