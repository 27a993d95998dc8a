import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleSummary } from '../../../contract/model.ts';
import { RuleDialog } from './RuleDialog.tsx';

/** A rule is switched off only with a reason. */
export function DisableDialog({
  rule,
  onClose,
}: {
  readonly rule: RuleSummary;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <RuleDialog<{ reason: string }>
      rule={rule}
      title={t('run.disable')}
      changeOf={({ reason }) => ({ enabled: false, reason })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('run.disableReason')}
        rules={[{ required: true, whitespace: true, message: t('run.reasonNeeded') }]}
      >
        <Input autoFocus maxLength={500} />
      </Form.Item>
    </RuleDialog>
  );
}
