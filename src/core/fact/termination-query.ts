import type { LocalDate } from '../calendar/local-date.ts';
import type { RegisterRecord } from '../register/record.ts';
import { addDays, addMonths } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams, FactResult, RegisterSet } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { fixedReads, known, recordsOfCase, textOf, wordsOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const CASES = 'enforcementCase';
const QUERIES = 'networkQuery';
const CLASS_FIELDS = ['bank', 'assistingUnit', 'assistingUnitCategory', 'queryScope'] as const;

/** Words by which a row of the query register shows its class of property. A class of another name is its own word. */
const CLASS_WORDS: Readonly<Record<string, { readonly any: readonly string[]; readonly none: readonly string[] }>> = {
  银行: { any: ['银行', '信用社', '农信'], none: ['人民银行', '人行', '互联网银行', '网商银行', '微众银行'] },
  互联网银行: { any: ['互联网', '支付宝', '财付通', '网络支付', '微信', '网商银行', '微众银行'], none: [] },
  证券: { any: ['证券', '中登', '中证登', '中国结算'], none: [] },
  车辆: { any: ['车辆', '车管', '机动车', '公安'], none: [] },
  不动产: { any: ['不动产', '自然资源', '房产', '国土'], none: [] },
  工商: { any: ['工商', '市场监管', '市场监督', '股权', '企业登记'], none: [] },
  人民银行: { any: ['人民银行', '人行'], none: [] },
};
const EVERYTHING = ['全项', '全部', '总对总全'];
const CONTROL_WORDS = ['控制', '冻结', '查封', '扣划'];

function dayOfQuery(query: RegisterRecord): LocalDate | null | undefined {
  const at = query.values.requestedAt;
  return at === undefined ? undefined : at === null ? null : dayOf(String(at));
}

function isQuery(row: RegisterRecord): boolean {
  const type = textOf(row.values.requestType);
  return type === null || type === '1' || (type !== '2' && !mentionsAny(type, CONTROL_WORDS));
}

/** Queries of the case up to the day on which it was closed. */
function queriesUpToClosure(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const closed = textOf(record.values.closeDate);
  if (closed === null) return new Unknown('missing', ['closeDate']);
  const rows = recordsOfCase(record, context, QUERIES, ['requestedAt']);
  if (rows instanceof Unknown || rows.length === 0) return rows;
  const queries = rows.filter(isQuery);
  const dated = queries.filter((each) => (dayOfQuery(each) ?? '9999') <= closed);
  return dated.length === 0 && queries.some((each) => typeof dayOfQuery(each) !== 'string')
    ? new Unknown('missing', [`${QUERIES}.requestedAt`])
    : dated;
}

function latestDay(queries: readonly RegisterRecord[]): LocalDate | null {
  return (
    queries
      .map(dayOfQuery)
      .filter((day) => typeof day === 'string')
      .sort()
      .at(-1) ?? null
  );
}

function windowStart(record: RegisterRecord, context: FactContext, params: FactParams): LocalDate | Unknown {
  const closed = textOf(record.values.closeDate);
  const months = context.limit(String(params.months), record);
  const days = context.limit(String(params.days), record);
  if (months instanceof Unknown) return months;
  if (days instanceof Unknown) return days;
  if (closed === null) return new Unknown('missing', ['closeDate']);
  return addDays(addMonths(closed, -months.amount), -days.amount);
}

function queriesInWindow(
  record: RegisterRecord,
  context: FactContext,
  params: FactParams,
): readonly RegisterRecord[] | Unknown {
  const queries = queriesUpToClosure(record, context);
  if (queries instanceof Unknown) return queries;
  const start = windowStart(record, context, params);
  if (start instanceof Unknown) return start;
  if (queries.length === 0) return queries;
  return queries.filter((each) => (dayOfQuery(each) ?? '') >= start);
}

/** All that a row says of the kind of property it asked for. */
export function classText(query: RegisterRecord): string {
  return CLASS_FIELDS.map((field) => textOf(query.values[field]) ?? '').join(' ');
}

/** A cell may list several classes (银行、互联网银行、人民银行): each is judged by itself. */
const SEPARATORS = /[、,，;；/|+＋和及\s]+/u;

export function isOfClass(text: string, name: string): boolean {
  const words = CLASS_WORDS[name] ?? { any: [name], none: [] };
  return (
    mentionsAny(text, EVERYTHING) ||
    text.split(SEPARATORS).some((part) => mentionsAny(part, words.any) && !mentionsAny(part, words.none))
  );
}

const COVERS_OTHER_CLASSES = new WeakMap<RegisterSet, boolean>();

/** A register that has nothing but banks is a bank's feedback table: it says nothing about other classes. */
function coversOtherClasses(context: FactContext): boolean {
  const known = COVERS_OTHER_CLASSES.get(context.registers);
  if (known !== undefined) return known;
  const covers = context.registers.all(QUERIES).some((query) => {
    const text = classText(query);
    return Object.keys(CLASS_WORDS).some((name) => name !== '银行' && name !== '人民银行' && isOfClass(text, name));
  });
  COVERS_OTHER_CLASSES.set(context.registers, covers);
  return covers;
}

function missingClasses(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const queries = queriesInWindow(record, context, params);
  if (queries instanceof Unknown) return queries;
  const classes = wordsOf(record, context, params, 'classes');
  if (classes instanceof Unknown) return classes;
  const texts = queries.map(classText);
  if (texts.some((text) => mentionsAny(text, EVERYTHING))) return [];
  const missing = classes.filter((name) => !texts.some((text) => isOfClass(text, name)));
  const unclear = texts.some((text) => text.trim() === '');
  return missing.length > 0 && (unclear || !coversOtherClasses(context))
    ? new Unknown('missing', [`${QUERIES}.queryScope`])
    : missing;
}

const WINDOW = { months: { kind: 'limit' }, days: { kind: 'limit' } } as const;
const READS = [{ register: QUERIES, fields: ['caseNo', 'requestedAt', 'requestType'] }] as const;

export const terminationQueryFacts: readonly FactDefinition[] = [
  {
    name: 'queriedInWindow',
    register: CASES,
    label: { zh: '终本前期间内有网络查询', en: 'queried within the period before termination' },
    type: 'boolean',
    params: WINDOW,
    reads: fixedReads(['caseNo', 'closeDate'], READS, ['months', 'days']),
    evaluate: (record, context, params) => {
      const queries = queriesInWindow(record, context, params);
      return queries instanceof Unknown ? queries : queries.length > 0;
    },
    describe: (record, context, params) => {
      const start = windowStart(record, context, params);
      const queries = queriesUpToClosure(record, context);
      const latest = queries instanceof Unknown ? null : latestDay(queries);
      return { latest, ...(start instanceof Unknown ? {} : { start }) };
    },
    sources: (record, context) => known(queriesUpToClosure(record, context)),
  },
  {
    name: 'missingQueryClasses',
    register: CASES,
    label: { zh: '未查询的财产类别', en: 'classes of property not queried' },
    type: 'list',
    params: { ...WINDOW, classes: { kind: 'parameter' } },
    reads: fixedReads(
      ['caseNo', 'closeDate'],
      [{ register: QUERIES, fields: ['caseNo', 'requestedAt', ...CLASS_FIELDS] }],
      ['months', 'days', 'classes'],
    ),
    evaluate: missingClasses,
    describe: (record, context, params) => {
      const missing = missingClasses(record, context, params);
      return Array.isArray(missing) ? { names: missing.join('、') } : {};
    },
    sources: (record, context, params) => known(queriesInWindow(record, context, params)),
  },
];
