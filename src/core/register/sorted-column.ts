import type { FieldDefinition, FieldId, RegisterDefinition, SortedBy } from './definition.ts';
import type { FieldValue } from './record.ts';

/** A column whose value belongs to one of several fields, and the fields of these that have no column of their own. */
export interface SortedColumn {
  readonly source: FieldId;
  readonly by: readonly FieldId[];
  readonly into: SortedBy['into'];
}

/** The sorted columns of a sheet: those of its columns that the definition sorts, with the fields left for them to fill. */
export function sortedColumns(definition: RegisterDefinition, planned: ReadonlySet<FieldId>): readonly SortedColumn[] {
  const taken = new Set(planned);
  return definition.fields.flatMap((field: FieldDefinition) => {
    if (field.sortedBy === undefined || !planned.has(field.id)) return [];
    const into = field.sortedBy.into.filter((target) => !taken.has(target.field));
    for (const target of into) taken.add(target.field);
    return into.length === 0 ? [] : [{ source: field.id, by: field.sortedBy.columns, into }];
  });
}

/**
 * Gives the value of the column to the fields that the row names, and blank to the others. Where the row names none of
 * them, it stays unknown whose value it is: a day is never given to a decision that the row does not tell of.
 */
export function sortInto({ source, by, into }: SortedColumn, values: Record<FieldId, FieldValue>): void {
  const value = values[source];
  const named =
    value === null ? [] : (by.map((column) => namedBy(values[column], into)).find((each) => each.length > 0) ?? []);
  const told = value === null || named.length > 0;
  for (const { field } of into) values[field] = !told ? undefined : named.includes(field) ? value : null;
}

function namedBy(teller: FieldValue, into: SortedBy['into']): readonly FieldId[] {
  if (typeof teller !== 'string') return [];
  const text = teller.normalize('NFKC').replace(/\s+/gu, '');
  const says = (words: readonly string[]): boolean => words.some((word) => text.includes(word));
  return into.filter(({ words, without = [] }) => says(words) && !says(without)).map(({ field }) => field);
}
