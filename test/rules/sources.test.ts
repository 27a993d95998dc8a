import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/core/calendar/day-arithmetic.ts';
import { isDay } from '../../src/core/calendar/day-number.ts';
import type { LegalSource } from '../../src/core/rule/legal-source.ts';
import { articleFault, articleInForce } from '../../src/core/rule/legal-source.ts';

const folder = 'rules/sources';
const files = readdirSync(folder);
const sources = new Map(
  files.map((file) => [
    file.replace(/\.json$/u, ''),
    JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as LegalSource,
  ]),
);
const source = (id: string): LegalSource => {
  const found = sources.get(id);
  if (found === undefined) throw new Error(`no source ${id}`);
  return found;
};

describe('every legal source', () => {
  const validate = new Ajv({ allErrors: true }).compile<LegalSource>(
    JSON.parse(readFileSync('rules/source.schema.json', 'utf8')) as object,
  );

  it.each([...sources])('%s holds what its schema asks for, under its own id', (id, each) => {
    validate(each);
    expect(validate.errors ?? []).toEqual([]);
    expect(each.id).toBe(id);
  });

  it.each([...sources])(
    '%s: versions follow one another, and only the first may have an unknown start',
    (_, { versions }) => {
      for (const [index, version] of versions.entries()) {
        if (version.from === null) expect(index).toBe(0);
        else expect(isDay(version.from)).toBe(true);
        const next = versions[index + 1];
        if (next === undefined) expect(version.to).toBeUndefined();
        else expect(addDays(version.to ?? '', 1)).toBe(next.from);
      }
    },
  );

  it.each([...sources].filter(([, { articles }]) => articles !== undefined))(
    '%s: renumbered articles end with their current number, and follow the versions',
    (_, { articles, versions }) => {
      for (const [current, numbers] of Object.entries(articles ?? {})) {
        expect(numbers.at(-1)?.article).toBe(current);
        expect(numbers.map(({ from }) => from)).toEqual(versions.map(({ from }) => from));
        for (const { article } of numbers) expect(articleFault(article)).toBeNull();
      }
    },
  );
});

describe('the renumbering of the Civil Procedure Law', () => {
  it.each([
    ['85', '82', '85'],
    ['103', '100', '103'],
    ['104', '101', '104'],
    ['114', '111', '114'],
    ['117', '114', '117'],
    ['118', '115', '118'],
    ['119', '116', '119'],
    ['236', '225', '232'],
    ['237', '226', '233'],
    ['238', '227', '234'],
    ['239', '228', '235'],
    ['240', '229', '236'],
    ['241', '230', '237'],
    ['242', '231', '238'],
    ['246', '235', '242'],
    ['250', '239', '246'],
    ['251', '240', '247'],
    ['252', '241', '248'],
    ['253', '242', '249'],
    ['254', '243', '250'],
    ['255', '244', '251'],
    ['256', '245', '252'],
    ['258', '247', '254'],
    ['264', '253', '260'],
    ['265', '254', '261'],
    ['266', '255', '262'],
    ['267', '256', '263'],
    ['268', '257', '264'],
  ])('article %s was %s until 2021 and %s in 2022 and 2023', (current, until2021, until2023) => {
    const law = source('civil-procedure-law');
    expect(articleInForce(law, current, '2021-12-31')).toBe(until2021);
    expect(articleInForce(law, current, '2022-01-01')).toBe(until2023);
    expect(articleInForce(law, current, '2023-12-31')).toBe(until2023);
    expect(articleInForce(law, current, '2024-01-01')).toBe(current);
  });
});

describe('the renumbering of its interpretation', () => {
  it.each([
    ['461', '463'],
    ['467', '469'],
    ['463', '465'],
    ['482', '484'],
    ['480', '482'],
    ['485', '487'],
    ['499', '501'],
    ['509', '511'],
    ['510', '512'],
    ['511', '513'],
    ['512', '514'],
    ['517', '519'],
    ['519', '521'],
    ['160', '160'],
    ['163', '163'],
    ['168', '168'],
    ['180', '180'],
    ['185', '185'],
  ])('article %s was %s until 9 April 2022', (current, before) => {
    const interpretation = source('cpl-interpretation');
    expect(articleInForce(interpretation, current, '2022-04-09')).toBe(before);
    expect(articleInForce(interpretation, current, '2022-04-10')).toBe(current);
  });
});

describe('switches of version', () => {
  it.each([
    ['refusal-crime-interpretation', '2024-11-30', '法释〔2015〕16号'],
    ['refusal-crime-interpretation', '2024-12-01', undefined],
    ['dishonest-list-provisions', '2017-04-30', '法释〔2013〕17号'],
    ['consumption-restriction-provisions', '2015-07-21', '法释〔2010〕8号'],
  ])('%s on %s has the number %s', (id, day, number) => {
    const version = source(id).versions.findLast(({ from }) => from === null || from <= day);
    expect(version?.number).toBe(number);
  });
});
