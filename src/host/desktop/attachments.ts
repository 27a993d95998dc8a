import type Database from 'better-sqlite3-multiple-ciphers';
import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import type { FindingDetail } from '../../contract/model.ts';
import { classificationMark } from '../workbook/classified-name.ts';
import { addLog } from './log.ts';
import { outputPath } from './output-path.ts';
import type { Workspace } from './workspace.ts';

type AttachmentHandlers = Pick<Handlers, 'attachments.add' | 'attachments.save' | 'attachments.remove'>;

/** Papers and pictures, not films: the inspection is one file that has to be carried and backed up. */
const MAX_BYTES = 20 * 1024 * 1024;

interface ReadFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Files beside a finding, kept encrypted in the inspection. All of a choice are stored or none. */
export function attachmentHandlers(workspace: Workspace): AttachmentHandlers {
  const { dialogs } = workspace.options;
  return {
    'attachments.add': async ({ finding }) => {
      needFinding(workspace.needWritable().database, finding);
      const files = await Promise.all((await dialogs.openFiles([])).map(readAttachment));
      // The inspection may have been closed while the dialog was open.
      const { database } = workspace.needWritable();
      needFinding(database, finding);
      return { added: addAll(database, finding, files) };
    },
    'attachments.save': async ({ id }) => {
      const { name, content, sha256 } = stored(workspace.need().database, id);
      const path = await dialogs.saveFile(name, []);
      if (path === null) return { path };
      await writeFile(outputPath(path, workspace.need().inspection.path), content);
      addLog(workspace.need().database, 'attachmentSaved', `attachment=${id} sha256=${sha256}`);
      return { path };
    },
    'attachments.remove': ({ id }) => {
      const { database } = workspace.needWritable();
      const { sha256 } = stored(database, id);
      const remove = database.transaction(() => {
        database.prepare<[number]>('DELETE FROM attachment WHERE id = ?').run(id);
        addLog(database, 'detached', `attachment=${id} sha256=${sha256}`);
      });
      remove.immediate();
      return Promise.resolve(null);
    },
  };
}

function needFinding(database: Database.Database, fingerprint: string): void {
  const found = database.prepare<[string]>('SELECT 1 FROM listed WHERE fingerprint = ?').get(fingerprint);
  if (found === undefined) throw new CodedError('E_NOT_FOUND', 'finding');
}

async function readAttachment(path: string): Promise<ReadFile> {
  const name = basename(path);
  if (classificationMark(name) !== undefined) throw new CodedError('E_ATTACHMENT_CLASSIFIED');
  if ((await stat(path)).size > MAX_BYTES) throw new CodedError('E_ATTACHMENT_TOO_LARGE');
  return { name, content: await readFile(path) };
}

/** @returns how many were not there yet */
function addAll(database: Database.Database, finding: string, files: readonly ReadFile[]): number {
  const add = database.prepare<[string, string, number, string, string, Buffer]>(
    'INSERT OR IGNORE INTO attachment (fingerprint, name, bytes, sha256, at, content) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const work = database.transaction(() => {
    let added = 0;
    for (const { name, content } of files) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      const at = new Date().toISOString();
      const { changes, lastInsertRowid } = add.run(finding, name, content.length, sha256, at, content);
      if (changes === 0) continue;
      added += 1;
      addLog(database, 'attached', `attachment=${lastInsertRowid} finding=${finding} sha256=${sha256}`);
    }
    return added;
  });
  return work.immediate();
}

function stored(database: Database.Database, id: number): ReadFile & { readonly sha256: string } {
  const row = database
    .prepare<[number], ReadFile & { readonly sha256: string }>(
      'SELECT name, content, sha256 FROM attachment WHERE id = ?',
    )
    .get(id);
  if (row === undefined) throw new CodedError('E_NOT_FOUND', 'attachment');
  return row;
}

/** What lies beside a finding, in the order of adding. */
export function attachmentsOf(database: Database.Database, fingerprint: string): FindingDetail['attachments'] {
  return database
    .prepare<[string], FindingDetail['attachments'][number]>(
      'SELECT id, name, bytes, sha256, at FROM attachment WHERE fingerprint = ? ORDER BY id',
    )
    .all(fingerprint);
}
