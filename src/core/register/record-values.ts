import type { FieldId } from './definition.ts';
import type { FieldValue } from './record.ts';

/** Makes the values of a new record: every field a key, unknown until it is set. */
export type RecordValuesFactory = () => Record<FieldId, FieldValue>;

/**
 * Values of records that all share one layout in memory. An object that grows field by field past a dozen fields becomes a
 * hash table in V8: for a register of sixty fields that is five times the memory, and slower to judge. An object parsed as a
 * whole keeps the compact layout, and its copies share it.
 */
export function recordValuesFactory(fields: readonly FieldId[]): RecordValuesFactory {
  const compact = JSON.parse(`{${fields.map((field) => `${JSON.stringify(field)}:null`).join(',')}}`) as Record<
    FieldId,
    FieldValue
  >;
  for (const field of fields) compact[field] = undefined;
  return () => ({ ...compact });
}
