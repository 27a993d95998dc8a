/** `npm run sheets -- FILE... [--out DIR]`: shows what the program sees in a workbook. */
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { RegisterDefinition } from '../core/register/definition.ts';
import { jsonPaths, readJsonFile } from '../host/json-files.ts';
import {
  explainFailure,
  WorkbookError,
  type WorkbookErrorCode,
  type WorkbookFailure,
} from '../host/workbook/error-codes.ts';
import { identifyFile } from '../host/workbook/file-identity.ts';
import { openInWorker } from '../host/workbook/open-in-worker.ts';
import { surviveClosedPipes } from './terminal/closed-pipe.ts';
import type { run, SheetsTaskArguments, SheetSummary } from './sheets-task.ts';

const USAGE = `用法 / usage: npm run sheets -- FILE... [--out DIR]

把每个工作表按程序读到的样子写成 DIR/FILE.N.csv，并为每个文件在标准输出打印一个 JSON 对象。
Writes each sheet as the program reads it to DIR/FILE.N.csv and prints one JSON object a file on standard output.

  --out DIR   输出文件夹 / output folder (默认 / default: sheets-output)
  --help      显示本说明 / show this text

退出码 / exit status: 0 至少读到一个文件 / at least one file was read; 2 参数错误或没有文件可读 / wrong arguments, or no file could be read
`;

interface Arguments {
  readonly files: readonly string[];
  readonly out: string;
  readonly help: boolean;
}

/** What is printed for one file. */
interface FileReport {
  readonly file: string;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly error: WorkbookErrorCode | null;
  readonly sheets: readonly SheetSummary[];
}

/** @returns the message where the arguments are wrong */
function readArguments(args: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string', default: 'sheets-output' }, help: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length === 0 && !values.help) return '没有给出文件。/ No file was given.';
    if (values.out === '') return '--out 需要文件夹名。/ --out needs the name of a folder.';
    return { files: positionals, out: values.out, help: values.help };
  } catch (error) {
    return `参数错误 / wrong arguments: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Names of output files, unique on file systems that ignore case too. */
class OutputNames {
  readonly #taken = new Set<string>();

  take(fileName: string): string {
    for (let number = 1; ; number++) {
      const name = number === 1 ? fileName : `${fileName} (${number})`;
      const key = name.normalize('NFC').toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return name;
    }
  }
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

function complainAboutFile(file: string, failure: WorkbookFailure): void {
  const { happened, affects, remedy } = explainFailure(failure);
  complain(`${file}: ${failure.code}`);
  complain(`  ${happened.zh}${affects.zh}${remedy.zh}`);
  complain(`  ${happened.en} ${affects.en} ${remedy.en}`);
}

function readRegisters(): readonly RegisterDefinition[] {
  const folder = fileURLToPath(new URL('../../rules/registers', import.meta.url));
  return jsonPaths(folder).map((path) => readJsonFile(folder, path).json as RegisterDefinition);
}

async function showFile(path: string, taskArguments: SheetsTaskArguments): Promise<FileReport> {
  const file = basename(path);
  try {
    const result = await openInWorker<typeof run>(
      { input: { path }, taskModule: new URL('./sheets-task.ts', import.meta.url), taskArguments },
      () => undefined,
    );
    for (const { sheet, cell, zh } of result.warnings) {
      complain([file, sheet, cell, zh].filter((part) => part !== null).join(': '));
    }
    return { file, sha256: result.sha256, bytes: result.bytes, error: null, sheets: result.sheets };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    complainAboutFile(file, error.failure);
    // A file marked as classified is not opened for anything.
    const identity = error.code === 'E_CLASSIFIED' ? null : await identifyFile(path);
    return {
      file,
      sha256: identity?.sha256 ?? null,
      bytes: identity?.bytes ?? null,
      error: error.code,
      sheets: [],
    };
  }
}

async function main(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args);
  if (typeof parsed === 'string') {
    complain(`${parsed}\n\n${USAGE}`);
    return 2;
  }
  if (parsed.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    await mkdir(parsed.out, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    complain(`无法建立输出文件夹 / the output folder cannot be made: ${parsed.out} (${code ?? String(error)})`);
    return 2;
  }
  const registers = readRegisters();
  const names = new OutputNames();
  let read = 0;
  for (const path of parsed.files) {
    const outputStem = join(parsed.out, names.take(basename(path)));
    const report = await showFile(path, { outputStem, registers });
    process.stdout.write(`${JSON.stringify(report)}\n`);
    if (report.error === null) read++;
  }
  return read > 0 ? 0 : 2;
}

surviveClosedPipes();
process.exitCode = await main(process.argv.slice(2));
