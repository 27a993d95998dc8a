import type { FactResult, Unknown } from '../../core/fact/fact.ts';
import { isIsoDate } from '../../core/fact/iso.ts';
import type { Bilingual } from '../../core/language.ts';
import type { LeafCondition, RuleDefinition } from '../../core/rule/format.ts';
import { formatValue } from '../../core/rule/format-value.ts';
import type { RulePack } from '../../core/rule/pack.ts';
import { rightFact } from '../../core/rule/reads.ts';
import { factCodeWords } from './fact-codes.ts';

const operators: Readonly<Record<string, Bilingual>> = {
  equal: { zh: '为', en: 'is' },
  notEqual: { zh: '不为', en: 'is not' },
  lessThan: { zh: '小于', en: 'is less than' },
  lessThanInclusive: { zh: '不大于', en: 'is at most' },
  greaterThan: { zh: '大于', en: 'is more than' },
  greaterThanInclusive: { zh: '不小于', en: 'is at least' },
  in: { zh: '属于', en: 'is one of' },
  notIn: { zh: '不属于', en: 'is none of' },
  containsAny: { zh: '含有', en: 'contains any of' },
  containsNone: { zh: '不含', en: 'contains none of' },
};

const dateOperators: Readonly<Record<string, Bilingual>> = {
  lessThan: { zh: '早于', en: 'is before' },
  lessThanInclusive: { zh: '不晚于', en: 'is not after' },
  greaterThan: { zh: '晚于', en: 'is after' },
  greaterThanInclusive: { zh: '不早于', en: 'is not before' },
};

/** A code, or a list of codes, in words; `undefined` where one of them is none. */
function codeList(value: FactResult | undefined): Bilingual | undefined {
  const codes = (Array.isArray(value) ? value : [value]).map(factCodeWords);
  const known = codes.filter((code) => code !== undefined);
  if (known.length === 0 || known.length < codes.length) return undefined;
  return { zh: known.map(({ zh }) => zh).join('、'), en: known.map(({ en }) => en).join(', ') };
}

/** An `Unknown`, or what is left of one that was written into the file: no other value is an object. */
function isUnknown(value: FactResult | undefined): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Words of conditions, from the names of the fields and facts that they compare. */
export class ConditionWords {
  readonly #pack: RulePack;
  readonly #rule: RuleDefinition;

  constructor(pack: RulePack, rule: RuleDefinition) {
    this.#pack = pack;
    this.#rule = rule;
  }

  /** 收到材料日期已填写; 审查期限届满后仍未决定; 移送方式属于 … */
  leaf(leaf: Pick<LeafCondition, 'fact' | 'operator' | 'value' | 'params'>): Bilingual {
    const left = this.subject(leaf.fact, leaf.params);
    if (leaf.operator === 'present') {
      return leaf.value === true
        ? { zh: `${left.zh}：已填写`, en: `${left.en}: filled in` }
        : { zh: `${left.zh}：空白`, en: `${left.en}: blank` };
    }
    if (leaf.operator === 'equal' && typeof leaf.value === 'boolean') {
      return leaf.value
        ? { zh: `${left.zh}：是`, en: `${left.en}: yes` }
        : { zh: `${left.zh}：否`, en: `${left.en}: no` };
    }
    const words = isIsoDate(leaf.value) ? { ...operators, ...dateOperators } : operators;
    const operator = words[leaf.operator] ?? { zh: leaf.operator, en: leaf.operator };
    const right = this.#right(leaf);
    return { zh: `${left.zh} ${operator.zh} ${right.zh}`, en: `${left.en} ${operator.en} ${right.en}` };
  }

  /** A field or fact by its name, with what it goes from, to and by. */
  subject(name: string, params: LeafCondition['params']): Bilingual {
    const register = this.#rule.register;
    const fact = this.#pack.facts.find(name, register);
    const label = fact?.label ?? this.#pack.registers.get(register)?.fields.get(name)?.label ?? { zh: name, en: name };
    const details = Object.entries(params ?? {}).flatMap(([, value]) => this.#detail(value));
    if (details.length === 0) return label;
    const list = (language: 'zh' | 'en', mark: string): string => details.map((detail) => detail[language]).join(mark);
    return { zh: `${label.zh}（${list('zh', '、')}）`, en: `${label.en} (${list('en', ', ')})` };
  }

  #detail(value: unknown): Bilingual[] {
    if (Array.isArray(value)) return value.flatMap((each) => this.#detail(each));
    const call = rightFact(value);
    if (call !== null) return [this.subject(call.fact, call.params)];
    if (typeof value !== 'string') return [];
    const parameter = Object.hasOwn(this.#rule.parameters, value) ? this.#rule.parameters[value] : undefined;
    if (parameter !== undefined) return [parameter.label];
    const field = this.#pack.registers.get(this.#rule.register)?.fields.get(value);
    const fact = this.#pack.facts.find(value.replace(/^@/u, ''), this.#rule.register);
    const label = field?.label ?? fact?.label;
    return label === undefined ? [] : [label];
  }

  #right({ fact, value }: Pick<LeafCondition, 'fact' | 'value'>): Bilingual {
    const call = rightFact(value);
    if (call !== null) {
      if (call.fact === 'parameter') {
        const name = call.params?.name;
        const parameter = typeof name === 'string' ? this.#rule.parameters[name] : undefined;
        if (parameter !== undefined) return parameter.label;
      }
      return this.subject(call.fact, call.params);
    }
    return this.value(fact, value as FactResult);
  }

  /** A value as it is shown under the name of a field or fact. */
  value(fact: string, value: FactResult | undefined): Bilingual {
    if (isUnknown(value)) return { zh: '未知', en: 'unknown' };
    const code = this.#pack.facts.find(fact, this.#rule.register) === undefined ? undefined : codeList(value);
    if (code !== undefined) return code;
    const type =
      this.#pack.registers.get(this.#rule.register)?.fields.get(fact)?.type ??
      this.#pack.facts.find(fact, this.#rule.register)?.type ??
      null;
    return { zh: formatValue(value, type, 'zh'), en: formatValue(value, type, 'en') };
  }
}
