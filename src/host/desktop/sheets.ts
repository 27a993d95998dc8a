import type Database from 'better-sqlite3-multiple-ciphers';
import type { SourceFile } from '../../contract/model.ts';
import type { FieldId, RegisterId } from '../../core/register/definition.ts';
import type { Bilingual } from '../../core/language.ts';
import type { StoredPlan } from '../import/import-messages.ts';
import type { StoredSheetEntry } from '../import/import-report.ts';
import type { Rulebook } from './rulebook.ts';
import { sheetNotes } from './sheet-notes.ts';

type Sheet = SourceFile['sheets'][number];

/** A sheet as it stands in the inspection. */
export interface SheetState extends Omit<Sheet, 'warnings'> {
  readonly fileId: number;
  readonly plan: StoredPlan | null;
  /** What it holds besides plain rows. */
  readonly notes: readonly Bilingual[];
}

interface Row {
  readonly id: number;
  readonly fileId: number;
  readonly name: string;
  readonly register: string | null;
  readonly entry: string;
  readonly plan: string;
  readonly problems: number;
}

/** A field that active rules cannot do without and that no column of the sheet gives. */
export function missingRequired(rulebook: Rulebook, register: RegisterId, given: ReadonlySet<FieldId>): FieldId[] {
  return [...rulebook.uses(register)].flatMap(([field, uses]) =>
    !given.has(field) && uses.some(({ required }) => required) ? [field] : [],
  );
}

/** Fields that a plan fills, halves of a span and the fields of a sorted column included. */
export function givenFields(rulebook: Rulebook, plan: StoredPlan): ReadonlySet<FieldId> {
  const definition = rulebook.pack.registerDefinitions.find(({ id }) => id === plan.register);
  const given = new Set(plan.columns.map(({ field }) => field));
  for (const field of definition?.fields ?? []) {
    if (field.span !== undefined && given.has(field.id)) for (const half of field.span) given.add(half);
    if (field.sortedBy !== undefined && given.has(field.id))
      for (const { field: id } of field.sortedBy.into) given.add(id);
  }
  return given;
}

function attentionOf(plan: StoredPlan | null, rulebook: Rulebook): number {
  if (plan?.register === null || plan === null) return 0;
  const low = plan.columns.filter(({ confidence }) => confidence === 'low').length;
  const missing = missingRequired(rulebook, plan.register, givenFields(rulebook, plan)).length;
  return low + plan.unmapped.length + missing;
}

/** All sheets in order of file and sheet. */
export function listSheets(database: Database.Database, rulebook: Rulebook): SheetState[] {
  const rows = database
    .prepare<[], Row>(
      `SELECT id, file_id AS fileId, name, register, entry, plan,
         (SELECT count(*) FROM problem WHERE sheet_id = sheet.id) AS problems
       FROM sheet ORDER BY file_id, ordinal`,
    )
    .all();
  return rows.map((row) => {
    const entry = JSON.parse(row.entry) as StoredSheetEntry;
    const plan = JSON.parse(row.plan) as StoredPlan | null;
    return {
      id: row.id,
      fileId: row.fileId,
      name: row.name,
      hidden: entry.hidden,
      register: row.register,
      registerLabel: row.register === null ? null : (rulebook.pack.registers.get(row.register)?.label ?? null),
      headerRow: entry.headerRow,
      records: entry.rows.records,
      problems: row.problems,
      attention: attentionOf(plan, rulebook),
      plan,
      notes: sheetNotes(entry, plan),
    };
  });
}
