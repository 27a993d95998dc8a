import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleSummary } from '../../../contract/model.ts';
import { pick } from '../../i18n/index.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { switchRules } from './tailor.ts';

interface Props {
  readonly rules: readonly RuleSummary[];
  readonly onClose: () => void;
  readonly onDisabled?: () => void;
}

/** Rules are switched off only with a reason: one for all of them. */
export function DisableDialog({ rules, onClose, onDisabled }: Props): ReactElement {
  const { t } = useTranslation();
  const [first] = rules;
  const which =
    rules.length === 1 && first !== undefined ? pick(first.title) : t('run.countRules', { count: rules.length });
  return (
    <RuleDialog<{ reason: string }>
      title={t('run.about', { what: t('run.disable'), which })}
      save={async ({ reason }) => {
        await switchRules(
          false,
          rules.map(({ id }) => ({ id, reason })),
        );
        onDisabled?.();
      }}
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
