import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCheckedSample } from './checked-sample.ts';
import { TestDesktop } from './desktop.ts';

const desktop = new TestDesktop();
afterAll(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

const rules = await desktop.call('rules.list', {});

describe('every case of a rule, tried through the form, comes out as its own test says', () => {
  test.for(rules.map(({ id }) => id))('%s', async (id) => {
    const { cases, neighbours, fields } = await desktop.call('rules.get', { id });
    expect(cases.length).toBeGreaterThan(0);
    const tables = new Map(neighbours.map((table) => [table.register, new Set(table.fields.map((field) => field.id))]));
    const own = new Set(fields.map((field) => field.id));
    const came: string[] = [];
    const wanted: string[] = [];
    for (const { name, expect: outcome, trial } of cases) {
      const answer = await desktop.call('rules.try', { id, trial });
      came.push(`${name}: ${answer.outcome} ${String(answer.agreed)} ${String(answer.messages.length > 0)}`);
      wanted.push(`${name}: ${outcome} true ${String(outcome === 'violates')}`);
      // The form has a place for everything that the case holds.
      expect(Object.keys(trial.record).filter((field) => !own.has(field))).toEqual([]);
      for (const [register, rows] of Object.entries(trial.neighbours)) {
        expect(
          rows.flatMap((row) => Object.keys(row)).filter((field) => tables.get(register)?.has(field) !== true),
        ).toEqual([]);
      }
    }
    expect(came).toEqual(wanted);
  });
});

describe('a trial', () => {
  let withNeighbours: string;
  beforeAll(async () => {
    for (const { id } of rules) {
      const { cases } = await desktop.call('rules.get', { id });
      const tried = cases.find(
        ({ expect: outcome, trial }) => outcome === 'violates' && Object.keys(trial.neighbours).length > 0,
      );
      if (tried !== undefined) {
        withNeighbours = id;
        return;
      }
    }
  });

  test('without the other register comes out otherwise than with it', async () => {
    const { cases } = await desktop.call('rules.get', { id: withNeighbours });
    const tried = cases.find(
      ({ expect: outcome, trial }) => outcome === 'violates' && Object.keys(trial.neighbours).length > 0,
    );
    if (tried === undefined) throw new Error('no such case');
    const alone = await desktop.call('rules.try', {
      id: withNeighbours,
      trial: { ...tried.trial, neighbours: {} },
    });
    expect(alone.outcome).not.toBe('violates');
  });

  test('a required day that cannot be read leaves the record undecided', async () => {
    const { cases, fields } = await desktop.call('rules.get', { id: 'rz-filing-decision-deadline' });
    const tried = cases.find(({ expect: outcome }) => outcome === 'violates');
    if (tried === undefined) throw new Error('no such case');
    const { record } = tried.trial;
    const dated = fields.find(({ id, required }) => required && /^\d{4}-\d{2}-\d{2}/.test(record[id] ?? ''));
    const trial = { ...tried.trial, record: { ...record, [dated?.id ?? '']: '某一天' } };
    expect(await desktop.call('rules.try', { id: 'rz-filing-decision-deadline', trial })).toMatchObject({
      outcome: 'indeterminate',
      agreed: true,
    });
  });

  test('a register or field that there is not is refused', async () => {
    const trial = { asOf: '2026-06-30', record: { nothing: '一' }, unmapped: [], neighbours: {} };
    await expect(desktop.call('rules.try', { id: withNeighbours, trial })).rejects.toThrow('E_BAD_ARGUMENT field');
    const other = { asOf: '2026-06-30', record: {}, unmapped: [], neighbours: { nothing: [{}] } };
    await expect(desktop.call('rules.try', { id: withNeighbours, trial: other })).rejects.toThrow(
      'E_BAD_ARGUMENT register',
    );
  });
});

describe('a row of the open inspection', () => {
  const asOf = '2026-06-30';
  const everything = { filter: {}, order: {}, offset: 0, limit: 500 };
  beforeAll(async () => {
    await openCheckedSample(desktop);
  });
  afterAll(async () => {
    await desktop.call('settings.set', { masked: true });
    await desktop.call('inspection.close', {});
  });

  test('is judged in a trial as the run judged it, where the rule looks at no other table', async () => {
    const { rows } = await desktop.call('findings.list', everything);
    let tried = 0;
    for (const { id, ruleId } of rows) {
      const { neighbours } = await desktop.call('rules.get', { id: ruleId });
      const [judged] = (await desktop.call('findings.get', { id })).sources;
      if (neighbours.length > 0 || judged?.sheetId === null || judged === undefined) continue;
      const from = { sheetId: judged.sheetId, row: judged.row };
      const taken = await desktop.call('rules.row', { id: ruleId, ...from });
      if (taken === null) continue;
      const answer = await desktop.call('rules.try', { id: ruleId, trial: { ...taken, asOf, from, neighbours: {} } });
      expect([ruleId, from.row, answer.outcome, answer.agreed]).toEqual([ruleId, from.row, 'violates', true]);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(20);
  });

  test('shows persons masked, and says nothing else of them in the verdict', async () => {
    const id = 'rz-filing-decision-deadline';
    const [table] = await desktop.call('rules.rows', { id });
    const [row = 0] = table?.reported ?? [];
    const place = { sheetId: table?.sheetId ?? 0, row };
    await desktop.call('settings.set', { masked: false });
    const open = await desktop.call('rules.row', { id, ...place });
    await desktop.call('settings.set', { masked: true });
    const masked = await desktop.call('rules.row', { id, ...place });
    const name = open?.record['suspect'] ?? '';
    expect(name.length).toBeGreaterThan(1);
    expect(masked?.record['suspect']).not.toContain(name.slice(1));
    const trial = { asOf, from: place, record: masked?.record ?? {}, unmapped: masked?.unmapped ?? [], neighbours: {} };
    expect(JSON.stringify(await desktop.call('rules.try', { id, trial }))).not.toContain(name);
  });

  test('that is no record gives nothing to try', async () => {
    const id = 'rz-filing-decision-deadline';
    const [table] = await desktop.call('rules.rows', { id });
    expect(await desktop.call('rules.row', { id, sheetId: table?.sheetId ?? 0, row: 1 })).toBeNull();
    expect(await desktop.call('rules.row', { id, sheetId: 999_999, row: 5 })).toBeNull();
  });
});

test('without an inspection there is no row to take', async () => {
  const [rule] = rules;
  expect(await desktop.call('rules.rows', { id: rule?.id ?? '' })).toEqual([]);
  await expect(desktop.call('rules.row', { id: rule?.id ?? '', sheetId: 1, row: 2 })).rejects.toThrow(
    'E_NO_INSPECTION',
  );
});
