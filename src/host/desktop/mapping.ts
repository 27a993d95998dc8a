import type Database from 'better-sqlite3-multiple-ciphers';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import type { SheetMapping } from '../../contract/model.ts';
import type { SavedMapping } from '../../core/register/mapping-template.ts';
import { columnLetters } from '../../core/sheet/grid.ts';
import type { StoredPlan } from '../import/import-messages.ts';
import { maskField } from './masking.ts';
import type { Rulebook } from './rulebook.ts';
import { givenFields, listSheets, type SheetState } from './sheets.ts';
import { fitTemplate, templateOf } from './templates.ts';
import type { Workspace } from './workspace.ts';

type MappingHandlers = Pick<
  Handlers,
  | 'mapping.get'
  | 'mapping.set'
  | 'registers.list'
  | 'templates.list'
  | 'templates.save'
  | 'templates.apply'
  | 'templates.remove'
>;

export function mappingHandlers(workspace: Workspace): MappingHandlers {
  return {
    'mapping.get': async ({ sheetId }) => {
      const rulebook = await workspace.rulebook();
      const sheet = sheetState(workspace.need().database, rulebook, sheetId);
      return sheetMapping(sheet, rulebook, workspace.settings.current.masked);
    },
    'mapping.set': async (asked) => {
      const { inspection, database } = workspace.needWritable();
      const rulebook = await workspace.rulebook();
      sheetState(database, rulebook, asked.sheetId);
      const { sheetId, absent } = asked;
      const sheets = [{ sheetId, mapping: savedMapping(asked, rulebook), absent }];
      return { job: workspace.jobs.start(inspection, { kind: 'remap', sheets }) };
    },
    'registers.list': async () => {
      const { pack } = await workspace.rulebook();
      return pack.registerDefinitions.map(({ id, label }) => ({ id, label }));
    },
    'templates.list': () =>
      Promise.resolve(
        workspace.templates.list().map(({ id, name, savedAt, template }) => ({
          id,
          name,
          savedAt,
          sheets: template.mappings.filter(({ fingerprint }) => fingerprint !== undefined).length,
        })),
      ),
    'templates.save': async ({ name }) => {
      const { database } = workspace.need();
      const sheets = listSheets(database, await workspace.rulebook());
      const mappings = templateOf(sheets, fileNames(database));
      workspace.templates.save(name, mappings);
      return null;
    },
    'templates.apply': async ({ id }) => {
      const { inspection, database } = workspace.needWritable();
      const template = workspace.templates.list().find((each) => each.id === id)?.template;
      if (template === undefined) throw new CodedError('E_NOT_FOUND', 'template');
      const fits = listSheets(database, await workspace.rulebook()).flatMap(
        (sheet) => fitTemplate(sheet, template) ?? [],
      );
      const sheets = fits.map(({ fit, mapping }) => ({ sheetId: fit.sheetId, mapping, absent: [] }));
      const job = sheets.length === 0 ? null : workspace.jobs.start(inspection, { kind: 'remap', sheets });
      return { job, sheets: fits.map(({ fit }) => fit) };
    },
    'templates.remove': ({ id }) => {
      if (!workspace.templates.remove(id)) throw new CodedError('E_NOT_FOUND', 'template');
      return Promise.resolve(null);
    },
  };
}

function fileNames(database: Database.Database): ReadonlyMap<number, string> {
  const rows = database.prepare<[], { id: number; name: string }>('SELECT id, name FROM source_file').all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function sheetState(database: Database.Database, rulebook: Rulebook, id: number): SheetState {
  const sheet = listSheets(database, rulebook).find((each) => each.id === id);
  if (sheet === undefined) throw new CodedError('E_NOT_FOUND', 'sheet');
  return sheet;
}

type MappingAsked = Parameters<Handlers['mapping.set']>[0];

/** @throws CodedError `E_BAD_ARGUMENT` for a register or field that does not exist */
function savedMapping(asked: MappingAsked, rulebook: Rulebook): SavedMapping | null {
  const { register, headerRow, columns } = asked;
  if (register === null) return null;
  const definition = rulebook.pack.registerDefinitions.find(({ id }) => id === register);
  if (definition === undefined) throw new CodedError('E_BAD_ARGUMENT', 'register');
  const known = new Set(definition.fields.map(({ id }) => id));
  if (Object.values(columns).some((field) => field !== null && !known.has(field))) {
    throw new CodedError('E_BAD_ARGUMENT', 'columns');
  }
  return { register, columns, ...(headerRow === null ? {} : { headerRow }) };
}

function sheetMapping(sheet: SheetState, rulebook: Rulebook, masked: boolean): SheetMapping {
  const { plan, register } = sheet;
  const definition = rulebook.pack.registerDefinitions.find(({ id }) => id === register);
  const uses = register === null ? null : rulebook.uses(register);
  const required = (field: string): boolean => uses?.get(field)?.some((use) => use.required) ?? false;
  return {
    sheetId: sheet.id,
    register,
    headerRow: sheet.headerRow,
    columns: plan === null ? [] : columnsOf(plan, rulebook, masked),
    fields: (definition?.fields ?? []).map(({ id, label }) => ({ id, label, required: required(id) })),
    gaps: plan === null ? [] : gapsOf(plan, rulebook),
  };
}

function columnsOf(plan: StoredPlan, rulebook: Rulebook, masked: boolean): SheetMapping['columns'] {
  const view = plan.register === null ? undefined : rulebook.pack.registers.get(plan.register);
  const mapped = plan.columns.map((column) => ({ ...column, known: true as const }));
  const others = plan.unmapped.map((column) => ({ ...column, known: false as const }));
  return [...mapped, ...others]
    .sort((a, b) => a.column - b.column)
    .map((each) => {
      const field = each.known ? view?.fields.get(each.field) : undefined;
      const samples = (plan.samples[each.column] ?? []).map((text) =>
        text === null ? null : maskField(masked, text, field?.personal),
      );
      return {
        column: each.column,
        letter: columnLetters(each.column),
        header: each.header,
        samples,
        field: each.known ? each.field : null,
        fieldLabel: field?.label ?? null,
        confidence: each.known ? each.confidence : null,
        reason: each.reason,
      };
    });
}

/** Fields that active rules of the register read and no column gives; those that disable most rules first. */
function gapsOf(plan: StoredPlan, rulebook: Rulebook): SheetMapping['gaps'] {
  if (plan.register === null) return [];
  const view = rulebook.pack.registers.get(plan.register);
  const given = givenFields(rulebook, plan);
  const absent = new Set(plan.absent ?? []);
  return [...rulebook.uses(plan.register)]
    .flatMap(([field, uses]) => {
      const label = view?.fields.get(field)?.label;
      if (given.has(field) || label === undefined) return [];
      const disabled = uses.filter((use) => use.required);
      if (disabled.length === 0) return [];
      const suggestion = plan.unmapped.find(({ wanted }) => wanted === field)?.column ?? null;
      return [{ field, label, rules: disabled.map(({ ruleId }) => ruleId), suggestion, absent: absent.has(field) }];
    })
    .sort((a, b) => b.rules.length - a.rules.length);
}
