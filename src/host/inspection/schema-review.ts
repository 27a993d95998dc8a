/** Second version of the file: what the desktop app keeps, beside what the audit keeps. */
export const reviewTables = `
  -- JSON: how the sheet was read, with sample values.
  ALTER TABLE sheet ADD COLUMN plan TEXT NOT NULL DEFAULT 'null';

  -- Rows as they stand in the file, for the viewer: JSON in compressed blocks.
  CREATE TABLE shown_rows (
    sheet_id  INTEGER NOT NULL REFERENCES sheet (id) ON DELETE CASCADE,
    first_row INTEGER NOT NULL,
    last_row  INTEGER NOT NULL,
    content   BLOB NOT NULL,
    PRIMARY KEY (sheet_id, first_row)
  );

  -- What a person says a cell should hold. The original stays in record and problem.
  CREATE TABLE correction (
    file_id       INTEGER NOT NULL REFERENCES source_file (id) ON DELETE CASCADE,
    sheet_ordinal INTEGER NOT NULL,
    row           INTEGER NOT NULL,
    field         TEXT NOT NULL,
    value         TEXT NOT NULL,            -- as typed; read by the field's type
    reason        TEXT NOT NULL,
    who           TEXT NOT NULL,
    at            TEXT NOT NULL,            -- UTC
    PRIMARY KEY (file_id, sheet_ordinal, row, field)
  );

  -- The findings as they are listed: those of the latest run, and those of the run before that it no longer has.
  CREATE TABLE listed (
    id            INTEGER PRIMARY KEY,
    fingerprint   TEXT NOT NULL UNIQUE,
    run_id        INTEGER NOT NULL REFERENCES run (id),
    ordinal       INTEGER NOT NULL,         -- of the finding in its run
    body_sha256   TEXT NOT NULL,            -- tells whether a later run says the same
    rule_id       TEXT NOT NULL,
    class         TEXT NOT NULL,
    severity      TEXT NOT NULL,
    party         TEXT NOT NULL,
    subject       TEXT NOT NULL,
    party_personal   TEXT,                  -- kind of personal data, where the party is a person
    subject_personal TEXT,
    month         TEXT,                     -- YYYY-MM of the matter
    decisive_zh   TEXT NOT NULL,
    decisive_en   TEXT NOT NULL,
    change        TEXT NOT NULL,
    state         TEXT NOT NULL DEFAULT 'open',
    assignee      TEXT,
    due_date      TEXT,
    search        TEXT NOT NULL,            -- lower-case words
    initials      TEXT NOT NULL             -- pinyin initials of party, subject and title
  );
  CREATE INDEX listed_body ON listed (run_id, ordinal);
  CREATE INDEX listed_subject ON listed (subject);

  -- Which rows a listed finding rests on.
  CREATE TABLE listed_row (
    listed_id INTEGER NOT NULL REFERENCES listed (id) ON DELETE CASCADE,
    file      TEXT NOT NULL,
    sheet     TEXT NOT NULL,
    row       INTEGER NOT NULL
  );
  CREATE INDEX listed_row_place ON listed_row (file, sheet, row);
  CREATE INDEX listed_row_owner ON listed_row (listed_id);

  -- Where people stand with a fact, by fingerprint: outlives runs and imports.
  CREATE TABLE standing (
    fingerprint TEXT PRIMARY KEY,
    state       TEXT NOT NULL,
    assignee    TEXT,
    due_date    TEXT
  ) WITHOUT ROWID;

  -- Decisions are added, never changed: undoing one is a further decision.
  CREATE TABLE decision (
    number   INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,                 -- UTC
    action   TEXT NOT NULL,
    reason   TEXT NOT NULL,
    comment  TEXT NOT NULL,
    assignee TEXT,
    due_date TEXT,
    undoes   INTEGER REFERENCES decision (number)
  );
  CREATE TABLE decision_finding (
    fingerprint     TEXT NOT NULL,
    number          INTEGER NOT NULL REFERENCES decision (number),
    state_before    TEXT NOT NULL,
    state_after     TEXT NOT NULL,
    assignee_before TEXT,
    assignee_after  TEXT,
    due_before      TEXT,
    due_after       TEXT,
    PRIMARY KEY (fingerprint, number)
  ) WITHOUT ROWID;
  CREATE INDEX decision_finding_number ON decision_finding (number);

  -- What was done, in order; no personal data.
  CREATE TABLE log (
    number INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,                   -- UTC
    event  TEXT NOT NULL,
    detail TEXT NOT NULL
  );
  CREATE TRIGGER log_is_append_only BEFORE UPDATE ON log BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;
  CREATE TRIGGER log_keeps_all BEFORE DELETE ON log BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;
  CREATE TRIGGER decision_is_append_only BEFORE UPDATE ON decision
    BEGIN SELECT RAISE (ABORT, 'decisions are append-only'); END;
`;
