import { join } from 'node:path';
import { calendarFromTable, mergeCalendarTables, readCalendarTable } from '../core/calendar/calendar-table.ts';
import type { CalendarTable } from '../core/calendar/calendar-table.ts';
import type { WorkCalendar } from '../core/calendar/calendar.ts';
import { factRegistry } from '../core/fact/registry.ts';
import type { RegisterDefinition } from '../core/register/definition.ts';
import type { CourtCodeTable } from '../core/register/court-code-table.ts';
import type { RuleDefinition } from '../core/rule/format.ts';
import type { ChecklistItem } from '../core/rule/checklist.ts';
import { lintChecklistItem } from '../core/rule/checklist.ts';
import type { IndicatorDefinition } from '../core/rule/indicator-format.ts';
import { lintIndicator } from '../core/rule/lint/lint-indicator.ts';
import type { LintWorld } from '../core/rule/lint/lint-world.ts';
import { lintRule, lintShape } from '../core/rule/lint/lint-rule.ts';
import type { LegalSource } from '../core/rule/legal-source.ts';
import { articleFault, basisClassOf, citationWriter, sourceFinder } from '../core/rule/legal-source.ts';
import type { RuleProblem } from '../core/rule/lint/problem.ts';
import type { PackedRule, ResolutionClause, RulePack } from '../core/rule/pack.ts';
import { registerViews } from '../core/rule/register-view.ts';
import type { TestBench, TestFailure } from '../core/rule/self-test.ts';
import { runRuleTests } from '../core/rule/self-test.ts';
import type { JsonFile } from './json-files.ts';
import { JsonFileError, jsonPaths, readJsonFile, sha256 } from './json-files.ts';
import type { RuleValidator } from './rule-schema.ts';
import { createRuleValidator } from './rule-schema.ts';

/** Folders of `rules/` that hold no rules; every other folder is a family of rules. */
const DATA_FOLDERS = new Set(['registers', 'sources', 'calendar', 'parameters', 'checklist', 'indicators']);
const RULE_SCHEMA = 'rule.schema.json';
const CHECKLIST_SCHEMA = 'checklist.schema.json';
const INDICATOR_SCHEMA = 'indicator.schema.json';
const RESOLUTION = 'resolution.json';
const COURT_CODES = 'court-codes.json';
const ABOUT = 'pack.json';

/** A rule pack that may not be used. Holds every problem found, not just the first. */
export class RulePackError extends Error {
  readonly problems: readonly RuleProblem[];
  readonly failures: readonly TestFailure[];
  constructor(problems: readonly RuleProblem[], failures: readonly TestFailure[]) {
    const lines = [
      ...problems.map(({ file, path, message }) => `${file}: ${path}: ${message}`),
      ...failures.map(({ ruleId, test, message }) => `${ruleId}: test “${test}”: ${message}`),
    ];
    super(`规则包不能使用 / the rule pack cannot be used\n${lines.join('\n')}`);
    this.name = 'RulePackError';
    this.problems = problems;
    this.failures = failures;
  }
}

/** Everything read from the folder: the usable rules, and what is wrong with the others. */
export interface RulePackReading {
  readonly pack: RulePack;
  /** Rules of the right form that the lint refuses for their meaning: not in the pack, but their tests can run. */
  readonly refused: readonly PackedRule[];
  readonly problems: readonly RuleProblem[];
  readonly world: LintWorld;
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, '');
}

/** Files of one folder as id → content. */
function tableOf<T>(files: readonly JsonFile[], folder: string): ReadonlyMap<string, T> {
  return new Map(
    files.filter(({ path }) => folderOf(path) === folder).map(({ path, json }) => [fileName(path), json as T]),
  );
}

/**
 * Reads a rule pack from a folder, and checks every rule. Nothing is thrown for a bad rule file: the callers decide
 * whether one bad rule refuses the pack (an import) or is reported beside the others (the lint).
 * @param only rule ids to look at; all when left out
 * @param checked hash of a pack in which this program has found no fault before: the same files are not checked again
 */
export function readRulePack(root: string, only?: ReadonlySet<string>, checked?: string): RulePackReading {
  const problems: RuleProblem[] = [];
  const files: JsonFile[] = [];
  for (const path of jsonPaths(root)) {
    try {
      files.push(readJsonFile(root, path));
    } catch (error) {
      if (!(error instanceof JsonFileError)) throw error;
      problems.push({ file: path, path: '', severity: 'error', code: 'JSON', message: error.message });
    }
  }
  const registerDefinitions = [...tableOf<RegisterDefinition>(files, 'registers').values()];
  const registers = registerViews(registerDefinitions, factRegistry.derivedRegisters);
  const resolution = files.find(({ path }) => path === RESOLUTION)?.json as
    { readonly clauses: readonly ResolutionClause[] } | undefined;
  const sources = tableOf<LegalSource>(files, 'sources');
  const clauses = resolution?.clauses ?? [];
  const world: LintWorld = {
    registers,
    facts: factRegistry,
    clauses: new Set(clauses.map(({ id }) => id)),
    sources,
    articleFault,
  };
  const hash = sha256(files.map((file) => `${file.sha256}  ${file.path}\n`).join(''));
  const isChecked = hash === checked;
  const validate = isChecked ? null : validatorOf(files, RULE_SCHEMA, root);
  const rules: PackedRule[] = [];
  const refused: PackedRule[] = [];
  for (const { path, json, sha256: fileHash } of files) {
    if (folderOf(path) === '' || DATA_FOLDERS.has(folderOf(path))) continue;
    if (only !== undefined && !only.has(fileName(path))) continue;
    if (validate === null) {
      rules.push({ definition: json as RuleDefinition, file: path, sha256: fileHash });
      continue;
    }
    const form = [...lintShape(json, path), ...validate(json, path)];
    problems.push(...form);
    if (form.some(({ severity }) => severity === 'error')) continue;
    const definition = json as RuleDefinition;
    const meaning = lintRule(definition, path, world);
    problems.push(...meaning);
    const isRefused = meaning.some(({ severity }) => severity === 'error');
    (isRefused ? refused : rules).push({ definition, file: path, sha256: fileHash });
  }
  const folders = { files, root, problems, isChecked };
  const pack: RulePack = {
    version: versionOf(files),
    sha256: hash,
    rules,
    clauses,
    checklist: readChecklist(folders, world),
    indicators: only === undefined ? readIndicators(folders, world, rules) : [],
    registerDefinitions,
    registers,
    facts: factRegistry,
    tables: Object.fromEntries(tableOf(files, 'parameters')),
    courtCodes: files.find(({ path }) => path === COURT_CODES)?.json as CourtCodeTable,
    cite: citationWriter(sources),
    sourceInForce: sourceFinder(sources),
    basisClass: (basis) => basisClassOf(sources, basis),
  };
  return { pack, refused, problems, world };
}

/** What the pack calls itself; a pack without a name of its version is told by its hash. */
function versionOf(files: readonly JsonFile[]): string {
  const about = files.find(({ path }) => path === ABOUT)?.json as { readonly version?: unknown } | undefined;
  return typeof about?.version === 'string' ? about.version : '—';
}

function validatorOf(files: readonly JsonFile[], name: string, root: string): RuleValidator {
  const schema = files.find(({ path }) => path === name)?.json;
  if (typeof schema !== 'object' || schema === null) throw new Error(`${name} is missing from ${root}`);
  return createRuleValidator(schema);
}

/** Files of a folder that have the form of its schema and refer to what there is; the others are problems. */
function readFolder<T>(
  { files, root, problems, isChecked }: Folders,
  folder: string,
  schema: string,
  lint: (each: T, path: string) => readonly RuleProblem[],
): readonly T[] {
  const inFolder = files.filter(({ path }) => folderOf(path) === folder);
  if (isChecked) return inFolder.map(({ json }) => json as T);
  const validate = validatorOf(files, schema, root);
  return inFolder.flatMap(({ path, json }) => {
    const form = validate(json, path);
    const meaning = form.length === 0 ? lint(json as T, path) : [];
    problems.push(...form, ...meaning);
    return [...form, ...meaning].some(({ severity }) => severity === 'error') ? [] : [json as T];
  });
}

interface Folders {
  readonly files: readonly JsonFile[];
  readonly root: string;
  readonly problems: RuleProblem[];
  readonly isChecked: boolean;
}

/** Items in order of the clauses they ask about. */
function readChecklist(folders: Folders, world: LintWorld): readonly ChecklistItem[] {
  const order = [...world.clauses];
  const rank = ({ clauses: [first = ''] }: ChecklistItem) => order.indexOf(first);
  const items = readFolder<ChecklistItem>(folders, 'checklist', CHECKLIST_SCHEMA, (item, path) =>
    lintChecklistItem(item, path, world),
  );
  return items.toSorted((a, b) => rank(a) - rank(b));
}

function readIndicators(
  folders: Folders,
  world: LintWorld,
  rules: readonly PackedRule[],
): readonly IndicatorDefinition[] {
  const byId = new Map(rules.map(({ definition }) => [definition.id, definition]));
  return readFolder<IndicatorDefinition>(folders, 'indicators', INDICATOR_SCHEMA, (indicator, path) =>
    lintIndicator(indicator, path, world, byId),
  );
}

/** The registers alone: all that importing needs. */
export function readRegisterDefinitions(root: string): readonly RegisterDefinition[] {
  const folder = join(root, 'registers');
  return jsonPaths(folder).map((path) => readJsonFile(folder, path).json as RegisterDefinition);
}

/** The codes of courts: what importing needs besides the registers. */
export function readCourtCodes(root: string): CourtCodeTable {
  return readJsonFile(root, COURT_CODES).json as CourtCodeTable;
}

/** The table of `rules/calendar/`: its files merged in order of name. @throws TableError */
export function loadCalendarTable(root: string): CalendarTable {
  const folder = join(root, 'calendar');
  const [first, ...rest] = jsonPaths(folder).map((path) => readCalendarTable(readJsonFile(folder, path).json));
  if (first === undefined) throw new Error('rules/calendar holds no table');
  return rest.reduce(mergeCalendarTables, first);
}

/** The calendar of `rules/calendar/`. @throws TableError */
export function loadCalendar(root: string): WorkCalendar {
  return calendarFromTable(loadCalendarTable(root));
}

/** What the rules' own tests run against. */
export function testBench(pack: RulePack, calendar: WorkCalendar): TestBench {
  const { facts, registers, tables, cite } = pack;
  return {
    facts,
    registers,
    calendar,
    tables,
    cite,
  };
}

export interface LoadOptions {
  /** Run the rules' own tests in both engines first, as for a pack that is imported. */
  readonly runTests?: boolean;
  readonly only?: ReadonlySet<string>;
  /** See `readRulePack`. */
  readonly checked?: string | undefined;
}

/**
 * Reads a rule pack for use.
 * @throws RulePackError when a rule is wrong, or (with `runTests`) fails its own tests
 */
export async function loadRulePack(root: string, options: LoadOptions = {}): Promise<RulePack> {
  const { pack, problems } = readRulePack(root, options.only, options.checked);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new RulePackError(errors, []);
  if (options.runTests === true) {
    const bench = testBench(pack, loadCalendar(root));
    const failures: TestFailure[] = [];
    for (const { definition } of pack.rules) failures.push(...(await runRuleTests(definition, bench)));
    if (failures.length > 0) throw new RulePackError([], failures);
  }
  return pack;
}
