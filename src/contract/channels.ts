/** Every channel between window and host: what it takes and what it gives. The only list there is. */
import { z } from 'zod';
import { assessment } from './assessment.ts';
import { reportChoice } from './report-choice.ts';
import { reportPreview } from './report-preview.ts';
import { offeredPack, usedPack } from './rule-pack.ts';
import { checklistAnswer, checklistItem } from './checklist.ts';
import {
  bilingualWords,
  decisionAction,
  coverageClause,
  coverageRule,
  facet,
  findingClass,
  findingDetail,
  findingRow,
  findingsFilter,
  findingsOrder,
  findingsView,
  localDay,
  tableName,
  overview,
  problem,
  recentInspection,
  reviewState,
  ruleTrial,
  ruleSummary,
  settings,
  severity,
  sheetMapping,
  sourceFile,
  sourceRow,
  statisticsFilter,
  templateFit,
  trialField,
  uncheckedRule,
} from './model.ts';

const none = z.strictObject({});
const done = z.null();
const trialOutcome = z.enum(['violates', 'complies', 'excused', 'pending', 'indeterminate', 'notApplicable']);
const viewName = z.string().min(1).max(100);
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) };
const channel = <Args extends z.ZodType, Result extends z.ZodType>(
  args: Args,
  result: Result,
): { args: Args; result: Result } => ({
  args,
  result,
});

export const channels = {
  'app.info': channel(
    none,
    z.strictObject({
      version: z.string(),
      platform: z.string(),
      rulePackVersion: z.string(),
      rules: z.number(),
      electron: z.string(),
    }),
  ),
  /** First letters of the pinyin, for searches in what the window has at hand. */
  'words.initials': channel(z.strictObject({ texts: z.array(z.string().max(500)).max(5000) }), z.array(z.string())),
  'settings.get': channel(none, settings),
  'settings.set': channel(settings.partial(), settings),

  'recent.list': channel(none, z.array(recentInspection)),
  'recent.archive': channel(z.strictObject({ path: z.string(), archived: z.boolean() }), done),
  'recent.forget': channel(z.strictObject({ path: z.string() }), done),
  'inspection.create': channel(
    z.strictObject({
      path: z.string().min(1),
      name: z.string().min(1).max(100),
      unit: z.string().max(100),
      asOf: localDay,
      password: z.string().min(8).max(200),
    }),
    overview,
  ),
  'inspection.open': channel(z.strictObject({ path: z.string().min(1), password: z.string().max(200) }), overview),
  'inspection.openSample': channel(none, overview),
  'inspection.close': channel(none, done),
  'inspection.overview': channel(none, overview.nullable()),
  'inspection.upcoming': channel(
    none,
    z.array(
      z.strictObject({
        ruleId: z.string(),
        title: bilingualWords,
        subject: z.string(),
        due: localDay,
        daysLeft: z.number(),
        level: z.enum(['notice', 'soon', 'urgent']),
      }),
    ),
  ),

  'dialog.openFiles': channel(none, z.array(z.string())),
  'dialog.saveInspection': channel(z.strictObject({ name: z.string() }), z.string().nullable()),
  'dialog.openInspection': channel(none, z.string().nullable()),
  'dialog.saveReport': channel(z.strictObject({ name: z.string() }), z.string().nullable()),

  'files.import': channel(
    z.strictObject({ paths: z.array(z.string()).min(1).max(2000) }),
    z.strictObject({ job: z.string() }),
  ),
  'files.list': channel(none, z.array(sourceFile)),
  'files.remove': channel(z.strictObject({ id: z.number().int() }), done),

  'mapping.get': channel(z.strictObject({ sheetId: z.number().int() }), sheetMapping),
  'mapping.set': channel(
    z.strictObject({
      sheetId: z.number().int(),
      register: z.string().nullable(),
      headerRow: z.number().int().min(1).nullable(),
      columns: z.record(z.string(), z.string().nullable()),
      /** Fields that the sheet is said not to have. */ absent: z.array(z.string()).default([]),
    }),
    z.strictObject({ job: z.string() }),
  ),
  'registers.list': channel(none, z.array(z.strictObject({ id: z.string(), label: bilingualWords }))),
  'templates.list': channel(
    none,
    z.array(z.strictObject({ id: z.string(), name: z.string(), savedAt: z.string(), sheets: z.number() })),
  ),
  'templates.save': channel(z.strictObject({ name: z.string().min(1).max(100) }), done),
  'templates.apply': channel(
    z.strictObject({ id: z.string() }),
    z.strictObject({ job: z.string().nullable(), sheets: z.array(templateFit) }),
  ),
  'templates.remove': channel(z.strictObject({ id: z.string() }), done),

  'problems.list': channel(
    z.strictObject({ ...page, code: z.string().nullable(), field: z.string().nullable(), file: z.string().nullable() }),
    z.strictObject({ total: z.number(), rows: z.array(problem) }),
  ),
  'problems.facets': channel(none, z.array(facet)),
  /** Records whose values can all be judged, in part, and not at all. */
  'problems.readiness': channel(none, z.strictObject({ whole: z.number(), partly: z.number(), none: z.number() })),
  'corrections.set': channel(
    z.strictObject({ problem: z.number().int(), value: z.string().max(2000), reason: z.string().min(1).max(500) }),
    done,
  ),
  'corrections.remove': channel(z.strictObject({ problem: z.number().int() }), done),
  /** Puts the blank cells of a finding on the list of gaps, or takes them off it. */
  'gaps.ask': channel(
    z.strictObject({ finding: z.string(), wanted: z.boolean() }),
    z.strictObject({ cells: z.number().int() }),
  ),
  'gaps.export': channel(z.strictObject({ path: z.string().min(1) }), z.strictObject({ job: z.string() })),
  'gaps.import': channel(z.strictObject({ path: z.string().min(1) }), z.strictObject({ job: z.string() })),

  'rules.list': channel(none, z.array(ruleSummary)),
  'rules.get': channel(
    z.strictObject({ id: z.string() }),
    z.strictObject({
      summary: ruleSummary,
      json: z.string(),
      sha256: z.string(),
      /** To what it applies, each way to break it, what excuses: line by line, those of inner nodes moved in. */
      conditions: z.array(
        z.strictObject({
          part: z.enum(['applies', 'reports', 'excuses']),
          class: findingClass.nullable(),
          severity: severity.nullable(),
          lines: z.array(
            z.strictObject({
              depth: z.number(),
              /** How it goes on from the line before. */
              join: z.enum(['and', 'or']).nullable(),
              words: bilingualWords,
              /** Whether a table can show it. */
              shown: z.boolean(),
            }),
          ),
        }),
      ),
      clauses: z.array(z.strictObject({ id: z.string(), quote: z.string() })),
      /** As in force on the as-of date. */
      law: z.array(bilingualWords),
      /** What the values of its parameters rest on, in words, by what stands in `json`. */
      bases: z.record(z.string(), bilingualWords),
      /** Fields of the rule's register that it reads: what a trial can be given. */
      fields: z.array(trialField.extend({ required: z.boolean() })),
      /** Other registers that it looks at, and further records of its own. */
      neighbours: z.array(z.strictObject({ register: z.string(), label: bilingualWords, fields: z.array(trialField) })),
      /** The rule's own tests, ready to be tried. */
      cases: z.array(z.strictObject({ name: z.string(), expect: trialOutcome, trial: ruleTrial })),
      /** What the open inspection did with it, latest first. */
      history: z.array(z.strictObject({ at: z.string(), words: bilingualWords })),
    }),
  ),
  /** Sheets of the open inspection whose rows a trial of the rule can take; `reported`: rows on which it reports something. */
  'rules.rows': channel(
    z.strictObject({ id: z.string() }),
    z.array(
      z.strictObject({
        sheetId: z.number(),
        file: z.string(),
        sheet: z.string(),
        first: z.number(),
        last: z.number(),
        reported: z.array(z.number()),
      }),
    ),
  ),
  /** One row for a trial, masked as elsewhere; `null` where it is no record. */
  'rules.row': channel(
    z.strictObject({ id: z.string(), sheetId: z.number().int(), row: z.number().int().min(1) }),
    ruleTrial.pick({ record: true, unmapped: true }).nullable(),
  ),
  'rules.try': channel(
    z.strictObject({ id: z.string(), trial: ruleTrial }),
    z.strictObject({
      outcome: z.string(),
      /** What the findings would say. */
      messages: z.array(z.strictObject({ class: findingClass, words: bilingualWords })),
      /** Whether the second engine says the same. */
      agreed: z.boolean(),
      trace: z.array(
        z.strictObject({ words: bilingualWords, actual: bilingualWords, result: z.enum(['true', 'false', 'unknown']) }),
      ),
    }),
  ),
  /** 改一项再试: for each field the nearest other value that alone would turn the verdict. */
  'rules.turns': channel(
    z.strictObject({ id: z.string(), trial: ruleTrial }),
    z.array(
      z.strictObject({ field: z.string(), label: bilingualWords, text: z.string().nullable(), outcome: trialOutcome }),
    ),
  ),
  'rules.tailor': channel(
    z.strictObject({
      id: z.string(),
      enabled: z.boolean().optional(),
      severity: severity.optional(),
      reason: z.string().max(500).optional(),
      /** `null` goes back to stock. */ parameters: z.record(z.string(), z.string().nullable()).optional(),
    }),
    ruleSummary,
  ),
  /** Several rules on or off at once: one change, one entry of the log. Each has its reason, so that it can be taken back as it was. */
  'rules.switch': channel(
    z.strictObject({
      enabled: z.boolean(),
      rules: z
        .array(z.strictObject({ id: z.string(), reason: z.string().max(500).optional() }))
        .min(1)
        .max(1000),
    }),
    done,
  ),
  /** Tailoring under a name, to be used again in other inspections. */
  'profiles.list': channel(
    none,
    z.array(
      z.strictObject({
        name: z.string(),
        savedAt: z.string(),
        rules: z.number(),
        /** Whether the open inspection is tailored just so. */
        inUse: z.boolean(),
      }),
    ),
  ),
  'profiles.save': channel(z.strictObject({ name: z.string().min(1).max(100) }), done),
  'profiles.apply': channel(z.strictObject({ /** `null`: the stock rules. */ name: z.string().nullable() }), done),

  'run.start': channel(none, z.strictObject({ job: z.string() })),
  'run.coverage': channel(
    none,
    z.strictObject({ at: z.string().nullable(), rules: z.array(coverageRule), clauses: z.array(coverageClause) }),
  ),
  /** Rules that no run can check with the tables and columns that are there now; known before one, and whether on or off. */
  'run.obstacles': channel(none, z.array(uncheckedRule)),
  'job.cancel': channel(z.strictObject({ job: z.string() }), done),

  'findings.list': channel(
    z.strictObject({ ...page, filter: findingsFilter, order: findingsOrder }),
    z.strictObject({ total: z.number(), all: z.number(), cases: z.number(), rows: z.array(findingRow) }),
  ),
  /** `limit` left out: all from `offset`. */
  'findings.ids': channel(
    z.strictObject({
      filter: findingsFilter,
      order: findingsOrder,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).optional(),
    }),
    z.array(z.string()),
  ),
  /**
   * How many findings each group of the list has, in order, with commas between: a long list of numbers would cross to the
   * page one by one, a text crosses at once.
   */
  'findings.groups': channel(
    z.strictObject({ filter: findingsFilter, order: findingsOrder }),
    z.strictObject({ sizes: z.string().regex(/^(?:\d+(?:,\d+)*)?$/) }),
  ),
  /** Where a finding stands in the list; `null` where the filter leaves it out. */
  'findings.place': channel(
    z.strictObject({ id: z.string(), filter: findingsFilter, order: findingsOrder }),
    z.number().int().min(0).nullable(),
  ),
  'findings.facets': channel(z.strictObject({ filter: findingsFilter }), z.array(facet)),
  /** Views under a name, kept in the inspection. Saving under a name that is there replaces it. */
  'views.list': channel(none, z.array(z.strictObject({ name: z.string(), savedAt: z.string(), view: findingsView }))),
  'views.save': channel(z.strictObject({ name: viewName, view: findingsView }), done),
  'views.rename': channel(z.strictObject({ name: viewName, to: viewName }), done),
  'views.remove': channel(z.strictObject({ name: viewName }), done),
  /** The view that one left the inspection with. */
  'views.last': channel(none, findingsView.nullable()),
  'views.remember': channel(z.strictObject({ view: findingsView }), done),
  'findings.get': channel(z.strictObject({ id: z.string() }), findingDetail),
  'findings.decide': channel(
    z.strictObject({
      ids: z.array(z.string()).min(1).max(100_000),
      /** `rectify`: of a finding that was upheld, with how in `reason` and the day on which it was done in `dueDate`. */
      action: decisionAction,
      reason: z.string().max(500),
      comment: z.string().max(5000),
      assignee: z.string().max(100).nullable(),
      dueDate: localDay.nullable(),
    }),
    z.strictObject({ changed: z.number(), number: z.number() }),
  ),
  /** The host asks for the files: a page never names a path. */
  'attachments.add': channel(z.strictObject({ finding: z.string() }), z.strictObject({ added: z.number() })),
  'attachments.save': channel(
    z.strictObject({ id: z.number().int() }),
    z.strictObject({ path: z.string().nullable() }),
  ),
  'attachments.remove': channel(z.strictObject({ id: z.number().int() }), done),
  'findings.undo': channel(
    none,
    z.strictObject({ undone: z.number(), states: z.array(z.strictObject({ id: z.string(), state: reviewState })) }),
  ),

  /** `offset` counts rows of the sheet (0 is row 1), `total` is the last used row; rows without content are left out of `rows`. */
  'source.rows': channel(
    z.strictObject({ sheetId: z.number().int(), ...page }),
    z.strictObject({
      columns: z.array(
        z.strictObject({
          letter: z.string(),
          header: z.string(),
          field: z.string().nullable(),
          fieldLabel: bilingualWords.nullable(),
          hidden: z.boolean(),
        }),
      ),
      total: z.number(),
      rows: z.array(sourceRow),
    }),
  ),
  /** Rows that the sheet hides, first and last included, ascending. */
  'source.folds': channel(
    z.strictObject({ sheetId: z.number().int() }),
    z.array(z.strictObject({ first: z.number(), last: z.number() })),
  ),
  /** Cells whose text contains `text`, in sheet order; at most 1000 of `total`. */
  'source.find': channel(
    z.strictObject({ sheetId: z.number().int(), text: z.string().min(1).max(200) }),
    z.strictObject({ total: z.number(), hits: z.array(z.strictObject({ row: z.number(), column: z.number() })) }),
  ),

  /** Every number is of the findings that pass the filter. */
  'statistics.get': channel(
    z.strictObject({ filter: statisticsFilter.prefault({}) }),
    z.strictObject({
      funnel: z.array(
        z.strictObject({
          id: z.string(),
          label: bilingualWords,
          count: z.number(),
          /** The step of which it is a part; `null` for the first. */
          of: z.string().nullable(),
          /** States of its findings; `null` where states alone do not tell them. */
          states: z.array(reviewState).nullable(),
        }),
      ),
      byParty: z.array(
        z.strictObject({
          value: z.string(),
          /** The name as it is shown: masked where it is a person's. */
          label: z.string(),
          records: z.number(),
          violation: z.number(),
          overLimit: z.number(),
          lead: z.number(),
        }),
      ),
      byRule: z.array(
        z.strictObject({
          value: z.string(),
          label: bilingualWords,
          violation: z.number(),
          overLimit: z.number(),
          lead: z.number(),
        }),
      ),
      byClause: z.array(
        z.strictObject({ value: z.string(), violation: z.number(), overLimit: z.number(), lead: z.number() }),
      ),
      bySeverity: z.array(z.strictObject({ value: z.string(), count: z.number() })),
      byMonth: z.array(
        z.strictObject({ value: z.string(), violation: z.number(), overLimit: z.number(), lead: z.number() }),
      ),
    }),
  ),
  /** Rates, points and deadlines of the current run. */
  'statistics.assessment': channel(none, assessment),
  'checklist.get': channel(
    none,
    z.strictObject({
      items: z.array(checklistItem),
      score: z.strictObject({
        items: z.number(),
        answered: z.number(),
        notApplicable: z.number(),
        points: z.number(),
        full: z.number(),
      }),
    }),
  ),
  'checklist.answer': channel(
    z.strictObject({ item: z.string(), answer: checklistAnswer.nullable(), note: z.string().max(2000) }),
    done,
  ),
  /** Tables of data that a person may replace. */
  'tables.list': channel(
    none,
    z.array(
      z.strictObject({
        table: tableName,
        version: z.string(),
        /** Version of the one that was imported; `null` where that of the program is in use. */
        imported: z.string().nullable(),
        entries: z.number(),
        /** Days that the calendar covers. */
        range: z.strictObject({ from: localDay, to: localDay }).nullable(),
      }),
    ),
  ),
  /** The host asks for the file. `refused` says what is wrong with it; both `null`: nothing was chosen. */
  'tables.import': channel(
    z.strictObject({ table: tableName }),
    z.strictObject({ imported: z.string().nullable(), refused: bilingualWords.nullable() }),
  ),
  /** The table in use as a workbook that can be changed and imported; the host asks where to, `null`: nowhere. */
  'tables.export': channel(z.strictObject({ table: tableName }), z.strictObject({ path: z.string().nullable() })),
  'tables.reset': channel(z.strictObject({ table: tableName }), done),
  'pack.get': channel(none, usedPack),
  /** The host asks for the file. Both `null`: nothing was chosen. Nothing is imported yet. */
  'pack.open': channel(none, z.strictObject({ refused: bilingualWords.nullable(), pack: offeredPack.nullable() })),
  /** Imports what was looked at last, after its own tests. `trust`: the publisher's key was compared by a person. */
  'pack.accept': channel(z.strictObject({ trust: z.boolean() }), z.strictObject({ job: z.string() })),
  'pack.reset': channel(none, done),
  /** The host asks where to; `null`: nowhere. */
  'inspection.backup': channel(none, z.strictObject({ job: z.string().nullable() })),

  'log.list': channel(
    z.strictObject(page),
    z.strictObject({
      total: z.number(),
      rows: z.array(z.strictObject({ number: z.number(), at: z.string(), what: bilingualWords, detail: z.string() })),
    }),
  ),
  /** What was exported, latest first. Versions only grow. */
  'report.versions': channel(
    none,
    z.array(
      z.strictObject({
        version: z.number().int(),
        at: z.string(),
        findings: z.number().int(),
        reviewed: z.number().int(),
        marking: reportChoice.shape.marking,
        recipients: reportChoice.shape.recipients,
        sha256: z.string(),
      }),
    ),
  ),
  /** As it was chosen for the last version. */
  'report.choice': channel(none, reportChoice),
  /** The first rows of every sheet of the report as it would be printed. */
  'report.preview': channel(z.strictObject({ choice: reportChoice }), reportPreview),
  /** A preview that is being made is given up: nobody looks at it any more. */
  'report.forgetPreview': channel(none, done),
  'report.export': channel(
    z.strictObject({ path: z.string().min(1), choice: reportChoice }),
    z.strictObject({ job: z.string() }),
  ),
} as const;

export type ChannelName = keyof typeof channels;
export type ChannelArgs<Name extends ChannelName> = z.input<(typeof channels)[Name]['args']>;
export type ChannelResult<Name extends ChannelName> = z.output<(typeof channels)[Name]['result']>;
