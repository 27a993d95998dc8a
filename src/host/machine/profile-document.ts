import { z } from 'zod';
import { SEVERITIES } from '../../core/finding/order.ts';
import { applyProfile } from '../../core/finding/profile.ts';
import type { Profile } from '../../core/finding/profile.ts';
import type { ParameterDefinition, ParameterScalar } from '../../core/rule/format.ts';
import type { BasisClass, RulePack } from '../../core/rule/pack.ts';
import { invalid, readDocument } from './document.ts';
import type { DocumentFault, DocumentKind } from './document.ts';
import { didYouMean } from './suggestion.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** The file given with `--profile`: rules on or off, severities, policy values, table entries. */
export interface ProfileDocument extends Profile {
  readonly schemaVersion: 1;
}

export const profileDocument: DocumentKind<ProfileDocument> = {
  name: { zh: '裁剪方案', en: 'tailoring profile' },
  version: 1,
  schema: z.strictObject({
    schemaVersion: z.literal(1),
    name: z.string().min(1).max(200),
    rules: z.record(
      z.string(),
      z.strictObject({
        enabled: z.boolean().exactOptional(),
        severity: z.enum(SEVERITIES).exactOptional(),
        parameters: z.record(z.string(), z.union([scalar, z.array(scalar)])).exactOptional(),
      }),
    ),
    tables: z.record(z.string(), z.unknown()).exactOptional(),
  }),
};

/**
 * The rule pack as the profile wants it.
 * @throws DocumentError naming each key that is wrong: unknown rules, parameters and tables, values that the law sets
 */
export async function loadProfile(
  path: string,
  pack: RulePack,
): Promise<{ readonly name: string; readonly pack: RulePack }> {
  const profile = await readDocument(path, profileDocument);
  const faults = profileFaults(profile, pack);
  if (faults.length > 0) throw invalid(path, profileDocument.name, faults);
  return { name: profile.name, pack: applyProfile(pack, profile) };
}

function profileFaults(profile: Profile, pack: RulePack): DocumentFault[] {
  const rules = pack.rules.map(({ definition }) => definition);
  const faults: DocumentFault[] = tableFaults(profile.tables ?? {}, pack.tables, 'tables');
  for (const [id, tailoring] of Object.entries(profile.rules)) {
    const rule = rules.find((candidate) => candidate.id === id);
    const at = `rules[${JSON.stringify(id)}]`;
    if (rule === undefined) {
      const known = rules.map((candidate) => candidate.id);
      faults.push({ path: at, words: unknownWords('规则', 'rule', id, known) });
      continue;
    }
    for (const [name, value] of Object.entries(tailoring.parameters ?? {})) {
      const definition = new Map(Object.entries(rule.parameters)).get(name);
      const path = `${at}.parameters[${JSON.stringify(name)}]`;
      if (definition === undefined) {
        faults.push({ path, words: unknownWords('参数', 'parameter', name, Object.keys(rule.parameters)) });
      } else {
        faults.push(...valueFaults(path, definition, value, pack));
      }
    }
  }
  return faults;
}

/** A table of the profile changes entries that are there, each to a value of its own kind. */
function tableFaults(change: object, stock: object, at: string): DocumentFault[] {
  const known = new Map<string, unknown>(Object.entries(stock));
  return Object.entries(change).flatMap(([key, value]: [string, unknown]): DocumentFault[] => {
    const path = `${at}[${JSON.stringify(key)}]`;
    const present = known.get(key);
    if (present === undefined) return [{ path, words: unknownWords('条目', 'entry', key, [...known.keys()]) }];
    if (isTable(present) && isTable(value)) return tableFaults(value, present, path);
    if (isTable(present) === isTable(value) && kindOf(present) === kindOf(value)) return [];
    const kind = kindOf(present);
    return [{ path, words: { zh: `应为${kindWords[kind].zh}`, en: `must be ${kindWords[kind].en}` } }];
  });
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const policyBases: ReadonlySet<string> = new Set<BasisClass>(['policy-default', 'local-practice']);

function valueFaults(
  path: string,
  definition: ParameterDefinition,
  value: ParameterScalar | readonly ParameterScalar[],
  pack: RulePack,
): DocumentFault[] {
  if (definition.values.some(({ basis }) => !policyBases.has(pack.basisClass(basis)))) {
    const words = {
      zh: '该参数由法律或规范性文件规定，不能在方案中更改；可以停用整条规则',
      en: 'this parameter is set by law or by a normative document and cannot be changed; the whole rule can be switched off',
    };
    return [{ path, words }];
  }
  const stock = definition.values[0]?.value;
  const kind = kindOf(stock);
  if (kind !== kindOf(value) || (typeof value === 'number' && !(value >= 0))) {
    const words = { zh: `应为${kindWords[kind].zh}`, en: `must be ${kindWords[kind].en}` };
    return [{ path, words }];
  }
  return [];
}

type ValueKind = 'number' | 'text' | 'boolean' | 'list';
const kindWords: Readonly<Record<ValueKind, { readonly zh: string; readonly en: string }>> = {
  number: { zh: '不小于零的数字', en: 'a number not below zero' },
  text: { zh: '文字', en: 'text' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  list: { zh: '列表', en: 'a list' },
};

function kindOf(value: unknown): ValueKind {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'object' ? 'list' : 'text';
}

function unknownWords(zh: string, en: string, word: string, known: readonly string[]): DocumentFault['words'] {
  const suggestion = didYouMean(word, known);
  return {
    zh: `没有这个${zh}${suggestion === undefined ? '' : `，是否指“${suggestion}”？`}`,
    en: `there is no such ${en}${suggestion === undefined ? '' : `; did you mean "${suggestion}"?`}`,
  };
}
