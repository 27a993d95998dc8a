import type Database from 'better-sqlite3-multiple-ciphers';

/** A file as handed over. Ids are given in the order of `add`. */
export interface SourceFile {
  readonly id: number;
  /** Relative to what the user named, with `/`; never absolute. */
  readonly name: string;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly error: string | null;
  readonly duplicateOf: number | null;
  /** What a person should know about a file that was read. */
  readonly warnings: readonly FileWarning[];
  /** Of a plain text file; `null` for a workbook. */
  readonly encoding: string | null;
}

export interface FileWarning {
  readonly code: string;
  readonly sheet: string | null;
  /** Address of the first cell concerned. */
  readonly cell: string | null;
  readonly count: number;
}

type Row = Omit<SourceFile, 'warnings'> & { readonly warnings: string };

function fromRow(row: Row): SourceFile {
  return { ...row, warnings: JSON.parse(row.warnings) as FileWarning[] };
}

/** The source workbooks of an inspection, with their bytes: evidence must outlive the medium it came on. */
export interface SourceStore {
  add(name: string): number;
  addChunk(fileId: number, ordinal: number, content: Uint8Array): void;
  finish(fileId: number, result: Omit<SourceFile, 'id' | 'name'>): void;
  /** The earlier file of the same content, if any. */
  sameContent(fileId: number, sha256: string): SourceFile | undefined;
  all(): SourceFile[];
  content(fileId: number): Buffer;
}

export function sourceStore(database: Database.Database): SourceStore {
  const columns = 'id, name, bytes, sha256, error, duplicate_of AS duplicateOf, warnings, encoding';
  const add = database.prepare<[string]>('INSERT INTO source_file (name) VALUES (?)');
  const addChunk = database.prepare<[number, number, Uint8Array]>(
    'INSERT INTO source_chunk (file_id, ordinal, content) VALUES (?, ?, ?)',
  );
  const finish = database.prepare<
    [number | null, string | null, string | null, number | null, string, string | null, number]
  >(
    'UPDATE source_file SET bytes = ?, sha256 = ?, error = ?, duplicate_of = ?, warnings = ?, encoding = ? WHERE id = ?',
  );
  const same = database.prepare<[string, number], Row>(
    `SELECT ${columns} FROM source_file WHERE sha256 = ? AND id < ? AND error IS NULL ORDER BY id LIMIT 1`,
  );
  const all = database.prepare<[], Row>(`SELECT ${columns} FROM source_file ORDER BY id`);
  const content = database
    .prepare<[number], Buffer>('SELECT content FROM source_chunk WHERE file_id = ? ORDER BY ordinal')
    .pluck();
  return {
    add: (name) => Number(add.run(name).lastInsertRowid),
    addChunk: (fileId, ordinal, chunk) => {
      addChunk.run(fileId, ordinal, chunk);
    },
    finish: (fileId, { bytes, sha256, error, duplicateOf, warnings, encoding }) => {
      finish.run(bytes, sha256, error, duplicateOf, JSON.stringify(warnings), encoding, fileId);
    },
    sameContent: (fileId, sha256) => {
      const row = same.get(sha256, fileId);
      return row === undefined ? undefined : fromRow(row);
    },
    all: () => all.all().map(fromRow),
    content: (fileId) => Buffer.concat(content.all(fileId)),
  };
}
