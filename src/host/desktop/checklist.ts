import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelResult } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import { CHECKLIST_ANSWERS, checklistPoints, checklistScore } from '../../core/finding/checklist-score.ts';
import type { ChecklistAnswer } from '../../core/finding/checklist-score.ts';
import { addLog } from './log.ts';
import type { Workspace } from './workspace.ts';

type Item = ChannelResult<'checklist.get'>['items'][number];

/** What a person answered last to an item. */
export interface GivenAnswer {
  readonly answer: ChecklistAnswer;
  readonly note: string;
  /** UTC */
  readonly at: string;
}

/** The checklist: questions of the resolution that no register can answer. An answer is no finding. */
export function checklistHandlers(workspace: Workspace): Pick<Handlers, 'checklist.get' | 'checklist.answer'> {
  return {
    'checklist.get': async () => {
      const { database, info } = workspace.need();
      const { pack } = await workspace.rulebook();
      const answers = answersOf(database);
      const items = pack.checklist.map((item): Item => {
        const given = answers.get(item.id);
        const { id, clauses, title, party, question, evidence, reason, note, confidence } = item;
        return {
          ...{ id, clauses: [...clauses], title, party, question, evidence, reason, note, confidence },
          law: pack.cite(item.legalBasis, info.asOf),
          answer: given?.answer ?? null,
          answerNote: given?.note ?? '',
          at: given?.at ?? null,
        };
      });
      const score = checklistScore(
        items.map(({ answer }) => answer),
        checklistPoints(pack.tables),
      );
      return { items, score };
    },
    'checklist.answer': async ({ item, answer, note }) => {
      const { pack } = await workspace.rulebook();
      if (!pack.checklist.some(({ id }) => id === item)) throw new CodedError('E_NOT_FOUND', 'item');
      const { database } = workspace.needIdle();
      const add = database.transaction(() => {
        database
          .prepare<[string, string | null, string, string]>(
            'INSERT INTO checklist_answer (item, answer, note, at) VALUES (?, ?, ?, ?)',
          )
          .run(item, answer, note, new Date().toISOString());
        // The note may name people: it stays out of the log.
        addLog(database, 'answered', `item=${item} answer=${answer ?? 'none'}`);
      });
      add.immediate();
      return null;
    },
  };
}

interface Row {
  readonly item: string;
  readonly answer: string | null;
  readonly note: string;
  readonly at: string;
}

/** The last answer of each item that has one. */
export function answersOf(database: Database.Database): ReadonlyMap<string, GivenAnswer> {
  const rows = database
    .prepare<[], Row>(
      `SELECT item, answer, note, at FROM checklist_answer
       WHERE number IN (SELECT max(number) FROM checklist_answer GROUP BY item)`,
    )
    .all();
  return new Map(
    rows.flatMap(({ item, answer, note, at }) => {
      const known = CHECKLIST_ANSWERS.find((each) => each === answer);
      return known === undefined ? [] : [[item, { answer: known, note, at }] as const];
    }),
  );
}
