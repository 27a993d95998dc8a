import type { Finding } from '../../../core/finding/finding.ts';
import { counted, type Bilingual } from '../../../core/language.ts';
import type { Limb } from '../../../core/rule/format.ts';
import { PLACEHOLDER, placeholdersOf } from '../../../core/rule/message.ts';

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
const patterns = new Map<string, RegExp>();

/** Texts that stand for the placeholders of a template in a message made from it; empty where they do not fit. */
export function placeholderTexts(template: string, message: string): ReadonlyMap<string, string> {
  let pattern = patterns.get(template);
  if (pattern === undefined) {
    const literals = template.split(PLACEHOLDER).filter((_, index) => index % 2 === 0);
    pattern = new RegExp(`^${literals.map(escape).join('(.*?)')}$`, 'su');
    patterns.set(template, pattern);
  }
  const match = pattern.exec(message);
  if (match === null) return new Map();
  return new Map(placeholdersOf(template).map((name, index) => [name, match[index + 1] ?? '']));
}

function lateDays(limb: Limb, message: string): number | null {
  for (const [name, text] of placeholderTexts(limb.message.zh, message)) {
    if (name.endsWith('.days') && /^[1-9]\d*$/u.test(text)) return Number(text);
  }
  return null;
}

/** The one number or word on which a finding rests: days late, or what is missing. Empty where there is no such thing. */
export function decisiveWords(finding: Finding, limb: Limb | undefined): Bilingual {
  const days = limb === undefined ? null : lateDays(limb, finding.message.zh);
  if (days !== null) return { zh: `超 ${days} 日`, en: `${counted(days, 'day')} over` };
  const absent = finding.explanation.find(
    ({ operator, expected, result }) => operator === 'present' && expected === false && result === 'true',
  );
  const label = finding.evidence.find(({ field, value }) => field === absent?.fact && value === null)?.label;
  return label === undefined ? { zh: '', en: '' } : { zh: `缺${label.zh}`, en: `${label.en} missing` };
}

interface Part {
  readonly text: string;
  readonly decisive: boolean;
}

const DECIDES = /\.(?:days|late)$/u;

/** A message in pieces: how late something is stands in pieces of its own. Whole where the template does not fit it. */
export function conclusionParts(template: string | undefined, message: string): Part[] {
  const texts = template === undefined ? new Map<string, string>() : placeholderTexts(template, message);
  if (template === undefined || texts.size === 0) return [{ text: message, decisive: false }];
  const literals = template.split(PLACEHOLDER).filter((_, index) => index % 2 === 0);
  const parts: Part[] = [];
  let plain = '';
  for (const [index, name] of placeholdersOf(template).entries()) {
    plain += literals[index] ?? '';
    const text = texts.get(name) ?? '';
    if (DECIDES.test(name) && text !== '') {
      parts.push({ text: plain, decisive: false }, { text, decisive: true });
      plain = '';
    } else {
      plain += text;
    }
  }
  parts.push({ text: plain + (literals.at(-1) ?? ''), decisive: false });
  return parts.filter(({ text }) => text !== '');
}
