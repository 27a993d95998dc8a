import { Form, Input, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { severity as severities, type RuleSummary } from '../../../contract/model.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { tailor } from './tailor.ts';

interface Values {
  readonly severity: RuleSummary['severity'];
  readonly parameters?: Readonly<Record<string, string>>;
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
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const save = async ({ severity, parameters = {} }: Values): Promise<void> => {
    const changed = rule.parameters.flatMap(({ name, value, stock }) => {
      const wanted = parameters[name];
      return wanted === undefined || wanted === value ? [] : [[name, wanted === stock ? null : wanted] as const];
    });
    try {
      await tailor({ id: rule.id, severity, parameters: Object.fromEntries(changed) });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal
      open
      title={`${t('run.edit')}：${pick(rule.title)}`}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('common.ok')}
    >
      {error ? <ErrorPanel error={error} /> : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          severity: rule.severity,
          parameters: Object.fromEntries(rule.parameters.map(({ name, value }) => [name, value])),
        }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="severity" label={t('run.severity')}>
          <Select options={severities.options.map((value) => ({ value, label: t(`severity.${value}`) }))} />
        </Form.Item>
        {rule.parameters.map((parameter) => (
          <Form.Item
            key={parameter.name}
            name={['parameters', parameter.name]}
            label={`${pick(parameter.label)}${parameter.policy ? ' *' : ''} (${parameter.unit})`}
            extra={`${t('run.stock', { value: parameter.stock })} · ${t('run.basis', { basis: pick(parameter.basis) })}${parameter.editable ? '' : ` · ${t('run.legal')}`}`}
          >
            <Input disabled={!parameter.editable} maxLength={500} />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}
