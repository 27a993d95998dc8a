import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf, isIsoDate } from './iso.ts';
import { listingMatches, stateAt } from './listing-index.ts';
import { listReads, partyOf } from './listing-match.ts';
import { removedOn } from './listing-window.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

const CHECKS = 'creditCheck';
const CATALOGUE = 'sanctionCatalogue';
const APPLICANT = { number: 'applicantIdentityNo', masked: 'applicantIdentityNoMasked', name: 'applicant' } as const;

const BAN_WORDS = ['禁止', '不予', '限制'];
/** Ranks that 国办发〔2020〕49号 asks for: law, regulation, or a policy of the Central Committee or the State Council. */
const SUFFICIENT_WORDS = ['法律', '法规', '党中央', '国务院', '中办', '国办', '中共中央'];
const INSUFFICIENT_WORDS = ['规章', '规范性文件', '部门文件', '通知', '市级', '县级', '部门规定'];

/** How the catalogue of sanctions treats the matter of a check. */
type MatterStrength = 'ban' | 'caution' | 'unbased' | 'not-listed' | 'no-catalogue';

function sameText(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' && comparableText(a) === comparableText(b);
}

/** Entries of the catalogue for the matter of a check that were in force when it was decided. */
function entriesFor(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const { matterCode, matterName, decidedAt } = record.values;
  const decided = isIsoDate(decidedAt) ? dayOf(decidedAt) : context.asOf;
  // A catalogue has some hundred entries at the most, and the index finds the matter by its code or name.
  const found = new Set([
    ...context.registers.by(CATALOGUE, 'matterCode', matterCode),
    ...context.registers.by(CATALOGUE, 'matterName', matterName),
  ]);
  return [...found].filter((entry) => {
    const { effectiveDate, endedDate, department } = entry.values;
    const from = textOf(effectiveDate);
    const to = textOf(endedDate);
    const ownDepartment = textOf(department) === null || sameText(department, record.values.department);
    return ownDepartment && (from === null || from <= decided) && (to === null || decided <= to);
  });
}

function isBased(entry: RegisterRecord): boolean {
  const { basisDocument, basisLevel } = entry.values;
  if (textOf(basisDocument) === null) return false;
  const level = textOf(basisLevel) ?? '';
  return mentionsAny(level, SUFFICIENT_WORDS) && !mentionsAny(level, INSUFFICIENT_WORDS);
}

function matterStrength(record: RegisterRecord, context: FactContext): MatterStrength {
  if (!context.registers.has(CATALOGUE)) return 'no-catalogue';
  const entries = entriesFor(record, context);
  if (entries.length === 0) return 'not-listed';
  const bans = entries.filter((entry) => mentionsAny(textOf(entry.values.strength) ?? '', BAN_WORDS));
  if (bans.length === 0) return 'caution';
  return bans.some(isBased) ? 'ban' : 'unbased';
}

/**
 * Day on which the last listing of the applicant had ended before the decision; blank where the applicant was never
 * listed, or a listing still stood. Only whole numbers count.
 */
function delistedBefore(record: RegisterRecord, context: FactContext): FactResult {
  const party = partyOf(record, APPLICANT);
  if (party instanceof Unknown) return party;
  if (!context.registers.has('dishonestListing')) return new Unknown('register-absent', ['dishonestListing']);
  const { decidedAt } = record.values;
  if (!isIsoDate(decidedAt)) return new Unknown('missing', ['decidedAt']);
  const matches = listingMatches(context.registers, 'dishonestListing', party);
  const rows = matches.filter(({ likeness }) => likeness === 'number').map(({ row }) => row);
  const states = rows.map((row) => stateAt(row, decidedAt));
  if (states.includes('undecided')) return new Unknown('missing', ['dishonestListing.shieldedDate']);
  if (states.some((state) => state !== 'out')) return null;
  const ended = rows.flatMap((row) => {
    const removed = removedOn(row);
    const day = typeof removed === 'string' ? dayOf(removed) : textOf(row.values.termEnd);
    return day !== null && day <= dayOf(decidedAt) ? [day] : [];
  });
  return ended.sort().at(-1) ?? null;
}

const CATALOGUE_READS = {
  register: CATALOGUE,
  fields: ['matterCode', 'matterName', 'strength', 'basisDocument', 'basisLevel', 'effectiveDate'],
} as const;

/** Facts on the checks that departments make before they approve. */
export const creditCheckFacts: readonly FactDefinition[] = [
  {
    name: 'matterStrength',
    register: CHECKS,
    label: { zh: '事项在惩戒措施清单中的强度', en: 'strength of the sanction for the matter' },
    type: 'text',
    shared: true,
    reads: fixedReads(['matterCode', 'matterName', 'decidedAt', 'department'], [CATALOGUE_READS]),
    evaluate: matterStrength,
    describe: (record, context) => {
      const [entry] = entriesFor(record, context);
      return { basis: textOf(entry?.values.basisDocument) };
    },
    sources: (record, context) => (context.registers.has(CATALOGUE) ? entriesFor(record, context) : []),
  },
  {
    name: 'delistedBefore',
    register: CHECKS,
    label: { zh: '决定前已移出名单之日', en: 'day of removal from the list before the decision' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      [APPLICANT.number, APPLICANT.masked, APPLICANT.name, 'decidedAt'],
      [listReads('dishonestListing')],
    ),
    evaluate: delistedBefore,
  },
];
