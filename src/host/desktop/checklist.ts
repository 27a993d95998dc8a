import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelResult } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import { CHECKLIST_ANSWERS, checklistPoints, checklistScore } from '../../core/finding/checklist-score.ts';
import type { ChecklistAnswer } from '../../core/finding/checklist-score.ts';
import type { ChecklistItem } from '../../core/rule/checklist.ts';
import { addLog } from './log.ts';
import type { Workspace } from './workspace.ts';

type Item = ChannelResult<'checklist.get'>['items'][number];

/** What a person answered last to an item. */
export interface GivenAnswer {
  readonly answer: ChecklistAnswer;
  readonly note: string;
  /** UTC */
  readonly at: string;
  /** Whether the question has been worded anew since: the answer then counts no more. */
  readonly outdated: boolean;
}

/** The checklist: questions of the resolution that no register can answer. An answer is no finding. */
export function checklistHandlers(workspace: Workspace): Pick<Handlers, 'checklist.get' | 'checklist.answer'> {
  return {
    'checklist.get': async () => {
      const { database, info } = workspace.need();
      const { pack } = await workspace.rulebook();
      const answers = answersOf(database, pack.checklist);
      const items = pack.checklist.map((item): Item => {
        const given = answers.get(item.id);
        const { id, clauses, title, party, question, evidence, reason, note, confidence } = item;
        return {
          ...{ id, clauses: [...clauses], title, party, question, evidence, reason, note, confidence },
          law: pack.cite(item.legalBasis, info.asOf),
          answer: given === undefined || given.outdated ? null : given.answer,
          outdated: given?.outdated === true ? given.answer : null,
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
      const asked = pack.checklist.find(({ id }) => id === item);
      if (asked === undefined) throw new CodedError('E_NOT_FOUND', 'item');
      const { database } = workspace.needWritable();
      const add = database.transaction(() => {
        database
          .prepare<[string, string | null, string, string, string]>(
            'INSERT INTO checklist_answer (item, answer, note, at, question) VALUES (?, ?, ?, ?, ?)',
          )
          .run(item, answer, note, new Date().toISOString(), asked.question.zh);
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
  readonly question: string;
}

/** The last answer of each item that has one. */
export function answersOf(
  database: Database.Database,
  checklist: readonly Pick<ChecklistItem, 'id' | 'question'>[],
): ReadonlyMap<string, GivenAnswer> {
  const questions = new Map(checklist.map(({ id, question }) => [id, question.zh]));
  const rows = database
    .prepare<[], Row>(
      `SELECT item, answer, note, at, question FROM checklist_answer
       WHERE number IN (SELECT max(number) FROM checklist_answer GROUP BY item)`,
    )
    .all();
  return new Map(
    rows.flatMap(({ item, answer, note, at, question }) => {
      const known = CHECKLIST_ANSWERS.find((each) => each === answer);
      const outdated = question !== '' && question !== questions.get(item);
      return known === undefined ? [] : [[item, { answer: known, note, at, outdated }] as const];
    }),
  );
}
