/** What crosses between host and window, as zod schemas: the shapes are checked on both sides. */
import { z } from 'zod';

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const findingClass = z.enum(['violation', 'overLimit', 'lead']);
/** How much of the law's text behind a rule was seen. */
export const ruleConfidence = z.enum([
  'verified',
  'verified-secondary',
  'verified-duty',
  'mixed',
  'uncertain',
  'from-memory',
]);
export const severity = z.enum(['critical', 'major', 'minor']);
export const confidence = z.enum(['high', 'medium', 'low']);
/** 待核查, 已提出确认, 待补充, 已确认, 已移送, 已整改, 已排除. */
export const reviewState = z.enum(['open', 'proposed', 'moreInfo', 'confirmed', 'referred', 'rectified', 'dismissed']);
/** Somebody has said that it is wrong: it can be put right. */
export const upheldStates = ['proposed', 'confirmed', 'referred'] as const satisfies readonly z.infer<
  typeof reviewState
>[];
/** What is decided on a finding. */
export const decisionAction = z.enum([
  'propose',
  'dismiss',
  'moreInfo',
  'refer',
  'rectify',
  'assign',
  'comment',
  'reopen',
]);
export const stepState = z.enum(['todo', 'current', 'partial', 'done', 'stale']);
export const language = z.enum(['zh', 'en']);

export const settings = z.strictObject({
  language,
  theme: z.enum(['system', 'light', 'dark']),
  fontSizePercent: z.number().int().min(90).max(150),
  masked: z.boolean(),
});

export const recentInspection = z.strictObject({
  path: z.string(),
  name: z.string(),
  unit: z.string(),
  asOf: day,
  openedAt: z.string(),
  exists: z.boolean(),
  /** Put away by a person; opened like the others. */
  archived: z.boolean().default(false),
  /** How far the six steps were when it was last seen; empty for one of an earlier version. */
  progress: z.array(stepState).default([]),
  counts: z.strictObject({ violation: z.number(), overLimit: z.number(), lead: z.number(), open: z.number() }),
});

export const step = z.strictObject({
  id: z.enum(['import', 'map', 'validate', 'run', 'review', 'report']),
  state: stepState,
  /** The live count under the step's name, and why it is stale. */
  count: z.number(),
  of: z.number().nullable(),
  reason: bilingual.nullable(),
});

export const overview = z.strictObject({
  path: z.string(),
  name: z.string(),
  unit: z.string(),
  asOf: day,
  steps: z.array(step),
  rulePack: z.strictObject({ version: z.string(), sha256: z.string() }),
  calendar: z.strictObject({ version: z.string(), from: day, to: day }),
  /** `null` for the sample, which is thrown away; `at` is `null` where none was made. */
  backup: z.strictObject({ at: z.string().nullable(), due: z.boolean() }).nullable(),
  blockedRequests: z.number(),
});

export const sourceFile = z.strictObject({
  id: z.number(),
  name: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  error: z.string().nullable(),
  /** Of a plain text file, as it was found; `null` for a workbook. */
  encoding: z.string().nullable(),
  sheets: z.array(
    z.strictObject({
      id: z.number(),
      name: z.string(),
      hidden: z.boolean(),
      register: z.string().nullable(),
      registerLabel: bilingual.nullable(),
      headerRow: z.number().nullable(),
      records: z.number(),
      problems: z.number(),
      /** Columns that ask for attention: low confidence, unmapped, or a required field without a column. */
      attention: z.number(),
      warnings: z.array(bilingual),
    }),
  ),
});

export const columnMapping = z.strictObject({
  column: z.number(),
  letter: z.string(),
  header: z.string(),
  samples: z.array(z.string().nullable()),
  field: z.string().nullable(),
  fieldLabel: bilingual.nullable(),
  confidence: confidence.nullable(),
  reason: bilingual,
});

export const sheetMapping = z.strictObject({
  sheetId: z.number(),
  register: z.string().nullable(),
  headerRow: z.number().nullable(),
  columns: z.array(columnMapping),
  fields: z.array(z.strictObject({ id: z.string(), label: bilingual, required: z.boolean() })),
  /** Fields that rules need and no column gives, with the rules that they disable. */
  gaps: z.array(
    z.strictObject({
      field: z.string(),
      label: bilingual,
      rules: z.array(z.string()),
      /** 0-based column that may hold it; offered, never taken without a person. */
      suggestion: z.number().nullable(),
      /** A person said that the sheet has no such column. */
      absent: z.boolean(),
    }),
  ),
});

/** How far a saved template fitted one sheet. */
export const templateFit = z.strictObject({
  sheetId: z.number(),
  applied: z.number(),
  of: z.number(),
  /** Headers that the sheet has and the template has not, and the other way round. */
  added: z.array(z.string()),
  missing: z.array(z.string()),
});

/** A row as it stands in the file. */
export const sourceRow = z.strictObject({
  row: z.number(),
  kind: z.string(),
  hidden: z.boolean(),
  /** From column A; empty ones at the end may be left out. */
  cells: z.array(z.string()),
  findings: z.array(z.strictObject({ id: z.string(), class: findingClass })),
  /** Overlays, by 0-based column; the original stays in `cells`. */
  corrections: z.array(z.strictObject({ column: z.number(), value: z.string(), reason: z.string() })),
  /** 0-based columns whose value could not be read. */
  problems: z.array(z.number()),
});

export const problem = z.strictObject({
  id: z.number(),
  file: z.string(),
  sheet: z.string(),
  sheetId: z.number(),
  row: z.number(),
  cell: z.string(),
  field: z.string().nullable(),
  fieldLabel: bilingual.nullable(),
  value: z.string(),
  code: z.string(),
  words: bilingual,
  severity: z.enum(['error', 'warning']),
  /** The overlay, where a person corrected it; the original stays. */
  correction: z.strictObject({ value: z.string(), reason: z.string(), at: z.string() }).nullable(),
});

export const findingRow = z.strictObject({
  id: z.string(),
  ruleId: z.string(),
  title: bilingual,
  class: findingClass,
  severity,
  party: z.string(),
  subject: z.string(),
  /** The one number or word that decides: 超 14 日, 缺函告日期. */
  decisive: bilingual,
  state: reviewState,
  change: z.enum(['new', 'unchanged', 'gone', 'changed']),
  assignee: z.string().nullable(),
  dueDate: day.nullable(),
});

export const findingsFilter = z.strictObject({
  class: z.array(findingClass).default([]),
  severity: z.array(severity).default([]),
  state: z.array(reviewState).default([]),
  ruleId: z.array(z.string()).default([]),
  party: z.array(z.string()).default([]),
  clause: z.array(z.string()).default([]),
  change: z.array(z.enum(['new', 'unchanged', 'gone', 'changed'])).default([]),
  /** Months (YYYY-MM) of the matter. */
  month: z.array(z.string().regex(/^\d{4}-\d{2}$/)).default([]),
  /** Chinese text, case number, or pinyin initials. */
  text: z.string().max(200).default(''),
});
/** What the counts of findings can be narrowed to. */
export const statisticsFilter = findingsFilter.pick({ party: true, clause: true, state: true, month: true });
export const findingsOrder = z.strictObject({
  group: z.enum(['case', 'party', 'rule', 'none']).default('case'),
  by: z.enum(['severity', 'subject', 'rule', 'party']).default('severity'),
});

/** What a row of the list says under its title, beside what decides and where it stands. */
export const findingColumn = z.enum(['party', 'subject', 'assignee', 'change']);
/** How one looks at the findings: which, in what order, and what each row says. */
export const findingsView = z.strictObject({
  filter: findingsFilter,
  order: findingsOrder,
  columns: z.array(findingColumn),
});

export const facet = z.strictObject({
  id: z.string(),
  values: z.array(z.strictObject({ value: z.string(), label: bilingual, count: z.number() })),
});

export const evidence = z.strictObject({
  field: z.string(),
  label: bilingual,
  value: z.string().nullable(),
  cell: z.string().nullable(),
  file: z.string().nullable(),
  sheet: z.string().nullable(),
  sheetId: z.number().nullable(),
  row: z.number().nullable(),
});

export const decision = z.strictObject({
  number: z.number(),
  action: z.enum([...decisionAction.options, 'undo']),
  reason: z.string(),
  comment: z.string(),
  at: z.string(),
  assignee: z.string().nullable(),
  /** Until when, of an assignment; the day on which it was done, of a rectification. */
  dueDate: day.nullable(),
});

/** A file that somebody put beside a finding. */
const attachment = z.strictObject({
  id: z.number(),
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  at: z.string(),
});

const conclusionPart = z.strictObject({ text: z.string(), decisive: z.boolean() });

/** What would excuse and does not stand in the data: what it takes to show it, and what would then follow by the rule. */
const justification = z.strictObject({
  words: bilingual,
  /** Blank fields of the row, or else tables that were not handed over (`field` is `null`); empty where no table can show it. */
  needs: z.array(z.strictObject({ field: z.string().nullable(), label: bilingual, cell: z.string().nullable() })),
  then: z.discriminatedUnion('kind', [
    /** The rule excuses by it. `remaining`: what it would still report of the same row. */
    z.strictObject({ kind: z.literal('falls'), remaining: z.array(findingClass) }),
    /** An approved extension: the day until which it would reach, and the days that would still be over. */
    z.strictObject({ kind: z.literal('extended'), day, days: z.number().int().min(0) }),
    /** No table shows it: a person decides. */
    z.strictObject({ kind: z.literal('person') }),
  ]),
});

/** A blank cell that an agency can be asked for. */
const missingCell = z.strictObject({
  field: z.string(),
  label: bilingual,
  cell: z.string(),
  /** Whether this finding has put it on the list of gaps. */
  asked: z.boolean(),
});

export const findingDetail = z.strictObject({
  row: findingRow,
  /** The conclusion in pieces, one after the other; those that are late days and the like are told apart. */
  message: z.strictObject({ zh: z.array(conclusionPart), en: z.array(conclusionPart) }),
  ruleVersion: z.string(),
  clauses: z.array(z.strictObject({ id: z.string(), quote: z.string() })),
  conditions: z.array(
    z.strictObject({
      name: z.string(),
      words: bilingual,
      result: z.enum(['true', 'false', 'unknown']),
      values: z.array(evidence),
      /** What was worked out, or stands in other rows: then with its cell. */
      computed: z.array(
        z.strictObject({
          words: bilingual,
          place: z.strictObject({ sheetId: z.number(), row: z.number(), cell: z.string() }).nullable(),
        }),
      ),
    }),
  ),
  /** `null` where no deadline in days was passed, or its days cannot be told for sure. */
  timeLine: z
    .strictObject({
      begin: z.strictObject({ label: bilingual, day }),
      due: day,
      end: z.strictObject({ label: bilingual, day }),
      days: z.number().int().positive(),
      /** Until when an approved extension would have allowed it; `null` where the rule knows none, or one was granted. */
      allowed: day.nullable(),
    })
    .nullable(),
  /** The day that decides on the version of the law. */
  lawDay: day.nullable(),
  /** `version`: of the source, in force on that day; `note`: how much of its text was seen. */
  law: z.array(z.strictObject({ citation: bilingual, version: bilingual, note: bilingual })),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      label: bilingual,
      value: z.string(),
      unit: z.string(),
      from: z.string(),
      basis: z.enum(['statutory', 'joint-doc', 'normative-doc', 'policy-default', 'local-practice', 'profile']),
    }),
  ),
  justifications: z.array(justification),
  /** Blank cells of the judged row on which the finding or a justification turns. */
  missing: z.array(missingCell),
  remedy: bilingual,
  confidence: ruleConfidence,
  note: bilingual,
  sources: z.array(
    z.strictObject({ file: z.string(), sheet: z.string(), sheetId: z.number().nullable(), row: z.number() }),
  ),
  sameCase: z.array(findingRow),
  history: z.array(decision),
  attachments: z.array(attachment),
});

/** Why a rule cannot be checked at all: `detail` names the registers and fields that are missing. */
const notCheckable = z.strictObject({ reason: z.string(), detail: z.array(bilingual) });
/** A rule that what was imported does not let be checked. */
export const uncheckedRule = z.strictObject({ ruleId: z.string(), title: bilingual, notCheckable });
export const coverageRule = z.strictObject({
  ruleId: z.string(),
  title: bilingual,
  family: z.string(),
  applicable: z.number(),
  complies: z.number(),
  excused: z.number(),
  pending: z.number(),
  findings: z.number(),
  indeterminate: z.number(),
  notApplicable: z.number(),
  notCheckable: notCheckable.nullable(),
});
export const coverageClause = z.strictObject({
  clause: z.string(),
  quote: z.string(),
  rules: z.array(z.string()),
  checklist: z.array(z.string()),
  state: z.enum(['checked', 'partly', 'not-checked']),
});

export const ruleSummary = z.strictObject({
  id: z.string(),
  family: z.string(),
  title: bilingual,
  version: z.string(),
  status: z.enum(['draft', 'active', 'retired']),
  severity,
  /** What the rule pack says; differs from `severity` where the inspection is tailored. */
  stockSeverity: severity,
  register: z.string(),
  registerLabel: bilingual,
  clauses: z.array(z.string()),
  /** The article of the resolution that it stands under, with the beginning of its words: it has no title. */
  article: z.strictObject({ number: z.number(), words: z.string() }),
  /** Titles of the laws it rests on, each once. */
  laws: z.array(bilingual),
  confidence: ruleConfidence,
  enabled: z.boolean(),
  disabledReason: z.string().nullable(),
  tailored: z.boolean(),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      label: bilingual,
      unit: z.string(),
      /** Stock value in force on the as-of date and what the profile sets instead. */
      stock: z.string(),
      value: z.string(),
      /** What the value rests on: title and article, or words for internal policy. */
      basis: bilingual,
      policy: z.boolean(),
      editable: z.boolean(),
    }),
  ),
});

/** A field that a trial takes; `values` are usual words. */
export const trialField = z.strictObject({ id: z.string(), label: bilingual, values: z.array(z.string()) });

const trialRow = z.record(z.string(), z.string().max(2000).nullable());
/** One record and the tables around it, in words as they stand in tables. */
export const ruleTrial = z.strictObject({
  asOf: day,
  /** The row of the open inspection that the record was taken from: what still stands masked in the record is read there. */
  from: z.strictObject({ sheetId: z.number().int(), row: z.number().int().min(1) }).optional(),
  record: trialRow,
  /** Fields whose column the sheet does not have. */
  unmapped: z.array(z.string()),
  /** By register. One that is not named was not handed over. */
  neighbours: z.record(z.string(), z.array(trialRow).max(200)),
});

/** How far one rule is while a run is under way. */
export const ruleProgress = z.strictObject({
  ruleId: z.string(),
  /** Records that it has judged, of those of its register. */
  done: z.number(),
  total: z.number(),
  applicable: z.number(),
  complies: z.number(),
  excused: z.number(),
  pending: z.number(),
  indeterminate: z.number(),
  findings: z.number(),
});

export const jobEvent = z.strictObject({
  job: z.string(),
  kind: z.enum(['import', 'run', 'export', 'gaps', 'backup', 'pack', 'verify']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  words: bilingual,
  /** Time used. */
  milliseconds: z.number(),
  /** Of a run that judges. */
  rules: z.array(ruleProgress).nullable(),
  error: z.string().nullable(),
});

export const bilingualWords = bilingual;
export const localDay = day;
export type Bilingual = z.infer<typeof bilingual>;
export type Settings = z.infer<typeof settings>;
export type Overview = z.infer<typeof overview>;
export type SourceFile = z.infer<typeof sourceFile>;
export type TemplateFit = z.infer<typeof templateFit>;
export type SourceRow = z.infer<typeof sourceRow>;
export type SheetMapping = z.infer<typeof sheetMapping>;
export type ProblemRow = z.infer<typeof problem>;
export type FindingRow = z.infer<typeof findingRow>;
export type FindingDetail = z.infer<typeof findingDetail>;
export type FindingsFilter = z.infer<typeof findingsFilter>;
export type StatisticsFilter = z.infer<typeof statisticsFilter>;
export type FindingsOrder = z.infer<typeof findingsOrder>;
export type FindingsView = z.infer<typeof findingsView>;
export type Facet = z.infer<typeof facet>;
export type RuleSummary = z.infer<typeof ruleSummary>;
export type UncheckedRule = z.infer<typeof uncheckedRule>;
export type RuleTrial = z.infer<typeof ruleTrial>;
export type RuleProgress = z.infer<typeof ruleProgress>;
export type JobEvent = z.infer<typeof jobEvent>;
export type RecentInspection = z.infer<typeof recentInspection>;
export type Decision = z.infer<typeof decision>;

/** Tables of data that a person may replace in an inspection. */
export const tableName = z.enum(['calendar', 'departmentLimits', 'courtCodes']);
