import { findingJson, indeterminateJson, upcomingJson } from '../../core/finding/finding-json.ts';
import type { FindingJson } from '../../core/finding/finding-json.ts';
import { jsonDocument } from './json-document.ts';
import type { ReportInput } from './report/report-input.ts';
import { mapRows } from './report/table-sheet.ts';
import { writeReport } from './report/write-report.ts';
import type { SealedOutputs } from './sealed-outputs.ts';

export type OutputName = 'findings.json' | 'coverage.json' | 'import.json' | 'report.xlsx';

/**
 * Makes the four files of the contract, sealed until they are published. No clock, no path of the machine, no random
 * number goes into the JSON: equal input gives equal bytes.
 */
export async function writeOutputs(
  outputs: SealedOutputs,
  input: ReportInput,
  onFile: (name: OutputName) => void = () => undefined,
): Promise<void> {
  const { result, pack, calendar, language, files } = input;
  onFile('findings.json');
  await outputs.writeText(
    'findings.json',
    jsonDocument(
      {
        schemaVersion: 1,
        asOf: result.asOf,
        rulePack: { version: pack.version, sha256: pack.sha256 },
        calendar: { version: calendar.version, from: calendar.from, to: calendar.to },
      },
      [
        ['findings', mapRows(result.findings, (finding): FindingJson => findingJson(finding, language))],
        ['upcoming', mapRows(result.upcoming, upcomingJson)],
        ['indeterminate', mapRows(result.indeterminate, indeterminateJson)],
      ],
    ),
  );
  onFile('coverage.json');
  await outputs.writeText(
    'coverage.json',
    jsonDocument({ schemaVersion: 1 }, [
      ['rules', result.rules],
      ['clauses', result.clauses],
      ['errors', result.errors],
    ]),
  );
  onFile('import.json');
  await outputs.writeText('import.json', jsonDocument({ schemaVersion: 1 }, [['files', files]]));
  onFile('report.xlsx');
  await writeReport(outputs, 'report.xlsx', input);
}
