import type { RegisterRecord } from '../register/record.ts';
import { dateOf } from './cells.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { absentColumns, fixedReads, textOf } from './neighbours.ts';
import { handlerNames } from './roster-person.ts';
import { mentionsAny } from './words.ts';

const PARTICIPATION = 'layEnforcerParticipation';
const ROSTER = 'layEnforcer';

function participants(record: RegisterRecord): readonly string[] {
  return handlerNames(textOf(record.values.name) ?? '');
}

function rosterRows(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return participants(record).flatMap((name) => context.registers.by(ROSTER, 'name', name));
}

/** Whether the roster shows the person in office on the day; `null` where it has no full term. */
function inOffice(row: RegisterRecord, day: string): boolean | null {
  const from = dateOf(row, 'appointedDate');
  const to = dateOf(row, 'termEnd');
  if (typeof from === 'string' && day < dayOf(from)) return false;
  if (typeof to === 'string') return day <= dayOf(to) ? typeof from === 'string' || null : false;
  return null;
}

/** 在任, 任期外 or 不在名册, by name: never more than a lead. */
const layEnforcerStanding: FactDefinition = {
  name: 'layEnforcerStanding',
  register: PARTICIPATION,
  label: { zh: '参与人在名册中的状态', en: 'standing of the participant on the roster' },
  type: 'text',
  shared: true,
  reads: fixedReads(['name', 'date'], [{ register: ROSTER, fields: ['name', 'appointedDate', 'termEnd'] }]),
  evaluate: (record, context): FactResult => {
    const absent = absentColumns(context, ROSTER, ['name']);
    if (absent !== null) return absent;
    const rows = participants(record).map((name) => context.registers.by(ROSTER, 'name', name));
    if (rows.some(({ length }) => length === 0)) return '不在名册';
    const date = dateOf(record, 'date');
    if (rows.length === 0 || typeof date !== 'string') return new Unknown('missing', ['date']);
    const day = dayOf(date);
    const standings = rows.map((terms) => {
      const offices = terms.map((row) => inOffice(row, day));
      return offices.includes(true) || (offices.includes(null) ? null : false);
    });
    if (standings.includes(false)) return '任期外';
    return standings.includes(null) ? new Unknown('missing', [`${ROSTER}.termEnd`]) : '在任';
  },
  sources: rosterRows,
};

const RESOLVED_WORDS = ['和解', '自动履行', '息访', '息诉', '履行完毕', '化解'];
const UNRESOLVED_WORDS = ['未', '不成', '失败', '没有', '无果', '拒绝'];

function resolves(row: RegisterRecord): boolean {
  const result = textOf(row.values.layResult) ?? '';
  return mentionsAny(result, RESOLVED_WORDS) && !mentionsAny(result, UNRESOLVED_WORDS);
}

function rowsOfCase(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return context.registers.by(PARTICIPATION, 'caseNo', record.values.caseNo);
}

/** Cases with lay participants: each is counted once, whatever the number of its rows. */
const resolutionFacts: readonly FactDefinition[] = [
  {
    name: 'firstRowOfCase',
    register: PARTICIPATION,
    label: { zh: '该案的第一条参与记录', en: 'first row of the case' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo']),
    evaluate: (record, context) =>
      textOf(record.values.caseNo) === null
        ? new Unknown('missing', ['caseNo'])
        : rowsOfCase(record, context)[0] === record,
  },
  {
    name: 'disputeResolved',
    register: PARTICIPATION,
    label: { zh: '该案和解、自动履行或者息访', en: 'the case was settled, performed or laid to rest' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'layResult']),
    evaluate: (record, context) => {
      const rows = rowsOfCase(record, context);
      if (rows.some(resolves)) return true;
      return rows.some((row) => textOf(row.values.layResult) === null) ? new Unknown('missing', ['layResult']) : false;
    },
  },
];

export const layEnforcerFacts: readonly FactDefinition[] = [layEnforcerStanding, ...resolutionFacts];
