import type { ChannelArgs } from '../../../contract/channels.ts';
import { call } from '../../app/api.ts';
import { refresh } from '../../app/queries.ts';

export type Action = ChannelArgs<'findings.decide'>['action'];

/** What a key does; letters as printed on the buttons. */
export const keyOf: Readonly<Partial<Record<Action, string>>> = {
  propose: 'C',
  dismiss: 'X',
  moreInfo: 'M',
  refer: 'E',
  assign: 'A',
  comment: '/',
};
export const actionOfKey: ReadonlyMap<string, Action> = new Map([
  ['c', 'propose'],
  ['x', 'dismiss'],
  ['m', 'moreInfo'],
  ['e', 'refer'],
  ['a', 'assign'],
  ['/', 'comment'],
]);

/** Proposing needs no words; everything else is asked for them. */
export const needsDialog = (action: Action): boolean => action !== 'propose' && action !== 'moreInfo';
export const needsReason = (action: Action): boolean => action === 'dismiss' || action === 'refer';

export interface DecisionWords {
  readonly reason: string;
  readonly comment: string;
  readonly assignee: string | null;
  readonly dueDate: string | null;
}
export const noWords: DecisionWords = { reason: '', comment: '', assignee: null, dueDate: null };

const changed = [
  'findings.list',
  'findings.facets',
  'findings.get',
  'findings.groups',
  'inspection.overview',
  'statistics.get',
  'log.list',
] as const;

export async function decide(ids: readonly string[], action: Action, words: DecisionWords): Promise<number> {
  const answer = await call('findings.decide', { ids: [...ids], action, ...words });
  await refresh(...changed);
  return answer.changed;
}

export async function undo(): Promise<number> {
  const answer = await call('findings.undo', {});
  await refresh(...changed);
  return answer.undone;
}
