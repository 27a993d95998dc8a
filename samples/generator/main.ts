/** `npm run samples`: writes the sample inspection and the findings it must lead to. Everything in it is invented. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layOut, type SampleWorkbook } from './layout.ts';
import { assistance } from './workbooks/assistance.ts';
import { afterTermination, caseRecords } from './workbooks/case-records.ts';
import { courtProcedures } from './workbooks/court-procedures.ts';
import { creditChecks, creditLists } from './workbooks/credit-comparison.ts';
import { crimeReferral } from './workbooks/crime-referral.ts';
import { criminal } from './workbooks/criminal.ts';
import { custodyIntake } from './workbooks/custody.ts';
import { disposal } from './workbooks/disposal.ts';
import { credit, enforcement, networkQuery } from './workbooks/enforcement.ts';
import { government } from './workbooks/government.ts';
import { interference } from './workbooks/interference.ts';
import { policeAssistance, policeRefusal } from './workbooks/police.ts';
import { banks, registries } from './workbooks/registries.ts';
import { investigation } from './workbooks/investigation.ts';
import { nonProsecution, procuratorate } from './workbooks/prosecution.ts';
import { proceeds } from './workbooks/proceeds.ts';
import { realEstate } from './workbooks/real-estate.ts';
import { relieved } from './workbooks/relief.ts';
import { publicBodies } from './workbooks/public-bodies.ts';
import { petitionTable, remedies, suggestionTable } from './workbooks/remedies.ts';
import { seizure } from './workbooks/seizure.ts';
import { staffing } from './workbooks/staffing.ts';
import { supervision } from './workbooks/supervision.ts';
import { trialLink } from './workbooks/trial-link.ts';
import { writeWorkbook } from './write.ts';

export const sampleWorkbooks: readonly SampleWorkbook[] = [
  enforcement,
  networkQuery,
  credit,
  seizure,
  proceeds,
  assistance,
  realEstate,
  crimeReferral,
  nonProsecution,
  procuratorate,
  custodyIntake,
  interference,
  staffing,
  remedies,
  petitionTable,
  suggestionTable,
  policeRefusal,
  policeAssistance,
  criminal,
  banks,
  registries,
  creditChecks,
  creditLists,
  government,
  supervision,
  relieved,
  courtProcedures,
  trialLink,
  disposal,
  caseRecords,
  afterTermination,
  investigation,
  publicBodies,
];

/** 检查基准日 of the sample. */
export const SAMPLE_AS_OF = '2026-06-30';

/** A finding that the sample must lead to; `row` is the row number that a spreadsheet program shows, null for something absent. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly class: string;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
}

/** Findings about something absent have no row. */
const absent: readonly ExpectedFinding[] = [
  { rule: 'interfere-quarter-report', class: 'overLimit', file: null, sheet: null, row: null },
];

/** The name under which a reader knows the sheet: a text file has none but its own, HTML has none at all. */
function sheetName({ file }: SampleWorkbook, name: string): string {
  if (/\.(csv|tsv)$/.test(file)) return file.replace(/\.[a-z]+$/, '');
  return file.endsWith('.html.xls') ? 'Sheet1' : name;
}

export function expectedFindings(): ExpectedFinding[] {
  const planted = sampleWorkbooks.flatMap((workbook) =>
    workbook.sheets.flatMap((sheet) =>
      layOut(sheet).planted.map((found) => ({
        rule: found.rule,
        class: found.class,
        file: workbook.file,
        sheet: sheetName(workbook, sheet.name),
        row: found.row,
      })),
    ),
  );
  return [...planted, ...absent];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'inspection');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const workbook of sampleWorkbooks) writeWorkbook(folder, workbook);
  writeFileSync(join(folder, 'sample.json'), `${JSON.stringify({ asOf: SAMPLE_AS_OF }, null, 2)}\n`);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expectedFindings(), null, 2)}\n`);
}
