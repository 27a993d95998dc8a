import type { LocalDate } from '../calendar/local-date.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { Debtor } from './case-debtors.ts';
import { debtorsOf, names } from './case-debtors.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { absentColumns, fixedReads, known, recordsOfCase, textOf, wordsOf } from './neighbours.ts';
import { identifies } from './party-number.ts';
import { onceForRecord } from './remember.ts';
import type { SharedContext } from './remember.ts';
import { classText, isOfClass } from './termination-query.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

/** Facts on the start of the online inquiry into a debtor's property (法释〔2017〕8号1条、法释〔2013〕20号7条). */
const CASES = 'enforcementCase';
const QUERIES = 'networkQuery';
const PARTIES = 'caseParty';

/** Requests of the case in the online system. A request to freeze shows that the system was used: it counts as well. */
const requestsOf = onceForRecord((record, context) => recordsOfCase(record, context, QUERIES, ['requestedAt']));

function dayOfRequest(row: RegisterRecord): LocalDate | null {
  const at = textOf(row.values.requestedAt);
  return at === null ? null : dayOf(at);
}

const NO_DAY = new Unknown('missing', [`${QUERIES}.requestedAt`]);

/** Day of the first request; blank without any, unknown where one without a day might be the first. */
function firstRequestOn(record: RegisterRecord, context: FactContext): FactResult {
  const rows = requestsOf(record, context);
  if (rows instanceof Unknown) return rows;
  let first: LocalDate | null = null;
  for (const row of rows) {
    const day = dayOfRequest(row);
    if (day === null) return NO_DAY;
    if (first === null || day < first) first = day;
  }
  return first;
}

/** Requests up to the end of the case, or to the as-of day; one without a day counts: the reading that does not accuse. */
function requestsUpToEnd(record: RegisterRecord, context: SharedContext): readonly RegisterRecord[] | Unknown {
  const rows = requestsOf(record, context);
  if (rows instanceof Unknown || rows.length === 0) return rows;
  const end = textOf(record.values.closeDate) ?? context.asOf;
  return rows.filter((row) => (dayOfRequest(row) ?? end) <= end);
}

/** Living debtors who have a code to be queried by: village committees, branches and the like have none. */
function queryableDebtors(
  record: RegisterRecord,
  context: FactContext,
  params: FactParams,
): readonly Debtor[] | Unknown {
  const debtors = debtorsOf(record, context);
  if (debtors instanceof Unknown) return debtors;
  const exempt = wordsOf(record, context, params, 'exempt');
  if (exempt instanceof Unknown) return exempt;
  return debtors.filter(({ name, identityNo, gone }) => !gone && !(identityNo === null && mentionsAny(name, exempt)));
}

/** A row that says nothing of a debtor is about the case as a whole. */
function namesNobody({ values }: RegisterRecord): boolean {
  return textOf(values.debtor) === null && textOf(values.identityNo) === null;
}

/** Debtors of whom no request is on record; unknown while a row names somebody nobody knows: it may be theirs. */
function unqueriedDebtors(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const rows = requestsUpToEnd(record, context);
  if (rows instanceof Unknown) return rows;
  if (rows.some(namesNobody)) return [];
  const debtors = queryableDebtors(record, context, params);
  if (debtors instanceof Unknown) return debtors;
  const missing = debtors.filter((debtor) => !rows.some((row) => names(row, 'debtor', 'identityNo', debtor)));
  if (missing.length === 0) return [];
  const all = known(debtorsOf(record, context));
  const unplaced = rows.some((row) => !all.some((debtor) => names(row, 'debtor', 'identityNo', debtor)));
  return unplaced ? new Unknown('missing', [`${QUERIES}.debtor`]) : missing.map(({ name }) => name);
}

/** The same where nothing is left open: one more check, not one that the others wait for. */
function surelyUnqueried(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const debtors = unqueriedDebtors(record, context, params);
  return debtors instanceof Unknown ? [] : debtors;
}

/**
 * Classes of property that no request of the case covers, by the column of scopes; none where a row does not tell its scope.
 */
function unqueriedClasses(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const rows = known(requestsOf(record, context));
  const classes = wordsOf(record, context, params, 'classes');
  if (classes instanceof Unknown) return classes;
  const scopes = rows.map(({ values }) => textOf(values.queryScope));
  if (scopes.length === 0 || scopes.includes(null)) return [];
  const texts = rows.map(classText);
  return classes.filter((name) => !texts.some((text) => isOfClass(text, name)));
}

/** Names and numbers of all parties of the case, those of legal representatives included; `null` where a number is missing. */
const partiesOf = onceForRecord((record, context) => {
  if (absentColumns(context, PARTIES, ['caseNo', 'identityNo', 'partyName']) !== null) return null;
  const parties = context.registers.by(PARTIES, 'caseNo', record.values.caseNo);
  const numbers = parties.map(({ values }) => textOf(values.identityNo));
  if (parties.length === 0 || numbers.includes(null)) return null;
  const representatives = parties.map(({ values }) => textOf(values.legalRepresentativeIdentityNo));
  const called = parties.flatMap(({ values }) => [values.partyName, values.legalRepresentative]);
  return {
    numbers: new Set([...numbers, ...representatives]),
    names: new Set(called.map((each) => comparableText(textOf(each) ?? ''))),
  };
});

/**
 * Requests about somebody who is no party of the case, by whole number and name. Nobody where the parties are not all known:
 * one more check, not one that the others wait for.
 */
function strangersQueried(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const rows = requestsOf(record, context);
  if (rows instanceof Unknown || rows.every(({ values }) => textOf(values.identityNo) === null)) return [];
  const parties = partiesOf(record, context);
  if (parties === null) return [];
  return rows.filter(({ values }) => {
    const number = textOf(values.identityNo);
    if (number === null || !identifies(number) || parties.numbers.has(number)) return false;
    return !parties.names.has(comparableText(textOf(values.debtor) ?? ''));
  });
}

/** Whether the system was under maintenance for a request of the case, by the register's own column. */
function systemMaintained(record: RegisterRecord, context: FactContext): FactResult {
  const rows = recordsOfCase(record, context, QUERIES, ['maintenance']);
  return rows instanceof Unknown ? rows : rows.some((row) => row.values.maintenance === true);
}

function namesOf(rows: readonly RegisterRecord[]): readonly string[] {
  return rows.map((row) => textOf(row.values.debtor) ?? `第${row.row}行`);
}

function joined(value: FactResult): Readonly<Record<string, string>> {
  return Array.isArray(value) ? { names: value.join('、') } : {};
}

const REQUESTED = { register: QUERIES, fields: ['requestedAt'] } as const;
const PARTY_READS = { register: PARTIES, fields: ['partyName', 'partyRole', 'identityNo'] } as const;
const EXEMPT = { exempt: { kind: 'parameter' } } as const;

/** What tells which debtors were queried. */
const QUERIED_DEBTORS = fixedReads(
  ['caseNo', 'closeDate', 'debtor', 'debtorIdentityNo', 'debtorStatus'],
  [{ register: QUERIES, fields: ['requestedAt', 'debtor', 'identityNo'] }, PARTY_READS],
  ['exempt'],
);

export const networkQueryFacts: readonly FactDefinition[] = [
  {
    name: 'firstNetworkRequestOn',
    register: CASES,
    label: { zh: '首次提起网络查控日', en: 'day of the first request in the online system' },
    type: 'date',
    shared: true,
    reads: fixedReads(['caseNo'], [REQUESTED]),
    evaluate: firstRequestOn,
    sources: (record, context) => known(requestsOf(record, context)),
  },
  {
    name: 'networkRequestBeforeEnd',
    register: CASES,
    label: { zh: '结案前提起过网络查控', en: 'a request in the online system was made before the closure' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'closeDate'], [REQUESTED]),
    evaluate: (record, context) => {
      const rows = requestsUpToEnd(record, context);
      return rows instanceof Unknown ? rows : rows.length > 0;
    },
  },
  {
    name: 'debtorsToQuery',
    register: CASES,
    label: { zh: '应当查询的被执行人', en: 'debtors to be queried' },
    type: 'list',
    params: EXEMPT,
    reads: fixedReads(['caseNo', 'debtor', 'debtorIdentityNo', 'debtorStatus'], [PARTY_READS], ['exempt']),
    evaluate: (record, context, params) => {
      const debtors = queryableDebtors(record, context, params);
      return debtors instanceof Unknown ? debtors : debtors.map(({ name }) => name);
    },
  },
  {
    name: 'unqueriedDebtors',
    register: CASES,
    label: { zh: '没有网络查控记录的被执行人', en: 'debtors of whom no online query is on record' },
    type: 'list',
    params: EXEMPT,
    reads: QUERIED_DEBTORS,
    evaluate: unqueriedDebtors,
    describe: (record, context, params) => joined(unqueriedDebtors(record, context, params)),
    sources: (record, context) => known(requestsUpToEnd(record, context)),
  },
  {
    name: 'surelyUnqueriedDebtors',
    register: CASES,
    label: { zh: '可以确定没有网络查控记录的被执行人', en: 'debtors who certainly were not queried' },
    type: 'list',
    params: EXEMPT,
    reads: QUERIED_DEBTORS,
    evaluate: surelyUnqueried,
    describe: (record, context, params) => joined(surelyUnqueried(record, context, params)),
    sources: (record, context) => known(requestsUpToEnd(record, context)),
  },
  {
    name: 'unqueriedClasses',
    register: CASES,
    label: { zh: '查询范围没有覆盖的财产类别', en: 'classes of property that no query covers' },
    type: 'list',
    params: { classes: { kind: 'parameter' } },
    reads: fixedReads(
      ['caseNo'],
      [{ register: QUERIES, fields: ['requestedAt', 'queryScope', 'bank', 'assistingUnit', 'assistingUnitCategory'] }],
      ['classes'],
    ),
    evaluate: unqueriedClasses,
    describe: (record, context, params) => joined(unqueriedClasses(record, context, params)),
    sources: (record, context) => known(requestsOf(record, context)),
  },
  {
    name: 'strangersQueried',
    register: CASES,
    label: { zh: '被查询的非本案当事人', en: 'queried people who are no party of the case' },
    type: 'list',
    shared: true,
    reads: fixedReads(
      ['caseNo'],
      [
        { register: QUERIES, fields: ['debtor', 'identityNo'] },
        { register: PARTIES, fields: ['partyName', 'identityNo'] },
      ],
    ),
    evaluate: (record, context) => namesOf(strangersQueried(record, context)),
    describe: (record, context) => joined(namesOf(strangersQueried(record, context))),
    sources: strangersQueried,
  },
  {
    name: 'querySystemMaintained',
    register: CASES,
    label: { zh: '查控系统维护停机', en: 'the online system was under maintenance' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo'], [{ register: QUERIES, fields: ['maintenance'] }]),
    evaluate: systemMaintained,
  },
];
