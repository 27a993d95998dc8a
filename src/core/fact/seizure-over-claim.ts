import type { RegisterRecord } from '../register/record.ts';
import { dueDate } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { absentColumns, fixedReads, known, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { upheld } from './party-remedy.ts';
import { propertyKindOf } from './property-kind.ts';
import { onceForRecord } from './remember.ts';
import type { SeizedItem } from './seized-value.ts';
import { remainingClaim, seizedOn } from './seized-value.ts';
import { mentionsAny } from './words.ts';

/** Facts on seizures beyond the claim (查扣冻规定19条), and on equity of which too much was frozen (股权规定5条). */
const CASES = 'enforcementCase';
const SEIZURES = 'propertySeizure';
const FREEZES = 'equityFreeze';
const OBJECTIONS = 'objectionReview';

const EQUITY_WORDS = ['股权', '出资额', '投资权益'];
/** Shares traded on an exchange are no equity of these provisions (1条). */
const LISTED_WORDS = ['股票', '上市', '证券账户'];
const EXCESS_WORDS = ['超标的', '超额', '超出', '明显超'];
const PARTLY_RELEASED_WORDS = ['部分解除', '部分解冻', '解除超', '已解除', '已解冻'];

interface Seized {
  readonly items: readonly SeizedItem[];
  /** Fen: values that are told, of first seals without prior claims. */
  readonly value: number;
  /** Fen: what is left of the claim, with fee and interest where they are told. */
  readonly owed: number;
  /** Whether every value is told and belongs to this case alone. */
  readonly complete: boolean;
}

const seizedOf = onceForRecord((record, context): Seized | Unknown => {
  const rows = recordsOfCase(record, context, SEIZURES, ['effectiveDate']);
  if (rows instanceof Unknown) return rows;
  const claim = remainingClaim(record);
  if (claim === null || claim <= 0) return new Unknown('missing', ['claimAmount']);
  const { enforcementFee, delayInterest } = record.values;
  const owed = claim + (numberOf(enforcementFee) ?? 0) + (numberOf(delayInterest) ?? 0);
  const all = rows.length === 0 ? [] : seizedOn(rows, context.asOf);
  const items = all.filter((item) => item.own && item.value !== null);
  const value = items.reduce((sum, item) => sum + (item.value ?? 0), 0);
  return { items, value, owed, complete: items.length === all.length };
});

/** A deposit or a share can be released in part; a thing only where the rest still covers what is owed (19条). */
function couldBeReleased({ items, value, owed }: Seized): boolean {
  return items.some(({ row, value: own }) => {
    const words = `${textOf(row.values.propertyType) ?? ''}${textOf(row.values.propertyName) ?? ''}`;
    const divisible = propertyKindOf(words) === 'deposit' || mentionsAny(words, EQUITY_WORDS);
    return divisible || value - (own ?? 0) >= owed;
  });
}

/** Fen beyond what is owed, where the ratio is passed and something could be released; blank where not. */
function seizedBeyondClaim(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const most = context.parameter(String(params.most), record);
  if (most instanceof Unknown) return most;
  const seized = seizedOf(record, context);
  if (seized instanceof Unknown) return seized;
  if (seized.value / seized.owed > Number(most)) {
    return couldBeReleased(seized) ? seized.value - seized.owed : null;
  }
  return seized.complete ? null : new Unknown('missing', [`${SEIZURES}.appraisedValue`]);
}

function isEquity({ values }: RegisterRecord): boolean {
  const words = `${textOf(values.propertyType) ?? ''}${textOf(values.propertyName) ?? ''}`;
  return mentionsAny(words, EQUITY_WORDS) && !mentionsAny(words, LISTED_WORDS);
}

/** Freezes of equity in the case: of the registry's table and of the court's own. */
const equityOf = onceForRecord((record, context): readonly RegisterRecord[] | Unknown => {
  const freezes = recordsOfCase(record, context, FREEZES);
  const seizures = recordsOfCase(record, context, SEIZURES);
  if (freezes instanceof Unknown && seizures instanceof Unknown) return seizures;
  return [
    ...known(freezes),
    ...(seizures instanceof Unknown || seizures.length === 0 ? [] : seizures.filter(isEquity)),
  ];
});

function releaseOf({ values }: RegisterRecord): string | null {
  const day = textOf(values.releasedAt) ?? textOf(values.releasedDate);
  return day === null ? null : dayOf(day);
}

/** The objection to the freezing of equity beyond the claim that was upheld; `null` where there is none. */
function upheldObjection(record: RegisterRecord, context: FactContext): RegisterRecord | null | Unknown {
  const equity = equityOf(record, context);
  if (equity instanceof Unknown || equity.length === 0) return equity instanceof Unknown ? equity : null;
  const absent = absentColumns(context, OBJECTIONS, ['originalEnforcementCaseNo', 'objectionType', 'decisionResult']);
  if (absent !== null) return absent;
  const rows = context.registers.by(OBJECTIONS, 'originalEnforcementCaseNo', record.values.caseNo);
  const found = rows.find(({ values }) => {
    const words = [values.objectionType, values.propertyName, values.remark]
      .map((each) => textOf(each) ?? '')
      .join(' ');
    return mentionsAny(words, EXCESS_WORDS) && mentionsAny(words, EQUITY_WORDS);
  });
  return found !== undefined && upheld(found) === true ? found : null;
}

const NO_EFFECT = new Unknown('missing', [`${OBJECTIONS}.decisionServedDate`]);

/**
 * Day on which the ruling took effect: as stated, else the end of the time to ask for reconsideration after its service. Unknown
 * where reconsideration was asked for: the table does not tell its result.
 */
function effectiveOn(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const objection = upheldObjection(record, context);
  if (objection === null || objection instanceof Unknown) return objection;
  const { challengedRulingEffectiveDate, decisionServedDate, reviewReceivedDate, reviewFiledDate } = objection.values;
  const stated = textOf(challengedRulingEffectiveDate);
  if (stated !== null) return stated;
  if (textOf(reviewReceivedDate) !== null || textOf(reviewFiledDate) !== null) return NO_EFFECT;
  const served = textOf(decisionServedDate);
  if (served === null) return NO_EFFECT;
  const period = context.limit(String(params.review), record);
  if (period instanceof Unknown) return period;
  return dueDate(served, period, context.calendar) ?? new Unknown('calendar-not-covered', []);
}

/** First release of equity since the ruling; unknown where a row speaks of one without a day. */
function releasedOn(record: RegisterRecord, context: FactContext): FactResult {
  const objection = upheldObjection(record, context);
  if (objection === null || objection instanceof Unknown) return objection;
  const equity = equityOf(record, context);
  if (equity instanceof Unknown) return equity;
  const from = textOf(objection.values.decisionDate) ?? '';
  const days = equity.map(releaseOf);
  const [first] = days.flatMap((day) => (day !== null && day >= from ? [day] : [])).sort();
  if (first !== undefined) return first;
  // What had been released before left nothing to release.
  if (days.every((day) => day !== null)) return from;
  const untold = equity.some((row) => {
    const words = [row.values.remark, row.values.releaseReason, row.values.frozenShare].map(
      (each) => textOf(each) ?? '',
    );
    return mentionsAny(words.join(' '), PARTLY_RELEASED_WORDS);
  });
  const columns = equity.every(({ values }) => values.releasedAt !== undefined || values.releasedDate !== undefined);
  return untold || !columns ? new Unknown('missing', [`${FREEZES}.releasedAt`]) : null;
}

function objectionRows(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const objection = upheldObjection(record, context);
  return objection === null || objection instanceof Unknown ? [] : [objection];
}

const SEIZURE_READS = {
  register: SEIZURES,
  fields: [
    'propertyType',
    'propertyName',
    'effectiveDate',
    'releasedDate',
    'appraisedValue',
    'frozenAmount',
    'seizureRank',
  ],
} as const;
const EQUITY_READS = [
  {
    register: OBJECTIONS,
    fields: ['originalEnforcementCaseNo', 'objectionType', 'decisionResult', 'decisionServedDate'],
  },
  { register: FREEZES, fields: ['releasedAt'] },
  { register: SEIZURES, fields: ['propertyType', 'releasedDate'] },
] as const;

export const seizureOverClaimFacts: readonly FactDefinition[] = [
  {
    name: 'seizedBeyondClaim',
    register: CASES,
    label: { zh: '明显超出应执行金额的已控财产', en: 'value under seizure clearly beyond what is owed' },
    type: 'money',
    params: { most: { kind: 'parameter' } },
    reads: fixedReads(
      ['caseNo', 'claimAmount', 'remainAmount', 'paidAmount', 'enforcementFee', 'delayInterest'],
      [SEIZURE_READS],
      ['most'],
    ),
    evaluate: seizedBeyondClaim,
    describe: (record, context) => {
      const seized = seizedOf(record, context);
      return seized instanceof Unknown ? {} : { seized: seized.value, owed: seized.owed, count: seized.items.length };
    },
    sources: (record, context) => {
      const seized = seizedOf(record, context);
      return seized instanceof Unknown ? [] : seized.items.map(({ row }) => row);
    },
  },
  {
    name: 'equityRulingEffectiveOn',
    register: CASES,
    label: { zh: '超标的冻结股权异议成立裁定生效日', en: 'effect of the ruling that too much equity was frozen' },
    type: 'date',
    params: { review: { kind: 'limit' } },
    reads: fixedReads(['caseNo'], EQUITY_READS, ['review']),
    evaluate: effectiveOn,
    sources: objectionRows,
  },
  {
    name: 'equityReleasedOn',
    register: CASES,
    label: { zh: '裁定以后解除股权冻结日', en: 'release of equity since the ruling' },
    type: 'date',
    shared: true,
    reads: fixedReads(['caseNo'], EQUITY_READS),
    evaluate: releasedOn,
    sources: (record, context) => known(equityOf(record, context)),
  },
];
