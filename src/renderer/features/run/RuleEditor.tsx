import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { severity as severities, type RuleSummary } from '../../../contract/model.ts';
import { pick } from '../../i18n/index.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { tailor } from './tailor.ts';

interface Values {
  readonly severity: RuleSummary['severity'];
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Parameters whose text was changed; what is typed as stock has it goes back to stock. */
function changedParameters(
  { parameters }: RuleSummary,
  typed: Readonly<Record<string, string>>,
): Record<string, string | null> {
  const changed = parameters.flatMap(({ name, value, stock }) => {
    const wanted = typed[name];
    return wanted === undefined || wanted === value ? [] : [[name, wanted === stock ? null : wanted] as const];
  });
  return Object.fromEntries(changed);
}

/** Severity and the parameters that are policy; what the law sets is shown and cannot be changed. */
export function RuleEditor({
  rule,
  onClose,
}: {
  readonly rule: RuleSummary;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const basisOf = (parameter: RuleSummary['parameters'][number]): string =>
    [
      t('run.stock', { value: parameter.stock }),
      t('run.basis', { basis: pick(parameter.basis) }),
      ...(parameter.editable ? [] : [t('run.legal')]),
    ].join(' · ');
  return (
    <RuleDialog<Values>
      title={t('run.about', { what: t('run.edit'), which: pick(rule.title) })}
      initialValues={{
        severity: rule.severity,
        parameters: Object.fromEntries(rule.parameters.map(({ name, value }) => [name, value])),
      }}
      save={({ severity, parameters = {} }) =>
        tailor({ id: rule.id, severity, parameters: changedParameters(rule, parameters) })
      }
      onClose={onClose}
    >
      <Form.Item name="severity" label={t('run.severity')}>
        <Select options={severities.options.map((value) => ({ value, label: t(`severity.${value}`) }))} />
      </Form.Item>
      {rule.parameters.map((parameter) => (
        <Form.Item
          key={parameter.name}
          name={['parameters', parameter.name]}
          label={`${pick(parameter.label)}${parameter.policy ? ' *' : ''} (${t(`rules.unit.${parameter.unit}`)})`}
          extra={basisOf(parameter)}
        >
          <Input disabled={!parameter.editable} maxLength={500} />
        </Form.Item>
      ))}
    </RuleDialog>
  );
}
