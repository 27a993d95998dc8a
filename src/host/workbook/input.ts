import { basename } from 'node:path';

/** A file to read: by path, or as bytes with a name. */
export type WorkbookInput =
  { readonly path: string; readonly fileName?: string } | { readonly bytes: Uint8Array; readonly fileName: string };

/** The file's name without folder, as findings and `import.json` show it. */
export function fileNameOf(input: WorkbookInput): string {
  return 'path' in input ? (input.fileName ?? basename(input.path)) : input.fileName;
}
