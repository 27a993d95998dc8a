import { Form, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleSummary } from '../../../contract/model.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { tailor } from './tailor.ts';

/** A rule is switched off only with a reason. */
export function DisableDialog({
  rule,
  onClose,
}: {
  readonly rule: RuleSummary;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const [error, setError] = useState<unknown>(null);
  const save = async ({ reason }: { readonly reason: string }): Promise<void> => {
    try {
      await tailor({ id: rule.id, enabled: false, reason });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal
      open
      title={`${t('run.disable')}：${pick(rule.title)}`}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('common.ok')}
    >
      {error ? <ErrorPanel error={error} /> : null}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
        <Form.Item
          name="reason"
          label={t('run.disableReason')}
          rules={[{ required: true, whitespace: true, message: t('run.reasonNeeded') }]}
        >
          <Input autoFocus maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
