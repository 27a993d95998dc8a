import type { FieldId } from '../register/definition.ts';
import type { FieldValue, RegisterRecord } from '../register/record.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { saysNothing } from './text.ts';
import { mentionsAny } from './words.ts';

const RECORDS = 'interferenceRecord';

/** Any of these says that somebody asked about a case. A day of recording or a remark alone does not. */
const MARKS: readonly FieldId[] = [
  'caseNo',
  'interferer',
  'position',
  'interfererUnit',
  'interfererPost',
  'interferedAt',
  'medium',
];
/** Cells in which a table without entries says so. */
const WORDED: readonly FieldId[] = ['interferer', 'content', 'disposition', 'remark'];
const NOTHING_TO_RECORD: readonly string[] = [
  '本季度无',
  '本月无',
  '本年无',
  '本期无',
  '无干预',
  '无过问',
  '没有干预',
  '没有过问',
  '未发生',
  '未收到',
  '零报告',
];

function hasValue(value: FieldValue): boolean {
  return value !== null && value !== undefined && !(typeof value === 'string' && saysNothing(value.trim()));
}

/**
 * Whether the row tells of an inquiry at all: a quarter without any is often entered as one row of 无, or as 本季度无干预过问.
 * `undefined` where the columns that would tell were not handed over.
 */
export function statesInterference(record: RegisterRecord): boolean | undefined {
  const { values } = record;
  const saysNone = WORDED.some((field) => mentionsAny(textOf(values[field]) ?? '', NOTHING_TO_RECORD));
  if (saysNone && !hasValue(values.caseNo)) return false;
  if (MARKS.some((field) => hasValue(values[field]))) return true;
  const columns = record.mapping?.columns;
  return MARKS.some((field) => values[field] === null || (columns !== undefined && Object.hasOwn(columns, field)))
    ? false
    : undefined;
}

/**
 * Whether the column 单位 is the person's: it stands beside 职务, and the table has no 单位及职务. Otherwise it names the court.
 */
function courtIsUnitOfPerson({ values }: RegisterRecord): boolean {
  return values.position === undefined && values.interfererUnit === undefined && values.interfererPost !== undefined;
}

/** The court on whose records the row stands. */
export function courtOfRecord(record: RegisterRecord): FieldValue {
  return courtIsUnitOfPerson(record) ? null : record.values.court;
}

/** Unit and post of the person: one column 单位及职务, or one for each; blank where one of the two is. */
function unitAndPost(record: RegisterRecord): FactResult {
  const { position, interfererPost } = record.values;
  const interfererUnit = courtIsUnitOfPerson(record) ? record.values.court : record.values.interfererUnit;
  if (typeof position === 'string' && hasValue(position)) return position;
  const parts = [interfererUnit, interfererPost];
  if (parts.every(hasValue)) return parts.join('');
  if (parts.every((part) => part === undefined))
    return position === null || typeof position === 'string' ? null : unknownPost;
  if (position === undefined && parts.every((part) => part === undefined || hasValue(part))) return unknownPost;
  return null;
}

const unknownPost = new Unknown('missing', ['position']);

export const interferenceRecordFacts: readonly FactDefinition[] = [
  {
    name: 'interferenceStated',
    register: RECORDS,
    label: {
      zh: '该行记有过问（不是“本季度无”一类的零报告行）',
      en: 'the row tells of an inquiry (not of there being none)',
    },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'interferer', 'content']),
    evaluate: (record) => statesInterference(record) ?? new Unknown('missing', ['caseNo', 'interferer']),
  },
  {
    name: 'interfererPosition',
    register: RECORDS,
    label: { zh: '过问人单位及职务（合列或分列）', en: 'unit and post of the person, in one column or two' },
    type: 'text',
    shared: true,
    reads: fixedReads(['position']),
    evaluate: unitAndPost,
  },
];
