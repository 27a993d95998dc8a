import type { FieldValue, RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition } from './fact.ts';
import { dayOf, isIsoDate } from './iso.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { onceForRegisters } from './remember.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

const CHECKS = 'creditCheck';
const CATALOGUE = 'sanctionCatalogue';

const BAN_WORDS = ['禁止', '不予', '限制'];
/** Ranks that 国办发〔2020〕49号 asks for: law, regulation, or a policy of the Central Committee or the State Council. */
const SUFFICIENT_WORDS = ['法律', '法规', '党中央', '国务院', '中办', '国办', '中共中央'];
const INSUFFICIENT_WORDS = ['规章', '规范性文件', '部门文件', '通知', '市级', '县级', '部门规定'];

/** How the catalogue of sanctions treats the matter of a check. */
type MatterStrength = 'ban' | 'caution' | 'unbased' | 'not-listed' | 'no-catalogue';

/** An entry of the catalogue with what its words say, read once for all checks. */
interface CatalogueEntry {
  readonly row: RegisterRecord;
  readonly from: string | null;
  readonly to: string | null;
  /** Comparable text; `null` where the entry binds every department. */
  readonly department: string | null;
  readonly isBan: boolean;
  readonly isBased: boolean;
}

type EntriesBy = ReadonlyMap<FieldValue, readonly CatalogueEntry[]>;
const NO_ENTRIES: readonly CatalogueEntry[] = [];

function isBased(entry: RegisterRecord): boolean {
  const { basisDocument, basisLevel } = entry.values;
  if (textOf(basisDocument) === null) return false;
  const level = textOf(basisLevel) ?? '';
  return mentionsAny(level, SUFFICIENT_WORDS) && !mentionsAny(level, INSUFFICIENT_WORDS);
}

function entryOf(row: RegisterRecord): CatalogueEntry {
  const { effectiveDate, endedDate, strength } = row.values;
  const department = textOf(row.values.department);
  return {
    row,
    from: textOf(effectiveDate),
    to: textOf(endedDate),
    department: department === null ? null : comparableText(department),
    isBan: mentionsAny(textOf(strength) ?? '', BAN_WORDS),
    isBased: isBased(row),
  };
}

function entriesBy(entries: readonly CatalogueEntry[], field: 'matterCode' | 'matterName'): EntriesBy {
  const named = entries.filter(({ row }) => (row.values[field] ?? null) !== null);
  return Map.groupBy(named, ({ row }) => row.values[field]);
}

const catalogueOf = onceForRegisters(({ registers }) => {
  const entries = registers.all(CATALOGUE).map(entryOf);
  return { byCode: entriesBy(entries, 'matterCode'), byName: entriesBy(entries, 'matterName') };
});

/** Entries of the catalogue for the matter of a check that were in force when it was decided, by code, then by name. */
function entriesFor(record: RegisterRecord, context: FactContext): readonly CatalogueEntry[] {
  const { matterCode, matterName, decidedAt, department } = record.values;
  const { byCode, byName } = catalogueOf(context);
  const sameCode = byCode.get(matterCode) ?? NO_ENTRIES;
  const sameName = byName.get(matterName) ?? NO_ENTRIES;
  if (sameCode.length === 0 && sameName.length === 0) return NO_ENTRIES;
  const decided = isIsoDate(decidedAt) ? dayOf(decidedAt) : context.asOf;
  const own = typeof department === 'string' ? comparableText(department) : null;
  const counts = ({ from, to, department: bound }: CatalogueEntry) =>
    (bound === null || bound === own) && (from === null || from <= decided) && (to === null || decided <= to);
  const found = sameCode.filter(counts);
  for (const entry of sameName)
    if ((matterCode ?? null) === null || entry.row.values.matterCode !== matterCode) {
      if (counts(entry)) found.push(entry);
    }
  return found;
}

function matterStrength(record: RegisterRecord, context: FactContext): MatterStrength {
  if (!context.registers.has(CATALOGUE)) return 'no-catalogue';
  const entries = entriesFor(record, context);
  if (entries.length === 0) return 'not-listed';
  const bans = entries.filter(({ isBan }) => isBan);
  if (bans.length === 0) return 'caution';
  return bans.some((entry) => entry.isBased) ? 'ban' : 'unbased';
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
      return { basis: textOf(entry?.row.values.basisDocument) };
    },
    sources: (record, context) => entriesFor(record, context).map(({ row }) => row),
  },
];
