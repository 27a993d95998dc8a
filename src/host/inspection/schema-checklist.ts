/** Answers of people to the questions that no register can show. */
export const checklistTables = `
  -- Answers are added, never changed; the last one of an item counts.
  CREATE TABLE checklist_answer (
    number INTEGER PRIMARY KEY,
    item   TEXT NOT NULL,
    answer TEXT,                            -- NULL: taken back
    note   TEXT NOT NULL,                   -- what the answer rests on
    at     TEXT NOT NULL                    -- UTC
  );
  CREATE INDEX checklist_answer_item ON checklist_answer (item, number);
  CREATE TRIGGER checklist_answer_is_append_only BEFORE UPDATE ON checklist_answer
    BEGIN SELECT RAISE (ABORT, 'answers are append-only'); END;
  CREATE TRIGGER checklist_answer_keeps_all BEFORE DELETE ON checklist_answer
    BEGIN SELECT RAISE (ABORT, 'answers are append-only'); END;
`;

/** The question as it was asked: an answer to other words is no answer to these. */
export const checklistQuestions = `
  ALTER TABLE checklist_answer ADD COLUMN question TEXT NOT NULL DEFAULT ''; -- empty: not kept by that version
`;
