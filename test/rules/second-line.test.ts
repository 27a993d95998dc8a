import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRulePack } from '../../src/host/rule-pack.ts';

/** The table of docs/second-line.md: obligation, places in the pack. */
const { pack } = readRulePack('rules');
const rules = new Map(pack.rules.map(({ definition }) => [definition.id, definition]));
const items = new Set(pack.checklist.map(({ id }) => id));

const OBLIGATIONS = 34;

function named(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name);
}

const rows = readFileSync('docs/second-line.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [, obligation = '', places = ''] = line.split('|');
    return { obligation: named(obligation).join(), places: named(places) };
  });

/** Whether a place of the table is in the pack: a rule, a limb of a rule, or an item of the checklist. */
function isInPack(place: string): boolean {
  if (place.startsWith('checklist:')) return items.has(place.slice('checklist:'.length));
  const [id = '', limb] = place.split('#');
  const rule = rules.get(id);
  return rule?.status === 'active' && (limb === undefined || rule.violations.some(({ name }) => name === limb));
}

describe('the second-line obligations', () => {
  it('are all in the table, each once', () => {
    expect(new Set(rows.map(({ obligation }) => obligation)).size).toBe(OBLIGATIONS);
    expect(rows).toHaveLength(OBLIGATIONS);
  });

  it.each(rows.map(({ obligation, places }) => [obligation, places] as const))(
    '%s is judged where the table says',
    (_obligation, places) => {
      expect(places).not.toEqual([]);
      expect(places.filter((place) => !isInPack(place))).toEqual([]);
    },
  );
});
