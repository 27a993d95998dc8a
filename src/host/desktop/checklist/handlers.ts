import type { Handlers } from '../../../contract/dispatch.ts';
import { CodedError } from '../../../contract/errors.ts';
import type { ChecklistItem as ListedItem } from '../../../contract/model.ts';
import type { LocalDate } from '../../../core/calendar/local-date.ts';
import { tallyOf } from '../../../core/finding/checklist-tally.ts';
import { scorecardTable } from '../../../core/finding/scorecard.ts';
import type { ChecklistItem } from '../../../core/rule/checklist.ts';
import type { RulePack } from '../../../core/rule/pack.ts';
import { versionInForce } from '../findings/law-in-force.ts';
import type { Workspace } from '../workspace.ts';
import { answerItem, standingAnswer, undoAnswer, type StandingAnswer } from './answers.ts';

type ChecklistHandlers = Pick<Handlers, 'checklist.list' | 'checklist.answer' | 'checklist.undo'>;

/** What no register can show is asked of people; their answers live in the inspection. */
export function checklistHandlers(workspace: Workspace): ChecklistHandlers {
  return {
    'checklist.list': async () => {
      const { pack } = await workspace.rulebook();
      const { database, info } = workspace.need();
      const answers = new Map(pack.checklist.map((item) => [item.id, standingAnswer(database, item)]));
      const answerOf = (id: string): StandingAnswer => {
        const answer = answers.get(id);
        if (answer === undefined) throw new CodedError('E_NOT_FOUND', 'item');
        return answer;
      };
      return {
        items: pack.checklist.map((item) => listed(item, answerOf(item.id), pack, info.asOf)),
        tally: tallyOf(pack.checklist, answerOf, scorecardTable(pack.tables)),
      };
    },
    'checklist.answer': async ({ item: id, answer, note }) => {
      const { pack } = await workspace.rulebook();
      const { database } = workspace.needIdle();
      const item = pack.checklist.find((each) => each.id === id);
      if (item === undefined) throw new CodedError('E_NOT_FOUND', 'item');
      answerItem(database, item, pack.version, { answer, note: note.trim() });
      return null;
    },
    'checklist.undo': () => Promise.resolve({ item: undoAnswer(workspace.needIdle().database) }),
  };
}

function listed(item: ChecklistItem, standing: StandingAnswer, pack: RulePack, asOf: LocalDate): ListedItem {
  const { id, title, party, question, evidence, reason, confidence } = item;
  return {
    id,
    clauses: item.clauses.map((clause) => ({
      id: clause,
      quote: pack.clauses.find((each) => each.id === clause)?.quote ?? '',
    })),
    title,
    party,
    question,
    evidence,
    reason,
    law: item.legalBasis.map((reference) => ({
      citation: pack.cite([reference], asOf),
      ...versionInForce(pack, reference, asOf),
    })),
    confidence,
    caveat: item.note,
    ...standing,
  };
}
