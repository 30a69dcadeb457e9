-- The catalogue of a folder of results, version 1 (PRAGMA user_version).
--
-- It may be read by anybody at any time, also while a run is going on; only Trích writes it. Tables and columns keep
-- their names and meanings: later versions add some, and take none away without a new number.
--
-- Times are UTC, ISO 8601 with milliseconds (2026-01-31T02:15:00.000Z), so that they sort as texts. An absent text is
-- the empty text; an absent number, date or time is NULL.

-- A run of the command.
CREATE TABLE run (
  run_id           INTEGER PRIMARY KEY,
  command          TEXT NOT NULL,           -- extract, run, watch, learn; takeover: of an older folder of results
  software_version TEXT NOT NULL,
  settings         TEXT NOT NULL,           -- those that can change a result, as one line
  started          TEXT NOT NULL,
  ended            TEXT,                    -- NULL while it goes on
  outcome          TEXT                     -- done, interrupted, failed, killed; NULL while it goes on
);

-- The bytes of files, each once however many files hold them.
CREATE TABLE content (
  sha256           TEXT PRIMARY KEY,        -- 64 hex digits
  size             INTEGER,                 -- bytes; NULL if not known
  first_seen       TEXT NOT NULL,
  outcome          TEXT,                    -- of the reading that is stored: done, partial, quarantined; NULL: none yet
  software_version TEXT,                    -- of that reading
  settings         TEXT,                    -- of that reading; empty: to be read again in any case
  stored           TEXT,                    -- when it was stored
  run_id           INTEGER REFERENCES run,  -- which run did
  deaths           INTEGER NOT NULL DEFAULT 0  -- runs that died while they read it, in a row, with no new page read
);
CREATE INDEX content_run ON content (run_id);

-- Every file ever seen. A path that holds other bytes later is another file.
CREATE TABLE file (
  file_id          INTEGER PRIMARY KEY,
  path             TEXT NOT NULL,           -- absolute, where it was found
  name             TEXT NOT NULL,           -- its name in the records
  size             INTEGER NOT NULL,        -- bytes
  modified         TEXT NOT NULL,           -- as the file system has it
  sha256           TEXT REFERENCES content, -- NULL: not looked into yet
  first_seen       TEXT NOT NULL,
  last_seen        TEXT NOT NULL,
  state            TEXT NOT NULL
    CHECK (state IN ('waiting', 'running', 'retry', 'done', 'partial', 'quarantined', 'duplicate')),
  since            TEXT NOT NULL,           -- when it came into that state
  message          TEXT NOT NULL DEFAULT '',  -- why, in words; of a duplicate: the name of the file that came first
  tries            INTEGER NOT NULL DEFAULT 0,  -- times that it was tried in vain because of transient trouble
  next_try         TEXT,                    -- of state retry: not before then
  moved_to         TEXT                     -- where the run put it; NULL: still at path
);
CREATE INDEX file_path ON file (path);
CREATE INDEX file_state ON file (state);
CREATE INDEX file_sha256 ON file (sha256);

-- Every time that some bytes were tried to be read.
CREATE TABLE attempt (
  attempt_id       INTEGER PRIMARY KEY,
  run_id           INTEGER NOT NULL REFERENCES run,
  sha256           TEXT NOT NULL REFERENCES content,
  name             TEXT NOT NULL,           -- of the file, as in the records
  stage            TEXT NOT NULL,           -- how far it came: ingest, pages, records, stored
  software_version TEXT NOT NULL,
  settings         TEXT NOT NULL,
  started          TEXT NOT NULL,
  ended            TEXT,                    -- NULL while it goes on
  outcome          TEXT,                    -- done, partial, quarantined, retry, changed, interrupted, killed
  message          TEXT NOT NULL DEFAULT '',
  pages            INTEGER,                 -- pages read in it
  seconds          REAL
);
CREATE INDEX attempt_sha256 ON attempt (sha256);
CREATE INDEX attempt_run ON attempt (run_id);

-- Finished pages of files that are not finished, so that a run that was killed reads none twice.
CREATE TABLE page_reading (
  sha256           TEXT NOT NULL REFERENCES content,
  page             INTEGER NOT NULL,
  software_version TEXT NOT NULL,
  settings         TEXT NOT NULL,
  reading          BLOB NOT NULL,           -- JSON, zlib
  PRIMARY KEY (sha256, page, software_version, settings)
);

-- From here on: the tables of the contract, their columns as in the CSV files. Texts stand as they are, without the
-- guards of CSV; several values in one text are joined with '; '. needs_review and is_header are 0 or 1.

CREATE TABLE documents (
  document_id TEXT PRIMARY KEY,
  schema_version TEXT NOT NULL, source_file TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES content,
  media_type TEXT NOT NULL, page_count INTEGER NOT NULL, text_source TEXT NOT NULL,
  issuer_parent TEXT NOT NULL, issuer TEXT NOT NULL, number TEXT NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL,
  place TEXT NOT NULL, date TEXT, plan_start TEXT, plan_end TEXT,
  signer_authority TEXT NOT NULL, signer_position TEXT NOT NULL, signer_name TEXT NOT NULL, recipients TEXT NOT NULL,
  language TEXT NOT NULL, mean_ocr_confidence REAL, needs_review INTEGER NOT NULL, review_reason TEXT NOT NULL,
  same_paper_as TEXT NOT NULL, status TEXT NOT NULL, warnings TEXT NOT NULL
);
CREATE INDEX documents_sha256 ON documents (sha256);

-- Everything about a document, as the files documents/ID.json and text/ID.txt hold it.
CREATE TABLE document_file (
  document_id      TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  ordinal          INTEGER NOT NULL,        -- which document of its file, from 1
  json             BLOB NOT NULL,           -- zlib
  json_size        INTEGER NOT NULL,        -- bytes, unpacked
  text             BLOB NOT NULL,           -- zlib
  text_size        INTEGER NOT NULL,        -- bytes, unpacked
  corrected        INTEGER NOT NULL,        -- 1: people set something in it right, or confirmed it
  changed          INTEGER NOT NULL,        -- at which count of changes it became so (see progress)
  exported         INTEGER NOT NULL DEFAULT -1  -- which of its changes the two files hold
);

CREATE TABLE sections (
  document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  section_id TEXT NOT NULL, parent_id TEXT NOT NULL, ordinal INTEGER NOT NULL, level INTEGER NOT NULL,
  label TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
  page INTEGER, page_to INTEGER NOT NULL, bbox TEXT NOT NULL,
  confidence REAL NOT NULL, needs_review INTEGER NOT NULL, review_reason TEXT NOT NULL
);
CREATE INDEX sections_document ON sections (document_id);

CREATE TABLE tables (
  document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  table_id TEXT NOT NULL, section_id TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
  row_count INTEGER NOT NULL, column_count INTEGER NOT NULL, header_rows INTEGER NOT NULL, column_roles TEXT NOT NULL,
  page INTEGER, page_to INTEGER NOT NULL, bbox TEXT NOT NULL,
  confidence REAL NOT NULL, needs_review INTEGER NOT NULL, review_reason TEXT NOT NULL
);
CREATE INDEX tables_document ON tables (document_id);

CREATE TABLE cells (
  document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  table_id TEXT NOT NULL, "row" INTEGER NOT NULL, "column" INTEGER NOT NULL,
  row_span INTEGER NOT NULL, column_span INTEGER NOT NULL, is_header INTEGER NOT NULL, text TEXT NOT NULL,
  page INTEGER, bbox TEXT NOT NULL, confidence REAL NOT NULL, needs_review INTEGER NOT NULL
);
CREATE INDEX cells_document ON cells (document_id);

CREATE TABLE tasks (
  document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  task_id TEXT NOT NULL, source TEXT NOT NULL, table_id TEXT NOT NULL, section_id TEXT NOT NULL, "row" INTEGER,
  label TEXT NOT NULL, group_path TEXT NOT NULL, objective TEXT NOT NULL, task TEXT NOT NULL, activity TEXT NOT NULL,
  product TEXT NOT NULL, lead_units TEXT NOT NULL, coord_units TEXT NOT NULL,
  due_text TEXT NOT NULL, due_kind TEXT NOT NULL, due_start TEXT, due_end TEXT, due_recurrence TEXT NOT NULL,
  funding TEXT NOT NULL, note TEXT NOT NULL, page INTEGER, bbox TEXT NOT NULL,
  confidence REAL NOT NULL, needs_review INTEGER NOT NULL, review_reason TEXT NOT NULL
);
CREATE INDEX tasks_document ON tasks (document_id);

CREATE TABLE task_units (
  document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  task_id TEXT NOT NULL, unit_id TEXT NOT NULL, role TEXT NOT NULL, ordinal INTEGER NOT NULL, name TEXT NOT NULL
);
CREATE INDEX task_units_document ON task_units (document_id);
CREATE INDEX task_units_unit ON task_units (unit_id);

-- Made anew from document_units and task_units at the end of a run.
CREATE TABLE units (
  unit_id TEXT PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, kind TEXT NOT NULL, province TEXT NOT NULL,
  parent_unit_id TEXT NOT NULL, valid_from TEXT, valid_to TEXT, successor_unit_id TEXT NOT NULL, aliases TEXT NOT NULL,
  document_count INTEGER NOT NULL, lead_count INTEGER NOT NULL, coord_count INTEGER NOT NULL, same_as TEXT NOT NULL
);

-- The units as each document names them; in no CSV file. aliases: one per line.
CREATE TABLE document_units (
  document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  unit_id TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, kind TEXT NOT NULL, province TEXT NOT NULL,
  parent_unit_id TEXT NOT NULL, valid_from TEXT, valid_to TEXT, successor_unit_id TEXT NOT NULL, aliases TEXT NOT NULL,
  same_as TEXT NOT NULL
);
CREATE INDEX document_units_document ON document_units (document_id);
CREATE INDEX document_units_unit ON document_units (unit_id);

-- value and value_max have no type, so that none is rounded: a number, or, where SQLite has none that is as exact, a text.
CREATE TABLE targets (
  document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  target_id TEXT NOT NULL, section_id TEXT NOT NULL, table_id TEXT NOT NULL, "row" INTEGER, text TEXT NOT NULL,
  measure TEXT NOT NULL, direction TEXT NOT NULL, comparator TEXT NOT NULL, value, value_max, unit TEXT NOT NULL,
  scope TEXT NOT NULL, baseline TEXT NOT NULL, period_start TEXT, period_end TEXT, page INTEGER, bbox TEXT NOT NULL,
  confidence REAL NOT NULL, needs_review INTEGER NOT NULL, review_reason TEXT NOT NULL
);
CREATE INDEX targets_document ON targets (document_id);

CREATE TABLE indicators (
  document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  indicator_id TEXT NOT NULL, table_id TEXT NOT NULL, "row" INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
  unit TEXT NOT NULL, value, value_text TEXT NOT NULL, note TEXT NOT NULL, group_path TEXT NOT NULL,
  page INTEGER, bbox TEXT NOT NULL, confidence REAL NOT NULL, needs_review INTEGER NOT NULL, review_reason TEXT NOT NULL
);
CREATE INDEX indicators_document ON indicators (document_id);

CREATE TABLE "references" (
  document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  reference_id TEXT NOT NULL, section_id TEXT NOT NULL, type TEXT NOT NULL, number TEXT NOT NULL, date TEXT,
  issuer TEXT NOT NULL, text TEXT NOT NULL, page INTEGER, bbox TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE INDEX references_document ON "references" (document_id);

-- How far the CSV files and the table units are: changes counts every change of a document, csv says at which count
-- they were made.
CREATE TABLE progress (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
);
INSERT INTO progress VALUES ('changes', 0), ('csv', -1);
