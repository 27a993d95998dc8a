import type { TemplateFit } from '../../contract/model.ts';
import type { MappingTemplate, SavedMapping } from '../../core/register/mapping-template.ts';
import type { StoredPlan } from '../import/import-messages.ts';
import type { SheetState } from './sheets.ts';

/** Every sheet that is read, as it is read now: by its set of headers, and by its names for tables that differ a little. */
export function templateOf(sheets: readonly SheetState[], files: ReadonlyMap<number, string>): SavedMapping[] {
  const read = sheets.flatMap(({ plan, name, fileId }) =>
    plan?.register === null || plan === null
      ? []
      : [{ plan, register: plan.register, name, file: files.get(fileId) ?? '' }],
  );
  const exact = read.map(({ plan, register }) => ({
    fingerprint: plan.fingerprint,
    register,
    columns: columnsOf(plan),
  }));
  const named = read.map(({ plan, register, name, file }) => ({
    file: withoutDates(file),
    sheet: withoutDates(name),
    register,
    columns: columnsOf(plan),
  }));
  return [...exact, ...named];
}

function columnsOf(plan: StoredPlan): Record<string, string | null> {
  return Object.fromEntries([
    ...plan.unmapped.map(({ header }) => [header, null] as const),
    ...plan.columns.map(({ header, field }) => [header, field] as const),
  ]);
}

/** Next month's table has another month in its name: numbers stand for any. */
function withoutDates(name: string): string {
  return name.replace(/ \(\d+\)(?=\.|$)/u, '').replace(/[\d０-９]+/gu, '*');
}

/**
 * How far the mapping that fits best fits a sheet; `undefined` where less than half of its headers are there. A sheet that was
 * recognised stays what it is, unless the template knows a sheet of exactly its headers: registers share headers.
 */
export function fitTemplate(
  { id, plan, register }: SheetState,
  template: MappingTemplate,
): { readonly fit: TemplateFit; readonly mapping: SavedMapping } | undefined {
  if (plan === null) return undefined;
  const headers = [...plan.columns, ...plan.unmapped].map(({ header }) => header);
  const present = new Set(headers);
  const [best] = template.mappings
    .map((mapping) => {
      const own = Object.keys(mapping.columns);
      return { mapping, own, applied: own.filter((header) => present.has(header)) };
    })
    .filter(
      ({ mapping, own, applied }) =>
        register === null ||
        mapping.register === register ||
        (applied.length === own.length && own.length === present.size),
    )
    .sort((a, b) => b.applied.length - a.applied.length);
  if (best === undefined || best.applied.length === 0 || best.applied.length * 2 < best.own.length) return undefined;
  const { mapping, own, applied } = best;
  const known = new Set(own);
  return {
    mapping: { register: mapping.register, columns: mapping.columns },
    fit: {
      sheetId: id,
      applied: applied.length,
      of: own.length,
      added: headers.filter((header) => !known.has(header)),
      missing: own.filter((header) => !present.has(header)),
    },
  };
}
