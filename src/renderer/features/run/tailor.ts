import type { ChannelArgs } from '../../../contract/channels.ts';
import type { RuleSummary } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh } from '../../app/queries.ts';

export async function tailor(change: ChannelArgs<'rules.tailor'>): Promise<void> {
  await call('rules.tailor', change);
  await refreshRules();
}

export type SwitchedRule = ChannelArgs<'rules.switch'>['rules'][number];

export async function switchRules(enabled: boolean, rules: readonly SwitchedRule[]): Promise<void> {
  await call('rules.switch', { enabled, rules: [...rules] });
  await refreshRules();
}

const refreshRules = (): Promise<void> => refresh('rules.list', 'rules.get', 'inspection.overview', 'log.list');

/** One way in which the inspection departs from stock. */
export interface Difference {
  readonly rule: RuleSummary;
  readonly what: 'enabled' | 'severity' | 'parameter';
  readonly parameter: RuleSummary['parameters'][number] | null;
  readonly undo: ChannelArgs<'rules.tailor'>;
}

export function differencesOf(rules: readonly RuleSummary[]): readonly Difference[] {
  return rules.flatMap((rule) => {
    const { id } = rule;
    const differences: Difference[] = [];
    if (!rule.enabled && rule.status === 'active')
      differences.push({ rule, what: 'enabled', parameter: null, undo: { id, enabled: true } });
    if (rule.severity !== rule.stockSeverity)
      differences.push({ rule, what: 'severity', parameter: null, undo: { id, severity: rule.stockSeverity } });
    for (const parameter of rule.parameters) {
      if (parameter.value !== parameter.stock)
        differences.push({ rule, what: 'parameter', parameter, undo: { id, parameters: { [parameter.name]: null } } });
    }
    return differences;
  });
}
