import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { en } from '../../src/renderer/i18n/en.ts';
import { startI18n } from '../../src/renderer/i18n/index.ts';
import { zh } from '../../src/renderer/i18n/zh.ts';

const renderer = join(import.meta.dirname, '../../src/renderer');
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name) && !name.startsWith('i18n'))
  .map((name) => ({ name, text: readFileSync(join(renderer, name), 'utf8') }));

interface Words {
  readonly [key: string]: string | Words;
}
const keysOf = (words: Words, prefix = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );

/** Signs that mean the same in every language: the mark of the program, a dash, separators. */
const signs = /^[执–：「」、\s\d|·/→…›()<>%+.,:-]*$/u;
/** Names of keys and things, likewise. */
const names = /^(?:Electron|Ctrl|Alt|Shift|Enter|Esc|Space|SHA-256|Z|K|[↑↓←→ ])+$/u;
/** Attributes that a person reads or hears. */
const readAttributes = new Set([
  'title',
  'aria-label',
  'placeholder',
  'label',
  'description',
  'alt',
  'okText',
  'extra',
]);

function wordsIn({ name, text }: (typeof sources)[number]): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const literal = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    const read =
      ts.isJsxText(node) ||
      (literal && ts.isJsxAttribute(node.parent) && readAttributes.has(node.parent.name.getText(file)));
    if (literal || ts.isJsxText(node)) {
      const words = node.text.trim();
      const visible = read ? /\p{L}/u.test(words) : /\p{Script=Han}/u.test(words);
      if (visible && !signs.test(words) && !names.test(words)) found.push(`${name}: ${words}`);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

test('no words that a person reads stand outside the catalogues', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.flatMap(wordsIn)).toEqual([]);
});

/** What English says of one thing stands beside what it says of several. */
const isOfOne = (key: string): boolean => key.endsWith('_one');
const wordsOf = (words: Words, key: string): string =>
  key
    .split('.')
    .reduce<string | Words>((at, part) => (typeof at === 'string' ? at : (at[part] ?? '')), words) as string;

test('Chinese and English have the same keys', () => {
  expect(
    keysOf(en)
      .filter((key) => !isOfOne(key))
      .sort(),
  ).toEqual(keysOf(zh).sort());
  const lonely = keysOf(en).filter((key) => isOfOne(key) && !keysOf(en).includes(key.replace(/_one$/u, '')));
  expect(lonely).toEqual([]);
});

test('English counts one thing as one', async () => {
  await startI18n('en');
  const plural = /\{\{(?:count|value)(?:, number)?\}\} (?:(?!of\b)\w+ ){0,2}\w+s\b/u;
  const counted = keysOf(en).filter((key) => !isOfOne(key) && plural.test(wordsOf(en, key)));
  expect(counted.length).toBeGreaterThan(30);
  expect(counted.filter((key) => !keysOf(en).includes(`${key}_one`))).toEqual([]);
  expect(i18next.t('review.chosen', { count: 1 })).toBe('1 group chosen');
  expect(i18next.t('review.chosen', { count: 0 })).toBe('0 groups chosen');
  expect(i18next.t('common.records', { count: 12345 })).toBe('12,345 records');
  await i18next.changeLanguage('zh');
  expect(i18next.t('common.records', { count: 1 })).toBe('1 条记录');
});

test('a count that decides on singular or plural is handed over as a number', () => {
  const asText = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/\bcount: [^,}]*(?:toLocaleString|String)\(/gu)].map(([found]) => `${name}: ${found}`),
  );
  expect(asText).toEqual([]);
});

test('every key is used', () => {
  const all = sources.map(({ text }) => text).join('\n');
  const literals = new Set([...all.matchAll(/['"]([a-z][\w-]*(?:\.[\w-]+)+)['"]/gu)].map(([, key]) => key));
  // t(`run.reason.${reason}`) uses whatever stands under run.reason.
  const prefixes = [...all.matchAll(/`([a-z][\w-]*(?:\.[\w-]+)*\.)\$\{/gu)].map(([, prefix]) => prefix ?? '');
  const unused = keysOf(zh).filter((key) => !literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
  expect(unused).toEqual([]);
});
