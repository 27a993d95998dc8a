import { pinyin } from 'pinyin-pro';
import type { FieldDefinition, FieldId, RegisterDefinition, RegisterId } from './definition.ts';
import { headerText } from './header-text.ts';

/** One header under which a field is known. */
export interface KnownHeader {
  readonly field: FieldDefinition;
  /** As the definition writes it. */
  readonly header: string;
  readonly key: string;
  /** `label`: the standard header; `alias`: listed; `part`: one side of a header with a slash. */
  readonly origin: 'label' | 'alias' | 'part';
  /** The header may mean something else (发出/送达, 报结/结案, 到账/入账通知). */
  readonly ambiguous: boolean;
}

/** The headers of one register, found by their normalised form. */
export interface RegisterHeaders {
  readonly definition: RegisterDefinition;
  readonly byKey: ReadonlyMap<string, KnownHeader>;
  readonly known: readonly KnownHeader[];
  /** Headers whose full pinyin, or its initials, are these letters: `anhao` and `ah` for 案号. */
  soundingLike(spoken: string): readonly KnownHeader[];
  /** Normalised names of the table, longest first. */
  readonly titles: readonly string[];
  field(id: FieldId): FieldDefinition | undefined;
}

/** All registers, ready for looking headers up. */
export interface RegisterIndex {
  readonly registers: readonly RegisterHeaders[];
  register(id: RegisterId): RegisterHeaders | undefined;
  /** In how many registers a normalised header is known: 案号 in nearly all, 受案登记表号 in one. */
  spread(key: string): number;
}

/** Builds the index once for a run; the order of the definitions does not matter. */
export function buildRegisterIndex(definitions: readonly RegisterDefinition[]): RegisterIndex {
  const registers = definitions
    .map(indexHeaders)
    .sort((a, b) => (a.definition.id < b.definition.id ? -1 : a.definition.id > b.definition.id ? 1 : 0));
  const byId = new Map(registers.map((register) => [register.definition.id, register]));
  const spread = new Map<string, number>();
  for (const register of registers) {
    for (const key of register.byKey.keys()) spread.set(key, (spread.get(key) ?? 0) + 1);
  }
  return {
    registers,
    register: (id) => byId.get(id),
    spread: (key) => spread.get(key) ?? 0,
  };
}

/** Pinyin without tones and spaces; letters and digits stay as they are. */
export function fullPinyin(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('').toLowerCase();
}

function indexHeaders(definition: RegisterDefinition): RegisterHeaders {
  const byKey = new Map<string, KnownHeader>();
  const add = (known: KnownHeader): void => {
    if (known.key !== '' && !byKey.has(known.key)) byKey.set(known.key, known);
  };
  // What is listed goes before what is derived, so that a part never takes a header that another field lists.
  for (const field of definition.fields) addListed(field, 'label', [field.label.zh], add);
  for (const field of definition.fields) addListed(field, 'alias', field.aliases, add);
  for (const field of definition.fields) addParts(field, add);
  const known = [...byKey.values()];
  // Worked out when the first header is left over: most workbooks have none, and it takes longer than all the rest.
  let byPinyin: ReadonlyMap<string, readonly KnownHeader[]> | undefined;
  const fields = new Map(definition.fields.map((field) => [field.id, field]));
  return {
    definition,
    byKey,
    known,
    soundingLike: (spoken) => (byPinyin ??= groupByPinyin(known)).get(spoken) ?? [],
    titles: definition.titles.map(titleText).sort((a, b) => b.length - a.length),
    field: (id) => fields.get(id),
  };
}

/** Sheet names, title lines and file names in the form in which the titles of registers are compared. */
export function titleText(text: string): string {
  return headerText(text).full.replace(/[/、]/gu, '');
}

function addListed(
  field: FieldDefinition,
  origin: 'label' | 'alias',
  headers: readonly string[],
  add: (known: KnownHeader) => void,
): void {
  for (const header of headers) {
    const text = headerText(header);
    const ambiguous = field.ambiguous?.includes(header) ?? false;
    add({ field, header, key: text.full, origin, ambiguous });
    add({ field, header, key: text.key, origin, ambiguous });
  }
}

function addParts(field: FieldDefinition, add: (known: KnownHeader) => void): void {
  for (const header of [field.label.zh, ...field.aliases]) {
    const key = headerText(header).key;
    if (!key.includes('/')) continue;
    const parts = key.split('/');
    add({ field, header, key: parts.join(''), origin: 'part', ambiguous: false });
    for (const part of parts) {
      if (part.length >= 2) add({ field, header, key: part, origin: 'part', ambiguous: false });
    }
  }
}

function groupByPinyin(known: readonly KnownHeader[]): ReadonlyMap<string, readonly KnownHeader[]> {
  const entries = known.flatMap((header) => pinyinForms(header.key).map((form) => ({ form, header })));
  const grouped = Map.groupBy(entries, ({ form }) => form);
  return new Map([...grouped].map(([form, group]) => [form, group.map(({ header }) => header)]));
}

function pinyinForms(key: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(key)) return [];
  const full = fullPinyin(key);
  const initials = pinyin(key, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase();
  return full === initials ? [full] : [full, initials];
}
