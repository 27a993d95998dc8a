import { z } from 'zod';
import type { ParameterDefinition, ParameterScalar, RuleDefinition } from '../../core/rule/format.ts';
import { invalid, readDocument } from './document.ts';
import type { DocumentFault, DocumentKind } from './document.ts';
import { didYouMean } from './suggestion.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What one inspection does differently: rules left out, policy values of its own. */
export interface TailoringProfile {
  readonly schemaVersion: 1;
  readonly name: string;
  readonly rules: Readonly<Record<string, RuleTailoring>>;
}

export interface RuleTailoring {
  readonly enabled?: boolean;
  /** Value in the parameter's own unit, for all dates. */
  readonly parameters?: Readonly<Record<string, ParameterScalar | readonly ParameterScalar[]>>;
}

export const profileDocument: DocumentKind<TailoringProfile> = {
  name: { zh: '裁剪方案', en: 'tailoring profile' },
  version: 1,
  schema: z.strictObject({
    schemaVersion: z.literal(1),
    name: z.string().min(1).max(200),
    rules: z.record(
      z.string(),
      z.strictObject({
        enabled: z.boolean().exactOptional(),
        parameters: z.record(z.string(), z.union([scalar, z.array(scalar)])).exactOptional(),
      }),
    ),
  }),
};

/** @throws DocumentError naming each key that is wrong, unknown rules and parameters included */
export async function readProfile(path: string, rules: readonly RuleDefinition[]): Promise<TailoringProfile> {
  const profile = await readDocument(path, profileDocument);
  const faults = profileFaults(profile, rules);
  if (faults.length > 0) throw invalid(path, profileDocument.name, faults);
  return profile;
}

/**
 * The rules as the profile wants them. A value of the profile counts for all dates, as local practice: where the law sets
 * the number, the profile may not (`profileFaults`), because the finding would still speak of a breach of law.
 */
export function tailorRule(rule: RuleDefinition, tailoring: RuleTailoring | undefined): RuleDefinition {
  if (tailoring === undefined) return rule;
  const values = new Map(Object.entries(tailoring.parameters ?? {}));
  const parameters = Object.entries(rule.parameters).map(([name, definition]): [string, ParameterDefinition] => {
    const value = values.get(name);
    if (value === undefined) return [name, definition];
    return [name, { ...definition, values: [{ from: '0001-01-01', value, basis: 'local-practice' }] }];
  });
  return {
    ...rule,
    status: tailoring.enabled === undefined ? rule.status : tailoring.enabled ? 'active' : 'retired',
    parameters: Object.fromEntries(parameters),
  };
}

function profileFaults(profile: TailoringProfile, rules: readonly RuleDefinition[]): DocumentFault[] {
  const faults: DocumentFault[] = [];
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
        faults.push(...valueFaults(path, definition, value));
      }
    }
  }
  return faults;
}

const policyBases: ReadonlySet<string> = new Set(['policy-default', 'local-practice']);

function valueFaults(
  path: string,
  definition: ParameterDefinition,
  value: ParameterScalar | readonly ParameterScalar[],
): DocumentFault[] {
  if (definition.values.some(({ basis }) => !policyBases.has(basis))) {
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

function kindOf(value: ParameterScalar | readonly ParameterScalar[] | undefined): ValueKind {
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
