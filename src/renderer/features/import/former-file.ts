import type { SourceFile } from '../../../contract/model.ts';

/** How an import names a file whose name is taken: 台账 (2).xlsx. */
const NUMBERED = /^(?<stem>.+) \((?<number>\d+)\)(?<ending>\.[^.]+)?$/u;

/**
 * The latest file that was imported under the same name before this one: perhaps an older state of the same table. Both count
 * until a person removes one.
 */
export function formerFile(file: SourceFile, files: readonly SourceFile[]): SourceFile | undefined {
  const { stem, number, ending = '' } = NUMBERED.exec(file.name)?.groups ?? {};
  if (file.error !== null || stem === undefined) return undefined;
  const read = new Map(files.filter(({ error }) => error === null).map((each) => [each.name, each]));
  for (let before = Number(number) - 1; before >= 1; before -= 1) {
    const former = read.get(before === 1 ? stem + ending : `${stem} (${String(before)})${ending}`);
    if (former !== undefined) return former;
  }
  return undefined;
}
