/** Files told by their encoding, and files that people put beside a finding. */
export const evidenceTables = `
  -- Encoding of a plain text file; NULL for a workbook, and for files that were read before this was kept.
  ALTER TABLE source_file ADD COLUMN encoding TEXT;

  -- By fingerprint: an attachment outlives runs and imports, as decisions do.
  CREATE TABLE attachment (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- the log names it: a number is never given twice
    fingerprint TEXT NOT NULL,
    name        TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    at          TEXT NOT NULL,                     -- UTC
    content     BLOB NOT NULL
  );
  CREATE UNIQUE INDEX attachment_content ON attachment (fingerprint, sha256);
`;
