import type { RegisterRecord } from '../register/record.ts';
import { dueDate } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { expiryOf, isWaiting } from './seizure.ts';

const ENTRUSTMENTS = 'entrustedEnforcement';
const SEIZURES = 'propertySeizure';

interface Ending {
  readonly row: RegisterRecord;
  readonly expiry: string;
}

/**
 * Seizures of the case that ended within the period after the hand-over, in force on the day of entrustment and not renewed by
 * the hand-over. One whose end or rank is not told is left out: the reading that does not accuse.
 */
function endingSoon(record: RegisterRecord, context: FactContext, params: FactParams): readonly Ending[] | Unknown {
  const entrusted = textOf(record.values.entrustedDate);
  const received = textOf(record.values.receivedDate);
  if (entrusted === null || received === null) return new Unknown('missing', ['receivedDate']);
  const term = context.limit(String(params.within), record);
  if (term instanceof Unknown) return term;
  const until = dueDate(received, term, context.calendar);
  if (until === undefined) return new Unknown('calendar-not-covered', []);
  const rows = recordsOfCase(record, context, SEIZURES, ['renewedDate']);
  if (rows instanceof Unknown) return rows;
  return rows.flatMap((row): readonly Ending[] => {
    const expiry = expiryOf(row);
    const { renewedDate, releasedDate, disposedDate } = row.values;
    const renewed = textOf(renewedDate);
    const ended = textOf(releasedDate) ?? textOf(disposedDate);
    if (expiry instanceof Unknown || isWaiting(row) !== false || (ended !== null && ended <= received)) return [];
    const short = expiry >= entrusted && expiry < until;
    return short && (renewed === null || renewed > received) ? [{ row, expiry }] : [];
  });
}

/** Facts about property under seizure when a case is entrusted to another court (委托执行规定6条). */
export const entrustedSeizureFacts: readonly FactDefinition[] = [
  {
    name: 'seizureEndsAfterHandover',
    register: ENTRUSTMENTS,
    label: {
      zh: '移交时余期过短而没有先行续封',
      en: 'a seizure with little time left was handed over without renewal',
    },
    type: 'boolean',
    params: { within: { kind: 'limit' } },
    reads: fixedReads(
      ['caseNo', 'entrustedDate', 'receivedDate'],
      [{ register: SEIZURES, fields: ['expiryDate', 'effectiveDate', 'term', 'renewedDate', 'seizureRank'] }],
      ['within'],
    ),
    evaluate: (record, context, params) => {
      const ending = endingSoon(record, context, params);
      return ending instanceof Unknown ? ending : ending.length > 0;
    },
    describe: (record, context, params) => {
      const ending = endingSoon(record, context, params);
      const [first] = known(ending);
      if (first === undefined) return {};
      const { propertyName, renewedDate } = first.row.values;
      return { expiry: first.expiry, property: textOf(propertyName), renewed: textOf(renewedDate) };
    },
    sources: (record, context, params) => {
      const ending = endingSoon(record, context, params);
      return ending instanceof Unknown ? [] : ending.map(({ row }) => row);
    },
  },
];
