import { parseArgs } from 'node:util';
import { isDay } from '../../core/calendar/day-number.ts';
import type { LocalDate } from '../../core/calendar/local-date.ts';
import { SEVERITIES } from '../../core/finding/order.ts';
import type { Language } from '../../core/language.ts';
import type { Severity } from '../../core/rule/format.ts';
import { didYouMean } from '../../host/machine/suggestion.ts';
import { auditWords } from './audit-words.ts';

/** What the user asked for. */
export interface AuditArguments {
  readonly paths: readonly string[];
  /** `null`: today, or the sample's own day. */
  readonly asOf: LocalDate | null;
  readonly out: string;
  readonly profile: string | null;
  readonly mapping: string | null;
  readonly rules: readonly string[] | null;
  readonly language: Language;
  readonly json: boolean;
  readonly failOn: Severity | null;
  readonly quiet: boolean;
  readonly keep: string | null;
  readonly debug: boolean;
  readonly help: boolean;
}

/** Arguments that make no sense; the message is for the user, in the language asked for. */
export class ArgumentsError extends Error {}

const options = {
  'as-of': { type: 'string' },
  out: { type: 'string' },
  profile: { type: 'string' },
  mapping: { type: 'string' },
  rules: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  'fail-on': { type: 'string' },
  quiet: { type: 'boolean' },
  keep: { type: 'string' },
  debug: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The language asked for, as far as that can be told before the arguments are understood. */
export function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.includes('=') ? args[at].split('=')[1] : args[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh';
}

/** @throws ArgumentsError */
export function parseArguments(args: readonly string[]): AuditArguments {
  const language = languageOf(args);
  const words = auditWords(language);
  const fail = (detail: string): never => {
    throw new ArgumentsError(`${words.wrongArguments(detail)}\n${words.seeHelp}`);
  };
  // Lenient parsing, so that every mistake gets our own words.
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(options, token.name)) {
      const known = Object.keys(options);
      const suggestion = didYouMean(token.name, known);
      fail(words.unknownOption(token.rawName, suggestion === undefined ? undefined : `--${suggestion}`));
    }
  }
  const text = (name: keyof typeof options): string | null => {
    const value = values[name];
    if (value === undefined) return null;
    if (typeof value !== 'string' || value === '') return fail(words.missingValue(`--${name}`));
    return value;
  };
  const flag = (name: keyof typeof options): boolean => {
    const value = values[name];
    if (typeof value === 'string') return fail(words.wrongValue(`--${name}`, value, '—'));
    return value === true;
  };
  const asOf = text('as-of');
  if (asOf !== null && !isDay(asOf)) fail(words.wrongValue('--as-of', asOf, words.asOfMustBeDay));
  const lang = text('lang') ?? 'zh';
  if (lang !== 'zh' && lang !== 'en') fail(words.wrongValue('--lang', lang, words.languageMustBe));
  const failOn = text('fail-on');
  const severity = SEVERITIES.find((known) => known === failOn) ?? null;
  if (failOn !== null && severity === null) fail(words.wrongValue('--fail-on', failOn, words.severityMustBe));
  return {
    paths: positionals,
    asOf,
    out: text('out') ?? 'audit-output',
    profile: text('profile'),
    mapping: text('mapping'),
    rules:
      text('rules')
        ?.split(/[,，\s]+/u)
        .filter((id) => id !== '') ?? null,
    language,
    json: flag('json'),
    failOn: severity,
    quiet: flag('quiet'),
    keep: text('keep'),
    debug: flag('debug'),
    help: flag('help'),
  };
}
