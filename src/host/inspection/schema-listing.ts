/** Third version of the file: the list of findings opens from columns that the run made ready. */
export const listingColumns = `
  -- Texts by which a finding is found beside its party, subject and rule: names among its evidence, lower case.
  ALTER TABLE listed RENAME COLUMN search TO names;
  ALTER TABLE listed DROP COLUMN initials;
  CREATE INDEX listed_standing ON listed (class, state, change);
  CREATE INDEX listed_personal_party ON listed (party_personal, party) WHERE party_personal IS NOT NULL;

  -- Columns of the listed findings that no decision changes, whole: see finding-columns.ts.
  CREATE TABLE listed_column (
    name     TEXT PRIMARY KEY,
    texts    TEXT NOT NULL,                 -- JSON array: each text once, in order
    search   TEXT NOT NULL,                 -- JSON array: each text as searches compare it, or empty
    initials TEXT NOT NULL,                 -- JSON array: pinyin initials of each text, or empty
    codes    BLOB NOT NULL                  -- a number (32 bits, little-endian) for each finding by id: its place in texts
  );
`;
