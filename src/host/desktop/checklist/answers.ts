import { userInfo } from 'node:os';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { AnsweredItem } from '../../../core/finding/checklist-tally.ts';
import type { ChecklistAnswer, ChecklistItem } from '../../../core/rule/checklist.ts';
import { addLog } from '../log.ts';

/** The latest of what people wrote on an item. */
export interface StandingAnswer extends AnsweredItem {
  /** What was answered while the question had other words; `answer` is then `null`. */
  readonly earlier: ChecklistAnswer | null;
  readonly written: { readonly at: string; readonly who: string; readonly rulePack: string } | null;
}

const nothingWritten: StandingAnswer = { answer: null, note: '', earlier: null, written: null };

interface Row {
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly itemId: string;
  readonly rulePack: string;
  readonly question: string;
  readonly answer: ChecklistAnswer | null;
  readonly note: string;
}

const columns = 'number, at, who, item_id AS itemId, rule_pack AS rulePack, question, answer, note';

function latest(database: Database.Database, itemId: string): Row | undefined {
  return database
    .prepare<[string], Row>(`SELECT ${columns} FROM checklist_answer WHERE item_id = ? ORDER BY number DESC LIMIT 1`)
    .get(itemId);
}

/** Where an item stands. An answer to a question that has been worded anew since is shown, but counts no more. */
export function standingAnswer(database: Database.Database, { id, question }: ChecklistItem): StandingAnswer {
  const row = latest(database, id);
  if (row === undefined) return nothingWritten;
  const { at, who, rulePack, answer, note } = row;
  const asked = row.question === question.zh;
  const isEmpty = answer === null && note === '';
  return {
    answer: asked ? answer : null,
    earlier: asked ? null : answer,
    note,
    written: isEmpty ? null : { at, who, rulePack },
  };
}

function add(
  database: Database.Database,
  row: Omit<Row, 'number' | 'at' | 'who'>,
  links: { readonly replaces: number | null; readonly undoes: number | null },
): void {
  database
    .prepare(
      `INSERT INTO checklist_answer (at, who, item_id, rule_pack, question, answer, note, replaces, undoes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      new Date().toISOString(),
      userInfo().username,
      row.itemId,
      row.rulePack,
      row.question,
      row.answer,
      row.note,
      links.replaces,
      links.undoes,
    );
}

/** Writes an answer down, where it says something else than the one that stands. */
export function answerItem(
  database: Database.Database,
  item: ChecklistItem,
  rulePack: string,
  { answer, note }: AnsweredItem,
): void {
  const work = database.transaction(() => {
    const standing = standingAnswer(database, item);
    if (standing.answer === answer && standing.note === note && standing.earlier === null) return;
    const replaces = latest(database, item.id)?.number ?? null;
    const row = { itemId: item.id, rulePack, question: item.question.zh, answer, note };
    add(database, row, { replaces, undoes: null });
    addLog(database, 'answered', `item=${item.id} answer=${answer ?? 'none'}`);
  });
  work.immediate();
}

/** Takes the latest answer back that was not taken back yet; by a further row, nothing is removed. @returns its item */
export function undoAnswer(database: Database.Database): string | null {
  const work = database.transaction(() => {
    const last = database
      .prepare<[], Row & { readonly replaces: number | null }>(
        `SELECT ${columns}, replaces FROM checklist_answer
         WHERE undoes IS NULL AND number NOT IN (SELECT undoes FROM checklist_answer WHERE undoes IS NOT NULL)
         ORDER BY number DESC LIMIT 1`,
      )
      .get();
    if (last === undefined) return null;
    const before =
      last.replaces === null
        ? undefined
        : database
            .prepare<[number], Row>(`SELECT ${columns} FROM checklist_answer WHERE number = ?`)
            .get(last.replaces);
    add(database, before ?? { ...last, answer: null, note: '' }, { replaces: last.number, undoes: last.number });
    addLog(database, 'answerUndone', `item=${last.itemId} answer=${before?.answer ?? 'none'}`);
    return last.itemId;
  });
  return work.immediate();
}
