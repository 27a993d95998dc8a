import type { Inspection } from '../../inspection/inspection-file.ts';
import { loadRulebook, tailoredRulebook, type Rulebook } from '../rulebook.ts';
import { readTables } from '../tables/stored-tables.ts';
import { readTailoring } from '../tailoring.ts';
import type { JobStart } from './job-messages.ts';

/** The rules as the inspection has tailored them. @throws RulePackError */
export async function jobRulebook(
  { database }: Inspection,
  { rules, checkedRules }: Pick<JobStart, 'rules' | 'checkedRules'>,
): Promise<Rulebook> {
  const { stock, stockTables } = await loadRulebook(rules, checkedRules);
  return tailoredRulebook(stock, stockTables, readTailoring(database), readTables(database));
}
