import type Database from 'better-sqlite3-multiple-ciphers';
import type { Handlers } from '../../../contract/dispatch.ts';
import { CodedError } from '../../../contract/errors.ts';
import type { FindingDetail } from '../../../contract/model.ts';
import type { LocalDate } from '../../../core/calendar/local-date.ts';
import type { Finding } from '../../../core/finding/finding.ts';
import type { Language } from '../../../core/language.ts';
import { formatParameter, formatValue, notFilled } from '../../../core/rule/format-value.ts';
import type { RuleDefinition } from '../../../core/rule/format.ts';
import { namedConditions } from '../../../core/rule/message.ts';
import { leavesOf, ReadsCollector } from '../../../core/rule/reads.ts';
import { findingMask } from '../../output/report/masking.ts';
import { attachmentsOf } from '../attachments.ts';
import { ConditionWords } from '../condition-words.ts';
import { missingCells } from '../gaps/asked-cells.ts';
import { explainedLeaf } from '../explained-leaf.ts';
import { historyOf } from '../decisions.ts';
import { maskField } from '../masking.ts';
import type { Rulebook } from '../rulebook.ts';
import type { Workspace } from '../workspace.ts';
import { recordsAt } from '../records-at.ts';
import { conclusionParts, placeholderTexts } from './decisive.ts';
import { extendedTo } from './extended-to.ts';
import { judgedRecord } from './judged-record.ts';
import { justificationsOf } from './justifications.ts';
import { lawOf } from './law-in-force.ts';
import { limbOf } from './limb-of.ts';
import { timeLineOf } from './time-line.ts';
import { placeFinder, type PlaceOf } from './value-places.ts';
import { rowOf, rowsOfSameCase } from './listed-row.ts';

type Evidence = FindingDetail['conditions'][number]['values'][number];
type Condition = FindingDetail['conditions'][number];

export function detailHandlers(workspace: Workspace): Pick<Handlers, 'findings.get'> {
  return {
    'findings.get': async ({ id }) => {
      const { database, info } = workspace.need();
      const { masked } = workspace.settings.current;
      return findingDetail(database, id, await workspace.rulebook(), masked, info.asOf);
    },
  };
}

/** @throws CodedError `E_NOT_FOUND` */
export function findingDetail(
  database: Database.Database,
  id: string,
  rulebook: Rulebook,
  masked: boolean,
  asOf: LocalDate,
): FindingDetail {
  const row = rowOf(database, id, rulebook, masked);
  const body = database
    .prepare<[string], string>(
      'SELECT finding.body FROM listed JOIN finding USING (run_id, ordinal) WHERE listed.fingerprint = ?',
    )
    .pluck()
    .get(id);
  if (row === undefined || body === undefined) throw new CodedError('E_NOT_FOUND', 'finding');
  const finding = JSON.parse(body) as Finding;
  const rule = rulebook.rule(finding.ruleId)?.definition;
  const records = recordsAt(database, finding.source);
  const mask = masked ? findingMask(finding, records, rulebook.pack.registers) : (text: string) => text;
  const sheets = sheetFinder(database);
  const shown = {
    evidence: evidenceOf(finding, masked, sheets),
    mask,
    placeOf: placeFinder(records, rulebook.pack.registers, sheets),
  };
  const { message, remedy, note } = finding;
  const limb = limbOf(rule, finding);
  const conclusion = (language: Language): FindingDetail['message']['zh'] =>
    conclusionParts(limb?.message[language], message[language]).map(({ text, decisive }) => ({
      text: mask(text),
      decisive,
    }));
  const line = timeLine(finding, rule, rulebook, asOf);
  const judged = judgedRecord(finding, recordsAt(database, finding.source.slice(0, 1))[0]);
  const justifications = justificationsOf(database, finding, rule, rulebook, judged, line);
  return {
    row,
    message: { zh: conclusion('zh'), en: conclusion('en') },
    ruleVersion: finding.ruleVersion,
    clauses: finding.clauses.map((clause) => ({
      id: clause,
      quote: rulebook.pack.clauses.find((each) => each.id === clause)?.quote ?? '',
    })),
    conditions: conditionsOf(finding, rule, rulebook, shown),
    timeLine: line,
    ...lawOf(finding, rule, rulebook, judged, asOf),
    parameters: finding.parameters.map(({ name, label, value, unit, from, basis }) => ({
      name,
      label: rule?.parameters[name]?.label ?? label,
      value: formatParameter(value, unit, 'zh'),
      unit,
      from,
      basis,
    })),
    justifications,
    missing: missingCells(database, finding, justifications),
    remedy,
    confidence: finding.confidence,
    note,
    sources: finding.source.map(({ file, sheet, row: number }) => ({
      file,
      sheet,
      sheetId: sheets(file, sheet),
      row: number,
    })),
    sameCase: rowsOfSameCase(database, id, rulebook, masked),
    history: historyOf(database, id),
    attachments: attachmentsOf(database, id),
  };
}

type SheetFinder = (file: string, sheet: string) => number | null;

function sheetFinder(database: Database.Database): SheetFinder {
  const find = database
    .prepare<[string, string], number>(
      'SELECT sheet.id FROM sheet JOIN source_file ON source_file.id = file_id WHERE source_file.name = ? AND sheet.name = ?',
    )
    .pluck();
  return (file, sheet) => find.get(file, sheet) ?? null;
}

function evidenceOf(finding: Finding, masked: boolean, sheets: SheetFinder): ReadonlyMap<string, Evidence> {
  const [judged] = finding.source;
  return new Map(
    finding.evidence.map(({ field, label, type, value, cell, personal }) => [
      field,
      {
        field,
        label,
        value: value === null ? null : maskField(masked, formatValue(value, type, 'zh'), personal),
        cell,
        file: judged?.file ?? null,
        sheet: judged?.sheet ?? null,
        sheetId: judged === undefined ? null : sheets(judged.file, judged.sheet),
        row: judged?.row ?? null,
      },
    ]),
  );
}

/** As of the run, not of today: that is what was judged. */
function timeLine(
  finding: Finding,
  rule: RuleDefinition | undefined,
  rulebook: Rulebook,
  asOf: LocalDate,
): FindingDetail['timeLine'] {
  const limb = limbOf(rule, finding);
  if (rule === undefined || limb === undefined) return null;
  const byField = new Map(finding.evidence.map((each) => [each.field, each]));
  return timeLineOf(
    placeholderTexts(limb.message.en, finding.message.en),
    (condition) => {
      const leaf = namedConditions(rule).get(condition);
      const fields = leaf === undefined ? [] : fieldsOf(rule, rulebook, leaf.fact, leaf.params);
      return fields.flatMap((field) => byField.get(field) ?? []);
    },
    asOf,
    (condition, begin, due) => extendedTo(finding, namedConditions(rule).get(condition)?.params, rulebook, begin, due),
  );
}

/** How values are shown. */
interface Shown {
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly mask: (text: string) => string;
  readonly placeOf: PlaceOf;
}

/** Each condition that was looked at, with the cells behind it and what was calculated from them. */
function conditionsOf(
  finding: Finding,
  rule: RuleDefinition | undefined,
  rulebook: Rulebook,
  { evidence, mask, placeOf }: Shown,
): Condition[] {
  const words = rule === undefined ? null : new ConditionWords(rulebook.pack, rule);
  const limb = limbOf(rule, finding);
  const leaves =
    rule === undefined ? [] : [...leavesOf(rule.applicability), ...(limb === undefined ? [] : leavesOf(limb.when))];
  const described =
    limb === undefined ? new Map<string, string>() : placeholderTexts(limb.message.zh, finding.message.zh);
  const conditions = finding.explanation.map((explained) => {
    const { name, fact, actual, result } = explained;
    const leaf = explainedLeaf(leaves, explained);
    const fields = rule === undefined ? [fact] : fieldsOf(rule, rulebook, fact, leaf?.params);
    const values = fields.flatMap((field) => evidence.get(field) ?? []);
    const own = words?.value(fact, actual);
    const isField = evidence.has(fact);
    const computed =
      isField || own === undefined || own.zh === notFilled('zh') || actual === null || typeof actual === 'boolean'
        ? []
        : [{ words: own, place: placeOf(own.zh) }];
    const deadline = [...described]
      .filter(
        ([placeholder, text]) =>
          name !== null && placeholder.startsWith(`${name}.`) && text !== '' && text !== notFilled('zh'),
      )
      .map(([placeholder, text]) => ({
        words: describedWords(placeholder.slice((name ?? '').length + 1), text),
        place: placeOf(text),
      }));
    return {
      name: name ?? fact,
      words: leaf === undefined || words === null ? { zh: fact, en: fact } : words.leaf(leaf),
      result,
      values,
      computed: [...computed, ...deadline]
        .filter(
          ({ place }) => place === null || !values.some(({ cell, row }) => cell === place.cell && row === place.row),
        )
        .map(({ words: { zh, en }, place }) => ({ words: { zh: mask(zh), en: mask(en) }, place })),
    };
  });
  return withoutRepetition(conditions);
}

/** A condition that stands in the applicability and in the limb is shown once, with what is known from both. */
function withoutRepetition(conditions: readonly Condition[]): Condition[] {
  const groups = Map.groupBy(conditions, ({ words, result }) => `${words.zh} ${result}`);
  return [...groups.values()].flatMap((equal) => {
    const fullest = equal.toSorted((a, b) => b.computed.length - a.computed.length)[0];
    return fullest === undefined ? [] : [fullest];
  });
}

const describedLabels: Readonly<Record<string, { zh: string; en: string }>> = {
  due: { zh: '届满日', en: 'due' },
  limit: { zh: '期限', en: 'limit' },
  days: { zh: '超过日数', en: 'days over' },
  extension: { zh: '延长', en: 'extension' },
  from: { zh: '起算日', en: 'from' },
  to: { zh: '完成日', en: 'done' },
};

function describedWords(key: string, text: string): { zh: string; en: string } {
  const label = describedLabels[key];
  return label === undefined ? { zh: text, en: text } : { zh: `${label.zh} ${text}`, en: `${label.en} ${text}` };
}

function fieldsOf(
  rule: RuleDefinition,
  rulebook: Rulebook,
  fact: string,
  params: Readonly<Record<string, unknown>> | undefined,
): readonly string[] {
  const reads = new ReadsCollector(rulebook.pack.facts, rule.register);
  reads.addName(fact, params);
  return [...reads.fields];
}
