/** Cells that a person put on the list of gaps. */
export const askedCells = `
  -- By cell and finding: it stays asked for as long as one finding asks. What was filled in since is a correction.
  CREATE TABLE asked_cell (
    file_id       INTEGER NOT NULL REFERENCES source_file (id) ON DELETE CASCADE,
    sheet_ordinal INTEGER NOT NULL,
    row           INTEGER NOT NULL,
    field         TEXT NOT NULL,
    fingerprint   TEXT NOT NULL,            -- of the finding
    rule_id       TEXT NOT NULL,
    PRIMARY KEY (file_id, sheet_ordinal, row, field, fingerprint)
  ) WITHOUT ROWID;
  CREATE INDEX asked_cell_finding ON asked_cell (fingerprint);
`;
