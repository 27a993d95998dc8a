import type Database from 'better-sqlite3-multiple-ciphers';
import type { FieldView } from '../../../core/rule/register-view.ts';
import { maskField } from '../masking.ts';

/** How parties are shown: those that are persons masked, units as they are. Found by an index over the persons alone. */
export function partyNames(database: Database.Database, masked: boolean): (party: string) => string {
  if (!masked) return (party) => party;
  const personal = new Map(
    database
      .prepare<[], { party: string; kind: NonNullable<FieldView['personal']> }>(
        'SELECT DISTINCT party_personal AS kind, party FROM listed WHERE party_personal IS NOT NULL',
      )
      .all()
      .map(({ party, kind }) => [party, kind]),
  );
  return (party) => maskField(true, party, personal.get(party));
}
