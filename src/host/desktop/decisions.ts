import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelArgs, ChannelResult } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import { upheldStates, type Decision, type FindingRow } from '../../contract/model.ts';
import { addLog } from './log.ts';
import { remember } from './inspections.ts';
import type { Workspace } from './workspace.ts';

type DecisionHandlers = Pick<Handlers, 'findings.decide' | 'findings.undo'>;
type Asked = ChannelArgs<'findings.decide'>;
type State = FindingRow['state'];

/** Where an action leads. Assigning and commenting change no state. */
const stateAfter: Readonly<Record<Asked['action'], State | null>> = {
  propose: 'proposed',
  dismiss: 'dismissed',
  moreInfo: 'moreInfo',
  refer: 'referred',
  rectify: 'rectified',
  reopen: 'open',
  assign: null,
  comment: null,
};

const needsReason: ReadonlySet<Asked['action']> = new Set(['dismiss', 'rectify']);
/** Nothing is put right that nobody has said to be wrong, and nothing twice. */
const rectifiable: ReadonlySet<State> = new Set(upheldStates);
/** Of the person's clock, as dates are chosen. */
const today = (): string => new Date().toLocaleDateString('sv');

interface Standing {
  readonly state: State;
  readonly assignee: string | null;
  readonly dueDate: string | null;
}

interface Change {
  /** In the list of findings; 0 for one that a later run dropped from it. */
  readonly id: number;
  readonly fingerprint: string;
  readonly before: Standing;
  readonly after: Standing;
}

export function decisionHandlers(workspace: Workspace): DecisionHandlers {
  const apply = async (changes: readonly Change[]): Promise<void> => {
    const index = workspace.index(await workspace.rulebook());
    for (const { id, after } of changes) index.setState(id, after.state);
    remember(workspace);
  };
  return {
    'findings.decide': async (asked) => {
      const { database } = workspace.needWritable();
      if (needsReason.has(asked.action) && asked.reason.trim() === '') throw new CodedError('E_BAD_ARGUMENT', 'reason');
      if (asked.action === 'rectify' && (asked.dueDate === null || asked.dueDate > today()))
        throw new CodedError('E_BAD_ARGUMENT', 'dueDate');
      const { number, changes } = decide(database, asked);
      await apply(changes);
      return { changed: changes.length, number };
    },
    'findings.undo': async () => {
      const { database } = workspace.needWritable();
      const changes = undo(database);
      await apply(changes);
      const states = changes.map(({ fingerprint, after }) => ({ id: fingerprint, state: after.state }));
      return { undone: changes.length, states };
    },
  };
}

const nextNumber = 'SELECT coalesce(max(number), 0) + 1 FROM decision';

/** One decision over any number of findings: all of them or none. */
function decide(database: Database.Database, asked: Asked): { number: number; changes: readonly Change[] } {
  const standing = database.prepare<[string], Standing & { readonly id: number }>(
    'SELECT id, state, assignee, due_date AS dueDate FROM listed WHERE fingerprint = ?',
  );
  const { action, reason, comment, assignee, dueDate } = asked;
  const work = database.transaction(() => {
    const changes = [...new Set(asked.ids)].map((fingerprint): Change => {
      const listed = standing.get(fingerprint);
      if (listed === undefined) throw new CodedError('E_NOT_FOUND', 'finding');
      const { id, ...before } = listed;
      if (action === 'rectify' && !rectifiable.has(before.state)) throw new CodedError('E_BAD_ARGUMENT', 'state');
      const after: Standing = {
        state: stateAfter[action] ?? before.state,
        assignee: assignee ?? before.assignee,
        // The day of a rectification lies behind: it is no date by which something is due.
        dueDate: action === 'rectify' ? before.dueDate : (dueDate ?? before.dueDate),
      };
      return { id, fingerprint, before, after };
    });
    const number = database.prepare<[], number>(nextNumber).pluck().get() ?? 1;
    addDecision(database, { number, action, reason, comment, assignee, dueDate }, null);
    store(database, number, changes);
    addLog(database, 'decided', `decision=${number} action=${action} findings=${changes.length}`);
    return { number, changes };
  });
  return work.immediate();
}

interface Undoable {
  readonly number: number;
}

interface StoredChange {
  readonly id: number;
  readonly fingerprint: string;
  readonly stateBefore: State;
  readonly stateAfter: State;
  readonly assigneeBefore: string | null;
  readonly assigneeAfter: string | null;
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
}

/** Takes the latest decision back that was not taken back yet; by a further decision, nothing is removed. */
function undo(database: Database.Database): readonly Change[] {
  const work = database.transaction(() => {
    const last = database
      .prepare<[], Undoable>(
        `SELECT number FROM decision
         WHERE action <> 'undo' AND number NOT IN (SELECT undoes FROM decision WHERE undoes IS NOT NULL)
         ORDER BY number DESC LIMIT 1`,
      )
      .get();
    if (last === undefined) return [];
    const changes = database
      .prepare<[number], StoredChange>(
        `SELECT coalesce(listed.id, 0) AS id, fingerprint, state_before AS stateBefore, state_after AS stateAfter,
           assignee_before AS assigneeBefore, assignee_after AS assigneeAfter, due_before AS dueBefore, due_after AS dueAfter
         FROM decision_finding LEFT JOIN listed USING (fingerprint) WHERE number = ?`,
      )
      .all(last.number)
      .map((row): Change => ({
        id: row.id,
        fingerprint: row.fingerprint,
        before: { state: row.stateAfter, assignee: row.assigneeAfter, dueDate: row.dueAfter },
        after: { state: row.stateBefore, assignee: row.assigneeBefore, dueDate: row.dueBefore },
      }));
    const number = database.prepare<[], number>(nextNumber).pluck().get() ?? 1;
    const empty = { reason: '', comment: '', assignee: null, dueDate: null };
    addDecision(database, { number, action: 'undo', ...empty }, last.number);
    store(database, number, changes);
    addLog(database, 'undone', `decision=${last.number} findings=${changes.length}`);
    return changes;
  });
  return work.immediate();
}

function addDecision(database: Database.Database, decision: Omit<Decision, 'at'>, undoes: number | null): void {
  const { number, action, reason, comment, assignee, dueDate } = decision;
  database
    .prepare(
      `INSERT INTO decision (number, at, action, reason, comment, assignee, due_date, undoes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(number, new Date().toISOString(), action, reason, comment, assignee, dueDate, undoes);
}

function store(database: Database.Database, number: number, changes: readonly Change[]): void {
  const add = database.prepare(
    `INSERT INTO decision_finding (number, fingerprint, state_before, state_after, assignee_before, assignee_after,
       due_before, due_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const stand = database.prepare(
    'INSERT OR REPLACE INTO standing (fingerprint, state, assignee, due_date) VALUES (?, ?, ?, ?)',
  );
  const list = database.prepare('UPDATE listed SET state = ?, assignee = ?, due_date = ? WHERE fingerprint = ?');
  for (const { fingerprint, before, after } of changes) {
    add.run(
      number,
      fingerprint,
      before.state,
      after.state,
      before.assignee,
      after.assignee,
      before.dueDate,
      after.dueDate,
    );
    stand.run(fingerprint, after.state, after.assignee, after.dueDate);
    list.run(after.state, after.assignee, after.dueDate, fingerprint);
  }
}

/** What was decided on a finding, earliest first. */
export function historyOf(database: Database.Database, fingerprint: string): ChannelResult<'findings.get'>['history'] {
  return database
    .prepare<[string], Decision>(
      `SELECT decision.number, action, reason, comment, at, assignee, due_date AS dueDate
       FROM decision_finding JOIN decision USING (number) WHERE fingerprint = ? ORDER BY number`,
    )
    .all(fingerprint);
}
