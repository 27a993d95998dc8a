import { addDays } from '../calendar/day-arithmetic.ts';
import type { FieldId } from '../register/definition.ts';
import type { FieldValue } from '../register/record.ts';
import { CompiledRule } from './compile.ts';
import type { RuleDefinition, RuleTest } from './format.ts';
import type { Judgement } from './judgement.ts';
import { leavesOf, readsOfRule } from './reads.ts';
import type { FieldView } from './register-view.ts';
import { prepareTest, type TestBench } from './self-test.ts';

type Settled = 'violates' | 'complies' | 'excused' | 'pending';

/** One value that, changed alone, would turn the verdict. */
export interface TurningValue {
  readonly field: FieldId;
  readonly value: FieldValue;
  readonly outcome: Settled;
}

/** What the rule says of the record with another value in a field. */
type Try = (value: FieldValue) => Judgement['outcome'];
type Turn = Omit<TurningValue, 'field'>;

/** How often an offset of one is doubled: a century and more of days, amounts of any size. */
const DOUBLINGS = { days: 16, number: 44 } as const;
const DAY = /^\d{4}-\d{2}-\d{2}/u;

function settled(outcome: Judgement['outcome']): outcome is Settled {
  return outcome === 'violates' || outcome === 'complies' || outcome === 'excused' || outcome === 'pending';
}

/**
 * What would turn a verdict from broken to unbroken, or back: for each field that the rule reads, the nearest other value that does
 * so alone. A derived record has no field of its own that one could change. Nothing is said of verdicts that are open.
 */
export function turningValues(rule: RuleDefinition, test: RuleTest, bench: TestBench): readonly TurningValue[] {
  const view = bench.registers.get(rule.register);
  if (view === undefined || view.derivedFrom.length > 0) return [];
  const outcomeOf = (field: FieldId, value: FieldValue): Judgement['outcome'] => {
    const { record, shared } = prepareTest(rule, { ...test, record: { ...test.record, [field]: value } }, bench);
    return new CompiledRule(rule, shared).judge(record).outcome;
  };
  const turns: TurningValue[] = [];
  for (const field of readsOfRule(rule, bench.facts).fields) {
    const known = view.fields.get(field);
    if (known === undefined || test.unmapped?.includes(field) === true) continue;
    const value = test.record[field] ?? null;
    const now = outcomeOf(field, value);
    if (!settled(now)) return [];
    const turned = (outcome: Judgement['outcome']): outcome is Settled =>
      settled(outcome) && (outcome === 'violates') !== (now === 'violates');
    const turn = turnOf(known, value, rule, test.asOf ?? '', (other) => outcomeOf(field, other), turned);
    if (turn !== null) turns.push({ field, ...turn });
  }
  return turns;
}

function turnOf(
  field: FieldView,
  value: FieldValue,
  rule: RuleDefinition,
  asOf: string,
  attempt: Try,
  turned: (outcome: Judgement['outcome']) => outcome is Settled,
): Turn | null {
  const first = (values: readonly FieldValue[]): Turn | null => {
    for (const other of values) {
      const outcome = attempt(other);
      if (turned(outcome)) return { value: other, outcome };
    }
    return null;
  };
  const nearest = (at: (offset: number) => FieldValue, doublings: number): (Turn & { offset: number }) | null => {
    let before = 0;
    for (let power = 0; power <= doublings; power += 1) {
      const offset = 2 ** power;
      if (at(offset) === null || !turned(attempt(at(offset)))) {
        before = offset;
        continue;
      }
      let [no, yes] = [before, offset];
      while (yes - no > 1) {
        const middle = Math.floor((no + yes) / 2);
        if (turned(attempt(at(middle)))) yes = middle;
        else no = middle;
      }
      const outcome = attempt(at(yes));
      return turned(outcome) ? { value: at(yes), outcome, offset: yes } : null;
    }
    return null;
  };
  const either = (at: (offset: number) => FieldValue, doublings: number): Turn | null => {
    const [up, down] = [nearest(at, doublings), nearest((offset) => at(-offset), doublings)];
    const best = up === null || (down !== null && down.offset < up.offset) ? down : up;
    return best === null ? null : { value: best.value, outcome: best.outcome };
  };
  switch (field.type) {
    case 'boolean':
      return first([true, false].filter((other) => other !== value));
    case 'date':
    case 'dateTime': {
      // What has not happened could have happened up to the as-of day.
      const text = typeof value === 'string' && DAY.test(value) ? value : addDays(asOf, 1);
      const [day, time] = [text.slice(0, 10), text.slice(10)];
      return either((offset) => {
        const other = addDays(day, offset);
        return other > asOf || other < '1990-01-01' ? null : other + time;
      }, DOUBLINGS.days);
    }
    case 'money':
    case 'integer':
      return typeof value === 'number'
        ? either((offset) => (value + offset < 0 ? null : value + offset), DOUBLINGS.number)
        : null;
    default:
      return first(wordsFor(field, rule).filter((other) => other !== value));
  }
}

/** Words that the form of the table offers, and those that the rule names. */
function wordsFor(field: FieldView, rule: RuleDefinition): readonly string[] {
  const conditions = [
    rule.applicability,
    ...rule.violations.map(({ when }) => when),
    ...rule.exonerating.flatMap(({ when }) => when ?? []),
  ];
  const named = conditions
    .flatMap(leavesOf)
    .filter(({ fact }) => fact === field.id)
    .flatMap(({ value }): unknown => value)
    .filter((value) => typeof value === 'string');
  return [...new Set([...(field.values ?? []), ...named])];
}
