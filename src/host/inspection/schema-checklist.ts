/** Fourth version of the file: what people answered on the checklist. */
export const checklistTables = `
  -- Answers are added, never changed: the latest of an item stands, and taking one back is a further row.
  CREATE TABLE checklist_answer (
    number    INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,                -- UTC
    who       TEXT NOT NULL,
    item_id   TEXT NOT NULL,
    rule_pack TEXT NOT NULL,                -- version of the pack that asked
    question  TEXT NOT NULL,                -- as it was asked, in Chinese: an answer to other words is no answer
    answer    TEXT CHECK (answer IN ('met', 'partly', 'notMet', 'notApplicable')),  -- NULL: not answered
    note      TEXT NOT NULL,                -- what was looked at
    replaces  INTEGER REFERENCES checklist_answer (number),
    undoes    INTEGER REFERENCES checklist_answer (number)
  );
  CREATE INDEX checklist_answer_item ON checklist_answer (item_id, number);
  CREATE TRIGGER checklist_is_append_only BEFORE UPDATE ON checklist_answer
    BEGIN SELECT RAISE (ABORT, 'answers are append-only'); END;
  CREATE TRIGGER checklist_keeps_all BEFORE DELETE ON checklist_answer
    BEGIN SELECT RAISE (ABORT, 'answers are append-only'); END;
`;
