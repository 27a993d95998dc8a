import type { RegisterId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import { caseNumberOf } from '../register/value/case-number.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { absentColumns, fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { onceForRecord, onceForRegisters } from './remember.ts';
import type { SharedContext } from './remember.ts';
import { sameName } from './same-property.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

/**
 * Whether the other side's list has what one side's list has: a court's measure in the ledger of the unit that assisted, a
 * request of such a ledger among the court's cases, a detention in the list of the custody house, and the reverse.
 *
 * A list that somebody handed over need not be whole, nor be about the same time and place. Nothing is called missing unless the
 * other list demonstrably covers the matter: it has other matters of the same unit in common with the list, and rows of the unit
 * before and after the day (for cases: those with the numbers before and after).
 */
type Counterpart = 'found' | 'missing';

const SEIZURES = 'propertySeizure';
const REQUESTS = 'assistanceRequest';
const QUERIES = 'networkQuery';
const CASES = 'enforcementCase';
const SANCTIONS = 'judicialSanction';
const INTAKES = 'custodyIntake';

const CONTROL_WORDS = ['控制', '冻结', '查封', '扣划'];

/** Where a list names the unit, and the days of a row: the first that is filled in counts. */
interface ListColumns {
  readonly register: RegisterId;
  readonly unit: string;
  readonly days: readonly string[];
}

const REQUEST_LIST: ListColumns = { register: REQUESTS, unit: 'assistingUnit', days: ['servedAt'] };
const INTAKE_LIST: ListColumns = {
  register: INTAKES,
  unit: 'decidingOrgan',
  days: ['arrivedAt', 'admittedAt', 'broughtAt'],
};
const SANCTION_LIST: ListColumns = { register: SANCTIONS, unit: 'court', days: ['deliveredDate', 'detentionStart'] };

function wordsIn(record: RegisterRecord, field: string): string {
  return comparableText(textOf(record.values[field]) ?? '');
}

function firstDay(record: RegisterRecord, fields: readonly string[]): string | null {
  for (const field of fields) {
    const text = textOf(record.values[field]);
    if (text !== null) return dayOf(text);
  }
  return null;
}

/** From which day to which a list has rows of a unit. */
interface Span {
  readonly first: string;
  readonly last: string;
}

/** Days that a list has of each unit, worked out once for an inspection. */
function spansOf({ register, unit, days }: ListColumns): (context: SharedContext) => ReadonlyMap<string, Span> {
  return onceForRegisters((context) => {
    const spans = new Map<string, Span>();
    for (const row of context.registers.all(register)) {
      const day = firstDay(row, days);
      if (day === null) continue;
      const name = wordsIn(row, unit);
      const span = spans.get(name);
      spans.set(name, {
        first: span === undefined || day < span.first ? day : span.first,
        last: span === undefined || day > span.last ? day : span.last,
      });
    }
    return spans;
  });
}

interface Comparison {
  readonly own: ListColumns;
  readonly other: ListColumns;
  /** Whether a row of the other list may stand for the record. */
  readonly matches: Test;
  /** Whether the matter went past the other list. */
  readonly bypassed?: Test;
}

type Test = (record: RegisterRecord, context: SharedContext) => boolean;

/** Units of which both lists have a matter, worked out once for an inspection. */
function commonUnits(
  register: RegisterId,
  unit: string,
  matches: Test,
): (context: SharedContext) => ReadonlySet<string> {
  return onceForRegisters((context) => {
    const units = new Set<string>();
    for (const row of context.registers.all(register)) {
      const name = wordsIn(row, unit);
      if (!units.has(name) && matches(row, context)) units.add(name);
    }
    return units;
  });
}

interface Compared {
  readonly result: Counterpart | Unknown;
  /** Days that the other list has of the unit, where it was searched in vain. */
  readonly span: Span | null;
}

const NO_CASE_NUMBER = new Unknown('missing', ['caseNo']);

function comparer({
  own,
  other,
  matches,
  bypassed,
}: Comparison): (record: RegisterRecord, context: SharedContext) => Compared {
  const spans = spansOf(other);
  const common = commonUnits(own.register, own.unit, matches);
  const uncovered = new Unknown('missing', [`${other.register}.${other.unit}`]);
  return onceForRecord((record, context) => {
    const without = (result: Compared['result']): Compared => ({ result, span: null });
    const absent = absentColumns(context, other.register, ['caseNo', other.unit]);
    if (absent !== null) return without(absent);
    if (matches(record, context) || bypassed?.(record, context) === true) return without('found');
    // Names are compared within a case: without it nobody can be said to be missing.
    if (textOf(record.values.caseNo) === null) return without(NO_CASE_NUMBER);
    const day = firstDay(record, own.days);
    if (day === null) return without(new Unknown('missing', [own.days[0] ?? '']));
    const unit = wordsIn(record, own.unit);
    const span = spans(context).get(unit);
    if (span === undefined || day <= span.first || day >= span.last) return without(uncovered);
    if (!common(context).has(unit)) return without(uncovered);
    return { result: 'missing', span };
  });
}

/** A row of the case that names the unit, or none. */
function isRegistered(record: RegisterRecord, context: SharedContext): boolean {
  const unit = wordsIn(record, 'assistingUnit');
  return known(recordsOfCase(record, context, REQUESTS)).some((row) => {
    const other = wordsIn(row, 'assistingUnit');
    return other === '' || sameName(other, unit);
  });
}

/** A request to freeze in the online system goes past the ledger. */
function isRequestedOnline(record: RegisterRecord, context: SharedContext): boolean {
  return known(recordsOfCase(record, context, QUERIES)).some(({ values }) => {
    const type = textOf(values.requestType) ?? '';
    return type === '2' || mentionsAny(type, CONTROL_WORDS);
  });
}

/** A row with the same decision or the same person; names count within a case only. */
function isSamePerson(ownName: string, register: RegisterId, otherName: string): Comparison['matches'] {
  return (record, context) => {
    const { decisionNo, identityNo } = record.values;
    if (context.registers.by(register, 'decisionNo', decisionNo).length > 0) return true;
    if (context.registers.by(register, 'identityNo', identityNo).length > 0) return true;
    const name = wordsIn(record, ownName);
    return known(recordsOfCase(record, context, register)).some((row) => {
      const other = wordsIn(row, otherName);
      return other === '' || sameName(other, name);
    });
  };
}

const requestCompared = comparer({
  own: { register: SEIZURES, unit: 'assistingUnit', days: ['effectiveDate', 'rulingDate'] },
  other: REQUEST_LIST,
  matches: isRegistered,
  bypassed: isRequestedOnline,
});
const intakeCompared = comparer({
  own: SANCTION_LIST,
  other: INTAKE_LIST,
  matches: isSamePerson('sanctionedParty', INTAKES, 'name'),
});
const detentionCompared = comparer({
  own: INTAKE_LIST,
  other: SANCTION_LIST,
  matches: isSamePerson('name', SANCTIONS, 'sanctionedParty'),
});

function seriesOf({ year, court, type }: { year: number; court: string; type: string }): string {
  return `${year} ${court} ${type}`;
}

/** Serial numbers of the court's list by year, court and type. */
const serialNumbers = onceForRegisters((context): ReadonlyMap<string, ReadonlySet<number>> => {
  const series = new Map<string, Set<number>>();
  for (const { values } of context.registers.all(CASES)) {
    const number = caseNumberOf(textOf(values.caseNo) ?? '');
    if (number === undefined) continue;
    const key = seriesOf(number);
    const numbers = series.get(key) ?? new Set();
    numbers.add(number.sequence);
    series.set(key, numbers);
  }
  return series;
});

const NOT_COVERED = new Unknown('missing', [`${CASES}.caseNo`]);

function isCaseListed(record: RegisterRecord, context: SharedContext): boolean {
  return context.registers.by(CASES, 'caseNo', record.values.caseNo).length > 0;
}

/** Units whose ledgers have a case of the court's list. */
const unitsOfListedCases = commonUnits(REQUESTS, 'assistingUnit', isCaseListed);

/** The list that has the case before and the case after, and not this one, skips it: a list of some cases has gaps everywhere. */
function caseListed(record: RegisterRecord, context: FactContext): FactResult {
  const cases = recordsOfCase(record, context, CASES);
  if (cases instanceof Unknown) return cases;
  if (cases.length > 0) return 'found';
  if (!unitsOfListedCases(context).has(wordsIn(record, 'assistingUnit'))) return NOT_COVERED;
  const number = caseNumberOf(textOf(record.values.caseNo) ?? '');
  if (number === undefined) return NOT_COVERED;
  const listed = serialNumbers(context).get(seriesOf(number));
  const between = listed?.has(number.sequence - 1) === true && listed.has(number.sequence + 1);
  return between ? 'missing' : NOT_COVERED;
}

function counterpartFact(
  name: string,
  register: RegisterId,
  label: FactDefinition['label'],
  reads: FactDefinition['reads'],
  compared: (record: RegisterRecord, context: SharedContext) => Compared,
): FactDefinition {
  return {
    name,
    register,
    label,
    type: 'text',
    shared: true,
    reads,
    evaluate: (record, context) => compared(record, context).result,
    describe: (record, context) => {
      const { span } = compared(record, context);
      return span === null ? {} : { first: span.first, last: span.last };
    },
  };
}

export const counterpartFacts: readonly FactDefinition[] = [
  counterpartFact(
    'requestInLedger',
    SEIZURES,
    { zh: '协助单位台账中的登记', en: 'the entry in the ledger of the assisting unit' },
    fixedReads(
      ['caseNo', 'assistingUnit', 'effectiveDate', 'rulingDate'],
      [
        { register: REQUESTS, fields: ['caseNo', 'assistingUnit', 'servedAt'] },
        { register: QUERIES, fields: ['requestType'] },
      ],
    ),
    requestCompared,
  ),
  {
    name: 'caseInCourtList',
    register: REQUESTS,
    label: { zh: '法院案件表中的案件', en: 'the case in the court’s list' },
    type: 'text',
    shared: true,
    reads: fixedReads(['caseNo', 'assistingUnit'], [{ register: CASES, fields: ['caseNo'] }]),
    evaluate: caseListed,
  },
  counterpartFact(
    'detentionInCustodyList',
    SANCTIONS,
    { zh: '收押台账中的登记', en: 'the entry in the list of the custody house' },
    fixedReads(
      ['caseNo', 'decisionNo', 'identityNo', 'sanctionedParty', 'court', 'deliveredDate', 'detentionStart'],
      [
        {
          register: INTAKES,
          fields: [
            'caseNo',
            'decisionNo',
            'identityNo',
            'name',
            'decidingOrgan',
            'arrivedAt',
            'admittedAt',
            'broughtAt',
          ],
        },
      ],
    ),
    intakeCompared,
  ),
  counterpartFact(
    'detentionInCourtList',
    INTAKES,
    { zh: '法院拘留台账中的登记', en: 'the entry in the court’s list of sanctions' },
    fixedReads(
      ['caseNo', 'decisionNo', 'identityNo', 'name', 'decidingOrgan', 'arrivedAt', 'admittedAt', 'broughtAt'],
      [
        {
          register: SANCTIONS,
          fields: ['caseNo', 'decisionNo', 'identityNo', 'sanctionedParty', 'court', 'deliveredDate', 'detentionStart'],
        },
      ],
    ),
    detentionCompared,
  ),
];
