import type { Limb } from '../format.ts';
import { legalBasisOf, namedConditions, placeholdersOf } from '../message.ts';
import { didYouMean } from './problem.ts';
import type { RuleScope } from './scope.ts';

/** Words that accuse of breaking law. */
const ACCUSING = /违法|违反|违规|unlawful|illegal|in breach of|violates|violation of/iu;
const DOUBT = /疑似|需核查|待核查|请核查|提示/u;

/** How a text's rank may be named, and which ranks bear the name. */
const RANK_WORDS: readonly (readonly [word: string, ranks: readonly string[]])[] = [
  ['违反法律', ['law', 'judicialInterpretation']],
  ['违反司法解释', ['judicialInterpretation']],
  ['违反行政法规', ['administrativeRegulation']],
  ['违反部门规章', ['departmentRule']],
  ['违反地方性法规', ['localRegulation']],
  ['违反最高法规范性文件', ['supremeCourtDocument']],
  ['违反联合文件', ['jointDocument', 'partyRegulation']],
];

const PLAIN = ['law', 'asOf', 'party', 'subject'];

/** What a named condition prints besides what its fact describes. */
const CONDITION_KEYS: Readonly<Record<string, readonly string[]>> = {
  overdue: ['due', 'days', 'late', 'limit', 'extension', 'from', 'to', 'value'],
  dueDate: ['due', 'limit', 'extension', 'from', 'value'],
};
const CONDITION_KEY = /^[a-z][A-Za-z0-9]*$/;

/** Placeholders name something; the words fit class and rank. */
export function lintMessages(scope: RuleScope): void {
  const { rule, sink } = scope;
  rule.violations.forEach((limb, index) => {
    const path = `violations[${index}].message`;
    for (const language of ['zh', 'en'] as const) {
      for (const name of placeholdersOf(limb.message[language])) lintPlaceholder(scope, name, `${path}.${language}`);
      const braces = limb.message[language].replace(/\{\{[^{}]*\}\}/gu, '');
      if (/[{}]/u.test(braces)) sink.error(`${path}.${language}`, 'PLACEHOLDER', 'a brace is left over');
    }
    lintPlaceholdersAgree(scope, limb, path);
    lintWords(scope, limb, path);
  });
}

function lintPlaceholdersAgree(scope: RuleScope, { message }: Limb, path: string): void {
  const zh = new Set(placeholdersOf(message.zh));
  const en = new Set(placeholdersOf(message.en));
  const only = [...zh].filter((name) => !en.has(name)).concat([...en].filter((name) => !zh.has(name)));
  if (only.length > 0) {
    scope.sink.warning(
      path,
      'PLACEHOLDER_LANGUAGES',
      `only one language prints ${only.map((name) => `{{${name}}}`).join(', ')}`,
    );
  }
}

function lintPlaceholder(scope: RuleScope, name: string, path: string): void {
  const { rule, view, sink } = scope;
  const conditions = namedConditions(rule);
  const unknown = (known: Iterable<string>) => {
    sink.error(path, 'PLACEHOLDER', `{{${name}}} names nothing${didYouMean(name, known)}`);
  };
  const dot = name.indexOf('.');
  if (dot < 0) {
    if (!PLAIN.includes(name) && !view.fields.has(name)) unknown([...PLAIN, ...view.fields.keys()]);
    return;
  }
  const owner = name.slice(0, dot);
  const key = name.slice(dot + 1);
  if (owner === 'parameter') {
    if (!Object.hasOwn(rule.parameters, key)) unknown(Object.keys(rule.parameters).map((each) => `parameter.${each}`));
    return;
  }
  const leaf = conditions.get(owner);
  if (leaf === undefined) {
    unknown([...conditions.keys()].map((each) => `${each}.${key}`));
    return;
  }
  const keys = CONDITION_KEYS[leaf.fact];
  const fits = keys === undefined ? CONDITION_KEY.test(key) : keys.includes(key);
  if (!fits) unknown((keys ?? []).map((each) => `${owner}.${each}`));
  else if (key !== 'value' && scope.fact(leaf.fact)?.describe === undefined) {
    sink.error(path, 'PLACEHOLDER', `{{${name}}}: the fact “${leaf.fact}” describes nothing but “value”`);
  }
}

function lintWords(scope: RuleScope, limb: Limb, path: string): void {
  const { sink } = scope;
  if (limb.class !== 'violation') {
    for (const language of ['zh', 'en'] as const) {
      const accusing = ACCUSING.exec(limb.message[language]);
      if (accusing === null) continue;
      sink.error(`${path}.${language}`, 'WORDS', `a message of class ${limb.class} may not say “${accusing[0]}”`);
    }
    if (limb.class === 'overLimit' && !limb.message.zh.includes('内控')) {
      sink.warning(`${path}.zh`, 'WORDS', 'an overLimit message should say 超过内控参考时限');
    }
    if (limb.class === 'lead' && !DOUBT.test(limb.message.zh)) {
      sink.warning(`${path}.zh`, 'WORDS', 'a lead should say 疑似 or 需核查');
    }
    return;
  }
  const ranks = new Set(
    legalBasisOf(scope.rule, limb).map(({ source }) => scope.world.sources.get(source)?.rank ?? ''),
  );
  for (const [word, bearing] of RANK_WORDS) {
    if (!limb.message.zh.includes(word) || bearing.some((rank) => ranks.has(rank))) continue;
    sink.error(`${path}.zh`, 'WORDS', `“${word}” needs a reference of rank ${bearing.join(' or ')}`);
  }
}
