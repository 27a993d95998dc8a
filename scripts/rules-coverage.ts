/**
 * `node scripts/run.mjs scripts/rules-coverage.ts [DATA…] [--as-of DAY] [--rules ID,ID] [--tests] [--json]`: which limbs, excuses,
 * conditions and parameter versions ever decided a record, and which never did: in the rules' own tests, and in the data (the
 * shipped sample when none is named; none at all with `--tests`). A condition decided where it alone turned the verdict of its
 * limb (MC/DC). Exit 0, whatever is dead: what no data shows is no fault of the rule; 2 for wrong arguments.
 */
import { parseArgs } from 'node:util';
import { createRegisterSet } from '../src/core/fact/register-set.ts';
import { happenedAfter, rulesToRun } from '../src/core/finding/judge-inspection.ts';
import { SharedFacts } from '../src/core/rule/context.ts';
import type { LeafCondition } from '../src/core/rule/format.ts';
import type { RulePack } from '../src/core/rule/pack.ts';
import { isLeaf } from '../src/core/rule/reads.ts';
import type { DeadParts, RuleUse } from '../src/core/rule/rule-use.ts';
import { deadParts, RuleUseCounter } from '../src/core/rule/rule-use.ts';
import { prepareTest } from '../src/core/rule/self-test.ts';
import { loadCalendar, loadRulePack, testBench } from '../src/host/rule-pack.ts';
import { readRegisters, ruleData } from './rule-data.ts';
import { RULES_ROOT } from './rules-root.ts';

type Uses = ReadonlyMap<string, RuleUse>;

const calendar = loadCalendar(RULES_ROOT);

function usesInTests(pack: RulePack, only: ReadonlySet<string> | undefined): Uses {
  const bench = testBench(pack, calendar);
  return new Map(
    rulesToRun(pack, only).map(({ definition }) => {
      const counter = new RuleUseCounter(definition);
      for (const test of definition.tests) {
        const { record, shared } = prepareTest(definition, test, bench);
        counter.add([record], shared);
      }
      return [definition.id, counter.result()];
    }),
  );
}

async function usesInData(
  pack: RulePack,
  only: ReadonlySet<string> | undefined,
  data: ReturnType<typeof ruleData>,
): Promise<Uses> {
  const { asOf } = data;
  const { facts, tables } = pack;
  const registers = createRegisterSet(await readRegisters(data, pack), facts.derivedRegisters, asOf, calendar);
  const shared = new SharedFacts({ asOf, calendar, registers, tables, facts });
  return new Map(
    rulesToRun(pack, only).map(({ definition }) => {
      const counter = new RuleUseCounter(definition);
      const records = registers.all(definition.register).filter((record) => !happenedAfter(record, asOf));
      counter.add(records, shared);
      return [definition.id, counter.result()];
    }),
  );
}

function leafWords({ fact, params, operator, value }: LeafCondition): string {
  return `${fact}${params === undefined ? '' : ` ${JSON.stringify(params)}`} ${operator} ${JSON.stringify(value)}`;
}

function deadLines({ limbs, excuses, parameters, conditions }: DeadParts): readonly string[] {
  return [
    ...limbs.map((name) => `limb ${name}`),
    ...excuses.map((name) => `excuse ${name}`),
    ...parameters.map((name) => `parameter ${name}`),
    // What was never reached at all is told by what keeps it from being reached.
    ...conditions
      .filter((use) => use.true + use.false + use.unknown > 0)
      .map(({ path, condition, ...counts }) => {
        const what = isLeaf(condition) ? leafWords(condition) : 'all' in condition ? 'all of' : 'any of';
        return `condition ${path}: ${what} (true ${counts.true}, false ${counts.false}, unknown ${counts.unknown})`;
      }),
  ];
}

function report(title: string, uses: Uses): string {
  const counts = { limbs: 0, excuses: 0, parameters: 0, conditions: 0 };
  const dead = { ...counts };
  const lines = [...uses.values()].flatMap((use) => {
    const parts = deadParts(use);
    for (const kind of ['limbs', 'excuses', 'parameters', 'conditions'] as const) {
      counts[kind] += use[kind].length;
      dead[kind] += use[kind].filter(({ decided }) => decided === 0).length;
    }
    if (parts === null) return [];
    const { notApplicable, ...concerned } = use.outcomes;
    if (Object.values(concerned).every((count) => count === 0)) {
      return [`${use.ruleId}: concerned no record (${notApplicable} not applicable)`];
    }
    return [use.ruleId, ...deadLines(parts).map((line) => `  ${line}`)];
  });
  const kinds = (['limbs', 'excuses', 'parameters', 'conditions'] as const).map(
    (kind) => `${counts[kind] - dead[kind]} of ${counts[kind]} ${kind}`,
  );
  return [`# ${title}: never decided a record`, ...lines, `# ${title}: ${kinds.join(', ')} decided a record`].join(
    '\n',
  );
}

/** The JSON form leaves the words of conditions to the rule file: the path names them. */
function json(uses: Uses) {
  return [...uses.values()].map((use) => ({
    ...use,
    conditions: use.conditions.map((node) => ({ ...node, condition: undefined })),
    dead: deadPaths(deadParts(use)),
  }));
}

function deadPaths(dead: DeadParts | null): readonly string[] {
  if (dead === null) return [];
  const { limbs, excuses, parameters, conditions } = dead;
  return [...limbs, ...excuses, ...parameters, ...conditions.map(({ path }) => path)];
}

async function cover(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'as-of': { type: 'string' },
      rules: { type: 'string' },
      tests: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const only = values.rules === undefined ? undefined : new Set(values.rules.split(','));
  const pack = await loadRulePack(RULES_ROOT);
  const tests = usesInTests(pack, only);
  const data = values.tests === true ? null : ruleData(positionals, values['as-of']);
  const found = data === null ? null : await usesInData(pack, only, data);
  if (values.json === true) {
    const document = { schemaVersion: 1, tests: json(tests), data: found === null ? null : json(found) };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  process.stdout.write(`${report("the rules' own tests", tests)}\n`);
  if (found !== null) process.stdout.write(`\n${report('the data', found)}\n`);
}

try {
  await cover();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
