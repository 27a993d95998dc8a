import type Database from 'better-sqlite3-multiple-ciphers';
import { InspectionError } from './inspection-error.ts';
import { askedCells } from './schema-asked.ts';
import { checklistQuestions, checklistTables } from './schema-checklist.ts';
import { evidenceTables } from './schema-evidence.ts';
import { listingColumns } from './schema-listing.ts';
import { reviewTables } from './schema-review.ts';

/** "ECCI": what `PRAGMA application_id` says of an inspection. */
const applicationId = 0x45434349;

/** Each entry brings a file from the version of its index to the next. Entries are never changed, only added. */
const migrations: readonly string[] = [
  `
  CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;

  -- One row for each file handed over, readable or not.
  CREATE TABLE source_file (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL,             -- relative to what the user named, never absolute
    bytes        INTEGER,
    sha256       TEXT,                      -- NULL where the file could not be read at all
    error        TEXT,                      -- reason code, or NULL
    duplicate_of INTEGER REFERENCES source_file (id),
    warnings     TEXT NOT NULL DEFAULT '[]' -- JSON: what a person should know about a file that was read
  );
  CREATE TABLE source_chunk (
    file_id INTEGER NOT NULL REFERENCES source_file (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    content BLOB NOT NULL
  );
  CREATE UNIQUE INDEX source_chunk_order ON source_chunk (file_id, ordinal);

  CREATE TABLE sheet (
    id       INTEGER PRIMARY KEY,
    file_id  INTEGER NOT NULL REFERENCES source_file (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    name     TEXT NOT NULL,
    register TEXT,                          -- NULL where no register was recognised
    fields   TEXT NOT NULL,                 -- JSON array: the order of values in record."values"
    columns  TEXT NOT NULL,                 -- JSON object: field → 0-based column
    entry    TEXT NOT NULL                  -- JSON: the sheet's entry of import.json
  );
  CREATE INDEX sheet_register ON sheet (register);

  -- "values" is a JSON array by sheet.fields: null is blank, [] is unknown.
  CREATE TABLE record (
    id       INTEGER PRIMARY KEY,
    sheet_id INTEGER NOT NULL REFERENCES sheet (id) ON DELETE CASCADE,
    row      INTEGER NOT NULL,
    "values" TEXT NOT NULL
  );
  CREATE UNIQUE INDEX record_row ON record (sheet_id, row);

  CREATE TABLE problem (
    id       INTEGER PRIMARY KEY,
    sheet_id INTEGER NOT NULL REFERENCES sheet (id) ON DELETE CASCADE,
    row      INTEGER NOT NULL,
    cell     TEXT NOT NULL,
    field    TEXT,
    code     TEXT NOT NULL,
    severity TEXT NOT NULL,
    value    TEXT NOT NULL
  );
  CREATE INDEX problem_row ON problem (sheet_id, row);

  CREATE TABLE run (
    id      INTEGER PRIMARY KEY,
    as_of   TEXT NOT NULL,
    context TEXT NOT NULL                   -- JSON: rule pack, calendar, profile, language
  );
  CREATE TABLE finding (
    run_id      INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    rule_id     TEXT NOT NULL,
    class       TEXT NOT NULL,
    severity    TEXT NOT NULL,
    party       TEXT NOT NULL,
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,              -- JSON: the whole finding
    PRIMARY KEY (run_id, ordinal)
  );
  CREATE INDEX finding_fingerprint ON finding (fingerprint);
  CREATE TABLE indeterminate (
    run_id  INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    rule_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    body    TEXT NOT NULL,
    PRIMARY KEY (run_id, ordinal)
  );
  CREATE TABLE upcoming (
    run_id  INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    rule_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    body    TEXT NOT NULL,
    PRIMARY KEY (run_id, ordinal)
  );
  CREATE TABLE coverage (
    run_id  INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL CHECK (kind IN ('rule', 'clause')),
    ordinal INTEGER NOT NULL,
    body    TEXT NOT NULL,
    PRIMARY KEY (run_id, kind, ordinal)
  );
  `,
  reviewTables,
  listingColumns,
  evidenceTables,
  checklistTables,
  checklistQuestions,
  askedCells,
];

/** The version that this program writes, `PRAGMA user_version`. */
export const schemaVersion = migrations.length;

/**
 * Brings the file to this program's version, whole or not at all.
 * @throws InspectionError `E_INSPECTION_NEWER` when a later program wrote it, `E_INSPECTION_NOT_ONE` for another program's file
 */
export function migrate(database: Database.Database): void {
  const found = Number(database.pragma('user_version', { simple: true }));
  const owner = Number(database.pragma('application_id', { simple: true }));
  if (found > 0 && owner !== applicationId) throw new InspectionError('E_INSPECTION_NOT_ONE');
  if (found > schemaVersion) throw new InspectionError('E_INSPECTION_NEWER');
  if (found === schemaVersion) return;
  database
    .transaction(() => {
      for (const step of migrations.slice(found)) database.exec(step);
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${schemaVersion}`);
    })
    .exclusive();
}
