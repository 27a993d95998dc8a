import type { FieldId, RegisterId } from './definition.ts';

/** Saved decisions on headers, as the file given with `--mapping` holds them; the host checks its form. */
export interface MappingTemplate {
  readonly schemaVersion: 1;
  readonly mappings: readonly SavedMapping[];
}

/** What was decided for one kind of sheet. All of `file`, `sheet` and `fingerprint` that are given must fit. */
export interface SavedMapping {
  /** File name with `*` for any run of characters. */
  readonly file?: string;
  /** Sheet name with `*` for any run of characters. */
  readonly sheet?: string;
  /** Of the headers, as `headerFingerprint` gives it. */
  readonly fingerprint?: string;
  readonly register: RegisterId;
  /** Row right above the data, where it is not found by itself. 1-based. */
  readonly headerRow?: number;
  /** Header as the sheet writes it → field; `null` leaves the column out. Headers that a sheet lacks are passed over. */
  readonly columns: Readonly<Record<string, FieldId | null>>;
}

/** The first saved mapping whose patterns fit; one that names a fingerprint is asked again once the header is known. */
export function savedMappingFor(
  template: MappingTemplate | null,
  file: string,
  sheet: string,
  fingerprint: string | null,
): SavedMapping | undefined {
  return template?.mappings.find(
    (mapping) =>
      (mapping.file === undefined || fitsPattern(file, mapping.file)) &&
      (mapping.sheet === undefined || fitsPattern(sheet, mapping.sheet)) &&
      (mapping.fingerprint === undefined || mapping.fingerprint === fingerprint),
  );
}

/** `*` stands for any run of characters; everything else for itself. Linear in the length of the text. */
function fitsPattern(text: string, pattern: string): boolean {
  const name = text.normalize('NFKC').toLowerCase();
  const parts = pattern.normalize('NFKC').toLowerCase().split('*');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  const end = name.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
